import { accountLabel, holderLabel } from "../judgements/labels.ts";
import { spanOf, type Document } from "../../core/document.ts";
import type { Encounter } from "../../core/link/encounter.ts";
import { encounterIds } from "../../export/json.ts";
import type { Reading } from "../reading.ts";
import type {
  Brief,
  BriefEncounter,
  BriefJudgement,
  BriefPage,
  BriefPhrase,
  BriefVoice,
  Place,
} from "./brief.ts";
import { intervalLabel, listOf, modeNames, publishedLabel } from "./labels.ts";
import { placesIn, type PlaceOf } from "./places.ts";
import { absencesAt, reportedSilences } from "./silences.ts";
import { briefStatement, voiceOf } from "./statements.ts";

/** Arrange a reading as a brief. */
export function briefOf(reading: Reading): Brief {
  const byId = new Map(reading.documents.map((document) => [document.id, document]));
  const placeOf = placesIn(reading);
  const pages = reading.documents.map((document, index) => briefPage(document, index + 1, reading));
  const voices = voicesByEncounter(reading, pages, placeOf);
  const silences = (encounter: string | null): Reading["silences"] =>
    reading.silences.filter((silence) => silence.encounter === encounter);
  return {
    pages,
    encounters: reading.encounters.map((encounter) => ({
      ...encounterHeading(encounter, reading),
      mentionedOn: encounter.mentions
        .map((mention) => {
          const document = byId.get(mention.document)!;
          return placeOf(document, document.layers.encounters[mention.index]!);
        })
        .toSorted((one, other) => one.page - other.page),
      voices: officialFirst(voices.get(encounter.id) ?? []),
      reported: reportedSilences(silences(encounter.id), byId, placeOf, reading),
      absences: absencesAt(encounter, silences(encounter.id), byId, placeOf, reading),
    })),
    elsewhere: voices.get(null) ?? [],
    silences: reportedSilences(silences(null), byId, placeOf, reading),
    phrases: briefPhrases(reading, placeOf),
    judgements: briefJudgements(reading, placeOf),
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

/** Statements by the encounter they belong to (`null`: none), and there by page in reading order. */
function voicesByEncounter(
  reading: Reading,
  pages: readonly BriefPage[],
  placeOf: PlaceOf,
): ReadonlyMap<string | null, readonly BriefVoice[]> {
  const encounterOf = encounterIds(reading);
  const result = new Map<string | null, BriefVoice[]>();
  for (const [page, document] of reading.documents.entries()) {
    const lines = document.layers.statements.map((statement, index) => ({
      encounter: encounterOf(document.id, statement.encounter),
      line: briefStatement(document, statement, index, placeOf, reading),
    }));
    for (const [encounter, group] of Map.groupBy(lines, (line) => line.encounter)) {
      const statements = group.map(({ line }) => line);
      const voice = voiceOf(document, pages[page]!, statements, reading);
      result.set(encounter, [...(result.get(encounter) ?? []), voice]);
    }
  }
  return result;
}

function officialFirst(voices: readonly BriefVoice[]): BriefVoice[] {
  return voices.toSorted((a, b) => Number(a.page.party === null) - Number(b.page.party === null));
}

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

function briefPhrases(reading: Reading, placeOf: PlaceOf): BriefPhrase[] {
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

function briefJudgements(reading: Reading, placeOf: PlaceOf): BriefJudgement[] {
  return reading.documents.flatMap((document) =>
    document.layers.assessments.map((assessment) => ({
      type: assessment.type,
      assessor: holderLabel(assessment.assessor, assessment.assessorQuote, reading),
      account: accountLabel(
        assessment.account,
        holderLabel(assessment.assessor, assessment.assessorQuote, reading),
        reading,
      ),
      term: assessment.term,
      about: spanOf(document, assessment.about).quote,
      negated: assessment.negated,
      bands: assessment.bands,
      place: placeOf(document, assessment),
    })),
  );
}
