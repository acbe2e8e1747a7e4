import type { Document, Range, Sentence, Token } from "../document.ts";

/** A sentence's dependency tree with the ranges its subtrees cover. */
export class Tree {
  readonly document: Document;
  readonly sentence: Sentence;
  readonly first: number;
  readonly last: number;
  readonly #children = new Map<number, number[]>();

  constructor(document: Document, sentence: Sentence) {
    this.document = document;
    this.sentence = sentence;
    [this.first, this.last] = sentence.tokens;
    for (let index = this.first; index < this.last; index++) {
      const { head } = this.token(index);
      if (head < 0) continue;
      const siblings = this.#children.get(head);
      if (siblings === undefined) this.#children.set(head, [index]);
      else siblings.push(index);
    }
  }

  /** Token by its index in the document. */
  token(index: number): Token {
    return this.document.layers.tokens[index]!;
  }

  /** Dependents of a token in text order. */
  children(index: number): readonly number[] {
    return this.#children.get(index) ?? [];
  }

  /** First dependent with one of the relations. */
  child(index: number, ...relations: readonly string[]): number | null {
    return (
      this.children(index).find((child) => relations.includes(this.token(child).deprel)) ?? null
    );
  }

  /** All tokens below and including one, in text order; `without` prunes dependents. */
  subtree(index: number, without: (child: number) => boolean = () => false): number[] {
    const found: number[] = [];
    const pending = [index];
    while (pending.length > 0) {
      const at = pending.pop()!;
      found.push(at);
      for (const child of this.children(at)) if (!without(child)) pending.push(child);
    }
    return found.sort((a, b) => a - b);
  }

  /** The stretch of text a subtree covers, edge punctuation left out. */
  rangeOf(indices: readonly number[]): Range | null {
    let from = 0;
    let to = indices.length;
    while (from < to && this.isEdge(indices[from]!, true)) from++;
    while (to > from && this.isEdge(indices[to - 1]!, false)) to--;
    if (from >= to) return null;
    return { start: this.token(indices[from]!).start, end: this.token(indices[to - 1]!).end };
  }

  /** Punctuation that doesn't belong to a stretch's edge; quotation marks and brackets may. */
  isEdge(index: number, leading: boolean): boolean {
    const { start, end, upos } = this.token(index);
    const form = this.document.text.slice(start, end);
    if (upos !== "PUNCT" && !/^[.,;:–—-]+$/u.test(form)) return false;
    return leading ? !/^[“"‘'«(]/u.test(form) : !/^[”"’'»)]/u.test(form);
  }

  /** Lemma, lower case. */
  lemma(index: number): string {
    return this.token(index).lemma.toLowerCase();
  }

  /** Text of a token. */
  form(index: number): string {
    const { start, end } = this.token(index);
    return this.document.text.slice(start, end);
  }
}
