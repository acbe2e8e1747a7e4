import type { Span } from "./document.ts";

/** Every problem Readout can report. Codes are stable; messages are for people. */
export type DiagnosticCode =
  | "FILE_NOT_FOUND"
  | "FILE_UNREADABLE"
  | "FILE_EMPTY"
  | "FILE_BINARY"
  | "FILE_TOO_LARGE"
  | "FORMAT_UNKNOWN"
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
  | "ENCOUNTER_AMBIGUOUS"
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
