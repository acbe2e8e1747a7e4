import { runBatch } from "../../src/app/batch/collect.ts";
import type { ItemReader } from "../../src/app/batch/read-item.ts";
import { settingOf } from "../../src/ingest/item.ts";
import { checkEvidence } from "../../src/store/rows.ts";
import { fixtures } from "./fixtures.ts";
import { below, mutate, seeded } from "./mutate.ts";

/** An input that broke a property, and how. */
export interface Broken {
  readonly round: number;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly reason: string;
}

/** What a run of fuzzing is asked for. */
export interface FuzzRequest {
  readonly seed: number;
  readonly rounds: number;
  readonly reader: ItemReader;
  /** Only fixtures whose name has this. */
  readonly only?: string;
  /** Ends the run. */
  readonly stop?: () => boolean;
}

/** What a run gave. */
export interface FuzzResult {
  readonly rounds: number;
  readonly pages: number;
  readonly refused: number;
  readonly broken: readonly Broken[];
}

/** Codes of a refusal that show a fault of ours: the page failed in a way nobody foresaw. */
const faults: ReadonlySet<string> = new Set([
  "PAGE_CRASHED",
  "PAGE_TIMED_OUT",
  "PAGE_OUT_OF_MEMORY",
]);

/**
 * Mutate fixtures of every format and read what comes out.
 * Properties: nothing is thrown, every input ends as pages or refusals (or as an archive of nothing
 * that says so), no reader fails or hangs, every mark of every page lies in its text.
 */
export async function fuzz(request: FuzzRequest): Promise<FuzzResult> {
  const files = [...fixtures()].filter(([name]) => name.includes(request.only ?? ""));
  const broken: Broken[] = [];
  let pages = 0;
  let refused = 0;
  let round = 0;
  for (; round < request.rounds && request.stop?.() !== true; round++) {
    const random = seeded(request.seed + round * 7919);
    const [name, original] = files[below(random, files.length)]!;
    const [, other] = files[below(random, files.length)]!;
    const bytes = mutate(original, random, other);
    const fail = (reason: string): void => void broken.push({ round, name, bytes, reason });
    let told = 0;
    let ended = 0;
    try {
      await runBatch(
        { paths: [], items: [{ ...settingOf(name, `/fuzz/${name}`), bytes }] },
        request.reader,
        {
          wanted: { as: "document" },
          async done(_item, { page }) {
            ended++;
            pages++;
            checkEvidence(page!.document!);
            const failed = page!.diagnostics.find(({ code }) => code === "STAGE_FAILED");
            if (failed !== undefined) fail(failed.message);
          },
          async failed(_place, problem) {
            ended++;
            refused++;
            if (faults.has(problem.code)) fail(`${problem.code}: ${problem.message}`);
          },
          told: () => void told++,
        },
      );
      if (ended + told === 0 && bytes.length > 0 && !holdsNothing(name))
        fail("neither a page nor a reason");
    } catch (error) {
      fail(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }
  return { rounds: round, pages, refused, broken };
}

/** Containers that may be empty without anything being wrong. */
function holdsNothing(name: string): boolean {
  return /\.(?:zip|tar|warc|warc\.gz|wacz|mbox|jsonl|gz|ris|bib|rdf)$/.test(name);
}
