import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { expect, test } from "vitest";
import { packageRoot } from "../../src/resources/load.ts";
import { run } from "../support/run-cli.ts";

test("a client that starts the program asks it over standard input and output", async () => {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [
      join(packageRoot, "src/cli/main.ts"),
      "mcp",
      join(packageRoot, "samples/pages/01-call-valdoria.md"),
      join(packageRoot, "samples/pages/02-call-merania.txt"),
      "--tables",
      join(packageRoot, "samples/tables"),
    ],
    stderr: "pipe",
  });
  const client = new Client({ name: "test", version: "1" });
  // A line on standard output that is no message of the protocol would be an error here.
  const errors: Error[] = [];
  client.onerror = (error) => void errors.push(error);
  await client.connect(transport);
  const ask = async (): Promise<Record<string, unknown>> => ({
    ...(await client.callTool({ name: "list_encounters", arguments: { accounts: 2 } })),
  });
  let answer = await ask();
  for (let tries = 0; answer["isError"] === true && tries < 300; tries++) {
    expect(JSON.stringify(answer)).toContain("still being read");
    await new Promise((resolve) => setTimeout(resolve, 100));
    answer = await ask();
  }
  expect(answer["structuredContent"]).toMatchObject({ total: 1, next: null });
  await client.close();
  expect(errors).toEqual([]);
});

test.each([
  ["nothing to serve", ["mcp"], "name a --workspace"],
  ["both", ["mcp", "pages", "--workspace", "w"], "not both"],
  [
    "a workspace that isn't there",
    ["mcp", "--workspace", join(mkdtempSync(join(tmpdir(), "readout-")), "none")],
    "none",
  ],
])("says what is wrong: %s", async (_name, args, message) => {
  const { code, out, err } = await run(...args);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain(message);
});
