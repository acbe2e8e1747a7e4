import type { Context } from "../context.ts";
import type { ActorMention, ActorType, Document } from "../document.ts";
import { spanOf } from "../document.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { DateInterval } from "../records.ts";
import { actorTable, stateOf, type ActorTable, type Office } from "./actor-table.ts";
import { hasKind, senseOf, type ActorGrammar, type Phrase } from "./compose.ts";
import type { Introductions } from "./introductions.ts";
import type { Lexemes, Sense } from "./lexemes.ts";
import { isPlaceHere } from "./metonyms.ts";
import { activeIn, dateOf, holderOf, officesFor, rolesIn, strangerId } from "./people.ts";
import type { Item, Scan } from "./scan.ts";
import { keyOf } from "./trie.ts";

/** Everything that resolving the mentions of one document looks at. */
export interface Reading {
  readonly document: Document;
  readonly table: ActorTable;
  readonly lexemes: Lexemes;
  readonly grammar: ActorGrammar;
  readonly scan: Scan;
  readonly introductions: Introductions;
  readonly when: DateInterval | null;
  readonly governmentLeads: ReadonlySet<string>;
  readonly diagnostics: Diagnostic[];
}

/** A mention with what the later steps need to know about it. */
export interface Candidate extends ActorMention {
  /** Titles of the phrase; empty for a bare name. */
  readonly titles: readonly Sense[];
  /** A role without a state (`the president`), or a counterpart: resolved from what was said before. */
  readonly open: "role" | "counterpart" | null;
  /** State named with an open role (`his Chinese counterpart`). */
  readonly state: string | null;
}

/** States in which the head of government is the leader in everyday use (`actors/government-leads.tsv`). */
export function governmentLeads(context: Context): ReadonlySet<string> {
  return context.derived(
    "actors/government-leads",
    () => new Set(context.rows("actors/government-leads").map((row) => row["state"]!)),
  );
}

/** Gather what resolving needs; `actorTable` and date come from the context and the document. */
export function createReading(
  document: Document,
  context: Context,
  parts: Pick<Reading, "lexemes" | "grammar" | "scan" | "introductions">,
): Reading {
  return {
    document,
    table: actorTable(context),
    when: dateOf(document),
    governmentLeads: governmentLeads(context),
    diagnostics: [],
    ...parts,
  };
}

/** Resolve a phrase on its own; `null` when it is no mention after all. */
export function readPhrase(reading: Reading, phrase: Phrase): Candidate | null {
  if (phrase.stranger !== null) {
    const name = reading.scan.text.slice(phrase.stranger.start, phrase.stranger.end);
    return mention(reading, phrase, strangerActor(reading, name), "person", "name", "stranger");
  }
  if (phrase.name !== null) return readName(reading, phrase, phrase.name);
  if (phrase.titles.length > 0) return readRole(reading, phrase);
  if (phrase.ministry !== null) return readMinistry(reading, phrase);
  return phrase.nation === null ? null : readNation(reading, phrase.nation);
}

/** A surname alone is the one stranger introduced with it. */
function strangerActor(reading: Reading, name: string): string {
  const introduced = reading.introductions.bySurname.get(keyOf(name)) ?? [];
  const ids = new Set(introduced.map((entry) => entry.actor));
  return ids.size === 1 ? [...ids][0]! : strangerId(name);
}

function mention(
  reading: Reading,
  phrase: { readonly start: number; readonly end: number; readonly titles?: readonly Item[] },
  actor: string | null,
  type: ActorType,
  how: ActorMention["how"],
  rule: string,
  extra: Partial<Candidate> = {},
): Candidate {
  return {
    start: phrase.start,
    end: phrase.end,
    actor,
    actors: actor === null ? [] : [actor],
    type,
    how,
    basis: how === "name" || how === "demonym" ? "stated" : "inferred",
    rule: `actor/${reading.grammar.language}/${rule}`,
    titles: titleSenses(phrase.titles ?? []),
    open: null,
    state: null,
    ...extra,
  };
}

function titleSenses(items: readonly Item[]): Sense[] {
  return items.flatMap((item) =>
    item.senses.filter((sense) => sense.kind === "title" || sense.kind === "role"),
  );
}

