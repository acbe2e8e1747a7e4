import type { Context } from "../context.ts";
import type {
  ActorMention,
  Document,
  Language,
  Range,
  TimeExpression,
  Token,
} from "../document.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type {
  Assessment,
  Commitment,
  EncounterMention,
  Figure,
  Silence,
  Statement,
} from "../records.ts";

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
  readonly splitSentences: (text: string, block: Range, context: Context) => Range[];
  /** Tokens of one sentence, in order; heads are indices within the sentence, -1 for the root or without a parse. */
  readonly findTokens: (text: string, sentence: Range, context: Context) => Token[];
  readonly findTimes?: (document: Document, context: Context) => Found<TimeExpression>;
  readonly findActors?: (document: Document, context: Context) => Found<ActorMention>;
  readonly findStatements?: (document: Document, context: Context) => Found<Statement>;
  readonly findSilences?: (document: Document, context: Context) => Found<Silence>;
  readonly findEncounters?: (document: Document, context: Context) => Found<EncounterMention>;
  readonly findAssessments?: (document: Document, context: Context) => Found<Assessment>;
  readonly findCommitments?: (document: Document, context: Context) => Found<Commitment>;
  readonly findFigures?: (document: Document, context: Context) => Found<Figure>;
}
