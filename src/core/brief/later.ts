import { sentenceAround } from "../compare/voices.ts";
import { lookupsOf } from "../compare/lookups.ts";
import type { SilenceRecord } from "../compare/silence-record.ts";
import { spanOf, type Document, type Span } from "../document.ts";
import type { Encounter } from "../link/encounter.ts";
import {
  cite,
  citeSearch,
  draftOf,
  ownAccountOf,
  type Draft,
  type DraftPart,
  type Side,
} from "./draft.ts";
import { headingDate } from "./dates.ts";
import { isSummit, nounOf } from "./happened.ts";
import { documentOf, nameOf, outletOf, type Material } from "./material.ts";
import { laterPatterns } from "./later-patterns.ts";
import { quoteOf } from "./quotes.ts";
import { listWords, withArticle } from "./words.ts";

/** Earlier accounts needed before a phrase can be called new to a side. */
const fewestEarlier = 3;

/** What pages report as unsaid at the encounter, each with what a search of the accounts gave. */
export function unsaid(silences: readonly SilenceRecord[], material: Material): Draft[] {
  return silences.flatMap((silence) => {
    if (silence.kind !== "reported" || silence.span === null) return [];
    const document = documentOf(silence.span, material.input.documents);
    if (document === null) return [];
    const silent = listWords(silence.silent.map((id) => withArticle(material.labelOf(id))));
    const claimant = silence.claimant === null ? null : material.labelOf(silence.claimant);
    const outlet = outletOf(document);
    const who =
      claimant === null || claimant === outlet
        ? `${withArticle(outlet)} reports`
        : `${withArticle(claimant)}, as told by ${withArticle(outlet)}, says`;
    const quote = quoteOf(document, sentenceAround(document, silence.span), silence.span);
    const weight = silence.check.status === "not-checkable" ? 0.5 : 0.9;
    return [
      draftOf(laterPatterns.reported, weight, who, silent, quote, checkParts(silence, material)),
    ];
  });
}

function checkParts(silence: SilenceRecord, material: Material): DraftPart[] {
  const { status, searched } = silence.check;
  if (status === "not-checkable") return [];
  const side = material.sides.find(({ id }) =>
    silence.silent.some((actor) => material.sideOf(actor) === id),
  );
  const account: DraftPart = side === undefined ? "the accounts held" : ownAccountOf(side);
  const found = searched.flatMap((search) => search.found);
  const about = silence.topicQuote === "" ? "it" : "what it names";
  if (status === "contradicted" && found.length > 0)
    return [
      ` Yet a search for ${about} has a find in `,
      account,
      ".",
      citeSearch(searched, ...found.slice(0, 2)),
    ];
  return [` A search for ${about} found nothing in `, account, ".", citeSearch(searched)];
}

/** Which words changed: set phrases a side dropped, weakened or has anew, against its earlier accounts with this partner. */
export function changed(
  material: Material,
  earlier: ReadonlyMap<string, readonly Document[]>,
): Draft[] {
  return [
    ...droppedWords(material),
    ...material.sides.flatMap((side) => newWords(side, earlier.get(side.id) ?? [], material)),
  ];
}

function droppedWords(material: Material): Draft[] {
  return (material.comparison?.silences ?? []).flatMap((silence) => {
    if (silence.kind !== "dropped" && silence.kind !== "diluted") return [];
    const side = material.sides.find(({ id }) => silence.silent.includes(id));
    const before = (silence.elsewhere ?? []).filter(
      (span) => documentOf(span, material.input.documents) !== null,
    );
    if (side === undefined || before.length === 0) return [];
    const weight = silence.weight ?? 0.5;
    const weaker =
      silence.span === null ? null : documentOf(silence.span, material.input.documents);
    if (silence.kind === "diluted" && weaker !== null)
      return [
        draftOf(
          laterPatterns.diluted,
          weight,
          side,
          silence.topicQuote,
          before.length,
          cite(...before),
          quoteOf(weaker, sentenceAround(weaker, silence.span!), silence.span),
        ),
      ];
    return [
      draftOf(
        laterPatterns.dropped,
        weight,
        side,
        silence.topicQuote,
        before.length,
        cite(...before),
        citeSearch(silence.check.searched),
      ),
    ];
  });
}

function newWords(side: Side, earlier: readonly Document[], material: Material): Draft[] {
  if (earlier.length < fewestEarlier) return [];
  const known = new Set(earlier.flatMap(({ layers }) => layers.phrases.map(({ id }) => id)));
  const lookups = lookupsOf(material.context);
  const told = new Set<string>();
  return (material.texts.get(side.id) ?? []).flatMap((document) =>
    document.layers.phrases.flatMap((phrase) => {
      const voice = phrase.speaker === null ? side.id : material.sideOf(phrase.speaker);
      if (known.has(phrase.id) || told.has(phrase.id) || voice !== side.id) return [];
      told.add(phrase.id);
      const searched = earlier.map(({ id, language }) => ({
        document: id,
        language,
        forms: [],
        found: [],
      }));
      return [
        draftOf(
          laterPatterns.fresh,
          lookups.weightOf("phrase", phrase.id) * 0.9,
          side,
          material.labelOf(phrase.id),
          quoteOf(document, sentenceAround(document, phrase), phrase),
          earlier.length,
          citeSearch(searched),
        ),
      ];
    }),
  );
}

/** What to watch: an encounter that a page announces. Place and days of a summit are those of the table of summits. */
export function announcedDraft(encounter: Encounter, material: Material): Draft | null {
  const place = encounter.place === null ? "" : ` in ${nameOf(encounter.place, material)}`;
  const when = headingDate(encounter.date);
  for (const { document: id, index } of encounter.mentions) {
    const document = material.input.documents.get(id);
    const mention = document?.layers.encounters[index];
    if (document === undefined || mention === undefined || mention.status !== "announced") continue;
    const span: Span = spanOf(document, mention);
    const quote = quoteOf(document, sentenceAround(document, span), span);
    const summit = encounter.summit === null ? null : material.labelOf(encounter.summit);
    if (isSummit(material) && summit !== null && summit !== encounter.summit) {
      const table = when === null ? "" : ` (by the table of summits${place}, ${when})`;
      return draftOf(
        laterPatterns.toCome,
        0.6,
        `the ${summit.replace(/^the /iu, "")}`,
        table,
        quote,
      );
    }
    const { what, to } = nounOf(material);
    return draftOf(
      laterPatterns.announced,
      0.8,
      what,
      `${to ? "" : place}${when === null ? "" : `, for ${when}`}`,
      quote,
    );
  }
  return null;
}
