import type { BlockRole, Range, Token } from "../../../document.ts";
import type { Quotation } from "../../../statements/quotes.ts";

/** A word of a frame: a token, or a quotation of speech that stands in the frame as one word. */
export interface Word extends Token {
  readonly form: string;
  /** The quotation this word stands for. */
  readonly quotation: Quotation | null;
}

const nominals: ReadonlySet<string> = new Set(["NOUN", "PROPN", "PRON", "NUM", "SYM"]);

/**
 * A sentence of the writer's own with its dependency tree. What is quoted as speech stands in it as a
 * word, whatever its length, so that the writer's syntax can be read over it.
 */
export class Frame {
  readonly block: number;
  readonly role: BlockRole;
  readonly words: readonly Word[];
  readonly #children: readonly (readonly number[])[];

  constructor(block: number, role: BlockRole, words: readonly Word[]) {
    this.block = block;
    this.role = role;
    this.words = words;
    const children: number[][] = words.map(() => []);
    for (const [index, { head }] of words.entries()) children[head]?.push(index);
    this.#children = children;
  }

  get length(): number {
    return this.words.length;
  }

  /** Form of a word, `""` outside of the frame. */
  form(index: number): string {
    return this.words[index]?.form ?? "";
  }

  /** Form in lower case. */
  low(index: number): string {
    return this.form(index).toLowerCase();
  }

  /** Lemma in lower case. */
  lemma(index: number): string {
    return this.words[index]?.lemma.toLowerCase() ?? "";
  }

  upos(index: number): string {
    return this.words[index]?.upos ?? "";
  }

  deprel(index: number): string {
    return this.words[index]?.deprel ?? "";
  }

  head(index: number): number {
    return this.words[index]?.head ?? -1;
  }

  quotation(index: number): Quotation | null {
    return this.words[index]?.quotation ?? null;
  }

  /** Dependents in text order. */
  children(index: number): readonly number[] {
    return this.#children[index] ?? [];
  }

  /** First dependent with one of the relations. */
  child(index: number, ...relations: readonly string[]): number | null {
    return this.children(index).find((child) => relations.includes(this.deprel(child))) ?? null;
  }

  /** A dependent that is the word, as conjunction or preposition. */
  marker(index: number, pattern: RegExp): number | null {
    return (
      this.children(index).find(
        (child) => /^(?:mark|case)$/.test(this.deprel(child)) && pattern.test(this.low(child)),
      ) ?? null
    );
  }

  /** A word and all below it, in text order; `without` prunes. */
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

  /** Whether one word stands below another in the tree. */
  isBelow(index: number, above: number): boolean {
    for (let at = index, steps = 0; at >= 0 && steps <= this.length; at = this.head(at), steps++)
      if (at === above) return true;
    return false;
  }

  isPunct(index: number): boolean {
    const word = this.words[index];
    return (
      word !== undefined &&
      word.quotation === null &&
      /^[\p{P}\p{S}]+$/u.test(word.form) &&
      !/^[$€£¥%&]$/u.test(word.form)
    );
  }

  /** A dash, also one written as a hyphen between blanks. */
  isDash(index: number): boolean {
    const word = this.words[index];
    if (word === undefined || word.quotation !== null) return false;
    if (/^(?:[–—―]|-{2,})$/u.test(word.form)) return true;
    return (
      word.form === "-" &&
      (this.words[index - 1]?.end ?? -1) < word.start &&
      word.end < (this.words[index + 1]?.start ?? word.end)
    );
  }

  /** A mark that parts clauses: comma, dash, semicolon, colon. */
  isBreak(index: number): boolean {
    return (
      this.quotation(index) === null && (/^[,;:]$/u.test(this.form(index)) || this.isDash(index))
    );
  }

  isNominal(index: number): boolean {
    return nominals.has(this.upos(index));
  }

  /** A verb form that can carry a clause: no infinitive with “to”, no participle alone. */
  isFinite(index: number): boolean {
    const upos = this.upos(index);
    if (upos === "AUX") return !/^(?:be|been|being|having)$/.test(this.low(index));
    if (upos !== "VERB") return false;
    const to = this.upos(index - 1) === "ADV" ? index - 2 : index - 1;
    if (this.low(index).endsWith("ing") || this.low(to) === "to") return false;
    const relation = this.deprel(index);
    if (relation === "acl" || (relation === "amod" && this.low(index) !== this.lemma(index)))
      return false;
    if (
      relation === "conj" &&
      this.low(index) === this.lemma(index) &&
      this.#isInfinitive(this.head(index))
    )
      return false;
    const helpers = this.children(index).filter((child) =>
      /^(?:aux|aux:pass)$/.test(this.deprel(child)),
    );
    return helpers.length === 0 || helpers.some((child) => this.isFinite(child));
  }

  #isInfinitive(index: number): boolean {
    const to = this.upos(index - 1) === "ADV" ? index - 2 : index - 1;
    return index >= 0 && this.low(to) === "to";
  }

  /** There is a finite verb in `[from, to)`. */
  hasFinite(from: number, to: number): boolean {
    for (let index = Math.max(0, from); index < Math.min(to, this.length); index++)
      if (this.isFinite(index)) return true;
    return false;
  }

  /** The stretch of text of the words in `[from, to)`, without breaking marks at its ends; `null` when nothing is left. */
  range(from: number, to: number): Range | null {
    let first = from;
    let last = to - 1;
    while (first <= last && this.#isEdge(first, true)) first++;
    while (last >= first && this.#isEdge(last, false)) last--;
    if (this.form(first) === "(" && !this.#has(")", first, last)) first++;
    if (this.form(last) === ")" && !this.#has("(", first, last)) last--;
    if (first > last) return null;
    return { start: this.words[first]!.start, end: this.words[last]!.end };
  }

  #has(form: string, first: number, last: number): boolean {
    for (let at = first; at <= last; at++) if (this.form(at) === form) return true;
    return false;
  }

  #isEdge(index: number, leading: boolean): boolean {
    if (!this.isPunct(index)) return false;
    return leading
      ? !/^[“"‘'«(['`]/u.test(this.form(index))
      : !/^[”"’'»)\]%]/u.test(this.form(index));
  }
}
