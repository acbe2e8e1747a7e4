import { rowsOf, transposed, type Kernel, type Matrix } from "../../src/core/syntax/kernel.ts";
import {
  directions,
  leak,
  padded,
  type Activations,
  type Network,
} from "../../src/core/syntax/network.ts";
import type { Dropout } from "./dropout.ts";

/** Gradients of the network's outputs; `labelHidden` rows belong to `headRows`. */
export interface OutputGradients {
  readonly tagScores: Matrix;
  readonly arcs: Matrix;
  readonly heads: Matrix;
  readonly labelHidden: Matrix;
  readonly labelScores: Matrix;
}

/** Gradient of a matrix of arc scores, passed on to the vectors it was made of. */
export function arcGradients(
  kernel: Kernel,
  { arcs, headsDropped }: Activations,
  gradients: Matrix,
  first: number,
  into: OutputGradients,
): void {
  const { rows: count, columns } = gradients;
  kernel.scratch(() => {
    const heads = kernel.zeros(columns, headsDropped.columns);
    heads.values.set(rowsOf(headsDropped, first, count).values);
    kernel.multiply(gradients, heads, rowsOf(into.arcs, first, count));
    // The padding's rows come last and are left out.
    const turned = kernel.matrix(count, count);
    for (let row = 0; row < count; row++)
      for (let column = 0; column < count; column++)
        turned.values[column * count + row] = gradients.values[row * columns + column]!;
    kernel.multiply(turned, rowsOf(arcs, first, count), rowsOf(into.heads, first, count));
  });
}

/**
 * Gradients of all weights, added to `sums`, and of the input.
 * @param labels - hidden layer of the labels and each row's head row, -1 for none
 */
export function backward(
  { kernel, shape, weights }: Network,
  activations: Activations,
  starts: readonly number[],
  labels: { readonly hidden: Matrix; readonly headRows: Int32Array },
  outputs: OutputGradients,
  dropout: Dropout,
  sums: Readonly<Record<string, Matrix>>,
): Matrix {
  const { encoded } = activations;
  const back = (from: Matrix, name: string, gradients: Matrix, into: Matrix): void =>
    kernel.scratch(() => {
      kernel.multiply(transposed(kernel, from, from.rows), gradients, sums[name]!);
      const weight = weights[name]!;
      kernel.multiply(gradients, transposed(kernel, weight, padded(weight.rows)), into);
    });
  const addRows = (gradients: Matrix, name: string): void => {
    const { columns, values } = gradients;
    for (let at = 0; at < values.length; at++) sums[name]!.values[at % columns]! += values[at]!;
  };

  back(labels.hidden, "label", outputs.labelScores, outputs.labelHidden);
  addRows(outputs.labelScores, "labelOut");
  const hidden = rectifiedBack(labels.hidden, outputs.labelHidden);
  const labelHeads = headGradients(kernel, hidden, labels.headRows);
  const sum = kernel.zeros(encoded.rows, encoded.columns);
  back(encoded, "labelDependent", hidden, sum);
  back(encoded, "labelHead", labelHeads, sum);
  addRows(labelHeads, "labelBias");

  back(encoded, "tag", outputs.tagScores, sum);
  addRows(outputs.tagScores, "tagBias");

  const dependents = kernel.zeros(encoded.rows, shape.arc);
  back(activations.dependentsDropped, "arc", outputs.arcs, dependents);
  addRows(outputs.arcs, "arcBias");
  rectifiedBack(activations.dependents, dropout.back(dependents, "dependents"));
  rectifiedBack(activations.heads, dropout.back(outputs.heads, "heads"));
  back(encoded, "dependent", dependents, sum);
  addRows(dependents, "dependentBias");
  back(encoded, "head", outputs.heads, sum);
  addRows(outputs.heads, "headBias");

  const sentences = starts.slice(1).map((end, index) => [starts[index]!, end] as const);
  let current = dropout.back(sum, "encoded");
  for (let layer = shape.layers - 1; layer >= 0; layer--) {
    const { input, cells, dropped, ways } = activations.layers[layer]!;
    const inputGradients = kernel.zeros(input.rows, shape.width);
    const droppedGradients = kernel.zeros(input.rows, shape.width);
    for (const [side, direction] of directions.entries()) {
      const { blended, gates } = ways[side]!;
      const named = (name: string): string => `${name}${layer}${direction}`;
      const gateGradients = kernel.zeros(input.rows, gates.columns);
      const blendedGradients = kernel.zeros(input.rows, shape.width);
      const run = { gates, input, cells, output: current, gateGradients, inputGradients };
      for (const rows of sentences) {
        recurBack({
          ...run,
          peep: weights[named("peep")]!,
          peepGradients: sums[named("peep")]!,
          biasGradients: sums[named("gateBias")]!,
          rows,
          side,
        });
      }
      back(blended, named("gates"), gateGradients, blendedGradients);
      const mix = { values: weights[named("mix")]!, gradients: sums[named("mix")]! };
      for (const rows of sentences)
        blendBack(dropped, mix, blendedGradients, droppedGradients, rows, side);
    }
    if (layer > 0) dropout.back(droppedGradients, "layer");
    for (let at = 0; at < inputGradients.values.length; at++)
      inputGradients.values[at]! += droppedGradients.values[at]!;
    current = inputGradients;
  }
  return current;
}

