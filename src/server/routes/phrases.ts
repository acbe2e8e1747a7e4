import type { FastifyInstance } from "fastify";
import { phraseCandidates, type PhraseCandidate } from "../../core/candidates/candidates.ts";
import type { Document } from "../../core/document.ts";
import { acceptedPhrase, phraseCorrection } from "../accepted-phrases.ts";
import { unknownId } from "../failure.ts";
import type { Library } from "../library.ts";
import { named, namedOrNull, titleOf } from "../lines.ts";
import { hasWords, part, type FindingQuery } from "../parts.ts";
import type {
  CandidateLine,
  CandidatePage,
  PhraseDetail,
  PhraseLine,
  PhraseUse,
} from "../finding-records.ts";
import type { PageOf } from "../records.ts";
import {
  candidateLine,
  describe,
  filter,
  idParams,
  pageOf,
  paging,
  phraseLine,
  phraseUse,
  query,
  record,
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
  api.get<{ Querystring: FindingQuery }>(
    "/candidates",
    {
      schema: describe(
        "Formulations that may be set phrases, for a person to take up: of the latest pages of sides",
        record({
          ...(pageOf(candidateLine)["properties"] as Record<string, Record<string, unknown>>),
          searched: { type: "integer" },
          held: { type: "integer" },
        }),
        {
          querystring: query({
            q: filter("Words that occur in it"),
            party: filter("Side that uses it"),
            ...paging,
          }),
        },
      ),
    },
    async (request): Promise<CandidatePage> => {
      const { q, party } = request.query;
      const { candidates, searched, held } = await library.derived("candidates", () =>
        findCandidates(library),
      );
      const found = candidates.filter(
        ({ words, uses }) =>
          hasWords(words, q) && (party === undefined || uses.some((use) => use.party === party)),
      );
      const lines = part(found, request.query, (one) => candidateLineOf(library, one));
      return { ...lines, searched, held };
    },
  );
  api.post<{
    Body: { readonly pattern: string; readonly label: string; readonly origin?: string | null };
  }>(
    "/candidates/accept",
    {
      schema: describe(
        "Take a formulation up as a set phrase; it is looked for in all pages from then on",
        record({ id: { type: "string" }, phrase: { type: "string" } }),
        {
          body: {
            type: "object",
            properties: {
              pattern: { type: "string", minLength: 1, maxLength: 300 },
              label: { type: "string", minLength: 1, maxLength: 120 },
              origin: { type: ["string", "null"], maxLength: 60 },
            },
            required: ["pattern", "label"],
            additionalProperties: false,
          },
        },
      ),
    },
    async (request) => {
      const { pattern, label, origin = null } = request.body;
      const { target, value } = phraseCorrection(pattern, label, origin);
      const correction = await library.correct("phrase-accept", target, value, null);
      return { id: correction.id, phrase: acceptedPhrase(correction).id };
    },
  );
}

/** Most pages that candidates are looked for in at once: a few seconds. */
const mostSearched = 1000;

interface FoundCandidates {
  readonly candidates: readonly PhraseCandidate[];
  readonly searched: number;
  /** Pages of sides that are held. */
  readonly held: number;
}

async function findCandidates(library: Library): Promise<FoundCandidates> {
  const own = [...library.entries.values()]
    .filter(({ summary }) => summary.party !== null)
    .toSorted((a, b) =>
      (b.summary.published.latest ?? "").localeCompare(a.summary.published.latest ?? ""),
    );
  const documents: Document[] = [];
  for (const { summary } of own.slice(0, mostSearched)) {
    const document = await library.store.document(summary.id);
    if (document !== null) documents.push(library.withForms(document));
  }
  return {
    candidates: phraseCandidates(documents, { least: null }, library.context),
    searched: documents.length,
    held: own.length,
  };
}

function candidateLineOf(library: Library, candidate: PhraseCandidate): CandidateLine {
  const { language, words, pattern, mark, uses, first, last, places } = candidate;
  return {
    language,
    words,
    pattern,
    mark: mark === null ? null : named(library, mark.party),
    uses: uses.map(({ party, using, documents }) => ({
      ...named(library, party),
      count: using,
      of: documents,
    })),
    first,
    last,
    places: places.map((place) => ({ ...place, title: titleOf(library, place.document) })),
  };
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
