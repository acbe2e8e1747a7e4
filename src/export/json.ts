import type { Reading } from "../app/reading.ts";
import { spanOf, type Document, type Range, type Span } from "../core/document.ts";
import { cleanPlaces, placeLabel } from "../core/places.ts";
import type { Statement } from "../core/records.ts";
import { accountRecord, assessmentRecord, commitmentRecord } from "./judgement-json.ts";
import { statementId } from "./statement-id.ts";

/**
 * The record contract: what `readout read --json` prints (see `schema/read.json`).
 *
 * Keys of the contract come first; further keys may follow. Absent is `null`.
 */
export function readingToJson(reading: Reading): Record<string, unknown> {
  const idOf = encounterIds(reading);
  const each = <T>(map: (document: Document) => readonly T[]): T[] =>
    reading.documents.flatMap(map);
  return {
    documents: reading.documents.map(documentRecord),
    statements: each((document) =>
      document.layers.statements.map((statement, index) =>
        statementRecord(document, statement, index, idOf),
      ),
    ),
    silences: reading.silences,
    encounters: reading.encounters.map((encounter) => ({
      id: encounter.id,
      mode: encounter.mode,
      participants: encounter.participants,
      place: encounter.place,
      date: encounter.date,
      status: encounter.status,
      mentions: encounter.mentions.map((mention) => {
        const document = documentById(reading, mention.document);
        return spanOf(document, document.layers.encounters[mention.index]!);
      }),
      accounts: encounter.accounts,
      level: encounter.level,
      sequence: encounter.sequence,
      summit: encounter.summit,
      parent: encounter.parent,
      evidence: encounter.evidence,
    })),
    phrases: each((document) =>
      document.layers.phrases.map((mention) => ({
        phrase: mention.id,
        span: spanOf(document, mention),
        speaker: mention.speaker,
        party: mention.party,
        rule: mention.rule,
      })),
    ),
    topics: each((document) =>
      document.layers.topics.map((mention) => ({
        topic: mention.id,
        domain: reading.domainOf(mention.id),
        span: spanOf(document, mention),
        speaker: mention.speaker,
        party: mention.party,
        rule: mention.rule,
      })),
    ),
    assessments: each((document) =>
      document.layers.assessments.map((assessment) => assessmentRecord(document, assessment)),
    ),
    commitments: each((document) =>
      document.layers.commitments.map((commitment) =>
        commitmentRecord(document, commitment, idOf(document.id, commitment.encounter)),
      ),
    ),
    figures: each((document) =>
      document.layers.figures.map((figure) => ({
        span: spanOf(document, figure),
        value: figure.value,
        unit: figure.unit,
        measure: figure.measure,
        change: figure.change,
        period: figure.period,
        valueTo: figure.valueTo,
        approximation: figure.approximation,
        measureId: figure.measureId,
        measureSpan: figure.measureRange === null ? null : spanOf(document, figure.measureRange),
        statement: figure.statement === null ? null : statementId(document.id, figure.statement),
        rule: figure.rule,
      })),
    ),
    diagnostics: reading.diagnostics,
  };
}

/** One line of `documents[]`. */
export function documentRecord(document: Document): Record<string, unknown> {
  return {
    id: document.id,
    path: document.path,
    sha256: document.sha256,
    mediaType: document.mediaType,
    language: document.language,
    kind: document.kind,
    party: document.party,
    title: document.title,
    subtitle: document.subtitle,
    outlet: document.outlet,
    byline: document.byline,
    published: document.published,
    keyPoints: document.keyPoints,
    captions: document.captions,
    text: document.text,
    issuer: document.issuer,
    url: document.url,
    blocks: document.blocks,
    metadata: document.evidence ?? [],
    places: cleanPlaces(document).map(({ start, end, place }) => ({
      start,
      end,
      label: placeLabel(place),
      ...place,
    })),
  };
}

/** One line of `statements[]`; `index` is its place in the document's layer. */
function statementRecord(
  document: Document,
  statement: Statement,
  index: number,
  idOf: (document: string, index: number | null) => string | null,
): Record<string, unknown> {
  const span = (range: Range | null): Span | null =>
    range === null ? null : spanOf(document, range);
  return {
    id: statementId(document.id, index),
    document: document.id,
    source: span(statement.source),
    actors: statement.actors,
    cue: span(statement.cue),
    content: statement.content.map((range) => spanOf(document, range)),
    form: statement.form,
    polarity: statement.polarity,
    account: accountRecord(document, statement.account),
    encounter: idOf(document.id, statement.encounter),
    rule: statement.rule,
    cueLemma: statement.cueLemma,
    cueClass: statement.cueClass,
    hedged: statement.hedged,
  };
}

/** Looks up the encounter that a mention of a document was linked to. */
export function encounterIds(
  reading: Pick<Reading, "encounters">,
): (document: string, index: number | null) => string | null {
  const ids = new Map<string, string>();
  for (const encounter of reading.encounters) {
    for (const mention of encounter.mentions) {
      ids.set(`${mention.document}#${mention.index}`, encounter.id);
    }
  }
  return (document, index) => (index === null ? null : (ids.get(`${document}#${index}`) ?? null));
}

function documentById(reading: Reading, id: string): Document {
  const document = reading.documents.find((candidate) => candidate.id === id);
  if (document === undefined) throw new Error(`no document ${id} in this reading`);
  return document;
}
