import type { Context } from "../context.ts";
import type { Document, FormMention, Language } from "../document.ts";
import { foldToHans } from "../lang/zh/hans.ts";
import type { Statement } from "../records.ts";
import { valueOf, type Row } from "../tsv.ts";
import {
  compileForms,
  findForms,
  type FormMatch,
  type FormMatcher,
  type PatternRow,
} from "./matcher.ts";
import { splitPatterns } from "./pattern.ts";

/**
 * Read the rows of `knowledge/topics` or `knowledge/phrases` for the matcher.
 * @returns one pattern row a table row, in table order
 */
export function patternRows(rows: readonly Row[]): PatternRow[] {
  const parents = new Map(rows.map((row) => [row["id"] ?? "", valueOf(row, "parent")]));
  return rows.map((row) => ({
    id: row["id"] ?? "",
    forms: {
      en: splitPatterns(row["en"] ?? ""),
      zh: splitPatterns(row["zh"] ?? ""),
      ru: splitPatterns(row["ru"] ?? ""),
    },
    not: splitPatterns(row["not"] ?? ""),
    ancestors: chain(row["id"] ?? "", parents),
  }));
}

/**
 * The topics above a topic, nearest first (`taiwan-strait` → `taiwan`).
 */
export function ancestorsOf(context: Context, topic: string): readonly string[] {
  const parents = context.derived("phrases/parents", (tables) => {
    const rows = tables.rows("knowledge/topics");
    return new Map(rows.map((row) => [row["id"] ?? "", valueOf(row, "parent")]));
  });
  return chain(topic, parents);
}

/** Mark the set phrases of `knowledge/phrases.tsv`; speakers are filled by `attributeForms`. */
export function annotatePhrases(document: Document, context: Context): Document {
  const phrases = findMentions(document, context, "phrase", "knowledge/phrases");
  return { ...document, layers: { ...document.layers, phrases } };
}

/** Mark the topics of `knowledge/topics.tsv`; speakers are filled by `attributeForms`. */
export function annotateTopics(document: Document, context: Context): Document {
  const topics = findMentions(document, context, "topic", "knowledge/topics");
  return { ...document, layers: { ...document.layers, topics } };
}

/**
 * Fill in who says the marked phrases and topics.
 *
 * The speaker is the one actor of the innermost statement whose content holds the mention, `null` when it has none
 * or several; the party is the document's, or in the press the speaker's state (`RUS` of `RUS:kremlin`).
 */
export function attributeForms(document: Document): Document {
  const contents = contentsOf(document.layers.statements);
  const fill = (mention: FormMention): FormMention => {
    const speaker = speakerAt(contents, mention);
    return {
      ...mention,
      speaker,
      party: document.party ?? (speaker === null ? null : sideOf(speaker)),
    };
  };
  const { phrases, topics } = document.layers;
  return {
    ...document,
    layers: { ...document.layers, phrases: phrases.map(fill), topics: topics.map(fill) },
  };
}

function chain(id: string, parents: ReadonlyMap<string, string | null>): string[] {
  const above: string[] = [];
  for (
    let at = parents.get(id) ?? null;
    at !== null && !above.includes(at);
    at = parents.get(at) ?? null
  ) {
    above.push(at);
  }
  return above;
}

function matcherFor(context: Context, name: string, table: string): FormMatcher {
  return context.derived(`phrases/${name}`, (tables) =>
    compileForms(name, patternRows(tables.rows(table))),
  );
}

/**
 * Where the forms of a table (`knowledge/manner`) stand in a document; none in a language that is not analysed.
 * @param name - first part of the rule ids (`manner/en/candid/1`)
 * @returns sorted by start
 */
export function findTableForms(
  document: Document,
  context: Context,
  name: string,
  table: string,
): FormMatch[] {
  const language = analysedLanguage(document.language);
  if (language === null) return [];
  const text = language === "zh" ? foldToHans(document.text, context) : document.text;
  return findForms(matcherFor(context, name, table), text, language);
}

function findMentions(
  document: Document,
  context: Context,
  name: string,
  table: string,
): FormMention[] {
  return findTableForms(document, context, name, table).map((match) => ({
    ...match,
    speaker: null,
    party: document.party,
  }));
}

function analysedLanguage(language: string | null): Language | null {
  const base = language?.slice(0, 2);
  return base === "en" || base === "zh" || base === "ru" ? base : null;
}

interface Content {
  readonly start: number;
  readonly end: number;
  readonly actors: readonly string[];
  /** Furthest end of this and all contents that start before it. */
  readonly reach: number;
}

function contentsOf(statements: readonly Statement[]): Content[] {
  const ranges = statements
    .flatMap((statement) =>
      statement.content.map(({ start, end }) => ({ start, end, actors: statement.actors })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let reach = 0;
  return ranges.map((range) => {
    reach = Math.max(reach, range.end);
    return { ...range, reach };
  });
}

function speakerAt(contents: readonly Content[], mention: FormMention): string | null {
  let low = 0;
  let high = contents.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (contents[middle]!.start <= mention.start) low = middle + 1;
    else high = middle;
  }
  for (let index = low - 1; index >= 0 && contents[index]!.reach >= mention.end; index--) {
    const content = contents[index]!;
    if (content.end >= mention.end) return content.actors.length === 1 ? content.actors[0]! : null;
  }
  return null;
}

/** The side an actor speaks for: the state of `STATE:slug`, the body itself of `INT:slug`, `null` for unknown people. */
function sideOf(actor: string): string | null {
  const [state, slug] = actor.split(":");
  if (state === undefined || state === "new") return null;
  return slug === undefined || state !== "INT" ? state : actor;
}
