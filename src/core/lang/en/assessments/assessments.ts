import { headMentionOf } from "../../../actors/lookup.ts";
import { assembleJudgements, type JudgementDraft } from "../../../assessments/assemble.ts";
import { statementAround, statementByCue } from "../../../assessments/holder.ts";
import { noBands, type TermBands } from "../../../assessments/yardsticks.ts";
import type { Context } from "../../../context.ts";
import type { Document, Range, Sentence } from "../../../document.ts";
import type { Assessment, JudgementKind } from "../../../records.ts";
import { sourceRange } from "../../../statements/subject.ts";
import { Tree } from "../../../statements/tree.ts";
import type { Found } from "../../pack.ts";
import { readAdverb } from "./adverbs.ts";
import { invertedCondition, isConditional } from "./conditions.ts";
import { readAdvice, readConditional, readPossibility } from "./modals.ts";
import { readNoun } from "./nouns.ts";
import { englishTerms, placesIn, plain, type TermPlace } from "./places.ts";
import { readPhrase } from "./phrases.ts";
import { readPredicate, readSize } from "./predicates.ts";
import { hasDegree, type Candidate, type Scene } from "./scene.ts";
import { readValue } from "./values.ts";
import { readImportance, readVerb } from "./verbs.ts";

/** Longest sentence that is read, in tokens. */
const longestSentence = 160;

/**
 * Judgements of an English document: predictions by a word of likelihood, conditionals, recommendations.
 * Constructions offer candidates over the dependency tree; of those for one clause the surest is kept.
 * @param document - needs sentences, tokens with a parse, actors and statements
 */
export function findAssessments(document: Document, context: Context): Found<Assessment> {
  const terms = englishTerms(context);
  const drafts: JudgementDraft[] = [];
  for (const sentence of document.layers.sentences) {
    const role = document.blocks[sentence.block]?.role;
    if (role === "caption" || role === "dateline") continue;
    if (sentence.tokens[1] - sentence.tokens[0] > longestSentence) continue;
    if (isQuestion(document, sentence)) continue;
    const tree = new Tree(document, sentence);
    const scene: Scene = { tree, terms, isTitle: role === "title" || role === "heading" };
    drafts.push(...draftsOf(document, scene));
  }
  return { found: assembleJudgements(document, context, drafts), diagnostics: [] };
}

