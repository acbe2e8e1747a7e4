import type { Span } from "./document.ts";

/** Every problem Readout can report. Codes are stable; messages are for people. */
export type DiagnosticCode =
  | "FILE_NOT_FOUND"
  | "FILE_UNREADABLE"
  | "FILE_EMPTY"
  | "FILE_BINARY"
  | "FILE_TOO_LARGE"
  | "FILE_DAMAGED"
  | "FILE_ENCRYPTED"
  | "FORMAT_UNKNOWN"
  | "PDF_WITHOUT_TEXT"
  | "ARCHIVE_DAMAGED"
  | "ARCHIVE_LIMIT"
  | "ENTRY_NAME_UNSAFE"
  | "ITEMS_SKIPPED"
  | "FEED_SUMMARY_ONLY"
  | "REVISIT_UNRESOLVED"
  | "PAGE_TIMED_OUT"
  | "PAGE_OUT_OF_MEMORY"
  | "PAGE_CRASHED"
  | "URL_INVALID"
  | "URL_PRIVATE"
  | "URL_ROBOTS"
  | "URL_STATUS"
  | "URL_FAILED"
  | "FOLDER_EMPTY"
  | "ENCODING_GUESSED"
  | "ENCODING_DAMAGED"
  | "FRONT_MATTER_INVALID"
  | "ARTICLE_NOT_FOUND"
  | "TEXT_TRUNCATED"
  | "LANGUAGE_UNSUPPORTED"
  | "LANGUAGE_UNKNOWN"
  | "DATE_CONFLICT"
  | "DATE_INVALID"
  | "DATE_UNKNOWN"
  | "PARTY_UNKNOWN"
  | "QUOTE_UNCLOSED"
  | "SENTENCE_TOO_LONG"
  | "STAGE_GAVE_UP"
  | "ACTOR_AMBIGUOUS"
  | "ACTOR_UNRESOLVED"
  | "ENCOUNTERS_MANY"
  | "ENCOUNTER_AMBIGUOUS"
  | "CORRECTION_ORPHANED"
  | "ACCOUNTS_DIFFER_IN_ENCOUNTER"
  | "STAGE_FAILED";

/** How bad it is: `error` means the page was not read. */
export type Severity = "info" | "warning" | "error";

/** A problem as a value: what, where, and what to do about it. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** Document id, or the path for a page that never became a document. */
  readonly document: string;
  readonly span: Span | null;
  /** A sentence a researcher understands, with the remedy where there is one. */
  readonly message: string;
}
