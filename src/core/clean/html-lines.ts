import type { Element, TextNode } from "../html-tree.ts";
import { foldBlanks, type Line, type Piece } from "./lines.ts";
import { mainElement, isFurniture } from "./main-content.ts";

const blockTags: ReadonlySet<string> = new Set([
  "p",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "li",
  "blockquote",
  "figcaption",
  "div",
  "section",
  "article",
  "ul",
  "ol",
  "table",
  "tr",
  "td",
  "th",
  "pre",
  "header",
  "main",
  "figure",
  "dd",
  "dt",
  "dl",
  "address",
  "center",
  "details",
  "summary",
]);

/**
 * Block texts of the main content of an HTML page, in order.
 * @returns lines whose pieces map every character back to the page; empty when there is no article
 */
export function htmlLines(root: Element): Line[] {
  const main = mainElement(root);
  if (main === null) return [];
  const collector = new Collector();
  collector.walk(main, "", false);
  collector.flush();
  return collector.lines;
}

/** The page's heading (`h1`) that reads as its title, with the places of its characters; `null` when there is none. */
export function headingLine(root: Element, title: string): Line | null {
  const wanted = title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  const pending: Element[] = [root];
  while (pending.length > 0) {
    const element = pending.shift()!;
    if (element.tag === "h1") {
      const collector = new Collector();
      collector.walk(element, "h1", false);
      collector.flush();
      const line = collector.lines[0];
      if (line !== undefined && line.text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "") === wanted)
        return line;
    }
    for (const child of element.children) if (child.kind === "element") pending.push(child);
  }
  return null;
}

/** Gathers text nodes into lines: a new line at every block element and `<br>` pair. */
class Collector {
  readonly lines: Line[] = [];
  #pieces: Piece[] = [];
  #linked = 0;
  #tag = "";
  #breaks = 0;

  walk(element: Element, tag: string, linked: boolean): void {
    for (const child of element.children) {
      if (child.kind === "text") this.#add(child, tag, linked);
      else if (child.tag === "br") {
        if (++this.#breaks > 1) this.flush();
        else
          this.#pieces.push({ text: " ", page: child.start, pageLength: child.end - child.start });
      } else if (!isFurniture(child)) this.#enter(child, tag, linked);
    }
  }

  #enter(child: Element, tag: string, linked: boolean): void {
    const block = blockTags.has(child.tag);
    if (block) this.flush();
    const named = /^(?:p|h[1-6]|li|figcaption|blockquote)$/.test(child.tag);
    const own =
      named && !(child.tag === "p" && /^(?:li|figcaption|blockquote)$/.test(tag)) ? child.tag : tag;
    const caption =
      /\bcaption\b|wp-caption-text|image__?(?:caption|credit)|media-caption|photo-?credit/i.test(
        child.attributes.get("class") ?? "",
      );
    this.walk(child, caption ? "figcaption" : own, linked || child.tag === "a");
    if (block) this.flush();
  }

  #add(node: TextNode, tag: string, linked: boolean): void {
    const text = foldBlanks(node.text).replace(/\n/g, " ");
    if (text.trim() !== "") {
      this.#breaks = 0;
      this.#tag = tag;
      if (linked) this.#linked += text.trim().length;
    }
    this.#pieces.push({ text, page: node.start, pageLength: node.end - node.start });
  }

  flush(): void {
    const pieces = squeeze(this.#pieces);
    const text: string = pieces.map((piece) => piece.text).join("");
    if (text !== "") {
      const last = pieces.at(-1)!;
      this.lines.push({
        text,
        pieces,
        start: pieces[0]!.page,
        end: last.page + last.pageLength,
        paragraph: true,
        tag: this.#tag,
        links: Math.min(1, this.#linked / text.length),
      });
    }
    this.#pieces = [];
    this.#linked = 0;
    this.#breaks = 0;
    this.#tag = "";
  }
}

/**
 * Fold runs of blanks to one, trim the ends, and keep the map exact: a node whose text differs in
 * length from its source (entities) maps as a whole, others character by character.
 */
function squeeze(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  let blank = true;
  for (const piece of pieces) {
    if (piece.text.length !== piece.pageLength) {
      const text: string = piece.text.replace(/ +/g, " ").replace(/^ /, blank ? "" : " ");
      if (text === "") continue;
      result.push({ ...piece, text });
      blank = text.endsWith(" ");
      continue;
    }
    for (const match of piece.text.matchAll(/[^ ]+| +/g)) {
      const page = piece.page + match.index;
      if (match[0][0] !== " ") {
        result.push({ text: match[0], page, pageLength: match[0].length });
        blank = false;
      } else if (!blank) {
        result.push({ text: " ", page, pageLength: match[0].length });
        blank = true;
      }
    }
  }
  while (result.length > 0 && result.at(-1)!.text.trim() === "") result.pop();
  const last = result.at(-1);
  if (last !== undefined && last.text.endsWith(" ")) {
    result[result.length - 1] = { ...last, text: last.text.trimEnd() };
  }
  return result;
}
