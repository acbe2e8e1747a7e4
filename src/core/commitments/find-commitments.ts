import { mentionsIn } from "../actors/lookup.ts";
import { topicsIn } from "../assessments/matter.ts";
import { statementAround } from "../assessments/holder.ts";
import type { Context } from "../context.ts";
import type { Document, Language, Range } from "../document.ts";
import type { Found } from "../lang/pack.ts";
import { findForms } from "../phrases/matcher.ts";
import type { Commitment, Statement } from "../records.ts";
import { accountChain } from "../statements/account.ts";
import { actMatcher, actsByCue, actsById, type Act } from "./acts.ts";
import { avowedIn } from "./avowals.ts";
import { contextsOfTopics, domainOfTopics } from "./domain.ts";
import { addressees } from "./parties.ts";

/** A clause whose words commit: who, to what. */
export interface CommitmentClause {
  /** The words as a record gives them. */
  readonly term: Range;
  /** Place that names who commits; `null` where they are known without. */
  readonly owner: Range | null;
  readonly actors: readonly string[];
  readonly about: Range;
}

/**
 * How a language reads the clause around words of `commitment-acts.tsv`.
 * @returns `null` where the words are denied, asked, wished, conditional, or nobody is known to commit
 */
export type ReadClause = (words: Range, act: Act) => CommitmentClause | null;

/**
 * Commitments of a document: statements whose cue commits, and clauses by whose words a state or body
 * commits, carries out, refuses or undoes.
 * @param text - the clean text as the language matches it, same offsets
 */
export function findCommitmentsWith(
  document: Document,
  context: Context,
  language: Language,
  text: string,
  read: ReadClause,
): Found<Commitment> {
  const stated = document.layers.statements.flatMap((statement, index) => {
    const act = actsByCue(context, language).get(statement.cueLemma ?? "");
    if (act !== undefined)
      return fromStatement(document, context, language, { statement, index }, act);
    const avowed = avowedIn(document, language, statement);
    if (avowed === null || isThreat(document, language, avowed.about)) return [];
    const clause = { ...avowed, owner: statement.source, actors: statement.actors };
    return recordOf(document, context, language, avowed.act, clause, index, avowed.rule);
  });
  const told = findForms(actMatcher(context), text, language).flatMap((match) => {
    const act = actsById(context).get(match.id)!;
    const clause = isInHeadline(document, match) ? null : read(match, act);
    if (clause === null || stated.some(({ termRange }) => overlaps(termRange, match))) return [];
    const around = statementAround(document, clause.term);
    return recordOf(
      document,
      context,
      language,
      act,
      clause,
      around,
      `commitment/${language}/${match.id}`,
    );
  });
  const found = withoutRepeats([...stated, ...told]);
  return { found, diagnostics: [] };
}

/** What “agreed if …”, “promised whether …” tells is no promise. */
const opensCondition = /^(?:if|whether|если|когда)(?!\p{L})/iu;

/** What is vowed against somebody is a threat, no commitment. */
const threats: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:retaliat\p{L}*|reveng\p{L}*|aveng\p{L}*|use of force|us(?:e|ing) force|strike back|hit back|respond (?:decisively|swiftly|forcefully|with)|punish\p{L}*|destroy\p{L}*|annihilat\p{L}*|crush\p{L}*|make \p{L}+ pay|never (?:rule out|accept|forgive|allow)|impose (?:new |further |more )?sanctions)(?!\p{L})/iu,
  zh: /(?:反击|报复|反制|动武|使用武力|严惩|粉碎|制裁(?!的解除))/u,
  ru: /(?<!\p{L})(?:ответн\p{L}+ мер\p{L}*|отомст\p{L}+|возмезди\p{L}*|уничтож\p{L}+|нан\p{L}+ удар\p{L}*|применить силу|покарать)(?!\p{L})/iu,
};

function isThreat(document: Document, language: Language, { start, end }: Range): boolean {
  return threats[language].test(document.text.slice(start, end));
}

/** “agreed that …” tells an opinion, unless what is to be done follows. */
const opensClause = /^(?:that|что)(?!\p{L})/iu;
const looksAhead =
  /(?<!\p{L})(?:will|would|should|must|need|to be|буд(?:ет|ут)|необходимо|следует|нужно|долж[а-я]+)(?!\p{L})/iu;

function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Captions tell what the text tells; a title's clauses lack what the rules lean on. */
function isInHeadline(document: Document, { start }: Range): boolean {
  const block = document.blocks.find((one) => one.start <= start && start < one.end);
  return block?.role === "caption" || block?.role === "dateline" || block?.role === "title";
}

function fromStatement(
  document: Document,
  context: Context,
  language: Language,
  { statement, index }: { statement: Statement; index: number },
  act: Act,
): Commitment[] {
  const { cue, content, actors } = statement;
  if (cue === null || content.length === 0 || actors.length === 0) return [];
  if (statement.polarity === "negated" || statement.hedged) return [];
  if (act.needsSeveral && actors.length < 2) return [];
  const about = { start: content[0]!.start, end: content.at(-1)!.end };
  const words = document.text.slice(about.start, about.end);
  if (opensCondition.test(words) || isThreat(document, language, about)) return [];
  if (act.needsSeveral && opensClause.test(words) && !looksAhead.test(words)) return [];
  const clause = { term: cue, owner: statement.source, actors, about };
  return recordOf(document, context, language, act, clause, index, act.id);
}

function recordOf(
  document: Document,
  context: Context,
  language: Language,
  act: Act,
  { term, owner, actors, about }: CommitmentClause,
  statement: number | null,
  rule: string,
): Commitment[] {
  const matter = { start: Math.min(term.start, about.start), end: about.end };
  const topics = topicsIn(document, matter);
  const issues = issuesIn(document, matter);
  if (act.needsTopic && topics.length === 0) return [];
  const parts = owner === null ? [term, about] : [owner, term, about];
  const record: Commitment = {
    start: Math.min(...parts.map((part) => part.start)),
    end: Math.max(...parts.map((part) => part.end)),
    rule,
    actors,
    toward: addressees(document, about, actors, language),
    domain: domainOfTopics(context, issues),
    status: act.status,
    termRange: term,
    about,
    topics,
    act: { type: act.type, mode: act.mode, contexts: contextsOfTopics(context, issues) },
    statement,
    account:
      statement === null
        ? accountChain(document, null)
        : document.layers.statements[statement]!.account,
    encounter: statement === null ? null : document.layers.statements[statement]!.encounter,
  };
  return [record];
}

/** Topics that are more than the name of a state or place. */
function issuesIn(document: Document, { start, end }: Range): string[] {
  const found = document.layers.topics.filter(
    (topic) =>
      topic.start >= start &&
      topic.end <= end &&
      !mentionsIn(document, topic).some(
        (mention) => mention.start <= topic.start && topic.end <= mention.end,
      ),
  );
  return [...new Set(found.map(({ id }) => id))];
}

/** By start; of two whose words overlap the one found first stays. */
function withoutRepeats(found: readonly Commitment[]): Commitment[] {
  const kept: Commitment[] = [];
  for (const one of found)
    if (!kept.some((other) => overlaps(other.termRange, one.termRange))) kept.push(one);
  return kept.toSorted((a, b) => a.start - b.start || a.end - b.end);
}
