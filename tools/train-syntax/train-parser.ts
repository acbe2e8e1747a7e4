import {
  bestTransition,
  labelFeatures,
  parseFeatureRoom,
  parseFeatures,
} from "../../src/core/syntax/parser.ts";
import {
  initialState,
  isAllowed,
  isFinal,
  leftArc,
  take,
  type ParseState,
} from "../../src/core/syntax/transitions.ts";
import { bestOf, scoreClasses, type Weights } from "../../src/core/syntax/weights.ts";
import { wordFeatures } from "../../src/core/syntax/word-features.ts";
import type { TreebankSentence } from "./conllu.ts";
import { Perceptron, randomFrom, shuffled } from "./perceptron.ts";

const actionBits = 20;
const labelBits = 19;

/** How often a wrong guess is followed anyway, to learn to go on from it (after the first epoch). */
const exploration = 0.9;

/**
 * Train the parser: arc-hybrid with a dynamic oracle (Goldberg & Nivre 2013).
 * @param tagged - predicted tags of each sentence (jackknifed), class indices
 */
export function trainParser(
  sentences: readonly TreebankSentence[],
  tagged: readonly Int32Array[],
  labelNames: readonly string[],
  epochs: number,
  report: (epoch: number) => void,
): { actions: Weights; labels: Weights } {
  const actions = new Perceptron(actionBits, 3);
  const labels = new Perceptron(labelBits, labelNames.length);
  const labelIndex = new Map(labelNames.map((name, at) => [name, at]));
  const random = randomFrom(7);
  const features = new Uint32Array(parseFeatureRoom);
  const actionScores = new Float64Array(3);
  const labelScores = new Float64Array(labelNames.length);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const number of shuffled(sentences.length, random)) {
      const sentence = sentences[number]!;
      const words = sentence.forms.map((form, at) => wordFeatures(form, at === 0));
      const state = initialState(words.length);
      while (!isFinal(state)) {
        const count = parseFeatures(state, words, tagged[number]!, features);
        scoreClasses(actions.weights, features, count, actionScores);
        const guess = bestTransition(state, actionScores);
        const { gold, wrong } = goldTransition(state, sentence.heads, actionScores, guess);
        actions.step();
        labels.step();
        if (wrong) {
          actions.update(features, count, gold, 1);
          actions.update(features, count, guess, -1);
        }
        const transition = wrong && !(epoch > 0 && random() < exploration) ? gold : guess;
        let label = -1;
        if (transition >= leftArc) {
          const dependent = state.stack[state.depth - 1]!;
          const head = transition === leftArc ? state.next : state.stack[state.depth - 2]!;
          labelFeatures(features, count, transition);
          scoreClasses(labels.weights, features, count, labelScores);
          label = bestOf(labelScores);
          if (sentence.heads[dependent] === head) {
            const right = labelIndex.get(sentence.labels[dependent]!)!;
            if (label !== right) {
              labels.update(features, count, right, 1);
              labels.update(features, count, label, -1);
            }
            label = right;
          }
        }
        take(state, transition, label);
      }
    }
    report(epoch + 1);
  }
  return { actions: actions.averaged(), labels: labels.averaged() };
}

/** The best-scoring transition of least cost, and whether the guess costs more. */
function goldTransition(
  state: ParseState,
  heads: readonly number[],
  scores: Float64Array,
  guess: number,
): { gold: number; wrong: boolean } {
  const costs = costsOf(state, heads);
  let least = Number.POSITIVE_INFINITY;
  for (let transition = 0; transition < 3; transition++) {
    if (isAllowed(state, transition)) least = Math.min(least, costs[transition]!);
  }
  let gold = -1;
  for (let transition = 0; transition < 3; transition++) {
    if (!isAllowed(state, transition) || costs[transition] !== least) continue;
    if (gold < 0 || scores[transition]! > scores[gold]!) gold = transition;
  }
  return { gold, wrong: costs[guess]! > least };
}

/** Gold arcs that each transition makes unreachable. */
function costsOf(state: ParseState, heads: readonly number[]): [number, number, number] {
  const { stack, depth, next, length } = state;
  const costs: [number, number, number] = [0, 0, 0];
  const s0 = depth > 0 ? stack[depth - 1]! : -1;
  const s1 = depth > 1 ? stack[depth - 2]! : -1;
  for (let at = 0; at < depth; at++) {
    const word = stack[at]!;
    if (next < length && heads[next] === word && at < depth - 1) costs[0]++;
    if (heads[word] === next) costs[0]++;
  }
  if (s0 < 0) return costs;
  let lost = 0;
  for (let at = next; at < length; at++) if (heads[at] === s0) lost++;
  costs[1] = lost;
  costs[2] = lost;
  const head = heads[s0]!;
  if (head !== next && (head > next || head === s1)) costs[1]++;
  if (head !== s1 && head >= next) costs[2]++;
  return costs;
}
