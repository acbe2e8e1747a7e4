import type { Range } from "./document.ts";

/**
 * A run of clean text and the stretch of the decoded page it came from.
 * Equal lengths: copied one to one. Unequal lengths (an entity, folded blanks): the run as a whole
 * stands for the stretch as a whole.
 */
export interface OffsetRun {
  readonly clean: number;
  readonly cleanLength: number;
  readonly page: number;
  readonly pageLength: number;
}

/** Runs in rising order of both offsets, without overlap. Clean text between runs was inserted (paragraph breaks). */
export interface OffsetMap {
  readonly runs: readonly OffsetRun[];
}

/**
 * The stretch of the decoded page that a range of the clean text came from.
 * @param range - UTF-16 offsets in the clean text
 * @returns UTF-16 offsets in the decoded page; `null` when the range holds inserted characters only
 */
export function toPage(map: OffsetMap, range: Range): Range | null {
  let start: number | null = null;
  let end = 0;
  for (let index = firstRunAfter(map.runs, range.start); index < map.runs.length; index++) {
    const run = map.runs[index]!;
    if (run.clean >= range.end) break;
    const from = Math.max(range.start, run.clean) - run.clean;
    const to = Math.min(range.end, run.clean + run.cleanLength) - run.clean;
    if (to <= from) continue;
    const exact = run.cleanLength === run.pageLength;
    start ??= run.page + (exact ? from : 0);
    end = run.page + (exact ? to : run.pageLength);
  }
  return start === null ? null : { start, end };
}

/** Index of the first run that ends after `clean`. */
function firstRunAfter(runs: readonly OffsetRun[], clean: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle]!;
    if (run.clean + run.cleanLength <= clean) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Collects clean text piece by piece together with the map back to the page. */
export class CleanTextBuilder {
  #parts: string[] = [];
  #runs: OffsetRun[] = [];
  #length = 0;

  /** Length of the text so far, UTF-16 code units. */
  get length(): number {
    return this.#length;
  }

  /**
   * Append text that came from `page`…`page + pageLength` of the decoded page.
   * @param pageLength - defaults to the text's own length (copied one to one)
   */
  copy(text: string, page: number, pageLength: number = text.length): void {
    if (text === "") return;
    const last = this.#runs.at(-1);
    if (
      last !== undefined &&
      last.cleanLength === last.pageLength &&
      text.length === pageLength &&
      last.clean + last.cleanLength === this.#length &&
      last.page + last.pageLength === page
    ) {
      this.#runs[this.#runs.length - 1] = {
        ...last,
        cleanLength: last.cleanLength + text.length,
        pageLength: last.pageLength + pageLength,
      };
    } else {
      this.#runs.push({ clean: this.#length, cleanLength: text.length, page, pageLength });
    }
    this.#parts.push(text);
    this.#length += text.length;
  }

  /** Append characters that are not in the page (a paragraph break). */
  insert(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  /** The text and its map. */
  finish(): { text: string; offsets: OffsetMap } {
    return { text: this.#parts.join(""), offsets: { runs: this.#runs } };
  }
}
