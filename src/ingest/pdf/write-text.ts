import type { Element, TextNode } from "../../core/html-tree.ts";
import type { FurnitureRun, HtmlTree } from "../../core/page.ts";
import type { PlaceRun } from "../../core/places.ts";
import { mostCharacters } from "../limits.ts";
import type { Furniture } from "./furniture.ts";
import { needsBlank } from "./lines.ts";
import type { Paragraph, PlacedLine } from "./paragraphs.ts";
import type { Run } from "./runs.ts";
import { joinOf, wordsIn } from "./words.ts";

/** A note's mark is this much smaller than its line, and stands this much higher. */
const markSize = 0.75;
const markRise = 0.2;

/** The text of a PDF with its tree, the places of its lines, and what was set aside. */
export interface PdfText {
  readonly source: string;
  readonly tree: HtmlTree;
  readonly places: readonly PlaceRun[];
  readonly furniture: readonly FurnitureRun[];
}

/**
 * Write paragraphs as text, one blank line between them, with a tree over it and the page and box
 * of each line. Words broken at line ends are joined; marks of notes, running heads and page
 * numbers stand in the text but not in the tree.
 * @param title - title of the document's properties; used only where the text begins with it
 */
export function writeText(
  paragraphs: readonly Paragraph[],
  aside: readonly (Furniture & { readonly page: number })[],
  body: number,
  title: string | null,
): PdfText {
  const known = wordsIn(paragraphs.flatMap(({ lines }) => lines.map((line) => line.text)));
  const writer = new Writer(known);
  const titled = titleIndex(paragraphs, body, title);
  for (const [index, paragraph] of paragraphs.entries()) {
    if (writer.length > mostCharacters) break;
    const tag =
      index === titled
        ? "h1"
        : { heading: "h2", paragraph: "p", "list-item": "li" }[paragraph.role];
    writer.paragraph(paragraph, tag);
  }
  for (const piece of aside) writer.aside(piece);
  return writer.finish();
}

/** The paragraph that is the title: named by the properties, or the largest heading on the first page. */
function titleIndex(paragraphs: readonly Paragraph[], body: number, title: string | null): number {
  const first = paragraphs.slice(0, 8);
  if (title !== null) {
    const named = first.findIndex(
      ({ lines }) => folded(lines.map((line) => line.text).join(" ")) === folded(title),
    );
    if (named !== -1) return named;
  }
  let best = -1;
  let largest = body;
  for (const [index, { role, lines }] of first.entries()) {
    const size = lines[0]!.size;
    if (role === "heading" && lines[0]!.page === 1 && size > largest)
      [best, largest] = [index, size];
  }
  return best;
}

function folded(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

class Writer {
  readonly #known: ReadonlySet<string>;
  #parts: string[] = [];
  #length = 0;
  #elements: Element[] = [];
  #nodes: TextNode[] = [];
  #places: PlaceRun[] = [];
  #furniture: FurnitureRun[] = [];

  constructor(known: ReadonlySet<string>) {
    this.#known = known;
  }

  get length(): number {
    return this.#length;
  }

  paragraph({ lines }: Paragraph, tag: string): void {
    if (this.#length > 0) this.#add("\n\n");
    const start = this.#length;
    this.#nodes = [];
    for (const [index, line] of lines.entries()) this.#line(line, lines[index + 1] ?? null);
    const children = this.#nodes;
    if (children.length > 0)
      this.#elements.push({
        kind: "element",
        tag,
        attributes: new Map(),
        children,
        start,
        end: this.#length,
      });
  }

  #line(line: PlacedLine, next: PlacedLine | null): void {
    const start = this.#length;
    let text = "";
    let end = Number.NaN;
    for (const run of line.runs) {
      const blank = needsBlank(text, run, end) ? " " : "";
      if (isMark(run, line, text)) {
        this.#node(text);
        text = "";
        const at = this.#length;
        this.#add(run.text);
        this.#furniture.push({ start: at, end: this.#length, rule: "pdf/note-mark" });
      } else text += `${blank}${run.text}`;
      end = run.x + run.width;
    }
    text = text.replace(/\s+/gu, " ");
    if (start === this.#length) text = text.trimStart();
    text = text.trimEnd();
    const join =
      next === null ? "" : joinOf(text === "" ? line.text : text, next.text, this.#known);
    if (join === "hyphen") text = text.slice(0, -1);
    this.#node(text);
    if (this.#length > start) this.#places.push({ start, end: this.#length, place: placeOf(line) });
    if (join === " ") this.#node(" ");
  }

  aside({ run, rule, page }: Furniture & { page: number }): void {
    if (this.#length > 0) this.#add("\n\n");
    const start = this.#length;
    this.#add(run.text.trim());
    this.#furniture.push({ start, end: this.#length, rule });
    this.#places.push({
      start,
      end: this.#length,
      place: { kind: "page", page, box: boxOf([run]) },
    });
  }

  #node(text: string): void {
    if (text === "") return;
    const start = this.#length;
    this.#add(text);
    this.#nodes.push({ kind: "text", text, start, end: this.#length });
  }

  #add(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  finish(): PdfText {
    const root: Element = {
      kind: "element",
      tag: "#document",
      attributes: new Map(),
      children: this.#elements,
      start: 0,
      end: this.#length,
    };
    return {
      source: this.#parts.join(""),
      tree: { root, whole: true },
      places: this.#places,
      furniture: this.#furniture.toSorted((a, b) => a.start - b.start),
    };
  }
}

/** A raised small figure behind a word points to a note. */
function isMark(run: Run, line: PlacedLine, before: string): boolean {
  return (
    before.trim() !== "" &&
    run.size < line.size * markSize &&
    run.y > line.y + line.size * markRise &&
    /^\s*[\d*†‡,\s]{1,7}$/u.test(run.text)
  );
}

function placeOf(line: PlacedLine): PlaceRun["place"] {
  return { kind: "page", page: line.page, box: boxOf(line.runs) };
}

/** Box around runs, to a tenth of a point. Letters reach a quarter of their size below the baseline. */
function boxOf(runs: readonly Run[]): [number, number, number, number] {
  const tenth = (value: number): number => Math.round(value * 10) / 10;
  return [
    tenth(Math.min(...runs.map((run) => run.x))),
    tenth(Math.min(...runs.map((run) => run.y - run.size * 0.25))),
    tenth(Math.max(...runs.map((run) => run.x + run.width))),
    tenth(Math.max(...runs.map((run) => run.y + run.size * 0.8))),
  ];
}
