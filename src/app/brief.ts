import type { SilenceRecord } from "../core/compare/silence-record.ts";
import { spanOf, type Document, type Published, type Range, type Span } from "../core/document.ts";
import type { Encounter } from "../core/link/encounter.ts";
import type { AccountLink, Assessment, Statement } from "../core/records.ts";
import { encounterIds, statementId } from "../export/json.ts";
import type { Reading } from "./reading.ts";

/** Where a line of the brief comes from: page number in the brief, paragraph in the page, exact span. */
export interface Place {
  /** Number of the page in `Brief.pages`, from 1. */
  readonly page: number;
  /** Number of the paragraph in the page's clean text, from 1. */
  readonly paragraph: number;
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
  /** “Xinhua, in South China Morning Post”; `null` when nobody else stands between speaker and reader. */
  readonly account: string | null;
  readonly place: Place;
}

/** Something a page reports as unsaid, or comparison found absent. */
export interface BriefSilence {
  readonly who: string;
  readonly what: string;
  readonly claimant: string | null;
  readonly check: SilenceRecord["check"];
  readonly kind: SilenceRecord["kind"];
  readonly place: Place | null;
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
  readonly statements: readonly BriefStatement[];
  readonly silences: readonly BriefSilence[];
}

/** A set phrase and who uses it. */
export interface BriefPhrase {
  readonly id: string;
  readonly label: string;
  readonly uses: readonly { readonly party: string; readonly places: readonly Place[] }[];
}

/** A probability judgement. */
export interface BriefJudgement {
  readonly assessor: string;
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
  readonly elsewhere: readonly {
    readonly page: BriefPage;
    readonly statements: readonly BriefStatement[];
  }[];
  /** Silences that belong to no encounter. */
  readonly silences: readonly BriefSilence[];
  readonly phrases: readonly BriefPhrase[];
  readonly judgements: readonly BriefJudgement[];
}

/** Arrange a reading as a brief. */
export function briefOf(reading: Reading): Brief {
  const numbers = new Map(reading.documents.map((document, index) => [document.id, index + 1]));
  const pages = reading.documents.map((document, index) => briefPage(document, index + 1, reading));
  const placeOf = (document: Document, range: Range): Place => ({
    page: numbers.get(document.id)!,
    paragraph: document.blocks.findIndex((block) => block.end > range.start) + 1,
    span: spanOf(document, range),
  });
  const encounterOf = encounterIds(reading);
  const statements = reading.documents.flatMap((document, page) =>
    document.layers.statements.map((statement, index) => ({
      encounter: encounterOf(document.id, statement.encounter),
      page: pages[page]!,
      line: briefStatement(document, statement, index, placeOf, reading),
    })),
  );
  const byId = new Map(reading.documents.map((document) => [document.id, document]));
  const silenceLine = (silence: SilenceRecord): BriefSilence => ({
    who: listOf(silence.silent.map((id) => reading.labelOf(id))) || "somebody",
    what: silence.topicQuote,
    claimant: silence.claimant === null ? null : reading.labelOf(silence.claimant),
    check: silence.check,
    kind: silence.kind,
    place: silence.span === null ? null : placeOf(byId.get(silence.span.document)!, silence.span),
  });
  return {
    pages,
    encounters: reading.encounters.map((encounter) => ({
      ...encounterHeading(encounter, reading),
      mentionedOn: encounter.mentions.map((mention) => {
        const document = byId.get(mention.document)!;
        return placeOf(document, document.layers.encounters[mention.index]!);
      }),
      statements: statements
        .filter((statement) => statement.encounter === encounter.id)
        .map((statement) => statement.line),
      silences: reading.silences
        .filter((silence) => silence.encounter === encounter.id)
        .map(silenceLine),
    })),
    elsewhere: pages
      .map((page) => ({
        page,
        statements: statements
          .filter((statement) => statement.encounter === null && statement.page === page)
          .map((statement) => statement.line),
      }))
      .filter((group) => group.statements.length > 0),
    silences: reading.silences.filter((silence) => silence.encounter === null).map(silenceLine),
    phrases: briefPhrases(reading, placeOf),
    judgements: reading.documents.flatMap((document) =>
      document.layers.assessments.map((assessment) => ({
        assessor:
          assessment.assessor === null
            ? assessment.assessorQuote || "the page itself"
            : reading.labelOf(assessment.assessor),
        term: assessment.term,
        about: spanOf(document, assessment.about).quote,
        negated: assessment.negated,
        bands: assessment.bands,
        place: placeOf(document, assessment),
      })),
    ),
  };
}

