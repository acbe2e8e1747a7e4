/** Tables of a workspace, the same in every engine. Times are ISO text, truth values 0 and 1, JSON is text or deflated bytes. */
export interface Schema {
  documents: DocumentRow;
  document_places: PlaceRow;
  document_bytes: { document_id: string; bytes: Uint8Array };
  /** Clean text, and what belongs to it (blocks, dropped lines, offsets, diagnostics …) as deflated JSON. */
  document_texts: { document_id: string; text: string; details: Uint8Array };
  /** One layer of one document as deflated JSON; empty layers have no row. */
  document_layers: { document_id: string; layer: string; body: Uint8Array };
  passages: { document_id: string; ordinal: number; start_at: number; end_at: number };
  encounters: EncounterRow;
  encounter_participants: { encounter_id: string; ordinal: number; actor: string };
  encounter_mentions: { document_id: string; mention: number; encounter_id: string };
  encounter_accounts: AccountRow;
  /** One row: `pages` counts changes to pages, `linked` is the count that linking last saw. */
  workspace_state: { id: number; pages: number; linked: number };
  /** A person's notebook and corrections; anchors are JSON text. */
  notes: { id: string; position: number; body: string; anchor: string | null; added_at: string };
  corrections: CorrectionRow;
  /** What could not be read, by place. */
  quarantine: QuarantineRow;
  /** Requests for addresses; `headers` is JSON text. */
  fetches: FetchRow;
  watches: {
    target: string;
    checked_at: string | null;
    not_before: string | null;
    message: string | null;
  };
}

/** Something that could not be read; `source` is what to read again. */
export interface QuarantineRow {
  place: string;
  path: string;
  code: string;
  message: string;
  source: string | null;
  at: string;
  attempts: number;
}

/** A request and what came back; `body` only where no document holds it. */
export interface FetchRow {
  url: string;
  at: string;
  final_url: string;
  status: number;
  headers: string;
  sha256: string | null;
  body: Uint8Array | null;
  outcome: string;
}

/** A correction; `undone_at` is set when it was taken back. */
export interface CorrectionRow {
  id: string;
  kind: string;
  target: string;
  value: string | null;
  anchor: string | null;
  added_at: string;
  undone_at: string | null;
}

/** A document without text and layers. */
export interface DocumentRow {
  document_id: string;
  sha256: string;
  path: string;
  url: string | null;
  media_type: string;
  language: string | null;
  kind: string;
  party: string | null;
  issuer: string | null;
  title: string | null;
  outlet: string | null;
  published_value: string | null;
  published_earliest: string | null;
  published_latest: string | null;
  published_basis: string | null;
  text_length: number;
  added_at: string;
  /** 1 until a newer version takes its place. */
  current: number;
}

/** Where a document was found; a place has one current document. */
export interface PlaceRow {
  document_id: string;
  place: string;
  current: number;
}

/** An encounter; participants, mentions and accounts have their own tables. */
export interface EncounterRow {
  encounter_id: string;
  /** Position in time order. */
  ordinal: number;
  mode: string;
  place: string | null;
  earliest: string | null;
  latest: string | null;
  status: string;
  /** The rest of the record as JSON text. */
  details: string;
}

/** A document that is an account of an encounter. */
export interface AccountRow {
  document_id: string;
  encounter_id: string;
  party: string | null;
  genre: string;
}
