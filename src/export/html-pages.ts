import { createHash } from "node:crypto";
import type { Place } from "../app/brief/brief.ts";
import type { BlockRole, Document } from "../core/document.ts";

/** Hands out an anchor for each place shown, and remembers where it lies in its page. */
export class Highlights {
  readonly #marks = new Map<string, Map<string, { start: number; end: number; id: string }>>();

  constructor(documents: readonly Document[]) {
    for (const document of documents) this.#marks.set(document.id, new Map());
  }

  /** Anchor id of a place. */
  anchor(place: Place): string {
    const marks = this.#marks.get(place.span.document)!;
    const key = `${place.span.start}-${place.span.end}`;
    const id = `p${place.page}-${key}`;
    marks.set(key, { start: place.span.start, end: place.span.end, id });
    return id;
  }

  /** Marks of a document, sorted by start, longest first. */
  of(document: string): readonly { start: number; end: number; id: string }[] {
    return [...this.#marks.get(document)!.values()].sort(
      (a, b) => a.start - b.start || b.end - a.end,
    );
  }
}

/** A hash as Content-Security-Policy names the one style or script it allows. */
export function sourceHash(source: string): string {
  return `sha256-${createHash("sha256").update(source).digest("base64")}`;
}

const elements: Readonly<Record<BlockRole, string>> = {
  title: "h2",
  subtitle: "p",
  "key-point": "p",
  heading: "h3",
  caption: "p",
  dateline: "p",
  paragraph: "p",
  "list-item": "p",
};

/** A cleaned page with its marks, as an article. */
export function pageArticle(document: Document, number: number, highlights: Highlights): string {
  const marks = highlights.of(document.id);
  const blocks = document.blocks.map((block) => {
    const element = elements[block.role];
    const inside = markedText(document.text, block.start, block.end, marks);
    return `<${element} class="${block.role}">${inside}</${element}>`;
  });
  const language = document.language === null ? "" : ` lang="${attribute(document.language)}"`;
  return `<article class="page" id="page-${number}"${language} dir="auto"><p class="path">Page ${number}: ${text(document.path)}</p>\n${blocks.join("\n")}\n</article>`;
}

/**
 * Text with its marks. Marks may overlap: each starts with an empty anchor, and every stretch that
 * any mark covers is wrapped once and names all marks over it.
 */
function markedText(
  source: string,
  start: number,
  end: number,
  marks: readonly { start: number; end: number; id: string }[],
): string {
  const here = marks.filter((mark) => mark.start < end && mark.end > start);
  const cuts = new Set<number>([start, end]);
  for (const mark of here) {
    cuts.add(Math.max(start, mark.start));
    cuts.add(Math.min(end, mark.end));
  }
  const points = [...cuts].sort((a, b) => a - b);
  let html = "";
  for (let index = 0; index + 1 < points.length; index++) {
    const from = points[index]!;
    const to = points[index + 1]!;
    const over = here.filter((mark) => mark.start <= from && mark.end >= to);
    for (const mark of here) {
      if (mark.start === from) html += `<a id="${mark.id}"></a>`;
    }
    const piece = text(source.slice(from, to));
    html +=
      over.length === 0
        ? piece
        : `<mark data-of="${over.map((mark) => mark.id).join(" ")}">${piece}</mark>`;
  }
  return html;
}

/** Text made safe for HTML content; bidirectional overrides are dropped. */
export function text(value: string): string {
  return value
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Text made safe for an attribute in quotes. */
export function attribute(value: string): string {
  return text(value).replaceAll("'", "&#39;");
}
