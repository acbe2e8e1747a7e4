import { stateOf } from "./actor-table.ts";
import { ministryKey } from "./ministries.ts";
import type { Office } from "./office-table.ts";
import { hasKind, senseOf, type Phrase } from "./compose.ts";
import type { Sense } from "./lexemes.ts";
import { officesFor, rolesIn } from "./people.ts";
import type { Item } from "./scan.ts";
import { type Reading, type Candidate, mention, titleSenses, stateFrom } from "./reading.ts";
import { holderHere } from "./holders.ts";
import { readNation } from "./nations.ts";

const looseTitles = new Set(["rank", "honorific", "other", "ambassador"]);

/** Resolve a title without a name: `the Chinese president`, `Kremlin spokesman`, `the President`. */
export function readRole(reading: Reading, phrase: Phrase): Candidate | null {
  if (isDeputy(reading, phrase)) return mention(reading, phrase, null, "person", "role", "deputy");
  const titles = ofMinistry(phrase, titleSenses(phrase.titles));
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

/** “the Deputy Head of the Office”: somebody below the holder of the office. */
function isDeputy({ grammar, scan }: Reading, { start, end }: Phrase): boolean {
  // “National Security Advisor to the Vice President”: of a lesser office.
  const after = scan.text.slice(end, end + 16);
  if (grammar.language === "en" && /^ to the (?:Vice|First|Deputy) /u.test(after)) return true;
  const before = scan.text.slice(Math.max(0, start - 12), start);
  return (
    grammar.language === "en" && /\b(?:deputy|vice|assistant|shadow|junior)[ -]$/iu.test(before)
  );
}

/** “глава российского МИД”, “глава польского правительства”: who leads it holds its office. */
function ofMinistry({ ministry }: Phrase, titles: readonly Sense[]): readonly Sense[] {
  if (ministry === null || !titles.every((title) => title.value === "leader")) return titles;
  const role = ministry.value.slice(ministry.value.indexOf(":") + 1);
  return titles.map((title) => ({ ...title, value: role }));
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
  return reading.table.ministries.get(ministryKey(state, role)) ?? null;
}

/** Resolve a ministry named with its state. */
export function readMinistry(reading: Reading, phrase: Phrase): Candidate {
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
  if (isOfAnother(reading, phrase)) return null;
  // Presidencies call their own “глава государства”, in small letters too.
  const capital = /^(?:\p{Lu}|глав\p{Ll}{1,2} государства(?!\p{L}))/u.test(
    scan.text.slice(phrase.titles[0]!.start, phrase.end),
  );
  if (grammar.language === "zh" || phrase.former || isIndefinite(reading, phrase)) return null;
  const alone = grammar.language === "ru" || phrase.determined;
  const home = homeOf(reading);
  if (!alone && !(capital && home !== null)) return null;
  const isLeader = titles.some((title) => title.value === "leader");
  if (isLeader && grammar.language === "ru") return null;
  if (home !== null && capital && !isLeader) {
    const offices = officesFor(
      reading.table,
      home,
      titles,
      grammar.language,
      reading.governmentLeads,
    );
    const holder = holderHere(reading, phrase, offices);
    const other =
      holder !== null &&
      isUnnamed(reading, holder) &&
      !offices.some((office) => office.role === leadRole(reading, home)) &&
      isTitledElsewhere(reading, titles, home);
    if (holder !== null && !other)
      return mention(reading, phrase, holder, "person", "role", "party-role");
  }
  return mention(reading, phrase, null, "person", "role", "bare-role", { open: "role" });
}

/**
 * “the President of the Storting”, “the Secretary of the Navy”: what follows says of what, and it is no state; but
 * “the President of the Republic” is a state's own.
 */
function isOfAnother(reading: Reading, phrase: Phrase): boolean {
  const after = reading.scan.text.slice(phrase.end, phrase.end + 24);
  return (
    reading.grammar.language === "en" &&
    /^ of (?:the )?\p{Lu}/u.test(after) &&
    !/^ of the (?:Republic|Nation)(?! of)\b/u.test(after)
  );
}

function leadRole(reading: Reading, state: string): string {
  return reading.governmentLeads.has(state) ? "head-of-government" : "head-of-state";
}

function isUnnamed(reading: Reading, person: string): boolean {
  const { named, sure } = reading.introductions;
  return !named.has(person) && !sure.has(person);
}

/** The page names a person of another side who holds an office of this title: “the Prime Minister” is that one. */
function isTitledElsewhere(reading: Reading, titles: readonly Sense[], home: string): boolean {
  return [...reading.introductions.named].some((person) => {
    const side = reading.table.actors.get(person)?.side ?? null;
    if (side === null || side === home) return false;
    const offices = officesFor(
      reading.table,
      side,
      titles,
      reading.grammar.language,
      reading.governmentLeads,
    );
    return rolesIn(reading.table, person, reading.when).some((office) => offices.includes(office));
  });
}

/** `a leader` is no particular one. */
function isIndefinite(reading: Reading, phrase: Phrase): boolean {
  return reading.grammar.language === "en" && /^an? /i.test(reading.scan.text.slice(phrase.start));
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
