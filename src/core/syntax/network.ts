import { rowsOf, transposed, type Kernel, type Matrix } from "./kernel.ts";

/** Sizes of the network; all but the numbers of classes are multiples of 8. */
export interface Shape {
  /** Of a word's vector, half of it for each direction. */
  readonly width: number;
  readonly layers: number;
  /** Of the vectors that heads and dependents are compared by. */
  readonly arc: number;
  /** Of the hidden layer that labels are chosen by. */
  readonly label: number;
  readonly tags: number;
  readonly labels: number;
}

/** From the start of a sentence and from its end; each has half of the units. */
export const directions = ["Forward", "Backward"] as const;

/** Next multiple of 8, the number of columns that the kernel multiplies at a time. */
export function padded(count: number): number {
  return (count + 7) & ~7;
}

/** Name, rows and columns of every weight matrix, in the order they are stored. */
export function parameterSizes(shape: Shape): readonly (readonly [string, number, number])[] {
  const { width, layers, arc, label } = shape;
  const tags = padded(shape.tags);
  const labels = padded(shape.labels);
  return [
    ["root", 1, width],
    ...Array.from({ length: layers }, (_, layer) =>
      directions.flatMap((direction) => [
        [`gates${layer}${direction}`, width, 1.5 * width] as const,
        [`gateBias${layer}${direction}`, 1, width] as const,
        [`peep${layer}${direction}`, 1, width] as const,
        [`mix${layer}${direction}`, 1, width] as const,
      ]),
    ).flat(),
    ["tag", width, tags],
    ["tagBias", 1, tags],
    ["head", width, arc],
    ["headBias", 1, arc],
    ["dependent", width, arc],
    ["dependentBias", 1, arc],
    ["arc", arc, arc],
    ["arcBias", 1, arc],
    ["labelHead", width, label],
    ["labelDependent", width, label],
    ["labelBias", 1, label],
    ["label", label, labels],
    ["labelOut", 1, labels],
  ];
}

/** Weights in the kernel's memory, by the names of `parameterSizes`. */
export interface Network {
  readonly kernel: Kernel;
  readonly shape: Shape;
  readonly weights: Readonly<Record<string, Matrix>>;
}

/** What one layer of the recurrence computed, forward and backward. */
export interface LayerState {
  readonly input: Matrix;
  readonly dropped: Matrix;
  readonly cells: Matrix;
  readonly ways: readonly { readonly blended: Matrix; readonly gates: Matrix }[];
}

/** What the network computed for some sentences, one row a word and one for each sentence's root. */
export interface Activations {
  readonly layers: readonly LayerState[];
  readonly encoded: Matrix;
  readonly tagScores: Matrix;
  readonly heads: Matrix;
  readonly headsDropped: Matrix;
  readonly dependents: Matrix;
  readonly dependentsDropped: Matrix;
  readonly arcs: Matrix;
  readonly labelHeads: Matrix;
  readonly labelDependents: Matrix;
}

/** Where training drops values. */
export type DropSite = "layer" | "encoded" | "heads" | "dependents";

/** Slope of a rectifier below zero. */
export const leak = 0.1;

/**
 * Run the network up to the vectors that arcs and labels are scored by.
 * @param input - word vectors; the row after a sentence's last word is its root
 * @param starts - first row of each sentence, then the number of rows
 * @param drop - training's dropout: returns the matrix to go on with
 */
