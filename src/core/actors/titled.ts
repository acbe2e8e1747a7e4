import { hasKind, type Phrase } from "./compose.ts";
import { contradictsGender } from "./gender.ts";
import type { Introduction, Introductions } from "./introductions.ts";
import type { Sense } from "./lexemes.ts";
import type { Office } from "./office-table.ts";
import { officesFor, rolesIn } from "./people.ts";
import { stateFrom, titleSenses, type Reading } from "./reading.ts";
import type { Item } from "./scan.ts";

/** Persons an item can name, once each. */
export function personsOf(item: Item, kind: "full" | "short"): string[] {
  return [
    ...new Set(item.senses.filter((sense) => sense.kind === kind).map((sense) => sense.value)),
  ];
}

/** The one of some namesakes whose office fits the title before the name; `null` when none or several do. */
export function personByTitle(
  reading: Reading,
  phrase: Phrase,
  persons: readonly string[],
): string | null {
  const titles = titleSenses(phrase.titles);
  const state = phrase.nation === null ? null : stateFrom(reading, phrase.nation);
  const matching = persons.filter((person) => {
    const home = reading.table.actors.get(person)?.side ?? null;
    if (state !== null && home !== null && home !== state && !state.startsWith("INT:"))
      return false;
    return rolesIn(reading.table, person, phrase.former ? null : reading.when).some((office) =>
      isTitleOf(reading, titles, office),
    );
  });
  return matching.length === 1 ? matching[0]! : null;
}

/** Whether an office goes by a title, in full or by its noun alone (`Secretary` for a Secretary of State). */
function isTitleOf(reading: Reading, titles: readonly Sense[], office: Office): boolean {
  const { language } = reading.grammar;
  const named = officesFor(reading.table, office.state, titles, language, reading.governmentLeads);
  if (named.includes(office)) return true;
  const nouns = titles.filter((title) => title.value === "rank").map((title) => title.form);
  return office.titles[language].some((title) =>
    nouns.some((noun) =>
      language === "zh"
        ? title.endsWith(noun)
        : title.startsWith(`${noun} `) || title.endsWith(` ${noun}`),
    ),
  );
}

/**
 * Who is introduced by title and surname (`Prime Minister Lee`), beside those named in full.
 * @param shorts - actor → keys of its short names
 */
export function introduceTitled(
  reading: Reading,
  phrases: readonly Phrase[],
  shorts: ReadonlyMap<string, readonly string[]>,
): Introductions {
  const { introductions } = reading;
  const named = new Set(introductions.named);
  const bySurname = new Map<string, Introduction[]>();
  for (const [key, entries] of introductions.bySurname) bySurname.set(key, [...entries]);
  for (const phrase of phrases) {
    if (phrase.name === null || phrase.titles.length === 0 || hasKind(phrase.name, "full"))
      continue;
    const titles = titleSenses(phrase.titles);
    const persons = personsOf(phrase.name, "short").filter(
      (person) => !contradictsGender(reading, titles, person),
    );
    const actor = personByTitle(reading, phrase, persons);
    if (actor === null || named.has(actor)) continue;
    named.add(actor);
    for (const key of shorts.get(actor) ?? []) {
      const entry = { actor, at: phrase.start, stranger: false };
      const known = [...(bySurname.get(key) ?? []), entry];
      bySurname.set(
        key,
        known.sort((one, other) => one.at - other.at),
      );
    }
  }
  return { ...introductions, named, bySurname };
}
