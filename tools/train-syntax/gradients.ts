import { rowsOf, transposed, type Kernel, type Matrix } from "../../src/core/syntax/kernel.ts";
import { leak, padded, type Activations, type Network } from "../../src/core/syntax/network.ts";
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

  let current = dropout.back(sum, "encoded");
  for (let layer = shape.layers - 1; layer >= 0; layer--) {
    const { input, dropped, gates, cells } = activations.layers[layer]!;
    const gateGradients = kernel.zeros(input.rows, 3 * shape.width);
    const inputGradients = kernel.zeros(input.rows, shape.width);
    for (let sentence = 0; sentence + 1 < starts.length; sentence++) {
      recurBack({
        gates,
        input,
        cells,
        peep: weights[`peep${layer}`]!,
        peepGradients: sums[`peep${layer}`]!,
        biasGradients: sums[`gateBias${layer}`]!,
        output: current,
        gateGradients,
        inputGradients,
        rows: [starts[sentence]!, starts[sentence + 1]!],
      });
    }
    const droppedGradients = kernel.zeros(input.rows, shape.width);
    back(dropped, `gates${layer}`, gateGradients, droppedGradients);
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
}

/** The way back through `Kernel.recur`, both directions of one sentence. */
function recurBack(run: RecurrenceGradients): void {
  const width = run.input.columns;
  const [first, end] = run.rows;
  const u = run.gates.values;
  const x = run.input.values;
  const c = run.cells.values;
  const peep = run.peep.values;
  const coming = new Float64Array(width);
  for (let turn = end - 1; turn >= first; turn--) {
    for (let unit = 0; unit < width; unit++) {
      // The second half of the units runs from the end of the sentence to its start.
      const forward = unit < width / 2;
      const row = forward ? turn : end - 1 - (turn - first);
      const at = row * width + unit;
      const gate = row * 3 * width + unit;
      const before = turn === first ? 0 : c[at + (forward ? -width : width)]!;
      const forget = u[gate + width]!;
      const output = u[gate + 2 * width]!;
      const gradient = run.output.values[at]!;
      const outputGradient = gradient * (c[at]! - x[at]!) * slope(output);
      const cell = gradient * output + coming[unit]!;
      const forgetGradient = cell * (before - u[gate]!) * slope(forget);
      run.inputGradients.values[at]! += gradient * (1 - output);
      run.gateGradients.values[gate] = cell * (1 - forget);
      run.gateGradients.values[gate + width] = forgetGradient;
      run.gateGradients.values[gate + 2 * width] = outputGradient;
      run.biasGradients.values[unit]! += forgetGradient;
      run.biasGradients.values[width + unit]! += outputGradient;
      run.peepGradients.values[unit]! += forgetGradient * before;
      run.peepGradients.values[width + unit]! += outputGradient * before;
      coming[unit] =
        cell * forget + forgetGradient * peep[unit]! + outputGradient * peep[width + unit]!;
    }
  }
}

/** Slope of the gate ½ + ½x∕(1 + |x|), from its value. */
function slope(gate: number): number {
  const rest = 1 - Math.abs(2 * gate - 1);
  return 0.5 * rest * rest;
}
