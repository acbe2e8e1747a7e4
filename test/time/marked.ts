import type { Block, Document, Language, Published, Range } from "../../src/core/document.ts";
import { emptyLayers } from "../../src/core/document.ts";

/** Take the marks ⟦…⟧ out of a text. */
export function parseMarked(marked: string): { text: string; spans: Range[] } {
  const spans: Range[] = [];
  let text = "";
  let start = 0;
  for (const sign of marked) {
    if (sign === "⟦") start = text.length;
    else if (sign === "⟧") spans.push({ start, end: text.length });
    else text += sign;
  }
  return { text, spans };
}

/** A document of one block a line, published on a day, in an interval `from..to`, or unknown when. */
export function aDocument(text: string, language: Language, published: string | null): Document {
  const blocks: Block[] = [...text.matchAll(/[^\n]+/g)].map((match) => ({
    role: "paragraph",
    start: match.index,
    end: match.index + match[0].length,
  }));
  const [earliest, latest = earliest] = published?.split("..") ?? [];
  const known: Published =
    earliest === undefined || latest === undefined
      ? { value: null, earliest: null, latest: null, basis: null }
      : { value: earliest === latest ? earliest : null, earliest, latest, basis: "metadata" };
  return {
    id: "d",
    path: "-",
    sha256: "",
    mediaType: "text/plain",
    language,
    kind: "other",
    party: null,
    issuer: null,
    url: null,
    title: null,
    subtitle: null,
    outlet: null,
    byline: [],
    published: known,
    keyPoints: [],
    captions: [],
    text,
    blocks,
    dropped: [],
    offsets: { runs: [] },
    layers: emptyLayers,
    diagnostics: [],
  };
}
