import type { ActorTable } from "./actor-table.ts";
import type { Sense } from "./lexemes.ts";
import type { Reading } from "./reading.ts";

const firstNames = new WeakMap<ActorTable, ReadonlyMap<string, "m" | "f" | null>>();

/** The gender that all bearers of a first name in the tables share; Chinese and other surname-first names stay out. */
function firstNameGenders(table: ActorTable): ReadonlyMap<string, "m" | "f" | null> {
  const known = firstNames.get(table);
  if (known !== undefined) return known;
  const genders = new Map<string, "m" | "f" | null>();
  for (const actor of table.actors.values()) {
    if (
      actor.type !== "person" ||
      actor.gender === null ||
      /^(?:CHN|TWN|HKG|PRK|KOR|VNM):/.test(actor.id)
    )
      continue;
    const first = actor.label.split(" ")[0]!.toLowerCase();
    const before = genders.get(first);
    genders.set(first, before === undefined || before === actor.gender ? actor.gender : null);
  }
  firstNames.set(table, genders);
  return genders;
}

/** Gender of an actor: from the tables, for a stranger from the first name; `null` when unknown. */
export function genderOf(reading: Reading, actor: string): "m" | "f" | null {
  const known = reading.table.actors.get(actor);
  if (known !== undefined) return known.gender;
  if (!actor.startsWith("new:") || !actor.includes("-")) return null;
  return firstNameGenders(reading.table).get(actor.slice(4).split("-")[0]!) ?? null;
}

const female = /^(?:mrs\.?|ms\.?|lady|madame?|queen|princess|first lady|г-жа|госпожа|女士|女王)$/;
const male = /^(?:mr\.?|sir|lord|king|prince|crown prince|г-н|господин|先生|国王)$/;

/** Whether the titles before a name contradict a person's gender (`Lady` before a man's surname). */
export function contradictsGender(
  reading: Reading,
  titles: readonly Sense[],
  actor: string,
): boolean {
  const gender = genderOf(reading, actor);
  if (gender === null) return false;
  return titles.some((title) => (gender === "m" ? female : male).test(title.form));
}
