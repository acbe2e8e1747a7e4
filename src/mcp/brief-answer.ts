import type { Citation, DeskBrief } from "../core/brief/brief.ts";
import { sentenceText } from "../core/brief/check-brief.ts";
import { placed, type AddressOf } from "./bounds.ts";

/** A brief as records for a client: every sentence as text with the places and searches it stands on. */
export function briefAnswer(brief: DeskBrief, addressOf: AddressOf): Record<string, unknown> {
  const notes = new Map(brief.notes.map(({ number, citations }) => [number, citations]));
  return {
    title: brief.title,
    encounters: brief.encounters,
    sections: brief.sections.map(({ title, groups, left }) => ({
      title,
      left,
      sentences: groups.flatMap(({ heading, lead, sentences }) =>
        sentences.map((sentence) => ({
          under: [heading, lead].filter((line) => line !== null).join(" · ") || null,
          text: sentenceText(sentence),
          evidence: sentence.parts
            .flatMap((part) => (part.kind === "note" ? (notes.get(part.number) ?? []) : []))
            .map((citation) => evidenceOf(citation, addressOf)),
        })),
      ),
    })),
    remarks: brief.remarks,
  };
}

function evidenceOf(citation: Citation, addressOf: AddressOf): unknown {
  if (citation.kind === "place") return placed(citation.span, addressOf);
  const { document, language, forms, found } = citation.search;
  return {
    searched: document,
    address: addressOf(document),
    language,
    forms: placed(forms, addressOf),
    found: placed(found, addressOf),
  };
}
