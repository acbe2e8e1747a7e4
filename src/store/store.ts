import type { Document, DocumentKind, Layers, Published, Range } from "../core/document.ts";
import type { Encounter } from "../core/link/encounter.ts";
import type { IntakeStore } from "./intake.ts";
import type { PersonalStore } from "./personal.ts";
import type { PreparedPage } from "./prepare.ts";
import type { PassageTerms, SearchClause } from "./search-terms.ts";

/** A page with everything that is kept of it. */
export interface NewPage {
  readonly document: Document;
  /** The page as it came. */
  readonly bytes: Uint8Array;
  /** Where it was found: the absolute path; `null` when it has no lasting place (standard input). */
  readonly place: string | null;
  /** ISO time of adding; kept from the first time. */
  readonly addedAt: string;
  /** What full-text search finds it by, one entry a block, in order. */
  readonly passages: readonly PassageTerms[];
}

/** What adding a page changed. `known`: nothing; `moved`: its bytes were here, now they are current at its place. */
export type AddOutcome = "added" | "known" | "moved";

/** A document without its text and layers. */
export interface DocumentSummary {
  readonly id: string;
  readonly path: string;
  readonly sha256: string;
  readonly language: string | null;
  readonly kind: DocumentKind;
  readonly party: string | null;
  readonly issuer: string | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: Published;
  /** Length of the clean text in UTF-16 code units. */
  readonly length: number;
  readonly addedAt: string;
  /** False when a newer version of the page has taken its place. */
  readonly current: boolean;
}

/** Which documents are listed. */
export interface ListFilter extends DocumentFilter {
  /** Id of the outlet, or its name as the page gives it. */
  readonly outlet?: string;
}

/** The words of a document, as a reader sees them. */
export interface CurrentText {
  readonly id: string;
  readonly text: string;
  readonly title: string | null;
  readonly published: string | null;
}

/** Which documents are meant; absent members mean all. */
export interface DocumentFilter {
  /** Base language code (`zh` takes `zh-Hant` as well). */
  readonly language?: string;
  readonly party?: string;
  /** Also versions that newer ones have replaced. */
  readonly replaced?: boolean;
}

/** A search: every clause must be found in the same passage. */
export interface SearchRequest extends DocumentFilter {
  readonly clauses: readonly SearchClause[];
  /** Most passages wanted. */
  readonly limit: number;
}

/** A passage (block of the clean text) that was found, best first. */
export interface FoundPassage extends Range {
  readonly document: string;
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
}

/** Sizes of a workspace. `pages` counts current ones. */
export interface StoreCounts {
  readonly pages: number;
  readonly replaced: number;
  readonly encounters: number;
}

/**
 * What a workspace keeps. Every engine that implements it passes the suite in `test/contract`.
 *
 * Each method that changes something is one transaction: it happens whole or not at all.
 */
export interface Store {
  /** Keep a page; keyed by the hash of its bytes, so that repeating it changes nothing. */
  add(page: NewPage): Promise<AddOutcome>;
  /** Keep pages that are rows already, all in one transaction; outcomes in their order. */
  addPrepared(pages: readonly PreparedPage[]): Promise<readonly AddOutcome[]>;
  /** Id of the document with these bytes, `null` when there is none. */
  idOf(sha256: string): Promise<string | null>;
  /** Make a known document current at a place, as `add` does with bytes that are here already. */
  place(document: string, place: string): Promise<AddOutcome>;
  /** What is current at a place, to compare a new reading with; `null` when nothing is. */
  currentAt(place: string): Promise<CurrentText | null>;
  /** Documents by date of publication (unknown last), then id. */
  list(filter: ListFilter): Promise<DocumentSummary[]>;
  /** Ids of documents that begin so, at most `limit`. */
  complete(prefix: string, limit: number): Promise<string[]>;
  /**
   * The document as it was added; `null` when there is none.
   * @param layers - only these layers are read, the others stay empty; absent reads all
   */
  document(id: string, layers?: readonly (keyof Layers)[]): Promise<Document | null>;
  /** The page's bytes as they came. */
  bytes(id: string): Promise<Uint8Array | null>;
  /** Versions of the same page, oldest first, the document itself included. */
  versions(id: string): Promise<DocumentSummary[]>;
  /** Passages that have every clause, best first. */
  search(request: SearchRequest): Promise<FoundPassage[]>;
  /** Whether pages changed since encounters were last linked. */
  needsLinking(): Promise<boolean>;
  /**
   * Link the current documents anew, in one transaction with reading them.
   * @param link - gets the documents sorted by id, with their encounters only: no other layer, no
   *   blocks, dropped lines or offsets
   */
  relink(link: (documents: readonly Document[]) => readonly Encounter[]): Promise<void>;
  /** Encounters in time order; with `document`, those it mentions. */
  encounters(document?: string): Promise<Encounter[]>;
  counts(): Promise<StoreCounts>;
  /** The person's notebook and corrections. */
  readonly personal: PersonalStore;
  /** How pages came in: what was refused, fetched, watched. */
  readonly intake: IntakeStore;
  close(): Promise<void>;
}

/** Why a workspace can't be used; the message names the remedy. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** Codes of `StoreError`. */
export type StoreErrorCode =
  | "NO_WORKSPACE"
  | "NEWER_WORKSPACE"
  | "NOT_A_WORKSPACE"
  | "WORKSPACE_DAMAGED"
  | "WORKSPACE_BUSY"
  | "WORKSPACE_UNWRITABLE"
  | "DISK_FULL";

/** A mark that doesn't lie in its text: a broken invariant, the page is not stored. */
export class EvidenceError extends Error {
  override readonly name = "EvidenceError";
}
