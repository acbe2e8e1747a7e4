import type { Range } from "../document.ts";
import { hasMark } from "./relations.ts";
import type { Tree } from "./tree.ts";

/** Subject of a verb: its own, or the one it shares (“added”, “adding that …”). */
export function subjectOf(tree: Tree, verb: number): number | null {
  let at = verb;
  for (let step = 0; step < 4; step++) {
    const own = ownSubject(tree, at);
    if (own !== null) return relativeAntecedent(tree, at, own);
    const { head, deprel } = tree.token(at);
    if (head < 0) return null;
    if (deprel === "acl") return head;
    if (!["conj", "xcomp", "advcl", "parataxis"].includes(deprel)) return null;
    if (
      deprel === "advcl" &&
      tree.child(at, "mark") !== null &&
      !hasMark(tree, at, "by", "while", "in")
    )
      return null;
    at = head;
  }
  return null;
}

/** The verb's own subject; of several (“One point is that Roe said …”) the last before it. */
function ownSubject(tree: Tree, verb: number): number | null {
  const subjects = tree
    .children(verb)
    .filter((child) => ["nsubj", "nsubj:pass", "csubj"].includes(tree.token(child).deprel));
  return subjects.findLast((child) => child < verb) ?? subjects[0] ?? null;
}

/** “Xi, who said …”: the antecedent speaks. */
function relativeAntecedent(tree: Tree, verb: number, subject: number): number {
  const { deprel, head } = tree.token(verb);
  return deprel === "acl:relcl" && /^(?:who|which|that)$/i.test(tree.form(subject))
    ? head
    : subject;
}

/** The noun phrase of a source with its appositions, without relative clauses. */
export function sourceRange(tree: Tree, index: number): Range | null {
  const tokens = tree.subtree(index, (child) => {
    const { deprel } = tree.token(child);
    return (
      deprel.startsWith("acl") ||
      deprel === "case" ||
      deprel === "parataxis" ||
      (deprel === "punct" && child > index && !within(tree, child, index)) ||
      (deprel === "cc" && false) ||
      deprel === "advcl"
    );
  });
  const range = tree.rangeOf(contiguous(tokens, index));
  return range === null ? null : tidySource(tree, range);
}

/** A source cut out of a bracket (“… Selne), President Roe”) or before a split prefix (“re-emphasised”). */
function tidySource(tree: Tree, range: Range): Range {
  const { text } = tree.document;
  let { start, end } = range;
  const inside = text.slice(start, end);
  const bracket = inside.includes("(") ? -1 : inside.lastIndexOf("), ");
  if (bracket >= 0) start += bracket + 3;
  if (text[end] === "-") end = start + Math.max(1, text.slice(start, end).search(/\s+\S+$/u));
  return { start, end };
}

function within(tree: Tree, punct: number, index: number): boolean {
  return tree
    .children(index)
    .some(
      (child) => child > punct && /^(?:appos|conj|flat|nmod|list)/.test(tree.token(child).deprel),
    );
}

/** The unbroken run of tokens around one. */
function contiguous(tokens: readonly number[], around: number): number[] {
  const at = tokens.indexOf(around);
  let from = at;
  let to = at;
  while (from > 0 && tokens[from]! - tokens[from - 1]! <= 2) from--;
  while (to + 1 < tokens.length && tokens[to + 1]! - tokens[to]! <= 2) to++;
  return tokens.slice(from, to + 1);
}

/** The cue with its auxiliaries, negation and particle. */
export function cueRange(tree: Tree, verb: number): Range {
  const parts = tree.children(verb).filter((child) => {
    const { deprel } = tree.token(child);
    return (
      (deprel.startsWith("aux") ||
        deprel === "compound:prt" ||
        (deprel === "advmod" &&
          /^(?:n['’]t|not|never|also|further|reportedly|repeatedly|again)$/i.test(
            tree.form(child),
          ))) &&
      Math.abs(child - verb) <= 3
    );
  });
  const indices = [verb, ...parts].sort((a, b) => a - b);
  return { start: tree.token(indices[0]!).start, end: tree.token(indices.at(-1)!).end };
}
