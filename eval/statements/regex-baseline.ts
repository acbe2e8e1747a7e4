import type { Range } from "../../src/core/document.ts";
import type { Attribution } from "./attribution.ts";

const name = String.raw`(?:\p{Lu}[\p{L}.'’-]*)(?:\s+(?:\p{Lu}[\p{L}.'’-]*|of|the))*`;
const source = `(?<source>(?:[Tt]he\\s+\\p{Ll}+|${name}|[Hh]e|[Ss]he|[Tt]hey))`;
const cue = String.raw`(?<cue>(?:said|says|told|added|wrote|argued|claimed|noted|tweeted|asked|stated))`;
const quote = String.raw`(?<content>[“"][^“”"\n]+[”"])`;
const patterns = [
  `${quote},?\\s+${source}\\s+${cue}`,
  `${quote},?\\s+${cue}\\s+${source}`,
  `${source}\\s+${cue}[,:]?\\s+${quote}`,
  `${source}\\s+${cue}\\s+(?<content>(?:that\\s+)?[^.“”"\\n]+)(?=\\.)`,
  `(?<content>[^.“”"\\n]+),\\s+${source}\\s+${cue}(?=\\.)`,
  `(?<cue>[Aa]ccording to)\\s+${source},\\s+(?<content>[^.“”"\\n]+)(?=\\.)`,
  `(?<content>[^.“”"\\n]+),\\s+(?<cue>according to)\\s+${source}(?=\\.)`,
].map((pattern) => new RegExp(pattern, "dgu"));

/**
 * What a handful of regular expressions find: a yardstick for everything that tries harder.
 * Earlier patterns win over later ones that overlap them.
 */
export function regexBaseline(text: string): Attribution[] {
  const found: Attribution[] = [];
  const taken: Range[] = [];
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const range = { start: match.index, end: match.index + match[0].length };
      if (taken.some((other) => other.start < range.end && range.start < other.end)) continue;
      taken.push(range);
      const part = (role: string): Range[] => {
        const at = match.indices?.groups?.[role];
        return at === undefined ? [] : [{ start: at[0], end: at[1] }];
      };
      found.push({ source: part("source"), cue: part("cue"), content: part("content") });
    }
  }
  return found;
}
