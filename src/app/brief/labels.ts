import type { Published } from "../../core/document.ts";
import type { Encounter } from "../../core/link/encounter.ts";

/** “A”, “A and B”, “A, B and C”; each name once. */
export function listOf(names: readonly string[]): string {
  const unique = [...new Set(names)];
  if (unique.length < 2) return unique[0] ?? "";
  return `${unique.slice(0, -1).join(", ")} and ${unique.at(-1)}`;
}

/** A publication date for people: the day, the month, or the interval it lies in. */
export function publishedLabel(published: Published): string {
  if (published.value !== null) return published.value;
  return intervalLabel(published.earliest, published.latest) ?? "date unknown";
}

/** “2022-06-15”, “2022-09-14 to 2022-09-16”; `null` when both ends are open. */
export function intervalLabel(earliest: string | null, latest: string | null): string | null {
  if (earliest === null && latest === null) return null;
  if (earliest === latest) return earliest;
  if (latest === null) return `from ${earliest}`;
  if (earliest === null) return `until ${latest}`;
  return `${earliest} to ${latest}`;
}

/** Names of the modes of encounters. */
export const modeNames: Readonly<Record<Encounter["mode"], string>> = {
  meeting: "meeting",
  visit: "visit",
  phone: "telephone call",
  video: "video call",
  multilateral: "multilateral meeting",
  letter: "letter",
  ceremony: "ceremony",
  "joint-statement": "joint statement",
  exercise: "joint exercise",
  other: "encounter",
};
