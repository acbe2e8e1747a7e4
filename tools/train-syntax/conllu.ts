/** A sentence of a treebank. Heads are word indices, `words.length` for the root. */
export interface TreebankSentence {
  readonly forms: readonly string[];
  readonly lemmas: readonly string[];
  readonly upos: readonly string[];
  readonly heads: readonly number[];
  readonly labels: readonly string[];
  readonly text: string;
}

/** Read CoNLL-U. Multiword tokens give their syntactic words; empty nodes are passed over. */
export function parseConllu(text: string): TreebankSentence[] {
  const sentences: TreebankSentence[] = [];
  for (const chunk of text.split(/\n\s*\n/)) {
    const rows = chunk
      .split("\n")
      .filter((line) => /^\d+\t/.test(line))
      .map((line) => line.split("\t"));
    if (rows.length === 0) continue;
    sentences.push({
      forms: rows.map((row) => row[1]!),
      lemmas: rows.map((row) => row[2]!),
      upos: rows.map((row) => row[3]!),
      heads: rows.map((row) => (row[6] === "0" ? rows.length : Number(row[6]) - 1)),
      labels: rows.map((row) => row[7]!),
      text: /^# text = (.*)$/m.exec(chunk)?.[1] ?? "",
    });
  }
  return sentences;
}
