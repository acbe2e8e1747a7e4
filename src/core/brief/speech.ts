import type { Document, Range } from "../document.ts";
import type { Statement } from "../records.ts";
import { draftOf, type Draft } from "./draft.ts";
import { nameOf, type Material } from "./material.ts";
import { patterns } from "./patterns.ts";
import { quoteOf } from "./quotes.ts";
import { listWords, saidWords } from "./words.ts";

/** Parts quoted of a content in several parts. */
const mostParts = 2;

/** Cue words that a quotation follows without a colon: finite verbs in the past. */
const finite =
  /^(?:(?:also|again|further|clearly|once|strongly|firmly|repeatedly|then) )*(?:[a-z]+ed|said|told|made|spoke|gave|held|took|put|laid|set|drew)\b/u;

/** Other finite verbs that a cue begins with, and plain forms in the present. */
const auxiliary =
  /^(?:also )?(?:will|would|has|have|had|is|are|was|were|did|does|do|can|could|should|must|agree|pledge|promise|support|oppose|urge|reaffirm|affirm|condemn|welcome|commit|intend|call|[a-z]{3,}(?:[^s]s|sses))\b/u;

/** Words that may stand between cue and content and are kept as the page has them. */
const between = /^(?: (?:that|to|on|about|for|of|with|against|in|as|the|his|her|their))* $/u;

/** A statement that its speaker's own side tells, with what makes it telling. */
export interface Candidate {
  readonly document: Document;
  readonly statement: Statement;
  readonly weight: number;
  /** Telling places in it, and the most telling one. */
  readonly telling: readonly TellingPlace[];
  readonly focus: Range | null;
}

/** A place of a comparison's row in a document, with the row's weight. */
export interface TellingPlace extends Range {
  readonly weight: number;
}

/** The sentence that a statement is told in. */
export function statementDraft(
  { document, statement, weight, telling, focus }: Candidate,
  material: Material,
): Draft[] {
  const who = listWords(statement.actors.map((actor) => nameOf(actor, material)));
  const inside = (part: Range): Range | null =>
    focus !== null && part.start <= focus.start && focus.end <= part.end ? focus : null;
  const quotes = tellingParts(statement.content, telling).map((part) =>
    quoteOf(
      document,
      document.language === "ru" ? withoutOpener(document, part) : part,
      inside(part),
    ),
  );
  const how = howSaid(document, statement);
  if (how !== null && !how.follows)
    return [draftOf(patterns.words, weight, who, how.words, quotes)];
  if (how !== null && quotes.length === 1 && !quotes[0]!.cutBefore)
    return [
      clauseDraft(document, statement, who, how.words, weight, inside(statement.content[0]!)),
    ];
  const { cue, content } = statement;
  const range = {
    start: Math.min(cue?.start ?? content[0]!.start, content[0]!.start),
    end: Math.max(cue?.end ?? 0, content.at(-1)!.end),
  };
  const quote = quoteOf(document, range, focus);
  const follows =
    document.language === "en" &&
    cue !== null &&
    range.start === cue.start &&
    (finite.test(quote.text) || auxiliary.test(quote.text));
  return follows && !quote.cutBefore
    ? [draftOf(patterns.clause, weight * 0.9, who, "", quote)]
    : [draftOf(patterns.words, weight * 0.9, `${who},`, "in the account’s words", [quote])];
}

/** The parts of a content that a sentence quotes, in the order of the text. */
function tellingParts(content: readonly Range[], telling: readonly TellingPlace[]): Range[] {
  const weightIn = (part: Range): number =>
    telling
      .filter((place) => part.start <= place.start && place.end <= part.end)
      .reduce((sum, place) => sum + place.weight, 0);
  return content
    .toSorted((a, b) => weightIn(b) - weightIn(a) || a.start - b.start)
    .slice(0, mostParts)
    .toSorted((a, b) => a.start - b.start);
}

/** Words that open a clause and stand before the quotation: “that”, “to”, что. */
const opener = /^(?:that|to|что)\s+/u;

function withoutOpener({ text }: Document, { start, end }: Range): Range {
  return { start: start + (opener.exec(text.slice(start, end))?.[0].length ?? 0), end };
}

/** “underscored that “the sovereignty …””: the word that joins the clause stands outside the quotation. */
function clauseDraft(
  document: Document,
  statement: Statement,
  who: string,
  how: string,
  weight: number,
  focus: Range | null,
): Draft {
  const content = statement.content[0]!;
  const word = opener.exec(document.text.slice(content.start, content.end))?.[0] ?? "";
  const rest = { start: content.start + word.length, end: content.end };
  const quote = quoteOf(document, rest, focus);
  return draftOf(
    patterns.clause,
    weight,
    who,
    ` ${how}${word === "" ? "" : ` ${word.trim()}`}`,
    quote,
  );
}

/** The verb of saying, and whether the quotation follows it as a clause; `null` where no English verb says just what the page’s does. */
function howSaid(
  document: Document,
  { cue, cueClass, content, form, hedged }: Statement,
): { words: string; follows: boolean } | null {
  const reportedly = hedged ? "reportedly " : "";
  const verb = saidWords[cueClass ?? ""];
  if (document.language !== "en" && form !== "direct") {
    // What governs a case can't be taken from its verb: there the cue is quoted too.
    const start = document.text.slice(content[0]!.start, content[0]!.start + 8);
    const apart = document.language !== "ru" || opener.test(start);
    return verb === undefined || !apart ? null : { words: reportedly + verb, follows: false };
  }
  if (document.language !== "en")
    return { words: `${reportedly}${verb ?? "said"}`, follows: false };
  if (cue === null || form === "direct") return { words: `${reportedly}said`, follows: false };
  const words = document.text.slice(cue.start, cue.end).replace(/\s+/gu, " ");
  const first = content[0]!;
  if (first.start < cue.end || !finite.test(words)) return null;
  const gap = document.text.slice(cue.end, first.start).replace(/\s+/gu, " ");
  const isClause = /^[\p{Ll}\d$€£]/u.test(document.text.slice(first.start, first.start + 1));
  return isClause && between.test(gap)
    ? { words: reportedly + words + gap.trimEnd(), follows: true }
    : null;
}
