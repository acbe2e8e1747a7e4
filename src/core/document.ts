import type { Diagnostic } from "./diagnostic.ts";
import type { OffsetMap } from "./offset-map.ts";
import type { PlaceRun } from "./places.ts";
import type {
  Statement,
  Silence,
  EncounterMention,
  Assessment,
  Commitment,
  Figure,
} from "./records.ts";

/** A stretch of a document's clean text: UTF-16 code units, `start` inclusive, `end` exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A range together with the rule that found it (`stage/language/rule`). */
export interface Mark extends Range {
  readonly rule: string;
}

/** A place in a document as records print it; `text.slice(start, end) === quote` always. */
export interface Span extends Range {
  readonly document: string;
  readonly quote: string;
}

/** What a block of the clean text is. Blocks come in page order and never overlap. */
export type BlockRole =
  | "title"
  | "subtitle"
  | "key-point"
  | "heading"
  | "caption"
  | "dateline"
  | "paragraph"
  | "list-item";

/** A line or paragraph of the clean text. */
export interface Block extends Range {
  readonly role: BlockRole;
}

/** A line of the page that is not part of the article, kept as evidence of what was dropped and why. */
export interface DroppedLine {
  /** UTF-16 offsets in the decoded page, not in the clean text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly rule: string;
}

/** Where a value of a document's metadata was read, and by which rule. */
export interface MetadataEvidence {
  readonly field: MetadataField;
  /** The value as the document has it. */
  readonly value: string;
  /** As the page writes it (a date with its time and offset); `null` where that is the value. */
  readonly written: string | null;
  readonly rule: string;
  /** UTF-16 offsets in the decoded page; `null` where it did not come from the page (a record's header, an address). */
  readonly place: Range | null;
}

/** Metadata whose origin is kept. `modified` is the day of the last change the page tells of. */
export type MetadataField =
  | "title"
  | "subtitle"
  | "outlet"
  | "party"
  | "kind"
  | "language"
  | "byline"
  | "published"
  | "modified"
  | "url";

/** Languages that are analysed; other pages are kept and searchable, but not annotated. */
export type Language = "en" | "zh" | "ru";

/** What kind of text a document is (see DESIGN: the contract). */
export type DocumentKind =
  | "readout"
  | "joint-statement"
  | "remarks"
  | "briefing"
  | "report"
  | "opinion"
  | "other";

/** How a date is known. */
export type DateBasis = "metadata" | "header" | "dateline" | "given" | "inferred";

/** When a document was published; `value` is a day, a month or `null`, the interval always holds it. */
export interface Published {
  readonly value: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly basis: DateBasis | null;
}

/** A sentence: a range inside one block. */
export interface Sentence extends Range {
  /** Index into `Document.blocks`. */
  readonly block: number;
  /** First token and one past the last, indices into `layers.tokens`. */
  readonly tokens: readonly [number, number];
}

/** A word or mark with its part of speech, lemma and syntactic head (Universal Dependencies). */
export interface Token extends Range {
  readonly upos: string;
  readonly lemma: string;
  /** Index into `layers.tokens` of the head; -1 for the root and where there is no parse. */
  readonly head: number;
  readonly deprel: string;
}

/** A time expression with its normalised value (TIMEX3). */
export interface TimeExpression extends Mark {
  readonly type: "date" | "time" | "duration" | "set";
  /** TIMEX3 value: `2022-06-15`, `2022-06`, `2022-H1`, `P3Y`, `PAST_REF`; `null` when open. */
  readonly value: string | null;
  /** First and last day it can mean, ISO; `null` for durations and vague references. */
  readonly interval: { readonly earliest: string; readonly latest: string } | null;
  readonly basis: "stated" | "inferred";
}

/** What an actor is. */
export type ActorType = "person" | "state" | "body" | "medium" | "place" | "group";

/** A place in the text that names or stands for an actor. */
export interface ActorMention extends Mark {
  /** The actor; `null` when it is an actor that stays open (an unresolved pronoun, a role nobody is known to hold). */
  readonly actor: string | null;
  /** Members where several are meant (“the two leaders”, “both sides”); else the actor alone, or empty. */
  readonly actors: readonly string[];
  readonly type: ActorType;
  /** `name` by its own name, `role` “the Chinese president”, `metonym` “the Kremlin”, `demonym` “Chinese”, `pronoun`, `group` “the parties”. */
  readonly how: "name" | "role" | "metonym" | "demonym" | "pronoun" | "group";
  readonly basis: "stated" | "inferred";
}

/** A set phrase or topic found in the text. */
export interface FormMention extends Mark {
  /** Id in `phrases.tsv` or `topics.tsv`. */
  readonly id: string;
  /** Who says it, from the statement around it; `null` where nobody is named. */
  readonly speaker: string | null;
  /** The side whose account it stands in, or the speaker's state in the press; `null` if open. */
  readonly party: string | null;
}

/** What the stages found. A stage adds its own layer and changes nothing else. */
export interface Layers {
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  readonly times: readonly TimeExpression[];
  readonly actors: readonly ActorMention[];
  readonly statements: readonly Statement[];
  readonly silences: readonly Silence[];
  readonly encounters: readonly EncounterMention[];
  readonly phrases: readonly FormMention[];
  readonly topics: readonly FormMention[];
  readonly assessments: readonly Assessment[];
  readonly commitments: readonly Commitment[];
  readonly figures: readonly Figure[];
}

/** A page's clean text with what was marked in it. */
export interface Document {
  readonly id: string;
  /** Where the page came from, as the user named it; `-` for standard input. */
  readonly path: string;
  /** SHA-256 of the page's bytes, lower-case hex. */
  readonly sha256: string;
  readonly mediaType: string;
  /** BCP 47 code (`en`, `zh`, `ru`, `de`, …) or `null` when undecided. */
  readonly language: string | null;
  readonly kind: DocumentKind;
  /** The side whose official account this is (`RUS`), `null` for the press. */
  readonly party: string | null;
  /** The body or medium that published it (`RUS:kremlin`, `CHN:xinhua`, `HKG:scmp`), where the tables know it. */
  readonly issuer: string | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly outlet: string | null;
  readonly byline: readonly string[];
  readonly published: Published;
  readonly keyPoints: readonly string[];
  readonly captions: readonly string[];
  /** The clean text: title, subtitle, key points, captions and body in page order, blocks separated by blank lines. */
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly dropped: readonly DroppedLine[];
  /** Where title, outlet, byline, dates, party and kind were read; absent where nobody looked (a document made by hand). */
  readonly evidence?: readonly MetadataEvidence[];
  /** From clean text to the decoded page. */
  readonly offsets: OffsetMap;
  /** From the decoded page on to the original file (page of a PDF, record of an archive); absent where the page is the original. */
  readonly places?: readonly PlaceRun[];
  readonly layers: Layers;
  readonly diagnostics: readonly Diagnostic[];
}

/** Layers of a document nothing has been marked in yet. */
export const emptyLayers: Layers = {
  sentences: [],
  tokens: [],
  times: [],
  actors: [],
  statements: [],
  silences: [],
  encounters: [],
  phrases: [],
  topics: [],
  assessments: [],
  commitments: [],
  figures: [],
};

/**
 * The span of a range of a document.
 * @returns the range with the document's id and its exact quote
 */
export function spanOf(document: Document, range: Range): Span {
  return {
    document: document.id,
    start: range.start,
    end: range.end,
    quote: document.text.slice(range.start, range.end),
  };
}
