// npm run fuzz [-- --seed N --rounds N --seconds N --only NAME --keep DIR]: mutated files of every format through the
// reading of pages, in workers with limits. Prints what broke with the seed that repeats it.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { WorkerPool } from "../../src/app/batch/pool.ts";
import { fuzz } from "./run.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    rounds: { type: "string", default: "2000" },
    seconds: { type: "string", default: "600" },
    only: { type: "string", default: "" },
    keep: { type: "string" },
  },
});
const until = Date.now() + Number(values.seconds) * 1000;
const reader = new WorkerPool({ tables: null, workers: 1, seconds: 20, megabytes: 400 });
const result = await fuzz({
  seed: Number(values.seed),
  rounds: Number(values.rounds),
  reader,
  only: values.only,
  stop: () => Date.now() > until,
});
await reader.close();
console.log(
  `${result.rounds} inputs: ${result.pages} pages read, ${result.refused} refused, ${result.broken.length} broken`,
);
for (const { round, name, bytes, reason } of result.broken) {
  console.log(
    `\n${name}, seed ${Number(values.seed) + round * 7919} (--seed ${Number(values.seed) + round * 7919} --rounds 1)\n${reason}`,
  );
  if (values.keep === undefined) continue;
  mkdirSync(values.keep, { recursive: true });
  writeFileSync(join(values.keep, `${round}-${name}`), bytes);
}
process.exitCode = result.broken.length === 0 ? 0 : 1;
