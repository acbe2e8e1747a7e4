import type { Element } from "../core/html-tree.ts";
import type { HtmlTree } from "../core/page.ts";
import type { Place, PlaceRun } from "../core/places.ts";
import { mostCharacters } from "./limits.ts";

/** A paragraph of a document that is no HTML: what it is and where it stands in the file. */
export interface TextBlock {
  readonly tag: "h1" | "h2" | "p" | "li";
  readonly text: string;
  readonly place: Place;
}

/** Paragraphs as one text, a blank line between them, with a tree over it and the place of each. */
export function writeBlocks(blocks: readonly TextBlock[]): {
  source: string;
  tree: HtmlTree;
  places: PlaceRun[];
} {
  const parts: string[] = [];
  const children: Element[] = [];
  const places: PlaceRun[] = [];
  let at = 0;
  for (const { tag, text, place } of blocks) {
    if (text.trim() === "") continue;
    if (at > mostCharacters) break;
    if (at > 0) at += 2;
    const range = { start: at, end: at + text.length };
    parts.push(text);
    children.push({
      kind: "element",
      tag,
      attributes: new Map(),
      children: [{ kind: "text", text, ...range }],
      ...range,
    });
    places.push({ ...range, place });
    at = range.end;
  }
  const root: Element = {
    kind: "element",
    tag: "#document",
    attributes: new Map(),
    children,
    start: 0,
    end: at,
  };
  return { source: parts.join("\n\n"), tree: { root, whole: true }, places };
}

/** The title of a file's properties, where the text begins with it; properties are often left from a template. */
export function confirmedTitle(title: string | null, text: string): string | null {
  if (title === null) return null;
  const wanted = folded(title);
  return wanted.length > 3 && folded(text.slice(0, 1500)).includes(wanted) ? title.trim() : null;
}

function folded(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
