import type { Context } from "../context.ts";
import { spanOf, type Document, type Language, type Span } from "../document.ts";
import { stemOf } from "../lang/ru/stem.ts";
import { foldToHans } from "../lang/zh/hans.ts";
import { ancestorsOf, patternRows } from "../phrases/annotate.ts";
import { compileForms, findForms } from "../phrases/matcher.ts";
import { splitPatterns } from "../phrases/pattern.ts";
import type { Search, SilenceCheck } from "./silence-record.ts";

const tables = ["knowledge/topics", "knowledge/phrases"] as const;

/** The forms of a topic or phrase in a language, as the tables write them; none for an id no table has. */
export function formsOf(id: string, language: string | null, context: Context): string[] {
  const rows = context.derived("compare/form-rows", () =>
    tables.map((table) => new Map(context.rows(table).map((row) => [row["id"]!, row]))),
  );
  const column = language?.slice(0, 2) ?? "en";
  const forms = rows.flatMap((table) => splitPatterns(table.get(id)?.[column] ?? ""));
  return [...new Set(forms)];
}

/** Search texts for a topic or phrase and everything below it, by what the stages marked. */
export function searchFor(id: string, documents: readonly Document[], context: Context): Search[] {
  return documents.map((document) => ({
    document: document.id,
    language: document.language,
    forms: formsOf(id, document.language, context),
    found: [...document.layers.topics, ...document.layers.phrases]
      .filter((mention) => mention.id === id || ancestorsOf(context, mention.id).includes(id))
      .map((mention) => spanOf(document, mention)),
  }));
}

/**
 * Check that texts don't speak of something, given in a page's own words.
 *
 * “Tariffs or the one-China policy” are two things; either may be there. Of one thing (“sanctions on Nord Stream 2”)
 * all topics and set phrases must be there. Words that are no topic and no set phrase are searched as they are, in
 * texts of their own language only.
 * @param words - what is said to be unsaid
 * @param language - of the words
 * @returns `confirmed` when nothing was found in any of the texts, `contradicted` when something was, with the places;
 *   `not-checkable` without texts, or when there is nothing to search by in one of them
 */
export function checkUnsaid(
  words: string,
  language: string | null,
  documents: readonly Document[],
  context: Context,
): SilenceCheck {
  const own = analysed(language) ?? "en";
  const things = words
    .split(thingEnd)
    .map((part) => matterOf(part, own, context))
    .filter((thing) => thing.ids.length > 0 || thing.words.length > 0);
  const searched = documents.map((document) => searchThings(things, own, document, context));
  const found = searched.some((search) => search.found.length > 0);
  const searchable = searched.length > 0 && searched.every((search) => search.forms.length > 0);
  return {
    status: found ? "contradicted" : searchable ? "confirmed" : "not-checkable",
    searched,
  };
}

function searchThings(
  things: readonly Thing[],
  language: Language,
  document: Document,
  context: Context,
): Search {
  const sameLanguage = document.language?.slice(0, 2) === language;
  const forms: string[] = [];
  const found: Span[] = [];
  for (const { ids, words } of things) {
    const parts = [
      ...ids.flatMap((id) => searchFor(id, [document], context)),
      ...(sameLanguage
        ? words.map((word) => literalSearch(word, language, document, context))
        : []),
    ];
    forms.push(...parts.flatMap((part) => part.forms));
    if (parts.length > 0 && parts.every((part) => part.found.length > 0))
      found.push(...parts.flatMap((part) => part.found));
  }
  return { document: document.id, language: document.language, forms, found };
}

function analysed(language: string | null): Language | null {
  const base = language?.slice(0, 2);
  return base === "en" || base === "zh" || base === "ru" ? base : null;
}

/** Where one thing ends and another begins in a list of what is unsaid. */
const thingEnd = /\b(?:or|and|nor)\b|[,;/、，]|或者?|以及|[和与及]|(?<=\s)(?:и|или|либо)(?=\s)/u;

/** One thing said to be unsaid: the topics and phrases it names, or else its words. */
interface Thing {
  readonly ids: readonly string[];
  readonly words: readonly string[];
}

function matterOf(words: string, language: Language, context: Context): Thing {
  const matchers = context.derived("compare/unsaid-forms", () =>
    tables.map((table) => compileForms(table, patternRows(context.rows(table)))),
  );
  const text = language === "zh" ? foldToHans(words, context) : words;
  const ids = matchers.flatMap((matcher) =>
    findForms(matcher, text, language).map((match) => match.id),
  );
  return ids.length > 0
    ? { ids: [...new Set(ids)], words: [] }
    : { ids: [], words: contentWords(text, language) };
}

/** Words that carry no matter of their own. */
const emptyWords =
  /^(?:the|a|an|any|or|and|of|to|in|on|for|at|by|that|this|its|his|her|their|issue|issues|matter|matters|topic|question|situation|subject|system|direct|directly|specific|specifically|name|explicitly|вопрос\p{L}*|тем[аыуе]|ситуаци\p{L}*|про|об?|в|на|и|или|问题|等)$/iu;

function contentWords(text: string, language: Language): string[] {
  if (language === "zh")
    return text
      .split(/[\s、，。和与及或“”"]+/u)
      .filter((word) => word.length > 1 && !emptyWords.test(word));
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)]
    .map((match) => match[0])
    .filter((word) => word.length > 2 && !emptyWords.test(word));
}

/** Without the ending that `~` puts back in any form. */
function singular(word: string, language: Language): string {
  return language === "ru" ? stemOf(word) : word.replace(/(?<=[^s])s$/u, "");
}

/** Search a text for a word of its own language, in any inflection the pattern language knows. */
function literalSearch(
  word: string,
  language: Language,
  document: Document,
  context: Context,
): Search {
  const pattern =
    language === "zh" ? word : `${singular(word.replace(/['’-].*$/u, ""), language)}~`;
  const matcher = compileForms("unsaid", [
    { id: word, forms: { en: [], zh: [], ru: [], [language]: [pattern] }, not: [], ancestors: [] },
  ]);
  const text = language === "zh" ? foldToHans(document.text, context) : document.text;
  return {
    document: document.id,
    language: document.language,
    forms: [pattern],
    found: findForms(matcher, text, language).map((match) => spanOf(document, match)),
  };
}
