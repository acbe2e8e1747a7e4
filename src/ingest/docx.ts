import { Buffer } from "node:buffer";
import type { Diagnostic } from "../core/diagnostic.ts";
import type { Element } from "../core/html-tree.ts";
import type { PlaceRun } from "../core/places.ts";
import { confirmedTitle } from "./block-text.ts";
import { problem, refused, type Item, type Opened } from "./item.ts";
import { makePage } from "./make-page.ts";
import { parseHtml } from "./parse-html.ts";
import { walkXml } from "./xml.ts";
import { ZipError, zipParts } from "./zip-file.ts";

const mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const main = "word/document.xml";

/** Open a Word file: its text as HTML with the paragraph each part stands in; comments and deleted text are left out. */
export async function openDocx(item: Item): Promise<Opened> {
  let parts;
  try {
    // Read first under the limits for archives; the library itself has none.
    parts = await zipParts(item.bytes, (name) =>
      /^(?:word\/[\w-]+\.xml|docProps\/core\.xml)$/.test(name),
    );
  } catch (error) {
    if (error instanceof ZipError) return refused(error.code, item.path, error.message);
    throw error;
  }
  const body = parts.get(main);
  if (body === undefined)
    return refused(
      "FILE_DAMAGED",
      item.path,
      "There is no text in this Word file (word/document.xml is missing).",
    );
  const { default: mammoth } = await import("mammoth");
  let html: string;
  try {
    const converted = await mammoth.convertToHtml(
      { buffer: Buffer.from(item.bytes.buffer, item.bytes.byteOffset, item.bytes.length) },
      {
        ignoreEmptyParagraphs: false,
        externalFileAccess: false,
        // Pictures are neither read nor shown.
        convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
        styleMap: ["p[style-name='Subtitle'] => h2:fresh"],
      },
    );
    html = converted.value;
  } catch (error) {
    return refused(
      "FILE_DAMAGED",
      item.path,
      `This Word file can't be read (${reasonOf(error)}). Open it and save it again.`,
    );
  }
  const { root } = parseHtml(html);
  const xml = new TextDecoder().decode(body);
  const core = parts.get("docProps/core.xml");
  const title = core === undefined ? null : titleIn(new TextDecoder().decode(core));
  const diagnostics: Diagnostic[] = [];
  if (/<w:(?:ins|del) /.test(xml)) {
    diagnostics.push(
      problem(
        "TEXT_TRUNCATED",
        item.path,
        "Changes are tracked in this Word file; it was read with all of them accepted.",
        "info",
      ),
    );
  }
  const confirmed = confirmedTitle(title, textOf(root));
  return {
    kind: "page",
    page: makePage(item, {
      mediaType,
      source: html,
      tree: { root, whole: true },
      places: paragraphPlaces(root, countParagraphs(xml), html.length),
      ...(confirmed === null ? {} : { hints: { title: confirmed } }),
      diagnostics,
    }),
  };
}

/** Paragraphs of the body in the file, those of text boxes and notes apart. */
function countParagraphs(xml: string): number {
  let count = 0;
  let boxes = 0;
  walkXml(xml, {
    open(name) {
      if (name === "w:txbxContent" || name === "mc:Fallback") boxes++;
      else if (name === "w:p" && boxes === 0) count++;
    },
    close(name) {
      if (name === "w:txbxContent" || name === "mc:Fallback") boxes--;
    },
  });
  return count;
}

const paragraphTags = /^(?:p|h[1-6])$/;

/**
 * The paragraph each block came from: every paragraph of the file makes one block, so they count
 * alike; where they don't (notes, boxes), only the part is named.
 */
function paragraphPlaces(root: Element, count: number, length: number): PlaceRun[] {
  const blocks: Element[] = [];
  const visit = (element: Element): void => {
    for (const child of element.children) {
      if (child.kind === "text") continue;
      const own =
        paragraphTags.test(child.tag) ||
        (child.tag === "li" &&
          !child.children.some(
            (inner) => inner.kind === "element" && paragraphTags.test(inner.tag),
          ));
      if (own) blocks.push(child);
      if (!own || child.tag === "li") visit(child);
    }
  };
  visit(root);
  if (blocks.length !== count)
    return [{ start: 0, end: length, place: { kind: "part", part: main, paragraph: null } }];
  const places: PlaceRun[] = [];
  for (const [index, { start, end }] of blocks.entries()) {
    const last = places.at(-1);
    // A list inside an item: its own paragraphs follow.
    if (last !== undefined && last.end > start) places[places.length - 1] = { ...last, end: start };
    places.push({ start, end, place: { kind: "part", part: main, paragraph: index + 1 } });
  }
  return places;
}

function titleIn(xml: string): string | null {
  let inside = false;
  let title = "";
  walkXml(xml, {
    open: (name) => void (inside ||= name === "dc:title"),
    text: (text) => void (title += inside ? text : ""),
    close: (name) => void (inside &&= name !== "dc:title"),
  });
  return title.trim() === "" ? null : title.trim();
}

function textOf(element: Element): string {
  return element.children
    .map((child) => (child.kind === "text" ? child.text : textOf(child)))
    .join(" ");
}

/** What a library says is wrong, without its marks of levels and places. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (
    message
      .replace(/^(?:\w+: )?\[\w+ \w+\]\s*/, "")
      .split(/[:\n]/)[0]!
      .trim() || "it is damaged"
  );
}
