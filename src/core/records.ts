import type { Range, Mark } from "./document.ts";

/** Who vouches for a statement: one link of the account chain, innermost first. */
export interface AccountLink {
  readonly actor: string | null;
  /** The words that say so, or the outlet's name; `""` when only the document's metadata does. */
  readonly quote: string;
  /** Place of those words; `null` when they are not in the text. */
  readonly range: Range | null;
  readonly role: "readout" | "agency" | "outlet" | "document" | "person";
}

/** How the content is given: a whole quotation, own words with quoted parts, or own words. */
export type StatementForm = "direct" | "mixed" | "indirect";

/** Somebody says something: source, cue and content. `start`…`end` covers all parts. */
export interface Statement extends Mark {
  readonly source: Range | null;
  /** Who speaks; several for “the two leaders”, empty when unresolved or sourceless. */
  readonly actors: readonly string[];
  readonly cue: Range | null;
  /** Lemma of the cue as in the lexicon (`say`, `指出`, `отметить`), `null` without a cue. */
  readonly cueLemma: string | null;
  /** Class of the cue (`state`, `promise`, `demand`, …) from the cue lexicon. */
  readonly cueClass: string | null;
  /** Sorted, non-overlapping; more than one when the content is discontinuous. */
  readonly content: readonly Range[];
  readonly form: StatementForm;
  readonly polarity: "affirmed" | "negated";
  /** The cue is hedged (“reportedly”, “is said to have”). */
  readonly hedged: boolean;
  readonly account: readonly AccountLink[];
  /** Index into `layers.encounters`, filled by the encounter stage; `null` when it belongs to none. */
  readonly encounter: number | null;
}

/** A silence that the page itself reports (“without referring to Ukraine”). */
export interface Silence extends Mark {
  readonly type: "omission" | "refusal" | "by-name" | "not-yet";
  /** Who is said to be silent. */
  readonly silent: readonly string[];
  /** Who says so: an actor, or `null` for the page's own voice. */
  readonly claimant: string | null;
  /** What is left unsaid, in the page's words. */
  readonly topicRange: Range | null;
  /** Id in `topics.tsv`, filled by the encounter stage's `assign`; `null` where none is known. */
  readonly topic: string | null;
  /** Index into `layers.encounters`; `null` when it belongs to none. */
  readonly encounter: number | null;
}

/** How the participants met. */
export type EncounterMode =
  | "meeting"
  | "visit"
  | "phone"
  | "video"
  | "multilateral"
  | "letter"
  | "ceremony"
  | "joint-statement"
  | "exercise"
  | "other";

/** What became of it. */
export type EncounterStatus = "held" | "announced" | "postponed" | "cancelled" | "disputed";

/** A date interval, ISO days. */
export interface DateInterval {
  readonly earliest: string;
  readonly latest: string;
}

/** One page's mention of an encounter (several places of a page that mean the same one are one mention). */
export interface EncounterMention extends Mark {
  /** Every place in the text that speaks of it; the first is `start`…`end`. */
  readonly places: readonly Mark[];
  readonly mode: EncounterMode;
  /** Everybody named as taking part: those who met first, then who was with them. */
  readonly participants: readonly string[];
  /** Those who met, without who was with them. */
  readonly principals: readonly string[];
  /** States and bodies they met for, sorted; an actor's own id where his side is open. */
  readonly sides: readonly string[];
  /** Side of each principal the tables don't know, or who is there for another side than theirs. */
  readonly sideOf: Readonly<Record<string, string>>;
  /** Id in `places.tsv`, or a state's. */
  readonly place: string | null;
  readonly date: DateInterval | null;
  readonly dateBasis: "stated" | "inferred" | null;
  /** What dates it: words of the text, or only the day the page was published; `null` without a date. */
  readonly datedBy: "text" | "page" | null;
  readonly status: EncounterStatus;
  readonly level: string | null;
  /** Sequence words as said (“the second since …”). */
  readonly sequence: string | null;
  /** Id in `summits.tsv` when it is, or took place at, a recurring summit. */
  readonly summit: string | null;
  /** It is the summit itself, not a meeting at it. */
  readonly atSummit: boolean;
  /** The document is itself an account of this encounter. */
  readonly main: boolean;
}

/** A yardstick of probability words. */
export type Yardstick = "icd203" | "phia" | "kent";

