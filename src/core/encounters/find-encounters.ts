import type { Context } from "../context.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { Document } from "../document.ts";
import type { Found } from "../lang/pack.ts";
import type { EncounterMention } from "../records.ts";
import { daysBetween } from "../time/calendar.ts";
import { placeAtSummits } from "./at-summits.ts";
import { attendanceOf } from "./attendance.ts";
import { joinSightings, mentionOf } from "./join-sightings.ts";
import { datedAsNews } from "./news-date.ts";
import { ownEncounter } from "./own-encounter.ts";
import type { EncounterGrammar } from "./rules.ts";
import type { Sighting } from "./sighting.ts";
import { viewSentence, type SentenceView } from "./sentence-view.ts";
import type { Party } from "./sides.ts";
import { sightingsIn, type NamedSummit } from "./sightings.ts";
import { findSummits, namedEdition } from "./summits.ts";

/** Most encounters taken from one page; a page that speaks of more is an index. */
const mostEncounters = 200;

/**
 * Find the encounters a document speaks of: every trigger with its participants, date, place and
 * status; places that mean the same encounter become one mention, the document's own first.
 * @returns mentions; warns `ENCOUNTERS_MANY` where a page speaks of more than are kept
 */
export function findEncountersWith(
  document: Document,
  context: Context,
  grammar: EncounterGrammar,
): Found<EncounterMention> {
  const folded = grammar.folded?.(document.text, context) ?? document.text;
  // Hard-wrapped lines and unbreakable blanks are blanks to the rules.
  const text = folded.replace(/[\n\r\t\u00a0]/gu, " ");
  const summits = summitsOf(document, context);
  const views = withKnownSides(
    document.layers.sentences.map((sentence) =>
      viewSentence(document, sentence, text, grammar, context),
    ),
  );
  const sightings = views.flatMap((view) => {
    const { start, end } = view.sentence;
    const here = summits.filter((summit) => summit.start >= start && summit.start < end);
    return sightingsIn(document, view, here, grammar, context);
  });
  const own = ownEncounter(document, sightings, grammar, context);
  const others = own === null ? sightings : besides(own, sightings);
  const all = placeAtSummits(joinSightings(others, own), document);
  const groups = all.slice(0, mostEncounters);
  const told = groups
    .map((group) => {
      const attending = group.main ? attendanceOf(document, views, group.members[0]!, grammar) : [];
      return [mentionOf(group, attending, context), group.members] as const;
    })
    .filter(([{ participants }]) => participants.length > 0);
  const found = datedAsNews(
    document,
    told.map(([mention]) => mention).toSorted((a, b) => a.start - b.start),
    new Map(told),
  );
  return {
    found: found.toSorted((a, b) => Number(b.main) - Number(a.main) || a.start - b.start),
    diagnostics: [...tooMany(document, all.length), ...contradictions(document, found)],
  };
}

function tooMany(document: Document, count: number): Diagnostic[] {
  if (count <= mostEncounters) return [];
  return [
    {
      code: "ENCOUNTERS_MANY",
      severity: "warning",
      document: document.id,
      span: null,
      message: `The page speaks of ${count} encounters; the first ${mostEncounters} are kept. If it is a list, read the pages it lists.`,
    },
  ];
}

/** What took place can't lie after the day the page was published, give or take a day between capitals. */
function contradictions(document: Document, found: readonly EncounterMention[]): Diagnostic[] {
  const { latest } = document.published;
  return found.flatMap(({ status, date, start, end }): Diagnostic[] =>
    latest === null || date === null || status !== "held" || daysBetween(latest, date.earliest) <= 1
      ? []
      : [
          {
            code: "DATE_CONFLICT",
            severity: "warning",
            document: document.id,
            span: { document: document.id, start, end, quote: document.text.slice(start, end) },
            message: `The text tells of ${date.earliest} as past, but the page is dated ${latest}: one of the two is wrong.`,
          },
        ],
  );
}

/**
 * What the page speaks of besides the place that tells its own encounter. Where that heads the page as a summit of an
 * edition the tables lack, the others don't mean the edition that its name stands for elsewhere.
 */
function besides(own: Sighting, sightings: readonly Sighting[]): Sighting[] {
  const told = sightings.find(({ start, end }) => start === own.start && end === own.end);
  const mistaken = own.edition === null ? (told?.edition?.id ?? null) : null;
  return sightings
    .filter((sighting) => sighting !== told)
    .map((sighting) =>
      mistaken !== null && sighting.edition?.id === mistaken && sighting.form === "summit"
        ? { ...sighting, edition: null, place: null, date: null, dateBasis: null, datedBy: null }
        : sighting,
    );
}

/** Somebody the tables don't know whose side one place of the page tells has it wherever he is named. */
function withKnownSides(views: readonly SentenceView[]): SentenceView[] {
  const sides = new Map<string, string | null>();
  for (const { chunks } of views) {
    for (const { actor, side } of chunks.flatMap(({ parties }) => parties)) {
      if (actor === null || side === null || !actor.startsWith("new:")) continue;
      const known = sides.get(actor);
      sides.set(actor, known === undefined || known === side ? side : null);
    }
  }
  if (sides.size === 0) return [...views];
  const filled = (party: Party): Party =>
    party.side === null && party.actor !== null
      ? { ...party, side: sides.get(party.actor) ?? null }
      : party;
  return views.map((view) => ({
    ...view,
    chunks: view.chunks.map((chunk) => ({ ...chunk, parties: chunk.parties.map(filled) })),
  }));
}

/** Recurring summits that the text names; “the US–ASEAN summit” is another gathering than ASEAN's. */
function summitsOf(document: Document, context: Context): NamedSummit[] {
  return findSummits(document.text, context)
    .filter(({ start }) => !/[-–—]\s?$/u.test(document.text.slice(Math.max(0, start - 2), start)))
    .map((mention) => {
      const named = namedEdition(mention, document, context);
      return {
        start: mention.start,
        end: mention.end,
        series: mention.editions[0]!.series,
        edition: named?.edition ?? null,
        beside: named?.beside ?? false,
      };
    });
}
