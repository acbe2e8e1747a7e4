import {
  holderInStatement,
  holderOfPage,
  statementAround,
  type Holder,
} from "../assessments/holder.ts";
import type { Context } from "../context.ts";
import { spanOf, type Document, type Language, type Range, type Span } from "../document.ts";
import { foldToHans } from "../lang/zh/hans.ts";
import { findForms } from "../phrases/matcher.ts";
import type { AccountLink, Assessment, Commitment } from "../records.ts";
import { accountChain } from "../statements/account.ts";
import { isDenied, isSupposed } from "./negation.ts";
import { answerOf, questionMatcher, questionTable, type Question } from "./questions.ts";
import { pairOfPage, sidesOfClaim, type ClaimSides } from "./sides.ts";

/** Where somebody stands on a question; `open` leaves it open in so many words. */
export type Stance = "yes" | "no" | "open";

/** A place where somebody answers a question. */
export interface Position {
  readonly question: string;
  /** Whom it is about, sorted. */
  readonly sides: readonly string[];
  /** `inferred` where only the page as a whole tells whom it is about. */
  readonly basis: ClaimSides["basis"];
  readonly stance: Stance;
  /** Said with a degree of likelihood or as somebody's expectation, not flatly. */
  readonly hedged: boolean;
  /** Who holds it; `null` for nobody known, or several. */
  readonly holder: string | null;
  readonly holderQuote: string;
  readonly account: readonly AccountLink[];
  /** The sentence, or the part of it that somebody says. */
  readonly span: Span;
  /** The words that answer the question. */
  readonly words: Span;
  /** The probability term as said; `null` without a judgement. */
  readonly term: string | null;
  readonly bands: Assessment["bands"];
  readonly rule: string;
}

/** Positions of a document on the questions of the table, one a question and sentence, in text order. */
export function positionsOf(document: Document, context: Context): Position[] {
  const language = document.language as Language;
  if (!["en", "zh", "ru"].includes(language)) return [];
  const text = language === "zh" ? foldToHans(document.text, context) : document.text;
  const questions = questionTable(context);
  const pair = pairOfPage(document, context);
  const found: Position[] = [];
  for (const match of findForms(questionMatcher(context), text, language)) {
    const { question, answer } = answerOf(match.id);
    const position = read(document, context, language, text, match, {
      question: questions.get(question)!,
      answer,
      rule: match.rule,
      pair,
    });
    if (position !== null) found.push(position);
  }
  return onePerSentence(found);
}

interface Reading {
  readonly question: Question;
  readonly answer: "yes" | "no";
  readonly rule: string;
  readonly pair: readonly string[] | null;
}

function read(
  document: Document,
  context: Context,
  language: Language,
  text: string,
  at: Range,
  { question, answer, rule, pair }: Reading,
): Position | null {
  const limits = limitsOf(document, at);
  if (limits === null || isLeftOut(document, at)) return null;
  if (isSupposed(text, language, limits, at)) return null;
  const assessment = judgementOver(document, at);
  const commitment = commitmentOver(document, at);
  const ignored = [
    ...(assessment === null ? [] : [assessment.termRange]),
    ...(commitment === null ? [] : [commitment.termRange]),
    // “No limits” denies nothing; “is not an alliance” does.
    ...document.layers.phrases.map(({ start, end }) => ({ start, end: Math.min(end, at.start) })),
  ];
  const denied = isDenied(text, language, limits, at, ignored);
  if (question.needsJudgement && assessment === null && commitment === null) return null;
  const sides = sidesOfClaim(document, context, question.scope, limits, at, pair);
  if (sides === null) return null;
  const around = statementAround(document, at);
  const statement = around === null ? null : document.layers.statements[around]!;
  const flips = [
    denied,
    assessment !== null && turns(assessment),
    commitment !== null && /^(?:withheld|refused|undone)$/.test(commitment.status),
    statement?.polarity === "negated",
  ].filter(Boolean).length;
  const isOpen = assessment !== null && /^(?:possible|open|conditional)$/.test(assessment.kind);
  const yes = (answer === "yes") === (flips % 2 === 0);
  const holder =
    othersWho(document, language, limits, at) ?? holderOf(document, assessment, around);
  return {
    question: question.id,
    ...sides,
    stance: isOpen ? "open" : yes ? "yes" : "no",
    hedged: isHedged(assessment) || statement?.hedged === true,
    holder: holder.assessor,
    holderQuote: holder.quote,
    account: holder.account,
    span: spanOf(document, limits),
    words: spanOf(document, at),
    term: assessment?.term ?? null,
    bands: assessment?.bands ?? null,
    rule,
  };
}

