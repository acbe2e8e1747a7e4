import { mentionsIn } from "../actors/lookup.ts";
import type { ActorMention, Document, Range } from "../document.ts";
import type { EncounterMode } from "../records.ts";
import { meets, sameMode } from "./agreement.ts";
import { agreesWith, leadLength } from "./own-leads.ts";
import type { EncounterGrammar } from "./rules.ts";
import type { Sighting } from "./sighting.ts";

/** What says most about how an account's encounter took place comes first. */
const telling: readonly (EncounterMode | null)[] = [
  "video",
  "phone",
  "joint-statement",
  "multilateral",
  "letter",
  "meeting",
  "visit",
  "ceremony",
];

/** Mode of an account's own encounter: what its title says, else its first sentence that says how they met. */
export function ownMode(
  document: Document,
  leads: readonly Sighting[],
  first: Sighting,
  grammar: EncounterGrammar,
  sides: number,
): EncounterMode | null {
  if (first.form === "summit" && first.edition !== null) return first.mode;
  // A summit named beside a meeting, and a journey spoken of in a call, are encounters of their own.
  const agreeing = leads.filter(
    (lead) =>
      lead === first ||
      (agreesWith(lead, first) &&
        !(lead.form === "summit" && lead.edition !== null) &&
        (lead.mode !== "visit" || first.mode === "visit")),
  );
  const heading = agreeing.filter((lead) => lead.heading && lead.mode !== null);
  const beside = agreeing.filter(
    (lead) => lead.mode !== null && Math.abs(lead.start - first.start) < 200,
  );
  const told = (heading.length > 0 ? heading : beside)
    .map(({ mode }) => mode)
    .filter((mode) => first.mode === null || sameMode(first.mode, mode!))
    .filter((mode) => mode !== "joint-statement" || document.kind === "joint-statement");
  const best =
    told.toSorted((a, b) => telling.indexOf(a) - telling.indexOf(b))[0] ??
    modeInTitle(document, grammar);
  // A title that says “meeting” may head a video meeting; its first sentence says so.
  const remote = leads.find((lead) => lead.mode === "video" && lead.start < 400);
  const open = best === "meeting" || best === "multilateral" || best === "phone";
  if (open && remote !== undefined && agreesWith(remote, first)) return "video";
  if (best === "meeting" && sides >= 3) return "multilateral";
  const mode = best ?? first.mode;
  if (mode !== "joint-statement" || document.kind !== "joint-statement") return mode;
  const meeting = agreeing.find(
    (lead) => lead.opens && (lead.mode === "meeting" || lead.mode === "multilateral"),
  );
  return meeting?.mode ?? (tellsOfMeeting(document, grammar) ? metIn(sides) : mode);
}

/** How far into a joint statement it says that its parties met, in characters. */
const preamble = 2500;

/** A joint statement whose preamble says that its parties met is their account of that. */
function tellsOfMeeting(document: Document, grammar: EncounterGrammar): boolean {
  return grammar.gathered.test(document.text.slice(0, preamble));
}

function metIn(sides: number): EncounterMode {
  return sides >= 3 ? "multilateral" : "meeting";
}

/** The mode that a title tells which is not in the text. */
function modeInTitle(document: Document, grammar: EncounterGrammar): EncounterMode | null {
  const { title } = document;
  if (title === null || document.text.startsWith(title)) return null;
  const rules = grammar.rules.filter(
    (rule) => rule.mode !== null && title.search(rule.pattern) >= 0,
  );
  return (
    rules
      .map((rule) => rule.mode)
      .toSorted((a, b) => telling.indexOf(a) - telling.indexOf(b))
      .find((mode) => telling.includes(mode)) ?? null
  );
}

/** Place of an account's encounter: what its leads say, else its date line. */
export function ownPlace(
  document: Document,
  leads: readonly Sighting[],
  first: Sighting,
): string | null {
  if (first.place !== null) return first.place;
  const headed = leads.find(({ heading, place }) => heading && place !== null)?.place;
  if (headed !== undefined) return headed;
  const dateline = document.blocks.find(({ role }) => role === "dateline");
  const dated = dateline === undefined ? null : placeIn(document, dateline);
  if (dated !== null) return dated;
  const spoken = document.kind === "remarks" || document.kind === "briefing";
  const told = leads
    .filter((lead) => agreesWith(lead, first) && (!spoken || lead.date !== null))
    .map(({ place }) => place)
    .filter((place) => place !== null);
  // A town says more than its state.
  const said = told.find((place) => place.includes(":")) ?? told[0];
  if (said !== undefined) return said;
  // “8 May 2025 10:10 Moscow, the Kremlin”: a date line that lost its line break.
  const day = document.layers.times.find(
    ({ basis, value, start }) =>
      basis === "stated" && value?.length === 10 && start < leadLength(document),
  );
  if (day === undefined) return null;
  const gap = /^(?:,?\s*\d{1,2}:\d{2})?,?\s*/.exec(document.text.slice(day.end, day.end + 12));
  const start = day.end + (gap?.[0].length ?? 0);
  return placeIn(document, { start, end: start + 1 });
}

/** The first place of a range: a residence rather than the town beside it. */
function placeIn(document: Document, range: Range): string | null {
  const isPlace = ({ type, actor }: ActorMention): boolean =>
    type === "place" ||
    (type === "body" && actor?.endsWith(":kremlin") === true) ||
    type === "state";
  const [first] = mentionsIn(document, range).filter(isPlace);
  if (first === undefined) return null;
  return first.type === "place" ? first.actor : null;
}

/** The summit that an account's encounter is or was held at: “the summit” of a body is the one that a sentence after it names. */
export function ownEdition(leads: readonly Sighting[], first: Sighting): Sighting["edition"] {
  const named = leads.find(
    ({ form, edition }) =>
      form === "summit" &&
      first.form === "summit" &&
      edition !== null &&
      first.sides.has(edition.series) &&
      (first.date === null || meets(first.date, edition)),
  );
  if (first.edition === null && named !== undefined) return named.edition;
  const beside = leads.find(
    (lead) => lead.edition !== null && lead.form !== "summit" && agreesWith(lead, first),
  );
  return first.edition ?? beside?.edition ?? null;
}
