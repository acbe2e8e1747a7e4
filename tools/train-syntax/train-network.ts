import { Kernel, type Matrix } from "../../src/core/syntax/kernel.ts";
import type { TrainedSyntax } from "../../src/core/syntax/model.ts";
import {
  arcScores,
  encode,
  labelScores,
  parameterSizes,
  type Network,
  type Shape,
} from "../../src/core/syntax/network.ts";
import { normalForm } from "../../src/core/syntax/word-features.ts";
import { augmented, type Words } from "./augment.ts";
import type { TreebankSentence } from "./conllu.ts";
import { speechFrames } from "./direct-speech.ts";
import { Dropout } from "./dropout.ts";
import { arcGradients, backward, type OutputGradients } from "./gradients.ts";
import { InputLayer } from "./input-layer.ts";
import type { Directory } from "./names.ts";
import { Average, Optimiser, parameter, randomise } from "./parameters.ts";
import type { Pretrained } from "./pretrained.ts";
import { randomFrom, shuffled } from "./random.ts";

/** Settings of a training run. */
export interface TrainingPlan {
  readonly epochs: number;
  readonly seed: number;
  /** Words that get a vector in the shipped tables. */
  readonly words: number;
  readonly shape: Omit<Shape, "tags" | "labels">;
  /** Names for other writings of sentences. */
  readonly directory: Directory;
}

/** How much of its neighbour a word's vector starts out with. */
const firstMix = 0.2;
const highestRate = 0.002;
const warmUp = 200;
/** Weights are averaged over the last part of training, taken every so many steps. */
const averagedFrom = 0.6;
const averagedEvery = 100;
const dropRate = 0.25;
/** Words of a batch; gradients are scaled for a third of them. */
const batchWords = 600;
const gradientScale = 200;
/** Room for one batch there and back, in numbers. */
const room = 24_000_000;

