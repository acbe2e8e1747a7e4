import type { Document, Range } from "../../src/core/document.ts";
import type { OffsetRun } from "../../src/core/offset-map.ts";

/** Entities that stand in pages of the corpora, besides numeric ones. */
const entities: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: "&",
    quot: '"',
    lt: "<",
    gt: ">",
    nbsp: " ",
    apos: "'",
    rsquo: "’",
    lsquo: "‘",
    ldquo: "“",
    rdquo: "”",
    mdash: "—",
    ndash: "–",
    hellip: "…",
  }),
);

/**
 * The stretch of the decoded page that a range of the clean text came from, to the character also where
 * the map keeps a run as a whole because of an entity in it.
 */
export function placeInPage(document: Document, source: string, range: Range): Range | null {
  let start: number | null = null;
  let end = 0;
  for (const run of document.offsets.runs) {
    const from = Math.max(range.start, run.clean);
    const to = Math.min(range.end, run.clean + run.cleanLength);
    if (to <= from) continue;
    const place = within(document.text, source, run, { start: from, end: to });
    start ??= place.start;
    end = place.end;
  }
  return start === null ? null : { start, end };
}

function within(clean: string, source: string, run: OffsetRun, range: Range): Range {
  if (run.cleanLength === run.pageLength) {
    const shift = run.page - run.clean;
    return { start: range.start + shift, end: range.end + shift };
  }
  const starts: number[] = [];
  const ends: number[] = [];
  let at = run.page;
  const limit = run.page + run.pageLength;
  for (let index = 0; index < run.cleanLength && at < limit; index++) {
    const wanted = clean[run.clean + index]!;
    if (/\s/u.test(wanted)) {
      starts.push(at);
      while (at < limit && /\s/u.test(source[at]!)) at++;
      if (source.startsWith("&nbsp;", at)) at += 6;
      ends.push(at);
      continue;
    }
    while (at < limit && /\s/u.test(source[at]!)) at++;
    const entity = /^&(#x?[0-9a-f]+|\w+);/iu.exec(source.slice(at, at + 12));
    const length = entity !== null && decoded(entity[1]!) === wanted ? entity[0].length : 1;
    starts.push(at);
    at += length;
    ends.push(at);
  }
  return {
    start: starts[range.start - run.clean] ?? run.page,
    end: ends[range.end - 1 - run.clean] ?? limit,
  };
}

function decoded(entity: string): string {
  if (!entity.startsWith("#")) return entities.get(entity) ?? "";
  const hexadecimal = /^#x/iu.test(entity);
  return String.fromCodePoint(
    Number.parseInt(entity.slice(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10),
  );
}
