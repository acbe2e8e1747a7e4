import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { read, toRecords } from "../../src/index.ts";
import { extractStatements } from "../../src/statements.ts";

const samples = fileURLToPath(new URL("../../samples", import.meta.url));

test("read gives documents with statements, and records of them", async () => {
  const reading = await read([join(samples, "pages", "01-call-valdoria.md")], {
    tables: join(samples, "tables"),
  });
  const [document] = reading.documents;
  expect(document!.party).toBe("XVA");
  expect(document!.layers.statements.length).toBeGreaterThan(2);
  expect(toRecords(reading)["documents"]).toHaveLength(1);
});

test("extractStatements reads a text on its own", () => {
  const { text, statements } = extractStatements(
    "“We are ready,” Prime Minister Eldridge said on Monday.",
  );
  const [statement] = statements;
  expect(statement!.content.map(({ start, end }) => text.slice(start, end))).toEqual([
    "“We are ready,”",
  ]);
  expect(statement!.form).toBe("direct");
});

test("extractStatements tells what it could not close", () => {
  const { diagnostics } = extractStatements("The minister said: “We stay in the harbour.");
  expect(diagnostics.map(({ code }) => code)).toContain("QUOTE_UNCLOSED");
});

test("an official account is by its party", () => {
  const { statements } = extractStatements("The President stressed the need for restraint.", {
    about: { party: "CHN", kind: "readout", published: "2022-06-15" },
  });
  expect(statements[0]!.account.map(({ role }) => role)).toEqual(["readout"]);
});
