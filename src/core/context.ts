import type { Language } from "./document.ts";
import { parseTable, type Row } from "./tsv.ts";
import { decodeSyntaxModel, type SyntaxModel } from "./syntax/model.ts";

/** What the edge reads from disk for the core: tables as text, the English syntax model as bytes. */
export interface Resources {
  /** Table path without extension, relative to `src/core` (`knowledge/states`, `lang/en/lexicon/cues`) → TSV text. */
  readonly tables: ReadonlyMap<string, string>;
  /** Decompressed model; `null` to work without a parser. */
  readonly syntax: Uint8Array | null;
  /** Word segmenter for a language written without blanks. */
  readonly words?: WordSegmenter;
  /** Language of a text in Latin script, `null` when unsure; without it Latin script counts as English. */
  readonly detectOther?: (text: string) => string | null;
}

/** Cuts text without blanks into words (Chinese). */
export type WordSegmenter = (text: string) => readonly string[];

/** Everything the stages may look up. Immutable; shared by all documents. */
export interface Context {
  /** Rows of a table; empty when the table is absent. Parsed once. */
  rows(table: string): readonly Row[];
  /** The English model, decoded on first use. */
  syntax(): SyntaxModel | null;
  readonly words: WordSegmenter | null;
  readonly detectOther: ((text: string) => string | null) | null;
  /** A value derived from the tables, computed once for this context under `key`. */
  derived<T>(key: string, compute: (context: Context) => T): T;
}

/** Build the context from resources. */
export function createContext(resources: Resources): Context {
  const parsed = new Map<string, readonly Row[]>();
  const memory = new Map<string, unknown>();
  let model: SyntaxModel | null | undefined;
  const context: Context = {
    rows(table) {
      let rows = parsed.get(table);
      if (rows === undefined) {
        const text = resources.tables.get(table);
        rows = text === undefined ? [] : parseTable(table, text);
        parsed.set(table, rows);
      }
      return rows;
    },
    syntax() {
      if (model === undefined) {
        // Asked for once: it may be unpacked only then, and is not kept beside the decoded model.
        const bytes = resources.syntax;
        model = bytes === null ? null : decodeSyntaxModel(bytes);
      }
      return model;
    },
    words: resources.words ?? null,
    detectOther: resources.detectOther ?? null,
    derived<T>(key: string, compute: (context: Context) => T): T {
      if (!memory.has(key)) memory.set(key, compute(context));
      return memory.get(key) as T;
    },
  };
  return context;
}

/** A language's name for people. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: "English",
  zh: "Chinese",
  ru: "Russian",
};
