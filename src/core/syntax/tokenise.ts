import type { Range } from "../document.ts";

/** Abbreviations that keep their full stop inside a sentence (UD English EWT does so). */
const keepsStop =
  /^(?:Mr|Mrs|Ms|Dr|Prof|Rev|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Sen|Rep|Gov|Pres|Amb|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|No|vs|etc|St|Mt|Co|Corp|Inc|Ltd|Jr|Sr|Art|e\.g|i\.e|a\.m|p\.m|Ph\.D)$/i;

/**
 * One piece: numbers with separators, words with inner apostrophes or hyphens (cut further below),
 * abbreviations with inner stops, addresses, runs of one mark, any other single character.
 */
const piece =
  /https?:\/\/\S+|[\w.+-]+@[\w-]+\.[\w.]+|(?:\p{Lu}\.){2,}|[$€£¥]|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|[a-z]{1,2}\b)?|\p{L}[\p{L}\p{M}\d]*(?:[.](?=\p{L}\.))?(?:['’][\p{L}]+)*(?:[-‑](?=[\p{L}\d]))?|\.{2,}|…|-{2,}|\p{P}|\S/gu;

const contraction = /^(.+?)(n['’]t|['’](?:s|S|re|ve|ll|d|m|RE|VE|LL|D|M))$/u;

/**
 * Words of one sentence with the conventions of UD English EWT: contractions and possessives cut
 * off (`do|n't`, `Russia|'s`), hyphens apart (`long|-|term`), abbreviations whole (`U.S.`, `Mr.`).
 * @returns ranges in order; together they cover all but the blanks
 */
export function tokenise(text: string, start: number, end: number): Range[] {
  const ranges: Range[] = [];
  const sentence = text.slice(start, end);
  for (const match of sentence.matchAll(piece)) {
    const from = start + match.index;
    pushPiece(ranges, text, from, from + match[0].length, end);
  }
  return ranges;
}

function pushPiece(ranges: Range[], text: string, from: number, to: number, end: number): void {
  const form = text.slice(from, to);
  const last = ranges.at(-1);
  if (
    form === "." &&
    last !== undefined &&
    last.end === from &&
    (keepsStop.test(text.slice(last.start, last.end)) ||
      (/^\p{Lu}$/u.test(text.slice(last.start, last.end)) && to < end))
  ) {
    ranges[ranges.length - 1] = { start: last.start, end: to };
    return;
  }
  if (/^\p{L}/u.test(form) && /[-‑]$/u.test(form)) {
    pushPiece(ranges, text, from, to - 1, end);
    ranges.push({ start: to - 1, end: to });
    return;
  }
  const cut = contraction.exec(form);
  if (cut !== null && cut[1] !== undefined && cut[1] !== "") {
    ranges.push(
      { start: from, end: from + cut[1].length },
      { start: from + cut[1].length, end: to },
    );
    return;
  }
  const possessive = /^(\p{L}.*[sS])(['’])$/u.exec(form);
  if (possessive !== null) {
    ranges.push({ start: from, end: to - 1 }, { start: to - 1, end: to });
    return;
  }
  if (/^cannot$/i.test(form)) {
    ranges.push({ start: from, end: from + 3 }, { start: from + 3, end: to });
    return;
  }
  ranges.push({ start: from, end: to });
}