function readName(reading: Reading, phrase: Phrase, item: Item): Candidate {
  const full = personsOf(item, "full");
  const persons = full.length > 0 ? full : personsOf(item, "short");
  if (full.length === 1) return mention(reading, phrase, full[0]!, "person", "name", "full-name");
  const decided = decidePerson(reading, phrase, item, persons);
  if (decided !== null) return mention(reading, phrase, decided, "person", "name", "short-name");
  reading.diagnostics.push({
    code: "ACTOR_AMBIGUOUS",
    severity: "info",
    document: reading.document.id,
    span: spanOf(reading.document, item),
    message: `“${reading.scan.text.slice(item.start, item.end)}” can be ${persons.length} people, and nothing on the page decides between them.`,
  });
  return mention(reading, phrase, null, "person", "name", "ambiguous-name");
}

/** Persons an item can name, once each. */
export function personsOf(item: Item, kind: "full" | "short"): string[] {
  return [
    ...new Set(item.senses.filter((sense) => sense.kind === kind).map((sense) => sense.value)),
  ];
}

function decidePerson(
  reading: Reading,
  phrase: Phrase,
  item: Item,
  persons: readonly string[],
): string | null {
  const key = keyOf(reading.scan.text.slice(item.start, item.end));
  const titled = phrase.titles.length > 0 ? byTitle(reading, phrase, persons) : null;
  if (titled !== null) return titled;
  const introduced = reading.introductions.bySurname.get(key) ?? [];
  const fitting = introduced.filter((entry) => persons.includes(entry.actor) || entry.stranger);
  const ids = new Set(fitting.map((entry) => entry.actor));
  if (ids.size === 1) return [...ids][0]!;
  if (ids.size > 1) return nearest(fitting, item.start);
  const active = persons.filter((person) => activeIn(reading.table, person, reading.when, 4));
  if (active.length === 1) return active[0]!;
  const long = key.length >= (reading.grammar.language === "zh" ? 3 : 4);
  if (persons.length === 1) return long ? persons[0]! : null;
  const leading = active.filter((person) => isLeading(reading, person));
  return leading.length === 1 ? leading[0]! : null;
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

function byTitle(reading: Reading, phrase: Phrase, persons: readonly string[]): string | null {
  const titles = titleSenses(phrase.titles);
  const state = phrase.nation === null ? null : stateFrom(reading, phrase.nation);
  const matching = persons.filter((person) => {
    const home = reading.table.actors.get(person)?.side ?? null;
    if (state !== null && home !== null && home !== state) return false;
    return rolesIn(reading.table, person, phrase.former ? null : reading.when).some((office) =>
      officesFor(
        reading.table,
        office.state,
        titles,
        reading.grammar.language,
        reading.governmentLeads,
      ).includes(office),
    );
  });
  return matching.length === 1 ? matching[0]! : null;
}

/** The state (or international body) an item stands for; `null` for one that several claim. */
export function stateFrom(reading: Reading, item: Item): string | null {
  const states = new Set<string>();
  for (const sense of item.senses) {
    if (sense.kind === "state" || sense.kind === "demonym") states.add(sense.value);
    else if (sense.kind === "pair" && item.senses.every((other) => other.kind === "pair"))
      states.add(sense.value);
    else if (sense.kind === "place") {
      const metonym = reading.table.actors.get(sense.value)?.metonym;
      if (metonym !== null && metonym !== undefined) states.add(metonym);
    } else if (sense.kind === "body") {
      const side = reading.table.actors.get(sense.value)?.side ?? stateOf(sense.value);
      if (side !== null) states.add(side);
    }
  }
  if (states.size <= 1) return [...states][0] ?? null;
  const named = [...states].filter((state) => reading.introductions.states.has(state));
  return named.length === 1 ? named[0]! : null;
}

const looseTitles = new Set(["rank", "honorific", "other", "ambassador"]);

function readRole(reading: Reading, phrase: Phrase): Candidate | null {
  const titles = titleSenses(phrase.titles);
  const body = bodyOf(reading, phrase);
  const isSpokesperson = titles.some((title) => title.value === "spokesperson");
  if (titles.some((title) => title.value === "counterpart"))
    return readCounterpart(reading, phrase);
  if (isSpokesperson && body !== null) {
    const type = reading.table.actors.get(body)?.type ?? "body";
    return mention(reading, phrase, body, type, "role", "spokesperson");
  }
  const state = phrase.nation === null ? null : stateFrom(reading, phrase.nation);
  if (phrase.nation === null) return readBareRole(reading, phrase, titles);
  if (state === null) return readNation(reading, phrase.nation);
  if (
    hasKind(phrase.nation, "pair") &&
    /[驻访赴对在旅中]$/.test(reading.scan.text.slice(0, phrase.start).slice(-1))
  )
    return null;
  const offices = officesFor(
    reading.table,
    state,
    titles,
    reading.grammar.language,
    reading.governmentLeads,
  );
  if (offices.length === 0) {
    const actor = body ?? state;
    const type = reading.table.actors.get(actor)?.type ?? "state";
    if (titles.some((title) => title.value === "of-state"))
      return mention(reading, phrase, actor, type, "role", "officials");
    const open = titles.some((title) => title.kind === "title" && !looseTitles.has(title.value));
    if (!open || state.startsWith("INT:")) return readNation(reading, phrase.nation);
    return mention(reading, phrase, null, "person", "role", "state-role-open", { state });
  }
  const holder = phrase.former ? null : holderHere(reading, phrase, offices);
  return mention(reading, phrase, holder, "person", "role", "state-role", { state });
}

/** The body a phrase names: the ministry of its state, or the body it names itself. */
function bodyOf(reading: Reading, phrase: Phrase): string | null {
  if (phrase.ministry !== null) return ministryOf(reading, phrase);
  const named = phrase.nation;
  if (named === null) return null;
  return senseOf(named, "body")?.value ?? senseOf(named, "medium")?.value ?? null;
}

function ministryOf(reading: Reading, phrase: Phrase): string | null {
  const role = phrase.ministry!.value.slice("ministry:".length);
  const { party, issuer } = reading.document;
  const home = party ?? (issuer === null ? null : stateOf(issuer));
  const state = phrase.nation === null ? home : stateFrom(reading, phrase.nation);
  if (state === null) return null;
  const office = (reading.table.officesOf.get(state) ?? []).find(
    (candidate) => candidate.role === role,
  );
  return office?.body ?? ministryBody(reading, state, role);
}

const ministryNames: Readonly<Record<string, RegExp>> = {
  "foreign-minister": /foreign|external affairs|state department|department of state/i,
  "defence-minister": /defen[cs]e|department of war|pentagon/i,
  trade: /commerce|trade/i,
  finance: /finance|treasury/i,
};

/** The one ministry of a state whose English name tells its field. */
function ministryBody(reading: Reading, state: string, role: string): string | null {
  const pattern = ministryNames[role];
  if (pattern === undefined) return null;
  const found = [...reading.table.actors.values()].filter(
    (actor) =>
      actor.detail === "ministry" && stateOf(actor.id) === state && pattern.test(actor.label),
  );
  return found.length === 1 ? found[0]!.id : null;
}

function readMinistry(reading: Reading, phrase: Phrase): Candidate {
  const actor = ministryOf(reading, phrase);
  return mention(reading, phrase, actor, "body", "role", "ministry");
}

function readCounterpart(reading: Reading, phrase: Phrase): Candidate {
  const state = phrase.nation === null ? null : stateFrom(reading, phrase.nation);
  return mention(reading, phrase, null, "person", "role", "counterpart", {
    open: "counterpart",
    state,
  });
}

/** The side whose official page this is. */
function homeOf(reading: Reading): string | null {
  const { party, issuer } = reading.document;
  if (party !== null || issuer === null) return party;
  return reading.table.actors.get(issuer)?.type === "body" ? stateOf(issuer) : null;
}

function readBareRole(
  reading: Reading,
  phrase: Phrase,
  titles: readonly Sense[],
): Candidate | null {
  const { grammar, scan } = reading;
  if (
    titles.every(
      (title) => title.kind === "role" || title.value === "honorific" || title.value === "rank",
    )
  )
    return null;
  const unique = phrase.titles.length === 1 ? uniqueOffice(reading, phrase.titles[0]!) : null;
  if (unique !== null) {
    const holder = phrase.former ? null : holderHere(reading, phrase, [unique]);
    return mention(reading, phrase, holder, "person", "role", "unique-office", {
      state: unique.state,
    });
  }
  const capital = /^\p{Lu}/u.test(scan.text.slice(phrase.titles[0]!.start));
  if (grammar.language === "zh" || phrase.former) return null;
  const alone = grammar.language === "ru" || phrase.determined;
  const home = homeOf(reading);
  if (!alone && !(capital && home !== null)) return null;
  if (titles.some((title) => title.value === "leader") && grammar.language === "ru") return null;
  if (home !== null && capital) {
    const offices = officesFor(
      reading.table,
      home,
      titles,
      grammar.language,
      reading.governmentLeads,
    );
    const holder = holderHere(reading, phrase, offices);
    if (holder !== null) return mention(reading, phrase, holder, "person", "role", "party-role");
  }
  return mention(reading, phrase, null, "person", "role", "bare-role", { open: "role" });
}

/** The one office in the world that bears a title of several words (`председатель КНР`, `Chinese leader`). */
function uniqueOffice(reading: Reading, title: Item): Office | null {
  const ids = new Set(
    title.senses.filter((sense) => sense.kind === "office").map((sense) => sense.value),
  );
  const form = reading.scan.text.slice(title.start, title.end);
  if (ids.size !== 1 || (!/\s/.test(form) && form.length < 5)) return null;
  const classes = title.senses.filter((sense) => sense.kind === "title").map((sense) => sense.form);
  if (reading.lexemes.generic.has(classes[0] ?? "")) return null;
  return reading.table.offices.find((office) => office.id === [...ids][0]) ?? null;
}

/** Holder on the document's date, unless the sentence speaks of another time at which somebody else held it. */
function holderHere(
  reading: Reading,
  phrase: Phrase,
  offices: ReturnType<typeof officesFor>,
): string | null {
  const { document, when } = reading;
  const holder = holderOf(offices, when);
  if (when === null) return holderNamed(reading, offices);
  for (const other of elsewhen(document, phrase.start, when)) {
    if (holderOf(offices, other) !== holder) return null;
  }
  return holder;
}

/** Without a date: the one holder whom the page names in full. */
function holderNamed(reading: Reading, offices: ReturnType<typeof officesFor>): string | null {
  const named = new Set<string>();
  for (const office of offices) {
    for (const term of office.terms) if (isNamed(reading, term.person)) named.add(term.person);
  }
  return named.size === 1 ? [...named][0]! : null;
}

/** Times more than half a year from the document's that the same sentence names before the place. */
function elsewhen(document: Document, at: number, when: DateInterval): DateInterval[] {
  const sentences = document.layers.sentences;
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.end <= at) low = middle + 1;
    else high = middle;
  }
  const sentence = sentences[low];
  if (sentence === undefined) return [];
  const found: DateInterval[] = [];
  for (const time of timesIn(document, sentence.start, sentence.end)) {
    const { interval } = time;
    if (interval === null || time.type === "duration") continue;
    const far =
      daysBetween(interval.latest, when.earliest) > 180 ||
      daysBetween(when.latest, interval.earliest) > 180;
    if (far) found.push(interval);
  }
  return found;
}

