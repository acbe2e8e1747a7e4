import { spanOf, type Document, type Range, type Span } from "../core/document.ts";
import type { SourceGrade } from "../core/grades/grades.ts";
import type { AccountLink, Assessment, Commitment } from "../core/records.ts";
import { statementId } from "./statement-id.ts";

/** One line of `assessments[]`. */
export function assessmentRecord(
  document: Document,
  assessment: Assessment,
): Record<string, unknown> {
  return {
    span: spanOf(document, assessment),
    assessor: assessment.assessor,
    assessorQuote: assessment.assessorQuote,
    term: assessment.term,
    negated: assessment.negated,
    about: spanOf(document, assessment.about),
    bands: assessment.bands,
    type: assessment.type,
    kind: assessment.kind,
    termSpan: spanOf(document, assessment.termRange),
    hedges: assessment.hedges.map((range) => spanOf(document, range)),
    topics: assessment.topics,
    actors: assessment.actors,
    bandsInferred: assessment.bandsInferred,
    statement: statementOf(document, assessment.statement),
    account: accountRecord(document, assessment.account),
    rule: assessment.rule,
  };
}

/** One line of `commitments[]`; `encounter` is the id of the encounter it was linked to. */
export function commitmentRecord(
  document: Document,
  commitment: Commitment,
  encounter: string | null,
): Record<string, unknown> {
  return {
    span: spanOf(document, commitment),
    actors: commitment.actors,
    toward: commitment.toward,
    domain: commitment.domain,
    status: commitment.status,
    encounter,
    termSpan: spanOf(document, commitment.termRange),
    about: spanOf(document, commitment.about),
    topics: commitment.topics,
    act: commitment.act,
    statement: statementOf(document, commitment.statement),
    account: accountRecord(document, commitment.account),
    rule: commitment.rule,
  };
}

/** The chain of accounts as records print it. */
export function accountRecord(
  document: Document,
  account: readonly AccountLink[],
): Record<string, unknown>[] {
  const span = (range: Range | null): Span | null =>
    range === null ? null : spanOf(document, range);
  return account.map((link) => ({
    actor: link.actor,
    quote: link.quote,
    role: link.role,
    span: span(link.range),
  }));
}

/** A person's grade of a source; `null` without one. */
export function gradeRecord(grade: SourceGrade | null): Record<string, unknown> | null {
  if (grade === null) return null;
  const { source, information, claims, reason } = grade;
  return { source, information, claims, reason };
}

function statementOf(document: Document, index: number | null): string | null {
  return index === null ? null : statementId(document.id, index);
}
