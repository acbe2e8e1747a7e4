import { spanOf, type Document } from "../document.ts";
import type { PartyTexts } from "./choose-accounts.ts";
import type { AlignedPassage } from "./comparison.ts";
import { cosine, vectorOf, weightsOf, wordsOf } from "./similarity.ts";

/** How many aligned passages are worth showing. */
const mostPassages = 40;

/** Sentences taken from each account: a readout has tens, a briefing hundreds. */
const mostSentences = 400;

/** Two sentences this alike are worth reading side by side. */
const worthReading = 0.25;

/** A sentence with its words. */
interface Passage {
  readonly document: Document;
  readonly index: number;
  readonly words: readonly string[];
}

/**
 * Sentences of accounts in one language that say the same, whatever their order: for every pair of parties, best
 * partner first, each sentence once.
 * @returns in the order of the first text
 */
export function alignPassages(parties: readonly PartyTexts[]): AlignedPassage[] {
  const aligned: AlignedPassage[] = [];
  for (const [index, a] of parties.entries()) {
    for (const b of parties.slice(index + 1)) {
      for (const language of languagesOf(a).filter((own) => languagesOf(b).includes(own)))
        aligned.push(...alignPair(passagesOf(a, language), passagesOf(b, language)));
    }
  }
  return aligned;
}

function alignPair(left: readonly Passage[], right: readonly Passage[]): AlignedPassage[] {
  const weights = weightsOf([...left, ...right].map((passage) => passage.words));
  const vectors = right.map((two) => ({ two, vector: vectorOf(two.words, weights) }));
  const pairs = left
    .flatMap((one) => {
      const own = vectorOf(one.words, weights);
      return vectors.map(({ two, vector }) => ({ one, two, similarity: cosine(own, vector) }));
    })
    .filter((pair) => pair.similarity >= worthReading)
    .sort((x, y) => y.similarity - x.similarity);
  const used = new Set<Passage>();
  const chosen: typeof pairs = [];
  for (const pair of pairs) {
    if (used.has(pair.one) || used.has(pair.two)) continue;
    used.add(pair.one).add(pair.two);
    chosen.push(pair);
    if (chosen.length === mostPassages) break;
  }
  return chosen
    .sort((x, y) => left.indexOf(x.one) - left.indexOf(y.one))
    .map((pair) => ({
      a: spanOf(pair.one.document, pair.one.document.layers.sentences[pair.one.index]!),
      b: spanOf(pair.two.document, pair.two.document.layers.sentences[pair.two.index]!),
      similarity: Math.round(pair.similarity * 100) / 100,
    }));
}

function languagesOf(texts: PartyTexts): string[] {
  return [...new Set(texts.documents.map((document) => document.language?.slice(0, 2) ?? "?"))];
}

function passagesOf(texts: PartyTexts, language: string): Passage[] {
  return texts.documents
    .filter((document) => document.language?.startsWith(language) === true)
    .flatMap((document) =>
      document.layers.sentences.map((sentence, index) => ({
        document,
        index,
        words: wordsOf(document.text.slice(sentence.start, sentence.end)),
      })),
    )
    .slice(0, mostSentences);
}
