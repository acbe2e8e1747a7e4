import type { FastifyInstance } from "fastify";
import { unknownId } from "../failure.ts";
import type { Library } from "../library.ts";
import { named, namedOrNull, titleOf } from "../lines.ts";
import { hasWords, part, type FindingQuery } from "../parts.ts";
import type { PageOf, PhraseDetail, PhraseLine, PhraseUse } from "../records.ts";
import {
  describe,
  filter,
  idParams,
  pageOf,
  paging,
  phraseLine,
  phraseUse,
  query,
} from "../schemas.ts";

/** With more dated uses than this, a chart counts them by month. */
const mostMarks = 300;

/** Set phrases: who uses which, since when. */
export function phraseRoutes(api: FastifyInstance, library: Library): void {
  api.get<{ Querystring: FindingQuery }>(
    "/phrases",
    {
      schema: describe("Set phrases by number of uses", pageOf(phraseLine), {
        querystring: query({
          q: filter("Words that occur in it"),
          party: filter("Side that uses it"),
          ...paging,
        }),
      }),
    },
    (request): PageOf<PhraseLine> => {
      const { q, party } = request.query;
      const found = phraseLines(library).filter(
        (line) =>
          hasWords(line.label, q) &&
          (party === undefined || line.parties.some((one) => one.id === party)),
      );
      return part(found, request.query, (line) => line);
    },
  );
  api.get<{ Params: { id: string } }>(
    "/phrases/:id",
    { schema: describe("One set phrase over time", phraseLine, { params: idParams }) },
    (request): PhraseDetail => phraseDetail(library, phraseOf(library, request.params.id)),
  );
  api.get<{ Params: { id: string }; Querystring: FindingQuery }>(
    "/phrases/:id/uses",
    {
      schema: describe("Uses of a set phrase, latest first", pageOf(phraseUse), {
        params: idParams,
        querystring: query(paging),
      }),
    },
    (request): PageOf<PhraseUse> => {
      const uses = usesOf(library, phraseOf(library, request.params.id).id);
      return part(uses.toReversed(), request.query, (use) => use);
    },
  );
}

function phraseOf(library: Library, id: string): PhraseLine {
  const line = phraseLines(library).find((one) => one.id === id);
  if (line === undefined) throw unknownId("set phrase", id);
  return line;
}

function phraseLines(library: Library): PhraseLine[] {
  return library.derived("phrases", () => countedPhrases(library));
}

function countedPhrases(library: Library): PhraseLine[] {
  const lines = new Map<
    string,
    {
      count: number;
      documents: Set<string>;
      first: string | null;
      last: string | null;
      parties: Map<string, number>;
    }
  >();
  for (const { summary, phrases } of library.entries.values()) {
    const day = summary.published.value;
    for (const phrase of phrases) {
      const line = lines.get(phrase.id) ?? {
        count: 0,
        documents: new Set(),
        first: null,
        last: null,
        parties: new Map(),
      };
      lines.set(phrase.id, line);
      line.count++;
      line.documents.add(summary.id);
      const party = phrase.party ?? "press";
      line.parties.set(party, (line.parties.get(party) ?? 0) + 1);
      if (day !== null && (line.first === null || day < line.first)) line.first = day;
      if (day !== null && (line.last === null || day > line.last)) line.last = day;
    }
  }
  return [...lines]
    .map(([id, line]) => ({
      id,
      label: library.labelOf(id),
      count: line.count,
      documents: line.documents.size,
      first: line.first,
      last: line.last,
      parties: [...line.parties]
        .map(([party, count]) => ({
          ...(party === "press" ? { id: party, label: "Press" } : named(library, party)),
          count,
        }))
        .toSorted((a, b) => b.count - a.count),
    }))
    .toSorted((a, b) => b.count - a.count || a.label.localeCompare(b.label, "en"));
}

function usesOf(library: Library, id: string): PhraseUse[] {
  return [...library.entries.values()]
    .flatMap(({ summary, phrases }) =>
      phrases
        .filter((phrase) => phrase.id === id)
        .map((phrase) => ({
          place: {
            document: summary.id,
            start: phrase.start,
            end: phrase.end,
            quote: phrase.quote,
          },
          title: titleOf(library, summary.id),
          party: namedOrNull(library, phrase.party),
          speaker: namedOrNull(library, phrase.speaker),
          published: summary.published.value,
        })),
    )
    .toSorted((a, b) => ((a.published ?? "~") < (b.published ?? "~") ? -1 : 1));
}

function phraseDetail(library: Library, line: PhraseLine): PhraseDetail {
  const dated = usesOf(library, line.id).filter((use) => use.published !== null);
  const held = library.derived("documents by side and month", () => {
    const counts = new Map<string, number>();
    for (const { summary } of library.entries.values()) {
      const key = `${summary.party ?? "press"} ${summary.published.value?.slice(0, 7)}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
  });
  const months = Map.groupBy(
    dated,
    (use) => `${use.party?.id ?? "press"} ${use.published!.slice(0, 7)}`,
  );
  return {
    ...line,
    marks: dated.length <= mostMarks ? dated : null,
    months: [...months].map(([key, uses]) => ({
      party: uses[0]!.party,
      month: uses[0]!.published!.slice(0, 7),
      count: uses.length,
      held: held.get(key) ?? 0,
    })),
  };
}
