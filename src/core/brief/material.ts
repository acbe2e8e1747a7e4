import type { Comparison, ComparisonRow } from "../compare/comparison.ts";
import { lookupsOf } from "../compare/lookups.ts";
import type { SilenceRecord } from "../compare/silence-record.ts";
import type { SourceGrade } from "../grades/grades.ts";
import { languageNames, type Context } from "../context.ts";
import {
  spanOf,
  type Document,
  type DocumentKind,
  type Language,
  type Range,
  type Span,
} from "../document.ts";
import { summitLabel } from "../encounters/summit-labels.ts";
import type { Encounter } from "../link/encounter.ts";
import type { Side } from "./draft.ts";
import { sidesOf } from "./scope.ts";
import { countWords, listWords, withArticle } from "./words.ts";

/** What a brief is made from. */
export interface BriefInput {
  /** All encounters known, in time order. */
  readonly encounters: readonly Encounter[];
  /** Documents by id. A record in a document that is not here is left out and counted. */
  readonly documents: ReadonlyMap<string, Document>;
  /** Comparisons of the encounters in scope, by encounter id. */
  readonly comparisons: ReadonlyMap<string, Comparison>;
  /** Silences that pages report, checked. */
  readonly silences: readonly SilenceRecord[];
  /** A person's grades of sources, shown with the pages cited. */
  readonly grades?: readonly SourceGrade[];
}

/** An encounter with what sentences about it need. */
export interface Material {
  readonly encounter: Encounter;
  readonly comparison: Comparison | null;
  /** Sides whose accounts are compared, or, where only one side's is held, that one. */
  readonly sides: readonly Side[];
  /** Documents of each side. */
  readonly texts: ReadonlyMap<string, readonly Document[]>;
  readonly input: BriefInput;
  readonly context: Context;
  readonly labelOf: (id: string) => string;
  readonly sideOf: (actor: string) => string | null;
}

/** Gather what is known of an encounter. */
export function materialOf(encounter: Encounter, input: BriefInput, context: Context): Material {
  const comparison = input.comparisons.get(encounter.id) ?? null;
  const lookups = lookupsOf(context);
  const held = encounter.accounts.flatMap((account) => {
    const document = input.documents.get(account.document);
    return account.party === null || document === undefined
      ? []
      : [{ party: account.party, document }];
  });
  const chosen =
    comparison === null || comparison.features.length === 0
      ? held
      : held.filter(({ document }) =>
          comparison.features.some((features) => features.document === document.id),
        );
  const texts = new Map<string, Document[]>();
  for (const { party, document } of chosen)
    texts.set(party, [...new Set([...(texts.get(party) ?? []), document])]);
  const involved = sidesOf(encounter, context);
  const sides = [...texts]
    .map(([party, documents]): Side => ({
      ...sideFrom(party, documents, lookups.labelOf(party)),
      tookPart: involved.length === 0 || involved.includes(party),
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    encounter,
    comparison,
    sides,
    texts,
    input,
    context,
    labelOf: labelsOf(context),
    sideOf: (actor) => lookups.sideOf(actor),
  };
}

/** English labels of actors, topics, phrases, places and editions of summits. */
export function labelsOf(context: Context): (id: string) => string {
  const lookups = lookupsOf(context);
  return (id) => summitLabel(context, id) ?? lookups.labelOf(id);
}

const nouns: Readonly<Record<DocumentKind, string>> = {
  readout: "account",
  "joint-statement": "joint statement",
  remarks: "published remarks",
  briefing: "briefing",
  report: "report",
  opinion: "article",
  other: "text",
};

function sideFrom(
  id: string,
  documents: readonly Document[],
  label: string,
): Omit<Side, "tookPart"> {
  const kinds = new Set(documents.map((document) => document.kind));
  const many = documents.length > 1;
  const noun = kinds.size === 1 ? nouns[documents[0]!.kind] : "account";
  return {
    id,
    label,
    noun: many && !noun.endsWith("s") ? `${noun}s` : noun,
    many: many || noun === "published remarks",
    outlets: [...new Set(documents.map(outletOf))],
  };
}

/** Who published a page, as it says; its address or name where it does not. */
export function outletOf(document: Document): string {
  const named = document.outlet ?? hostOf(document.url);
  if (named !== null) return named;
  return document.title === null
    ? "a page of no stated outlet"
    : `“${document.title}” (outlet not stated)`;
}

function hostOf(url: string | null): string | null {
  return /^https?:\/\/(?:www\.)?([^/:?#]+)/u.exec(url ?? "")?.[1] ?? null;
}

/** “readout in Chinese”. */
export function kindWords(documents: readonly Document[]): string {
  const words = documents.map(({ kind, language }) => {
    const name = language === null ? undefined : languageNames[language.slice(0, 2) as Language];
    const genre = kind === "other" ? "text" : kind.replace("-", " ");
    return name === undefined ? genre : `${genre} in ${name}`;
  });
  const counts = [...Map.groupBy(words, (word) => word)];
  return listWords(
    counts.map(([word, { length }]) => {
      if (length === 1) return word;
      const [genre, language] = word.split(" in ");
      return `${countWords(length, genre!)}${language === undefined ? "" : ` in ${language}`}`;
    }),
  );
}

/** The head of a page: its title, or its first block. */
export function headOf(document: Document): Span {
  const block = document.blocks.find(({ role }) => role === "title") ?? document.blocks[0];
  return spanOf(document, block ?? { start: 0, end: Math.min(80, document.text.length) });
}

/** Document of a span; `null` where it is not held, or does not hold the words. */
export function documentOf(span: Span, documents: ReadonlyMap<string, Document>): Document | null {
  const document = documents.get(span.document);
  return document?.text.slice(span.start, span.end) === span.quote ? document : null;
}

/** Sides that have something in a row, in their own voice or another's mouth. */
export function having(row: ComparisonRow, material: Material): Side[] {
  return material.sides.filter((side) => (row.cells[side.id]?.spans.length ?? 0) > 0);
}

/** Name of an actor within a sentence: “the United States”, “Irena Kostrova”. */
export function nameOf(actor: string, { labelOf }: Pick<Material, "labelOf">): string {
  return withArticle(labelOf(actor));
}

/** A range that stands in a title or subtitle. */
export function isHeading(document: Document, range: Range): boolean {
  return document.blocks.some(
    ({ role, start, end }) =>
      (role === "title" || role === "subtitle") && start <= range.start && range.end <= end,
  );
}
