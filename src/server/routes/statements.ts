import type { FastifyInstance } from "fastify";
import type { StatementEntry } from "../catalogue.ts";
import type { Library } from "../library.ts";
import { encounterOfStatement, named, speakersOf, statementLine } from "../lines.ts";
import type { Facet, StatementPage } from "../records.ts";
import {
  describe,
  filter,
  pageOf,
  paging,
  query,
  statementLine as lineSchema,
} from "../schemas.ts";

/** How many answers are kept. */
const mostRecent = 12;

interface StatementQuery {
  readonly speaker?: string;
  readonly party?: string;
  readonly form?: string;
  readonly cueClass?: string;
  readonly topic?: string;
  readonly from?: string;
  readonly to?: string;
  readonly encounter?: string;
  readonly document?: string;
  readonly addressee?: string;
  readonly q?: string;
  readonly rejected?: string;
  readonly group?: string;
  readonly offset: number;
  readonly limit: number;
}

const filters = {
  speaker: filter("Actor id of the speaker"),
  party: filter("Side whose account it stands in; `press` for none"),
  form: filter("direct, mixed or indirect"),
  cueClass: filter("Class of the cue verb"),
  topic: filter("Topic id that occurs in the statement"),
  from: filter("First day of publication, ISO"),
  to: filter("Last day of publication, ISO"),
  encounter: filter("Encounter id"),
  document: filter("Document id"),
  addressee: filter("Actor id: a participant of the encounter other than the speaker"),
  q: filter("Words that occur in speaker or content"),
  rejected: filter("`only`: those a person rejected; `without`: all others"),
  group: {
    type: "string",
    enum: ["none", "speaker", "topic"],
    description: "Order by speaker or topic",
  },
};

/** Statements: who said what, by whose account. */
export function statementRoutes(api: FastifyInstance, library: Library): void {
  api.get<{ Querystring: StatementQuery }>(
    "/statements",
    {
      schema: describe(
        "Statements, newest page first, with counts to narrow by",
        pageOf(lineSchema),
        { querystring: query({ ...filters, ...paging }) },
      ),
    },
    (request): StatementPage => findStatements(library, request.query),
  );
}

/** What a query found, without the part that is wanted of it. */
interface FoundStatements {
  readonly ordered: readonly StatementEntry[];
  readonly facets: StatementPage["facets"];
}

function findStatements(library: Library, wanted: StatementQuery): StatementPage {
  const { offset, limit, ...asked } = wanted;
  // Scrolling asks for one part after another of the same answer.
  const recent = library.derived("statements found", () => new Map<string, FoundStatements>());
  const key = JSON.stringify(asked);
  const { ordered, facets } = recent.get(key) ?? foundStatements(library, wanted);
  recent.delete(key);
  recent.set(key, { ordered, facets });
  for (const oldest of recent.keys()) {
    if (recent.size <= mostRecent) break;
    recent.delete(oldest);
  }
  return {
    total: ordered.length,
    offset,
    items: ordered
      .slice(offset, offset + limit)
      .map((statement) => statementLine(library, statement)),
    facets,
  };
}

function foundStatements(library: Library, wanted: StatementQuery): FoundStatements {
  const found = fewestThatMay(library, wanted).filter((statement) =>
    matches(library, statement, wanted),
  );
  const tables = {
    speaker: new Map<string, number>(),
    party: new Map<string, number>(),
    form: new Map<string, number>(),
    cueClass: new Map<string, number>(),
    topic: new Map<string, number>(),
  };
  for (const statement of found) {
    for (const id of speakersOf(library, statement)) bump(tables.speaker, id);
    bump(tables.party, library.entries.get(statement.document)?.summary.party ?? "press");
    bump(tables.form, statement.form);
    if (statement.cueClass !== null) bump(tables.cueClass, statement.cueClass);
    for (const id of statement.topics) bump(tables.topic, id);
  }
  const facets = (table: ReadonlyMap<string, number>, plain: boolean): Facet[] =>
    [...table]
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, 40)
      .map(([id, count]) => ({
        ...(plain
          ? { id, label: id }
          : id === "press"
            ? { id, label: "Press" }
            : named(library, id)),
        count,
      }));
  return {
    ordered: grouped(library, found, wanted.group),
    facets: {
      speaker: facets(tables.speaker, false),
      party: facets(tables.party, false),
      form: facets(tables.form, true),
      cueClass: facets(tables.cueClass, true),
      topic: facets(tables.topic, false),
    },
  };
}

