import type { Range } from "../../../document.ts";
import type { Tree } from "../../../statements/tree.ts";
import { clauseOf, complementOf, nounPhrase } from "./clause.ts";
import { plain, type TermPlace } from "./places.ts";
import {
  hasSubject,
  infinitiveAt,
  isAhead,
  isCopula,
  isNegated,
  joined,
  rangeBetween,
  termStart,
  type Candidate,
  type Scene,
} from "./scene.ts";

/** Words that stand for a thing or a clause, not for somebody. */
const impersonal = /^(?:it|this|that|what|which)$/;

/** Subjects of whom a predicate says nothing that could happen. */
export const notEvents: RegExp =
  /^(?:he|she|they|we|i|you|who|anything|everything|something|nothing|one|all|it|which|what|there|that|this)$/;

/** Nouns whose size is a likelihood. */
const likelihoods = /^(?:chance|likelihood|probability|possibility|prospect|odds|risk|danger)$/;

/**
 * “X is unlikely to …”, “it is likely that …”, “render it unlikely that …”, “a deal remains unlikely”.
 * @returns `null` where the word only describes a noun (“a likely outcome”) or takes nothing of the kind
 */
export function readPredicate(scene: Scene, place: TermPlace): Candidate | null {
  const { tree } = scene;
  const { term, first, last } = place;
  const head = last;
  const next = last + 1;
  const infinitive = term.frames.has("to") ? infinitiveAt(tree, next) : null;
  if (infinitive !== null) return withInfinitive(scene, place, infinitive);
  if (tree.token(head).deprel === "amod" && tree.token(head).head > head) return null;
  const clause = clauseAfter(tree, head, term.frames);
  if (clause !== null) return withClause(scene, place, clause);
  if (!term.frames.has("subject")) return null;
  const subject = subjectOfPredicate(tree, head, scene.isTitle);
  if (subject === null) return null;
  const noun = plain(tree.form(subject));
  if (notEvents.test(noun) || isMade(tree, head)) return null;
  if (!scene.isTitle && !isPredicated(tree, head)) return null;
  const about = scene.isTitle ? headlineSubject(tree, first) : nounPhrase(tree, subject);
  if (about === null || about.end > tree.token(first).start + 1) return null;
  const start = termStart(scene, first);
  return {
    place,
    rule: "assessment/en/is-likely",
    term: rangeBetween(tree, start, last),
    about: withAdverbs(tree, about, tree.token(start).start),
    negated: isNegated(tree, head),
    clause: head,
    rank: 5,
    holder: null,
  };
}

/** What stands between a subject and the offset of its verb belongs to the matter: “a clash at sea before the winter remains …”. */
export function withAdverbs(tree: Tree, about: Range, term: number): Range {
  let { end } = about;
  for (let at = tree.first; at < tree.last; at++) {
    const { start, end: to, upos } = tree.token(at);
    if (start < end) continue;
    if (to > term || (upos === "AUX" && isCopula(tree, at))) break;
    if (/^(?:VERB|AUX|PUNCT|PRON|CCONJ)$/.test(upos)) return about;
    end = to;
  }
  return { start: about.start, end };
}

/** A copula says it of its subject: “is unlikely”, “remains unlikely”, “deems it unlikely”. */
function isPredicated(tree: Tree, head: number): boolean {
  if (tree.child(head, "cop") !== null) return true;
  const upper = tree.token(head).head;
  if (upper < 0 || tree.token(head).deprel !== "xcomp") return false;
  return (
    isCopula(tree, upper) || /^(?:render|deem|consider|think|believe)$/.test(tree.lemma(upper))
  );
}

/** “made a deal possible”: a cause, no likelihood. */
function isMade(tree: Tree, head: number): boolean {
  const upper = tree.token(head).head;
  return (
    upper >= 0 &&
    upper < head &&
    /^(?:make|keep|declare)$/.test(tree.lemma(upper)) &&
    !isCopula(tree, upper)
  );
}

/** Headlines leave the verb out: all from the last mark or conjunction on is what the predicate is said of. */
function headlineSubject(tree: Tree, first: number): Range | null {
  let from = first;
  while (from > tree.first && !/^(?:[,;:–—-]|but|as|while|says?)$/.test(plain(tree.form(from - 1))))
    from--;
  return tree.rangeOf([...Array(first - from).keys()].map((offset) => from + offset));
}

function withInfinitive(scene: Scene, place: TermPlace, infinitive: number): Candidate | null {
  const { tree } = scene;
  const { term, first, last } = place;
  const head = last;
  const form = plain(tree.form(head));
  const { deprel, upos } = tree.token(head);
  const auxiliary = tree.child(head, "aux:pass", "cop");
  const subject = subjectOfPredicate(tree, head, scene.isTitle);
  // “expected to win” of him who expects; “set the alarm to ring”; “be sure to come”.
  const participle = /^(?:expected|predicted|forecast|projected|anticipated|set|tipped)$/.test(
    form,
  );
  if (participle && auxiliary === null && upos === "VERB" && !scene.isTitle) {
    const describes = /^(?:acl|amod|acl:relcl)$/.test(deprel);
    const belongs = deprel === "xcomp" && isCopula(tree, tree.token(head).head);
    if (!describes && !belongs) return null;
  }
  if (form === "sure" && (subject === null || /^(?:i|we|you)$/.test(plain(tree.form(subject)))))
    return null;
  if (tree.child(head, "obj") !== null && tree.child(head, "obj")! < infinitive) return null;
  const complement = complementOf(tree, infinitive, last + 2);
  if (complement === null) return null;
  const owner = subject === null ? null : nounPhrase(tree, subject);
  const isSubject = owner !== null && owner.end <= tree.token(first).start + 1;
  return {
    place,
    rule: "assessment/en/likely-to",
    term: rangeBetween(tree, termStart(scene, first), last),
    about: isSubject ? joined(owner, complement) : complement,
    negated: isNegated(tree, head) || (term.class === "predicate" && isNegated(tree, last)),
    clause: infinitive,
    rank: 6,
    holder: null,
  };
}

