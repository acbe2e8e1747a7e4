import type { Range } from "../document.ts";

/** Abbreviations that keep their full stop inside a sentence (UD English EWT does so). */
const keepsStop =
  /^(?:Mr|Mrs|Ms|Dr|Prof|Rev|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Sen|Rep|Gov|Pres|Amb|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|No|vs|etc|al|ca|St|Ft|Mt|Co|Corp|Inc|Ltd|Jr|Sr|Art|e\.g|i\.e|a\.m|p\.m|Ph\.D)$/i;

/** Prefixes that stay with their word across a hyphen: whole in the training treebanks more often than not. */
const prefix =
  /^(?:anti|co|counter|cross|e|ex|inter|micro|mid|mini|multi|neo|non|over|post|pre|pro|re|semi|socio|sub|ultra|un)$/i;

/**
 * One piece: addresses, file and host names, abbreviations with inner stops, currency signs, figures
 * (with separators, dates and telephone numbers whole, ordinals and decades with their ending), words
 * with inner apostrophes and a hyphen after them (cut further below), runs of one mark, anything else.
 */
const piece =
  /https?:\/\/\S*[\p{L}\p{N}/]|[\w.+-]{1,64}@[\w-]{1,64}(?:\.\w+)+|(?:\p{Lu}\.){2,}|[$€£¥]|\d{3}-\d{3}-\d{4}|\d+(?:[.,:/]\d+)*(?:(?:st|nd|rd|th|s)(?!\p{L}))?|[\p{L}\d_]{1,64}(?:\.[\p{Ll}\d]{2,})+(?!\p{L})|\p{L}[\p{L}\p{M}\d]*(?:[.](?=\p{L}\.))?(?:['’][\p{L}]+)*(?:[-‑](?=[\p{L}\d]))?|\.{2,}|…|[!?]{2,}|-{2,}|\*{2,}|={2,}|_{2,}|~{2,}|\p{P}|\S/gu;

const contraction = /^(.+?)(n['’]t|['’](?:s|S|re|ve|ll|d|m|RE|VE|LL|D|M))$/u;

/** Two words written as one: the length of the first. */
const fused: ReadonlyMap<string, number> = new Map([
  ["cannot", 3],
  ["gonna", 3],
  ["gotta", 3],
  ["wanna", 3],
]);

/**
 * Words of one sentence with the conventions of UD English EWT: contractions and possessives cut
 * off (`do|n't`, `Russia|'s`), hyphens apart (`long|-|term`) but after prefixes (`pro-Russian`),
 * units off figures (`10|am`), abbreviations whole (`U.S.`, `Mr.`).
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
  const before = last !== undefined && last.end === from ? text.slice(last.start, from) : "";
  if (form === "." && (keepsStop.test(before) || (/^\p{Lu}$/u.test(before) && to < end))) {
    joinLast(ranges, to);
    return;
  }
  if (before.endsWith("-") && prefix.test(before.slice(0, -1)) && /^[\p{L}\d]/u.test(form)) {
    const own: Range[] = [];
    pushPiece(own, text, from, to, end);
    joinLast(ranges, own[0]!.end);
    ranges.push(...own.slice(1));
    return;
  }
  if (/^\p{L}/u.test(form) && /[-‑]$/u.test(form)) {
    if (prefix.test(form.slice(0, -1)) && /^[\p{L}\d]/u.test(text.slice(to, to + 2))) {
      ranges.push({ start: from, end: to });
      return;
    }
    pushPiece(ranges, text, from, to - 1, end);
    ranges.push({ start: to - 1, end: to });
    return;
  }
  const cut =
    fused.get(form.toLowerCase()) ??
    contraction.exec(form)?.[1]?.length ??
    (/^\p{L}.*[sS]['’]$/u.test(form) ? form.length - 1 : 0);
  if (cut > 0) ranges.push({ start: from, end: from + cut });
  ranges.push({ start: from + cut, end: to });
}

function joinLast(ranges: Range[], end: number): void {
  ranges[ranges.length - 1] = { start: ranges.at(-1)!.start, end };
}
