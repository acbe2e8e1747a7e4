import type { Context } from "../context.ts";
import type { Document } from "../document.ts";
import type { Found } from "../lang/pack.ts";
import type { Statement } from "../records.ts";
import { proposeClauses } from "./clauses.ts";
import { cueLexicon } from "./cues.ts";
import { proposeDirect } from "./direct.ts";
import { proposeAccording, proposeHeadlines, proposeNouns } from "./phrases.ts";
import type { Proposal } from "./proposal.ts";
import { findQuotations } from "./quotes.ts";
import { refine } from "./refine.ts";
import { Tree } from "./tree.ts";

/**
 * Find who said what in an English document: rules propose, refiners choose.
 * @param document - needs sentences and tokens with a parse; actors are used where they are marked
 * @returns statements by start; warns `QUOTE_UNCLOSED`
 */
export function findStatements(document: Document, context: Context): Found<Statement> {
  const { quotations, diagnostics } = findQuotations(document);
  const cues = cueLexicon(context, "en");
  const official = document.party !== null;
  const proposals: Proposal[] = [
    ...proposeDirect(document, quotations, cues),
    ...proposeHeadlines(document, cues),
  ];
  for (const sentence of document.layers.sentences) {
    if (document.blocks[sentence.block]?.role === "title" && repeatsBody(document, sentence))
      continue;
    const tree = new Tree(document, sentence);
    proposals.push(
      ...proposeClauses(tree, cues, official),
      ...proposeNouns(tree, cues),
      ...proposeAccording(document, sentence),
    );
  }
  return { found: refine(document, proposals, quotations), diagnostics };
}

/** A headline that the body has word for word doesn't count twice. */
function repeatsBody(document: Document, sentence: { start: number; end: number }): boolean {
  const title = document.text.slice(sentence.start, sentence.end);
  return document.text.indexOf(title, sentence.end) !== -1;
}
