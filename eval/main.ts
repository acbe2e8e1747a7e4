// npm run eval -- [NAME…] [--data DIR] [--details] [--json]: measure quality on corpora that do not ship.
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { datesEvaluation } from "./dates/evaluate-dates.ts";
import type { Evaluation, Measure, Report } from "./evaluation.ts";
import { syntaxEvaluation } from "./syntax/evaluate-syntax.ts";

/** Every evaluation, in the order of the stages they measure. */
const evaluations: readonly Evaluation[] = [syntaxEvaluation, datesEvaluation];

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: "string", default: join(root, "..", "shared", "corpora") },
    details: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
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
  const report = await run(data);
  reports[name] = report;
  if (values.json) continue;
  console.log(`${name}: ${about}`);
  for (const measure of report.measures) console.log(line(measure));
  if (values.details) for (const detail of report.details) console.log(`    ${detail}`);
  console.log("");
}
if (values.json) console.log(JSON.stringify(reports, null, 2));
