import { headMentionOf, mentionsIn } from "../../../actors/lookup.ts";
import type { Document, Range } from "../../../document.ts";
import type { AccountLink, Statement } from "../../../records.ts";
import { linkFor } from "../../../statements/account.ts";
import { holdersOf } from "../../../statements/containment.ts";

const agencies =
  /\b(?:agency|wire|Xinhua|TASS|Tass|Reuters|AFP|AP|Associated Press|Yonhap|Kyodo|Interfax|KCNA|RIA|IRNA|SANA|Anadolu|ANI|PTI|dpa|DPA|Ukrinform|Belta|BelTA|Kazinform)\b/u;

/** A link for words that name who passed a statement on (“quoted by Xinhua”, “told the Courier”). */
export function viaLink(document: Document, via: Range, actor: string | null): AccountLink {
  return linkFor(document, via, actor, roleOf(document, via));
}

/** What a voucher is, by its words and by what they name. */
function roleOf(document: Document, source: Range): AccountLink["role"] {
  const words = document.text.slice(source.start, source.end);
  if (/\b(?:read-?outs?|communiqu[eé])\b/iu.test(words)) return "readout";
  const mention = headMentionOf(document, source);
  if (mention?.type === "medium") return agencies.test(words) ? "agency" : "outlet";
  if (
    /\b(?:statement|report|document|transcript|paper|release|letter|post|study|filing|memo)\b/iu.test(
      words,
    )
  )
    return "document";
  if (/\b(?:agency|news|media|newspaper|daily)\b/iu.test(words)) return "agency";
  return mention?.type === "person" ||
    mention?.type === "state" ||
    mention?.type === "body" ||
    mention?.type === "group"
    ? "person"
    : "document";
}

/** Who vouches by a source that stands outside: of “a Courier interview with the minister” first the minister, then the Courier. */
function linksOf(document: Document, source: Range, actor: string | null): AccountLink[] {
  const words = document.text.slice(source.start, source.end);
  if (/\binterview\b/iu.test(words)) {
    const mentions = mentionsIn(document, source);
    const medium = mentions.find(({ type }) => type === "medium");
    const guest = mentions.find(
      ({ type }) => type === "person" || type === "body" || type === "state",
    );
    const links = [guest, medium].filter((mention) => mention !== undefined);
    if (links.length > 0)
      return links.map((mention) =>
        linkFor(document, mention, mention.actor, mention === medium ? "outlet" : "person"),
      );
  }
  return [linkFor(document, source, actor, roleOf(document, source))];
}

/**
 * Account chains of statements inside others': the outer source vouches first. A source that only frames
 * what another is said to say (“according to the readout, Xi said …”) is a voucher, no statement of its own.
 */
export function withVouchers(document: Document, statements: readonly Statement[]): Statement[] {
  const holders = holdersOf(
    statements.filter(({ source }) => source !== null),
    ({ content }) => content,
  );
  const outer = new Map(statements.map((statement) => [statement, outerOf(statement, holders)]));
  const inner = Map.groupBy(statements, (statement) => outer.get(statement) ?? null);
  const framing = new Set(
    [...inner].flatMap(([candidate, within]) =>
      candidate?.rule.endsWith("/according-to") === true && isCovered(candidate, within)
        ? [candidate]
        : [],
    ),
  );
  return statements
    .filter((statement) => !framing.has(statement))
    .map((statement) => {
      const around = outer.get(statement) ?? null;
      if (around?.source === undefined || around.source === null) return statement;
      if (around.actors.length === 0 && isPronoun(document, around.source)) return statement;
      return {
        ...statement,
        account: [
          ...linksOf(document, around.source, around.actors[0] ?? null),
          ...statement.account,
        ],
      };
    });
}

/** The smallest statement in whose content another lies whole. */
function outerOf(
  statement: Statement,
  holders: (range: Range) => readonly Statement[],
): Statement | null {
  let best: Statement | null = null;
  for (const candidate of holders(statement))
    if (candidate !== statement && (best === null || lengthOf(candidate) < lengthOf(best)))
      best = candidate;
  return best;
}

function isPronoun({ text }: Document, { start, end }: Range): boolean {
  return /^(?:he|she|it|they|we|i)$/i.test(text.slice(start, end));
}

function isCovered(frame: Statement, inner: readonly Statement[]): boolean {
  const covered = inner.reduce((sum, { start, end }) => sum + end - start, 0);
  return covered >= 0.7 * lengthOf(frame);
}

function lengthOf(statement: Statement): number {
  return statement.content.reduce((sum, part) => sum + part.end - part.start, 0);
}
