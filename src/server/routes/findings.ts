import type { FastifyInstance } from "fastify";
import { actorTable, sideOf } from "../../core/actors/actor-table.ts";
import { unknownId } from "../failure.ts";
import type { Library } from "../library.ts";
import { actorType, named, namedOrNull, silenceLine, speakersOf, titleOf } from "../lines.ts";
import type {
  ActorDetail,
  ActorLine,
  JudgementLine,
  PageOf,
  PhraseDetail,
  PhraseLine,
  SilenceLine,
} from "../records.ts";
import {
  actorLine,
  describe,
  filter,
  idParams,
  judgementLine,
  pageOf,
  paging,
  phraseLine,
  query,
  silenceLine as silenceSchema,
} from "../schemas.ts";

interface FindingQuery {
  readonly q?: string;
  readonly kind?: string;
  readonly party?: string;
  readonly type?: string;
  readonly offset: number;
  readonly limit: number;
}

/** Silences, set phrases, judgements and actors. */
export function findingRoutes(api: FastifyInstance, library: Library): void {
  const text = { q: filter("Words that occur in it") };
  api.get<{ Querystring: FindingQuery }>(
    "/silences",
    {
      schema: describe("Ledger of silences with the searches behind each", pageOf(silenceSchema), {
        querystring: query({
          ...text,
          kind: filter("reported, asymmetric, …"),
          party: filter("Actor id of who is silent"),
          ...paging,
        }),
      }),
    },
    async (request): Promise<PageOf<SilenceLine>> => {
      const { q, kind, party } = request.query;
      const found = (await library.silences()).filter(
        (silence) =>
          (kind === undefined || silence.kind === kind) &&
          (party === undefined || silence.silent.includes(party)) &&
          has(`${silence.topicQuote} ${silence.span?.quote ?? ""}`, q),
      );
      return part(found, request.query, (silence) => silenceLine(library, silence));
    },
  );
  api.get<{ Querystring: FindingQuery }>(
    "/phrases",
    {
      schema: describe("Set phrases by number of uses", pageOf(phraseLine), {
        querystring: query({ ...text, party: filter("Side that uses it"), ...paging }),
      }),
    },
    (request): PageOf<PhraseLine> => {
      const { q, party } = request.query;
      const found = phraseLines(library).filter(
        (line) =>
          has(line.label, q) &&
          (party === undefined || line.parties.some((one) => one.id === party)),
      );
      return part(found, request.query, (line) => line);
    },
  );
  api.get<{ Params: { id: string } }>(
    "/phrases/:id",
    { schema: describe("One set phrase with every use", phraseLine, { params: idParams }) },
    (request): PhraseDetail => {
      const line = phraseLines(library).find((one) => one.id === request.params.id);
      if (line === undefined) throw unknownId("set phrase", request.params.id);
      return { ...line, uses: usesOf(library, line.id) };
    },
  );
  api.get<{ Querystring: FindingQuery }>(
    "/assessments",
    {
      schema: describe("Judgements: who holds what to be how likely", pageOf(judgementLine), {
        querystring: query({ ...text, ...paging }),
      }),
    },
    (request): PageOf<JudgementLine> => {
      const found = [...library.entries.values()].flatMap((entry) =>
        entry.judgements.map((one) => ({
          assessor: namedOrNull(library, one.assessor),
          assessorQuote: one.assessorQuote,
          term: one.term,
          negated: one.negated,
          about: one.about,
          bands: one.bands,
          type: one.type,
          place: { document: entry.summary.id, start: one.start, end: one.end, quote: one.quote },
          title: entry.summary.title ?? "(no title)",
          published: entry.summary.published.value,
        })),
      );
      return part(
        found.filter((one) =>
          has(
            `${one.about} ${one.term} ${one.assessor?.label ?? one.assessorQuote}`,
            request.query.q,
          ),
        ),
        request.query,
        (one) => one,
      );
    },
  );
  api.get<{ Querystring: FindingQuery }>(
    "/actors",
    {
      schema: describe("Actors by number of statements", pageOf(actorLine), {
        querystring: query({ ...text, type: filter("person, state, body …"), ...paging }),
      }),
    },
    (request): PageOf<ActorLine> => {
      const { q, type } = request.query;
      const found = actorLines(library).filter(
        (line) => has(`${line.label} ${line.id}`, q) && (type === undefined || line.type === type),
      );
      return part(found, request.query, (line) => line);
    },
  );
  api.get<{ Params: { id: string } }>(
    "/actors/:id",
    { schema: describe("One actor with its forms and offices", actorLine, { params: idParams }) },
    (request): ActorDetail => actorDetail(library, request.params.id),
  );
}

function has(text: string, q: string | undefined): boolean {
  if (q === undefined) return true;
  const lower = text.toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word));
}

function part<Found, Line>(
  found: readonly Found[],
  { offset, limit }: FindingQuery,
  line: (one: Found) => Line,
): PageOf<Line> {
  return { total: found.length, offset, items: found.slice(offset, offset + limit).map(line) };
}

function phraseLines(library: Library): PhraseLine[] {
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

function usesOf(library: Library, id: string): PhraseDetail["uses"] {
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

function actorLines(library: Library): ActorLine[] {
  const counts = new Map<string, { statements: number; encounters: number }>();
  const at = (id: string): { statements: number; encounters: number } => {
    const count = counts.get(id) ?? { statements: 0, encounters: 0 };
    counts.set(id, count);
    return count;
  };
  for (const statement of library.statements)
    for (const id of speakersOf(library, statement)) at(id).statements++;
  for (const encounter of library.encounters)
    for (const id of new Set(encounter.participants)) at(id).encounters++;
  for (const entry of library.entries.values()) for (const id of entry.actors) at(id);
  for (const correction of library.corrections)
    if (correction.kind === "actor-merge") at(correction.target);
  return [...counts]
    .map(([id, count]) => ({ ...actorLineOf(library, id), ...count }))
    .toSorted(
      (a, b) =>
        b.statements - a.statements ||
        b.encounters - a.encounters ||
        a.label.localeCompare(b.label, "en"),
    );
}

function actorLineOf(library: Library, id: string): Omit<ActorLine, "statements" | "encounters"> {
  const merged = library.actorFor(id);
  const side = sideOf(library.context, id);
  return {
    id,
    label: library.labelOf(id),
    type: actorType(library, id),
    side: side === null || side === id ? null : named(library, side),
    mergedInto: merged === id ? null : merged,
    renamed: library.corrections.some((one) => one.kind === "actor-rename" && one.target === id),
  };
}

function actorDetail(library: Library, id: string): ActorDetail {
  const line = actorLines(library).find((one) => one.id === id);
  if (line === undefined) throw unknownId("actor", id);
  const table = actorTable(library.context);
  return {
    ...line,
    forms: Object.entries(table.forms).flatMap(([language, forms]) =>
      [...new Set(forms.filter((form) => form.actor === id).map((form) => form.form))].map(
        (form) => ({ language, form }),
      ),
    ),
    offices: (table.held.get(id) ?? []).map(({ office, term }) => ({
      title: `${library.labelOf(office.state)}: ${office.titles.en[0] ?? office.id}`,
      from: term.from === "0000-01-01" ? null : term.from,
      to: term.to === "9999-12-31" ? null : term.to,
    })),
    merged: library.corrections
      .filter((one) => one.kind === "actor-merge" && one.value === id)
      .map((one) => ({ id: one.target, label: library.labelOf(one.target) })),
  };
}
