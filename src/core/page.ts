import type { Diagnostic } from "./diagnostic.ts";
import type { Range } from "./document.ts";
import type { Element, TextNode } from "./html-tree.ts";
import type { PlaceRun } from "./places.ts";

/** Metadata that came with a page (front matter, JSON-LD, meta tags, a record's header). Unknown is absent. */
export interface GivenMetadata {
  readonly title?: string;
  readonly subtitle?: string;
  readonly url?: string;
  readonly outlet?: string;
  readonly authors?: readonly string[];
  /** As written, with its offset where it has one. */
  readonly published?: string;
  readonly party?: string;
  readonly language?: string;
  readonly kind?: string;
  readonly description?: string;
}

/** A page as ingest hands it on: decoded, with a tree where it is HTML. */
export interface Page {
  /** Stable id: the first 12 hex digits of the hash of its bytes (a suffix where several items share bytes). */
  readonly id: string;
  readonly path: string;
  readonly sha256: string;
  readonly mediaType: "text/plain" | "text/markdown" | "text/html" | (string & {});
  /** Encoding label the bytes were decoded with (WHATWG name). */
  readonly encoding: string;
  /** The decoded page; offsets of `OffsetMap` point into this string. */
  readonly source: string;
  /** Where the article's own text starts in `source` (after front matter). */
  readonly bodyStart: number;
  /** Front matter, metadata given by a record; outranks what the page's markup says. */
  readonly given: GivenMetadata;
  /** What the surroundings suggest (a feed's entry for its linked page); the page's markup outranks it. */
  readonly hints?: GivenMetadata;
  /** Where stretches of `source` stand in the original; sorted, without overlap. Absent where `source` is the original. */
  readonly places?: readonly PlaceRun[];
  /** Stretches of `source` that the format says are no running text (a PDF's running heads); sorted. */
  readonly furniture?: readonly FurnitureRun[];
  /** Parsed tree for HTML pages, else `null`. */
  readonly tree: HtmlTree | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** A stretch of the decoded page that cleaning drops, and the rule that says so. */
export interface FurnitureRun extends Range {
  readonly rule: string;
}

/** A read-only HTML tree with offsets into `Page.source`. */
export interface HtmlTree {
  readonly root: Element;
  /** All of it is the document's own text (a word processor's file, a PDF): there is no page around an article. */
  readonly whole?: boolean;
  /** The page has more elements than are looked at; only its beginning is in the tree. */
  readonly cut?: boolean;
}

export type { Element, TextNode };
