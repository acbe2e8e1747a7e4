import type { Context } from "../../context.ts";
import type { Element, TextNode } from "../../html-tree.ts";
import { foldBlanks, type Line, type Piece } from "../lines.ts";
import { blockTags, namesOf, type Box } from "./box.ts";
import { furnitureRule } from "./furniture.ts";

/** A line of an HTML page with the block it stands in. */
export interface HtmlLine extends Line {
  /** Nearest block-level element. */
  readonly box: Box;
  /** Outermost element around it that is page furniture; `null` when there is none. */
  readonly furniture: Box | null;
}

/**
 * Every visible text of an HTML page, one line for each block element, in page order, page furniture
 * included: what is article is decided afterwards.
 * @returns lines whose pieces lead every character back to the page
 */
export function collectLines(root: Element, context: Context): HtmlLine[] {
  const collector = new Collector(context);
  const top: Box = { element: root, parent: null, depth: 0, names: "-", furniture: null };
  collector.walk(top, top, null, false);
  collector.flush(top, null);
  return withNames(collector.lines);
}

/** A block with more lines than this holds many things: its names say nothing of one of them. */
const mostNamed = 4;

/** How many steps up from a line's block names are read. */
const namingSteps = 3;

/** Add to each line the names of the blocks around it that hold it and little else. */
function withNames(lines: readonly HtmlLine[]): HtmlLine[] {
  const counts = new Map<Box, number>();
  const around = (line: HtmlLine, visit: (box: Box) => void): void => {
    let box: Box | null = line.box;
    for (let step = 0; step < namingSteps && box !== null; step++, box = box.parent) visit(box);
  };
  for (const line of lines) around(line, (box) => void counts.set(box, (counts.get(box) ?? 0) + 1));
  return lines.map((line) => {
    let { names } = line;
    around(line, (box) => {
      if (counts.get(box)! <= mostNamed) names += box.names;
    });
    return { ...line, names: names.replace(/-{2,}/g, "-") };
  });
}

const unseen: ReadonlySet<string> = new Set(["head", "script", "input", "img", "source", "track"]);

/** Tags that say what a line is. */
const telling = /^(?:p|h[1-6]|li|figcaption|blockquote|dt|dd|td|th|pre|time|address)$/;

/** Gathers text nodes into lines: a new line at every block element and at two line breaks. */
class Collector {
  readonly lines: HtmlLine[] = [];
  readonly #context: Context;
  readonly #names = new Map<string, string>();
  readonly #folded = new Map<string, string>();
  #pieces: Piece[] = [];
  #linked = 0;
  #breaks = 0;
  /** Innermost element of the line's first text. */
  #inner: Box | null = null;

  constructor(context: Context) {
    this.#context = context;
  }

  walk(box: Box, block: Box, furniture: Box | null, linked: boolean): void {
    for (const child of box.element.children) {
      if (child.kind === "text") this.#add(child, box, linked);
      else if (child.tag === "br") this.#break(child, block, furniture);
      else if (!unseen.has(child.tag)) this.#enter(child, box, block, furniture, linked);
    }
  }

