import { mentionsIn } from "../../actors/lookup.ts";
import type { Context } from "../../context.ts";
import type { Block, Document, Range } from "../../document.ts";
import type { Statement } from "../../records.ts";
import { assembleStatements, type Draft } from "../../statements/assemble.ts";
import { containedIn } from "../../statements/containment.ts";
import { cueLexicon } from "../../statements/cues.ts";
import { findQuotations } from "../../statements/quotes.ts";
import type { Found } from "../pack.ts";
import { foldToHans } from "./hans.ts";
import { SpeechReader } from "./speech-reader.ts";
import { headReader } from "./statement-heads.ts";
import { proposeQuoted } from "./statement-quotes.ts";
import { proposeReported, type Passed } from "./statement-reports.ts";
import { proposeTurns, type Turn } from "./statement-turns.ts";

/** Body blocks carry statements; headlines and captions repeat them. */
const body: ReadonlySet<Block["role"]> = new Set(["paragraph", "list-item", "key-point"]);

/** Shorter quotations are terms: they don't tell the form of a statement. */
const shortestSpeech = 10;

/**
 * Find who said what in a Chinese document, in either script. What somebody says after 指出 or 强调 runs on
 * through the paragraph up to the next speaker, and in official accounts through paragraphs that go on with the same
 * speech; what a journalist asks may tell what others said.
 * @param document - needs sentences; actors are used where they are marked
 * @returns statements by start; warns `QUOTE_UNCLOSED`
 */
export function findStatements(document: Document, context: Context): Found<Statement> {
  const { quotations, diagnostics } = findQuotations(document);
  const text = foldToHans(document.text, context);
  const heads = headReader(document, text, cueLexicon(context, "zh"));
  const turns = proposeTurns(document, text);
  const reported = proposeReported(document, text);
  const quoted = proposeQuoted(document, text, quotations, heads).map((draft) =>
    passedOn(draft, reported),
  );
  const reader = new SpeechReader(document, text, quotations, heads, reported);
  const closed = [...turns.filter((turn) => !turn.asks).map((turn) => turn.draft), ...quoted];
  const taken = containedIn(
    closed.flatMap((draft) =>
      draft.rule.endsWith("quote-before") ? [...draft.content, wholeOf(draft)] : draft.content,
    ),
  );
  const questions = new Map(
    turns
      .filter((turn) => turn.asks)
      .flatMap((turn) => turn.draft.content.map((part): [number, Turn] => [part.end, turn])),
  );
  for (const [index, block] of document.blocks.entries()) {
    if (!body.has(block.role) && document.blocks.length > 1) continue;
    const question = questions.get(block.end);
    reader.readBlock(index, taken, question === undefined ? null : askedBy(document, question));
  }
  const within = coverOf(closed);
  const spoken = reader.drafts().filter((draft) => !within(draft));
  const cues = [...spoken, ...quoted]
    .map((draft) => draft.cue ?? draft.source!)
    .toSorted((a, b) => a.start - b.start);
  const passed = reported.flatMap(({ draft, range }) =>
    draft === null || hasWithin(cues, range) ? [] : [draft],
  );
  const inTurns = coverOf(closed.slice(0, closed.length - quoted.length));
  const drafts = [
    ...turns.map((turn) => turn.draft),
    ...quoted.filter((draft) => !inTurns(draft)),
    ...spoken,
    ...passed.filter((draft) => !within(draft)),
  ];
  const speeches = quotations.filter(({ start, end }) => end - start >= shortestSpeech);
  return { found: assembleStatements(document, drafts, speeches), diagnostics };
}

/** A quotation in what a medium passes on is vouched for by the medium. */
function passedOn(draft: Draft, reported: readonly Passed[]): Draft {
  const at = draft.cue!.start;
  const passed = reported.find(({ range }) => range.start <= at && at < range.end);
  const said = passed?.draft?.content[0];
  return passed?.source == null || said === undefined || at < said.start
    ? draft
    : { ...draft, via: { range: passed.source, actor: passed.actor } };
}

/** Whether one of the ranges, sorted by start, begins within another. */
function hasWithin(sorted: readonly Range[], range: Range): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.start < range.start) low = middle + 1;
    else high = middle;
  }
  return low < sorted.length && sorted[low]!.start < range.end;
}

/** Statements by cue inside a quotation or turn, or with the same cue as one, are part of it. */
function coverOf(closed: readonly Draft[]): (draft: Draft) => boolean {
  const inside = containedIn(closed.flatMap((draft) => draft.content));
  const cues = new Set(closed.map((draft) => draft.cue?.start));
  return ({ cue, source }) => {
    const at = cue ?? source;
    return at !== null && ((cue !== null && cues.has(cue.start)) || inside(at));
  };
}

/** From the first word of a statement to its last. */
function wholeOf({ content, cue, source }: Draft): Range {
  const parts = [...content, cue, source].filter((part) => part !== null);
  return {
    start: Math.min(...parts.map((part) => part.start)),
    end: Math.max(...parts.map((part) => part.end)),
  };
}

/** What a question tells is told by who asks it. */
function askedBy(document: Document, { draft }: Turn): Passed {
  const source = draft.source!;
  const medium = mentionsIn(document, source).find((mention) => mention.type === "medium");
  return { range: source, source, actor: medium?.actor ?? null, hedged: false, draft: null };
}
