import type { Cell, ComparisonRow } from "../compare/comparison.ts";
import { sentenceAround } from "../compare/voices.ts";
import type { Search } from "../compare/silence-record.ts";
import type { Span } from "../document.ts";
import type { Quote } from "./brief.ts";
import { cite, citeSearch, draftOf, type Draft, type Side } from "./draft.ts";
import { documentOf, having, nameOf, type Material } from "./material.ts";
import { patterns, type Labelled, type Told } from "./patterns.ts";
import { quoteOf } from "./quotes.ts";
import { listWords } from "./words.ts";

/** Labels of a passage that a sentence names; a passage may stand for more. */
const mostAbout = 4;

/** Subjects that a sentence names of those only one side has. */
const mostOnly = 8;

/** What one account only tells is a difference of less weight than what it puts in the other's mouth. */
const strength = {
  conflicts: 1,
  mouth: 0.95,
  unmatched: 0.7,
  wording: 0.7,
  agreed: 0.6,
  condition: 0.65,
  only: 0.6,
} as const;

/** Where accounts part, most telling kinds first. */
export function parted(material: Material): Draft[] {
  const { comparison, sides } = material;
  if (comparison === null || sides.length < 2) return [];
  return [
    ...conflicts(comparison.rows, material),
    ...mouths(comparison.rows, material),
    ...wordings(comparison.rows, material),
    ...conditions(comparison.rows, material),
    ...agreed(comparison.rows, material),
    ...onlyOne(comparison.rows, material),
    ...edits(material),
  ];
}

function conflicts(rows: readonly ComparisonRow[], material: Material): Draft[] {
  return rows
    .filter((row) => row.verdict === "conflicts" || row.id === "day")
    .flatMap((row) => {
      const told = toldOf(row, material);
      if (told.length < 2) return [];
      const weight = row.id === "day" ? 0.3 : strength.conflicts;
      if (row.id === "day") return [draftOf(patterns.day, weight, told)];
      if (row.id === "initiative") return [draftOf(patterns.initiativeConflict, weight, told)];
      return [draftOf(patterns.conflict, weight, row.label, told)];
    });
}

function wordings(rows: readonly ComparisonRow[], material: Material): Draft[] {
  return rows
    .filter((row) => row.verdict === "differs" && row.id !== "day")
    .flatMap((row) => {
      const told = toldOf(row, material);
      return told.length < 2
        ? []
        : [draftOf(patterns.wording, strength.wording * leastOf(row.weight), row.label, told)];
    });
}

/** The words of each side's cell, one place a side. */
function toldOf(row: ComparisonRow, material: Material): Told[] {
  return having(row, material).flatMap((side) => {
    const quotes = quotesAt(row.cells[side.id]!.spans.slice(0, 1), material);
    return quotes.length === 0 ? [] : [{ side, quotes }];
  });
}

/** What a side puts in another's mouth whose own account lacks it, a sentence a passage. */
function mouths(rows: readonly ComparisonRow[], material: Material): Draft[] {
  const drafts: Draft[] = [];
  for (const passage of passagesOf(
    rows.filter((row) => row.verdict === "attributed-only"),
    material,
  )) {
    const { side, cell } = passage;
    const speakers = cell.speakers.filter((actor) => {
      const from = material.sideOf(actor);
      return from !== null && from !== side.id;
    });
    const others = material.sides.filter(({ id }) =>
      speakers.some((actor) => material.sideOf(actor) === id),
    );
    const other = others[0];
    const quote = quotesAt([passage.span], material)[0];
    if (other === undefined || quote === undefined) continue;
    const searched = searchesOf(passage.rows, other, material);
    const about = searched.length === 0 ? [] : passage.labels.slice(0, mostAbout);
    const compared = (material.texts.get(other.id) ?? []).map(({ id, language }): Search => ({
      document: id,
      language,
      forms: [],
      found: [],
    }));
    drafts.push(
      draftOf(
        patterns.mouth,
        (searched.length === 0 ? strength.unmatched : strength.mouth) * leastOf(passage.weight),
        side,
        listWords(speakers.map((actor) => nameOf(actor, material))),
        about,
        quote,
        other,
        citeSearch(searched.length === 0 ? compared : searched),
      ),
    );
  }
  return drafts;
}

/** What only one side says that both said. */
function agreed(rows: readonly ComparisonRow[], material: Material): Draft[] {
  return passagesOf(
    rows.filter((row) => row.agreedPer !== null),
    material,
  ).flatMap(({ side, span, labels, rows: told, weight }) => {
    const quote = quotesAt([span], material)[0];
    if (quote === undefined) return [];
    const searched = material.sides
      .filter(({ id }) => id !== side.id)
      .flatMap((other) => searchesOf(told, other, material));
    const about = labels.slice(0, mostAbout);
    return [
      draftOf(
        patterns.agreed,
        strength.agreed * leastOf(weight),
        side,
        about,
        quote,
        citeSearch(searched, quote.span),
      ),
    ];
  });
}

/** Both have it, and one names a condition. */
function conditions(rows: readonly ComparisonRow[], material: Material): Draft[] {
  const told = new Set<string>();
  return rows.flatMap((row) => {
    if (row.verdict !== "shared" || row.kind === "statement") return [];
    const sides = having(row, material);
    const naming = sides.filter(({ id }) => row.cells[id]!.conditions.length > 0);
    const side = naming[0];
    if (side === undefined || naming.length !== 1 || sides.length !== 2) return [];
    const spans = row.cells[side.id]!.conditions.slice(0, 1);
    const quotes = spans.flatMap((span) => quotesAt([span], material));
    const key = spans.map((span) => `${span.document} ${span.start}`).join(" ");
    if (quotes.length === 0 || told.has(key)) return [];
    told.add(key);
    const others = sides.flatMap(({ id }) => row.cells[id]!.spans.slice(0, 1));
    return [
      draftOf(
        patterns.condition,
        strength.condition * leastOf(row.weight),
        row.label,
        side,
        quotes,
        cite(...others),
      ),
    ];
  });
}