function rectifiedBack(result: Matrix, gradients: Matrix): Matrix {
  for (let at = 0; at < gradients.values.length; at++)
    if (result.values[at]! < 0) gradients.values[at]! *= leak;
  return gradients;
}

/** Gradients of the heads' part of the label layer; those of rows without a head are cleared. */
function headGradients(kernel: Kernel, hidden: Matrix, headRows: Int32Array): Matrix {
  const { rows, columns, values } = hidden;
  const heads = kernel.zeros(rows, columns);
  for (let row = 0; row < rows; row++) {
    const head = headRows[row]!;
    for (let at = 0; at < columns; at++) {
      if (head < 0) values[row * columns + at] = 0;
      else heads.values[head * columns + at]! += values[row * columns + at]!;
    }
  }
  return heads;
}

interface RecurrenceGradients {
  readonly gates: Matrix;
  readonly input: Matrix;
  readonly cells: Matrix;
  readonly peep: Matrix;
  readonly peepGradients: Matrix;
  readonly biasGradients: Matrix;
  /** Gradients of the output. */
  readonly output: Matrix;
  readonly gateGradients: Matrix;
  readonly inputGradients: Matrix;
  readonly rows: readonly [number, number];
  /** 0 forward, 1 backward. */
  readonly side: number;
}

/** The way back through `Kernel.recur`. */
function recurBack(run: RecurrenceGradients): void {
  const width = run.input.columns;
  const units = width / 2;
  const [first, end] = run.rows;
  const u = run.gates.values;
  const x = run.input.values;
  const c = run.cells.values;
  const peep = run.peep.values;
  const coming = new Float64Array(units);
  const toBefore = run.side === 0 ? -width : width;
  for (let turn = end - 1; turn >= first; turn--) {
    const row = run.side === 0 ? turn : end - 1 - (turn - first);
    for (let unit = 0; unit < units; unit++) {
      const at = row * width + run.side * units + unit;
      const gate = row * 3 * units + unit;
      const before = turn === first ? 0 : c[at + toBefore]!;
      const forget = u[gate + units]!;
      const output = u[gate + 2 * units]!;
      const gradient = run.output.values[at]!;
      const outputGradient = gradient * (c[at]! - x[at]!) * slope(output);
      const cell = gradient * output + coming[unit]!;
      const forgetGradient = cell * (before - u[gate]!) * slope(forget);
      run.inputGradients.values[at]! += gradient * (1 - output);
      run.gateGradients.values[gate] = cell * (1 - forget);
      run.gateGradients.values[gate + units] = forgetGradient;
      run.gateGradients.values[gate + 2 * units] = outputGradient;
      run.biasGradients.values[unit]! += forgetGradient;
      run.biasGradients.values[units + unit]! += outputGradient;
      run.peepGradients.values[unit]! += forgetGradient * before;
      run.peepGradients.values[units + unit]! += outputGradient * before;
      coming[unit] =
        cell * forget + forgetGradient * peep[unit]! + outputGradient * peep[units + unit]!;
    }
  }
}

/** The way back through `Kernel.blend`. */
function blendBack(
  input: Matrix,
  mix: { readonly values: Matrix; readonly gradients: Matrix },
  gradients: Matrix,
  into: Matrix,
  [first, end]: readonly [number, number],
  side: number,
): void {
  const { columns } = input;
  for (let row = first; row < end; row++) {
    const other = side === 0 ? row - 1 : row + 1;
    const inside = other >= first && other < end;
    for (let at = 0; at < columns; at++) {
      const gradient = gradients.values[row * columns + at]!;
      into.values[row * columns + at]! += gradient;
      if (!inside) continue;
      into.values[other * columns + at]! += gradient * mix.values.values[at]!;
      mix.gradients.values[at]! += gradient * input.values[other * columns + at]!;
    }
  }
}

/** Slope of the gate ½ + ½x∕(1 + |x|), from its value. */
function slope(gate: number): number {
  const rest = 1 - Math.abs(2 * gate - 1);
  return 0.5 * rest * rest;
}
