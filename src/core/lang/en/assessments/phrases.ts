import type { Range } from "../../../document.ts";
import type { Tree } from "../../../statements/tree.ts";
import { clauseOf, nounPhrase } from "./clause.ts";
import { plain, type TermPlace } from "./places.ts";
import { notEvents, subjectOfPredicate, withAdverbs } from "./predicates.ts";
import {
  hasSubject,
  isNegated,
  rangeBetween,
  termStart,
  type Candidate,
  type Scene,
} from "./scene.ts";

/** “Whether anybody will come is anyone's guess”: the clause that is asked, before its predicate. */
function askedBefore(
  tree: Tree,
  head: number,
  first: number,
): { range: Range; clause: number } | null {
  for (const child of tree.children(head)) {
    if (child >= first || !/^(?:advcl|csubj|ccomp|nsubj)$/.test(tree.token(child).deprel)) continue;
    const opens = tree.subtree(child)[0]!;
    if (!/^(?:whether|how|when|where|what|who|why)$/.test(plain(tree.form(opens)))) continue;
    const range = tree.rangeOf(tree.subtree(child));
    if (range !== null && hasSubject(tree, child) && range.end <= tree.token(first).start)
      return { range, clause: child };
  }
  return null;
}

/** “The outcome remains an open question”, “it remains to be seen whether …”, “a deal is off the table”. */
export function readPhrase(scene: Scene, place: TermPlace): Candidate | null {
  const { tree } = scene;
  const { term, first, last } = place;
  const words = [...Array(last - first + 1).keys()].map((offset) => first + offset);
  const head = words.find((at) => {
    const upper = tree.token(at).head;
    return upper < first || upper > last;
  });
  if (head === undefined) return null;
  const base = {
    place,
    rule: "assessment/en/phrase",
    term: rangeBetween(tree, termStart(scene, first), last),
    negated: isNegated(tree, head),
    rank: 6,
    holder: null,
  };
  if (term.frames.has("whether") || term.frames.has("that")) {
    const after = words
      .flatMap((at) => tree.children(at))
      .concat(tree.children(tree.token(head).head));
    const clause = after.find(
      (child) =>
        child > last &&
        tree.subtree(child)[0] === last + 1 &&
        /^(?:that|whether|if|how|when|where|what|who|why|before|until)$/.test(
          plain(tree.form(last + 1)),
        ) &&
        hasSubject(tree, child),
    );
    const about = clause === undefined ? null : clauseOf(tree, clause, last + 1);
    if (about !== null) return { ...base, about, clause: clause! };
  }
  const opening = askedBefore(tree, head, first);
  if (opening !== null && term.frames.has("whether"))
    return { ...base, about: opening.range, clause: opening.clause };
  if (!term.frames.has("subject")) return null;
  const subject = subjectOfPredicate(tree, head, scene.isTitle);
  if (subject === null || notEvents.test(plain(tree.form(subject)))) return null;
  const noun = nounPhrase(tree, subject);
  const about = noun === null ? null : withAdverbs(tree, noun, base.term.start);
  return about === null || about.end > tree.token(first).start + 1
    ? null
    : { ...base, about, clause: head };
}