function isHedged(assessment: Assessment | null): boolean {
  return (
    assessment !== null && !/^(?:intended|advised|favourable|unfavourable)$/.test(assessment.kind)
  );
}

/** A judgement that answers no: unlikely, not likely, no intention. */
function turns({ kind, negated }: Assessment): boolean {
  const against = kind === "unlikely" || kind === "intended" || kind === "unfavourable";
  return against !== negated;
}

function holderOf(
  document: Document,
  assessment: Assessment | null,
  around: number | null,
): Holder {
  if (assessment !== null)
    return {
      assessor: assessment.assessor,
      quote: assessment.assessorQuote,
      statement: assessment.statement,
      account: assessment.account,
    };
  // What somebody wants is told in the page's words.
  if (around === null || document.layers.statements[around]!.cueClass === "intend")
    return holderOfPage(document);
  return holderInStatement(document, around);
}

/** People who are only told of by what they think, by language: “those who believe …”. */
const others: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})((?:those|anyone|people|observers|critics|analysts|commentators|many|some|others|experts) (?:who|that)) (?:still |now |really |wrongly )?(?:believe|think|claim|argue|say|assume|insist|suggest|see|predict|expect|hold|fear|hope)s?(?!\p{L})/giu,
  zh: /((?:那些|不少|一些)?(?:认为|声称|相信))[^，。]{0,20}的(?:人|观察者|分析人士)/gu,
  ru: /(?<!\p{L})(те, кто|тех, кто|тем, кто|кто) (?:все еще )?(?:считает|полагает|думает|утверждает|верит|ожидает)(?!\p{L})/giu,
};

/** The holder where a relative clause right before the words tells who thinks so; they are nobody known. */
function othersWho(
  document: Document,
  language: Language,
  limits: Range,
  at: Range,
): Holder | null {
  const from = Math.max(limits.start, at.start - 90);
  const last = [...document.text.slice(from, at.start).matchAll(others[language])].at(-1);
  if (last === undefined) return null;
  const after = document.text.slice(from + last.index + last[0].length, at.start);
  if (/[,;:–—，；]/u.test(after)) return null;
  return { assessor: null, quote: last[0], statement: null, account: accountChain(document, null) };
}

/** The sentence around words, or the part of it that a statement reports; `null` for captions and questions. */
function limitsOf(document: Document, at: Range): Range | null {
  const sentence = document.layers.sentences.find(
    ({ start, end }) => start <= at.start && at.end <= end,
  );
  if (sentence === undefined || document.blocks[sentence.block]?.role === "caption") return null;
  if (/[?？][”"’'»」)]*$/u.test(document.text.slice(sentence.start, sentence.end))) return null;
  const around = statementAround(document, at);
  const part =
    around === null
      ? undefined
      : document.layers.statements[around]!.content.find(
          ({ start, end }) => start <= at.start && at.end <= end,
        );
  if (part === undefined) return { start: sentence.start, end: sentence.end };
  return { start: Math.max(part.start, sentence.start), end: Math.min(part.end, sentence.end) };
}

/** Words that somebody is said to have left unsaid take no side. */
function isLeftOut(document: Document, at: Range): boolean {
  return document.layers.silences.some(
    ({ start, end, topicRange }) =>
      (topicRange !== null && topicRange.start <= at.start && at.end <= topicRange.end) ||
      (start <= at.start && at.end <= end),
  );
}

/** The judgement words stand in: the one whose matter holds them most closely. */
function judgementOver(document: Document, at: Range): Assessment | null {
  const over = document.layers.assessments.filter(
    ({ about, type }) =>
      about.start <= at.start && at.end <= about.end && type !== "recommendation",
  );
  return (
    over.toSorted((a, b) => a.about.end - a.about.start - (b.about.end - b.about.start))[0] ?? null
  );
}

function commitmentOver(document: Document, at: Range): Commitment | null {
  return (
    document.layers.commitments.find(
      ({ about }) => about.start <= at.start && at.end <= about.end,
    ) ?? null
  );
}

/** Of several answers to one question in one stretch the one with a judgement stays, else the first. */
function onePerSentence(positions: readonly Position[]): Position[] {
  const kept = new Map<string, Position>();
  for (const position of positions) {
    const key = `${position.question} ${position.sides.join(" ")} ${position.span.start}`;
    const known = kept.get(key);
    if (known === undefined || (known.term === null && position.term !== null))
      kept.set(key, position);
  }
  return [...kept.values()].toSorted((a, b) => a.span.start - b.span.start);
}
