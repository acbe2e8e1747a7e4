import type { Context } from "../context.ts";
import type { EncounterMode, EncounterStatus } from "../records.ts";

/**
 * How the words of a rule take those who meet: `verb` between its subject and “with” (“A met with B”), `object`
 * before its object (“A received B”), `noun` with owner and partner (“A's talks with B”), `summit` a gathering
 * that is known by its own name.
 */
export type EncounterForm = "verb" | "object" | "noun" | "summit";

/** Words that speak of an encounter. */
export interface EncounterRule {
  readonly id: string;
  /** Global. */
  readonly pattern: RegExp;
  /** `null`: the words name an encounter without saying how it took place. */
  readonly mode: EncounterMode | null;
  readonly form: EncounterForm;
  /** Several encounters or contacts in general (“meetings”, “talks”): one in particular only with a day or a verb of taking place. */
  readonly general?: true;
  /** The words are in the past: nothing around them but a denial makes them a plan or a wish. */
  readonly past?: true;
  /** The words are in the future. */
  readonly ahead?: true;
  /** State that the words themselves name as host (“访华”). */
  readonly host?: string;
  readonly example: string;
  readonly source: string;
}

/**
 * What words around an encounter make of it. `none`: it is only wished for, denied or spoken of in general;
 * `earlier`: another one, before the one at hand (“our last meeting”).
 */
export interface FactRule {
  readonly id: string;
  readonly fact: EncounterStatus | "none" | "earlier";
  /** Where the words stand: in the clause before the trigger, after it, or either. */
  readonly where: "before" | "after" | "around";
  readonly pattern: RegExp;
  readonly example: string;
}

/** How a language puts those who meet around the words that say so. Patterns are tested on the text between two places. */
export interface SlotGrammar {
  /** Words that may stand between a trigger and its partner, place or date; global. */
  readonly light: RegExp;
  /** The preposition of the partner after the trigger, global (“with”, “с”); `null` where it stands before. */
  readonly partnerAfter: RegExp | null;
  /** What after a person says that somebody of his is meant (“'s national security adviser”). */
  readonly ownsServant: RegExp;
  /** What after a partner says that it is only spoken of (“with Taiwan top of the agenda”). */
  readonly notPartner: RegExp;
  /** Prepositions among them that introduce all who meet (“between”). */
  readonly amongAll: RegExp;
  /** What ends right before a partner that stands before its trigger (“同”); `null` where none does. */
  readonly partnerBefore: RegExp | null;
  /** From the preposition to the actor: articles, titles, attributes. */
  readonly attributes: RegExp;
  /** From the trigger to an owner right after it (“of”, the Russian genitive); `null` where there is none. */
  readonly ownerAfter: RegExp | null;
  /** From an owner to the trigger (“'s first”, the hyphen and adjectives of “Xi–Biden video”). */
  readonly ownerBefore: RegExp;
  /** Right before a noun: it is the subject's (“his”, “their first”). */
  readonly possessive: RegExp;
  /** A possessive of several. */
  readonly plural: RegExp;
  /** Before a trigger: a possessive that follows what somebody did (“after his …”). */
  readonly ownAfter: RegExp;
  /** Right before a noun: what the sentence tells took place at it (“in a”). */
  readonly occasion: RegExp;
  /** Between a preposition and a name: who is met serves the one named (“chief of cabinet for …”). */
  readonly servantOf: RegExp;
  /** Before a trigger: whoever the clause is about does it as well (“after holding …”, “, где …”). */
  readonly sameSubject: RegExp;
  /** Before a trigger: it is the occasion of what the clause tells, not its subject's own (“on the sidelines of …”). */
  readonly asOccasion: RegExp;
  /**
   * Around a visit, for which `¦` stands: it is what somebody was on when he did what is told (“during his ¦ to …”,
   * “¦期间”).
   */
  readonly during: RegExp;
  /** Before a trigger in a title: what is still to come (“President to ¦”). */
  readonly headlineAhead: RegExp;
  /** Before a trigger: it is still to come when the clause takes place (“ahead of …”). */
  readonly aheadOf: RegExp;
  /** Around a trigger: whoever is met is met alone (“separately”). */
  readonly oneByOne: RegExp;
  /** From a verb to its object. */
  readonly objectAfter: RegExp;
  /** What after an object says that it is none (“called Putin a …”, “welcomed Xi's decision”). */
  readonly objectNot: RegExp;
  /** Between members of a list. */
  readonly list: RegExp;
  /** A separator that closes a list (“and”): a run without one is no list. */
  readonly closing: RegExp;
  /** What after an actor says that a new clause begins with it. */
  readonly predicate: RegExp;
  /** What right before an actor says that it is not the subject. */
  readonly oblique: RegExp;
  /** Words between a subject and a noun trigger that make it theirs (“held a”, “provёл”). */
  readonly support: RegExp;
  /** Ends a clause, between a subject and its verb. */
  readonly clause: RegExp;
  /** From a state or body to the person it qualifies (“Greek Prime Minister …”). */
  readonly modifier: RegExp;
  /** From a person to his state (“of”). */
  readonly ofState: RegExp;
  /** The same from an office without a name, over words that belong to its title. */
  readonly ofStateFar: RegExp;
  /** From a person to the one he serves (“, adviser to the”). */
  readonly serving: RegExp;
  /** A nation that stands for its people or forces here (“the Russian military”), tested on what follows it. */
  readonly nationBody: RegExp;
}

/** What a language says of encounters. */
export interface EncounterGrammar {
  readonly rules: readonly EncounterRule[];
  readonly slots: SlotGrammar;
  readonly facts: readonly FactRule[];
  /** Words around a noun that say its encounter took place (“held”, “during the”, “after their”). */
  readonly happening: RegExp;
  /** Words that, beside a trigger without a mode of its own, tell it (“by phone”). */
  readonly modes: readonly { readonly mode: EncounterMode; readonly pattern: RegExp }[];
  /** Sequence words (“second call since …”, “first face-to-face meeting since …”). */
  readonly sequence: RegExp;
  /** A date right after these words is no date of the encounter (“since”, “before”). */
  readonly notDate: RegExp;
  /** Between an encounter and a date that belongs to another event; costs as much as distance. */
  readonly boundary: RegExp;
  /** Between a trigger and a date: another event begins, whose date it is (“after …”). */
  readonly otherEvent: RegExp;
  /** Right before an encounter: it is the one at hand (“this”, “today's”). */
  readonly current: RegExp;
  /** Right after an encounter: its outcome is spoken of. */
  readonly reference: RegExp;
  /** A place right after these words is where it took place (“in”, “at”). */
  readonly placeBefore: RegExp;
  /** The parties of a joint statement met. */
  readonly gathered: RegExp;
  /** A sentence that lists who else took part. */
  readonly attendance: RegExp;
  /** The text that patterns are tested on, as long as the document's. */
  readonly folded?: (text: string, context: Context) => string;
}
