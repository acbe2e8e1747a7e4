import type { ActorMention } from "../document.ts";
import { hasKind } from "./compose.ts";
import { holderOf, officesFor } from "./people.ts";
import { stateFrom, type Candidate, type Reading } from "./reading.ts";
import { gapOf, type Item } from "./scan.ts";

const andBefore = /^(?:,? (?:and|as well as)(?: of)? (?:the )?| и |-| - | – )$/;
const commaBefore = /^, (?:the )?$/;
const ofAfter = /^ of (?:the )?$/;

/**
 * Find several states named with one plural noun: `the Chinese and Russian presidents`, `leaders of China and Russia`,
 * `中俄两国元首`, `中方`.
 * @returns candidates of type `group` (or `state` for `中方`), sorted; their members are the states, or who leads them then
 */
export function findJoint(reading: Reading): Candidate[] {
  return reading.grammar.language === "zh" ? findChinesePairs(reading) : findCoordinated(reading);
}

function pluralOf(item: Item): string | null {
  const sense = item.senses.find((candidate) => candidate.value.startsWith("plural:"));
  if (sense !== undefined) return sense.value.slice("plural:".length);
  const group = item.senses.find((candidate) => candidate.kind === "group");
  if (group === undefined || !/^(?:the |these )?(?:two )?\p{L}+$/u.test(group.form)) return null;
  if (group.value === "leaders") return /president/.test(group.form) ? "head-of-state" : "leader";
  return group.value === "ministers" ? "foreign-minister" : null;
}

function findCoordinated(reading: Reading): Candidate[] {
  const { items, text } = reading.scan;
  const found: Candidate[] = [];
  for (const [at, item] of items.entries()) {
    const plural = pluralOf(item);
    if (plural === null) continue;
    const after = nationsAfter(reading, at);
    const nations = after.length >= 2 ? after : nationsBefore(reading, at);
    if (nations.length < 2) continue;
    const states = nations.map((nation) => stateFrom(reading, nation));
    if (states.some((state) => state === null)) continue;
    const first = Math.min(item.start, nations[0]!.start);
    const end = Math.max(item.end, nations.at(-1)!.end);
    const determiner = /\bthe $/i.exec(text.slice(Math.max(0, first - 4), first))?.[0].length ?? 0;
    const actors = membersOf(reading, states as string[], plural);
    found.push(groupOf(reading, first - determiner, end, actors, "joint-role"));
  }
  return found;
}

function nationsAfter(reading: Reading, at: number): Item[] {
  const { items, text } = reading.scan;
  const ofState = reading.grammar.language === "ru" ? /^ $/ : ofAfter;
  const nations: Item[] = [];
  let end = items[at]!.end;
  for (let index = at + 1; index < items.length && index < at + 8; index++) {
    const item = items[index]!;
    const gap = gapOf(text, end, item.start);
    const fits =
      nations.length === 0 ? ofState.test(gap) : andBefore.test(gap) || commaBefore.test(gap);
    if (!fits || !hasKind(item, "state")) break;
    nations.push(item);
    end = item.end;
    if (andBefore.test(gap)) break;
  }
  return nations;
}

function nationsBefore(reading: Reading, at: number): Item[] {
  const { items, text } = reading.scan;
  const nations: Item[] = [];
  let start = items[at]!.start;
  for (let index = at - 1; index >= 0 && index > at - 6; index--) {
    const item = items[index]!;
    const gap = gapOf(text, item.end, start);
    const fits =
      nations.length === 0
        ? gap === " "
        : nations.length === 1
          ? andBefore.test(gap)
          : commaBefore.test(gap);
    if (!fits || !hasKind(item, "state", "demonym")) break;
    nations.unshift(item);
    start = item.start;
  }
  return nations;
}

/** Who is meant: the states themselves, or those who hold the office in each; empty when one of them is not known. */
function membersOf(reading: Reading, states: readonly string[], plural: string): readonly string[] {
  if (plural === "of-state") return states;
  const holders = states.map((state) => holderFor(reading, state, plural));
  return holders.every((holder) => holder !== null) ? (holders as string[]) : [];
}

