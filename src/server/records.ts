/** What the HTTP API sends: shared by server and workbench, types only. */

/** A place in a document: UTF-16 offsets of its clean text and the exact quote. */
export interface Place {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** An id with its label for people. */
export interface Named {
  readonly id: string;
  readonly label: string;
}

/** A part of a list. */
export interface PageOf<Item> {
  readonly total: number;
  readonly offset: number;
  readonly items: readonly Item[];
}

/** State of the workspace. `done` of `total` documents have been taken into the lists. */
export interface Status {
  readonly workspace: string;
  /** Kept only until the server stops. */
  readonly temporary: boolean;
  readonly state: "reading" | "linking" | "ready";
  readonly done: number;
  readonly total: number;
  readonly message: string | null;
  /** Encounters that are still to be searched for silences. */
  readonly unsearched: number;
}

/** A document as lists show it. */
export interface DocumentLine {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly outlet: string | null;
  readonly party: Named | null;
  readonly kind: string;
  readonly language: string | null;
  readonly published: string | null;
  readonly publishedBasis: string | null;
  readonly addedAt: string;
  readonly current: boolean;
  readonly statements: number;
  readonly encounters: number;
  readonly url: string | null;
}

/** A marked stretch of a page. */
export interface Highlight {
  readonly layer:
    | "statement"
    | "silence"
    | "phrase"
    | "topic"
    | "actor"
    | "time"
    | "assessment"
    | "figure"
    | "commitment"
    | "encounter";
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly rule: string;
}

/** A document to read. */
export interface DocumentDetail extends DocumentLine {
  readonly subtitle: string | null;
  readonly byline: readonly string[];
  readonly sha256: string;
  readonly keyPoints: readonly string[];
  readonly text: string;
  readonly blocks: readonly {
    readonly role: string;
    readonly start: number;
    readonly end: number;
  }[];
  readonly sentences: readonly (readonly [number, number])[];
  readonly highlights: readonly Highlight[];
  readonly encounterLines: readonly EncounterLine[];
  /** The statements of the page, or of very many none: they are asked for part by part. */
  readonly statementLines: readonly StatementLine[];
  readonly versions: readonly {
    readonly id: string;
    readonly addedAt: string;
    readonly current: boolean;
  }[];
  readonly diagnostics: readonly {
    readonly code: string;
    readonly severity: string;
    readonly message: string;
  }[];
  readonly words: number;
  readonly metadata: readonly MetadataLine[];
  readonly figures: readonly FigureLine[];
  /** The person's grades of the page's source, by kind of claim. */
  readonly grades: readonly {
    readonly grade: string;
    readonly meaning: string;
    readonly claims: string;
    readonly reason: string;
  }[];
  /** Pages that print the same text; `original`: this one repeats it. */
  readonly copies: readonly (Named & { readonly original: boolean })[];
}

/** A value of a page's metadata: where it was read, or what the person put in its place. */
export interface MetadataLine {
  readonly field: string;
  readonly value: string | null;
  /** As the page writes it. */
  readonly written: string | null;
  readonly rule: string | null;
  /** UTF-16 offsets in the page as it came. */
  readonly place: { readonly start: number; readonly end: number } | null;
  /** The person's correction that holds, and what was read. */
  readonly correction: { readonly id: string; readonly was: string | null } | null;
}

/** A figure with what it measures. */
export interface FigureLine {
  readonly place: Place;
  readonly value: string;
  readonly measure: string | null;
  readonly change: string | null;
  readonly period: string | null;
  readonly speakers: readonly Named[];
}

/** What changed between two versions of a page. */
export interface DifferenceView {
  readonly before: { readonly id: string; readonly addedAt: string };
  readonly after: { readonly id: string; readonly addedAt: string };
  readonly changes: readonly {
    /** Place in the older text; `null` for a new paragraph. */
    readonly before: { readonly start: number; readonly end: number } | null;
    readonly after: { readonly start: number; readonly end: number } | null;
    readonly parts: readonly {
      readonly kind: "same" | "removed" | "added";
      readonly text: string;
    }[];
  }[];
}

/** An encounter as lists show it. */
export interface EncounterLine {
  readonly id: string;
  readonly label: string;
  readonly mode: string;
  readonly participants: readonly Named[];
  readonly place: Named | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly when: string;
  readonly status: string;
  readonly accounts: readonly {
    readonly document: string;
    readonly party: Named | null;
    readonly genre: string;
  }[];
  readonly mentions: number;
  readonly statements: number;
  readonly corrected: boolean;
}

/** A statement as lists show it. */
export interface StatementLine {
  readonly id: string;
  /** `document:start-end`, which corrections hold on to. */
  readonly key: string;
  readonly document: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly party: Named | null;
  readonly published: string | null;
  readonly speakers: readonly Named[];
  /** The words that name the speaker. */
  readonly named: string | null;
  readonly cue: string | null;
  readonly cueClass: string | null;
  readonly content: readonly string[];
  readonly form: string;
  readonly negated: boolean;
  readonly hedged: boolean;
  /** Who vouches, innermost first. */
  readonly account: readonly string[];
  readonly encounter: string | null;
  readonly topics: readonly string[];
  readonly place: Place;
  readonly rule: string;
  /** Set when a person corrected it; names what the machine had. */
  readonly correction: {
    readonly ids: readonly string[];
    readonly rejected: boolean;
    readonly was: string | null;
  } | null;
}

/** How often a value occurs among what a query found. */
export interface Facet extends Named {
  readonly count: number;
}

/** Statements that a query found, with what they can be narrowed by. */
export interface StatementPage extends PageOf<StatementLine> {
  readonly facets: {
    readonly speaker: readonly Facet[];
    readonly party: readonly Facet[];
    readonly form: readonly Facet[];
    readonly cueClass: readonly Facet[];
    readonly topic: readonly Facet[];
  };
}

/** A silence as the ledger shows it. */
export interface SilenceLine {
  readonly id: string;
  readonly kind: string;
  readonly silent: readonly Named[];
  readonly claimant: Named | null;
  readonly what: string;
  readonly topic: Named | null;
  readonly encounter: Named | null;
  readonly place: Place | null;
  readonly status: string;
  readonly searched: readonly {
    readonly document: string;
    readonly title: string;
    readonly language: string | null;
    readonly forms: readonly string[];
  }[];
  readonly rule: string;
}

/** An actor as lists show it. */
export interface ActorLine extends Named {
  readonly type: string;
  readonly side: Named | null;
  readonly statements: number;
  readonly encounters: number;
  readonly mergedInto: string | null;
  readonly renamed: boolean;
}

/** An actor with the forms it goes by and the offices it held. */
export interface ActorDetail extends ActorLine {
  readonly forms: readonly { readonly language: string; readonly form: string }[];
  readonly offices: readonly {
    readonly title: string;
    readonly from: string | null;
    readonly to: string | null;
  }[];
  readonly merged: readonly Named[];
}

/** A passage that search found. */
export interface FoundLine {
  readonly place: Place;
  readonly hits: readonly (readonly [number, number])[];
  readonly title: string;
  readonly outlet: string | null;
  readonly party: Named | null;
  readonly published: string | null;
  readonly language: string | null;
}

/** Accounts of an encounter side by side. */
export interface EncounterDetail extends EncounterLine {
  readonly mentionPlaces: readonly (Place & { readonly title: string })[];
  readonly evidence: readonly { readonly rule: string; readonly detail: string }[];
  readonly comparison: ComparisonView | null;
  readonly texts: readonly {
    readonly document: string;
    readonly party: Named | null;
    readonly title: string;
    readonly language: string | null;
    readonly text: string;
    readonly blocks: readonly {
      readonly role: string;
      readonly start: number;
      readonly end: number;
    }[];
    readonly dropped: readonly string[];
  }[];
}

/** A comparison with labels. */
export interface ComparisonView {
  readonly parties: readonly Named[];
  readonly rows: readonly {
    readonly kind: string;
    readonly id: string;
    readonly label: string;
    readonly verdict: string;
    readonly cells: Readonly<
      Record<
        string,
        {
          readonly status: string;
          readonly spans: readonly Place[];
          readonly speakers: readonly Named[];
        }
      >
    >;
  }[];
  readonly alignment: readonly {
    readonly a: Place;
    readonly b: Place;
    readonly similarity: number;
  }[];
  readonly notes: readonly string[];
  readonly silences: readonly SilenceLine[];
}

/** What was wrong with a page that could not be read. */
export interface QuarantineLine {
  readonly place: string;
  readonly name: string;
  readonly code: string;
  readonly message: string;
  readonly at: string;
  readonly attempts: number;
  /** The file or address to read again; `null` when it has to be added anew. */
  readonly source: string | null;
}

/** What adding a page gave. */
export interface AddedLine {
  readonly name: string;
  readonly outcome: "added" | "known" | "moved" | "quarantined";
  readonly document: string | null;
  readonly message: string | null;
}

/** The first view. */
export interface Overview {
  readonly counts: {
    readonly documents: number;
    readonly encounters: number;
    readonly statements: number;
    readonly silences: number;
    readonly phrases: number;
    readonly judgements: number;
    readonly diagnostics: number;
  };
  readonly parties: readonly (Facet & { readonly statements: number })[];
  readonly languages: readonly Facet[];
  readonly months: readonly {
    readonly month: string;
    readonly documents: number;
    readonly encounters: number;
  }[];
  readonly encounters: readonly EncounterLine[];
  readonly recent: readonly DocumentLine[];
  readonly quarantine: readonly QuarantineLine[];
}

/** A note of the notebook with the state of its anchor. */
export interface NoteLine {
  readonly id: string;
  readonly position: number;
  readonly text: string;
  readonly anchor: Place | null;
  /** `holds`: the quote stands where it stood; `moved`: elsewhere, once; `ambiguous`, `orphaned`: see DESIGN. */
  readonly state: "holds" | "moved" | "ambiguous" | "orphaned" | null;
  readonly citation: Citation | null;
  readonly addedAt: string;
}

/** A citation of a place, ready to paste. */
export interface Citation {
  readonly chicago: string;
  readonly apa: string;
  readonly plain: string;
}

/** A correction as the list shows it. */
export interface CorrectionLine {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
  readonly targetLabel: string;
  readonly value: string | null;
  readonly valueLabel: string | null;
  readonly addedAt: string;
  readonly undoneAt: string | null;
}

/** What every failure sends. */
export interface Failure {
  readonly code: string;
  /** A sentence with the way out. */
  readonly message: string;
}

/** A format that the workspace can be exported in. */
export interface ExportFormatLine {
  readonly id: string;
  readonly label: string;
  /** Which tools read it. */
  readonly readers: string;
  /** Ending of its files, with the dot. */
  readonly extension: string;
}
