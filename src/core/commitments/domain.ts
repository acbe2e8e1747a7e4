import type { Context } from "../context.ts";
import { valuesOf } from "../tsv.ts";

/**
 * The domain most of the topics belong to.
 * @returns `null` without topics, or where two domains have as many
 */
export function domainOfTopics(context: Context, topics: readonly string[]): string | null {
  const domains = topicDomains(context);
  const counts = new Map<string, number>();
  for (const topic of topics) {
    const domain = domains.get(topic);
    if (domain !== undefined) counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  const [first, second] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return first === undefined || first[1] === second?.[1] ? null : first[0];
}

/** PLOVER contexts of topics: their own where the table has one, else their domain's; sorted. */
export function contextsOfTopics(context: Context, topics: readonly string[]): string[] {
  const contexts = context.derived("commitments/contexts", () => {
    const rows = context.rows("knowledge/plover-contexts");
    return new Map(rows.map((row) => [row["of"]!, valuesOf(row, "contexts")]));
  });
  const domains = topicDomains(context);
  const found = topics.flatMap(
    (topic) => contexts.get(topic) ?? contexts.get(domains.get(topic) ?? "") ?? [],
  );
  return [...new Set(found)].toSorted();
}

function topicDomains(context: Context): ReadonlyMap<string, string> {
  return context.derived("commitments/domains", () => {
    const rows = context.rows("knowledge/topics");
    return new Map(rows.map((row) => [row["id"]!, row["domain"]!]));
  });
}