function briefPage(document: Document, number: number, reading: Reading): BriefPage {
  return {
    number,
    document: document.id,
    path: document.path,
    title: document.title ?? "(no title)",
    outlet: document.outlet,
    byline: document.byline,
    published: publishedLabel(document.published),
    publishedHow: document.published.basis ?? "not stated",
    kind: document.kind,
    party: document.party === null ? null : reading.labelOf(document.party),
    language: document.language,
  };
}

/** A publication date for people: the day, the month, or the interval it lies in. */
export function publishedLabel(published: Published): string {
  if (published.value !== null) return published.value;
  return intervalLabel(published.earliest, published.latest) ?? "date unknown";
}

function intervalLabel(earliest: string | null, latest: string | null): string | null {
  if (earliest === null && latest === null) return null;
  if (earliest === latest) return earliest;
  if (latest === null) return `from ${earliest}`;
  if (earliest === null) return `until ${latest}`;
  return `${earliest} to ${latest}`;
}

function briefStatement(
  document: Document,
  statement: Statement,
  index: number,
  placeOf: (document: Document, range: Range) => Place,
  reading: Reading,
): BriefStatement {
  const named = statement.source === null ? null : spanOf(document, statement.source).quote;
  const known = listOf(statement.actors.map((id) => reading.labelOf(id)));
  return {
    id: statementId(document.id, index),
    speaker: known || named || "(nobody named)",
    named: known !== "" && named !== null && named !== known ? named : null,
    cue: statement.cue === null ? null : spanOf(document, statement.cue).quote,
    content: statement.content.map((range) => spanOf(document, range).quote),
    form: statement.form,
    negated: statement.polarity === "negated",
    hedged: statement.hedged,
    account: accountLabel(statement.account, reading),
    place: placeOf(document, statement),
  };
}

/** “Xinhua, in South China Morning Post”: who vouches, innermost first. */
function accountLabel(account: readonly AccountLink[], reading: Reading): string | null {
  const names = account
    .map((link) => (link.actor === null ? link.quote : reading.labelOf(link.actor)))
    .filter((name) => name !== "");
  return names.length === 0 ? null : names.join(", in ");
}

const modeNames: Readonly<Record<Encounter["mode"], string>> = {
  meeting: "meeting",
  visit: "visit",
  phone: "telephone call",
  video: "video call",
  multilateral: "multilateral meeting",
  letter: "letter",
  ceremony: "ceremony",
  "joint-statement": "joint statement",
  exercise: "joint exercise",
  other: "encounter",
};

function encounterHeading(
  encounter: Encounter,
  reading: Reading,
): Pick<BriefEncounter, "id" | "heading" | "when" | "where" | "status" | "accounts"> {
  const who = listOf(encounter.participants.map((id) => reading.labelOf(id)));
  return {
    id: encounter.id,
    heading: `${who === "" ? "" : `${who}: `}${modeNames[encounter.mode]}`,
    when: intervalLabel(encounter.date.earliest, encounter.date.latest) ?? "date open",
    where: encounter.place === null ? null : reading.labelOf(encounter.place),
    status: encounter.status,
    accounts: encounter.accounts.map(
      (account) =>
        `${account.party === null ? "press" : reading.labelOf(account.party)} (${account.genre})`,
    ),
  };
}

function briefPhrases(
  reading: Reading,
  placeOf: (document: Document, range: Range) => Place,
): BriefPhrase[] {
  const uses = new Map<string, Map<string, Place[]>>();
  for (const document of reading.documents) {
    for (const mention of document.layers.phrases) {
      const side = mention.party === null ? "the press" : reading.labelOf(mention.party);
      const sides = uses.get(mention.id) ?? new Map<string, Place[]>();
      uses.set(mention.id, sides);
      sides.set(side, [...(sides.get(side) ?? []), placeOf(document, mention)]);
    }
  }
  const total = (phrase: BriefPhrase): number =>
    phrase.uses.reduce((sum, use) => sum + use.places.length, 0);
  return [...uses]
    .map(([id, sides]) => ({
      id,
      label: reading.labelOf(id),
      uses: [...sides].map(([party, places]) => ({ party, places })),
    }))
    .toSorted((a, b) => total(b) - total(a) || a.label.localeCompare(b.label, "en"));
}

/** “A”, “A and B”, “A, B and C”. */
export function listOf(names: readonly string[]): string {
  const unique = [...new Set(names)];
  if (unique.length < 2) return unique[0] ?? "";
  return `${unique.slice(0, -1).join(", ")} and ${unique.at(-1)}`;
}
