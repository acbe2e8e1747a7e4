import type { Document } from "../document.ts";
import type { EncounterMention } from "../records.ts";
import { addDays, daysBetween } from "../time/calendar.ts";
import type { Sighting } from "./sighting.ts";

/** What is news took place at most so many days before a report of it came out. */
const newsDays = 3;

/** The title and so many sentences after it are the lead of a report. */
const leadSentences = 3;

/** Encounters that last or are dated by themselves are not news of a day. */
const lasting: ReadonlySet<string> = new Set(["visit", "exercise", "letter", "multilateral"]);

/**
 * Date the encounter that the lead of a report tells as its news and gives no day for: it took place in the days before
 * the report came out. Where the lead tells of others as well, or of any number, nothing is said.
 * @param groups - the sightings behind each mention
 * @returns the mentions, that one with an inferred interval
 */
export function datedAsNews(
  document: Document,
  found: readonly EncounterMention[],
  groups: ReadonlyMap<EncounterMention, readonly Sighting[]>,
): readonly EncounterMention[] {
  const { earliest, latest } = document.published;
  if (document.kind !== "report" || earliest === null || latest === null) return found;
  if (daysBetween(earliest, latest) > 1) return found;
  const lead = document.layers.sentences[leadSentences - 1]?.end ?? document.text.length;
  const told = found.filter(({ start }) => start < lead);
  const [news, other] = told;
  if (news === undefined || other !== undefined) return found;
  if (news.date !== null || news.status !== "held" || lasting.has(news.mode)) return found;
  if (groups.get(news)?.some((one) => one.earlier || one.reference) === true) return found;
  const sentence = document.layers.sentences.find(
    ({ start, end }) => start <= news.start && news.start < end,
  );
  if (/\d/.test(document.text.slice(sentence?.start ?? 0, sentence?.end ?? 0))) return found;
  const date = { earliest: addDays(earliest, -newsDays), latest };
  return found.map((mention) =>
    mention === news ? { ...mention, date, dateBasis: "inferred", datedBy: "page" } : mention,
  );
}