function withClause(scene: Scene, place: TermPlace, clause: number): Candidate | null {
  const { tree } = scene;
  const { term, first, last } = place;
  const about = clauseOf(tree, clause, last + 1);
  if (about === null) return null;
  const subject = subjectOfPredicate(tree, last, scene.isTitle);
  const isHeld = subject !== null && !impersonal.test(plain(tree.form(subject)));
  if (term.class === "holder" && (subject === null || !isAhead(tree, clause))) return null;
  // “What is likely is that …” has the clause for its subject; of others the subject thinks so.
  return {
    place,
    rule: term.class === "holder" ? "assessment/en/confident-that" : "assessment/en/likely-that",
    term: rangeBetween(tree, termStart(scene, first), last),
    about,
    negated: isNegated(tree, last),
    clause,
    rank: 6,
    holder:
      isHeld && (term.class === "holder" || /^(?:certain|doubtful)$/.test(term.form))
        ? subject
        : null,
  };
}

/** The clause a predicate is said of, after it: “that …”, “whether …”, without a conjunction. */
export function clauseAfter(tree: Tree, head: number, frames: ReadonlySet<string>): number | null {
  const own = [head, ...copulaAbove(tree, head)];
  for (const at of own) {
    for (const child of tree.children(at)) {
      if (
        child <= head ||
        !/^(?:ccomp|csubj|csubj:pass|advcl|acl|acl:relcl|parataxis|xcomp)$/.test(
          tree.token(child).deprel,
        )
      )
        continue;
      const opening = plain(tree.form(tree.subtree(child)[0]!));
      const starts = tree.subtree(child)[0]! === head + 1;
      if (!starts || !hasSubject(tree, child)) continue;
      if (
        opening === "that"
          ? frames.has("that")
          : frames.has("whether") && /^(?:whether|if|how|when|where|what|who|why)$/.test(opening)
      )
        return child;
      if (plain(tree.form(tree.subtree(child)[0]! - 1)) === ":") continue;
      if (
        opening !== "if" &&
        opening !== "whether" &&
        frames.has("that") &&
        tree.token(child).deprel === "ccomp"
      )
        return child;
    }
  }
  return null;
}

function copulaAbove(tree: Tree, head: number): number[] {
  const { head: upper, deprel } = tree.token(head);
  return upper >= 0 && deprel === "xcomp" ? [upper] : [];
}

/** Subject of a predicate: its own, its copula's, the object it is said of (“render X unlikely”), the noun it describes. */
export function subjectOfPredicate(tree: Tree, head: number, isTitle: boolean): number | null {
  const own = tree.child(head, "nsubj", "nsubj:pass", "csubj");
  if (own !== null && own < head) return own;
  const { head: upper, deprel, upos } = tree.token(head);
  if (upper < 0) return null;
  if (deprel === "xcomp" || deprel === "advcl" || deprel === "conj" || deprel === "ccomp") {
    const object = deprel === "conj" ? null : tree.child(upper, "obj");
    if (object !== null && object < head) return object;
    const shared = tree.child(upper, "nsubj", "nsubj:pass", "csubj");
    if (shared !== null && shared < head && (deprel !== "ccomp" || upos === "VERB")) return shared;
    return deprel === "xcomp" && isCopula(tree, upper) ? objectBefore(tree, upper) : null;
  }
  if (/^(?:acl|acl:relcl)$/.test(deprel) && upper < head)
    return objectBetween(tree, upper, head) ?? upper;
  return deprel === "amod" && upper < head && isTitle ? upper : null;
}

/** “analysts say the chance remains unlikely”, where the parse takes the chance for what they say. */
function objectBefore(tree: Tree, copula: number): number | null {
  const { head, deprel } = tree.token(copula);
  if (head < 0 || !/^(?:ccomp|xcomp|advcl)$/.test(deprel)) return null;
  const object = tree.child(head, "obj");
  return object !== null && object > head && object < copula ? object : null;
}

/** “… that render Russia and China unlikely to …”: the object stands between, wherever the parse hangs the rest. */
function objectBetween(tree: Tree, upper: number, head: number): number | null {
  for (let verb = upper + 1; verb < head; verb++) {
    if (!/^(?:render|make|deem|consider|find|see|think|believe|leave)$/.test(tree.lemma(verb)))
      continue;
    const object = tree.child(verb, "obj");
    if (object !== null && object > verb && object < head) return object;
  }
  return null;
}

/** “The chances of a deal are slim”: how large a likelihood is. */
export function readSize(scene: Scene, place: TermPlace): Candidate | null {
  const { tree } = scene;
  const { first, last } = place;
  const subject = tree.child(last, "nsubj") ?? sharedSubject(tree, last);
  if (subject === null || subject > first || !likelihoods.test(tree.lemma(subject))) return null;
  if (tree.token(last).deprel === "amod") return null;
  const about = nounPhrase(tree, subject);
  if (about === null || about.end > tree.token(first).start + 1) return null;
  return {
    place,
    rule: "assessment/en/chances-slim",
    term: rangeBetween(tree, termStart(scene, first), last),
    about,
    negated: isNegated(tree, last),
    clause: last,
    rank: 6,
    holder: null,
  };
}

function sharedSubject(tree: Tree, head: number): number | null {
  const { head: upper, deprel } = tree.token(head);
  return deprel === "xcomp" && upper >= 0 && isCopula(tree, upper)
    ? tree.child(upper, "nsubj")
    : null;
}
