import { disputesOf, isShared, type Dispute } from "../../core/claims/disputes.ts";
import type { Position, Stance } from "../../core/claims/positions.ts";
import type { Context } from "../../core/context.ts";
import { gradeFor, type SourceGrade } from "../../core/grades/grades.ts";
import type { Assessment } from "../../core/records.ts";
import type { Place } from "../brief/brief.ts";
import { placesIn } from "../brief/places.ts";
import type { Reading } from "../reading.ts";
import { accountLabel, holderLabel } from "./labels.ts";

/** Which disputes are wanted; absent members mean all. */
export interface ClaimsChoice {
  /** Ids of questions (`is-alliance`). */
  readonly questions?: readonly string[];
  /** Sides that must all be asked about (`CHN`). */
  readonly sides?: readonly string[];
  /** Also questions that only one holder answers. */
  readonly alone: boolean;
}

/** Somebody's answer with its place. */
export interface ClaimLine {
  readonly stance: Stance;
  readonly hedged: boolean;
  readonly holder: string;
  readonly term: string | null;
  readonly bands: Assessment["bands"];
  readonly quote: string;
  /** “by the account of …”; `null` where holder and page are the same. */
  readonly account: string | null;
  /** Whom it is about is told by the page as a whole, not by these words. */
  readonly inferred: boolean;
  /** A person's grade of the page's source for judgements; `null` where there is none. */
  readonly grade: SourceGrade | null;
  readonly place: Place;
  readonly position: Position;
}

/** A question with everybody's answers. */
export interface Claim {
  readonly id: string;
  readonly heading: string;
  readonly verdict: Dispute["verdict"];
  readonly lines: readonly ClaimLine[];
  readonly dispute: Dispute;
}

/** The questions that pages take sides on, the disputed first. */
export function claimsOf(
  reading: Reading,
  context: Context,
  choice: ClaimsChoice,
  grades: readonly SourceGrade[] = [],
): Claim[] {
  const placeOf = placesIn(reading);
  const documents = new Map(reading.documents.map((document) => [document.id, document]));
  const line = (position: Position): ClaimLine => {
    const document = documents.get(position.span.document)!;
    const holder = holderLabel(position.holder, position.holderQuote, reading);
    return {
      stance: position.stance,
      hedged: position.hedged,
      holder,
      term: position.term,
      bands: position.bands,
      quote: position.span.quote,
      account: accountLabel(position.account, holder, reading),
      inferred: position.basis === "inferred",
      grade: gradeFor(grades, document, "judgements"),
      place: placeOf(document, position.span),
      position,
    };
  };
  return disputesOf(reading.documents, context)
    .filter((dispute) => isWanted(dispute, choice))
    .map((dispute) => ({
      id: dispute.id,
      heading: `${dispute.sides.map((side) => reading.labelOf(side)).join(", ")}: ${dispute.label}`,
      verdict: dispute.verdict,
      lines: dispute.positions.map(line),
      dispute,
    }));
}

function isWanted(dispute: Dispute, { questions, sides, alone }: ClaimsChoice): boolean {
  if (questions !== undefined && !questions.includes(dispute.question)) return false;
  if (sides !== undefined && !sides.every((side) => dispute.sides.includes(side))) return false;
  return alone || isShared(dispute);
}
