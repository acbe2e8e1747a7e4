import type { Claim } from "../app/judgements/claims.ts";
import { gradeRecord } from "./judgement-json.ts";
import type { Position } from "../core/claims/positions.ts";

/** What `readout claims --json` prints (`schema/claims.json`). */
export function claimsToJson(claims: readonly Claim[]): Record<string, unknown> {
  return {
    claims: claims.map(({ id, heading, verdict, dispute, lines }) => ({
      id,
      question: dispute.question,
      label: dispute.label,
      heading,
      sides: dispute.sides,
      verdict,
      positions: lines.map(({ position, grade }) => ({
        ...positionRecord(position),
        grade: gradeRecord(grade),
      })),
    })),
  };
}

function positionRecord(position: Position): Record<string, unknown> {
  return {
    stance: position.stance,
    hedged: position.hedged,
    holder: position.holder,
    holderQuote: position.holderQuote,
    term: position.term,
    bands: position.bands,
    basis: position.basis,
    span: position.span,
    words: position.words,
    account: position.account.map(({ actor, quote, role }) => ({ actor, quote, role })),
    rule: position.rule,
  };
}