/** Subjects that only one side has in its own voice: one sentence a side. */
function onlyOne(rows: readonly ComparisonRow[], material: Material): Draft[] {
  return material.sides.flatMap((side) => {
    const items = new Map<string, Labelled>();
    const told: Span[] = [];
    let weight = 0;
    for (const row of rows) {
      if (row.verdict !== "one-sided" || row.agreedPer !== null || row.kind === "statement")
        continue;
      const spans = row.cells[side.id]?.spans ?? [];
      if (spans.length === 0 || items.has(row.label)) continue;
      if (told.some((span) => overlap(span, spans[0]!))) continue;
      told.push(spans[0]!);
      const searched = material.sides
        .filter(({ id }) => row.cells[id]?.status === "absent")
        .flatMap((other) => searchesOf([row], other, material));
      items.set(row.label, { label: row.label, note: citeSearch(searched, spans[0]!) });
      weight = Math.max(weight, row.weight);
    }
    const shown = [...items.values()].slice(0, mostOnly);
    const more = items.size - shown.length;
    return shown.length === 0
      ? []
      : [draftOf(patterns.only, strength.only * leastOf(weight) + 0.3, side, shown, more)];
  });
}

function edits(material: Material): Draft[] {
  return (material.comparison?.edits ?? []).flatMap(({ a, b }) => {
    const [one, other] = [a, b].map((span) =>
      span === null ? null : (quotesOfSpan(span, material) ?? null),
    );
    return one == null && other == null
      ? []
      : [draftOf(patterns.edit, 0.5, one ?? null, other ?? null)];
  });
}

/** Rows of one side's cells that stand on one sentence. */
interface Passage {
  readonly side: Side;
  readonly cell: Cell;
  /** The most telling place. */
  readonly span: Span;
  readonly labels: readonly string[];
  readonly rows: readonly ComparisonRow[];
  readonly weight: number;
}

function passagesOf(rows: readonly ComparisonRow[], material: Material): Passage[] {
  const groups = new Map<string, { side: Side; rows: ComparisonRow[] }>();
  for (const row of rows) {
    for (const side of having(row, material)) {
      if (row.agreedPer !== null && row.agreedPer !== side.id) continue;
      const span = row.cells[side.id]!.spans[0]!;
      const document = documentOf(span, material.input.documents);
      if (document === null) continue;
      const key = `${side.id} ${span.document} ${sentenceAround(document, span).start}`;
      const group = groups.get(key) ?? { side, rows: [] };
      group.rows.push(row);
      groups.set(key, group);
    }
  }
  return [...groups.values()].map(({ side, rows: own }) => {
    const named = withoutRepeats(
      own.filter((row) => row.kind !== "statement"),
      side,
    );
    const first = named[0] ?? own[0]!;
    return {
      side,
      cell: first.cells[side.id]!,
      span: first.cells[side.id]!.spans[0]!,
      labels: [
        ...new Set((named.length > 0 ? named : own.slice(0, 1)).map((row) => row.label)),
      ].filter((label) => label !== "Statement"),
      rows: own,
      weight: Math.max(...own.map((row) => row.weight)),
    };
  });
}

/** Rows whose words stand at one place are of one subject: the first of them names it. */
function withoutRepeats(rows: readonly ComparisonRow[], side: Side): ComparisonRow[] {
  const kept: ComparisonRow[] = [];
  for (const row of rows) {
    const span = row.cells[side.id]!.spans[0]!;
    if (!kept.some((other) => overlap(other.cells[side.id]!.spans[0]!, span))) kept.push(row);
  }
  return kept;
}

/** The searches that found nothing of these rows in a side's own account. */
function searchesOf(rows: readonly ComparisonRow[], side: Side, material: Material): Search[] {
  const searches = (material.comparison?.silences ?? [])
    .filter(
      ({ kind, silent, topic, topicQuote }) =>
        kind !== "no-account" &&
        silent.includes(side.id) &&
        rows.some((row) => row.id === topic || row.label === topicQuote),
    )
    .flatMap(({ check }) => check.searched.filter(({ found }) => found.length === 0));
  const byDocument = Map.groupBy(searches, ({ document }) => document);
  return [...byDocument.values()].map((all) => ({
    ...all[0]!,
    forms: [...new Set(all.flatMap(({ forms }) => forms))],
  }));
}

/** The sentences around places, each trimmed around its place; places that are not held are left out. */
function quotesAt(spans: readonly Span[], material: Material): Quote[] {
  return spans.flatMap((span) => {
    const document = documentOf(span, material.input.documents);
    return document === null ? [] : [quoteOf(document, sentenceAround(document, span), span)];
  });
}

function quotesOfSpan(span: Span, material: Material): Quote | null {
  const document = documentOf(span, material.input.documents);
  return document === null ? null : quoteOf(document, span);
}

/** A phrase and the topic it is of are one subject. */
export function overlap(a: Span, b: Span): boolean {
  return a.document === b.document && a.start < b.end && b.start < a.end;
}

/** Rows without a weight of their own still tell something. */
function leastOf(weight: number): number {
  return 0.4 + 0.6 * weight;
}
