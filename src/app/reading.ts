import type { SilenceRecord } from "../core/compare/silence-record.ts";
import type { Diagnostic } from "../core/diagnostic.ts";
import type { Document } from "../core/document.ts";
import type { Encounter } from "../core/link/encounter.ts";

/** What reading a batch of pages gives. */
export interface Reading {
  readonly documents: readonly Document[];
  /** In time order. */
  readonly encounters: readonly Encounter[];
  /** Reported silences, checked against the texts of the batch, and computed ones. */
  readonly silences: readonly SilenceRecord[];
  /** Diagnostics of pages that did not become documents, then those of the documents. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many pages could not be read. */
  readonly failed: number;
  /** Domain of a topic (`military-security`), `null` when the table has none. */
  domainOf(topic: string): string | null;
  /** PLOVER contexts of topics, sorted. */
  contextsOf(topics: readonly string[]): readonly string[];
  /** English label of an actor, topic or phrase id. */
  labelOf(id: string): string;
}
