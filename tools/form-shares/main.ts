// node tools/form-shares/main.ts DATA_DIR > src/core/knowledge/shares.tsv
// Measures in how many accounts each topic and set phrase stands: per cent of the White House's (US government work)
// and of the Kremlin's (CC BY 4.0), the mean of the two. Comparison shows first what is rare.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { patternRows } from "../../src/core/phrases/annotate.ts";
import { compileForms, findForms, type PatternRow } from "../../src/core/phrases/matcher.ts";
import { loadContext } from "../../src/resources/load.ts";

const series: Readonly<Record<string, readonly string[]>> = {
  USA: ["whitehouse-readouts-2021-2026", "whitehouse-joint-statements-2021-2026"],
  RUS: ["kremlin-en-2021-10_2022-06", "kremlin-ru-2025-02_2025-05"],
};

const folder = process.argv[2];
if (folder === undefined) {
  console.error("form-shares: name the folder of the corpora.");
  process.exit(2);
}
const context = loadContext();
const lines: string[] = [];
for (const kind of ["topic", "phrase"] as const) {
  const rows = patternRows(context.rows(`knowledge/${kind}s`));
  const bySide = Object.values(series).map((files) => sharesIn(files, kind, rows));
  for (const { id } of rows) {
    const shares = bySide.map((side) => side.get(id) ?? 0);
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    if (mean >= 0.1) lines.push([kind, id, mean.toFixed(1)].join("\t"));
  }
}
console.log(`# How common topics and set phrases are: per cent of official accounts in which they stand, mean of two sides
# (White House readouts and joint statements 2021-2026; Kremlin news in English 2021-2022 and Russian 2025).
# Written by tools/form-shares; what isn't listed stands in fewer than one account in a thousand.
kind\tid\tshare
${lines.join("\n")}`);

/** Per cent of a side's accounts in which each row, or a row below it, stands. */
function sharesIn(
  files: readonly string[],
  name: string,
  rows: readonly PatternRow[],
): Map<string, number> {
  const matcher = compileForms(name, rows);
  const above = new Map(rows.map((row) => [row.id, row.ancestors]));
  const counts = new Map<string, number>();
  let total = 0;
  for (const file of files) {
    const text = readFileSync(join(folder!, "series", `${file}.jsonl`), "utf8");
    for (const line of text.split("\n").filter((candidate) => candidate !== "")) {
      const record = JSON.parse(line) as { lang: string; text: string };
      const language = record.lang === "ru" ? "ru" : "en";
      const found = new Set(
        findForms(matcher, record.text, language).flatMap(({ id }) => [
          id,
          ...(above.get(id) ?? []),
        ]),
      );
      for (const id of found) counts.set(id, (counts.get(id) ?? 0) + 1);
      total++;
    }
  }
  return new Map([...counts].map(([id, count]) => [id, (100 * count) / total]));
}
