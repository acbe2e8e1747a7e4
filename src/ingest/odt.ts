import { confirmedTitle, writeBlocks, type TextBlock } from "./block-text.ts";
import { refused, type Item, type Opened } from "./item.ts";
import { makePage } from "./make-page.ts";
import { walkXml } from "./xml.ts";
import { ZipError, zipParts } from "./zip-file.ts";

const part = "content.xml";

/** What of an OpenDocument text is no running text: comments, deleted text, fields of lists and styles, drawings. */
const leftOut: ReadonlySet<string> = new Set([
  "office:annotation",
  "text:tracked-changes",
  "text:note-citation",
  "text:sequence-decls",
  "text:table-of-content",
  "text:bibliography",
  "text:alphabetical-index",
  "office:automatic-styles",
  "office:font-face-decls",
  "office:scripts",
  "svg:title",
  "svg:desc",
]);

/** Open an OpenDocument text (ODT): headings, paragraphs, lists and tables in order; notes follow their paragraph. */
export async function openOdt(item: Item): Promise<Opened> {
  let parts;
  try {
    parts = await zipParts(
      item.bytes,
      (name) => name === part || name === "meta.xml" || name === "META-INF/manifest.xml",
    );
  } catch (error) {
    if (error instanceof ZipError) return refused(error.code, item.path, error.message);
    throw error;
  }
  const decode = (name: string): string =>
    new TextDecoder().decode(parts.get(name) ?? new Uint8Array());
  if (/<manifest:encryption-data/.test(decode("META-INF/manifest.xml")))
    return refused(
      "FILE_ENCRYPTED",
      item.path,
      "This file is locked with a password. Save a copy without one.",
    );
  const reader = new ContentReader();
  const wrong = walkXml(decode(part), reader);
  const { source, tree, places } = writeBlocks(reader.blocks);
  if (source === "")
    return refused(
      "FILE_DAMAGED",
      item.path,
      `There is no text in this file${wrong === null ? "" : ` (${part}: ${wrong})`}.`,
    );
  const title = confirmedTitle(titleIn(decode("meta.xml")), source);
  return {
    kind: "page",
    page: makePage(item, {
      mediaType: "application/vnd.oasis.opendocument.text",
      source,
      tree,
      places,
      ...(title === null ? {} : { hints: { title } }),
    }),
  };
}

class ContentReader {
  readonly blocks: TextBlock[] = [];
  /** Open paragraphs: a note stands inside the paragraph that refers to it. */
  #open: { tag: TextBlock["tag"]; text: string; number: number }[] = [];
  #notes: TextBlock[] = [];
  #lists = 0;
  #skipped = 0;
  #paragraphs = 0;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#skipped > 0 || leftOut.has(name)) {
      this.#skipped++;
      return;
    }
    if (name === "text:list") this.#lists++;
    else if (name === "text:p" || name === "text:h") {
      const level = Number(attributes["text:outline-level"] ?? 1);
      const tag = name === "text:h" ? (level === 1 ? "h1" : "h2") : this.#lists > 0 ? "li" : "p";
      this.#open.push({ tag, text: "", number: ++this.#paragraphs });
    } else if (name === "text:s")
      this.#add(" ".repeat(Math.min(100, Number(attributes["text:c"] ?? 1) || 1)));
    else if (name === "text:tab" || name === "text:line-break") this.#add(" ");
  }

  text(text: string): void {
    if (this.#skipped === 0) this.#add(text.replace(/\s+/gu, " "));
  }

  close(name: string): void {
    if (this.#skipped > 0) {
      this.#skipped--;
      return;
    }
    if (name === "text:list") this.#lists--;
    else if (name === "text:p" || name === "text:h") {
      const done = this.#open.pop();
      if (done === undefined) return;
      const block: TextBlock = {
        tag: done.tag,
        text: done.text.trim(),
        place: { kind: "part", part, paragraph: done.number },
      };
      if (this.#open.length > 0) this.#notes.push(block);
      else {
        this.blocks.push(block, ...this.#notes);
        this.#notes = [];
      }
    }
  }

  #add(text: string): void {
    const last = this.#open.at(-1);
    if (last !== undefined) last.text += text;
  }
}

function titleIn(xml: string): string | null {
  return /<dc:title>([^<]{1,500})<\/dc:title>/.exec(xml)?.[1]?.trim() ?? null;
}
