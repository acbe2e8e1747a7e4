import { deflateRawSync, inflateRawSync } from "node:zlib";
import {
  emptyLayers,
  type DateBasis,
  type Document,
  type DocumentKind,
  type Layers,
  type Range,
} from "../core/document.ts";
import type { Encounter } from "../core/link/encounter.ts";
import type { DocumentRow, EncounterRow, Schema } from "./schema.ts";
import { EvidenceError, type DocumentSummary } from "./store.ts";

/** What of a document has neither a column nor a layer. */
type Details = Pick<
  Document,
  | "subtitle"
  | "byline"
  | "keyPoints"
  | "captions"
  | "blocks"
  | "dropped"
  | "offsets"
  | "places"
  | "evidence"
  | "diagnostics"
>;

const noDetails: Details = {
  subtitle: null,
  byline: [],
  keyPoints: [],
  captions: [],
  blocks: [],
  dropped: [],
  offsets: { runs: [] },
  diagnostics: [],
};

/** JSON as deflated bytes: a tenth of the size of a token layer. */
export function pack(value: unknown): Uint8Array {
  return deflateRawSync(JSON.stringify(value));
}

/** What `pack` packed. The caller names the type it stored. */
export function unpack(bytes: Uint8Array): unknown {
  return JSON.parse(inflateRawSync(bytes).toString("utf8"));
}

/** Columns of a document. */
export function documentRow(document: Document, addedAt: string): DocumentRow {
  return {
    document_id: document.id,
    sha256: document.sha256,
    path: document.path,
    url: document.url,
    media_type: document.mediaType,
    language: document.language,
    kind: document.kind,
    party: document.party,
    issuer: document.issuer,
    title: document.title,
    outlet: document.outlet,
    published_value: document.published.value,
    published_earliest: document.published.earliest,
    published_latest: document.published.latest,
    published_basis: document.published.basis,
    text_length: document.text.length,
    added_at: addedAt,
    current: 1,
  };
}

/** The rest of a document that is stored beside its text. */
export function detailsOf(document: Document): Details {
  const { subtitle, byline, keyPoints, captions, blocks, dropped, offsets, diagnostics } = document;
  const details = { subtitle, byline, keyPoints, captions, blocks, dropped, offsets, diagnostics };
  const { places, evidence } = document;
  return {
    ...details,
    ...(places === undefined ? {} : { places }),
    ...(evidence === undefined ? {} : { evidence }),
  };
}

/** Layers that hold something, packed. */
export function layerRows(document: Document): Schema["document_layers"][] {
  return Object.entries(document.layers)
    .filter(([, marks]) => marks.length > 0)
    .map(([layer, marks]) => ({ document_id: document.id, layer, body: pack(marks) }));
}

/** A document from its rows; layers without a row are empty. */
export function documentFrom(
  row: DocumentRow,
  text: Schema["document_texts"],
  layers: readonly Pick<Schema["document_layers"], "layer" | "body">[],
  withDetails = true,
): Document {
  const details = withDetails ? (unpack(text.details) as Details) : noDetails;
  const read = Object.fromEntries(layers.map(({ layer, body }) => [layer, unpack(body)]));
  return {
    id: row.document_id,
    path: row.path,
    sha256: row.sha256,
    mediaType: row.media_type,
    language: row.language,
    kind: row.kind as DocumentKind,
    party: row.party,
    issuer: row.issuer,
    url: row.url,
    title: row.title,
    outlet: row.outlet,
    published: publishedFrom(row),
    ...details,
    text: text.text,
    layers: { ...emptyLayers, ...(read as Partial<Layers>) },
  };
}

/** The summary of a document from its row. */
export function summaryFrom(row: DocumentRow): DocumentSummary {
  return {
    id: row.document_id,
    path: row.path,
    sha256: row.sha256,
    language: row.language,
    kind: row.kind as DocumentKind,
    party: row.party,
    issuer: row.issuer,
    url: row.url,
    title: row.title,
    outlet: row.outlet,
    published: publishedFrom(row),
    length: row.text_length,
    addedAt: row.added_at,
    current: row.current === 1,
  };
}

function publishedFrom(row: DocumentRow): Document["published"] {
  return {
    value: row.published_value,
    earliest: row.published_earliest,
    latest: row.published_latest,
    basis: row.published_basis as DateBasis | null,
  };
}

/** Columns of an encounter; `ordinal` is its place in time order. */
export function encounterRow(encounter: Encounter, ordinal: number): EncounterRow {
  const { date, principals, sides, level, sequence, summit, parent, evidence } = encounter;
  return {
    encounter_id: encounter.id,
    ordinal,
    mode: encounter.mode,
    place: encounter.place,
    earliest: date.earliest,
    latest: date.latest,
    status: encounter.status,
    details: JSON.stringify({
      basis: date.basis,
      principals,
      sides,
      level,
      sequence,
      summit,
      parent,
      evidence,
      copies: copiesOf(encounter),
    }),
  };
}

/** An encounter from its row and those of its small tables, each in order. */
export function encounterFrom(
  row: EncounterRow,
  participants: readonly string[],
  mentions: Encounter["mentions"],
  accounts: Encounter["accounts"],
): Encounter {
  const {
    basis,
    copies = {},
    ...rest
  } = JSON.parse(row.details) as Pick<
    Encounter,
    "principals" | "sides" | "level" | "sequence" | "summit" | "parent" | "evidence"
  > & { basis: Encounter["date"]["basis"]; copies?: Readonly<Record<string, string>> };
  return {
    id: row.encounter_id,
    mode: row.mode as Encounter["mode"],
    participants,
    place: row.place,
    date: { earliest: row.earliest, latest: row.latest, basis },
    status: row.status as Encounter["status"],
    ...rest,
    mentions,
    accounts: accounts.map((account) => ({
      ...account,
      copyOf: copies[account.document] ?? null,
    })),
  };
}

/** Documents of accounts that repeat the text of another, with that other. */
function copiesOf({ accounts }: Encounter): Record<string, string> {
  return Object.fromEntries(
    accounts.flatMap(({ document, copyOf }) => (copyOf === null ? [] : [[document, copyOf]])),
  );
}

/**
 * Check that every mark of a document lies in its text, so that its quote can be given back.
 * @throws EvidenceError that names the layer and the place
 */
export function checkEvidence(document: Document): void {
  if (/\p{Surrogate}/u.test(document.text)) {
    throw new EvidenceError(`the text of ${document.id} has half of a character pair`);
  }
  checkRanges(document, "blocks", document.blocks);
  for (const [layer, marks] of Object.entries(document.layers)) {
    checkRanges(document, layer, marks as readonly Range[]);
  }
}

function checkRanges(document: Document, layer: string, ranges: readonly Range[]): void {
  for (const { start, end } of ranges) {
    const inside = start >= 0 && start <= end && end <= document.text.length;
    if (!inside || !Number.isInteger(start) || !Number.isInteger(end)) {
      throw new EvidenceError(
        `a mark of “${layer}” at ${start}–${end} lies outside the text of ${document.id} (${document.text.length})`,
      );
    }
  }
}
