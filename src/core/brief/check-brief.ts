import type { Document, Span } from "../document.ts";
import type { BriefSentence, DeskBrief } from "./brief.ts";

/** What can be wrong with a brief. */
export interface BriefFault {
  readonly kind: "no-footnote" | "missed-text" | "changed-quote" | "no-such-footnote";
  readonly detail: string;
}

/**
 * Check a brief against its pages: every sentence has a footnote, every footnote finds its text, every quotation is the
 * text of its span with blanks made one.
 */
export function briefFaults(
  brief: DeskBrief,
  documents: ReadonlyMap<string, Document>,
): BriefFault[] {
  const faults: BriefFault[] = [];
  const holds = (span: Span): boolean =>
    span.quote !== "" &&
    documents.get(span.document)?.text.slice(span.start, span.end) === span.quote;
  const numbers = new Set(brief.notes.map(({ number }) => number));
  for (const sentence of sentencesOf(brief)) {
    const notes = sentence.parts.filter((part) => part.kind === "note");
    if (notes.length === 0) faults.push({ kind: "no-footnote", detail: sentenceText(sentence) });
    for (const { number } of notes)
      if (!numbers.has(number))
        faults.push({ kind: "no-such-footnote", detail: `${number}: ${sentenceText(sentence)}` });
    for (const part of sentence.parts) {
      if (part.kind !== "quote") continue;
      if (!holds(part.span)) faults.push({ kind: "missed-text", detail: part.text });
      if (part.span.quote.replace(/\s+/gu, " ") !== part.text)
        faults.push({ kind: "changed-quote", detail: part.text });
    }
  }
  for (const { number, citations } of brief.notes) {
    if (citations.length === 0) faults.push({ kind: "missed-text", detail: `footnote ${number}` });
    for (const citation of citations) {
      const spans = citation.kind === "place" ? [citation.span] : citation.search.found;
      const known = citation.kind === "place" || documents.has(citation.search.document);
      if (!known || !spans.every(holds))
        faults.push({ kind: "missed-text", detail: `footnote ${number}` });
    }
  }
  return faults;
}

/** All sentences of a brief, in order. */
export function sentencesOf(brief: DeskBrief): BriefSentence[] {
  return brief.sections.flatMap(({ groups }) => groups.flatMap(({ sentences }) => sentences));
}

/** A sentence as plain text, footnotes left out. */
export function sentenceText({ parts }: BriefSentence): string {
  return parts
    .map((part) => {
      if (part.kind === "note") return "";
      if (part.kind !== "quote") return part.text;
      return `“${part.cutBefore ? "[…] " : ""}${part.text}${part.cutAfter ? " […]" : ""}”`;
    })
    .join("");
}
