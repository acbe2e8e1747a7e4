import type { Tree } from "../../../statements/tree.ts";
import { clauseOf } from "./clause.ts";
import { plain, type TermPlace } from "./places.ts";
import { isNegation, rangeBetween, termStart, type Candidate, type Scene } from "./scene.ts";

/** “China will probably wait”: an adverb judges its clause. */
export function readAdverb(scene: Scene, place: TermPlace): Candidate | null {
  const { tree } = scene;
  const { term, first, last } = place;
  if (
    /^(?:best|most|more|the|even|a|an|because|as|less|better|worse|not)$/.test(
      plain(tree.form(last + 1) ?? ""),
    ) &&
    term.kind === "possible"
  )
    return null;
  // “think that it is likely”: a predicate.
  if (first === last && tree.token(last).upos === "ADJ") return null;
  const clause = clauseHead(tree, first, last);
  if (clause === null) return null;
  const subject = tree.child(clause, "nsubj", "nsubj:pass");
  if (subject !== null && plain(tree.form(subject)) === "i") return null;
  if (term.form === "possibly" && isNegatedAround(tree, clause, first)) return null;
  if (term.frames.has("future") && !looksAhead(tree, clause)) return null;
  const about = clauseOf(tree, clause);
  if (about === null || about.start > tree.token(first).start || about.end < tree.token(last).end)
    return null;
  return {
    place,
    rule: "assessment/en/adverb",
    term: rangeBetween(tree, termStart(scene, first), last),
    about,
    negated: isNegatedAround(tree, clause, first),
    clause,
    rank: 4,
    holder: null,
  };
}

/** The predicate an adverb judges; `null` where it only qualifies a noun or an adjective. */
function clauseHead(tree: Tree, first: number, last: number): number | null {
  let at = first;
  for (let step = 0; step < 5; step++) {
    const { head } = tree.token(at);
    if (head < 0) return null;
    at = head;
    if (at >= first && at <= last) continue;
    const { upos } = tree.token(at);
    if (upos === "VERB") return isFinite(tree, at) ? at : null;
    if (tree.child(at, "cop") !== null) return at;
    if (upos !== "AUX" && upos !== "ADV") return null;
  }
  return null;
}

/** A verb with a subject or an auxiliary; participles that describe a noun have neither. */
function isFinite(tree: Tree, verb: number): boolean {
  if (tree.child(verb, "nsubj", "nsubj:pass", "expl", "csubj", "aux", "aux:pass") !== null)
    return true;
  return tree.token(verb).deprel === "conj" || tree.token(verb).deprel === "root";
}

/** The clause tells what is to come or what may be. */
function looksAhead(tree: Tree, clause: number): boolean {
  return tree
    .children(clause)
    .some((child) =>
      /^(?:will|'ll|wo|would|'d|could|can|may|might|must|shall)$/.test(plain(tree.form(child))),
    );
}

function isNegatedAround(tree: Tree, clause: number, adverb: number): boolean {
  return tree
    .children(clause)
    .some((child) => isNegation(tree, child) && (child < clause || child === adverb + 1));
}
