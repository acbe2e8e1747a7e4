import type { FastifyInstance } from "fastify";
import type { Library } from "../library.ts";
import { documentLine, encounterLine, named } from "../lines.ts";
import type { Facet, Overview, Status } from "../records.ts";
import { describe, record } from "../schemas.ts";

/** State of the workspace and the overview. */
export function workspaceRoutes(api: FastifyInstance, library: Library): void {
  api.get(
    "/status",
    {
      schema: describe(
        "State of the workspace",
        record({
          workspace: { type: "string" },
          state: { type: "string" },
          done: { type: "integer" },
          total: { type: "integer" },
          unsearched: { type: "integer" },
        }),
      ),
    },
    (): Status => ({ ...library.status, unsearched: library.comparisons.left }),
  );
  api.get(
    "/overview",
    {
      schema: describe(
        "Who, when, what is new, what could not be read",
        record({
          counts: record({ documents: { type: "integer" } }),
          parties: { type: "array" },
          months: { type: "array" },
        }),
      ),
    },
    (): Overview => ({
      ...library.derived("overview", () => overviewOf(library)),
      quarantine: library.quarantine,
    }),
  );
}

function overviewOf(library: Library): Overview {
  const entries = [...library.entries.values()];
  const months = new Map<string, { documents: number; encounters: number }>();
  const month = (day: string | null): { documents: number; encounters: number } | null => {
    if (day === null) return null;
    const key = day.slice(0, 7);
    const counts = months.get(key) ?? { documents: 0, encounters: 0 };
    months.set(key, counts);
    return counts;
  };
  const parties = new Map<string, { count: number; statements: number }>();
  const languages = new Map<string, number>();
  const phrases = new Set<string>();
  let judgements = 0;
  let diagnostics = 0;
  for (const entry of entries) {
    const { summary } = entry;
    const at = month(summary.published.value ?? summary.published.earliest);
    if (at !== null) at.documents++;
    const party = summary.party ?? "press";
    const sum = parties.get(party) ?? { count: 0, statements: 0 };
    parties.set(party, {
      count: sum.count + 1,
      statements: sum.statements + entry.statements.length,
    });
    const language = summary.language ?? "unknown";
    languages.set(language, (languages.get(language) ?? 0) + 1);
    for (const phrase of entry.phrases) phrases.add(phrase.id);
    judgements += entry.judgements.length;
    diagnostics += entry.diagnostics.filter((problem) => problem.severity !== "info").length;
  }
  for (const encounter of library.encounters) {
    const at = month(encounter.date.earliest);
    if (at !== null) at.encounters++;
  }
  return {
    counts: {
      documents: entries.length,
      encounters: library.encounters.length,
      statements: library.statements.length,
      silences: library.reported.length,
      phrases: phrases.size,
      judgements,
      diagnostics,
    },
    parties: [...parties]
      .map(([id, sum]) => ({
        ...(id === "press" ? { id, label: "Press" } : named(library, id)),
        ...sum,
      }))
      .toSorted((a, b) => b.count - a.count),
    languages: facets(languages),
    months: [...months]
      .map(([key, counts]) => ({ month: key, ...counts }))
      .toSorted((a, b) => (a.month < b.month ? -1 : 1)),
    encounters: library.encounters
      .slice(-8)
      .toReversed()
      .map((encounter) => encounterLine(library, encounter)),
    recent: entries
      .toSorted((a, b) => (a.summary.addedAt < b.summary.addedAt ? 1 : -1))
      .slice(0, 8)
      .map((entry) => documentLine(library, entry)),
    quarantine: library.quarantine,
  };
}

function facets(counts: ReadonlyMap<string, number>): Facet[] {
  return [...counts]
    .map(([id, count]) => ({ id, label: id, count }))
    .toSorted((a, b) => b.count - a.count);
}
