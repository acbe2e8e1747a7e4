// npm run eval -- [NAME…] [--data DIR] [--details] [--json] [--write] [--check] [--predictions FILE]
// Measures quality on corpora that do not ship. `--write` keeps the figures in eval/results.json;
// `--check` fails when one got worse than the kept ones. `--predictions` scores another system's output
// in place of Readout's own (statements; form in eval/statements/predictions.ts).
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { actorsEvaluation } from "./actors/evaluate-actors.ts";
import { briefEvaluation } from "./brief/evaluate-brief.ts";
import { compareEvaluation } from "./compare/evaluate-compare.ts";
import { datesEvaluation } from "./dates/evaluate-dates.ts";
import { encountersEvaluation } from "./encounters/evaluate-encounters.ts";
import type { Evaluation, Measure, Report } from "./evaluation.ts";
import { extractionEvaluation } from "./extraction/evaluate-extraction.ts";
import { referencesEvaluation } from "./extraction/references.ts";
import { judgementsEvaluation } from "./judgements/evaluate-judgements.ts";
import { silencesEvaluation } from "./silences/evaluate-silences.ts";
import { chineseStatements, russianStatements } from "./statements/evaluate-languages.ts";
import { statementsEvaluation } from "./statements/evaluate-statements.ts";
import { syntaxEvaluation } from "./syntax/evaluate-syntax.ts";

/** Every evaluation, in the order of the stages they measure. */
const evaluations: readonly Evaluation[] = [
  extractionEvaluation,
  referencesEvaluation,
  syntaxEvaluation,
  datesEvaluation,
  actorsEvaluation,
  statementsEvaluation,
  chineseStatements,
  russianStatements,
  encountersEvaluation,
  silencesEvaluation,
  judgementsEvaluation,
  compareEvaluation,
  briefEvaluation,
];

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: "string", default: join(root, "..", "shared", "corpora") },
    details: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    check: { type: "boolean", default: false },
    predictions: { type: "string" },
  },
});

function line({ name, value, unit, target, bound }: Measure): string {
  const figure = `${Number.isInteger(value) ? value : value.toFixed(1)}${unit === undefined ? "" : ` ${unit}`}`;
  if (target === undefined) return `  ${name.padEnd(44)} ${figure}`;
  const most = bound === "most";
  const reached = most ? value <= target : value >= target;
  return `  ${name.padEnd(44)} ${figure.padEnd(12)} ${reached ? "reaches" : "MISSES"} ${most ? "≤" : "≥"} ${target}`;
}

const known = evaluations.map((evaluation) => evaluation.name);
const unknown = positionals.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`eval: there is no “${unknown.join(", ")}”. Known: ${known.join(", ")}.`);
  process.exit(2);
}
const data = resolve(process.env["INIT_CWD"] ?? ".", values.data);
const predictions =
  values.predictions === undefined
    ? undefined
    : resolve(process.env["INIT_CWD"] ?? ".", values.predictions);
const reports: Record<string, Report> = {};
for (const { name, about, needs, run } of evaluations) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const absent = needs.filter((need) => !existsSync(join(data, need)));
  if (absent.length > 0) {
    console.error(
      `eval: ${name} skipped: ${absent.join(", ")} not found under ${data} (--data DIR).`,
    );
    continue;
  }
  console.error(`eval: ${name} …`);
  const report = await run(data, { predictions });
  reports[name] = report;
  if (values.json) continue;
  console.log(`${name}: ${about}`);
  for (const measure of report.measures) console.log(line(measure));
  for (const text of report.lines ?? []) console.log(`    ${text}`);
  if (values.details) for (const detail of report.details) console.log(`    ${detail}`);
  console.log("");
}
if (values.json) console.log(JSON.stringify(reports, null, 2));

/** Figures kept of the last run: value by measure by evaluation. */
type Results = Record<string, Record<string, number>>;
const resultsFile = join(root, "eval", "results.json");
const kept: Results = existsSync(resultsFile)
  ? (JSON.parse(readFileSync(resultsFile, "utf8")) as Results)
  : {};

if (values.check) {
  const worse = Object.entries(reports).flatMap(([name, { measures }]) =>
    measures
      .filter((measure) => isWorse(measure, kept[name]?.[measure.name]))
      .map(
        (measure) =>
          `${name}: ${measure.name} was ${kept[name]![measure.name]}, is ${measure.value.toFixed(2)}`,
      ),
  );
  for (const drop of worse) console.error(`eval: WORSE ${drop}`);
  process.exitCode = worse.length > 0 ? 1 : 0;
}
if (values.write) {
  for (const [name, { measures }] of Object.entries(reports))
    kept[name] = Object.fromEntries(
      measures.map((measure) => [measure.name, Math.round(measure.value * 100) / 100]),
    );
  writeFileSync(resultsFile, `${JSON.stringify(kept, null, 2)}\n`);
}

/** Worse by more than rounding. Counts, times and sizes (figures with a unit) are told, not held against a run. */
function isWorse({ value, unit, bound }: Measure, before: number | undefined): boolean {
  if (before === undefined || unit !== undefined) return false;
  return bound === "most" ? value > before + 0.05 : value < before - 0.05;
}