function timesIn(
  document: Document,
  start: number,
  end: number,
): Document["layers"]["times"][number][] {
  const times = document.layers.times;
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  const found = [];
  for (let index = low; index < times.length && times[index]!.start < end; index++)
    found.push(times[index]!);
  return found;
}

function daysBetween(from: string, to: string): number {
  return (
    (Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00:00Z`)) /
    86_400_000
  );
}

function readNation(reading: Reading, item: Item): Candidate | null {
  const { table, grammar } = reading;
  const state = senseOf(item, "state");
  if (state !== null) {
    const actor = stateFrom(reading, item);
    return mention(reading, item, actor, "state", "name", "state");
  }
  const body = senseOf(item, "body");
  if (body !== null) {
    const known = table.actors.get(body.value);
    const seat =
      known?.detail === "presidency" && !/government|council|office|staff/i.test(known.label);
    const residence = known?.detail === "residence" || seat;
    if (residence && isPlaceHere(reading.scan, reading.lexemes, grammar.language, item)) {
      return mention(reading, item, body.value, "place", "name", "residence-as-place");
    }
    return mention(reading, item, body.value, "body", residence ? "metonym" : "name", "body");
  }
  const medium = senseOf(item, "medium");
  if (medium !== null) return mention(reading, item, medium.value, "medium", "name", "medium");
  if (hasKind(item, "demonym"))
    return mention(reading, item, stateFrom(reading, item), "state", "demonym", "demonym");
  const place = senseOf(item, "place");
  if (place === null) return null;
  const metonym = table.actors.get(place.value)?.metonym ?? null;
  if (metonym === null || isPlaceHere(reading.scan, reading.lexemes, grammar.language, item)) {
    return mention(reading, item, place.value, "place", "name", "place");
  }
  return mention(
    reading,
    item,
    metonym,
    table.actors.get(metonym)?.type ?? "state",
    "metonym",
    "capital",
  );
}

function isNamed(reading: Reading, person: string): boolean {
  return reading.introductions.named.has(person) || reading.introductions.sure.has(person);
}
