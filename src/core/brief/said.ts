import { sentenceAround } from "../compare/voices.ts";
import type { Document, Range, Span } from "../document.ts";
import type { Statement } from "../records.ts";
import { cite, draftOf, type Draft, type DraftGroup, type Side } from "./draft.ts";
import { having, headOf, kindWords, isHeading, outletOf, type Material } from "./material.ts";
import { overlap } from "./parted.ts";
import { patterns, type Labelled } from "./patterns.ts";
import { quoteOf, widthOf } from "./quotes.ts";
import { statementDraft, type Candidate, type TellingPlace } from "./speech.ts";
import { countWords, listWords, possessive, withArticle } from "./words.ts";

/** Subjects that both accounts have, named before the rest is left out. */
const mostCommon = 8;

/** A content of less width (`widthOf`) says little and counts less. */
const shortest = 60;

/** What each side says, by its own account: what accounts share first, then a group a side. */
export function said(material: Material): DraftGroup[] {
  const groups: DraftGroup[] = [];
  const common = commonDrafts(material);
  if (common.length > 0)
    groups.push({ section: "said", heading: null, lead: null, drafts: common });
  const sides = isOneText(material) ? material.sides.slice(0, 1) : material.sides;
  for (const side of sides) {
    const documents = material.texts.get(side.id) ?? [];
    const drafts = documents.flatMap((document) => ownWords(document, side, material));
    if (drafts.length === 0) continue;
    groups.push({
      section: "said",
      heading: null,
      lead: `${byWords(side)} (${listWords(side.outlets)}, ${kindWords(documents)})`,
      drafts,
    });
  }
  return groups;
}

/** “By China’s account”, “In the joint statement as published by China”. */
function byWords(side: Side): string {
  if (side.noun.startsWith("joint statement"))
    return `In the ${side.noun} published by ${withArticle(side.label)}`;
  return `${side.noun === "published remarks" ? "In" : "By"} ${possessive(side.label)} ${side.noun}`;
}

function commonDrafts(material: Material): Draft[] {
  const { comparison, sides, labelOf } = material;
  if (comparison === null || sides.length < 2) return [];
  const drafts: Draft[] = [];
  if (isOneText(material)) {
    const except = comparison.edits.length === 0 ? "" : ", but for a few words";
    const heads = sides.flatMap(({ id }) => (material.texts.get(id) ?? []).map(headOf));
    drafts.push(
      draftOf(
        patterns.sameText,
        1,
        listWords(sides.map(({ id }) => withArticle(labelOf(id)))),
        except,
        cite(...heads),
      ),
    );
    return drafts;
  }
  const items = new Map<string, Labelled & { weight: number }>();
  const named: Span[] = [];
  for (const row of comparison.rows.toSorted((a, b) => b.weight - a.weight)) {
    if (row.verdict !== "shared" || items.has(row.label)) continue;
    if (row.kind !== "topic" && row.kind !== "phrase") continue;
    const told = having(row, material);
    if (told.length < sides.length) continue;
    const spans = told.map(({ id }) => row.cells[id]!.spans[0]!);
    if (spans.every((span) => named.some((other) => overlap(span, other)))) continue;
    named.push(...spans);
    items.set(row.label, { label: row.label, note: cite(...spans), weight: row.weight });
  }
  const all = [...items.values()].toSorted((a, b) => b.weight - a.weight);
  const shown = all.slice(0, mostCommon);
  if (shown.length > 0)
    drafts.push(
      draftOf(
        patterns.common,
        0.8,
        sides.length === 2 ? "Both accounts" : `All ${countWords(sides.length, "account")}`,
        shown,
        all.length - shown.length,
      ),
    );
  return drafts;
}

/** All sides print one text: what one says, all say. */
function isOneText({ comparison, sides }: Material): boolean {
  return (
    sides.length === 2 &&
    (comparison?.notes ?? []).some((note) => note.includes("published the same text"))
  );
}

/** Statements of a side's own people (of all, where its account is the only one) in its own account, most telling first, none told twice. */
function ownWords(document: Document, side: Side, material: Material): Draft[] {
  const telling = tellingPlaces(document, side, material);
  const candidates = document.layers.statements
    .filter((statement) => isOwn(statement, side, material) && !isHeading(document, statement))
    .map((statement) => weigh(document, statement, telling))
    .toSorted((a, b) => b.weight - a.weight || a.statement.start - b.statement.start);
  const taken: Candidate[] = [];
  for (const candidate of candidates) {
    const { start, end } = candidate.statement;
    if (taken.some(({ statement }) => statement.start < end && start < statement.end)) continue;
    taken.push(candidate);
  }
  const telltale = taken.filter(({ weight }) => weight > 0);
  const drafts = (telltale.length > 0 ? telltale : taken).flatMap((candidate) =>
    statementDraft(candidate, material),
  );
  return drafts.length > 0 ? drafts : sentences(document, telling);
}