/** What a word of judgement does with the matter it is about; `open` leaves it undecided in so many words. */
export type JudgementKind =
  | "likely"
  | "unlikely"
  | "possible"
  | "expected"
  | "intended"
  | "open"
  | "conditional"
  | "advised"
  | "favourable"
  | "unfavourable";

/** Somebody judges: how likely something is, what would follow, what should be done, how good it is. */
export interface Assessment extends Mark {
  /** Who holds it; `null` when the page names nobody the tables or the text know by name, or several. */
  readonly assessor: string | null;
  /** The words that name the holder, the author's or outlet's name for the page's own voice. */
  readonly assessorQuote: string;
  /** The term as said (`remains unlikely`). */
  readonly term: string;
  readonly termRange: Range;
  readonly negated: boolean;
  /** Other words in it that hold it back (`somewhat`, `it seems`), in text order. */
  readonly hedges: readonly Range[];
  /** What is judged, with the term where it stands inside. */
  readonly about: Range;
  /** Topics (`topics.tsv`) and actors spoken of in what is judged, in text order, each once. */
  readonly topics: readonly string[];
  readonly actors: readonly string[];
  readonly type: "prediction" | "recommendation" | "conditional" | "evaluation";
  readonly kind: JudgementKind;
  /** The band of each yardstick as printed (`unlikely 20–45 %`); `null` where no yardstick has the term. */
  readonly bands: Readonly<Record<Yardstick, string | null>> | null;
  /** Yardsticks that have the band under another word of the same meaning, or of another language. */
  readonly bandsInferred: readonly Yardstick[];
  /** Index into `layers.statements` of the statement it is part of; `null` for the page's own voice. */
  readonly statement: number | null;
  /** Who vouches that it is held, innermost first. */
  readonly account: readonly AccountLink[];
}

/** How far along a commitment is; `withheld` where the page says that so far it is not given. */
export type CommitmentStatus =
  | "promised"
  | "signed"
  | "carried-out"
  | "withheld"
  | "refused"
  | "undone";

/** An event as the PLOVER codebook names it. */
export interface PloverAct {
  /** One of the 16 event types (`AGREE`). */
  readonly type: string;
  readonly mode: string | null;
  /** PLOVER contexts, with extensions (`x-space`) where it has none, sorted. */
  readonly contexts: readonly string[];
}

/** Who commits to what, or refuses to, and how far along it is. */
export interface Commitment extends Mark {
  /** Who commits; several for “the two sides”, empty where the page leaves it open. */
  readonly actors: readonly string[];
  /** To whom, without those who commit; empty where nobody is named. */
  readonly toward: readonly string[];
  /** Domain of the topics in it (`military-security`); `null` where none is known or two are as strong. */
  readonly domain: string | null;
  readonly status: CommitmentStatus;
  /** The words that commit (`pledged`, `has yet to offer`). */
  readonly termRange: Range;
  /** What is committed to. */
  readonly about: Range;
  /** Topics (`topics.tsv`) spoken of in what is committed to, in text order. */
  readonly topics: readonly string[];
  readonly act: PloverAct;
  /** Index into `layers.statements` of the statement it is made or told in; `null` for the page's own voice. */
  readonly statement: number | null;
  /** Who vouches for it, innermost first. */
  readonly account: readonly AccountLink[];
  /** Index into `layers.encounters`. */
  readonly encounter: number | null;
}

/** A number with its unit and what it measures. The range holds number and unit. */
export interface Figure extends Mark {
  readonly value: number;
  /** Upper end where a range is given (“10 to 20 per cent”); `value` is its lower end. */
  readonly valueTo: number | null;
  /** The page gives the value as a round or bounding one (“about”, “more than”, “up to”). */
  readonly approximation: "about" | "more" | "less" | null;
  /** Id in `units.tsv` (`USD`, `%`, `t`), or what is counted in the page's words (`documents`). */
  readonly unit: string | null;
  /** What is measured, in the page's words. */
  readonly measure: string | null;
  readonly measureRange: Range | null;
  /** Id in `measures.tsv`: figures with the same id are compared. */
  readonly measureId: string | null;
  readonly change: "rise" | "fall" | "level" | null;
  readonly period: DateInterval | null;
  /** Index into `layers.statements` of the statement whose content gives it; `null` for the page's own voice. */
  readonly statement: number | null;
}
