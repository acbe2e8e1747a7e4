import type { Tree } from "../../../statements/tree.ts";
import { clauseOf } from "./clause.ts";
import { isConditional } from "./conditions.ts";
import { plain, type TermPlace } from "./places.ts";
import { isNegation, rangeBetween, type Candidate, type Scene } from "./scene.ts";

/** Adverbs that go with a modal as one term: “might well”, “could potentially”. */
const withModal =
  /^(?:well|yet|still|potentially|possibly|perhaps|conceivably|even|just|eventually)$/;

/** What one perceives or manages is ability, not possibility. */
const perceived =
  /^(?:see|hear|feel|find|remember|recall|smell|afford|help|say|tell|bear|stand|imagine)$/;

/** Conjunctions under which a modal is a wish or an aim. */
const aims = /^(?:that|so|lest|wherever|whenever|whatever|however|whoever|as)$/;

/** “may”, “might”, “could” of what is possible. */
export function readPossibility(scene: Scene, place: TermPlace): Candidate | null {
  const { tree } = scene;
  const { term, first } = place;
  const clause = clauseOfModal(tree, first);
  if (clause === null) return null;
  const subject = tree.child(clause, "nsubj", "nsubj:pass", "expl", "csubj");
  const who = subject === null ? "" : plain(tree.form(subject));
  const negated = tree
    .children(clause)
    .some((child) => isNegation(tree, child) && child > first && child < clause);
  if (subject !== null && subject > first) return null;
  if (
    who === "i" ||
    (who === "we" && /^(?:recall|say|add|call|ask|note|wonder|have)$/.test(tree.lemma(clause)))
  )
    return null;
  if (who === "case" || isOpenEnded(tree, clause) || isInCondition(tree, clause)) return null;
  if (isPermitted(tree, clause) || isSuperlative(tree, clause, first)) return null;
  if (term.form === "could") {
    if (isPastAbility(tree, clause)) return null;
    if (negated || perceived.test(tree.lemma(clause))) return null;
    if (
      tree
        .children(clause)
        .some(
          (child) =>
            tree.token(child).deprel === "mark" &&
            aims.test(plain(tree.form(child))) &&
            isAim(tree, clause),
        )
    )
      return null;
  }
  return candidate(
    scene,
    place,
    clause,
    lastOfTerm(tree, first),
    negated,
    "assessment/en/modal",
    3,
  );
}

/** “would”, “will”: judged only where a condition is told (the caller asks), or in a judge's own voice. */
export function readConditional(scene: Scene, place: TermPlace): Candidate | null {
  const { tree } = scene;
  const { first } = place;
  const clause = clauseOfModal(tree, first);
  if (clause === null) return null;
  const subject = tree.child(clause, "nsubj", "nsubj:pass", "expl", "csubj");
  const who = subject === null ? "" : plain(tree.form(subject));
  if (who === "i" || (/^(?:we|you|he|she)$/.test(who) && !isConditional(tree, clause))) return null;
  if (sharesModal(tree, clause, first) || isLaterOn(tree, clause)) return null;
  if (
    /^(?:like|love|prefer|rather|say|argue|note|add|suggest|appear|seem|welcome|hope|think)$/.test(
      tree.lemma(clause),
    )
  )
    return null;
  const negated = tree
    .children(clause)
    .some((child) => isNegation(tree, child) && child > first - 2 && child < clause);
  return candidate(scene, place, clause, first, negated, "assessment/en/conditional", 2);
}

/** “should”, “ought to”, “must”: what is to be done. */
export function readAdvice(scene: Scene, place: TermPlace): Candidate | null {
  const { tree } = scene;
  const { term, first } = place;
  const clause = clauseOfModal(tree, first);
  if (clause === null) return null;
  const subject = tree.child(clause, "nsubj", "nsubj:pass", "expl", "csubj");
  if (subject !== null && subject > first) return null;
  if (tree.token(clause).deprel === "acl:relcl") return null;
  const hindsight = tree
    .children(clause)
    .some((child) => tree.lemma(child) === "have" && tree.token(child).deprel === "aux");
  if (hindsight) return null;
  if (
    /^(?:note|stress|emphasise|emphasize|remember|recall|mention|say|add|point|bear|acknowledge|distinguish|ask|admit|concede|wonder)$/.test(
      tree.lemma(clause),
    ) &&
    tree.child(clause, "aux:pass", "nsubj:pass") !== null
  )
    return null;
  if (
    tree
      .children(clause)
      .some(
        (child) =>
          tree.token(child).deprel === "mark" &&
          /^(?:if|lest|whether)$/.test(plain(tree.form(child))),
      )
  )
    return null;
  const negated = tree
    .children(clause)
    .some((child) => isNegation(tree, child) && child > first && child < clause);
  const last = term.form === "ought" && plain(tree.form(first + 1)) === "to" ? first + 1 : first;
  return candidate(scene, place, clause, last, negated, "assessment/en/advice-modal", 3);
}

