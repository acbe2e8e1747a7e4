import type { Document } from "../document.ts";
import type { DateInterval } from "../records.ts";
import type { Phrase } from "./compose.ts";
import type { Term } from "./office-table.ts";
import { holderOf, officesFor } from "./people.ts";
import type { Reading } from "./reading.ts";

/** Holder on the document's date, unless the sentence speaks of another time at which somebody else held it. */
export function holderHere(
  reading: Reading,
  phrase: Phrase,
  offices: ReturnType<typeof officesFor>,
): string | null {
  const { document, when } = reading;
  if (when === null) return holderNamed(reading, offices);
  const wide = daysBetween(when.earliest, when.latest) > vagueDays;
  const holder = holderOf(offices, when) ?? (wide ? holderNamed(reading, offices) : null);
  for (const other of elsewhen(document, phrase.start, when)) {
    if (holderOf(offices, other) !== holder) return null;
  }
  return holder;
}

/** From how many days on a page's date tells as little of who held an office as none. */
const vagueDays = 60;

/** Without a date, or with a vague one: the one holder whom the page names in full. */
function holderNamed(reading: Reading, offices: ReturnType<typeof officesFor>): string | null {
  const named = new Set<string>();
  for (const office of offices) {
    for (const term of office.terms)
      if (isWithin(term, reading.when) && isNamed(reading, term.person)) named.add(term.person);
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

function isWithin(term: Term, when: DateInterval | null): boolean {
  return when === null || (term.from <= when.latest && term.to >= when.earliest);
}

function isNamed(reading: Reading, person: string): boolean {
  return reading.introductions.named.has(person) || reading.introductions.sure.has(person);
}
