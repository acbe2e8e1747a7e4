import { sentenceAround } from "../compare/voices.ts";
import { spanOf, type Document, type Range, type Span } from "../document.ts";
import { stateOf } from "../actors/actor-table.ts";
import type { Encounter } from "../link/encounter.ts";
import type { EncounterMention } from "../records.ts";
import { headingDate, whenWords } from "./dates.ts";
import { cite, draftOf, type Draft, type DraftPart, type Side } from "./draft.ts";
import { documentOf, headOf, kindWords, outletOf, type Material } from "./material.ts";
import { patterns } from "./patterns.ts";
import { quoteOf } from "./quotes.ts";
import { countWords, listWords, metWords, modeNouns, withArticle } from "./words.ts";

/** People named before the rest is counted. */
const mostNamed = 4;

/** Words of manner quoted of an account. */
const mostManner = 4;

/** What happened: the encounter with its status, whose accounts are held, who asked for it, in what manner it went. */
export function happened(material: Material): Draft[] {
  const drafts: Draft[] = [];
  const mentions = mentionsOf(material);
  const head = encounterDraft(material, mentions);
  if (head !== null) drafts.push(head);
  const accounts = accountsDraft(material);
  if (accounts !== null) drafts.push(accounts);
  for (const side of material.sides) drafts.push(...mannerDrafts(side, material));
  return drafts;
}

/** Who asked for it, and words of manner, by a side's accounts. */
function mannerDrafts(side: Side, { comparison, input, labelOf }: Material): Draft[] {
  const features = (comparison?.features ?? []).filter(({ party }) => party === side.id);
  const drafts: Draft[] = [];
  for (const { initiative } of features) {
    const document = initiative === null ? null : documentOf(initiative.span, input.documents);
    if (initiative === null || initiative.side === null || document === null || !side.tookPart)
      continue;
    const quote = quoteOf(document, sentenceAround(document, initiative.span), initiative.span);
    drafts.push(draftOf(patterns.initiative, 0.1, side, labelOf(initiative.side), quote));
    break;
  }
  const words = distinct(features.flatMap(({ manner }) => manner)).slice(0, mostManner);
  const quotes = words.flatMap((span) => {
    const document = documentOf(span, input.documents);
    return document === null ? [] : [{ ...quoteOf(document, mannerOf(span)), cutAfter: false }];
  });
  if (quotes.length > 0) drafts.push(draftOf(patterns.manner, 0.05, side, quotes));
  return drafts;
}

/** The words of manner alone: tables find them by what stands before and after (“was constructive”, “friendly and”). */
function mannerOf({ quote, start, end }: Span): Range {
  const before = /^(?:be|been|was|were|is|are)\s+/iu.exec(quote)?.[0].length ?? 0;
  const after = /\s+(?:and|и)$/iu.exec(quote)?.[0].length ?? 0;
  return { start: start + before, end: end - after };
}

/** A mention of the encounter on a page that is held. */
export interface MentionPlace {
  readonly document: Document;
  readonly mention: EncounterMention;
}

/** Mentions of an encounter, those of its own accounts first, one a page. */
export function mentionsOf({
  encounter,
  input,
}: Pick<Material, "encounter" | "input">): MentionPlace[] {
  const found = encounter.mentions.flatMap(({ document: id, index }) => {
    const document = input.documents.get(id);
    const mention = document?.layers.encounters[index];
    return document === undefined || mention === undefined ? [] : [{ document, mention }];
  });
  return [...new Map(found.toReversed().map((place) => [place.document.id, place])).values()]
    .toReversed()
    .toSorted((a, b) => Number(b.mention.main) - Number(a.mention.main));
}

/** Who met, as “Irena Kostrova (Valdoria) and Tomas Eldridge (Merania)”. */
function whoWords(material: Material): string {
  const { principals, participants } = material.encounter;
  return namesOf(principals.length > 0 ? principals : participants, material);
}

function namesOf(ids: readonly string[], material: Material): string {
  const names = ids.map((id) => {
    const side = material.sideOf(id);
    const label = material.labelOf(id);
    return side === null || side === id
      ? withArticle(label)
      : `${label} (${material.labelOf(side)})`;
  });
  const unique = [...new Set(names)];
  if (unique.length <= mostNamed) return listWords(unique);
  return `${unique.slice(0, mostNamed - 1).join(", ")} and ${countWords(unique.length - mostNamed + 1, "other")}`;
}

/** The encounter as a noun: “a meeting of A and B”, “a visit of A to Merania” (`to`: it has its place already). */
export function nounOf(material: Material): { what: string; to: boolean } {
  const { encounter } = material;
  const visit = visitOf(material);
  if (visit !== null) return { what: `a visit of ${visit.who} to ${visit.where}`, to: true };
  const who = whoWords(material);
  return { what: `${modeNouns[encounter.mode]}${who === "" ? "" : ` of ${who}`}`, to: false };
}

/** Who visited where, for a visit to a state that is known as a place and not only as a participant. */
function visitOf(material: Material): { who: string; where: string; host: string } | null {
  const { mode, place, principals, participants } = material.encounter;
  const host = place === null ? null : stateOf(place);
  if (mode !== "visit" || place === null || host === null) return null;
  const ids = principals.length > 0 ? principals : participants;
  const guests = ids.filter((id) => material.sideOf(id) !== host);
  if (guests.length === 0) return null;
  return { who: namesOf(guests, material), where: withArticle(material.labelOf(place)), host };
}

