import type { Parts } from "./rules.ts";

/**
 * Build a pattern whose named groups may occur in several alternatives: later ones get a numbered
 * name, which `partsOf` takes off again (older JavaScript engines refuse a name used twice).
 */
export function timePattern(source: string, flags: string): RegExp {
  const seen = new Map<string, number>();
  const numbered = source.replace(/\(\?<([a-z]\w*)>/gi, (group, name: string) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? group : `(?<${name}_${count}>`;
  });
  return new RegExp(numbered, flags);
}

/** The named parts of a match of such a pattern; a part that took no part is absent. */
export function partsOf(match: RegExpExecArray): Parts {
  const parts: Record<string, string> = {};
  for (const [name, value] of Object.entries(match.groups ?? {})) {
    if (value !== undefined) parts[name.replace(/_\d+$/, "")] = value;
  }
  return parts;
}
