import { headMentionOf, mentionsIn } from "../actors/lookup.ts";
import { spanOf, type ActorMention, type Document, type Range } from "../document.ts";
import type { AccountLink, Statement, StatementForm } from "../records.ts";
import { accountChain, linkFor } from "./account.ts";
import type { Proposal } from "./proposal.ts";
import { overlaps, type Quotation } from "./quotes.ts";

/** Rules by how sure they are of their content's edges: of two proposals with one cue the first counts. */
const preference = [
  "statement/en/direct-before",
  "statement/en/direct-after",
  "statement/en/quoted-as-saying",
  "statement/en/clause",
  "statement/en/inverted",
  "statement/en/clause-inverted",
  "statement/en/impersonal",
  "statement/en/request",
  "statement/en/infinitive",
  "statement/en/passive",
  "statement/en/noun-phrase",
  "statement/en/noun-cue",
];

/**
 * Turn proposals into statements: one a cue, none inside quoted speech, actors resolved, form read
 * off the quotation marks, account chains closed by the page's own.
 */
export function refine(
  document: Document,
  proposals: readonly Proposal[],
  quotations: readonly Quotation[],
): Statement[] {
  const kept = withoutDoubles(document, proposals, quotations);
  const all = kept.map((proposal) => toStatement(document, proposal, quotations));
  const statements = all.filter(
    (statement) => isSaid(document, statement) && !isPartOfAnother(statement, all),
  );
  return statements
    .map((statement) => ({ ...statement, account: nestedAccount(document, statement, statements) }))
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** Beliefs and intentions count as statements of these cues only, and only by a known actor. */
const toldIntentions: ReadonlySet<string> = new Set([
  "hope",
  "wish",
  "want",
  "expect",
  "believe",
  "think",
  "fear",
  "view",
  "see",
  "consider",
  "regard",
  "doubt",
]);

/**
 * Whether somebody said it, as far as words can tell: sources that are no actors (a strategy, a
 * move) and cues of mere thought or action are no statements in the press.
 */
function isSaid(document: Document, statement: Statement): boolean {
  const strong = /\/(?:direct|according-to|headline|colon|dash|quoted|as-noted)/.test(
    statement.rule,
  );
  const opening = document.text.slice(statement.content[0]!.start, statement.content[0]!.start + 5);
  if (meetings.has(statement.cueLemma ?? "") && /^(?:with|to)\b/i.test(opening)) return false;
  if (statement.source === null)
    return document.party !== null || statement.rule.endsWith("impersonal");
  const words = document.text.slice(statement.source.start, statement.source.end);
  if (/^(?:i|we|you)$/i.test(words) && document.party === null && document.kind !== "remarks")
    return strong;
  if (strong || document.party !== null)
    return statement.cueClass !== "intend" || statement.actors.length > 0;
  const known = statement.actors.length > 0 || headMentionOf(document, statement.source) !== null;
  if (statement.rule.endsWith("noun-phrase")) return known;
  if (statement.cueClass === "intend" || statement.cueClass === "believe")
    return known && toldIntentions.has(statement.cueLemma ?? "");
  return (
    known || speakers.test(words) || /\/(?:clause|inverted|clause-inverted)$/.test(statement.rule)
  );
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

/** Nouns of people and papers that speak without a name. */
const speakers =
  /\b(?:officials?|spokes\p{L}+|analysts?|experts?|sources?|diplomats?|ministers?|leaders?|president|minister|ministry|government|statement|readout|report|observers?|critics?|commentators?|scholars?|researchers?|powers|sides|parties|delegations?|media|newspaper|agency|he|she|they|both|two)\b/iu;

/** Cue classes that report speech inside other speech (“explains that Xi noted …”); others are what is said. */
const reportedWithin: ReadonlySet<string> = new Set([
  "state",
  "emphasise",
  "affirm",
  "acknowledge",
  "deny",
  "ask",
]);

/** A cue inside another statement's content is part of what is said, unless somebody else is said to speak. */
function isPartOfAnother(statement: Statement, all: readonly Statement[]): boolean {
  const { cue, source } = statement;
  const place = cue ?? source;
  if (place === null) return false;
  const around = all.filter(
    (other) =>
      other !== statement &&
      other.content.some((part) => part.start <= place.start && place.end <= part.end) &&
      !(
        other.start === statement.start &&
        other.end === statement.end &&
        all.indexOf(other) > all.indexOf(statement)
      ),
  );
  if (around.length === 0 || /\/(?:direct|quoted|according-to)/.test(statement.rule)) return false;
  if (source === null || statement.actors.length === 0) return true;
  if (around.some((other) => other.source?.start === source.start)) return true;
  if (/noun-cue$|infinitive$/.test(statement.rule)) return true;
  return !reportedWithin.has(statement.cueClass ?? "");
}

function withoutDoubles(
  document: Document,
  proposals: readonly Proposal[],
  quotations: readonly Quotation[],
): Proposal[] {
  const rank = (proposal: Proposal): number => {
    const at = preference.indexOf(proposal.rule);
    return at === -1 ? preference.length : at;
  };
  const ordered = proposals.toSorted((a, b) => rank(a) - rank(b));
  const kept: Proposal[] = [];
  const taken = new Map<number, Proposal>();
  const speech = ordered
    .filter(
      (proposal) => proposal.rule.includes("/direct") || /(?:colon|dash)-name$/.test(proposal.rule),
    )
    .flatMap((proposal) => proposal.content);
  for (const proposal of ordered) {
    if (
      proposal.content.some((part) => proposal.source !== null && overlaps(part, proposal.source))
    )
      continue;
    const direct = proposal.rule.includes("/direct") || /(?:colon|dash)-name$/.test(proposal.rule);
    const anchor = proposal.cue ?? proposal.source;
    if (
      !direct &&
      anchor !== null &&
      speech.some((part) => part.start <= anchor.start && anchor.end <= part.end)
    )
      continue;
    if (
      !direct &&
      anchor !== null &&
      proposal.source !== null &&
      quotations.some(
        (quotation) =>
          quotation.start < Math.min(anchor.start, proposal.source!.start) &&
          anchor.end < quotation.end &&
          quotation.end - quotation.start > 60,
      )
    )
      continue;
    if (proposal.cue !== null) {
      const other =
        taken.get(proposal.cue.start) ??
        [...taken.values()].find(
          (before) => before.cue !== null && overlaps(before.cue, proposal.cue!),
        );
      if (other !== undefined) {
        widen(kept, other, proposal);
        continue;
      }
      taken.set(proposal.cue.start, proposal);
    }
    kept.push(proposal);
  }
  return kept.filter((proposal) => proposal.content.length > 0 && hasWords(document, proposal));
}

/** A direct quotation inside a clause of the same cue is the clause's mixed content. */
function widen(kept: Proposal[], direct: Proposal, clause: Proposal): void {
  if (
    !direct.rule.includes("/direct-before") ||
    clause.content.length !== 1 ||
    direct.content.length !== 1
  )
    return;
  const [quote] = direct.content;
  const [whole] = clause.content;
  if (
    quote === undefined ||
    whole === undefined ||
    whole.start > quote.start ||
    whole.end < quote.end
  )
    return;
  if (whole.end - whole.start <= (quote.end - quote.start) * 1.15) return;
  kept[kept.indexOf(direct)] = {
    ...direct,
    rule: clause.rule,
    content: clause.content,
    source: clause.source ?? direct.source,
  };
}

function hasWords(document: Document, proposal: Proposal): boolean {
  return proposal.content.some((part) =>
    /\p{L}{2}/u.test(document.text.slice(part.start, part.end)),
  );
}

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
    form: formOf(content, quotations, document),
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
  if (/\b(?:agency|news|media|newspaper|daily)\b/iu.test(words) || mention?.type === "medium")
    return "agency";
  if (mention?.type === "person") return "person";
  return /\b(?:statement|report|document|transcript|paper|release)\b/iu.test(words)
    ? "document"
    : mention === null
      ? "document"
      : "document";
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
  content: readonly Range[],
  quotations: readonly Quotation[],
  document: Document,
): StatementForm {
  const inside = quotations.filter((quotation) =>
    content.some((part) => overlaps(part, quotation)),
  );
  if (inside.length === 0) return "indirect";
  const whole = content.every((part) =>
    inside.some(
      (quotation) =>
        quotation.start <= part.start + 1 &&
        part.end - 2 <= quotation.end &&
        spanOf(document, part).quote.length - (quotation.end - quotation.start) <= 3,
    ),
  );
  return whole ? "direct" : "mixed";
}
