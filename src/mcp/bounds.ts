/** Longest quotation of an answer, in UTF-16 code units; longer ones are cut, and say where they go on. */
export const longestQuote = 1500;

/** Longest answer, in characters of JSON: some ten thousand words of a model's context. */
const longestAnswer = 40_000;

/** Entries of a list of words (forms that were searched) before the rest is counted. */
const mostWords = 12;

/** Where a page can be opened: its address on the web, else its file; `null` for a page that is not held. */
export type AddressOf = (document: string) => string | null;

/**
 * Every place in a value gets the address of its page, and long texts are cut. A place whose quote is cut ends where
 * the quote ends, so that it still is the text from `start` to `end`; `wholeEnd` says where it went on to.
 */
export function placed(value: unknown, addressOf: AddressOf): unknown {
  if (typeof value === "string")
    return value.length <= longestQuote ? value : `${value.slice(0, safeLength(value))}…`;
  if (Array.isArray(value)) {
    const items: unknown[] = value;
    const words = items.every((item) => typeof item === "string");
    if (words && items.length > mostWords)
      return [...items.slice(0, mostWords), `… and ${items.length - mostWords} more`];
    return items.map((item) => placed(item, addressOf));
  }
  if (typeof value !== "object" || value === null) return value;
  const record = value as Record<string, unknown>;
  if (isPlace(record)) return placeOf(record, addressOf);
  return Object.fromEntries(
    Object.entries(record).map(([key, member]) => [key, placed(member, addressOf)]),
  );
}

interface RawPlace extends Record<string, unknown> {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

function isPlace(record: Record<string, unknown>): record is RawPlace {
  return (
    typeof record["document"] === "string" &&
    typeof record["start"] === "number" &&
    typeof record["end"] === "number" &&
    typeof record["quote"] === "string"
  );
}

function placeOf(place: RawPlace, addressOf: AddressOf): Record<string, unknown> {
  const address = addressOf(place.document);
  if (place.quote.length <= longestQuote) return { ...place, address };
  const quote = place.quote.slice(0, safeLength(place.quote));
  return { ...place, quote, end: place.start + quote.length, wholeEnd: place.end, address };
}

/** Never between the halves of a character. */
function safeLength(text: string): number {
  return /[\ud800-\udbff]/u.test(text.charAt(longestQuote - 1)) ? longestQuote - 1 : longestQuote;
}

/** A part of a list that fits an answer. */
export interface Part {
  readonly total: number;
  readonly offset: number;
  /** Where the next part begins; `null` at the end. */
  readonly next: number | null;
  readonly items: readonly unknown[];
}

/** As many items as an answer holds, one at least. */
export function partOf(items: readonly unknown[], total: number, offset: number): Part {
  const taken: unknown[] = [];
  let size = 0;
  for (const item of items) {
    size += JSON.stringify(item).length;
    if (taken.length > 0 && size > longestAnswer) break;
    taken.push(item);
  }
  const end = offset + taken.length;
  return { total, offset, next: end < total ? end : null, items: taken };
}