function candidate(
  scene: Scene,
  place: TermPlace,
  clause: number,
  last: number,
  negated: boolean,
  rule: string,
  rank: number,
): Candidate | null {
  const { tree } = scene;
  const about = clauseOf(tree, clause);
  if (
    about === null ||
    about.start > tree.token(place.first).start ||
    about.end < tree.token(clause).end
  )
    return null;
  return {
    place,
    rule,
    term: rangeBetween(tree, place.first, last),
    about,
    negated,
    clause,
    rank,
    holder: null,
  };
}

/** The predicate a modal helps; `null` where it is none (the month, a noun). */
function clauseOfModal(tree: Tree, modal: number): number | null {
  const { head, deprel, upos } = tree.token(modal);
  if (upos !== "AUX" || head < 0 || head < modal) return null;
  return deprel.startsWith("aux") ? head : null;
}

/** “whatever the case may be”, “however hard it may try”. */
function isOpenEnded(tree: Tree, clause: number): boolean {
  return tree
    .subtree(clause)
    .slice(0, 3)
    .some((at) =>
      /^(?:whatever|however|whoever|wherever|whichever|whenever)$/.test(plain(tree.form(at))),
    );
}

/** “if she could convince them”: a condition, not what is judged. */
function isInCondition(tree: Tree, clause: number): boolean {
  return tree
    .children(clause)
    .some(
      (child) =>
        tree.token(child).deprel === "mark" &&
        /^(?:if|unless|lest|whether)$/.test(plain(tree.form(child))),
    );
}

/** “… will brand you and will accuse you”: one judgement. */
function sharesModal(tree: Tree, clause: number, modal: number): boolean {
  const { deprel, head } = tree.token(clause);
  return (
    deprel === "conj" &&
    tree
      .children(head)
      .some((child) => child < modal && plain(tree.form(child)) === plain(tree.form(modal)))
  );
}

function lastOfTerm(tree: Tree, modal: number): number {
  return modal + 1 < tree.last && withModal.test(plain(tree.form(modal + 1))) ? modal + 1 : modal;
}

/** The clause hangs under another as its aim: “so that trade could resume”. */
function isAim(tree: Tree, clause: number): boolean {
  const first = tree.subtree(clause)[0]!;
  const opening = plain(tree.form(first));
  const before = first > tree.first ? plain(tree.form(first - 1)) : "";
  return (
    opening === "so" ||
    opening === "lest" ||
    (opening === "that" && /^(?:so|order|wish|hope)$/.test(before)) ||
    /^(?:wherever|whenever|as)$/.test(opening)
  );
}

/** “may be used under Article 4”: a right. */
function isPermitted(tree: Tree, clause: number): boolean {
  return tree
    .subtree(clause)
    .some(
      (at) =>
        /^(?:under|pursuant)$/.test(plain(tree.form(at))) &&
        /^(?:article|treaty|convention|resolution|law|charter|agreement|constitution|section|act)$/.test(
          tree.lemma(tree.token(at).head < 0 ? at : tree.token(at).head),
        ),
    );
}

/** “the most decent people you could ever meet”: a superlative. */
function isSuperlative(tree: Tree, clause: number, modal: number): boolean {
  return tree.children(clause).some((child) => child > modal && plain(tree.form(child)) === "ever");
}

/** “would later say”: the future of a story. */
function isLaterOn(tree: Tree, clause: number): boolean {
  return (
    tree
      .children(clause)
      .some((child) => /^(?:later|subsequently|soon|eventually)$/.test(plain(tree.form(child)))) &&
    !isConditional(tree, clause)
  );
}

/** “could once put forty ships to sea”, “in 2019 they could still agree”. */
function isPastAbility(tree: Tree, clause: number): boolean {
  const year = tree.document.published.earliest?.slice(0, 4) ?? null;
  return tree.children(clause).some((child) => {
    const words = plain(tree.form(child));
    if (words === "once" || words === "formerly") return true;
    return (
      year !== null &&
      /^(?:19|20)\d\d$/.test(words) &&
      words < year &&
      tree.token(child).deprel.startsWith("obl")
    );
  });
}
