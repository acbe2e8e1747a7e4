/** A stretch of text as a PDF places it; coordinates in points from the page's lower left corner. */
export interface Run {
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly width: number;
  /** Font size. */
  readonly size: number;
}

/** The text of one page: upright runs, and the text of turned ones (watermarks, margins). */
export interface PdfPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
  readonly turned: readonly Run[];
}

/** What pdf.js gives for a piece of text, as far as it is used here. */
export interface TextPiece {
  readonly str: string;
  readonly width: number;
  readonly transform: readonly number[];
}

/** Control and private-use characters and soft hyphens inside a run say nothing. */
const unprintable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\ue000-\uf8ff\ufff9-\uffff]/gu;

/** Order a page's pieces of text into upright and turned runs; empty ones are left out. */
export function readRuns(
  pieces: readonly TextPiece[],
  page: Pick<PdfPage, "number" | "width" | "height"> & {
    readonly left: number;
    readonly bottom: number;
  },
): PdfPage {
  const runs: Run[] = [];
  const turned: Run[] = [];
  for (const { str, width, transform } of pieces) {
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = transform;
    // A soft hyphen at the end stands for a hyphen that was printed.
    const text = str
      .replace(/\u00ad$/u, "\u2010")
      .replace(unprintable, "")
      .normalize("NFC");
    if (text.trim() === "") continue;
    const size = Math.hypot(c, d) || Math.hypot(a, b);
    const run = { text: unligature(text), x: x - page.left, y: y - page.bottom, width, size };
    if (!Number.isFinite(run.x + run.y + width + size) || size === 0) continue;
    (Math.abs(b) > Math.abs(a) * 0.05 || a < 0 ? turned : runs).push(run);
  }
  return { number: page.number, width: page.width, height: page.height, runs, turned };
}

/** Printed ligatures (Unicode block Alphabetic Presentation Forms) as the letters they stand for. */
function unligature(text: string): string {
  return text.replace(/[\ufb00-\ufb06]/gu, (ligature) => ligature.normalize("NFKC"));
}

/** Share of private-use characters above which a page's text can't be trusted. */
const garbled = 0.1;

/** Whether the fonts of these pieces don't say which characters their glyphs are. */
export function isGarbled(pieces: readonly TextPiece[]): boolean {
  let all = 0;
  let unknown = 0;
  for (const { str } of pieces) {
    all += str.length;
    unknown += str.match(/[\ue000-\uf8ff\ufffd\u0000-\u0008]/gu)?.length ?? 0;
  }
  return all > 0 && unknown / all > garbled;
}
