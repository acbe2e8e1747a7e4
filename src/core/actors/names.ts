import { spanOf } from "../document.ts";
import type { Phrase } from "./compose.ts";
import { activeIn, rolesIn, strangerId } from "./people.ts";
import { contradictsGender } from "./gender.ts";
import { wordsOfClass } from "./lexemes.ts";
import { bearerOf } from "./patronymics.ts";
import type { Item } from "./scan.ts";
import { personByTitle, personsOf } from "./titled.ts";
import { keyOf } from "./trie.ts";
import { type Reading, type Candidate, mention, titleSenses, stateFrom } from "./reading.ts";

/** A surname alone is the one stranger introduced with it. */
export function strangerActor(reading: Reading, name: string): string {
  const bearer = bearerOf(reading.table, reading.grammar.language, name);
  if (bearer !== null) return bearer;
  const introduced = reading.introductions.bySurname.get(keyOf(name)) ?? [];
  const ids = new Set(introduced.map((entry) => entry.actor));
  if (ids.size === 1) return [...ids][0]!;
  const ruler = rulerByGivenName(reading, name);
  if (ruler !== null) return ruler;
  const first = keyOf(name);
  const bearers = reading.introductions.byFirst.get(first);
  if (bearers?.size === 1) return [...bearers][0]!;
  const namesakes = [...reading.introductions.named].filter(
    (actor) => keyOf(reading.table.actors.get(actor)?.label.split(" ")[0] ?? "") === first,
  );
  return namesakes.length === 1 ? namesakes[0]! : strangerId(name);
}

/** What follows the name of a son or a father who bears the same. */
const generation = /^,? (Jr|Sr|Junior|Senior)\b/;

/** The tables know the person as a “Jr.”. */
function bearsJunior({ table }: Reading, person: string): boolean {
  return table.forms.en.some(({ actor, form }) => actor === person && /\bJr\b/.test(form));
}

/** “Sheikh Mohamed”, “Prince Faisal”: the one named in full on the page who has the given name. */
function rulerByGivenName(reading: Reading, name: string): string | null {
  const given =
    /^(?:Sheikha?|Emir|Amir|Prince|Princess|King|Queen|Sultan|Sayyid) (\p{Lu}\p{L}+)$/u.exec(name);
  if (given === null) return null;
  const key = keyOf(given[1]!);
  const bearers = new Set<string>();
  for (const { kind, form, actor } of reading.table.forms.en)
    if (
      kind === "full" &&
      reading.introductions.named.has(actor) &&
      keyOf(form).startsWith(`${key} `)
    )
      bearers.add(actor);
  return bearers.size === 1 ? [...bearers][0]! : null;
}

/** Resolve a name of the tables, with or without a title before it; `null` when the words name nobody after all. */
export function readName(reading: Reading, phrase: Phrase, item: Item): Candidate | null {
  const full = personsOf(item, "full");
  const titles = titleSenses(phrase.titles);
  const persons = (full.length > 0 ? full : personsOf(item, "short")).filter(
    (person) => !contradictsGender(reading, titles, person),
  );
  const words = reading.scan.text.slice(item.start, item.end);
  const suffix = generation.exec(reading.scan.text.slice(item.end, item.end + 8))?.[1];
  if (suffix !== undefined && full.length === 1 && !bearsJunior(reading, full[0]!)) {
    const id = strangerId(`${words} ${suffix}`);
    return mention(reading, phrase, id, "person", "name", "namesake");
  }
  if (full.length === 1 && persons.length === 1) {
    if (isNamesake(reading, phrase, full[0]!))
      return mention(reading, phrase, strangerId(words), "person", "name", "namesake");
    return mention(reading, phrase, full[0]!, "person", "name", "full-name");
  }
  const decided = decidePerson(reading, phrase, item, persons);
  // “советника Роска”: the adviser of Rosk, who leads a state, not Rosk.
  if (decided !== null && isAide(phrase) && leads(reading, decided))
    return mention(reading, { ...item, titles: [] }, decided, "person", "name", "short-name");
  if (decided !== null) return mention(reading, phrase, decided, "person", "name", "short-name");
  if (titles.length === 0 && needsIntroduction(reading, item)) return null;
  reading.diagnostics.push({
    code: "ACTOR_AMBIGUOUS",
    severity: "info",
    document: reading.document.id,
    span: spanOf(reading.document, item),
    message:
      persons.length > 1
        ? `“${words}” can be ${persons.length} people, and nothing on the page decides between them.`
        : `“${words}” may be a person of the tables, but nothing on the page says so.`,
  });
  return mention(reading, phrase, null, "person", "name", "ambiguous-name");
}

/** A surname that is also a state's or a place's name (`Montenegro said`), where the page has introduced who bears it. */
export function readNamesake(reading: Reading, phrase: Phrase, item: Item): Candidate | null {
  const persons = personsOf(item, "short");
  if (persons.length === 0) return null;
  const { scan, lexemes, introductions } = reading;
  const next = scan.words[item.last];
  if (next === undefined || !wordsOfClass(lexemes, "speech").has(next.key)) return null;
  const key = keyOf(scan.text.slice(item.start, item.end));
  const introduced = (introductions.bySurname.get(key) ?? []).filter(
    (entry) => persons.includes(entry.actor) && entry.at <= item.start,
  );
  const ids = new Set(introduced.map((entry) => entry.actor));
  if (ids.size !== 1) return null;
  return mention(reading, phrase, [...ids][0]!, "person", "name", "short-name");
}

