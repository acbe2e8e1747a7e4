import { subjectOf } from "../../../statements/subject.ts";
import { clauseOf, complementOf, nounPhrase } from "./clause.ts";
import { plain, type TermPlace } from "./places.ts";
import {
  hasSubject,
  infinitiveAt,
  isNegated,
  rangeBetween,
  type Candidate,
  type Scene,
} from "./scene.ts";

/** “The sanctions were a mistake”, “it is wrong to …”: somebody says what a thing is worth. */
export function readValue(scene: Scene, place: TermPlace): Candidate | null {
  const { tree } = scene;
  const { first, last } = place;
  const copula = tree.child(last, "cop");
  if (copula === null || copula > first) return null;
  if (
    tree
      .children(last)
      .some(
        (child) =>
          tree.token(child).deprel === "mark" &&
          /^(?:if|whether|unless)$/.test(plain(tree.form(child))),
      )
  )
    return null;
  if (
    tree
      .children(last)
      .some((child) => /^(?:would|could|may|might|will|should|must)$/.test(plain(tree.form(child))))
  )
    return null;
  const subject = tree.child(last, "nsubj", "expl", "csubj") ?? subjectOf(tree, last);
  if (subject === null || subject > first) return null;
  const word = plain(tree.form(subject));
  if (/^(?:i|we|you|he|she|who|which|what|there)$/.test(word)) return null;
  const base = {
    place,
    rule: "assessment/en/value",
    term: rangeBetween(tree, articleBefore(scene, first), last),
    negated: isNegated(tree, last),
    rank: 4,
    holder: null,
  };
  if (word === "it") {
    const infinitive = infinitiveAt(tree, last + 1);
    const clause =
      infinitive ??
      tree
        .children(last)
        .find(
          (child) => child > last && hasSubject(tree, child) && tree.subtree(child)[0] === last + 1,
        );
    if (clause !== undefined) {
      const about =
        infinitive === null
          ? clauseOf(tree, clause, last + 1)
          : complementOf(tree, clause, last + 1);
      return about === null ? null : { ...base, about, clause };
    }
  }
  const about = nounPhrase(tree, subject);
  if (about === null || about.end > tree.token(first).start) return null;
  return { ...base, about, clause: last };
}

/** With the article and the adjectives before a noun: “a serious mistake”. */
function articleBefore({ tree }: Scene, first: number): number {
  let at = first;
  while (
    at > tree.first &&
    /^(?:ADJ|ADV)$/.test(tree.token(at - 1).upos) &&
    tree.token(at - 1).head === first
  )
    at--;
  return at > tree.first && /^(?:a|an|the)$/.test(plain(tree.form(at - 1))) ? at - 1 : at;
}
