import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Range } from "../../src/core/document.ts";
import { union, type Attribution } from "./attribution.ts";
import { unitOffsets } from "./predictions.ts";

/** A text of PolNeAR with its attributions. */
export interface PolnearText {
  /** File name without its ending. */
  readonly name: string;
  readonly text: string;
  readonly gold: readonly Attribution[];
}

/**
 * Read a part of PolNeAR (brat stand-off: Source, Cue, Content of each Attribution event).
 * Where several people annotated a text the first file in sorted order counts. Attributions that
 * lost their content or their cue in the annotation tool are left out: nothing could match them.
 * @param folder - `…/polnear/dev`: `text/*.txt` and `attributions/*.ann`
 * @returns texts by name; ranges are UTF-16 code units, where brat counts code points
 */
export function readPolnear(folder: string): PolnearText[] {
  const annotations = readdirSync(join(folder, "attributions")).toSorted();
  return readdirSync(join(folder, "text"))
    .toSorted()
    .map((file) => {
      const name = file.replace(/\.txt$/, "");
      const text = readFileSync(join(folder, "text", file), "utf8");
      const annotation = annotations.find((candidate) => candidate.startsWith(`${name}_`));
      const gold =
        annotation === undefined
          ? []
          : readEvents(readFileSync(join(folder, "attributions", annotation), "utf8"), text);
      return { name, text, gold };
    });
}

function readEvents(annotation: string, text: string): Attribution[] {
  const units = unitOffsets(text);
  const spans = new Map<string, Range[]>();
  const events: Attribution[] = [];
  for (const line of annotation.split("\n")) {
    const span = /^(T\d+)\t\w+ ([\d ;]+)\t/.exec(line);
    if (span !== null) {
      spans.set(
        span[1]!,
        span[2]!.split(";").map((part) => {
          const [start, end] = part.split(" ").map(Number) as [number, number];
          return { start: units[start] ?? text.length, end: units[end] ?? text.length };
        }),
      );
    }
  }
  for (const line of annotation.split("\n")) {
    const event = /^E\d+\t(.+)$/.exec(line);
    if (event === null) continue;
    const parts = event[1]!.trim().split(" ").slice(1);
    const role = (name: RegExp): Range[] =>
      union(
        parts
          .filter((part) => name.test(part))
          .flatMap((part) => spans.get(part.slice(part.indexOf(":") + 1)) ?? []),
      );
    const attribution = {
      source: role(/^Source\d*:/),
      cue: role(/^Cue\d*:/),
      content: role(/^Content\d*:/),
    };
    if (attribution.cue.length > 0 && attribution.content.length > 0) events.push(attribution);
  }
  return events;
}
