import type { Range } from "../../src/core/document.ts";

/** A sentence of a treebank. Heads are word indices, `words.length` for the root. */
export interface TreebankSentence {
  readonly forms: readonly string[];
  readonly lemmas: readonly string[];
  readonly upos: readonly string[];
  readonly heads: readonly number[];
  readonly labels: readonly string[];
  readonly text: string;
  /** Places of the words in `text`; words of one multiword token that differ from it share its place. */
  readonly ranges: readonly Range[];
  /** It begins a paragraph or document. */
  readonly opens: boolean;
}

/** Read CoNLL-U. Multiword tokens give their syntactic words; empty nodes are passed over. */
export function parseConllu(text: string): TreebankSentence[] {
  const sentences: TreebankSentence[] = [];
  for (const chunk of text.split(/\n\s*\n/)) {
    const lines = chunk.split("\n");
    const rows = lines.filter((line) => /^\d+\t/.test(line)).map((line) => line.split("\t"));
    if (rows.length === 0) continue;
    const surface = /^# text = (.*)$/m.exec(chunk)?.[1] ?? "";
    sentences.push({
      forms: rows.map((row) => row[1]!),
      lemmas: rows.map((row) => row[2]!),
      upos: rows.map((row) => row[3]!),
      heads: rows.map((row) => (row[6] === "0" ? rows.length : Number(row[6]) - 1)),
      labels: rows.map((row) => row[7]!),
      text: surface,
      ranges: placesOf(lines, surface),
      opens: /^# new(?:par|doc)\b/m.test(chunk),
    });
  }
  return sentences;
}

/** Find the words of a sentence in its text, in order. */
function placesOf(lines: readonly string[], text: string): Range[] {
  const ranges: Range[] = [];
  let from = 0;
  let whole: (Range & { readonly last: number }) | null = null;
  const find = (form: string, limit: number): Range | null => {
    const start = text.indexOf(form, from);
    if (start < 0 || start + form.length > limit) return null;
    from = start + form.length;
    return { start, end: from };
  };
  for (const line of lines) {
    const [id, form] = line.split("\t") as [string, string];
    const several = /^\d+-(\d+)$/.exec(id);
    if (several !== null) {
      const before = from;
      const range = find(form, text.length) ?? { start: from, end: from };
      whole = { ...range, last: Number(several[1]) };
      from = Math.max(before, range.start);
    } else if (/^\d+$/.test(id)) {
      const inside: (Range & { readonly last: number }) | null =
        whole !== null && Number(id) <= whole.last ? whole : null;
      const range = find(form, inside?.end ?? text.length);
      ranges.push(
        range ??
          (inside === null ? { start: from, end: from } : { start: inside.start, end: inside.end }),
      );
      if (inside !== null && Number(id) === inside.last) from = inside.end;
    }
  }
  return ranges;
}
