import { headMentionOf } from "../../../actors/lookup.ts";
import type { Context } from "../../../context.ts";
import type { Document, Range } from "../../../document.ts";
import type { AccountLink, Statement } from "../../../records.ts";
import { accountChain } from "../../../statements/account.ts";
import type { Cue } from "../../../statements/cues.ts";
import { holdersOf } from "../../../statements/containment.ts";
import { otherThanQuoted } from "../../../statements/quoted-person.ts";
import type { Quotation } from "../../../statements/quotes.ts";
import { formOf, withMarks } from "./content-marks.ts";
import { isCredible, speakerKind, speakerNouns } from "./credible.ts";
import { isPartOfAnother } from "./nesting.ts";
import type { Proposal } from "./proposal.ts";
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

/** Whether the words that a proposal takes for a source can say it, by this cue, on this page. */
function isSaid(
  document: Document,
  proposal: Proposal,
  nouns: ReturnType<typeof speakerNouns>,
): boolean {
  const { source, entry, rule, content } = proposal;
  const official = document.party !== null;
  if (source === null) return official || /\/(?:impersonal|passive)$/.test(rule);
  const words = quoted(document, source);
  if (/^(?:you|one)$/i.test(words)) return false;
  if (/^(?:i|we)$/i.test(words) && !official)
    return (
      /\/(?:clause|as-noted|quoted|quotation)$/.test(rule) &&
      (entry?.belief !== true || (document.kind === "opinion" && entry.class === "believe"))
    );
  if (entry?.accountOnly === true && (!official || isSpeech(document, words)))
    if (entry.lemma !== "raise" || !matters.test(quoted(document, content[0]!))) return false;
  if (official && entry !== null && isOwnVoice(document, source, entry)) return false;
  if (content.length === 1 && /^(?:this|that|it|so)$/i.test(quoted(document, content[0]!)))
    return false;
  if (
    entry?.lemma === "assure" &&
    rule.endsWith("/noun-phrase") &&
    isSomebody(document, content[0]!)
  )
    return false;
  if (entry?.lemma === "show" && /\b(?:photo|photograph|picture|image)s?\b/iu.test(words))
    return false;
  const opening = document.text.slice(content[0]!.start, content[0]!.start + 5);
  if (meetings.has(entry?.lemma ?? "") && /^(?:with|to)\b/i.test(opening)) return false;
  if (rule.endsWith("/noun-cue") && wordsIn(document, content[0]!) < 3) return false;
  const owner = rule.endsWith("/according-to") && /^(?:his|their)$/i.test(words);
  const kind = owner ? "person" : speakerKind(document, source, nouns);
  if (rule.endsWith("/according-to") && (kind === null || noVoucher.test(words))) return false;
  if (
    entry?.act === true &&
    !official &&
    kind !== "person" &&
    /\/(?:noun-phrase|matter)$/.test(rule)
  )
    return false;
  return isCredible(kind, entry, rule);
}

/** The words are a name and nothing of whom they name. */
function isSomebody(document: Document, range: Range): boolean {
  const mention = headMentionOf(document, range);
  return mention !== null && mention.start <= range.start + 4 && mention.end >= range.end;
}

function quoted(document: Document, { start, end }: Range): string {
  return document.text.slice(start, end);
}

/** What is raised by speaking, also in the press: no taxes, no children. */
const matters =
  /^.{0,40}\b(?:concerns?|questions?|issues?|objections?|doubts?|complaints?|points)\b/u;

/** In a speech “we have covered it” tells of deeds; in a readout, of talks. */
function isSpeech({ kind }: Document, source: string): boolean {
  return kind === "remarks" && /^(?:i|we)$/i.test(source);
}

/** What things go “according to” without anybody saying so. */
const noVoucher =
  /^(?:the |a |an |its |his |their |our )?(?:\p{L}+ )?(?:plan|plans|schedule|protocol|tradition|custom|law|laws|rules?|procedures?|agreement|constitution|need|needs|size|type|age|ability)$/iu;

/** An account's own words on what a state wants or stands ready for are the account's, nobody's statement. */
function isOwnVoice(document: Document, source: Range, entry: Cue): boolean {
  if (!entry.belief && !/^(?:be|remain|stay) /.test(entry.lemma)) return false;
  const mention = headMentionOf(document, source);
  return mention?.type === "state" || mention?.type === "body";
}

/** Cues that with “with” or “to” only say that people met. */
const meetings: ReadonlySet<string> = new Set([
  "speak",
  "talk",
  "meet",
  "consult",
  "converse",
  "exchange",
]);

function wordsIn(document: Document, range: Range): number {
  return document.text.slice(range.start, range.end).split(/\s+/u).length;
}

function toStatement(
  document: Document,
  proposal: Proposal,
  quotations: readonly Quotation[],
  voices: Voices,
  before: readonly string[],
): Statement {
  const { source, cue, entry } = proposal;
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
