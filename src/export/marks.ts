import { modeNames } from "../app/brief/labels.ts";
import type { Reading } from "../app/reading.ts";
import type { Selection } from "../app/selection.ts";
import type { Document, Mark, Range } from "../core/document.ts";
import type { AccountLink, PloverAct, Statement } from "../core/records.ts";
import { some, type Omission } from "./format.ts";
import { encounterIds } from "./json.ts";
import { statementId } from "./statement-id.ts";

/** Kinds of marks, in the order they are listed where they begin at the same place. */
export type MarkLayer =
  | "encounter"
  | "statement"
  | "commitment"
  | "assessment"
  | "silence"
  | "phrase"
  | "topic"
  | "figure";

/** A mark in a page, told the same way whatever layer it is of. */
export interface ExportMark {
  /** Stable as long as the page is read the same way. */
  readonly id: string;
  readonly layer: MarkLayer;
  readonly document: Document;
  readonly range: Range;
  readonly quote: string;
  /** Class of a statement's cue, mode of an encounter, domain of a topic, stage of a commitment …; `null` if open. */
  readonly class: string | null;
  /** Id in the tables: topic, phrase, measure; id of an encounter, domain of a commitment, kind of an assessment. */
  readonly code: string | null;
  /** What it is, in words. */
  readonly label: string;
  /** Who speaks, acts or is silent. */
  readonly actors: readonly string[];
  readonly toward: readonly string[];
  /** The words that name the actor; `null` where none do. */
  readonly named: string | null;
  /** Cue of a statement, term of an assessment. */
  readonly cue: string | null;
  /** What is said, where it is less than the mark. */
  readonly content: readonly Range[];
  readonly form: Statement["form"] | null;
  readonly negated: boolean;
  readonly hedged: boolean;
  /** Who vouches for it beside the page, innermost first. */
  readonly account: readonly AccountLink[];
  readonly encounter: string | null;
  /** What a commitment is as an event. */
  readonly act: PloverAct | null;
  readonly rule: string;
}

/** What differs from mark to mark; the rest is open. */
type Told = Pick<ExportMark, "layer" | "label"> & Partial<ExportMark>;

/**
 * All marks of a part of a reading, page by page in the order of the text.
 * @returns the marks, and how many were left out since their place lies outside their page's text
 */
export function marksOf(part: Selection): {
  readonly marks: readonly ExportMark[];
  readonly omitted: readonly Omission[];
} {
  const idOf = encounterIds(part.reading);
  let misplaced = 0;
  const marks = part.reading.documents.flatMap((document) => {
    const found: ExportMark[] = [];
    const numbers = new Map<MarkLayer, number>();
    const add = (mark: Mark, told: Told, mention: number | null = null): void => {
      const number = (numbers.get(told.layer) ?? 0) + 1;
      numbers.set(told.layer, number);
      const { start, end, rule } = mark;
      if (!part.includes(document, mark, mention)) return;
      if (!(start >= 0 && end > start && end <= document.text.length)) {
        misplaced++;
        return;
      }
      found.push({
        ...open,
        id: `${document.id}/${told.layer}-${number}`,
        document,
        range: { start, end },
        quote: document.text.slice(start, end),
        encounter: idOf(document.id, mention),
        rule,
        ...told,
      });
    };
    addMarks(document, part.reading, idOf, add);
    return found.toSorted(byPlace);
  });
  return {
    marks,
    omitted: some({ count: misplaced, what: "mark", why: "the page's text has no such place" }),
  };
}

const open: Omit<ExportMark, "id" | "layer" | "document" | "range" | "quote" | "label" | "rule"> = {
  class: null,
  code: null,
  actors: [],
  toward: [],
  named: null,
  cue: null,
  content: [],
  form: null,
  negated: false,
  hedged: false,
  account: [],
  encounter: null,
  act: null,
};

function byPlace(a: ExportMark, b: ExportMark): number {
  return a.range.start - b.range.start || b.range.end - a.range.end;
}

type Add = (mark: Mark, told: Told, mention?: number | null) => void;

function addMarks(
  document: Document,
  reading: Reading,
  idOf: (document: string, index: number | null) => string | null,
  add: Add,
): void {
  const { layers } = document;
  const words = (range: Range | null): string | null =>
    range === null ? null : document.text.slice(range.start, range.end);
  for (const [index, mention] of layers.encounters.entries()) {
    const code = idOf(document.id, index);
    for (const place of mention.places)
      add(
        place,
        {
          layer: "encounter",
          class: mention.mode,
          code,
          label: modeNames[mention.mode],
          actors: mention.participants,
        },
        index,
      );
  }
  for (const [index, statement] of layers.statements.entries())
    add(
      statement,
      {
        ...statementMark(statement, words),
        id: statementId(document.id, index),
      },
      statement.encounter,
    );
  for (const one of layers.commitments)
    add(
      one,
      {
        layer: "commitment",
        class: one.status,
        code: one.domain,
        label: one.status,
        actors: one.actors,
        toward: one.toward,
        cue: words(one.termRange),
        content: [one.about],
        account: one.account,
        act: one.act,
      },
      one.encounter,
    );
  for (const one of layers.assessments)
    add(
      one,
      {
        layer: "assessment",
        class: one.type,
        code: one.kind,
        label: one.term,
        actors: one.assessor === null ? [] : [one.assessor],
        named: one.assessorQuote === "" ? null : one.assessorQuote,
        cue: words(one.termRange),
        content: [one.about],
        negated: one.negated,
        hedged: one.hedges.length > 0,
        account: one.account,
      },
      one.statement === null ? null : layers.statements[one.statement]!.encounter,
    );
  for (const one of layers.silences)
    add(
      one,
      {
        layer: "silence",
        class: one.type,
        code: one.topic,
        label: words(one.topicRange) ?? one.type,
        actors: one.silent,
        content: one.topicRange === null ? [] : [one.topicRange],
      },
      one.encounter,
    );
  for (const layer of ["phrase", "topic"] as const)
    for (const one of layers[`${layer}s`])
      add(one, {
        layer,
        class: layer === "topic" ? reading.domainOf(one.id) : null,
        code: one.id,
        label: reading.labelOf(one.id),
        actors: one.speaker === null ? [] : [one.speaker],
      });
  for (const one of layers.figures)
    add(one, {
      layer: "figure",
      class: one.change,
      code: one.measureId,
      label: one.measure ?? one.unit ?? "number",
      content: one.measureRange === null ? [] : [one.measureRange],
    });
}

function statementMark(statement: Statement, words: (range: Range | null) => string | null): Told {
  return {
    layer: "statement",
    class: statement.cueClass,
    label: statement.cueLemma ?? statement.form,
    actors: statement.actors,
    named: words(statement.source),
    cue: words(statement.cue),
    content: statement.content,
    form: statement.form,
    negated: statement.polarity === "negated",
    hedged: statement.hedged,
    account: statement.account,
  };
}