function holderFor(reading: Reading, state: string, role: string): string | null {
  const title = {
    kind: "title",
    value: role,
    form: "",
    capitals: 0,
    weak: false,
    exact: null,
  } as const;
  const offices = officesFor(
    reading.table,
    state,
    [title],
    reading.grammar.language,
    reading.governmentLeads,
  );
  return holderOf(offices, reading.when);
}

function groupOf(
  reading: Reading,
  start: number,
  end: number,
  actors: readonly string[],
  rule: string,
  how: ActorMention["how"] = "group",
): Candidate {
  return {
    start,
    end,
    actor: null,
    actors,
    type: "group",
    how,
    basis: "inferred",
    rule: `actor/${reading.grammar.language}/${rule}`,
    titles: [],
    open: null,
    state: null,
  };
}

const everPresent = new Set(["CHN", "RUS", "USA", "INT:eu"]);
const groupRoles: Readonly<Record<string, string>> = {
  "head-of-state": "leader",
  leader: "leader",
  "head-of-government": "head-of-government",
  "foreign-minister": "foreign-minister",
  "defence-minister": "defence-minister",
};

/** One-character names of states, which count only side by side (`中俄`) or with `方` (`中方`). */
function findChinesePairs(reading: Reading): Candidate[] {
  const { items, text } = reading.scan;
  const found: Candidate[] = [];
  for (let at = 0; at < items.length; at++) {
    const run: { item: Item; state: string }[] = [];
    for (let index = at; index < items.length; index++) {
      const item = items[index]!;
      const state = item.senses.every((sense) => sense.kind === "pair")
        ? pairState(reading, item)
        : null;
      if (state === null || (run.length > 0 && run.at(-1)!.item.end !== item.start)) break;
      if (run.some((known) => known.state === state)) break;
      run.push({ item, state });
    }
    if (run.length === 0) continue;
    const last = run.at(-1)!.item;
    if (run.length === 1) {
      if (
        text.charAt(last.end) === "方" &&
        !/^方(?:案|法|式|向|针|位|才|便|程|略)/.test(text.slice(last.end, last.end + 2))
      ) {
        const side = groupOf(reading, last.start, last.end + 1, [run[0]!.state], "side", "role");
        found.push({ ...side, actor: run[0]!.state, type: "state" });
      }
      continue;
    }
    at += run.length - 1;
    found.push(
      pairGroup(
        reading,
        run.map((part) => part.state),
        run[0]!.item,
        last,
        items[at + 1],
      ),
    );
  }
  return found;
}

function pairState(reading: Reading, item: Item): string | null {
  const states = [...new Set(item.senses.map((sense) => sense.value))];
  const sure = states.filter((state) => everPresent.has(state));
  if (sure.length > 0) return sure[0]!;
  const named = states.filter((state) => reading.introductions.states.has(state));
  return named.length === 1 ? named[0]! : null;
}

function pairGroup(
  reading: Reading,
  states: readonly string[],
  first: Item,
  last: Item,
  next: Item | undefined,
): Candidate {
  const between = next === undefined ? "\n" : gapOf(reading.scan.text, last.end, next.start);
  if (next === undefined || !/^(?:两国|双方|三国)?$/.test(between)) {
    return groupOf(reading, first.start, last.end, states, "pair", "demonym");
  }
  const group = next.senses.find((sense) => sense.kind === "group")?.value;
  const title = next.senses.find(
    (sense) => sense.kind === "title" && sense.value in groupRoles,
  )?.value;
  const role =
    group === "leaders"
      ? "leader"
      : group === "ministers"
        ? "foreign-minister"
        : title && groupRoles[title];
  if (role !== undefined && role !== "") {
    return groupOf(reading, first.start, next.end, membersOf(reading, states, role), "pair-role");
  }
  if (group === "countries" || group === "sides")
    return groupOf(reading, first.start, next.end, states, "pair-states");
  return groupOf(reading, first.start, last.end, states, "pair", "demonym");
}
