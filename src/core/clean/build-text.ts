import type { Block, BlockRole, Document } from "../document.ts";
import { CleanTextBuilder } from "../offset-map.ts";
import type { Page } from "../page.ts";
import type { Line } from "./lines.ts";
import type { Sheet } from "./sheet.ts";
import { labelOf } from "./title.ts";

/** Clean text with its blocks and the map back to the page. */
export interface BuiltText {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly offsets: Document["offsets"];
}

/** Put the lines that were kept together, paragraphs apart. */
export function buildText(sheet: Sheet): BuiltText {
  const builder = new CleanTextBuilder();
  const blocks: Block[] = [];
  for (const { line, role } of sheet.rows) {
    if (builder.length > 0) builder.insert("\n\n");
    const start = builder.length;
    for (const piece of line.pieces) builder.copy(piece.text, piece.page, piece.pageLength);
    blocks.push({ role: role ?? "paragraph", start, end: builder.length });
  }
  return { ...builder.finish(), blocks };
}

/** Texts of the blocks that have a role. */
export function blockTexts(built: BuiltText, role: BlockRole): string[] {
  return built.blocks
    .filter((block) => block.role === role)
    .map((block) => built.text.slice(block.start, block.end));
}

/** The title as the front matter writes it; `null` where it stands elsewhere. */
export function frontMatterTitle(page: Page, title: string): Line | null {
  const shown = title.slice(labelOf(title).length);
  const key = /^title:[ \t]*/m.exec(page.source.slice(0, page.bodyStart));
  if (key === null) return null;
  const start = page.source.indexOf(shown, key.index + key[0].length);
  const lineEnd = page.source.indexOf("\n", key.index);
  if (start === -1 || start + shown.length > (lineEnd === -1 ? page.source.length : lineEnd))
    return null;
  const end = start + shown.length;
  return {
    text: shown,
    pieces: [{ text: shown, page: start, pageLength: shown.length }],
    start,
    end,
    paragraph: true,
    tag: "h1",
    names: "",
    links: 0,
  };
}
