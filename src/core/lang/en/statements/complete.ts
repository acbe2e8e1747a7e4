import { headMentionOf, mentionsIn } from "../../../actors/lookup.ts";
import type { Context } from "../../../context.ts";
import type { ActorMention, Document, Range } from "../../../document.ts";
import type { AccountLink, Statement, StatementForm } from "../../../records.ts";
import { accountChain, linkFor } from "../../../statements/account.ts";
import type { Cue } from "../../../statements/cues.ts";
import { overlaps, type Quotation } from "../../../statements/quotes.ts";
import { isCredible, speakerKind, speakerNouns } from "./credible.ts";
import type { Proposal } from "./proposal.ts";
import type { Turn } from "./turns.ts";

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
  const spoken = turns.map((turn) => turnStatement(document, turn));
  const read = proposals
    .filter((proposal) => isSaid(document, proposal, nouns))
    .map((proposal) => toStatement(document, proposal, quotations));
  const all = [...spoken, ...read];
  const kept = all.filter((statement) => !isPartOfAnother(document, statement, all));
  return kept
    .map((statement) => ({ ...statement, account: nestedAccount(document, statement, kept) }))
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
}

function turnStatement(document: Document, { source, content }: Turn): Statement {
  return {
    start: source.start,
    end: content.at(-1)!.end,
    rule: "statement/en/turn",
    source,
    actors: actorsOf(document, source),
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

function isSaid(
  document: Document,
  proposal: Proposal,
  nouns: ReturnType<typeof speakerNouns>,
): boolean {
  const { source, entry, rule, content } = proposal;
  const official = document.party !== null;
  if (source === null) return official || /\/(?:impersonal|passive)$/.test(rule);
  const words = document.text.slice(source.start, source.end);
  if (/^(?:you|one)$/i.test(words)) return false;
  if (/^(?:i|we)$/i.test(words) && !official)
    return /\/(?:clause|as-noted|quoted|quotation)$/.test(rule) && entry?.belief !== true;
  if (entry?.accountOnly === true && !official) return false;
  if (official && entry !== null && isOwnVoice(document, source, entry)) return false;
  const opening = document.text.slice(content[0]!.start, content[0]!.start + 5);
  if (meetings.has(entry?.lemma ?? "") && /^(?:with|to)\b/i.test(opening)) return false;
  const kind = speakerKind(document, source, nouns);
  if (
    rule.endsWith("/noun-cue") &&
    document.text.slice(content[0]!.start, content[0]!.end).split(/\s+/u).length < 3
  )
    return false;
  if (
    entry?.act === true &&
    !official &&
    kind !== "person" &&
    /\/(?:noun-phrase|matter)$/.test(rule)
  )
    return false;
  return isCredible(kind, entry, rule);
}

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

function toStatement(
  document: Document,
  proposal: Proposal,
  quotations: readonly Quotation[],
): Statement {
  const content = merged(proposal.content.map((part) => withMarks(document, part, quotations)));
  const parts = [
    ...content,
    ...(proposal.source === null ? [] : [proposal.source]),
    ...(proposal.cue === null ? [] : [proposal.cue]),
  ];
  const via = proposal.via === null ? null : viaLink(document, proposal.via);
  return {
    start: Math.min(...parts.map((part) => part.start)),
    end: Math.max(...parts.map((part) => part.end)),
    rule: proposal.rule,
    source: proposal.source,
    actors: proposal.source === null ? [] : actorsOf(document, proposal.source),
    cue: proposal.cue,
    cueLemma: proposal.entry?.lemma ?? null,
    cueClass: proposal.entry?.class ?? null,
    content,
    form: formOf(document, content, quotations),
    polarity: proposal.negated ? "negated" : "affirmed",
    hedged: proposal.hedged,
    account: accountChain(document, via),
    encounter: null,
  };
}

/** A quotation mark that a content edge cuts off is taken along. */
function withMarks(document: Document, part: Range, quotations: readonly Quotation[]): Range {
  let { start, end } = part;
  for (const quotation of quotations) {
    if (quotation.start === start - 1) start = quotation.start;
    if (
      quotation.end > end &&
      quotation.end - end <= 2 &&
      quotation.start >= start &&
      /^[.,;!?]?[”"’'»]$/u.test(document.text.slice(end, quotation.end))
    )
      end = quotation.end;
  }
  return { start, end };
}

function merged(parts: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const part of parts.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last !== undefined && part.start <= last.end + 1)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, part.end) };
    else result.push({ start: part.start, end: part.end });
  }
  return result;
}

/** Cue classes that report speech inside other speech (“explains that Xi noted …”); others are what is said. */
const reportedWithin: ReadonlySet<string> = new Set([
  "state",
  "emphasise",
  "affirm",
  "acknowledge",
  "deny",
  "ask",
  "warn",
  "accuse",
  "praise",
  "demand",
  "agree",
  "promise",
]);

