import { overlap } from "../encounters/agreement.ts";
import type { DateInterval } from "../records.ts";
import type { Encounter } from "./encounter.ts";

/**
 * Tell encounters what they took place within: talks during a visit, a joint statement from talks, a meeting at a
 * summit, where the larger one is an encounter of these pages.
 */
export function withParents(encounters: readonly Encounter[]): Encounter[] {
  const summits = new Map(
    encounters
      .filter(({ id, summit }) => summit !== null && id.endsWith(slug(summit)))
      .map(({ summit, id }) => [summit!, id]),
  );
  const larger = new Map<string, Encounter[]>();
  for (const encounter of encounters) {
    if (!["visit", "meeting", "video", "multilateral"].includes(encounter.mode)) continue;
    const key = encounter.sides.join(" ");
    const known = larger.get(key);
    if (known === undefined) larger.set(key, [encounter]);
    else known.push(encounter);
  }
  return encounters.map((encounter) => {
    const within = larger.get(encounter.sides.join(" ")) ?? [];
    const summit = encounter.summit === null ? undefined : summits.get(encounter.summit);
    const parent = visitOf(encounter, within) ?? talksOf(encounter, within) ?? summit ?? null;
    return parent === null || parent === encounter.id ? encounter : { ...encounter, parent };
  });
}

function slug(summit: string): string {
  return summit.toLowerCase().replaceAll(":", "-");
}

/** The visit during which talks took place: in the host's state, on its days. */
function visitOf(encounter: Encounter, within: readonly Encounter[]): string | null {
  if (!["meeting", "ceremony", "joint-statement", "multilateral"].includes(encounter.mode))
    return null;
  const visit = within.find(
    (other) =>
      other.mode === "visit" &&
      other.status === encounter.status &&
      sameDays(encounter, other) &&
      (encounter.place === null ||
        other.place === null ||
        encounter.place.slice(0, 3) === other.place.slice(0, 3)),
  );
  return visit?.id ?? null;
}

/** The talks that a joint statement came from. */
function talksOf(encounter: Encounter, within: readonly Encounter[]): string | null {
  if (encounter.mode !== "joint-statement") return null;
  const talks = within.find((other) => other.mode !== "visit" && sameDays(encounter, other));
  return talks?.id ?? null;
}

/** Days in common, neither date wider than a fortnight. */
function sameDays(a: Encounter, b: Encounter): boolean {
  const [one, other] = [daysOf(a), daysOf(b)];
  return one !== null && other !== null && overlap(one, other);
}

const widestDays = 14;

function daysOf({ date: { earliest, latest } }: Encounter): DateInterval | null {
  if (earliest === null || latest === null) return null;
  const days = (Date.parse(latest) - Date.parse(earliest)) / 86_400_000;
  return days > widestDays ? null : { earliest, latest };
}
