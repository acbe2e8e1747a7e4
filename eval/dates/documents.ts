import type { Block, Document, Language, Published } from "../../src/core/document.ts";
import { emptyLayers } from "../../src/core/document.ts";

/** A document of plain paragraphs, one block a line that isn't blank. */
export function documentOf(text: string, language: Language, published: string | null): Document {
  const blocks: Block[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    if (match[0].trim() === "") continue;
    blocks.push({ role: "paragraph", start: match.index, end: match.index + match[0].length });
  }
  const known: Published =
    published === null
      ? { value: null, earliest: null, latest: null, basis: null }
      : { value: published, earliest: published, latest: published, basis: "metadata" };
  return {
    id: "eval",
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