/** Line that names an encounter: “Telephone call, 12 March 2024”. */
export function encounterHeading(material: Material): string {
  const { encounter } = material;
  const when = headingDate(encounter.date);
  const summit = summitOf(material);
  const dated = when === null ? "" : `, ${when}`;
  if (isSummit(material) && summit !== null) return `${summit}${dated}`;
  const visit = visitOf(material);
  const ids = encounter.principals.length > 0 ? encounter.principals : encounter.participants;
  const guests = visit === null ? ids : ids.filter((id) => material.sideOf(id) !== visit.host);
  const names = [...new Set(guests.map((id) => material.labelOf(id)))];
  const who =
    names.length <= mostNamed ? listWords(names) : `${names.slice(0, 2).join(", ")} and others`;
  const to = visit === null ? "" : ` to ${visit.where}`;
  return `${capitalNoun(encounter)}${who === "" ? "" : ` of ${who}`}${to}${dated}`;
}

function capitalNoun({ mode }: Encounter): string {
  const noun = modeNouns[mode].replace(/^an? /u, "");
  return noun.charAt(0).toUpperCase() + noun.slice(1);
}

/** The encounter is the summit itself, not a meeting at it. */
export function isSummit(material: Material): boolean {
  return (
    material.encounter.summit !== null &&
    mentionsOf(material).some(({ mention }) => mention.atSummit && mention.summit !== null)
  );
}

function summitOf({ encounter, labelOf }: Material): string | null {
  if (encounter.summit === null) return null;
  const name = labelOf(encounter.summit);
  return name === encounter.summit ? null : name;
}

function encounterDraft(material: Material, mentions: readonly MentionPlace[]): Draft | null {
  const { encounter } = material;
  const own = mentions.filter(({ mention }) => mention.main);
  const cited = (own.length > 0 ? own : mentions).slice(0, 4);
  if (cited.length === 0) return null;
  const note = cite(...cited.map(({ document, mention }) => spanOf(document, mention)));
  const exact =
    encounter.date.basis === "stated" || mentions.some(({ mention }) => mention.datedBy === "text");
  const lasts = ["visit", "multilateral", "exercise", "video"].includes(encounter.mode);
  const when = whenWords(encounter.date, lasts, exact);
  const who = whoWords(material);
  const where =
    encounter.place === null ? "" : ` in ${withArticle(material.labelOf(encounter.place))}`;
  const noun = nounOf(material);
  if (encounter.status !== "held")
    return draftOf(
      patterns.status,
      1,
      `${noun.what}${noun.to ? "" : where}`,
      when,
      statusWords[encounter.status],
      note,
    );
  const summit = summitOf(material);
  if (isSummit(material) && summit !== null)
    return draftOf(patterns.held, 1, `the ${plain(summit)}`, "took place", where, when, note);
  const around = `${where}${summit === null ? "" : ` around the ${plain(summit)}`}`;
  const visit = visitOf(material);
  if (visit !== null)
    return draftOf(patterns.held, 1, visit.who, `visited ${visit.where}`, "", when, note);
  const { principals, participants } = encounter;
  const several = (principals.length > 0 ? principals : participants).length > 1;
  return several && encounter.mode !== "visit"
    ? draftOf(patterns.held, 1, who, metWords[encounter.mode], around, when, note)
    : draftOf(patterns.held, 1, noun.what, "took place", around, when, note);
}

/** A name without its article. */
function plain(name: string): string {
  return name.replace(/^the /iu, "");
}

const statusWords: Readonly<Record<Exclude<Encounter["status"], "held">, string>> = {
  announced: "is spoken of as still to come",
  postponed: "was postponed",
  cancelled: "was called off",
  disputed: "is disputed: the pages differ on whether it took place",
};

/** Whose accounts are held, and of which sides none is; or which outlets report it. */
function accountsDraft(material: Material): Draft | null {
  const { sides, texts, labelOf, comparison } = material;
  if (sides.length === 0) return pressDraft(material);
  const held = sides.map((side): DraftPart[] => {
    const documents = texts.get(side.id) ?? [];
    const second = side.tookPart ? "" : ", which took no part";
    return [
      `${withArticle(side.label)}${second} (${listWords(side.outlets)}, ${kindWords(documents)})`,
      cite(...documents.map(headOf)),
    ];
  });
  const missing = (comparison?.silences ?? [])
    .filter(({ kind }) => kind === "no-account")
    .flatMap(({ silent }) => silent.map((id) => withArticle(labelOf(id))));
  return draftOf(patterns.accounts, 0.9, held, listWords(missing, "or"));
}

function pressDraft(material: Material): Draft | null {
  const places = mentionsOf(material).slice(0, mostNamed);
  if (places.length === 0) return null;
  const outlets = Map.groupBy(places, ({ document }) => outletOf(document));
  return draftOf(
    patterns.press,
    0.9,
    [...outlets].map(([outlet, own]) => [
      outlet,
      cite(...own.map(({ document, mention }) => spanOf(document, mention))),
    ]),
  );
}

function distinct(spans: readonly Span[]): Span[] {
  return [...new Map(spans.map((span) => [span.quote.toLowerCase(), span])).values()];
}
