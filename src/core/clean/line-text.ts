/** Scripts written without blanks between words; a character of theirs counts as half a word. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/** Where these scripts stand, and what stands for characters beyond U+FFFF: a cheap first look. */
const maybeUnspaced = /[\u0e00-\u0e7f\u2e80-\uffff]/;

/** End of a sentence, closing quotation marks and brackets (those of `<…>` too) included. */
const sentenceEnd = /[.!?…:;。！？；：‥।؟។၊।۔][”“"’'»›>」』）)\]】]*(?:\s?[([]\d{1,3}[)\]])?$/u;

/** A line's text folded for comparison: case, marks, blanks. */
export function keyOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Words in a text; two characters of a script without blanks count as one. */
export function wordCount(text: string): number {
  const wide = maybeUnspaced.test(text) ? (text.match(unspaced)?.length ?? 0) : 0;
  const spaced = wide === 0 ? text : text.replace(unspaced, " ");
  const words = spaced.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu)?.length ?? 0;
  return words + Math.ceil(wide / 2);
}

/** Whether a text closes like a sentence. */
export function endsSentence(text: string): boolean {
  return sentenceEnd.test(text.slice(-12).trimEnd());
}

/** A text of more words is running text even where it breaks off. */
const longestLabel = 80;

/** Whether a text closes like a sentence and is long enough for one, or is too long for anything else. */
export function isSentence(text: string): boolean {
  const words = wordCount(text);
  return words > longestLabel || (words >= 5 && endsSentence(text));
}
