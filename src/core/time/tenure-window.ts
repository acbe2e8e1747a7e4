import { actorTable } from "../actors/actor-table.ts";
import type { Office } from "../actors/office-table.ts";
import type { Context } from "../context.ts";
import type { ActorMention, Document, Language } from "../document.ts";
import type { DateInterval } from "../records.ts";

/** What before or within a title says that the person holds the office no more, or not yet. */
const notNow =
  /\b(?:former|ex|then|late|past|previous|future|next|incoming|elect|designate|nominee|candidate)\b|(?:бывш|экс|тогдашн|покойн|избранн|будущ|кандидат)|(?:前|时任|時任|原|已故|候任|当选|當選|候选)/iu;

/** An office without an end in the tables. */
const open = "9999-12-31";

/**
 * The days a page can be from by the office-holders it names with their titles (“President A met Prime Minister B”):
 * those on which all of them held these offices.
 * @param mentions - the page's actors, read without its date
 * @returns the only such interval; `latest` is `9999-12-31` where all are still in office; `null` when they never held
 *   office together, or a page that is no official account names but one
 */
export function tenureWindow(
  document: Document,
  context: Context,
  mentions: readonly ActorMention[],
): DateInterval | null {
  const language = document.language as Language;
  const tenures = new Map<string, DateInterval[]>();
  for (const mention of mentions) {
    if (mention.actor === null || mention.how !== "name" || tenures.has(mention.actor)) continue;
    const quote = document.text.slice(mention.start, mention.end).toLowerCase();
    const around = document.text.slice(Math.max(0, mention.start - 10), mention.end + 6);
    if (notNow.test(around)) continue;
    const held = (actorTable(context).held.get(mention.actor) ?? []).filter(({ office }) =>
      isTitled(quote, office, language),
    );
    if (held.length > 0)
      tenures.set(
        mention.actor,
        held.map(({ term }) => ({ earliest: term.from, latest: term.to })),
      );
  }
  if (tenures.size < (isOfficial(document) ? 1 : 2)) return null;
  let windows: DateInterval[] = [{ earliest: "0000-01-01", latest: open }];
  for (const intervals of tenures.values()) windows = intersections(windows, intervals);
  const { length } = windows;
  return length === 1 ? windows[0]! : null;
}

/** Accounts of the day, which give nobody a title of the past. */
function isOfficial(document: Document): boolean {
  const kinds = ["readout", "joint-statement", "remarks", "briefing"];
  return document.party !== null || kinds.includes(document.kind);
}

/** Whether a mention puts a title of the office before or after the name. */
function isTitled(quote: string, office: Office, language: Language): boolean {
  return office.titles[language].some(
    (title) => title.length < quote.length && quote.includes(title),
  );
}

function intersections(
  some: readonly DateInterval[],
  others: readonly DateInterval[],
): DateInterval[] {
  return some.flatMap((one) =>
    others
      .map((other) => ({
        earliest: one.earliest > other.earliest ? one.earliest : other.earliest,
        latest: one.latest < other.latest ? one.latest : other.latest,
      }))
      .filter((both) => both.earliest <= both.latest),
  );
}