  #break(element: Element, block: Box, furniture: Box | null): void {
    if (++this.#breaks > 1) this.flush(block, furniture);
    else
      this.#pieces.push({
        text: " ",
        page: element.start,
        pageLength: element.end - element.start,
      });
  }

  #enter(element: Element, parent: Box, block: Box, furniture: Box | null, linked: boolean): void {
    const names = namesOf(element, this.#folded);
    const rule = this.#ruleOf(element, names);
    const box: Box = { element, parent, depth: parent.depth + 1, names, furniture: rule };
    const within = furniture ?? (rule === null ? null : box);
    const inLink = linked || element.tag === "a";
    if (blockTags.has(element.tag)) {
      this.flush(block, furniture);
      this.walk(box, box, within, inLink);
      this.flush(box, within);
    } else if (within !== furniture) this.#aside(() => this.walk(box, box, within, inLink), box);
    else this.walk(box, block, furniture, inLink);
  }

  /** The same names come again and again: ask the rules once. */
  #ruleOf(element: Element, names: string): string | null {
    const plain = element.attributes.size === (element.attributes.has("class") ? 1 : 0);
    if (!plain) return furnitureRule(element, names, this.#context);
    const key = `${element.tag}${names}`;
    let known = this.#names.get(key);
    if (known === undefined) {
      known = furnitureRule(element, names, this.#context) ?? "";
      this.#names.set(key, known);
    }
    return known === "" ? null : known;
  }

  /** Furniture inside a paragraph becomes a line of its own; the paragraph goes on after it. */
  #aside(collect: () => void, box: Box): void {
    const kept = { pieces: this.#pieces, linked: this.#linked, inner: this.#inner };
    this.#pieces = [];
    this.#linked = 0;
    this.#inner = null;
    collect();
    this.flush(box, box);
    this.#pieces = kept.pieces;
    this.#linked = kept.linked;
    this.#inner = kept.inner;
  }

  #add(node: TextNode, box: Box, linked: boolean): void {
    const text = foldBlanks(node.text).replaceAll("\n", " ");
    const size = text.trim().length;
    if (size > 0) {
      this.#breaks = 0;
      this.#inner ??= box;
      if (linked) this.#linked += size;
    }
    this.#pieces.push({ text, page: node.start, pageLength: node.end - node.start });
  }

  flush(box: Box, furniture: Box | null): void {
    const pieces = squeeze(this.#pieces);
    const text = pieces.map((piece) => piece.text).join("");
    if (text !== "") {
      const last = pieces.at(-1)!;
      this.lines.push({
        text,
        pieces,
        start: pieces[0]!.page,
        end: last.page + last.pageLength,
        paragraph: true,
        tag: tagOf(box),
        names: this.#inner === null || this.#inner === box ? "" : this.#inner.names,
        links: Math.min(1, this.#linked / text.length),
        box,
        furniture,
      });
    }
    this.#pieces = [];
    this.#linked = 0;
    this.#breaks = 0;
    this.#inner = null;
  }
}

/** The telling tag nearest to a block, at most three steps up. */
function tagOf(box: Box): string {
  let at: Box | null = box;
  let found = "";
  for (let step = 0; step < 4 && at !== null; step++, at = at.parent) {
    const { tag } = at.element;
    if (/^(?:figcaption|figure|li|blockquote)$/.test(tag)) return tag;
    if (found === "" && telling.test(tag)) found = tag;
  }
  return found;
}

/**
 * Fold runs of blanks to one, trim the ends, and keep the map exact: a piece whose text differs in
 * length from its source (an entity) maps as a whole, others character by character.
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
    let at = 0;
    const { text, page } = piece;
    while (at < text.length) {
      if (text[at] === " ") {
        const from = at;
        while (text[at] === " ") at++;
        if (!blank) result.push({ text: " ", page: page + from, pageLength: at - from });
        blank = true;
      } else {
        const stop = nextFold(text, at);
        result.push({ text: text.slice(at, stop), page: page + at, pageLength: stop - at });
        blank = false;
        at = stop;
      }
    }
  }
  while (result.length > 0 && result.at(-1)!.text.trim() === "") result.pop();
  const last = result.at(-1);
  if (last !== undefined && last.text.endsWith(" "))
    result[result.length - 1] = trimPiece(last, last.text.trimEnd());
  return result;
}

/** Where copying one to one has to stop: at two blanks in a row, or at a blank that ends the text. */
function nextFold(text: string, from: number): number {
  for (let at = text.indexOf(" ", from); at !== -1; at = text.indexOf(" ", at + 1))
    if (at + 1 === text.length || text[at + 1] === " ") return at;
  return text.length;
}

function trimPiece(piece: Piece, text: string): Piece {
  const exact = piece.text.length === piece.pageLength;
  return { text, page: piece.page, pageLength: exact ? text.length : piece.pageLength };
}
