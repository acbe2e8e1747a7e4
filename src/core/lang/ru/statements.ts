import type { Context } from "../../context.ts";
import type { Block, Document, Range } from "../../document.ts";
import type { Statement } from "../../records.ts";
import { assembleStatements, type Draft } from "../../statements/assemble.ts";
import { findQuotations } from "../../statements/quotes.ts";
import type { Found } from "../pack.ts";
import { russianCues } from "./cue-forms.ts";
import { SentenceReader } from "./statement-clauses.ts";
import { proposeAccording, proposeQuoted, proposeTurns } from "./statement-quotes.ts";
import { subjectReader } from "./statement-subjects.ts";

/** Body blocks carry statements; headlines and captions repeat them. */
const body: ReadonlySet<Block["role"]> = new Set(["paragraph", "list-item", "key-point"]);

/** A quotation with fewer words is a name or a term, not speech. */
const shortestSpeech = 3;

/**
 * Find who said what in a Russian document: turns of a transcript, quotations with their cue, speaker and verb in
 * either order, gerunds, the passives of official accounts, “по словам …”.
 * @param document - needs sentences and tokens; actors are used where they are marked
 * @returns statements by start; warns `QUOTE_UNCLOSED`
 */
export function findStatements(document: Document, context: Context): Found<Statement> {
  const { quotations, diagnostics } = findQuotations(document);
  const cues = russianCues(context);
  const subjects = subjectReader(document, context);
  const speeches = quotations.filter(
    (quotation) =>
      document.text.slice(quotation.start, quotation.end).split(/\s+/u).length >= shortestSpeech,
  );
  const turns = proposeTurns(document);
  const outside = (range: Range): boolean =>
    !turns.some((turn) =>
      turn.content.some((part) => part.start < range.end && range.start < part.end),
    );
  const quoted = proposeQuoted(document, speeches.filter(outside), cues, subjects);
  const reader = new SentenceReader(document, cues, subjects, speeches, quoted);
  const drafts: Draft[] = [...turns, ...quoted];
  for (const sentence of document.layers.sentences) {
    const role = document.blocks[sentence.block]!.role;
    if (!body.has(role) && document.blocks.length > 1) continue;
    for (const part of withoutTurns(sentence, turns)) {
      const according = proposeAccording(document, part, cues);
      if (according !== null) drafts.push(according);
      drafts.push(...reader.read(part, according?.content ?? []));
    }
  }
  return { found: assembleStatements(document, drafts, speeches), diagnostics };
}

/** What of a sentence lies outside the turns of a transcript. */
function withoutTurns(sentence: Range, turns: readonly Draft[]): Range[] {
  let rest: Range = { start: sentence.start, end: sentence.end };
  for (const turn of turns)
    for (const part of [turn.source!, ...turn.content]) {
      if (part.start >= rest.end || part.end <= rest.start) continue;
      if (part.start <= rest.start) rest = { start: Math.min(part.end, rest.end), end: rest.end };
      else rest = { start: rest.start, end: part.start };
    }
  return rest.end - rest.start > 8 ? [rest] : [];
}
