import { readFileSync } from "node:fs";
import type { Range } from "../../src/core/document.ts";
import type { Attribution } from "./attribution.ts";

/**
 * Attributions of another system by text: the same JSON whatever made it.
 *
 * `{"TEXT": [{"source": [[start, end], …], "cue": […], "content": […]}, …], …}`: TEXT is the text's
 * file name without its ending, offsets count UTF-16 code units in the file, `end` is exclusive, an
 * absent role is `[]` or left out. With `"offsets": "code-points"` as a member beside the texts,
 * offsets count Unicode code points instead.
 * @throws `TypeError` when the file has another form
 */
export function readPredictions(
  path: string,
): (name: string, text: string) => readonly Attribution[] {
  const { offsets = "utf-16", ...texts } = JSON.parse(readFileSync(path, "utf8")) as {
    offsets?: string;
  } & Record<string, unknown>;
  return (name, text) => {
    const list = texts[name] ?? [];
    if (!Array.isArray(list)) throw new TypeError(`${path}: “${name}” is no list of attributions`);
    const units = offsets === "code-points" ? unitOffsets(text) : null;
    return list.map((item: unknown) => {
      const given = item as Partial<Record<keyof Attribution, unknown>>;
      const role = (value: unknown): Range[] => {
        if (value === undefined || value === null) return [];
        if (!Array.isArray(value))
          throw new TypeError(`${path}: “${name}” has a role without ranges`);
        return value.map((pair: unknown) => {
          const [start, end] = pair as [number, number];
          return units === null ? { start, end } : { start: units[start]!, end: units[end]! };
        });
      };
      return { source: role(given.source), cue: role(given.cue), content: role(given.content) };
    });
  };
}

/** UTF-16 offset of each code point of a text, and of its end. */
export function unitOffsets(text: string): number[] {
  const units: number[] = [];
  let at = 0;
  for (const character of text) {
    units.push(at);
    at += character.length;
  }
  units.push(at);
  return units;
}
