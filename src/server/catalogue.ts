import { spanOf, type Document, type Range } from "../core/document.ts";
import type { AccountLink, Assessment, Commitment, Statement } from "../core/records.ts";
import type { DocumentSummary } from "../store/store.ts";
import { plainLabel, plainSummary } from "./plain-label.ts";
import { statementId } from "../export/statement-id.ts";

/** A statement with the words the lists need. */
export interface StatementEntry {
  readonly id: string;
  readonly key: string;
  readonly document: string;
  readonly start: number;
  readonly end: number;
  /** The whole stretch, source and cue included. */
  readonly quote: string;
  readonly actors: readonly string[];
  readonly named: string | null;
  readonly cue: string | null;
  readonly cueClass: string | null;
  readonly content: readonly string[];
  readonly form: Statement["form"];
  readonly negated: boolean;
  readonly hedged: boolean;
  readonly account: readonly AccountEntry[];
  /** Index of the document's encounter mention. */
  readonly mention: number | null;
  readonly topics: readonly string[];
  readonly rule: string;
  /** Everything it can be found by, lower case. */
  readonly haystack: string;
}

/** A mention of a phrase in a document. */
export interface FormEntry extends Range {
  readonly id: string;
  readonly party: string | null;
  readonly speaker: string | null;
  readonly quote: string;
}

/** What the lists keep of a document: everything but its text and tokens. */
export interface Entry {
  readonly summary: DocumentSummary;
  readonly statements: readonly StatementEntry[];
  readonly phrases: readonly FormEntry[];
  readonly judgements: readonly JudgementEntry[];
  readonly commitments: readonly CommitmentEntry[];
  readonly actors: ReadonlySet<string>;
  readonly mentions: number;
  readonly diagnostics: Document["diagnostics"];
}

/** A judgement with its words. */
export interface JudgementEntry extends Range {
  readonly assessor: string | null;
  readonly assessorQuote: string;
  readonly term: string;
  readonly negated: boolean;
  readonly hedges: readonly string[];
  readonly about: string;
  readonly quote: string;
  readonly bands: Assessment["bands"];
  readonly bandsInferred: Assessment["bandsInferred"];
  readonly type: string;
  readonly kind: string;
  readonly topics: readonly string[];
  readonly account: readonly AccountEntry[];
}

/** A commitment with its words. */
export interface CommitmentEntry extends Range {
  readonly actors: readonly string[];
  readonly toward: readonly string[];
  readonly domain: string | null;
  readonly status: Commitment["status"];
  readonly term: string;
  readonly about: string;
  readonly quote: string;
  readonly mention: number | null;
  readonly account: readonly AccountEntry[];
}

/** Who vouches: an actor, or the words that name one. */
export interface AccountEntry {
  readonly actor: string | null;
  readonly quote: string;
}

/** Take from a document what the lists need. */
export function entryOf(document: Document, summary: DocumentSummary): Entry {
  const { layers } = document;
  return {
    summary: plainSummary(summary),
    statements: layers.statements.map((statement, index) =>
      statementEntry(document, statement, index),
    ),
    phrases: layers.phrases.map((mention) => ({
      id: mention.id,
      start: mention.start,
      end: mention.end,
      party: mention.party,
      speaker: mention.speaker,
      quote: spanOf(document, mention).quote,
    })),
    judgements: layers.assessments.map((assessment) => judgementEntry(document, assessment)),
    commitments: layers.commitments.map((commitment) => commitmentEntry(document, commitment)),
    actors: new Set(
      layers.actors.flatMap((mention) =>
        mention.actor === null ? mention.actors : [mention.actor],
      ),
    ),
    mentions: layers.encounters.length,
    diagnostics: document.diagnostics,
  };
}

function statementEntry(document: Document, statement: Statement, index: number): StatementEntry {
  const quote = (range: Range | null): string | null =>
    range === null ? null : spanOf(document, range).quote;
  const content = statement.content.map((range) => spanOf(document, range).quote);
  const named = quote(statement.source);
  return {
    id: statementId(document.id, index),
    key: `${document.id}:${statement.start}-${statement.end}`,
    document: document.id,
    start: statement.start,
    end: statement.end,
    quote: spanOf(document, statement).quote,
    actors: statement.actors,
    named,
    cue: quote(statement.cue),
    cueClass: statement.cueClass,
    content,
    form: statement.form,
    negated: statement.polarity === "negated",
    hedged: statement.hedged,
    account: accountEntries(statement.account),
    mention: statement.encounter,
    topics: [
      ...new Set(
        document.layers.topics
          .filter((topic) => topic.start >= statement.start && topic.end <= statement.end)
          .map((topic) => topic.id),
      ),
    ],
    rule: statement.rule,
    haystack: `${named ?? ""} ${content.join(" ")}`.toLowerCase(),
  };
}

function judgementEntry(document: Document, assessment: Assessment): JudgementEntry {
  const { start, end, assessor, assessorQuote, term, negated, bands, bandsInferred } = assessment;
  const { type, kind, topics } = assessment;
  const quote = (range: Range): string => spanOf(document, range).quote;
  return {
    start,
    end,
    assessor,
    assessorQuote,
    term,
    negated,
    bands,
    bandsInferred,
    type,
    kind,
    topics,
    hedges: assessment.hedges.map(quote),
    about: quote(assessment.about),
    quote: quote(assessment),
    account: accountEntries(assessment.account),
  };
}

function commitmentEntry(document: Document, commitment: Commitment): CommitmentEntry {
  const { start, end, actors, toward, domain, status } = commitment;
  const quote = (range: Range): string => spanOf(document, range).quote;
  return {
    start,
    end,
    actors,
    toward,
    domain,
    status,
    term: quote(commitment.termRange),
    about: quote(commitment.about),
    quote: quote(commitment),
    mention: commitment.encounter,
    account: accountEntries(commitment.account),
  };
}

function accountEntries(account: readonly AccountLink[]): AccountEntry[] {
  return account.map(({ actor, quote }) => ({ actor, quote: plainLabel(quote) }));
}