/** A cue inside another statement's content is part of what is said, unless somebody else is said to speak. */
function isPartOfAnother(
  document: Document,
  statement: Statement,
  all: readonly Statement[],
): boolean {
  const place = statement.cue ?? statement.source;
  if (place === null) return false;
  const around = all.filter(
    (other) =>
      other !== statement &&
      other.content.some((part) => part.start <= place.start && place.end <= part.end),
  );
  if (around.length === 0) return false;
  if (statement.source === null) return !around.every(({ rule }) => rule.endsWith("/turn"));
  if (statement.actors.length === 0) return true;
  if (
    /noun-cue$|infinitive$|noun-phrase$|matter$/.test(statement.rule) &&
    !around.some(({ rule }) => /according-to$|turn$/.test(rule))
  )
    return true;
  const same = around.some(
    (other) =>
      other.source?.start === statement.source!.start ||
      (other.actors.length > 0 && other.actors.join() === statement.actors.join()),
  );
  if (same) return true;
  const pronoun = /^(?:i|we|you|they|he|she)$/i.test(
    document.text.slice(statement.source.start, statement.source.end),
  );
  if (pronoun && around.some(({ rule }) => rule.endsWith("/turn"))) return true;
  return !reportedWithin.has(statement.cueClass ?? "");
}

/** Actors that the source's noun phrase denotes. */
export function actorsOf(document: Document, source: Range): string[] {
  const head = headMentionOf(document, source);
  if (head === null) return [];
  const actors = new Set(membersOf(head));
  const mentions = mentionsIn(document, source);
  let end = head.end;
  for (const mention of mentions.slice(mentions.indexOf(head) + 1)) {
    const between = document.text.slice(end, mention.start);
    if (
      !/^(?:,?\s+and\s+(?:the\s+)?|,\s+(?:the\s+)?)$/u.test(between) ||
      mention.how === "demonym" ||
      mention.type !== head.type
    )
      break;
    for (const actor of membersOf(mention)) actors.add(actor);
    end = mention.end;
  }
  return [...actors];
}

function membersOf(mention: ActorMention): readonly string[] {
  if (mention.actors.length > 0) return mention.actors;
  return mention.actor === null ? [] : [mention.actor];
}

function viaLink(document: Document, via: Range): AccountLink {
  const actor = actorsOf(document, via)[0] ?? null;
  return linkFor(document, via, actor, roleOf(document, via));
}

function roleOf(document: Document, source: Range): AccountLink["role"] {
  const words = document.text.slice(source.start, source.end);
  if (/\b(?:read-?outs?|communiqu[eé])\b/iu.test(words)) return "readout";
  const mention = headMentionOf(document, source);
  if (mention?.type === "medium")
    return /\b(?:agency|Xinhua|TASS|Reuters|AFP|AP|Yonhap|Kyodo|Interfax|KCNA|RIA)\b/u.test(words)
      ? "agency"
      : "outlet";
  if (/\b(?:agency|news|media|newspaper|daily)\b/iu.test(words)) return "agency";
  return mention?.type === "person" ? "person" : "document";
}

/** A statement inside another's content is vouched for by that other's source first. */
function nestedAccount(
  document: Document,
  statement: Statement,
  all: readonly Statement[],
): AccountLink[] {
  const outer = all
    .filter(
      (candidate) =>
        candidate !== statement &&
        candidate.source !== null &&
        candidate.content.some(
          (part) => part.start <= statement.start && statement.end <= part.end,
        ),
    )
    .toSorted((a, b) => lengthOf(a) - lengthOf(b))[0];
  if (outer?.source === undefined || outer.source === null) return [...statement.account];
  const link = linkFor(
    document,
    outer.source,
    outer.actors[0] ?? null,
    roleOf(document, outer.source),
  );
  return [link, ...statement.account];
}

function lengthOf(statement: Statement): number {
  return statement.content.reduce((sum, part) => sum + part.end - part.start, 0);
}

/** Direct: all of it quoted; mixed: quoted in part; else indirect. */
function formOf(
  document: Document,
  content: readonly Range[],
  quotations: readonly Quotation[],
): StatementForm {
  const inside = quotations.filter((quotation) =>
    content.some((part) => overlaps(part, quotation)),
  );
  if (inside.length === 0) return "indirect";
  const whole = content.every((part) =>
    inside.some(
      (quotation) =>
        quotation.start <= part.start + 2 &&
        !/\p{L}/u.test(document.text.slice(quotation.end, Math.max(quotation.end, part.end))),
    ),
  );
  return whole ? "direct" : "mixed";
}
