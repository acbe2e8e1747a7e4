import type { Context } from "../../../context.ts";
import type { Document } from "../../../document.ts";
import type { Statement } from "../../../records.ts";
import { findQuotations } from "../../../statements/quotes.ts";
import type { Found } from "../../pack.ts";
import { accordingProposals } from "./according.ts";
import { verbProposals } from "./active.ts";
import { withoutDoubles } from "./choose.ts";
import { complete } from "./complete.ts";
import { framesOf } from "./frames.ts";
import { headlineProposals } from "./headlines.ts";
import { nounProposals } from "./noun-cues.ts";
import type { Proposal } from "./proposal.ts";
import { withOpenQuotations } from "./quoted-speech.ts";
import { Reading } from "./reading.ts";
import { turnsOf } from "./turns.ts";

/**
 * Find who said what in an English document. Constructions propose over the writer's own sentences, in
 * which a quotation of speech counts as one word; of proposals with one cue the surest is kept.
 * @param document - needs sentences and tokens with a parse; times and actors are used where they are marked
 * @returns statements by start; warns `QUOTE_UNCLOSED`
 */
export function findStatements(document: Document, context: Context): Found<Statement> {
  const { quotations, diagnostics } = findQuotations(document);
  const reading = new Reading(document, context, quotations);
  const frames = framesOf(document, quotations, context);
  const proposals: Proposal[] = [];
  for (const [index, frame] of frames.entries()) {
    if (frame.role === "title" && repeatsBody(document, frame.words[0]?.start ?? 0)) continue;
    if (frame.role === "dateline") continue;
    proposals.push(
      ...verbProposals(reading, frame, index),
      ...nounProposals(reading, frame, index),
      ...accordingProposals(reading, frame, index),
      ...headlineProposals(reading, frame, index),
    );
  }
  const chosen = withoutDoubles(document, withOpenQuotations(reading, frames, proposals));
  return { found: complete(document, context, chosen, turnsOf(document), quotations), diagnostics };
}

/** A headline that the body has word for word doesn't count twice. */
function repeatsBody(document: Document, at: number): boolean {
  const block = document.blocks.find(({ start, end }) => start <= at && at < end);
  if (block === undefined) return false;
  return document.text.indexOf(document.text.slice(block.start, block.end), block.end) !== -1;
}
