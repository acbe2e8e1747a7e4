import type { Diagnostic, DiagnosticCode } from "../core/diagnostic.ts";
import type { GivenMetadata, Page } from "../core/page.ts";
import type { Place } from "../core/places.ts";

/** What the surroundings of a page say of it: an archive's record, a feed's entry, a response. */
export interface Setting {
  /** Where it is, for people: `a.zip!/x.html`, `feed.xml#item 3`, `https://…`. */
  readonly path: string;
  /** What its versions are kept under: an absolute path, an address; `null` when it has no lasting place. */
  readonly place: string | null;
  /** Media type it is said to be, without parameters; `null` when unsaid. */
  readonly mediaType: string | null;
  /** Encoding it is said to have; `null` when unsaid. */
  readonly charset: string | null;
  /** Metadata that outranks what the page says of itself. */
  readonly given: GivenMetadata;
  /** Metadata that the page itself outranks. */
  readonly hints: GivenMetadata;
  /** Where the bytes stand in the file they were taken from. */
  readonly origin: Place | null;
  /** In how many containers it lies. */
  readonly depth: number;
  /** Address of the page that this is a summary of; `null` when it is whole. */
  readonly summaryOf: string | null;
}

/** Bytes that came from somewhere: a file, an entry of an archive, a response. */
export interface Item extends Setting {
  readonly bytes: Uint8Array;
}

/** A container that is read piece by piece: too large to hold, or wanted in order. */
export interface Source extends Setting {
  /** Size in bytes; `null` when unknown. */
  readonly size: number | null;
  /** Its bytes, from an offset on. Can be asked for again. */
  readonly stream: (from?: number) => AsyncIterable<Uint8Array>;
  /** File on disk that holds exactly these bytes, for formats that need to jump about in it. */
  readonly file: string | null;
}

/** What a container gives: pages (or containers) inside it, and what was wrong with some. */
export type Found =
  | { readonly kind: "item"; readonly item: Item }
  | { readonly kind: "source"; readonly source: Source }
  | { readonly kind: "problem"; readonly problem: Diagnostic };

/** What looking into an item gives. */
export type Opened =
  | { readonly kind: "page"; readonly page: Page }
  /** What it contains; `page` where it has text of its own as well (a mail with attachments). */
  | { readonly kind: "items"; readonly found: readonly Found[]; readonly page?: Page }
  | { readonly kind: "refused"; readonly problem: Diagnostic };

/** The setting of a file or of standard input. */
export function settingOf(path: string, place: string | null): Setting {
  return {
    path,
    place,
    mediaType: null,
    charset: null,
    given: {},
    hints: {},
    origin: null,
    depth: 0,
    summaryOf: null,
  };
}

/** Setting of something inside a container; `name` follows the container's path (`!/entry`, `#3`). */
export function inside(container: Setting, name: string, own: Partial<Setting> = {}): Setting {
  return {
    path: `${container.path}${name}`,
    place: container.place === null ? null : `${container.place}${name}`,
    mediaType: null,
    charset: null,
    given: {},
    hints: {},
    origin: null,
    summaryOf: null,
    ...own,
    depth: container.depth + 1,
  };
}

/** A diagnostic about something that was to be read. */
export function problem(
  code: DiagnosticCode,
  path: string,
  message: string,
  severity: Diagnostic["severity"] = "error",
): Diagnostic {
  return { code, severity, document: path, span: null, message };
}

/** An item that can't be read, and why. */
export function refused(code: DiagnosticCode, path: string, message: string): Opened {
  return { kind: "refused", problem: problem(code, path, message) };
}

/** Bytes in pieces as a source that can be read again. */
export function sourceOf(item: Item): Source {
  const { bytes, ...setting } = item;
  return {
    ...setting,
    size: bytes.length,
    file: null,
    async *stream(from = 0) {
      yield bytes.subarray(from);
    },
  };
}
