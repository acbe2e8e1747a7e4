import type { FastifyInstance } from "fastify";
import { actorTable, sideOf } from "../../core/actors/actor-table.ts";
import { unknownId } from "../failure.ts";
import type { Library } from "../library.ts";
import { actorType, named, silenceLine, speakersOf } from "../lines.ts";
import type { ActorDetail, ActorLine, PageOf, SilenceLine } from "../records.ts";
import { hasWords, part, type FindingQuery } from "../parts.ts";
import {
  actorLine,
  describe,
  filter,
  idParams,
  pageOf,
  paging,
  query,
  silenceLine as silenceSchema,
} from "../schemas.ts";

/** Silences and actors. */
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
      const found = (await library.comparisons.silences()).filter(
        (silence) =>
          (kind === undefined || silence.kind === kind) &&
          (party === undefined || silence.silent.includes(party)) &&
          hasWords(`${silence.topicQuote} ${silence.span?.quote ?? ""}`, q),
      );
      return part(found, request.query, (silence) => silenceLine(library, silence));
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
        (line) =>
          hasWords(`${line.label} ${line.id}`, q) && (type === undefined || line.type === type),
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

function actorLines(library: Library): ActorLine[] {
  return library.derived("actors", () => countedActors(library));
}

function countedActors(library: Library): ActorLine[] {
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
  for (const correction of library.corrections.all)
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
    renamed: library.corrections.last("actor-rename", id) !== undefined,
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
    merged: library.corrections.all
      .filter((one) => one.kind === "actor-merge" && one.value === id)
      .map((one) => ({ id: one.target, label: library.labelOf(one.target) })),
  };
}
