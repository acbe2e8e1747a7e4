import type { Context } from "../context.ts";
import { spanOf, type Document, type Span } from "../document.ts";
import { ancestorsOf } from "../phrases/annotate.ts";
import type { PartyTexts } from "./choose-accounts.ts";
import type { ComparisonInput, EarlierAccount } from "./comparison-input.ts";
import { lookupsOf } from "./lookups.ts";
import { scalesOf } from "./scale-rows.ts";
import type { SilenceRecord } from "./silence-record.ts";
import { searchFor } from "./silence-search.ts";

/** How many earlier accounts of the same kind are looked at. */
const lookBack = 5;

/** A phrase in fewer earlier accounts than this was no habit. */
const fewest = 2;

/** Share of earlier accounts that makes a phrase a habit. */
const habitual = 0.6;

/** How much more telling it is that a side drops its own habit than that the other side lacks it. */
const dropBonus = 0.2;

/** Share of earlier accounts with this pair that have a topic or phrase, 0…1; 0 without earlier accounts. */
export function habitOf(id: string, earlier: readonly EarlierAccount[], context: Context): number {
  if (earlier.length === 0) return 0;
  return (
    earlier.filter((account) => placesOf(id, account.text, context).length > 0).length /
    earlier.length
  );
}

/**
 * Set phrases that a party's last accounts of the same genre and partner had, and this one lacks: `diluted` where a
 * weaker wording of the same scale stands in their place, else `dropped`.
 */
export function droppedPhrases(
  input: ComparisonInput,
  texts: PartyTexts,
  context: Context,
): Omit<SilenceRecord, "id" | "claimant" | "encounter">[] {
  const genres = new Set(texts.documents.map((document) => document.kind));
  const before = (input.earlier ?? [])
    .filter((account) => account.party === texts.party && genres.has(account.text.kind))
    .slice(-lookBack);
  if (before.length < fewest) return [];
  const last = before.at(-1)!;
  const lookups = lookupsOf(context);
  return phrasesIn([last.text])
    .filter((phrase) => {
      const having = before.filter((account) => hasPhrase(account.text, phrase)).length;
      return (
        having >= fewest &&
        having / before.length >= habitual &&
        !texts.documents.some((document) => hasPhrase(document, phrase))
      );
    })
    .map((phrase) => {
      const weaker = weakerIn(phrase, texts.documents, context);
      return {
        kind: weaker.length > 0 ? ("diluted" as const) : ("dropped" as const),
        span: weaker[0] ?? null,
        silent: [texts.party],
        topic: phrase,
        topicQuote: lookups.labelOf(phrase),
        check: {
          status: "confirmed" as const,
          searched: searchFor(phrase, texts.documents, context),
        },
        rule: weaker.length > 0 ? "silence/diluted" : "silence/dropped",
        elsewhere: before.flatMap((account) => placesOf(phrase, account.text, context).slice(0, 1)),
        weight: Math.min(1, lookups.weightOf("phrase", phrase) + dropBonus),
      };
    });
}

/** Where weaker wordings of the phrase's scale stand. */
function weakerIn(phrase: string, documents: readonly Document[], context: Context): Span[] {
  for (const scale of scalesOf(context).values()) {
    const strength = scale.get(phrase);
    if (strength === undefined) continue;
    return documents.flatMap((document) =>
      document.layers.phrases
        .filter((mention) => (scale.get(mention.id) ?? strength) < strength)
        .map((mention) => spanOf(document, mention)),
    );
  }
  return [];
}

function phrasesIn(documents: readonly Document[]): string[] {
  return [...new Set(documents.flatMap((document) => document.layers.phrases.map(({ id }) => id)))];
}

function hasPhrase(document: Document, phrase: string): boolean {
  return document.layers.phrases.some((mention) => mention.id === phrase);
}

function placesOf(id: string, document: Document, context: Context): Span[] {
  return [...document.layers.topics, ...document.layers.phrases]
    .filter((mention) => mention.id === id || ancestorsOf(context, mention.id).includes(id))
    .map((mention) => spanOf(document, mention));
}
