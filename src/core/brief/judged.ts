import { sentenceAround } from "../compare/voices.ts";
import { spanOf, type Document } from "../document.ts";
import type { Assessment, Commitment } from "../records.ts";
import { draftOf, type Draft, type DraftGroup } from "./draft.ts";
import { isHeading, kindWords, nameOf, outletOf, type Material } from "./material.ts";
import { laterPatterns } from "./later-patterns.ts";
import { quoteOf, widthOf } from "./quotes.ts";
import { listWords, withArticle } from "./words.ts";

/** What a kind of judgement does, as a verb. */
const judgementVerbs: Readonly<Record<string, string>> = {
  prediction: "judged",
  recommendation: "recommended",
  conditional: "judged under a condition",
  evaluation: "held",
};

/** Names of the yardsticks. */
const yardstickNames: Readonly<Record<string, string>> = {
  icd203: "ICD 203",
  phia: "PHIA",
  kent: "Kent",
};

/** How telling kinds of judgement are. */
const judgementWeights: Readonly<Record<string, number>> = {
  prediction: 0.8,
  conditional: 0.6,
  recommendation: 0.5,
  evaluation: 0.4,
};

/** What became of a commitment. */
const commitmentWords: Readonly<Record<string, string>> = {
  promised: "Offered or promised",
  signed: "Signed",
  "carried-out": "Carried out",
  withheld: "So far withheld",
  refused: "Refused",
  undone: "Undone",
};

/**
 * Who judges what, in a page: the holder, the words, the bands that yardsticks give the term; one sentence for all
 * judgements of a holder in one sentence of the page. Of an official account only what it says of likelihood counts as a
 * judgement; what its own side wants or praises is what it says.
 */
export function judged(document: Document, material: Pick<Material, "labelOf">): DraftGroup {
  const told = document.layers.assessments.filter(
    ({ type, bands }) => document.party === null || (type === "prediction" && bands !== null),
  );
  const bySentence = Map.groupBy(
    told,
    (assessment) =>
      `${sentenceAround(document, assessment).start} ${assessment.assessor ?? assessment.assessorQuote}`,
  );
  const drafts = [...bySentence.values()].map((all) => {
    const first = all.find(({ bands }) => bands !== null) ?? all[0]!;
    const bands = all.map(bandWords).filter((words) => words !== "");
    const weight = (judgementWeights[first.type] ?? 0.4) + (bands.length === 0 ? 0 : 0.2);
    return draftOf(
      laterPatterns.judgement,
      weight,
      holderWords(document, first, material),
      judgementVerbs[first.type] ?? "judged",
      quoteOf(document, sentenceAround(document, first), first),
      [...new Set(bands)].join("; "),
    );
  });
  return {
    section: "judged",
    heading: null,
    lead: `On the page of ${withArticle(outletOf(document))} (${kindWords([document])})`,
    drafts,
  };
}

/** How often a page must name a side to be about it. */
const fewestNamed = 2;

/** A page of the press that judges and is about two sides and more of these, though it speaks of none of the encounters. */
export function judgesSides(
  { party, layers }: Document,
  sides: ReadonlySet<string>,
  material: Pick<Material, "sideOf">,
): boolean {
  if (party !== null || layers.assessments.length === 0) return false;
  const named = layers.actors.flatMap(({ actors }) => actors.map(material.sideOf));
  const about = [...sides].filter(
    (side) => named.filter((one) => one === side).length >= fewestNamed,
  );
  return about.length >= 2;
}

/** Who holds a judgement: its author, the page’s own voice, or somebody whose judgement the page tells. */
function holderWords(
  document: Document,
  { assessor, assessorQuote }: Assessment,
  material: Pick<Material, "labelOf">,
): string {
  const words = assessorQuote.replace(/\s+/gu, " ").trim();
  const name = assessor === null ? words : material.labelOf(assessor);
  if (document.byline.includes(name)) return name;
  if (assessor === null && (words === "" || words === document.outlet)) return "the page itself";
  if (assessor !== null && assessor === document.issuer) return "the page itself";
  const named = document.language === "en" ? plainCase(words) : `those it calls “${words}”`;
  return `${assessor === null ? named : nameOf(assessor, material)}, as the page tells it,`;
}

/** “SENIOR OFFICIAL” of a transcript as “senior official”. */
function plainCase(words: string): string {
  return /\p{Ll}/u.test(words) ? words : words.toLowerCase();
}

/** “by ICD 203 “unlikely” is “unlikely 20–45 %”, by PHIA …”; empty where no yardstick has the term. */
function bandWords({ term, bands, bandsInferred }: Assessment): string {
  const known = Object.entries(bands ?? {}).filter(([, band]) => band !== null);
  if (known.length === 0) return "";
  const words = known.map(([yardstick, band]) => {
    const inferred = bandsInferred.some((one) => one === yardstick);
    return `“${band?.replace(/ %/gu, "\u00a0%")}” by ${yardstickNames[yardstick] ?? yardstick}${inferred ? " (under another word of the same meaning)" : ""}`;
  });
  return `“${term.replace(/\s+/gu, " ")}” is ${listWords(words)}`;
}

/** A commitment of less width (“to stay in contact”) tells little. */
const tellingWidth = 90;

/** What was undertaken or refused at an encounter, by the accounts of it; what is still to come first. */
export function undertaken(document: Document, index: number, material: Material): Draft[] {
  return document.layers.commitments
    .filter(
      (commitment) =>
        commitment.encounter === index &&
        commitment.actors.length > 0 &&
        !isHeading(document, commitment),
    )
    .map((commitment) => commitmentDraft(document, commitment, material));
}

function commitmentDraft(document: Document, commitment: Commitment, material: Material): Draft {
  const who = listWords(commitment.actors.map((actor) => nameOf(actor, material)));
  const toward = listWords(commitment.toward.map((actor) => nameOf(actor, material)));
  const { status } = commitment;
  const open = status === "promised" || status === "withheld" || status === "refused";
  const length = widthOf(document.text.slice(commitment.about.start, commitment.about.end));
  return draftOf(
    laterPatterns.commitment,
    (open ? 0.7 : 0.4) * Math.min(1, length / tellingWidth),
    commitmentWords[status] ?? "Undertaken",
    who,
    toward === "" ? "" : ` to ${toward}`,
    quoteOf(document, sentenceAround(document, spanOf(document, commitment)), commitment),
    outletOf(document),
  );
}
