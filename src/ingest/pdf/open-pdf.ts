import type { Diagnostic } from "../../core/diagnostic.ts";
import type { Item, Opened } from "../item.ts";
import { problem, refused } from "../item.ts";
import { mostPdfPages } from "../limits.ts";
import { makePage } from "../make-page.ts";
import { findFurniture, printedUrl, type Furniture } from "./furniture.ts";
import { findRegions, median } from "./lines.ts";
import { joinParagraphs, type PlacedLine } from "./paragraphs.ts";
import { isGarbled, readRuns, type PdfPage, type Run, type TextPiece } from "./runs.ts";
import { writeText } from "./write-text.ts";

/** Open a PDF: its text in reading order with page and box, running heads and page numbers set aside. */
export async function openPdf(item: Item): Promise<Opened> {
  // Loaded here: most pages are no PDF, and pdf.js takes its time.
  const { getDocumentProxy } = await import("unpdf");
  let pdf;
  // A copy: pdf.js takes the bytes it is given for itself.
  try {
    pdf = await getDocumentProxy(new Uint8Array(item.bytes), {
      verbosity: 0,
      disableFontFace: true,
      useSystemFonts: false,
      stopAtErrors: false,
      maxImageSize: 0,
      enableXfa: false,
    });
  } catch (error) {
    return refusal(item.path, error);
  }
  try {
    const pages: PdfPage[] = [];
    const empty: number[] = [];
    let garbled = 0;
    const total = pdf.numPages;
    for (let number = 1; number <= Math.min(total, mostPdfPages); number++) {
      const page = await pdf.getPage(number);
      const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
      const content = await page.getTextContent();
      const pieces = content.items.filter(
        (piece): piece is typeof piece & TextPiece => "str" in piece,
      );
      if (isGarbled(pieces)) garbled++;
      const read = readRuns(pieces, {
        number,
        left,
        bottom,
        width: right - left,
        height: top - bottom,
      });
      if (read.runs.length === 0) empty.push(number);
      pages.push(read);
      page.cleanup();
    }
    if (empty.length === pages.length) {
      return refused(
        "PDF_WITHOUT_TEXT",
        item.path,
        `This PDF holds pictures of its ${total === 1 ? "page" : `${total} pages`}, no text (a scan). Run text recognition (OCR) over it and add the result.`,
      );
    }
    const metadata: unknown = (await pdf.getMetadata()).info;
    const url = printedUrl(pages);
    return {
      kind: "page",
      page: makePage(item, {
        mediaType: "application/pdf",
        ...writeDocument(pages, titleIn(metadata)),
        ...(url === null ? {} : { hints: { url } }),
        diagnostics: [
          ...emptyPages(item.path, empty),
          ...(garbled > 0 ? [unreadableFonts(item.path, garbled)] : []),
          ...(total > mostPdfPages
            ? [
                problem(
                  "TEXT_TRUNCATED",
                  item.path,
                  `Only the first ${mostPdfPages} of its ${total} pages were read.`,
                  "warning",
                ),
              ]
            : []),
        ],
      }),
    };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

function refusal(path: string, error: unknown): Opened {
  const { name, message } = error instanceof Error ? error : { name: "", message: String(error) };
  return name === "PasswordException"
    ? refused("FILE_ENCRYPTED", path, "This PDF asks for a password. Save a copy without one.")
    : refused(
        "FILE_DAMAGED",
        path,
        `This is no PDF that can be read (${message}). Get it again from its source.`,
      );
}

function emptyPages(path: string, empty: readonly number[]): Diagnostic[] {
  if (empty.length === 0) return [];
  const list = empty.slice(0, 20).join(", ");
  return [
    problem(
      "PDF_WITHOUT_TEXT",
      path,
      `Page${empty.length === 1 ? "" : "s"} ${list}${empty.length > 20 ? " …" : ""} of this PDF hold${empty.length === 1 ? "s" : ""} no text (pictures, or blank).`,
      "warning",
    ),
  ];
}

function unreadableFonts(path: string, pages: number): Diagnostic {
  return problem(
    "ENCODING_DAMAGED",
    path,
    `On ${pages} of its pages the fonts don't say which characters they show; the text may be wrong there. Run text recognition (OCR) over it.`,
    "warning",
  );
}

function titleIn(info: unknown): string | null {
  const title = (info as { Title?: unknown } | null)?.Title;
  return typeof title === "string" && title.trim() !== "" ? title.trim() : null;
}

function writeDocument(
  pages: readonly PdfPage[],
  title: string | null,
): ReturnType<typeof writeText> {
  const furniture = findFurniture(pages);
  const body = bodySize(pages);
  const lines: PlacedLine[] = [];
  const aside: (Furniture & { page: number })[] = [];
  for (const [index, page] of pages.entries()) {
    const left = new Map(furniture[index]!.map((piece) => [piece.run, piece]));
    for (const piece of left.values()) aside.push({ ...piece, page: page.number });
    const runs = page.runs.filter((run) => !left.has(run));
    if (runs.length === 0) continue;
    for (const region of findRegions(runs))
      for (const line of region.lines) lines.push({ ...line, page: page.number, region });
  }
  return writeText(joinParagraphs(lines, body), aside, body, title);
}

/** The size most characters are set in. */
function bodySize(pages: readonly PdfPage[]): number {
  const counts = new Map<number, number>();
  for (const page of pages) for (const run of page.runs) add(counts, run);
  let best = 0;
  let most = 0;
  for (const [size, count] of counts) if (count > most) [best, most] = [size, count];
  return best === 0
    ? (median(pages.flatMap((page) => page.runs.map((run) => run.size))) ?? 10)
    : best / 4;
}

function add(counts: Map<number, number>, run: Run): void {
  const size = Math.round(run.size * 4);
  counts.set(size, (counts.get(size) ?? 0) + run.text.length);
}
