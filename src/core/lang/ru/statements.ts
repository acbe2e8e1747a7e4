import { actorTable } from "../../actors/actor-table.ts";
import type { Context } from "../../context.ts";
import type { Block, Document, Range } from "../../document.ts";
import type { Statement } from "../../records.ts";
import { assembleStatements, type Draft } from "../../statements/assemble.ts";
import { containedIn, remainders } from "../../statements/containment.ts";
import { declarersOf } from "../../statements/declaration.ts";
import { findQuotations } from "../../statements/quotes.ts";
import type { Found } from "../pack.ts";
import { ClauseReader } from "./clause-reader.ts";
import { russianCues } from "./cue-forms.ts";
import { SentenceReader } from "./sentence-reader.ts";
import { withDashes } from "./dash-speech.ts";
import { withQuotesBehind, withSpeakers } from "./named-again.ts";
import { proposeQuoted } from "./statement-quotes.ts";
import { subjectReader } from "./statement-subjects.ts";
import { proposeTurns } from "./statement-turns.ts";

/** Body blocks carry statements; headlines and captions repeat them. */
const body: ReadonlySet<Block["role"]> = new Set(["paragraph", "list-item", "key-point"]);

/** “Мы, лидеры …”: how a declaration says who speaks. */
const declaration =
  /^(?:\d+\.\s)?Мы,\s[^.]{0,600}?(?:лидеры|главы|руководители|министры|президент|премьер|представители)/iu;

/** A quotation with fewer words is a name or a term, not speech. */
const shortestSpeech = 3;

/** A shorter rest of a sentence beside a turn holds nothing. */
const shortestPart = 8;

/**
 * Find who said what in a Russian document: turns of a transcript, quotations with their cue, speaker and verb in
 * either order, gerunds, the passives of official accounts, “по словам …”; who passes a statement on stands in its
 * account. What a journalist asks may tell what others said.
 * @param document - needs sentences and tokens; actors are used where they are marked
 * @returns statements by start; warns `QUOTE_UNCLOSED`
 */
export function findStatements(document: Document, context: Context): Found<Statement> {
  const { quotations, diagnostics } = findQuotations(document);
  const cues = russianCues(context);
  const subjects = subjectReader(document, context);
  const attributions = { document, cues, subjects };
  const speeches = withDashes(
    document,
    quotations.filter(
      ({ start, end }) => document.text.slice(start, end).split(/\s+/u).length >= shortestSpeech,
    ),
  );
  const turns = proposeTurns(document);
  // Of a question only who asks is closed: what it tells is read.
  const closed = turns.flatMap(({ asks, draft: { source, content } }) =>
    asks
      ? [{ start: source!.start, end: content[0]?.start ?? source!.end }]
      : [source!, ...content],
  );
  const inTurn = containedIn(closed);
  const quoted = proposeQuoted(
    attributions,
    speeches.filter((speech) => !inTurn(speech)),
  );
  const cueStarts = new Set(quoted.map((draft) => draft.cue?.start));
  const inSpeech = containedIn([...speeches, ...quoted.flatMap((draft) => draft.content)]);
  const isTaken = (range: Range): boolean => cueStarts.has(range.start) || inSpeech(range);
  const clauses = new ClauseReader({
    document,
    cues,
    subjects,
    speeches,
    isTaken,
    we: declarersOf(document, document.text, declaration, /^(?:\d+\.\s)?Мы\s/u),
  });
  const reader = new SentenceReader(attributions, clauses, isTaken);
  const outside = remainders(closed);
  const asked = askers(turns.flatMap(({ asks, draft }) => (asks ? [draft] : [])));
  const drafts: Draft[] = [...turns.map(({ draft }) => draft), ...quoted];
  const parts = document.layers.sentences
    .filter(({ block }) => body.has(document.blocks[block]!.role) || document.blocks.length === 1)
    .flatMap((sentence) => outside(sentence))
    .filter(({ start, end }) => end - start > shortestPart);
  for (const [index, part] of parts.entries())
    drafts.push(...asked(part, reader.read(part, parts[index + 1] ?? null)));
  const found = assembleStatements(document, drafts, speeches);
  const resolved = withSpeakers(document, actorTable(context), subjects, found);
  return { found: withQuotesBehind(document, quotations, resolved), diagnostics };
}

/** What a question tells is told by who asks it. */
function askers(questions: readonly Draft[]): (part: Range, drafts: Draft[]) => Draft[] {
  const within = questions.map((draft) => ({ draft, holds: containedIn(draft.content) }));
  let next = 0;
  return (part, drafts) => {
    if (drafts.length === 0) return drafts;
    while (next < within.length && (within[next]!.draft.content.at(-1)?.end ?? 0) <= part.start)
      next++;
    const question = within[next];
    if (question === undefined || !question.holds(part)) return drafts;
    const { source, actors } = question.draft;
    const via = { range: source!, actor: actors.length === 1 ? actors[0]! : null };
    return drafts.map((draft) => ({ ...draft, via: draft.via ?? via }));
  };
}
