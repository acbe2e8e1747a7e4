import type { Context } from "../../context.ts";

/** Punctuation of other scripts that stands for Chinese punctuation beside Chinese characters. */
const wide: ReadonlyMap<string, string> = new Map([
  [",", "，"],
  [":", "："],
  [";", "；"],
  ["?", "？"],
  ["!", "！"],
  ["(", "（"],
  [")", "）"],
]);

/** Longest bracket whose end is known by its beginning, in characters. */
const longestBracket = 60;

const besideHan = /[\p{Script=Han}”」』）》]/u;

/**
 * Write a text in simplified characters and with Chinese punctuation, one for one, so that offsets stay the same.
 *
 * Table: `lang/zh/lexicon/hans.tsv`. A character that several simplified ones can stand for follows the commonest.
 * Commas, brackets … as keyboards of other scripts write them count as Chinese next to a Chinese character.
 */
export function foldToHans(text: string, context: Context): string {
  const table = context.derived("zh/hans", (tables) => {
    // The dots that stand in for the one between the parts of foreign names.
    const map = new Map<string, string>(["・", "‧", "•", "∙"].map((dot) => [dot, "·"]));
    for (const row of tables.rows("lang/zh/lexicon/hans")) map.set(row["hant"]!, row["hans"]!);
    return map;
  });
  let folded = "";
  let from = 0;
  // Where a bracket was opened that its own closes, whatever stands inside.
  let opened = -1;
  for (let index = 0; index < text.length; index++) {
    const closes = text.charAt(index) === ")" && opened >= 0 && index - opened < longestBracket;
    const simple = closes ? "）" : (table.get(text.charAt(index)) ?? wideAt(text, index));
    if (simple === undefined) continue;
    if (simple === "（") opened = index;
    else if (simple === "）") opened = -1;
    folded += text.slice(from, index) + simple;
    from = index + 1;
  }
  return from === 0 ? text : folded + text.slice(from);
}

function wideAt(text: string, index: number): string | undefined {
  const mark = wide.get(text.charAt(index));
  if (mark === undefined) return undefined;
  const before = text.charAt(index - 1);
  const after = text.charAt(index + 1);
  return besideHan.test(before) || (/[(),:]/u.test(text.charAt(index)) && besideHan.test(after))
    ? mark
    : undefined;
}
