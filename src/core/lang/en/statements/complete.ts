import { headMentionOf } from "../../../actors/lookup.ts";
import type { Context } from "../../../context.ts";
import type { Document, Range } from "../../../document.ts";
import type { AccountLink, Statement } from "../../../records.ts";
import { accountChain } from "../../../statements/account.ts";
import { holdersOf } from "../../../statements/containment.ts";
import { otherThanQuoted } from "../../../statements/quoted-person.ts";
import type { Quotation } from "../../../statements/quotes.ts";
import { formOf, withMarks } from "./content-marks.ts";
import { speakerNouns } from "./credible.ts";
import { isPartOfAnother } from "./nesting.ts";
import type { Proposal } from "./proposal.ts";
import { isSaid } from "./said.ts";
import type { Turn } from "./turns.ts";
import { Voices } from "./voices.ts";
import { viaLink, withVouchers } from "./vouchers.ts";

/**
 * Turn proposals and turns into statements: actors, form and account chains added; what no source can
 * say, and what is merely part of another statement, left out.
 */
export function complete(
  document: Document,
  context: Context,
  proposals: readonly Proposal[],
  turns: readonly Turn[],
  quotations: readonly Quotation[],
): Statement[] {
  const nouns = speakerNouns(context);
  const voices = new Voices(document, context);
  const all: Statement[] = turns.map((turn) => turnStatement(document, turn, voices));
  let last: { readonly frame: number; readonly actors: readonly string[] } | null = null;
  for (const proposal of proposals.toSorted((a, b) => a.frame - b.frame)) {
    if (!isSaid(document, proposal, nouns)) continue;
    const before = last !== null && proposal.frame - last.frame <= 2 ? last.actors : [];
    const statement = toStatement(document, proposal, quotations, voices, before);
    all.push(statement);
    last = { frame: proposal.frame, actors: statement.actors };
  }
  const holders = holdersOf(all, ({ content }) => content);
  const kept = all.filter((statement) => !isPartOfAnother(document, statement, holders));
  return withVouchers(document, kept).toSorted((a, b) => a.start - b.start || a.end - b.end);
}

function turnStatement(document: Document, { source, content }: Turn, voices: Voices): Statement {
  return {
    start: source.start,
    end: content.at(-1)!.end,
    rule: "statement/en/turn",
    source,
    actors: voices.actorsOf(source, null, []),
    cue: null,
    cueLemma: null,
    cueClass: null,
    content,
    form: "direct",
    polarity: "affirmed",
    hedged: false,
    account: accountChain(document, null),
    encounter: null,
  };
}

/** “told the Courier” in the Courier: the page's own outlet vouches already. */
function isOwnOutlet(document: Document, { actor, quote }: AccountLink): boolean {
  if (actor !== null && actor === document.issuer) return true;
  return quote.replace(/^the /iu, "") === document.outlet;
}

/** A source that is the end of a list of several whom one mention names (“the leaders of A, B and C”) is all of it. */
function wholeList(document: Document, source: Range | null): Range | null {
  if (source === null) return null;
  const mention = headMentionOf(document, source);
  const longer =
    mention !== null &&
    mention.actors.length > 1 &&
    mention.start < source.start &&
    mention.end >= source.end;
  return longer ? { start: mention.start, end: source.end } : source;
}

function toStatement(
  document: Document,
  proposal: Proposal,
  quotations: readonly Quotation[],
  voices: Voices,
  before: readonly string[],
): Statement {
  const { cue, entry } = proposal;
  const source = wholeList(document, proposal.source);
  const content = withMarks(document, proposal.content, quotations);
  const parts = [...content, source, cue].filter((part) => part !== null);
  const link =
    proposal.via === null
      ? null
      : viaLink(document, proposal.via, voices.namedIn(proposal.via)[0] ?? null);
  const via = link === null || isOwnOutlet(document, link) ? null : link;
  const actors = voices.actorsOf(source, entry?.class ?? null, before);
  const form = formOf(document, content, quotations);
  return {
    start: Math.min(...parts.map((part) => part.start)),
    end: Math.max(...parts.map((part) => part.end)),
    rule: proposal.rule,
    source,
    actors: form === "direct" ? otherThanQuoted(document, source, actors, content) : actors,
    cue,
    cueLemma: entry?.lemma ?? null,
    cueClass: entry?.class ?? null,
    content,
    form,
    polarity: proposal.negated ? "negated" : "affirmed",
    hedged: proposal.hedged,
    account: accountChain(document, via),
    encounter: null,
  };
}
