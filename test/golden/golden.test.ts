import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cleanPage } from "../../src/core/clean/clean-page.ts";
import { pageFromBytes } from "../../src/ingest/load-page.ts";
import { shippedContext } from "../support/read-text.ts";

/** Pages in the manners of outlets and offices; the texts tell of invented states. */
const folder = import.meta.dirname;
const pages = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => {
    const file = readdirSync(join(folder, name)).find((one) => one.startsWith("page."));
    return [name, join(folder, name, file ?? "page.txt")] as const;
  });

/** What cleaning makes of a page, in a form that is read beside it. */
function cleaned(path: string): unknown {
  const { page } = pageFromBytes(path, readFileSync(path));
  if (page === null) throw new Error(`${path} cannot be read`);
  const document = cleanPage(page, shippedContext(), null);
  const values = document.evidence?.map(({ field, value, rule }) => [field, value, rule] as const);
  return {
    language: document.language,
    kind: document.kind,
    party: document.party,
    issuer: document.issuer,
    evidence: values,
    blocks: document.blocks.map(({ role, start, end }) => [role, document.text.slice(start, end)]),
    dropped: document.dropped.map(({ rule, text }) => [rule, text]),
    diagnostics: document.diagnostics.map(({ code }) => code),
  };
}

test.each(pages)("%s is cleaned as its golden file says", (name, path) => {
  const golden = join(folder, name, "expected.json");
  const got = cleaned(path);
  // `UPDATE_GOLDEN=1` writes what is found now; read the difference before you keep it.
  if (process.env["UPDATE_GOLDEN"] === "1")
    writeFileSync(golden, `${JSON.stringify(got, null, 1)}\n`);
  expect(existsSync(golden), `${golden} is missing`).toBe(true);
  expect(JSON.parse(JSON.stringify(got))).toEqual(JSON.parse(readFileSync(golden, "utf8")));
});