function isQuestion(document: Document, { end }: Sentence): boolean {
  return /\?[”"’')\]]*$/u.test(document.text.slice(Math.max(0, end - 4), end));
}

function draftsOf(document: Document, scene: Scene): JudgementDraft[] {
  const candidates = placesIn(scene.tree, scene.terms)
    .map((place) => read(scene, place))
    .filter((candidate) => candidate !== null);
  return chosen(candidates).flatMap((candidate) => draftOf(document, scene, candidate) ?? []);
}

function read(scene: Scene, place: TermPlace): Candidate | null {
  switch (place.term.class) {
    case "predicate":
    case "holder":
      return readPredicate(scene, place);
    case "adverb":
      return readAdverb(scene, place);
    case "noun":
      return readNoun(scene, place);
    case "verb":
      return readVerb(scene, place);
    case "phrase":
      return readPhrase(scene, place);
    case "size":
      return readSize(scene, place);
    case "advice":
      return readImportance(scene, place);
    case "value":
      return readValue(scene, place);
    case "modal":
      if (place.term.kind === "conditional") return readConditional(scene, place);
      return place.term.kind === "advised"
        ? readAdvice(scene, place)
        : readPossibility(scene, place);
    default:
      return null;
  }
}

/** One a clause and one a place, the surest first; “would” within what another judges is part of that. */
function chosen(candidates: readonly Candidate[]): Candidate[] {
  const taken: Candidate[] = [];
  for (const candidate of candidates.toSorted((a, b) => b.rank - a.rank || length(b) - length(a))) {
    const isTaken = taken.some(
      (other) =>
        other.clause === candidate.clause ||
        (other.term.start < candidate.term.end && candidate.term.start < other.term.end) ||
        (candidate.place.term.kind === "conditional" &&
          other.about.start <= candidate.term.start &&
          candidate.term.end <= other.about.end),
    );
    if (!isTaken) taken.push(candidate);
  }
  return taken;
}

function length({ place }: Candidate): number {
  return place.last - place.first;
}

function draftOf(document: Document, scene: Scene, candidate: Candidate): JudgementDraft | null {
  const { tree } = scene;
  const { place, term, about, rule, negated } = candidate;
  const conditional = isConditional(tree, candidate.clause);
  if (isValue(place.term.kind) && !isVoice(document, term)) return null;
  if (
    place.term.kind === "conditional" &&
    !conditional &&
    !isOwnJudgement(document, tree, candidate)
  )
    return null;
  const opening =
    place.term.kind === "conditional" ? invertedCondition(tree, candidate.clause) : null;
  return {
    rule,
    term,
    about: opening === null ? about : { start: tree.token(opening).start, end: about.end },
    kind: place.term.kind,
    negated,
    conditional,
    bands: bandsFor(scene, candidate),
    holder: holderOf(document, tree, candidate),
  };
}

/**
 * Without a condition in so many words, “would” judges in a commentator's own voice: no future of a
 * story, nothing that somebody announced or feared; “will” never does.
 */
function isOwnJudgement(document: Document, tree: Tree, candidate: Candidate): boolean {
  if (candidate.place.term.form !== "would") return false;
  if (hangsOnPast(tree, candidate.clause)) return false;
  const around = statementAround(document, candidate.term);
  if (around === null) return document.kind === "opinion";
  return document.layers.statements[around]!.form === "direct" && document.party === null;
}

/** The clause is reported, asked or feared by something above it, or one of several in a story told in the past. */
function hangsOnPast(tree: Tree, clause: number): boolean {
  if (tree.child(clause, "mark") !== null) return true;
  if (/^(?:prove|turn|become|come|go)$/.test(tree.lemma(clause))) return true;
  for (let at = clause, step = 0; step < 6; step++) {
    const { head, deprel } = tree.token(at);
    if (head < 0) return false;
    if (/^(?:acl|advcl|ccomp|csubj|xcomp)/.test(deprel) && deprel !== "acl:relcl") return true;
    if (isPast(tree, head)) return true;
    at = head;
  }
  return false;
}

/** A finite verb in the past tense, by its form. */
function isPast(tree: Tree, index: number): boolean {
  const { upos } = tree.token(index);
  const form = plain(tree.form(index));
  if (
    upos !== "VERB" ||
    tree.children(index).some((child) => tree.token(child).deprel.startsWith("aux"))
  )
    return false;
  return form.endsWith("ed") || (form !== tree.lemma(index) && !/(?:s|ing)$/.test(form));
}

/** Bands of the words as they stand: with their degree, if the lexicon has both together. */
function bandsFor(scene: Scene, { place, term }: Candidate): TermBands {
  const { tree, terms } = scene;
  if (place.term.class === "noun" || place.term.class === "size") {
    const words = tree.document.text.slice(term.start, term.end).toLowerCase();
    return terms.byForm.get(`${place.term.class} ${words}`) ?? noBands;
  }
  return hasDegree(scene, place.first) ? noBands : place.term;
}

function holderOf(
  document: Document,
  tree: Tree,
  { holder, term }: Candidate,
): JudgementDraft["holder"] {
  if (holder === null) return null;
  const statement = statementByCue(document, term);
  if (statement !== null) {
    const { source, actors } = document.layers.statements[statement]!;
    if (source !== null && isSelf(document, source)) return null;
    if (source !== null) return { actor: actors.length === 1 ? actors[0]! : null, range: source };
  }
  const range = sourceRange(tree, holder);
  if (range === null || isSelf(document, range)) return null;
  const mention = headMentionOf(document, range);
  return { actor: mention?.actor ?? null, range };
}

/** A word of value. */
function isValue(kind: JudgementKind): boolean {
  return kind === "favourable" || kind === "unfavourable";
}

/** Values are somebody's: a speaker's, an opinion's author's, a party's; a report's own voice has none. */
function isVoice(document: Document, term: Range): boolean {
  return (
    document.kind === "opinion" ||
    document.party !== null ||
    statementAround(document, term) !== null
  );
}

function isSelf(document: Document, { start, end }: Range): boolean {
  return /^(?:i|we)$/.test(plain(document.text.slice(start, end)));
}
