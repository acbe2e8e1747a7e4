import { headMentionOf, mentionsIn } from "../../actors/lookup.ts";
import { statementAround } from "../../assessments/holder.ts";
import type { Act } from "../../commitments/acts.ts";
import { findCommitmentsWith, type CommitmentClause } from "../../commitments/find-commitments.ts";
import { committing } from "../../commitments/parties.ts";
import type { Context } from "../../context.ts";
import type { ActorMention, Document, Range, Sentence } from "../../document.ts";
import type { Commitment } from "../../records.ts";
import { subjectOf } from "../../statements/subject.ts";
import { Tree } from "../../statements/tree.ts";
import type { Found } from "../pack.ts";
import { complementOf, nounPhrase } from "./assessments/clause.ts";

/** Auxiliaries under which nothing is committed to. */
const unreal = /^(?:could|may|might|would|should|must|can|ought|shall)$/i;

/** Clauses under these words are conditions, questions, aims. */
const unsure = /^(?:if|unless|whether|until|before|lest|once)$/i;

/** Commitments of an English document. @param document - needs statements, topics and a parse */
export function findCommitments(document: Document, context: Context): Found<Commitment> {
  return findCommitmentsWith(document, context, "en", document.text, (words, act) =>
    readClause(document, words, act),
  );
}

function readClause(document: Document, words: Range, act: Act): CommitmentClause | null {
  const sentence = sentenceAt(document, words);
  if (sentence === null) return null;
  const tree = new Tree(document, sentence);
  const verb = verbIn(tree, words);
  if (verb === null || !isReal(tree, verb, act)) return null;
  const passive = tree.child(verb, "nsubj:pass");
  const subject = passive === null ? subjectOf(tree, verb) : agentOf(tree, verb);
  if (subject === null) return null;
  const owner = nounPhrase(tree, subject);
  const actors = owner === null ? [] : actorsOf(document, owner, words);
  if (owner === null || actors.length === 0) return null;
  const first = firstWord(tree, words);
  const term = { start: tree.token(first).start, end: words.end };
  const about = passive === null ? complementOf(tree, verb, first) : nounPhrase(tree, passive);
  if (about === null) return null;
  const isActive = passive === null;
  return {
    term: isActive ? termOf(tree, first, verb) : term,
    owner,
    actors,
    about: isActive ? aboutAfter(about, words, tree, verb) : about,
  };
}

/** The words up to the verb that commits: “will continue to provide”, “signed”. */
function termOf(tree: Tree, first: number, verb: number): Range {
  const from = Math.min(first, verb);
  return { start: tree.token(from).start, end: tree.token(verb).end };
}

/** What follows the verb. */
function aboutAfter(about: Range, words: Range, tree: Tree, verb: number): Range {
  const start = Math.max(about.start, tree.token(verb).end + 1);
  return start < about.end ? { start, end: Math.max(about.end, words.end) } : about;
}

function firstWord(tree: Tree, words: Range): number {
  let at = tree.first;
  while (at + 1 < tree.last && tree.token(at).end <= words.start) at++;
  return at;
}

/** The verb the words hang on: the lowest that commits (“will continue to provide”: provide). */
function verbIn(tree: Tree, words: Range): number | null {
  let found: number | null = null;
  for (let at = firstWord(tree, words); at < tree.last && tree.token(at).start < words.end; at++) {
    if (tree.token(at).upos !== "VERB") continue;
    if (found === null || tree.token(at).head === found) found = at;
    else break;
  }
  return found;
}

function isReal(tree: Tree, verb: number, act: Act): boolean {
  let at = verb;
  for (let step = 0; step < 4; step++) {
    for (const child of tree.children(at)) {
      const { deprel } = tree.token(child);
      const form = tree.form(child);
      if (deprel.startsWith("aux") && unreal.test(form) && act.id !== "will-not") return false;
      if (deprel === "mark" && unsure.test(form)) return false;
      const negates = /^(?:not|n['’]t|never|neither|nor)$/i.test(form) && deprel === "advmod";
      if (negates && act.status !== "refused" && act.status !== "withheld") return false;
    }
    const { head, deprel } = tree.token(at);
    if (head < 0 || !/^(?:xcomp|conj|ccomp)$/.test(deprel)) break;
    if (
      deprel === "ccomp" &&
      /^(?:want|wish|hope|demand|urge|ask|propose|suggest|need)$/.test(tree.lemma(head))
    )
      return false;
    if (
      deprel === "xcomp" &&
      /^(?:want|wish|hope|refuse|fail|threaten|ask|urge|demand|decline|try|consider|seem|be)$/.test(
        tree.lemma(head),
      ) &&
      act.status === "carried-out"
    )
      return false;
    at = head;
  }
  return !/\?[”"’')\]]*$/u.test(tree.document.text.slice(tree.sentence.start, tree.sentence.end));
}

/** “signed by the two presidents”. */
function agentOf(tree: Tree, verb: number): number | null {
  return (
    tree
      .children(verb)
      .find(
        (child) =>
          tree.token(child).deprel.startsWith("obl") &&
          tree.children(child).some((at) => tree.form(at).toLowerCase() === "by"),
      ) ?? null
  );
}

/** Who a noun phrase means; of “we” the speaker of the statement around. */
function actorsOf(document: Document, owner: Range, words: Range): readonly string[] {
  const mention = headMentionOf(document, owner);
  if (mention !== null)
    return [...new Set([mention, ...joinedTo(document, owner, mention)].flatMap(committing))];
  if (!/^(?:we|i)$/i.test(document.text.slice(owner.start, owner.end))) return [];
  const around = statementAround(document, words);
  return around === null ? [] : document.layers.statements[around]!.actors;
}

/** Names that “and” joins to the head: “Putin and Xi signed …”. */
function joinedTo(document: Document, owner: Range, head: ActorMention): ActorMention[] {
  const found: ActorMention[] = [];
  let end = head.end;
  for (const mention of mentionsIn(document, { start: head.end, end: owner.end })) {
    if (!/^(?:,? and (?:the )?|, )(?:\p{Lu}\S+ )*$/u.test(document.text.slice(end, mention.start)))
      break;
    found.push(mention);
    end = mention.end;
  }
  return found;
}

function sentenceAt(document: Document, { start, end }: Range): Sentence | null {
  const sentences = document.layers.sentences;
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  const found = sentences[low];
  return found !== undefined && found.start <= start && end <= found.end ? found : null;
}
