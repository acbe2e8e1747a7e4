import { cleanPage } from "./core/clean/clean-page.ts";
import type { Context } from "./core/context.ts";
import type { Diagnostic } from "./core/diagnostic.ts";
import type { Document } from "./core/document.ts";
import type { GivenMetadata, Page } from "./core/page.ts";
import { annotateUpTo } from "./core/pipeline.ts";
import type { Statement } from "./core/records.ts";
import { loadContext } from "./resources/load.ts";

export type { Diagnostic } from "./core/diagnostic.ts";
export type { AccountLink, Statement } from "./core/records.ts";

/** A text with its statements; their ranges count UTF-16 code units in `text`. */
export interface TextWithStatements {
  /** The clean text: page furniture and blank lines may be gone from what was given. */
  readonly text: string;
  readonly statements: readonly Statement[];
  /** What could not be read or decided: a quotation that never closes, a name that can be several people. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What is known of a text besides its words. */
export interface StatementOptions {
  /** Title, outlet, day, and the party (an actor id such as `CHN`) whose account it is. */
  readonly about?: GivenMetadata;
  /** Tables and model, from `loadContext`; loaded once and kept when left out. */
  readonly context?: Context;
}

let shared: Context | undefined;

/**
 * Who said what in a text: direct, mixed and indirect speech with sources, cues and account chains.
 * @returns ranges in the returned `text`: `text.slice(start, end)` is the quote
 */
export function extractStatements(
  text: string,
  options: StatementOptions = {},
): TextWithStatements {
  const context = options.context ?? (shared ??= loadContext());
  const document: Document = annotateUpTo(
    cleanPage(pageOf(text, options), context, null),
    context,
    "statements",
  );
  const { layers, diagnostics } = document;
  return { text: document.text, statements: layers.statements, diagnostics };
}

function pageOf(text: string, { about = {} }: StatementOptions): Page {
  return {
    id: "text",
    path: "-",
    sha256: "",
    mediaType: "text/plain",
    encoding: "utf-8",
    source: text,
    bodyStart: 0,
    given: about,
    tree: null,
    diagnostics: [],
  };
}
