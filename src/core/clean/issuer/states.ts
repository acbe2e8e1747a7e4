import type { Context } from "../../context.ts";
import { valueOf, valuesOf } from "../../tsv.ts";

/** A state by id, code or name in any language; `null` for anything else. */
export function stateNamed(name: string, context: Context): string | null {
  const states = context.derived("clean/states", () => {
    const found = new Map<string, string>();
    for (const row of context.rows("knowledge/states")) {
      const id = row["id"]!;
      for (const column of ["zh_short", "ru", "zh", "en_demonym", "en"])
        for (const value of valuesOf(row, column)) found.set(value.toLowerCase(), id);
      for (const code of [id, valueOf(row, "iso2") ?? ""])
        if (code !== "") found.set(code.toLowerCase(), id);
    }
    return found;
  });
  return (
    states.get(
      name
        .trim()
        .toLowerCase()
        .replace(/^the\s+/u, ""),
    ) ?? null
  );
}

/** Country codes of domains that differ from ISO 3166. */
const domainCodes: ReadonlyMap<string, string> = new Map([["uk", "gb"]]);

/** Ways in which states name the domains of their authorities. Source: registries of the national domains. */
const governmentDomain =
  /(?:^|\.)(?:gov|gob|gouv|go|govt|gub|guv|government|mil|mfa|parliament|gc|admin|bund|emb)\.([a-z]{2})$/;

/**
 * The state whose authority publishes under a host: `mfa.gov.xx`, `state.gov`, `eeas.europa.eu`.
 * @returns actor id; `null` for any other host
 */
export function stateOfDomain(host: string, context: Context): string | null {
  if (/(?:^|\.)(?:gov|mil)$/.test(host)) return "USA";
  if (/(?:^|\.)europa\.eu$/.test(host)) return "INT:eu";
  const code = governmentDomain.exec(host)?.[1];
  return code === undefined ? null : stateNamed(domainCodes.get(code) ?? code, context);
}

/** Names of a state and of the people who speak for it, in all languages. */
export function namesOfState(state: string, context: Context): readonly string[] {
  const names = context.derived("clean/own-names", () => {
    const found = new Map<string, string[]>();
    const add = (id: string | null, values: readonly string[]): void => {
      if (id === null) return;
      const list = found.get(id) ?? [];
      list.push(...values.filter((value) => value.length > 1));
      found.set(id, list);
    };
    for (const row of context.rows("knowledge/states"))
      add(
        row["id"]!,
        ["en", "zh", "ru", "en_demonym"].flatMap((column) => valuesOf(row, column)),
      );
    for (const row of context.rows("knowledge/people"))
      add(
        valueOf(row, "state"),
        ["en", "zh", "ru"].flatMap((column) => valuesOf(row, column)),
      );
    return found;
  });
  return names.get(state) ?? [];
}