function isOwn(statement: Statement, side: Side, material: Material): boolean {
  if (statement.actors.length === 0 || statement.content.length === 0) return false;
  if (statement.polarity === "negated" || statement.cueClass === "extend") return false;
  // Where no other side's account is held, this one's is all there is of what the others said.
  if (material.sides.length === 1) return true;
  return statement.actors.every((actor) => material.sideOf(actor) === side.id);
}

function tellingPlaces(document: Document, side: Side, { comparison }: Material): TellingPlace[] {
  if (comparison === null || comparison.rows.length === 0) return formPlaces(document);
  return comparison.rows.flatMap((row) =>
    (row.cells[side.id]?.spans ?? [])
      .filter((span) => span.document === document.id)
      .map(({ start, end }) => ({ start, end, weight: row.weight })),
  );
}

/** Phrases and topics, where there is no comparison to weigh them by. */
function formPlaces({ layers }: Document): TellingPlace[] {
  return [...layers.phrases, ...layers.topics].map(({ start, end }) => ({
    start,
    end,
    weight: 0.3,
  }));
}

function weigh(
  document: Document,
  statement: Statement,
  places: readonly TellingPlace[],
): Candidate {
  const inside = places.filter((place) =>
    statement.content.some((part) => part.start <= place.start && place.end <= part.end),
  );
  const focus = inside.reduce<TellingPlace | null>(
    (best, place) => (best === null || place.weight > best.weight ? place : best),
    null,
  );
  const sum = inside.reduce((total, place) => total + place.weight, 0);
  const vague = statement.cueClass === "discuss" ? 0.5 : 1;
  const length = statement.content.reduce(
    (total, { start, end }) => total + widthOf(document.text.slice(start, end)),
    0,
  );
  const telling = sum === 0 ? 0 : 0.3 + 0.7 * (1 - 1 / (1 + sum));
  const weight = vague * Math.min(1, length / shortest) * telling;
  return { document, statement, weight, telling: inside, focus };
}

/** Sentences of an account that has no statement of its own side: a list of outcomes, a fact sheet. */
function sentences(document: Document, telling: readonly TellingPlace[]): Draft[] {
  const found = new Map<number, { span: Span; focus: Range; weight: number }>();
  for (const place of telling) {
    const span = sentenceAround(document, place);
    const before = found.get(span.start);
    found.set(span.start, {
      span,
      focus: before?.focus ?? place,
      weight: (before?.weight ?? 0) + place.weight,
    });
  }
  return [...found.values()]
    .filter(({ span }) => !isHeading(document, span))
    .map(({ span, focus, weight }) => {
      const quote = quoteOf(document, span, focus);
      // A sentence without its beginning is hard to read.
      const whole = quote.cutBefore ? 0.5 : 0.9;
      return draftOf(patterns.sentence, whole * (1 - 1 / (1 + weight)), quote);
    })
    .toSorted((a, b) => b.weight - a.weight);
}

/** A sentence of the press about what somebody said, with whoever stands between. */
export function pressSaid(material: Material): DraftGroup[] {
  const groups: DraftGroup[] = [];
  for (const { document: id, index } of material.encounter.mentions) {
    const document = material.input.documents.get(id);
    if (document === undefined || document.party !== null) continue;
    const own = document.layers.statements.filter(
      (statement) =>
        statement.encounter === index &&
        statement.actors.length > 0 &&
        statement.content.length > 0 &&
        statement.polarity === "affirmed" &&
        !isHeading(document, statement),
    );
    const telling = formPlaces(document);
    const drafts = own
      .map((statement) => weigh(document, statement, telling))
      .toSorted((a, b) => b.weight - a.weight)
      .flatMap((candidate) => pressDraft(candidate, material));
    if (drafts.length === 0) continue;
    groups.push({
      section: "said",
      heading: null,
      lead: `As told by ${mentionLead(document)}`,
      drafts,
    });
  }
  return groups;
}

function pressDraft(candidate: Candidate, material: Material): Draft[] {
  const { byline } = candidate.document;
  const by = candidate.statement.account
    .filter((link) => link.role !== "outlet" && !byline.includes(link.quote))
    .map((link) => link.quote || (link.actor === null ? "" : material.labelOf(link.actor)))
    .map((name) => name.replace(/^The /u, "the ").replace(/\s+/gu, " "))
    .filter((name) => name !== "");
  const drafts = statementDraft(candidate, material);
  if (by.length === 0) return drafts;
  return drafts.map((draft) => ({
    ...draft,
    parts: draft.parts.map((part, index) =>
      index === 0 && typeof part === "string" ? `By ${listWords(by)}, ${part}` : part,
    ),
  }));
}

function mentionLead(document: Document): string {
  return `${outletOf(document)} (${kindWords([document])})`;
}
