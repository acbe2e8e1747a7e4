import type { Document, Span } from "../document.ts";
import { printedPage } from "../places.ts";
import type {
  BriefGroup,
  BriefSentence,
  BriefSource,
  Citation,
  Evidence,
  Footnote,
  Part,
  Quote,
} from "./brief.ts";
import { dateWords } from "./dates.ts";
import type { Draft, DraftGroup, DraftPart } from "./draft.ts";
import { widthOf } from "./quotes.ts";
import { capital, listWords, possessive, withArticle } from "./words.ts";

/** Footnotes and sources as sentences come to need them. */
export interface Apparatus {
  readonly notes: Footnote[];
  readonly sources: BriefSource[];
  readonly documents: ReadonlyMap<string, Document>;
  readonly labelOf: (id: string) => string;
  readonly gradeOf: (document: Document) => string | null;
}

/** Characters of a line of the body on A4. */
const bodyLine = 92;

/** Lines of the body that a citation takes among the footnotes, in small print and two columns: of a place, of a search. */
const citationHeight = { place: 0.7, search: 1.3 } as const;

/** Every place of a draft is on a page that is held, and holds the words. */
export function isHeld(draft: Draft, documents: ReadonlyMap<string, Document>): boolean {
  const holds = (span: Span): boolean =>
    documents.get(span.document)?.text.slice(span.start, span.end) === span.quote;
  return draft.parts.every((part) => {
    if (typeof part === "string") return true;
    if ("cite" in part)
      return part.cite.every((evidence) =>
        evidence.kind === "place"
          ? holds(evidence.span)
          : documents.has(evidence.search.document) && evidence.search.found.every(holds),
      );
    return "span" in part ? holds(part.span) : true;
  });
}

/** Lines of an A4 page that a sentence takes, with its footnotes. */
export function heightOf(draft: Draft): number {
  let body = 0;
  let notes = 0;
  for (const part of draft.parts) {
    if (typeof part === "string") body += part.length;
    else if ("cite" in part)
      notes += part.cite.reduce((sum, { kind }) => sum + citationHeight[kind], 0);
    else if ("text" in part) body += widthOf(part.text) / (part.language === "zh" ? 1.5 : 1);
    else body += 24;
  }
  return Math.ceil(body / bodyLine) + 0.3 + notes;
}

/** Number footnotes and sources of sentences, in the order they are read. */
export function groupOf(
  { heading, lead }: Pick<DraftGroup, "heading" | "lead">,
  drafts: readonly Draft[],
  apparatus: Apparatus,
): BriefGroup {
  const named = new Set<string>();
  return { heading, lead, sentences: drafts.map((draft) => sentenceOf(draft, named, apparatus)) };
}

function sentenceOf(draft: Draft, named: Set<string>, apparatus: Apparatus): BriefSentence {
  const shown = draft.parts.filter(
    (part): part is Quote => typeof part !== "string" && "span" in part,
  );
  const parts: Part[] = [];
  for (const part of draft.parts) {
    const made = partOf(part, shown, named, apparatus);
    const last = parts.at(-1);
    if (made.kind === "words" && last?.kind === "words")
      parts[parts.length - 1] = { kind: "words", text: last.text + made.text };
    else parts.push(made);
  }
  const [first, ...rest] = punctuated(parts);
  if (first?.kind === "words")
    return { pattern: draft.pattern, parts: [{ ...first, text: capital(first.text) }, ...rest] };
  return { pattern: draft.pattern, parts: first === undefined ? [] : [first, ...rest] };
}

/** Footnotes after the mark they stand at; no full stop after a quotation that ends in one. */
function punctuated(parts: readonly Part[]): Part[] {
  const result: Part[] = [];
  for (const part of parts) {
    const mark = part.kind === "words" ? (/^[.,;:]/u.exec(part.text)?.[0] ?? "") : "";
    if (mark === "" || part.kind !== "words") {
      result.push(part);
      continue;
    }
    const notes: Part[] = [];
    while (result.at(-1)?.kind === "note") notes.unshift(result.pop()!);
    const before = result.at(-1);
    const ended =
      before?.kind === "quote" && !before.cutAfter && /[.!?。！？]["”’»』」]*$/u.test(before.text);
    if (!(ended && mark === ".")) result.push({ kind: "words", text: mark });
    result.push(...notes);
    if (part.text.length > 1) result.push({ kind: "words", text: part.text.slice(1) });
  }
  return result;
}

function partOf(
  part: DraftPart,
  shown: readonly Quote[],
  named: Set<string>,
  apparatus: Apparatus,
): Part {
  if (typeof part === "string") return { kind: "words", text: part };
  if ("cite" in part) return { kind: "note", number: noteOf(part.cite, shown, apparatus) };
  if ("account" in part) {
    const { account, own } = part;
    const name = account.noun.startsWith("joint statement")
      ? `the ${account.noun} published by ${withArticle(account.label)}`
      : `${possessive(account.label)} ${own ? "own " : ""}${account.noun}`;
    if (named.has(account.id)) return { kind: "words", text: name };
    named.add(account.id);
    return { kind: "words", text: `${name} (${listWords(account.outlets)})` };
  }
  if ("label" in part) return { kind: "label", text: part.label };
  return part;
}

function noteOf(
  evidence: readonly Evidence[],
  shown: readonly Quote[],
  apparatus: Apparatus,
): number {
  const number = apparatus.notes.length + 1;
  apparatus.notes.push({
    number,
    citations: evidence.map((item) => citationOf(item, shown, apparatus)),
  });
  return number;
}

function citationOf(evidence: Evidence, shown: readonly Quote[], apparatus: Apparatus): Citation {
  if (evidence.kind === "search")
    return {
      kind: "search",
      source: sourceOf(evidence.search.document, apparatus).number,
      search: evidence.search,
    };
  const { span } = evidence;
  const document = apparatus.documents.get(span.document)!;
  return {
    kind: "place",
    source: sourceOf(span.document, apparatus).number,
    paragraph: document.blocks.findIndex((block) => block.end > span.start) + 1,
    printed: printedPage(document, span),
    span,
    shown: shown.some(
      (quote) =>
        quote.span.document === span.document &&
        quote.span.start === span.start &&
        quote.span.end === span.end,
    ),
  };
}

function sourceOf(id: string, apparatus: Apparatus): BriefSource {
  const known = apparatus.sources.find((source) => source.document === id);
  if (known !== undefined) return known;
  const document = apparatus.documents.get(id)!;
  const { value, earliest, latest } = document.published;
  const published = value ?? (earliest !== null && earliest === latest ? earliest : null);
  const source: BriefSource = {
    number: apparatus.sources.length + 1,
    document: id,
    title: document.title,
    outlet: document.outlet,
    party: document.party === null ? null : apparatus.labelOf(document.party),
    kind: document.kind,
    published: published === null ? null : dateWords(published),
    language: document.language,
    url: document.url,
    path: document.path,
    grade: apparatus.gradeOf(document),
  };
  apparatus.sources.push(source);
  return source;
}
