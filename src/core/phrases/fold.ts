/** What may stand between two words of a pattern: nothing but a blank or hyphen, or also a comma or bracket. */
export type Gap = "tight" | "loose" | "break";

/** A word of a text with its key for matching. */
export interface FoldedWord {
  readonly start: number;
  readonly end: number;
  /** Folded as `foldWord` does. */
  readonly key: string;
  /** As it stands, for patterns that ask for exact letters. */
  readonly raw: string;
  /** What separates it from the next word. */
  readonly gap: Gap;
}

const wordPattern =
  /\p{Lu}\.(?:[ \u00a0]?\p{Lu}\.)+|\p{N}+(?:[.,]\p{N}+)*\p{L}*|\p{L}[\p{L}\p{N}\p{M}\u00ad\u200b]*(?:['’ʼ]\p{L}+)*/gu;

const spellings: readonly (readonly [RegExp, string])[] = [
  [/isation/, "ization"],
  [/is(e|ed|es|er|ers|ing)$/, "iz$1"],
  [/ys(e|ed|es|ing)$/, "yz$1"],
  [/^(.{2,})our(?!s?$|[ct])|^(.{3,})our(?=s?$)/, "$1$2or"],
  [/(def|off|lic|pret)ence/, "$1ense"],
  [/(cent|theat)re(s?)$/, "$1er$2"],
  [/programme/, "program"],
  [/vell(ing|ed|er)/, "vel$1"],
];

/** What a word has that any of the spellings touches. */
const touched = /is|ys|our|ence|re|mme|vell/;

/**
 * The form of a word under which patterns find it.
 *
 * Lower case, `ё` as `е`, no soft hyphens, no possessive `’s`, American spelling; `US`, `U.S.` become `u.s.`
 * so that the pronoun stays apart.
 */
export function foldWord(word: string): string {
  if (/^U\. ?S\.?$|^US$/.test(word)) return "u.s.";
  if (/^(?:\p{Lu}\.[ \u00a0]?)+$/u.test(word)) return word.replace(/[. \u00a0]/g, "").toLowerCase();
  let key = word.toLowerCase();
  if (/[ё\u00ad\u200b'’ʼ]/.test(key)) {
    key = key
      .replace(/ё/g, "е")
      .replace(/[\u00ad\u200b]/g, "")
      .replace(/['’ʼ]s$/, "")
      .replace(/[’ʼ]/g, "'");
  }
  if (key.length < 5 || key.charCodeAt(0) > 0x24f || !touched.test(key)) return key;
  for (const [from, to] of spellings) key = key.replace(from, to);
  return key;
}

/** The words of a text, in order, with their keys. */
export function foldWords(text: string): FoldedWord[] {
  const words: FoldedWord[] = [];
  const known = new Map<string, string>();
  let previous: { start: number; end: number; key: string; raw: string } | null = null;
  for (const match of text.matchAll(wordPattern)) {
    const raw = match[0];
    let key = known.get(raw);
    if (key === undefined) {
      key = foldWord(raw);
      known.set(raw, key);
    }
    if (previous !== null)
      words.push({ ...previous, gap: gapBetween(text, previous.end, match.index) });
    previous = { start: match.index, end: match.index + raw.length, key, raw };
  }
  if (previous !== null) words.push({ ...previous, gap: "break" });
  return words;
}

/** Characters between words that a pattern doesn't notice: hyphens, quotation marks, emphasis marks of Markdown. */
const unnoticed = new Set("+-‐‑\"“”„«»‘’'*_");

function gapBetween(text: string, from: number, to: number): Gap {
  if (to - from === 1 && text.charCodeAt(from) === 32) return "tight";
  if (to - from > 40) return "break";
  let gap: Gap = "tight";
  let lines = 0;
  for (let index = from; index < to; index++) {
    const character = text.charAt(index);
    if (character === "\n") lines++;
    else if (".!?;:…".includes(character)) return "break";
    else if (character === "–" || character === "—") {
      if (to - from > 1) gap = "loose";
    } else if (!unnoticed.has(character) && character.trim() !== "") gap = "loose";
  }
  return lines > 1 ? "break" : gap;
}