/** A list that holds all that may match, by the filter that leaves fewest. */
function fewestThatMay(library: Library, wanted: StatementQuery): readonly StatementEntry[] {
  const lists: (readonly StatementEntry[])[] = [];
  const by = (
    name: "speaker" | "party" | "encounter" | "topic",
    keysOf: (statement: StatementEntry) => readonly (string | null)[],
  ): void => {
    const key = wanted[name];
    if (key === undefined) return;
    const index = library.derived(`statements by ${name}`, () => indexed(library, keysOf));
    lists.push(index.get(key) ?? []);
  };
  by("encounter", (statement) => [encounterOfStatement(library, statement)]);
  by("speaker", (statement) => speakersOf(library, statement));
  by("topic", (statement) => statement.topics);
  by("party", ({ document }) => [library.entries.get(document)?.summary.party ?? "press"]);
  if (wanted.document !== undefined)
    lists.push(library.entries.get(wanted.document)?.statements ?? []);
  return lists.toSorted((a, b) => a.length - b.length)[0] ?? library.statements;
}

function indexed(
  library: Library,
  keysOf: (statement: StatementEntry) => readonly (string | null)[],
): ReadonlyMap<string | null, StatementEntry[]> {
  const index = new Map<string | null, StatementEntry[]>();
  for (const statement of library.statements)
    for (const key of new Set(keysOf(statement))) {
      const list = index.get(key);
      if (list === undefined) index.set(key, [statement]);
      else list.push(statement);
    }
  return index;
}

function bump(table: Map<string, number>, key: string): void {
  table.set(key, (table.get(key) ?? 0) + 1);
}

function grouped(
  library: Library,
  found: readonly StatementEntry[],
  group: string | undefined,
): readonly StatementEntry[] {
  if (group !== "speaker" && group !== "topic") return found;
  const keyOf = (statement: StatementEntry): string | undefined =>
    group === "speaker" ? speakersOf(library, statement)[0] : statement.topics[0];
  const parts = Map.groupBy(found, keyOf);
  const labels = new Map(
    [...parts.keys()].map((id) => [id, id === undefined ? "\u{10ffff}" : library.labelOf(id)]),
  );
  return [...parts]
    .toSorted(([a], [b]) => (labels.get(a)! < labels.get(b)! ? -1 : 1))
    .flatMap(([, statements]) => statements);
}

function matches(library: Library, statement: StatementEntry, wanted: StatementQuery): boolean {
  if (wanted.document !== undefined && statement.document !== wanted.document) return false;
  if (wanted.form !== undefined && statement.form !== wanted.form) return false;
  if (wanted.cueClass !== undefined && statement.cueClass !== wanted.cueClass) return false;
  if (wanted.topic !== undefined && !statement.topics.includes(wanted.topic)) return false;
  if (
    wanted.q !== undefined &&
    !wanted.q
      .toLowerCase()
      .split(/\s+/)
      .every((word) => statement.haystack.includes(word))
  )
    return false;
  const { summary } = library.entries.get(statement.document)!;
  if (wanted.party !== undefined && (summary.party ?? "press") !== wanted.party) return false;
  const { earliest, latest } = summary.published;
  if (wanted.from !== undefined && (latest === null || latest < wanted.from)) return false;
  if (wanted.to !== undefined && (earliest === null || earliest > wanted.to)) return false;
  if (wanted.speaker !== undefined && !speakersOf(library, statement).includes(wanted.speaker))
    return false;
  const encounter =
    wanted.encounter !== undefined || wanted.addressee !== undefined
      ? encounterOfStatement(library, statement)
      : null;
  if (wanted.encounter !== undefined && encounter !== wanted.encounter) return false;
  if (wanted.addressee !== undefined) {
    const participants = library.encounterById.get(encounter ?? "")?.participants ?? [];
    if (
      !participants.includes(wanted.addressee) ||
      speakersOf(library, statement).includes(wanted.addressee)
    )
      return false;
  }
  if (wanted.rejected !== undefined) {
    const rejected = library.corrections.last("statement-reject", statement.key) !== undefined;
    return wanted.rejected === "only" ? rejected : !rejected;
  }
  return true;
}
