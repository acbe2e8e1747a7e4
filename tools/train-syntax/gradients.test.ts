import { expect, test } from "vitest";
import { Kernel, type Matrix } from "../../src/core/syntax/kernel.ts";
import {
  encode,
  labelScores,
  parameterSizes,
  type Network,
} from "../../src/core/syntax/network.ts";
import { Dropout } from "./dropout.ts";
import { backward } from "./gradients.ts";
import { randomise } from "./parameters.ts";
import { randomFrom } from "./random.ts";

const shape = { width: 16, layers: 2, arc: 8, label: 8, tags: 3, labels: 5 };
const starts = [0, 4, 7];
const headRows = Int32Array.of(1, 3, 1, -1, 6, 4, -1);
const random = randomFrom(5);
const kernel = new Kernel(200_000);

function matrices(): Record<string, Matrix> {
  return Object.fromEntries(
    parameterSizes(shape).map(([name, rows, columns]) => [name, kernel.zeros(rows, columns)]),
  );
}

function randomMatrix(rows: number, columns: number): Matrix {
  const matrix = kernel.zeros(rows, columns);
  randomise(matrix.values, 0.7, random);
  return matrix;
}

test("gradients are what small changes of weights do to the outputs", () => {
  const network: Network = { kernel, shape, weights: matrices() };
  for (const matrix of Object.values(network.weights)) randomise(matrix.values, 0.7, random);
  const input = randomMatrix(7, shape.width);
  const wanted = {
    tagScores: randomMatrix(7, 8),
    arcs: randomMatrix(7, shape.arc),
    heads: randomMatrix(7, shape.arc),
    labelHidden: kernel.zeros(7, shape.label),
    labelScores: randomMatrix(7, 8),
  };
  const dot = (a: Matrix, b: Matrix): number =>
    a.values.reduce((sum, value, at) => sum + value * b.values[at]!, 0);
  const loss = (): number =>
    kernel.scratch(() => {
      const activations = encode(network, input, starts);
      const { scores } = labelScores(network, activations, headRows);
      return (
        dot(activations.tagScores, wanted.tagScores) +
        dot(activations.arcs, wanted.arcs) +
        dot(activations.heads, wanted.heads) +
        dot(scores, wanted.labelScores)
      );
    });
  const slope = (values: Float32Array, at: number): number => {
    const before = values[at]!;
    values[at] = before + 0.01;
    const more = loss();
    values[at] = before - 0.01;
    const less = loss();
    values[at] = before;
    return (more - less) / 0.02;
  };
  const numeric = parameterSizes(shape).map(([name]) => {
    const { values } = network.weights[name]!;
    const places = [0, Math.floor(values.length / 3), values.length - 1];
    return { name, places, slopes: places.map((at) => slope(values, at)) };
  });
  const inputSlopes = [3, 40, 100].map((at) => slope(input.values, at));

  const activations = encode(network, input, starts);
  const { hidden } = labelScores(network, activations, headRows);
  const sums = matrices();
  const below = backward(
    network,
    activations,
    starts,
    { hidden, headRows },
    // The way back works in place; these are not needed any more.
    wanted,
    new Dropout(kernel, random, 0, starts),
    sums,
  );
  for (const { name, places, slopes } of numeric) {
    for (const [index, at] of places.entries()) {
      const expected = slopes[index]!;
      const difference = Math.abs(sums[name]!.values[at]! - expected);
      expect(difference, `${name}[${at}]: ${expected}`).toBeLessThan(
        0.02 + 0.05 * Math.abs(expected),
      );
    }
  }
  expect(below.values[3]).toBeCloseTo(inputSlopes[0]!, 1);
  expect(below.values[40]).toBeCloseTo(inputSlopes[1]!, 1);
  expect(below.values[100]).toBeCloseTo(inputSlopes[2]!, 1);
});
