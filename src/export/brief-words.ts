import type { BriefSource, Citation, DeskBrief, Part } from "../core/brief/brief.ts";
import { capital, countWords } from "../core/brief/words.ts";
import { languageNames } from "../core/context.ts";
import type { Language } from "../core/document.ts";

/** A piece of running text that every format writes in its own way. */
export interface Run {
  readonly text: string;
  /** BCP 47 code of the words; `null` for words of no known language, absent for the brief's own English. */
  readonly language?: string | null;
  /** A label of the tables, not words of the page. */
  readonly label?: boolean;
}

/** A quotation with its marks, and signs for what was cut. */
export function quoteText(part: Extract<Part, { kind: "quote" }>): string {
  return `${part.cutBefore ? "[…] " : ""}${part.text}${part.cutAfter ? " […]" : ""}`;
}

/** Forms of a search that a footnote names before the rest is counted. */
const mostForms = 4;

/** A citation as runs: “[2] Kremlin, 15 June 2022, ¶3, characters 120–180”, with the words where the sentence lacks them. */
export function citationRuns(citation: Citation, brief: DeskBrief): Run[] {
  const source = brief.sources.find(({ number }) => number === citation.source)!;
  const head = `[${source.number}] ${shortName(source)}`;
  if (citation.kind === "search") return [{ text: head }, ...searchRuns(citation, source)];
  const { span, paragraph, printed, shown } = citation;
  const page = printed === null ? "" : `, ${printed}`;
  const place = `${head}${page}, ¶${paragraph}, characters ${span.start}–${span.end}`;
  if (shown) return [{ text: place }];
  return [
    { text: `${place}: “` },
    { text: span.quote.replace(/\s+/gu, " "), language: source.language },
    { text: "”" },
  ];
}

function searchRuns(citation: Extract<Citation, { kind: "search" }>, source: BriefSource): Run[] {
  const { forms, found } = citation.search;
  if (forms.length === 0) return [{ text: ", looked through: not found" }];
  const more = forms.length - mostForms;
  return [
    {
      text: ` searched in its language for ${forms.length === 1 ? "1 form" : `${forms.length} forms`} (`,
    },
    { text: forms.slice(0, mostForms).map(formWords).join("; "), language: source.language },
    {
      text: `${more > 0 ? `; and ${more} more` : ""}): ${found.length === 0 ? "not found" : `found at ${found.length === 1 ? "1 place" : `${found.length} places`}`}`,
    },
  ];
}

/** A form in the tables’ notation (`src/core/phrases/pattern.ts`) as people read it: “practical/pragmatic cooperation”. */
export function formWords(form: string): string {
  return form
    .replace(/ ?\.\.\d+ ?/gu, " … ")
    .replace(/[~*]/gu, "")
    .replace(/\(([^()|]*)\|\)/gu, "($1)")
    .replace(/\(([^()]*\|[^()]*)\)/gu, (_, inner: string) =>
      inner.split("|").filter(Boolean).join("/"),
    )
    .trim();
}

/** “Kremlin, 15 June 2022”. */
export function shortName(source: BriefSource): string {
  const name = source.outlet ?? source.title ?? source.path;
  return source.published === null ? `${name}, date unknown` : `${name}, ${source.published}`;
}

/** What a source is: “readout in Chinese, China’s account”. */
export function sourceKind(source: BriefSource): string {
  const genre = source.kind === "other" ? "text" : source.kind.replace("-", " ");
  const language =
    source.language === null ? undefined : languageNames[source.language.slice(0, 2) as Language];
  return [
    language === undefined ? genre : `${genre} in ${language}`,
    ...(source.party === null ? [] : [`account of ${source.party}`]),
    ...(source.grade === null ? [] : [`your grade of the source ${source.grade}`]),
  ].join(", ");
}

/** Where a source can be opened: its address, else its file. */
export function sourceAddress(source: BriefSource): string {
  return source.url ?? source.path;
}

/** How many sentences of a section were cut; `null` where none was. */
export function leftWords(left: number): string | null {
  if (left === 0) return null;
  return `${capital(countWords(left, "less telling sentence"))} of this section ${left === 1 ? "is" : "are"} left out.`;
}

/** How the brief is made, for its foot. */
export const methodWords =
  "Every sentence is assembled from records of the pages listed; its footnotes lead to the exact places. “Not found” is the result of a search of the texts named, not a motive. Offsets count UTF-16 code units of a page’s clean text.";

/** A published quotation is trimmed only at the ends of clauses. */
export const titlesOf = {
  sources: "Pages cited",
  remarks: "What this brief lacks",
  notes: "Footnotes",
} as const;
