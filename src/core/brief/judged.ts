import { sentenceAround } from "../compare/voices.ts";
import { spanOf, type Document } from "../document.ts";
import type { Assessment, Commitment } from "../records.ts";
import { draftOf, type Draft } from "./draft.ts";
import { nameOf, outletOf, type Material } from "./material.ts";
import { patterns } from "./patterns.ts";
import { quoteOf } from "./quotes.ts";
import { listWords, withArticle } from "./words.ts";

/** What a kind of judgement does, as a verb. */
const judgementVerbs: Readonly<Record<string, string>> = {
  prediction: "judges",
  recommendation: "recommends",
  conditional: "judges, under a condition",
  evaluation: "holds",
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

/** What became of a commitment, as a verb. */
const commitmentVerbs: Readonly<Record<string, string>> = {
  promised: "undertook this",
  signed: "signed this",
  "carried-out": "carried this out",
  withheld: "has so far withheld this",
  refused: "refused this",
  undone: "undid this",
};

/** Who judges what, in a page: the holder, the words, the bands that yardsticks give the term. */
export function judged(document: Document, material: Pick<Material, "labelOf">): Draft[] {
  return document.layers.assessments.map((assessment) => {
    const { type, term, bands } = assessment;
    const quote = quoteOf(document, sentenceAround(document, assessment), assessment);
    const weight = (judgementWeights[type] ?? 0.4) + (bands === null ? 0 : 0.2);
    return draftOf(
      patterns.judgement,
      weight,
      holderWords(document, assessment, material),
      judgementVerbs[type] ?? "judges",
      quote,
      bandWords(term, bands),
    );
  });
}

/** “Lena Quist (The Selmont Courier)”. */
function holderWords(
  document: Document,
  { assessor, assessorQuote }: Assessment,
  material: Pick<Material, "labelOf">,
): string {
  const outlet = outletOf(document);
  const holder =
    assessor === null ? assessorQuote.replace(/\s+/gu, " ").trim() : nameOf(assessor, material);
  return holder === "" || holder === outlet
    ? withArticle(outlet)
    : `${holder} (in ${withArticle(outlet)})`;
}

/** “by ICD 203 “unlikely” is unlikely 20–45 %, by PHIA …; Kent has no band for it”. */
function bandWords(term: string, bands: Assessment["bands"]): string {
  if (bands === null) return "";
  const known = Object.entries(bands).filter(([, band]) => band !== null);
  if (known.length === 0) return "";
  const words = known.map(
    ([yardstick, band]) => `${yardstickNames[yardstick] ?? yardstick} ${band}`,
  );
  return `“${term.replace(/\s+/gu, " ")}” stands for ${listWords(words)}`;
}

/** What was undertaken or refused at an encounter, by the accounts of it; what is still to come first. */
export function undertaken(document: Document, index: number, material: Material): Draft[] {
  return document.layers.commitments
    .filter((commitment) => commitment.encounter === index && commitment.actors.length > 0)
    .map((commitment) => commitmentDraft(document, commitment, material));
}

function commitmentDraft(document: Document, commitment: Commitment, material: Material): Draft {
  const who = listWords(commitment.actors.map((actor) => nameOf(actor, material)));
  const toward = listWords(commitment.toward.map((actor) => nameOf(actor, material)));
  const status: string = commitment.status;
  return draftOf(
    patterns.commitment,
    status === "promised" ? 0.7 : 0.5,
    who,
    commitmentVerbs[status] ?? "undertook this",
    toward === "" ? "" : ` toward ${toward}`,
    quoteOf(document, sentenceAround(document, spanOf(document, commitment)), commitment),
    outletOf(document),
  );
}
