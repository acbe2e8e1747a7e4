import type { Document, Range } from "../../../document.ts";
import { mentionsIn } from "../../../actors/lookup.ts";

/** Words that a headline in title case leaves small. */
const small =
  /^(?:a|an|the|and|but|or|nor|of|in|on|at|to|for|by|with|from|as|via|over|vs|amid|into)$/iu;

/** Whether a headline writes most of its words with capitals, so that capitals tell nothing. */
export function isTitleCase(text: string): boolean {
  const words = (text.match(/\p{L}[\p{L}’'-]*/gu) ?? []).filter((word) => !small.test(word));
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return words.length >= 4 && capitals / words.length > 0.7;
}

/** Names of a document: words its running text writes with a capital within a sentence. */
export function namesOf(document: Document): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { block, tokens } of document.layers.sentences) {
    const role = document.blocks[block]?.role;
    if (role !== "paragraph" && role !== "list-item") continue;
    for (let index = tokens[0] + 1; index < tokens[1]; index++) {
      const { start, end, upos } = document.layers.tokens[index]!;
      if (upos === "PROPN") names.add(document.text.slice(start, end));
    }
  }
  return names;
}

/**
 * A headline as a sentence would write it: words that are no names in lower case.
 * @returns a text of the same length
 */
export function recased(document: Document, range: Range, names: ReadonlySet<string>): string {
  const mentions = mentionsIn(document, range).filter(
    (mention) => mention.how !== "pronoun" && mention.how !== "group",
  );
  return document.text
    .slice(range.start, range.end)
    .replace(/\p{L}[\p{L}’'-]*/gu, (word, at: number) => {
      const start = range.start + at;
      const bare = word.replace(/[’']s$/u, "");
      const named =
        names.has(bare) ||
        mentions.some((mention) => mention.start <= start && start < mention.end) ||
        /^\p{Lu}{2,}$/u.test(bare);
      const lower = word.toLowerCase();
      return named || lower.length !== word.length ? word : lower;
    });
}
