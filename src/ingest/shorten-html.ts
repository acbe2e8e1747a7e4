/** A page without the code it carries, and where its characters stand in the page. */
export interface ShortHtml {
  readonly text: string;
  /** Offset in the page of an offset in `text`. */
  readonly at: (offset: number) => number;
}

/** Code shorter than this is left to the parser. */
const shortest = 256;

/** A start tag whose quotes are closed, so that it ends where it seems to. */
const opening = /<(script|style)\b(?:[^<>"']|"[^"<>]{0,2000}"|'[^'<>]{0,2000}'){0,400}>/giu;

/** In a comment, or with comments of its own, code may end elsewhere than it seems to. */
const unsure = /<!--|-->|<script/iu;

/**
 * Take the contents of scripts and styles out of a page: half of what a page of the press has, and the most costly to
 * parse. JSON-LD stays, and so does whatever might end elsewhere than it seems to.
 */
export function shortenHtml(source: string): ShortHtml {
  const kept: string[] = [];
  /** Offsets in the short text after which so many characters are missing. */
  const places: number[] = [];
  const missing: number[] = [];
  let from = 0;
  let short = 0;
  let passed = 0;
  for (const match of source.matchAll(opening)) {
    const [tag, name] = match;
    const start = match.index + tag.length;
    if (match.index < passed || /ld\+json/i.test(tag)) continue;
    const closing = name!.toLowerCase() === "script" ? /<\/script/giu : /<\/style/giu;
    closing.lastIndex = start;
    const end = closing.exec(source)?.index ?? -1;
    if (end === -1) break;
    // Whatever seems to open inside is code, or left to the parser with it.
    passed = end;
    if (end - start < shortest || unsure.test(source.slice(start, end))) continue;
    kept.push(source.slice(from, start));
    short += start - from;
    places.push(short);
    missing.push((missing.at(-1) ?? 0) + end - start);
    from = end;
  }
  if (places.length === 0) return { text: source, at: (offset) => offset };
  kept.push(source.slice(from));
  return { text: kept.join(""), at: (offset) => offset + missingBefore(offset, places, missing) };
}

/** Characters missing before an offset: those of the last place below it. */
function missingBefore(
  offset: number,
  places: readonly number[],
  missing: readonly number[],
): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0 : missing[low - 1]!;
}
