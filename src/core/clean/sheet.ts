import type { BlockRole, DroppedLine, Range } from "../document.ts";
import type { Line } from "./lines.ts";

/** A line that is kept, with its role; `null` while it is open. */
export interface Row {
  line: Line;
  role: BlockRole | null;
  /** It stands above the text of a page with chrome around it, and is kept only if it heads the text. */
  loose?: boolean;
}

/** A value read from a page: what it says, by which rule, and where it stands in the decoded page. */
export interface Found {
  readonly value: string;
  readonly rule: string;
  readonly place: Range | null;
}

/** A page while it is cleaned: lines that are kept so far, lines dropped with their reason, values found. */
export class Sheet {
  rows: Row[];
  readonly dropped: DroppedLine[] = [];
  title: Found | null = null;
  subtitle: Found | null = null;
  /** Label of a section or genre before the title (“Opinion”). */
  label: Found | null = null;
  readonly byline: Found[] = [];
  /** Datelines and date lines, as written. */
  readonly dates: Found[] = [];
  /** Minutes the page says it takes to read. */
  minutes: number | null = null;
  /** The text breaks off (“loading”). */
  cutOff = false;

  constructor(lines: readonly Line[]) {
    this.rows = lines.map((line) => ({
      line,
      role: null,
      ...(line.apart === "above" ? { loose: true } : {}),
    }));
  }

  /** Note a line as dropped; the caller takes its row out. */
  drop(line: Line, rule: string): void {
    this.dropped.push({ start: line.start, end: line.end, text: line.text, rule });
  }

  /** Keep the rows a rule has nothing against; drop the others for the reason it gives. */
  filter(reason: (row: Row, index: number) => string | null): void {
    this.rows = this.rows.filter((row, index) => {
      const rule = reason(row, index);
      if (rule !== null) this.drop(row.line, rule);
      return rule === null;
    });
  }
}

/** A value that a line, or a part of it, gives. */
export function foundIn(line: Line, rule: string, value: string = line.text): Found {
  return { value, rule, place: { start: line.start, end: line.end } };
}
