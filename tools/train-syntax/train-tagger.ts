import { tagFeatureRoom, tagFeatures } from "../../src/core/syntax/tagger.ts";
import { bestOf, scoreClasses, type Weights } from "../../src/core/syntax/weights.ts";
import { wordFeatures } from "../../src/core/syntax/word-features.ts";
import type { TreebankSentence } from "./conllu.ts";
import { Perceptron, randomFrom, shuffled } from "./perceptron.ts";

/** log₂ of the tagger's rows. */
const taggerBits = 18;

/** Train the tagger: averaged perceptron, greedy, on its own earlier decisions. */
export function trainTagger(
  sentences: readonly TreebankSentence[],
  tags: readonly string[],
  epochs: number,
): Weights {
  const perceptron = new Perceptron(taggerBits, tags.length);
  const index = new Map(tags.map((tag, at) => [tag, at]));
  const random = randomFrom(1);
  const features = new Uint32Array(tagFeatureRoom);
  const scores = new Float64Array(tags.length);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const number of shuffled(sentences.length, random)) {
      const sentence = sentences[number]!;
      const words = sentence.forms.map((form, at) => wordFeatures(form, at === 0));
      let previous = -1;
      let beforeThat = -1;
      for (let at = 0; at < words.length; at++) {
        const count = tagFeatures(words, at, previous, beforeThat, features);
        scoreClasses(perceptron.weights, features, count, scores);
        const guess = bestOf(scores);
        const gold = index.get(sentence.upos[at]!)!;
        perceptron.step();
        if (guess !== gold) {
          perceptron.update(features, count, gold, 1);
          perceptron.update(features, count, guess, -1);
        }
        beforeThat = previous;
        previous = guess;
      }
    }
  }
  return perceptron.averaged();
}
