import type { Range } from "../document.ts";
import type { Tree } from "./tree.ts";

/** From the start of one range to the end of the other. */
export function span(a: Range, b: Range): Range {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** More than one word. */
export function longEnough(tree: Tree, range: Range): boolean {
  return /\s/u.test(tree.document.text.slice(range.start, range.end));
}

/** An aside that hangs on a phrase without belonging to it. */
export function isOuter(tree: Tree, child: number): boolean {
  const { deprel } = tree.token(child);
  return deprel === "parataxis" || deprel === "discourse";
}

/** “It was agreed”, “there is”: no speaker. */
export function isExpletive(tree: Tree, index: number): boolean {
  return /^(?:it|there)$/i.test(tree.form(index));
}

/** An infinitive with “to”. */
export function hasTo(tree: Tree, index: number): boolean {
  return hasMark(tree, index, "to");
}

/** Opened by one of the words, as conjunction or preposition. */
export function hasMark(tree: Tree, index: number, ...words: readonly string[]): boolean {
  return tree
    .children(index)
    .some(
      (child) =>
        /^(?:mark|case)$/.test(tree.token(child).deprel) && words.includes(tree.lemma(child)),
    );
}

/** Governed by one of the prepositions. */
export function hasCase(tree: Tree, index: number, ...words: readonly string[]): boolean {
  return tree
    .children(index)
    .some((child) => tree.token(child).deprel === "case" && words.includes(tree.lemma(child)));
}

/** Negated before the verb. */
export function isNegated(tree: Tree, verb: number): boolean {
  return tree
    .children(verb)
    .some((child) => /^(?:n['’]t|not|never|neither|nor)$/i.test(tree.form(child)) && child < verb);
}

/** Told with reserve (“reportedly”). */
export function isHedged(tree: Tree, verb: number): boolean {
  return tree
    .children(verb)
    .some((child) =>
      /^(?:reportedly|allegedly|apparently|supposedly|purportedly)$/i.test(tree.form(child)),
    );
}

/** The stretch between two tokens, edge punctuation left out. */
export function trimmed(tree: Tree, from: number, to: number): Range | null {
  const indices = Array.from({ length: to - from + 1 }, (_, offset) => from + offset);
  return tree.rangeOf(indices);
}

/** There is a verb between two tokens. */
export function hasVerb(tree: Tree, from: number, to: number): boolean {
  for (let index = from; index < to; index++)
    if (/^(?:VERB|AUX)$/.test(tree.token(index).upos)) return true;
  return false;
}