export function encode(
  network: Network,
  input: Matrix,
  starts: readonly number[],
  drop: (matrix: Matrix, site: DropSite) => Matrix = (matrix) => matrix,
): Activations {
  const { kernel, shape, weights } = network;
  const layers: LayerState[] = [];
  const sentences = starts.slice(1).map((end, index) => [starts[index]!, end] as const);
  let current = input;
  for (let layer = 0; layer < shape.layers; layer++) {
    const dropped = layer === 0 ? current : drop(current, "layer");
    const cells = kernel.matrix(current.rows, shape.width);
    const output = kernel.matrix(current.rows, shape.width);
    const ways = directions.map((direction, side) => {
      const of = (name: string): Matrix => weights[`${name}${layer}${direction}`]!;
      const backward = side === 1;
      const blended = kernel.matrix(current.rows, shape.width);
      for (const rows of sentences) kernel.blend(dropped, of("mix"), blended, rows, backward);
      const gates = times(kernel, blended, of("gates"));
      const column = side * (shape.width / 2);
      const run = { gates, input: current, cells, output, column, backward };
      for (const rows of sentences)
        kernel.recur({ ...run, bias: of("gateBias"), peep: of("peep"), rows });
      return { blended, gates };
    });
    layers.push({ input: current, dropped, cells, ways });
    current = output;
  }
  const encoded = drop(current, "encoded");
  const affine = (from: Matrix, name: string, bias: string): Matrix =>
    addBias(times(kernel, from, weights[name]!), weights[bias]!);
  const heads = rectify(affine(encoded, "head", "headBias"));
  const dependents = rectify(affine(encoded, "dependent", "dependentBias"));
  const headsDropped = drop(heads, "heads");
  const dependentsDropped = drop(dependents, "dependents");
  return {
    layers,
    encoded,
    tagScores: affine(encoded, "tag", "tagBias"),
    heads,
    headsDropped,
    dependents,
    dependentsDropped,
    arcs: affine(dependentsDropped, "arc", "arcBias"),
    labelHeads: affine(encoded, "labelHead", "labelBias"),
    labelDependents: times(kernel, encoded, weights["labelDependent"]!),
  };
}

/**
 * Scores of all heads for all words of one sentence (Dozat & Manning 2017): row the dependent,
 * column the head, the root last; columns are padded.
 */
export function arcScores(
  kernel: Kernel,
  { arcs, headsDropped }: Activations,
  first: number,
  count: number,
): Matrix {
  const columns = padded(count);
  const scores = kernel.zeros(count, columns);
  const heads = transposed(kernel, rowsOf(headsDropped, first, count), columns);
  kernel.multiply(rowsOf(arcs, first, count), heads, scores);
  return scores;
}

/** Hidden layer and scores of the labels; `heads` holds each row's head row, -1 for none. */
export function labelScores(
  { kernel, weights }: Network,
  { labelHeads, labelDependents }: Activations,
  heads: Int32Array,
): { hidden: Matrix; scores: Matrix } {
  const hidden = kernel.zeros(heads.length, labelHeads.columns);
  const width = hidden.columns;
  for (let row = 0; row < heads.length; row++) {
    const head = heads[row]!;
    if (head < 0) continue;
    for (let column = 0; column < width; column++) {
      const value =
        labelDependents.values[row * width + column]! + labelHeads.values[head * width + column]!;
      hidden.values[row * width + column] = value < 0 ? value * leak : value;
    }
  }
  return {
    hidden,
    scores: addBias(times(kernel, hidden, weights["label"]!), weights["labelOut"]!),
  };
}

/** The highest of the first `count` values of a row. */
export function bestOf({ values, columns }: Matrix, row: number, count: number): number {
  const from = row * columns;
  let best = 0;
  for (let index = 1; index < count; index++)
    if (values[from + index]! > values[from + best]!) best = index;
  return best;
}

function times(kernel: Kernel, a: Matrix, b: Matrix): Matrix {
  const product = kernel.zeros(a.rows, b.columns);
  kernel.multiply(a, b, product);
  return product;
}

function addBias(matrix: Matrix, bias: Matrix): Matrix {
  const { rows, columns, values } = matrix;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++)
      values[row * columns + column]! += bias.values[column]!;
  }
  return matrix;
}

function rectify(matrix: Matrix): Matrix {
  const { values } = matrix;
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    if (value < 0) values[index] = value * leak;
  }
  return matrix;
}
