import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Context } from "../core/context.ts";
import type { Document } from "../core/document.ts";
import { annotatePhrases, annotateTopics, attributeForms } from "../core/phrases/annotate.ts";
import { parsePattern, scriptOf, splitPatterns } from "../core/phrases/pattern.ts";
import { parseTable, type Row } from "../core/tsv.ts";

/** A set phrase that a person takes up. */
export interface AcceptedPhrase {
  /** Pattern in English, Chinese or Russian; its script says which. */
  readonly pattern: string;
  /** Id of a new row, or of one that is there already: it gets one pattern more. */
  readonly id: string;
  readonly label: string;
  /** Side whose formulation it is; `null` where nobody's. */
  readonly origin: string | null;
}

/** Folder of a workspace's own tables; `null` when it has none. */
export function workspaceTables(workspace: string): string | null {
  const folder = join(workspace, "tables");
  return existsSync(folder) ? folder : null;
}

/**
 * How stored documents get the topics and set phrases of own tables that were written after they were read.
 * @param folder - own tables that `context` was made with
 */
export function formsOf(folder: string | null, context: Context): (document: Document) => Document {
  const has = (table: string): boolean => folder !== null && existsSync(join(folder, table));
  const topics = has("topics.tsv");
  const phrases = has("phrases.tsv");
  if (!topics && !phrases) return (document) => document;
  return (document) => {
    const read = topics ? annotateTopics(document, context) : document;
    return attributeForms(phrases ? annotatePhrases(read, context) : read);
  };
}

/**
 * Write an accepted phrase into a folder of own tables, which is made where there is none.
 * @param context - made with these own tables
 * @returns the row as it stands now
 * @throws {Error} saying why, when the pattern can't be read
 */
export function acceptPhrase(folder: string, phrase: AcceptedPhrase, context: Context): Row {
  for (const pattern of splitPatterns(phrase.pattern)) parsePattern(pattern, scriptOf(pattern));
  const all = context.rows("knowledge/phrases");
  const columns = Object.keys(all[0]!);
  const path = join(folder, "phrases.tsv");
  const own = existsSync(path) ? parseTable("phrases", readFileSync(path, "utf8")) : [];
  const mine = own.find((row) => row["id"] === phrase.id);
  const shipped = all.find((row) => row["id"] === phrase.id);
  const row = withPattern(
    mine ?? {
      id: phrase.id,
      domain: shipped?.["domain"] ?? "political-diplomatic",
      label: shipped?.["label"] ?? phrase.label,
      origin: shipped?.["origin"] ?? phrase.origin ?? "-",
      source: "accepted",
    },
    phrase.pattern,
  );
  const rows = mine === undefined ? [...own, row] : own.map((one) => (one === mine ? row : one));
  mkdirSync(folder, { recursive: true });
  writeRows(path, columns, rows);
  return row;
}

/**
 * Take the patterns of an accepted phrase out of a folder of own tables again; a row without patterns goes.
 * @returns whether they were there
 */
export function withdrawPhrase(
  folder: string,
  { id, pattern }: Pick<AcceptedPhrase, "id" | "pattern">,
): boolean {
  const path = join(folder, "phrases.tsv");
  if (!existsSync(path)) return false;
  const text = readFileSync(path, "utf8");
  const own = parseTable("phrases", text);
  const row = own.find((one) => one["id"] === id);
  const language = scriptOf(pattern);
  const gone = new Set(splitPatterns(pattern));
  const before = splitPatterns(row?.[language] ?? "");
  const left = before.filter((one) => !gone.has(one));
  if (row === undefined || left.length === before.length) return false;
  const changed: Row = { ...row, [language]: left.join("|") };
  const empty = ["en", "zh", "ru"].every((one) => splitPatterns(changed[one] ?? "").length === 0);
  const rows = own.flatMap((one) => (one !== row ? [one] : empty ? [] : [changed]));
  writeRows(path, text.split("\n", 1)[0]!.split("\t"), rows);
  return true;
}

function writeRows(path: string, columns: readonly string[], rows: readonly Row[]): void {
  const lines = rows.map((one) => columns.map((column) => one[column] || "-").join("\t"));
  writeFileSync(path, `${[columns.join("\t"), ...lines].join("\n")}\n`);
}

/** Id of a phrase from its label: small letters, digits and hyphens; `""` where the label has none. */
export function phraseIdFrom(label: string): string {
  return label
    .toLowerCase()
    .replaceAll(/[’']/g, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}

function withPattern(row: Row, pattern: string): Row {
  const language = scriptOf(pattern);
  const patterns = splitPatterns(row[language] ?? "");
  return { ...row, [language]: [...new Set([...patterns, ...splitPatterns(pattern)])].join("|") };
}
