import type { Context } from "../context.ts";
import type {
  ActorMention,
  Document,
  Language,
  Range,
  Sentence,
  TimeExpression,
  Token,
} from "../document.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { Assessment, Commitment, EncounterMention, Figure, Silence, Statement } from "../records.ts";

/** What a stage of a pack hands back. */
export interface Found<T> {
  readonly found: readonly T[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Everything Readout knows about a language, one function a stage.
 *
 * Each reads the document with the layers of the stages before it and returns marks sorted by start.
 * The pipeline calls them in the order of the members; a stage that a language does not have is absent.
 */
export interface LanguagePack {
  readonly language: Language;
  /** Sentence ranges of one block, in order, without edge blanks. */
  splitSentences(text: string, block: Range): Range[];
  /** Tokens of all sentences; `sentence.tokens` is filled by the caller from the result. */
  findTokens(document: Document, sentence: Range, context: Context): Token[];
  findTimes(document: Document, context: Context): Found<TimeExpression>;
  findActors(document: Document, context: Context): Found<ActorMention>;
  findStatements(document: Document, context: Context): Found<Statement>;
  findSilences(document: Document, context: Context): Found<Silence>;
  findEncounters(document: Document, context: Context): Found<EncounterMention>;
  findAssessments(document: Document, context: Context): Found<Assessment>;
  findCommitments(document: Document, context: Context): Found<Commitment>;
  findFigures(document: Document, context: Context): Found<Figure>;
}

export type { Sentence };
