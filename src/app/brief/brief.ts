import type { SilenceRecord } from "../../core/compare/silence-record.ts";
import type { Span } from "../../core/document.ts";
import type { Encounter } from "../../core/link/encounter.ts";
import type { Assessment, Statement } from "../../core/records.ts";

/** Where a line of the brief comes from: page number in the brief, paragraph in the page, exact span. */
export interface Place {
  /** Number of the page in `Brief.pages`, from 1. */
  readonly page: number;
  /** Number of the paragraph in the page's clean text, from 1. */
  readonly paragraph: number;
  /** Printed page of the original (`p. 3`), where it has pages; `null` elsewhere. */
  readonly original: string | null;
  readonly span: Span;
}

/** A page as the brief lists it. */
export interface BriefPage {
  readonly number: number;
  readonly document: string;
  readonly path: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly byline: readonly string[];
  readonly published: string;
  readonly publishedHow: string;
  readonly kind: string;
  /** Whose official account it is, as a label. */
  readonly party: string | null;
  readonly language: string | null;
}

/** Who said what, by whose account. */
export interface BriefStatement {
  readonly id: string;
  readonly speaker: string;
  /** The words that name the speaker in the text, where they differ from the label. */
  readonly named: string | null;
  readonly cue: string | null;
  readonly content: readonly string[];
  readonly form: Statement["form"];
  readonly negated: boolean;
  readonly hedged: boolean;
  /** Who stands between the speaker and the page (“Xinhua”); `null` when nobody does. */
  readonly account: string | null;
  readonly place: Place;
}

/** Something a page reports as unsaid. */
export interface BriefSilence {
  /** Who left it unsaid; `null` when the page names nobody we know. */
  readonly who: string | null;
  /** The unsaid in the page's words; empty when the page does not name it. */
  readonly what: string;
  /** The words that report it. */
  readonly report: string;
  readonly claimant: string | null;
  readonly status: SilenceRecord["check"]["status"];
  /** Numbers of the pages searched for it. */
  readonly searched: readonly number[];
  readonly place: Place;
}

/** What comparing accounts did not find in the texts of one side. */
export interface BriefAbsence {
  readonly party: string;
  /** Numbers of the pages searched; empty when the side has no account here. */
  readonly searched: readonly number[];
  readonly missing: readonly {
    readonly label: string;
    /** The other side puts it in this side's mouth. */
    readonly attributed: boolean;
    /** Where another account has it. */
    readonly at: Place | null;
  }[];
}

/** What one page tells of an encounter: whose account it is, and who said what by it. */
export interface BriefVoice {
  readonly page: BriefPage;
  /** “the Presidency of Valdoria”, “The Selmont Courier”. */
  readonly by: string;
  readonly statements: readonly BriefStatement[];
}

/** An encounter with everything said there. */
export interface BriefEncounter {
  readonly id: string;
  readonly heading: string;
  readonly when: string;
  readonly where: string | null;
  readonly status: Encounter["status"];
  /** Official accounts held, as “Russia (readout)”. */
  readonly accounts: readonly string[];
  readonly mentionedOn: readonly Place[];
  /** Official accounts first, then the press. */
  readonly voices: readonly BriefVoice[];
  readonly reported: readonly BriefSilence[];
  readonly absences: readonly BriefAbsence[];
}

/** A set phrase and who uses it. */
export interface BriefPhrase {
  readonly id: string;
  readonly label: string;
  readonly uses: readonly { readonly party: string; readonly places: readonly Place[] }[];
}

/** A judgement: a prediction, a recommendation, a conditional or an evaluation. */
export interface BriefJudgement {
  readonly type: Assessment["type"];
  readonly assessor: string;
  /** Who vouches that it is held, where that is somebody else (“South China Morning Post”). */
  readonly account: string | null;
  readonly term: string;
  readonly about: string;
  readonly negated: boolean;
  readonly bands: Assessment["bands"];
  readonly place: Place;
}

/** Everything the brief shows, in order; terminal, Markdown and HTML print the same lines. */
export interface Brief {
  readonly pages: readonly BriefPage[];
  readonly encounters: readonly BriefEncounter[];
  /** Statements that belong to no encounter, by page. */
  readonly elsewhere: readonly BriefVoice[];
  /** Reported silences that belong to no encounter. */
  readonly silences: readonly BriefSilence[];
  readonly phrases: readonly BriefPhrase[];
  readonly judgements: readonly BriefJudgement[];
}
