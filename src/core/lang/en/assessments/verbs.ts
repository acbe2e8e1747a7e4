import type { Tree } from "../../../statements/tree.ts";
import { subjectOf } from "../../../statements/subject.ts";
import { clauseOf, complementOf, nounPhrase } from "./clause.ts";
import { plain, type TermPlace } from "./places.ts";
import {
  hasSubject,
  infinitiveAt,
  isAhead,
  isNegated,
  joined,
  rangeBetween,
  type Candidate,
  type Scene,
} from "./scene.ts";

/** “Analysts doubt that …”, “we do not expect …”: somebody is said to judge. */
export function readVerb(scene: Scene, place: TermPlace): Candidate | null {
  const { tree } = scene;
  const { term, first, last } = place;
  if (!/^(?:VERB|AUX)$/.test(tree.token(first).upos)) return null;
  if (term.frames.has("infinitive")) return readInfinitive(scene, place);
  const subject = subjectOf(tree, first);
  if (subject === null || subject > first) return null;
  const base = {
    place,
    rule: "assessment/en/verb",
    term: rangeBetween(tree, first, last),
    // “Does not rule out” is one term, and says that it may be.
    negated: term.form !== "rule out" && isNegated(tree, first),
    rank: 6,
    holder: subject,
  };
  if (term.form === "rule out" && !isNegated(tree, first)) return null;
  const clause = clauseUnder(tree, first, last);
  if (clause !== null) {
    const opening = plain(tree.form(tree.subtree(clause)[0]!));
    const isQuestion = /^(?:whether|if)$/.test(opening);
    if (
      isQuestion
        ? !term.frames.has("whether")
        : !term.frames.has("that") && !term.frames.has("future")
    )
      return null;
    if (term.frames.has("future") && !isAhead(tree, clause)) return null;
    const about = clauseOf(tree, clause, last + 1);
    return about === null ? null : { ...base, about, clause };
  }
  const object = tree.child(first, "obj");
  if (term.frames.has("to") && object !== null && object > last) {
    const to =
      tree
        .children(first)
        .find(
          (child) =>
            child > object &&
            /^(?:xcomp|ccomp|acl)$/.test(tree.token(child).deprel) &&
            tree.child(child, "mark") !== null,
        ) ??
      tree
        .children(object)
        .find(
          (child) =>
            child > object &&
            /^(?:acl)$/.test(tree.token(child).deprel) &&
            plain(tree.form(tree.subtree(child)[0]!)) === "to",
        );
    if (to === undefined || /^(?:me|us|you|it)$/.test(plain(tree.form(object)))) return null;
    const owner = nounPhrase(tree, object);
    const infinitive = complementOf(tree, to, object + 1);
    return owner === null || infinitive === null
      ? null
      : { ...base, about: joined(owner, infinitive), clause: to };
  }
  if (!term.frames.has("np") || object === null || object < last) return null;
  if (tree.token(object).upos === "PRON" || isOwned(tree, object)) return null;
  const about = nounPhrase(tree, object);
  return about === null ? null : { ...base, about, clause: object };
}

/** “his own figures”: doubted as they are, not foreseen. */
function isOwned(tree: Tree, object: number): boolean {
  return tree.child(object, "nmod:poss") !== null || tree.child(object, "det:poss") !== null;
}

/** “intends to …”, “needs to …”: the subject's own doing. */
function readInfinitive(scene: Scene, place: TermPlace): Candidate | null {
  const { tree } = scene;
  const { term, first, last } = place;
  const to = term.form.endsWith(" to") ? last : last + 1;
  const infinitive =
    term.form === "had better" ? clauseVerbAfter(tree, last) : infinitiveAt(tree, to);
  if (infinitive === null) return null;
  if (term.form !== "had better" && /(?:[^e]ed|ing)$/.test(plain(tree.form(first)))) return null;
  // “may need to”: the modal judges.
  const isModal = tree
    .children(first)
    .some((child) => /^(?:may|might|could|will|would|wo)$/.test(plain(tree.form(child))));
  if (isModal && term.form !== "do well") return null;
  const subject = subjectOf(tree, first);
  if (subject === null || subject > first || plain(tree.form(subject)) === "i") return null;
  const owner = nounPhrase(tree, subject);
  const complement = complementOf(tree, infinitive, to + 1);
  if (owner === null || complement === null) return null;
  return {
    place,
    rule: `assessment/en/${term.kind === "intended" ? "intends" : "needs-to"}`,
    term: rangeBetween(tree, first, Math.min(last, to)),
    about: joined(owner, complement),
    negated: isNegated(tree, first),
    clause: infinitive,
    rank: 5,
    holder: null,
  };
}

function clauseVerbAfter(tree: Tree, last: number): number | null {
  for (let at = last + 1; at < Math.min(tree.last, last + 4); at++)
    if (tree.token(at).upos === "VERB") return at;
  return null;
}

/** The clause that is a verb's content. */
function clauseUnder(tree: Tree, verb: number, last: number): number | null {
  return (
    tree
      .children(verb)
      .find(
        (child) =>
          child > last &&
          /^(?:ccomp|advcl|parataxis)$/.test(tree.token(child).deprel) &&
          hasSubject(tree, child) &&
          tree.subtree(child)[0]! - last <= 2,
      ) ?? null
  );
}

/** “It is important to …”, “it is time that …”: what is to be done. */
export function readImportance(scene: Scene, place: TermPlace): Candidate | null {
  const { tree } = scene;
  const { last, first } = place;
  const it =
    tree.child(last, "expl", "nsubj") ?? tree.child(tree.token(last).head, "expl", "nsubj", "obj");
  if (it === null || plain(tree.form(it)) !== "it") return null;
  const infinitive = infinitiveAt(tree, afterFor(tree, last + 1));
  const clause = infinitive ?? clauseStarting(tree, last);
  if (clause === null) return null;
  if (
    /^(?:note|remember|recall|mention|stress|emphasise|emphasize|point|say|add|recognise|recognize|understand|acknowledge|know)$/.test(
      tree.lemma(clause),
    )
  )
    return null;
  const about =
    infinitive === null ? clauseOf(tree, clause, last + 1) : complementOf(tree, clause, last + 1);
  if (about === null) return null;
  return {
    place,
    rule: "assessment/en/it-is-important",
    term: rangeBetween(tree, first, last),
    about,
    negated: isNegated(tree, last),
    clause,
    rank: 5,
    holder: null,
  };
}

/** “for China to …”: one past the one for whom. */
function afterFor(tree: Tree, at: number): number {
  if (at >= tree.last || plain(tree.form(at)) !== "for") return at;
  for (let index = at + 1; index < Math.min(tree.last, at + 12); index++)
    if (plain(tree.form(index)) === "to") return index;
  return at;
}

function clauseStarting(tree: Tree, last: number): number | null {
  return (
    tree
      .children(last)
      .find(
        (child) =>
          plain(tree.form(tree.subtree(child)[0]!)) === "that" &&
          tree.subtree(child)[0] === last + 1 &&
          hasSubject(tree, child),
      ) ?? null
  );
}
