import type { Range } from "../../../document.ts";
import type { Tree } from "../../../statements/tree.ts";
import { plain, type EnglishTerms, type TermPlace } from "./places.ts";

/** A sentence as its judgements are read. */
export interface Scene {
  readonly tree: Tree;
  readonly terms: EnglishTerms;
  readonly isTitle: boolean;
}

/** A judgement a construction offers. */
export interface Candidate {
  readonly place: TermPlace;
  readonly rule: string;
  readonly term: Range;
  readonly about: Range;
  readonly negated: boolean;
  /** The predicate of the clause that is judged: of candidates for one clause the surest stays. */
  readonly clause: number;
  /** Higher is surer. */
  readonly rank: number;
  /** The noun that names the holder; `null`: whoever says it. */
  readonly holder: number | null;
}

const copulas = /^(?:be|remain|seem|look|appear|become|sound|stay|prove|get)$/;

/** A verb that joins a subject to a predicate. */
export function isCopula(tree: Tree, index: number): boolean {
  return copulas.test(tree.lemma(index));
}

/** Negations as they stand before a word: “not”, “n’t”, “never”, “no longer”, “hardly”. */
export function isNegation(tree: Tree, index: number): boolean {
  return /^(?:not|n't|never|hardly|scarcely|nowise|neither)$/.test(plain(tree.form(index)));
}

/** A predicate or verb is negated by a word of its own or of its copula. */
export function isNegated(tree: Tree, index: number): boolean {
  const { head, deprel } = tree.token(index);
  const upper = deprel === "xcomp" && head >= 0 && isCopula(tree, head) ? [head] : [];
  return [index, ...upper].some((at) =>
    tree
      .children(at)
      .some((child) => isNegation(tree, child) && child < index && index - child <= 6),
  );
}

/** Range from one token to another. */
export function rangeBetween(tree: Tree, first: number, last: number): Range {
  return { start: tree.token(first).start, end: tree.token(last).end };
}

/** From the start of one range to the end of another. */
export function joined(a: Range, b: Range): Range {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** First token of a term with its degree and the copula that says it stays so: “remains highly unlikely”. */
export function termStart(scene: Scene, first: number): number {
  const { tree, terms } = scene;
  let at = first;
  while (at > tree.first && terms.degrees.has(plain(tree.form(at - 1)))) at--;
  if (
    at > tree.first &&
    /^(?:remain|seem|look|appear)$/.test(tree.lemma(at - 1)) &&
    /^(?:VERB|AUX)$/.test(tree.token(at - 1).upos)
  )
    at--;
  return at;
}

/** A degree before the term changes what a yardstick would say: the bands of the whole, if it has any. */
export function hasDegree(scene: Scene, first: number): boolean {
  const before = plain(scene.tree.form(first - 1));
  return first > scene.tree.first && scene.terms.degrees.has(before) && before !== "still";
}

/** Finite clause: it has a subject. */
export function hasSubject(tree: Tree, index: number): boolean {
  return tree.child(index, "nsubj", "nsubj:pass", "csubj", "expl") !== null;
}

/** The verb of an infinitive that begins with a “to”; `null` when none does. */
export function infinitiveAt(tree: Tree, to: number): number | null {
  if (to >= tree.last || plain(tree.form(to)) !== "to") return null;
  const { head } = tree.token(to);
  if (head > to && head - to <= 6 && /^(?:VERB|AUX|ADJ|NOUN)$/.test(tree.token(head).upos)) {
    const isVerb = tree.token(head).upos === "VERB" || tree.child(head, "cop") !== null;
    if (isVerb && tree.token(to).deprel !== "case") return head;
  }
  for (let at = to + 1; at < Math.min(tree.last, to + 4); at++) {
    if (tree.token(at).upos === "VERB") return at;
    if (!/^(?:ADV|PART|AUX)$/.test(tree.token(at).upos)) return null;
  }
  return null;
}

/** A clause tells what will or would be. */
export function isAhead(tree: Tree, clause: number): boolean {
  return (
    tree
      .children(clause)
      .some((child) => /^(?:will|'ll|wo|would|'d)$/.test(plain(tree.form(child)))) ||
    (tree.lemma(clause) === "go" &&
      tree.child(clause, "xcomp") !== null &&
      plain(tree.form(clause)) === "going")
  );
}
