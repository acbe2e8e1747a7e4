import { actorLabel, sideOf } from "../actors/actor-table.ts";
import type { Context } from "../context.ts";
import { ancestorsOf } from "../phrases/annotate.ts";
import { valueOf, type Row } from "../tsv.ts";

/** What the rows need to know from the tables. */
export interface Lookups {
  /** English label of a topic, phrase or actor. */
  labelOf(id: string): string;
  /** Domain of a topic or phrase, `null` for others. */
  domainOf(kind: "topic" | "phrase", id: string): string | null;
  /** Side of an actor (`CHN:xi-jinping` → `CHN`), `null` for unknown people. */
  sideOf(actor: string): string | null;
  /** Topics above a topic, nearest first: what speaks of the Taiwan Strait speaks of Taiwan. */
  ancestorsOf(topic: string): readonly string[];
  /** How telling a find is, 0…1: rare topics and set phrases more than what every account has. */
  weightOf(kind: "topic" | "phrase", id: string): number;
}

/** Share of accounts taken for a topic or phrase that `knowledge/shares.tsv` doesn't list: hardly ever said. */
const unlistedShare = 0.1;

/** The lookups of a context's tables. */
export function lookupsOf(context: Context): Lookups {
  const rows = context.derived("compare/rows", () => ({
    topic: byId(context.rows("knowledge/topics")),
    phrase: byId(context.rows("knowledge/phrases")),
  }));
  const shares = context.derived(
    "compare/shares",
    () =>
      new Map(
        context
          .rows("knowledge/shares")
          .map((row) => [`${row["kind"]} ${row["id"]}`, Number(row["share"])]),
      ),
  );
  return {
    labelOf: (id) =>
      rows.topic.get(id)?.["label"] ?? rows.phrase.get(id)?.["label"] ?? actorLabel(context, id),
    domainOf: (kind, id) => {
      const row = rows[kind].get(id);
      return row === undefined ? null : valueOf(row, "domain");
    },
    sideOf: (actor) => sideOf(context, actor),
    ancestorsOf: (topic) => ancestorsOf(context, topic),
    weightOf: (kind, id) => rarity(shares.get(`${kind} ${id}`) ?? unlistedShare),
  };
}

/**
 * Rarity of what stands in a share of accounts.
 * @param share - per cent of accounts
 * @returns 0 for what half of them and more have, 1 for one in a thousand and less; logarithmic in between
 */
export function rarity(share: number): number {
  const value = Math.log(50 / Math.max(share, 0.1)) / Math.log(500);
  return Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;
}

function byId(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row["id"]!, row]));
}
