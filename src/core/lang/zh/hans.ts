import type { Context } from "../../context.ts";

/**
 * Write a text in simplified characters, one for one, so that offsets stay the same.
 *
 * Table: `lang/zh/lexicon/hans.tsv`. A character that several simplified ones can stand for follows the commonest.
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
  for (let index = 0; index < text.length; index++) {
    const simple = table.get(text.charAt(index));
    if (simple === undefined) continue;
    folded += text.slice(from, index) + simple;
    from = index + 1;
  }
  return from === 0 ? text : folded + text.slice(from);
}
