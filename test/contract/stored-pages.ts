import { createHash } from "node:crypto";
import { createContext } from "../../src/core/context.ts";
import { emptyLayers, type Block, type Document } from "../../src/core/document.ts";
import { passageTerms } from "../../src/store/search-terms.ts";
import type { NewPage } from "../../src/store/store.ts";

/** A context without tables: folding of traditional characters is tested elsewhere. */
export const bareContext: ReturnType<typeof createContext> = createContext({
  tables: new Map([["lang/zh/lexicon/hans", "hant\thans\n會\t会\n"]]),
  syntax: null,
});

/** What a test wants to be different from the plain page. */
export type PageOptions = Partial<
  Pick<Document, "language" | "party" | "outlet" | "url" | "title" | "layers" | "published">
> & { readonly place?: string | null; readonly addedAt?: string };

/** A page built by hand: one block a paragraph, words as tokens without parts of speech. */
export function storedPage(text: string, options: PageOptions = {}): NewPage {
  const { place = null, addedAt = "2030-01-01T00:00:00.000Z", ...rest } = options;
  const bytes = new TextEncoder().encode(text);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const blocks: Block[] = [...text.matchAll(/[^\n]+/g)].map((match) => ({
    role: "paragraph",
    start: match.index,
    end: match.index + match[0].length,
  }));
  const document: Document = {
    id: sha256.slice(0, 12),
    path: place ?? "-",
    sha256,
    mediaType: "text/plain",
    language: "en",
    kind: "report",
    party: null,
    issuer: null,
    url: null,
    title: null,
    subtitle: null,
    outlet: null,
    byline: [],
    published: { value: null, earliest: null, latest: null, basis: null },
    keyPoints: [],
    captions: [],
    text,
    blocks,
    dropped: [],
    offsets: { runs: [{ clean: 0, cleanLength: text.length, page: 0, pageLength: text.length }] },
    layers: emptyLayers,
    diagnostics: [],
    ...rest,
  };
  return { document, bytes, place, addedAt, passages: passageTerms(document, bareContext) };
}

/** One of many pages that differ, with some weight to write. */
export function numberedPage(number: number): NewPage {
  const paragraph = `Envoy ${number} of Nordia spoke with the envoy of Zedland about fish and tolls.`;
  return storedPage(Array.from({ length: 30 }, (_, line) => `${line} ${paragraph}`).join("\n\n"), {
    place: `/pages/${number}`,
  });
}
