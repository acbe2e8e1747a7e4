// npm run docs:rules: write docs/rules.md from the rule objects and tables under src/core.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseTable } from "../../src/core/tsv.ts";
import { cell, rulesIn, type RuleEntry } from "./rules-in.ts";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const core = join(root, "src", "core");

function filesUnder(extension: string): string[] {
  return readdirSync(core, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(extension))
    .filter((entry) => !entry.name.endsWith(".test.ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

function tableRules(): RuleEntry[] {
  return filesUnder("chrome.tsv").flatMap((file) =>
    parseTable(file, readFileSync(file, "utf8")).map((row) => ({
      id: row["id"]!,
      example: row["example"]!,
      source: row["source"]!,
      file: relative(root, file),
    })),
  );
}

function ruleTable(entries: readonly RuleEntry[]): string[] {
  return [
    "| Rule | Example | Source | Where |",
    "| --- | --- | --- | --- |",
    ...entries.map(
      ({ id, example, source, file }) =>
        `| \`${id}\` | ${cell(example)} | ${cell(source)} | \`${file}\` |`,
    ),
  ];
}

function tables(): string[] {
  return filesUnder(".tsv").map((file) => {
    const text = readFileSync(file, "utf8");
    const rows = parseTable(file, text).length;
    const about = /^# ?(.*)$/mu.exec(text)?.[1] ?? "";
    return `| \`${relative(root, file)}\` | ${rows} | ${cell(about)} |`;
  });
}

const entries = [
  ...filesUnder(".ts").flatMap((file) => rulesIn(readFileSync(file, "utf8"), relative(root, file))),
  ...tableRules(),
];
const stages = Map.groupBy(entries, ({ id }) => id.slice(0, id.indexOf("/")));
const lines = [
  "# Rules and tables",
  "",
  "Written by `npm run docs:rules` from the sources; edit those, not this page.",
  "Every mark Readout makes carries the id of the rule that made it; `readout inspect --stage NAME FILE` shows them at work.",
  "",
  ...[...stages]
    .toSorted(([one], [other]) => one.localeCompare(other, "en"))
    .flatMap(([stage, rules]) => [
      `## ${stage} (${rules.length})`,
      "",
      ...ruleTable(rules.toSorted((one, other) => one.id.localeCompare(other.id, "en"))),
      "",
    ]),
  "## Tables",
  "",
  "| Table | Rows | What it holds |",
  "| --- | --- | --- |",
  ...tables(),
  "",
];
const target = join(root, "docs", "rules.md");
writeFileSync(target, lines.join("\n"));
console.log(`${relative(root, target)}: ${entries.length} rules`);