function isAide(phrase: Phrase): boolean {
  const titles = titleSenses(phrase.titles);
  return (
    phrase.nation === null &&
    titles.length > 0 &&
    titles.every(({ form }) => /^(?:советник|помощник|пресс-секретарь|представитель)/u.test(form))
  );
}

function leads(reading: Reading, actor: string): boolean {
  return rolesIn(reading.table, actor, reading.when).some((office) =>
    office.role.startsWith("head-of-"),
  );
}

/** A form too common or too short to be anybody's name by itself. */
function needsIntroduction(reading: Reading, item: Item): boolean {
  const form = reading.scan.text.slice(item.start, item.end);
  if (item.senses.every((sense) => sense.kind === "short" && sense.weak)) return true;
  if (reading.grammar.language === "zh") return form.length < 3;
  return wordsOfClass(reading.lexemes, "plain").has(keyOf(form));
}

function decidePerson(
  reading: Reading,
  phrase: Phrase,
  item: Item,
  persons: readonly string[],
): string | null {
  const key = keyOf(reading.scan.text.slice(item.start, item.end));
  const titled = phrase.titles.length > 0 ? personByTitle(reading, phrase, persons) : null;
  if (titled !== null) return titled;
  const introduced = reading.introductions.bySurname.get(key) ?? [];
  const fitting = introduced.filter((entry) => persons.includes(entry.actor) || entry.stranger);
  const ids = new Set(fitting.map((entry) => entry.actor));
  if (ids.size === 1) return [...ids][0]!;
  if (ids.size > 1) return nearest(fitting, item.start);
  if (contradictsNation(reading, phrase, persons) || isOutsider(phrase)) return null;
  const strong = new Set(item.senses.filter((sense) => !sense.weak).map((sense) => sense.value));
  const candidates = persons.filter((person) => strong.has(person));
  const active = candidates.filter((person) => activeIn(reading.table, person, reading.when, 4));
  const long = key.length >= (reading.grammar.language === "zh" ? 3 : 4);
  if (active.length === 1) return isExpected(reading, active[0]!, long) ? active[0]! : null;
  if (candidates.length === 1) {
    return long && !wordsOfClass(reading.lexemes, "plain").has(key) ? candidates[0]! : null;
  }
  const leading = active.filter((person) => isLeading(reading, person));
  return leading.length === 1 ? leading[0]! : null;
}

/** A short name counts without introduction for those who lead a state, and where their state is spoken of. */
function isExpected(reading: Reading, person: string, long: boolean): boolean {
  const side = reading.table.actors.get(person)?.side ?? null;
  if (side !== null && reading.introductions.states.has(side)) return true;
  const offices = rolesIn(reading.table, person, reading.when);
  return offices.some((office) => office.role.startsWith("head-of-")) || long;
}

/** The state named with the title is not that of any bearer of the name. */
function contradictsNation(reading: Reading, phrase: Phrase, persons: readonly string[]): boolean {
  if (phrase.nation === null || phrase.titles.length === 0) return false;
  const state = stateFrom(reading, phrase.nation);
  if (state === null || state.startsWith("INT:")) return false;
  return persons.every((person) => reading.table.actors.get(person)?.side !== state);
}

const outsideTrades =
  /^(?:professor|prof\.?|analyst|researcher|研究员|教授|专家|学者|分析人士|профессор|эксперт|аналитик|политолог|доцент)$/;

/** A title of scholars, not of those the tables hold. */
function isOutsider(phrase: Phrase): boolean {
  return titleSenses(phrase.titles).some((title) => outsideTrades.test(title.form));
}

/** The last person of this surname introduced before the place, when no other was within the same stretch. */
function nearest(
  entries: readonly { readonly actor: string; readonly at: number }[],
  at: number,
): string | null {
  let found: string | null = null;
  for (const entry of entries) if (entry.at <= at) found = entry.actor;
  return found;
}

const leadingRoles = new Set(["head-of-state", "head-of-government", "foreign-minister"]);

function isLeading(reading: Reading, person: string): boolean {
  return rolesIn(reading.table, person, reading.when).some((office) =>
    leadingRoles.has(office.role),
  );
}

/** States whose names are short and borne by many, so that a full name alone may be somebody else's. */
const shortNames = /^(?:CHN|TWN|HKG|KOR|PRK|VNM):/;

const tradeAfter =
  /^, (?:an? |the |who is )?(?:[\w-]+ ){0,4}(?:professor|analyst|researcher|fellow|scholar|economist|lecturer|historian|expert|student|activist|lawyer|engineer|entrepreneur|athlete|player|coach|singer|actor|actress)\b/;

/** The words around a full name say that it is a scholar's, not an office-holder's, who bears the same. */
function isNamesake(reading: Reading, phrase: Phrase, person: string): boolean {
  if (!shortNames.test(person)) return false;
  if (isOutsider(phrase)) return true;
  const { scan, grammar } = reading;
  return grammar.language === "en" && tradeAfter.test(scan.text.slice(phrase.end, phrase.end + 80));
}