/** Words worth a vector: letters with inner apostrophes or stops, or figures; no phrases, no addresses. */
const shipped = /^(?:[\p{L}\p{M}][\p{L}\p{M}'.]*|[0.,:]+\p{L}{0,2})$/u;

/**
 * Train tagger and parser together: recurrent layers under a tagger, a biaffine arc scorer and a
 * label scorer (after Dozat & Manning 2017).
 * @param report - called after each epoch with the losses of tags, arcs and labels a word
 */
export function trainNetwork(
  sentences: readonly TreebankSentence[],
  tags: readonly string[],
  labels: readonly string[],
  pretrained: Pretrained,
  plan: TrainingPlan,
  report: (epoch: number, losses: readonly number[]) => void,
): Omit<TrainedSyntax, "lemmas"> {
  const random = randomFrom(plan.seed);
  const kernel = new Kernel(room);
  const shape = { ...plan.shape, tags: tags.length, labels: labels.length };
  const network: Network = { kernel, shape, weights: newMatrices(kernel, shape) };
  const gradients = newMatrices(kernel, shape);
  for (const [name, rows, columns] of parameterSizes(shape)) {
    randomise(network.weights[name]!.values, initialScale(name, rows, columns), random);
    if (name.startsWith("mix")) network.weights[name]!.values.fill(firstMix);
  }
  const inputs = new InputLayer(kernel, pretrained, frequenciesOf(sentences), shape.width, random);
  const parameters = [
    ...Object.keys(gradients).map((name) =>
      parameter(network.weights[name]!.values, gradients[name]!.values),
    ),
    ...inputs.parameters,
  ];
  const optimiser = new Optimiser(parameters);
  const average = new Average(parameters);
  const material = { frames: speechFrames(sentences), directory: plan.directory };
  const tagClasses = new Map(tags.map((tag, at) => [tag, at]));
  const labelClasses = new Map(labels.map((label, at) => [label, at]));
  const words = sentences.reduce((sum, { forms }) => sum + forms.length, 0);
  let seen = 0;
  let steps = 0;
  for (let epoch = 1; epoch <= plan.epochs; epoch++) {
    const losses = [0, 0, 0];
    const learn = (batch: readonly Words[]): void => {
      kernel.scratch(() => {
        const found = learnFrom(
          batch,
          network,
          inputs,
          gradients,
          tagClasses,
          labelClasses,
          random,
        );
        for (const [at, loss] of found.entries()) losses[at]! += loss / words;
      });
      steps++;
      const rest = 1 - (0.95 * seen) / (plan.epochs * words);
      optimiser.step(highestRate * Math.min(1, steps / warmUp) * rest, gradientScale);
      if (seen > averagedFrom * plan.epochs * words && steps % averagedEvery === 0) average.add();
    };
    let batch: Words[] = [];
    let size = 0;
    for (const index of shuffled(sentences.length, random)) {
      batch.push(augmented(sentences[index]!, material, random));
      size += sentences[index]!.forms.length;
      seen += sentences[index]!.forms.length;
      if (size < batchWords) continue;
      learn(batch);
      batch = [];
      size = 0;
    }
    if (batch.length > 0) learn(batch);
    report(epoch, losses);
  }
  average.apply();
  return {
    tags,
    labels,
    shape,
    weights: network.weights,
    tables: inputs.tables(plan.words, (form) => shipped.test(form)),
  };
}

/** Gradients of one batch; returns the losses of tags, arcs and labels. */
function learnFrom(
  batch: readonly Words[],
  network: Network,
  inputs: InputLayer,
  sums: Readonly<Record<string, Matrix>>,
  tagClasses: ReadonlyMap<string, number>,
  labelClasses: ReadonlyMap<string, number>,
  random: () => number,
): [number, number, number] {
  const { kernel, shape, weights } = network;
  const starts = [0];
  for (const { forms } of batch) starts.push(starts.at(-1)! + forms.length + 1);
  const forms = batch.map((sentence) => sentence.forms);
  const { input, state } = inputs.forward(forms, weights["root"]!.values, dropRate, random);
  const dropout = new Dropout(kernel, random, dropRate, starts);
  const activations = encode(network, input, starts, (matrix, site) => dropout.drop(matrix, site));
  const headRows = new Int32Array(input.rows).fill(-1);
  for (const [index, { heads }] of batch.entries())
    for (const [at, head] of heads.entries()) headRows[starts[index]! + at] = starts[index]! + head;
  const labels = labelScores(network, activations, headRows);
  const outputs: OutputGradients = {
    tagScores: kernel.zeros(input.rows, activations.tagScores.columns),
    arcs: kernel.zeros(input.rows, shape.arc),
    heads: kernel.zeros(input.rows, shape.arc),
    labelHidden: kernel.zeros(input.rows, shape.label),
    labelScores: kernel.zeros(input.rows, labels.scores.columns),
  };
  const losses: [number, number, number] = [0, 0, 0];
  for (const [index, sentence] of batch.entries()) {
    const first = starts[index]!;
    const count = sentence.forms.length + 1;
    for (let at = 0; at < count - 1; at++) {
      const row = first + at;
      const tag = tagClasses.get(sentence.upos[at]!)!;
      const label = labelClasses.get(sentence.labels[at]!)!;
      losses[0] += softmax(activations.tagScores, row, shape.tags, tag, -1, outputs.tagScores, row);
      losses[2] += softmax(labels.scores, row, shape.labels, label, -1, outputs.labelScores, row);
    }
    kernel.scratch(() => {
      const scores = arcScores(kernel, activations, first, count);
      const arcs = kernel.zeros(count, scores.columns);
      for (let at = 0; at < count - 1; at++)
        losses[1] += softmax(scores, at, count, sentence.heads[at]!, at, arcs, at);
      arcGradients(kernel, activations, arcs, first, outputs);
    });
  }
  const ways = { hidden: labels.hidden, headRows };
  const below = backward(network, activations, starts, ways, outputs, dropout, sums);
  inputs.backward(below, state, sums["root"]!.values);
  return losses;
}

/**
 * Loss of the right one of a row's `count` scores and its gradient, written to `into`.
 * @param without - a column that is no choice, -1 for none
 */
function softmax(
  scores: Matrix,
  row: number,
  count: number,
  right: number,
  without: number,
  into: Matrix,
  intoRow: number,
): number {
  const from = row * scores.columns;
  const to = intoRow * into.columns;
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < count; at++)
    if (at !== without) most = Math.max(most, scores.values[from + at]!);
  let sum = 0;
  for (let at = 0; at < count; at++) {
    if (at === without) continue;
    const value = Math.exp(scores.values[from + at]! - most);
    into.values[to + at] = value;
    sum += value;
  }
  for (let at = 0; at < count; at++) if (at !== without) into.values[to + at]! /= sum;
  const chance = into.values[to + right]!;
  into.values[to + right]! -= 1;
  return -Math.log(chance + 1e-9);
}

function newMatrices(kernel: Kernel, shape: Shape): Record<string, Matrix> {
  return Object.fromEntries(
    parameterSizes(shape).map(([name, rows, columns]) => [name, kernel.zeros(rows, columns)]),
  );
}

/** Spread of first weights (Glorot & Bengio 2010); arcs start out nearly equal. */
function initialScale(name: string, rows: number, columns: number): number {
  if (rows === 1) return name.startsWith("peep") ? 0.1 : 0;
  if (name === "arc") return 0.02;
  return Math.sqrt(6 / (rows + (name.startsWith("gates") ? rows : columns)));
}

function frequenciesOf(sentences: readonly TreebankSentence[]): Map<string, number> {
  const frequencies = new Map<string, number>();
  for (const { forms } of sentences) {
    for (const form of forms) {
      const normal = normalForm(form);
      frequencies.set(normal, (frequencies.get(normal) ?? 0) + 1);
    }
  }
  return frequencies;
}
