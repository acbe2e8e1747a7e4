import { complementOf, nounPhrase } from "./clause.ts";
import { plain, type TermPlace } from "./places.ts";
import {
  hasSubject,
  infinitiveAt,
  isNegated,
  joined,
  rangeBetween,
  type Candidate,
  type Scene,
} from "./scene.ts";

/** What may stand before such a noun and belongs to the term; articles do not. */
const quantity =
  /^(?:no|little|some|every|any|slim|slight|small|low|good|fair|strong|real|realistic|high|distinct|serious|significant|remote|outside|even|roughly|almost|virtually|absolutely|grave|great|considerable|growing|much|zero|reasonable|decent|better|greater|less|immediate|current|further|imminent|whatsoever|least|genuine|possible)$/;

/** Verbs that have a likelihood for their object, by what they say of their subject. */
const having = /^(?:have|stand|give|run|face|carry|pose|see|leave|hold)$/;

/**
 * “There is little chance of …”, “has no intention of …”, “runs the risk of …”, “there is no doubt that …”.
 * @returns `null` where the noun is only spoken of (“reduce the risk of conflict”)
 */
export function readNoun(scene: Scene, place: TermPlace): Candidate | null {
  const { tree } = scene;
  const { term, last } = place;
  if (tree.token(last).upos !== "NOUN") return null;
  let first = place.first;
  while (first > tree.first && quantity.test(plain(tree.form(first - 1)))) first--;
  const words = tokensBetween(tree, first, last).map((at) => plain(tree.form(at)));
  const isNone = words.includes("no") || words.includes("little") || words.includes("any");
  if (term.kind === "intended" && (!isNone || words.includes("any"))) return null;
  if (words.includes("any") && !isNegated(tree, Math.max(tree.first, tree.token(last).head)))
    return null;
  const complement = complementAt(scene, last + 1, term.frames);
  if (complement === null) return null;
  const { head, deprel } = tree.token(last);
  const existential =
    tree.child(last, "expl") !== null ||
    (head >= 0 && tree.child(head, "expl") !== null && deprel === "nsubj") ||
    (head >= 0 && tree.lemma(head) === "be" && tree.child(head, "expl") !== null);
  const base = {
    place: { ...place, first },
    rule: `assessment/en/${term.kind === "intended" ? "no-intention" : "chance-of"}`,
    term: rangeBetween(tree, first, last),
    clause: complement.clause,
    rank: 7,
    holder: null,
  };
  if (existential) {
    if (term.kind === "intended") return null;
    const verb = head >= 0 && deprel === "nsubj" ? head : last;
    return { ...base, about: complement.range, negated: isNegated(tree, verb) };
  }
  if (head < 0 || !/^(?:obj|obl|nsubj)$/.test(deprel)) return null;
  if (deprel === "nsubj") return null;
  if (!having.test(tree.lemma(head))) return null;
  if (term.kind === "possible" && !/^(?:run|face|carry|pose|have|see)$/.test(tree.lemma(head)))
    return null;
  const subject = tree.child(head, "nsubj");
  if (subject === null) return null;
  const owner = nounPhrase(tree, subject);
  if (owner === null) return null;
  const negated = isNegated(tree, head);
  if (
    /^(?:see|give)$/.test(tree.lemma(head)) ||
    (term.form.endsWith("doubt") && term.kind !== "intended")
  )
    return { ...base, about: complement.range, negated, holder: subject };
  return { ...base, about: joined(owner, complement.range), negated };
}

function tokensBetween(tree: Scene["tree"], first: number, last: number): number[] {
  return [...Array(last - first + 1).keys()]
    .map((offset) => first + offset)
    .filter((at) => at < tree.last);
}

/** “of …”, “that …”, “to …” right after the noun. */
function complementAt(
  { tree }: Scene,
  at: number,
  frames: ReadonlySet<string>,
): { range: { start: number; end: number }; clause: number } | null {
  if (at >= tree.last) return null;
  const word = plain(tree.form(at));
  if (word === "to" && frames.has("to")) {
    const verb = infinitiveAt(tree, at);
    const range = verb === null ? null : complementOf(tree, verb, at + 1);
    return range === null ? null : { range, clause: verb! };
  }
  const isPreposition = /^(?:of|for|about|on)$/.test(word);
  if (!(isPreposition ? frames.has(word) : frames.has("that"))) return null;
  if (!isPreposition && word !== "that" && !startsClause(tree, at)) return null;
  const head = topFrom(tree, at);
  if (head === null) return null;
  if (!isPreposition && !hasSubject(tree, head)) return null;
  const range = complementOf(tree, head, at + (isPreposition || word === "that" ? 1 : 0));
  return range === null ? null : { range, clause: head };
}

function startsClause(tree: Scene["tree"], at: number): boolean {
  const head = topFrom(tree, at);
  return (
    head !== null &&
    /^(?:acl|ccomp|acl:relcl)$/.test(tree.token(head).deprel) &&
    hasSubject(tree, head)
  );
}

/** The highest token of the constituent that begins at a word. */
function topFrom(tree: Scene["tree"], at: number): number | null {
  let top = at;
  for (let step = 0; step < 12; step++) {
    const { head } = tree.token(top);
    if (head < at) return top;
    top = head;
  }
  return null;
}
