import type { Quote } from "./brief.ts";
import {
  accountOf,
  cite,
  joined,
  ownAccountOf,
  quoted,
  quotedList,
  verbOf,
  type DraftPart,
  type Side,
} from "./draft.ts";
import { capital, countWords, possessive } from "./words.ts";

/** What is the case at one side: its name, its quotation. */
export interface Told {
  readonly side: Side;
  readonly quotes: readonly Quote[];
}

/** A label with the footnote of its place. */
export interface Labelled {
  readonly label: string;
  readonly note: DraftPart;
}

const labels = (items: readonly Labelled[], more: number): DraftPart[] =>
  joined([
    ...items.map(({ label, note }): DraftPart[] => [{ label }, note]),
    ...(more > 0 ? [[countWords(more, "further subject")]] : []),
  ]);

const each = (told: readonly Told[]): DraftPart[] =>
  joined(
    told.map(({ side, quotes }): readonly DraftPart[] => [
      accountOf(side),
      ` ${verbOf(side, "has", "have")} `,
      ...quotedList(quotes),
    ]),
    "while",
  );

/** Patterns of what happened, what each side says and where accounts part. */
export const patterns = {
  held: {
    id: "brief/happened/held",
    example:
      "Irena Kostrova (Valdoria) and Tomas Eldridge (Merania) met in Port Anselm on 21 May 2024.¹",
    write: (
      who: string,
      did: string,
      where: string,
      when: string,
      note: DraftPart,
    ): readonly DraftPart[] => [`${who} ${did}${where} ${when}.`, note],
  },
  status: {
    id: "brief/happened/status",
    example:
      "A meeting of Irena Kostrova and Tomas Eldridge, planned for 3 June 2024, was postponed.¹",
    write: (what: string, when: string, became: string, note: DraftPart): readonly DraftPart[] => [
      `${capital(what)}, ${when}, ${became}.`,
      note,
    ],
  },
  accounts: {
    id: "brief/happened/accounts",
    example:
      "Accounts are held from Valdoria (Presidency of Valdoria, readout in English)¹ and Merania (Cabinet Office, readout in English);² none from Torland.",
    write: (held: readonly (readonly DraftPart[])[], missing: string): readonly DraftPart[] => [
      held.length === 1 ? "An account is held from " : "Accounts are held from ",
      ...joined(held),
      missing === "" ? "." : `; none from ${missing}.`,
    ],
  },
  press: {
    id: "brief/happened/press",
    example: "It is reported by The Selmont Courier¹ and the Anselm Post.²",
    write: (outlets: readonly (readonly DraftPart[])[]): readonly DraftPart[] => [
      "It is reported by ",
      ...joined(outlets),
      ".",
    ],
  },
  initiative: {
    id: "brief/happened/initiative",
    example: "By Valdoria’s account it took place at Merania’s request.¹",
    write: (side: Side, asker: string, quote: Quote): readonly DraftPart[] => [
      "By ",
      accountOf(side),
      ` it took place at ${possessive(asker)} request.`,
      cite(quote.span),
    ],
  },
  manner: {
    id: "brief/happened/manner",
    example: "Of its manner, Valdoria’s account uses the words “businesslike”¹ and “frank”.²",
    write: (side: Side, quotes: readonly Quote[]): readonly DraftPart[] => [
      "Of its manner, ",
      accountOf(side),
      ` ${verbOf(side, "uses", "use")} the ${quotes.length === 1 ? "word" : "words"} `,
      ...quotedList(quotes),
      ".",
    ],
  },
  common: {
    id: "brief/said/common",
    example: "Both accounts speak of Trade,¹ Fisheries² and Energy.³",
    write: (accounts: string, items: readonly Labelled[], more: number): readonly DraftPart[] => [
      `${accounts} speak of `,
      ...labels(items, more),
      ".",
    ],
  },
  sameText: {
    id: "brief/said/same-text",
    example: "Valdoria and Merania published the same text.¹",
    write: (who: string, except: string, note: DraftPart): readonly DraftPart[] => [
      `${who} published the same text${except}.`,
      note,
    ],
  },
  clause: {
    id: "brief/said/clause",
    example:
      "Tomas Eldridge underscored that “the sovereignty of Tarn Island is not open to negotiation”.¹",
    write: (who: string, how: string, quote: Quote): readonly DraftPart[] => [
      `${who}${how} `,
      ...quoted(quote),
      ".",
    ],
  },
  words: {
    id: "brief/said/words",
    example: "Irena Kostrova said: “…”.¹",
    write: (who: string, how: string, quotes: readonly Quote[]): readonly DraftPart[] => [
      `${who} ${how}: `,
      ...quotedList(quotes),
      ".",
    ],
  },
  sentence: {
    id: "brief/said/sentence",
    example: "It says: “The leaders reviewed the situation in the fishing grounds.”¹",
    write: (quote: Quote): readonly DraftPart[] => ["It says: ", ...quoted(quote), "."],
  },
  conflict: {
    id: "brief/parted/conflict",
    example:
      "On Trade the accounts contradict each other: Valdoria’s has “18 percent”¹ while Merania’s has “12 percent”.²",
    write: (label: string, told: readonly Told[]): readonly DraftPart[] => [
      "On ",
      { label },
      " the accounts contradict each other: ",
      ...each(told),
      ".",
    ],
  },
  initiativeConflict: {
    id: "brief/parted/initiative",
    example:
      "They differ on who asked for it: Valdoria’s account has “…”¹ while Merania’s account has “…”.²",
    write: (told: readonly Told[]): readonly DraftPart[] => [
      "They differ on who asked for it: ",
      ...each(told),
      ".",
    ],
  },
  day: {
    id: "brief/parted/day",
    example:
      "They give different days, as capitals hours apart may: Valdoria’s account has “21 May”¹ while Merania’s account has “20 May”.²",
    write: (told: readonly Told[]): readonly DraftPart[] => [
      "They give different days, as capitals hours apart may: ",
      ...each(told),
      ".",
    ],
  },
  mouth: {
    id: "brief/parted/mouth",
    example:
      "Valdoria’s account has Tomas Eldridge speak of Energy cooperation: “…”.¹ No form of it was found in Merania’s own account.²",
    write: (
      side: Side,
      speaker: string,
      about: readonly string[],
      quote: Quote,
      other: Side,
      searched: DraftPart,
    ): readonly DraftPart[] => [
      accountOf(side),
      ` ${verbOf(side, "has", "have")} ${speaker} ${about.length === 0 ? "say" : "speak of "}`,
      ...joined(about.map((label) => [{ label }])),
      ": ",
      ...quoted(quote),
      about.length === 0
        ? "; no counterpart was found in "
        : `; no form of ${about.length === 1 ? "it" : "these"} was found in `,
      ownAccountOf(other),
      ".",
      searched,
    ],
  },
  wording: {
    id: "brief/parted/wording",
    example:
      "The same is worded in other ways (War / Conflict): Valdoria’s account has “…”¹ while Merania’s account has “…”.²",
    write: (label: string, told: readonly Told[]): readonly DraftPart[] => [
      "The same is worded in other ways (",
      { label },
      "): ",
      ...each(told),
      ".",
    ],
  },
  condition: {
    id: "brief/parted/condition",
    example:
      "Both accounts speak of Trade, but only Merania’s account names a condition: “before detained fishermen are released”.¹",
    write: (
      label: string,
      side: Side,
      quotes: readonly Quote[],
      others: DraftPart,
    ): readonly DraftPart[] => [
      "Both sides’ accounts speak of ",
      { label },
      others,
      ", but only ",
      accountOf(side),
      ` ${verbOf(side, "names", "name")} a condition: `,
      ...quotedList(quotes),
      ".",
    ],
  },
  agreed: {
    id: "brief/parted/agreed",
    example: "Only Valdoria’s account says this of both sides (Energy): “…”.¹",
    write: (
      side: Side,
      about: readonly string[],
      quote: Quote,
      note: DraftPart,
    ): readonly DraftPart[] => [
      "Only ",
      accountOf(side),
      ` ${verbOf(side, "says", "say")} this of both sides`,
      ...(about.length === 0 ? [] : [" (", ...joined(about.map((label) => [{ label }])), ")"]),
      ": ",
      quote,
      ".",
      note,
    ],
  },
  only: {
    id: "brief/parted/only",
    example: "Only Valdoria’s account speaks of Grain exports¹ and Energy.²",
    write: (side: Side, items: readonly Labelled[], more: number): readonly DraftPart[] => [
      "Only ",
      accountOf(side),
      ` ${verbOf(side, "speaks", "speak")} of `,
      ...labels(items, more),
      ".",
    ],
  },
  edit: {
    id: "brief/parted/edit",
    example: "Where one print has “…”,¹ the other has “…”.²",
    write: (one: Quote | null, other: Quote | null): readonly DraftPart[] =>
      one !== null && other !== null
        ? ["Where one print has ", ...quoted(one), ", the other has ", ...quoted(other), "."]
        : ["Only one print has ", ...quoted((one ?? other)!), "."],
  },
};
