import { kernelCode } from "./kernel-code.ts";

/** The part of the platform's WebAssembly that is used; the core knows no platform types. */
declare const WebAssembly: {
  Memory: new (descriptor: { initial: number }) => { readonly buffer: ArrayBuffer };
  Module: new (code: Uint8Array<ArrayBuffer>) => object;
  Instance: new (module: object, imports: object) => { readonly exports: object };
};

interface Code {
  multiply(a: number, b: number, c: number, n: number, aRow: number, bRow: number): void;
  recur(
    u: number,
    x: number,
    cells: number,
    out: number,
    bias: number,
    peep: number,
    before: number,
    n: number,
    units: number,
    row: number,
    step: number,
  ): void;
  blend(x: number, mix: number, out: number, n: number, row: number, step: number): void;
}

/** A matrix in the kernel's memory, row after row. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array;
}

/** One direction of a gated recurrence, see `Kernel.recur`. */
export interface Recurrence {
  /** rows × 3·units: candidates, then the inputs of forget and output gates, which become the gates. */
  readonly gates: Matrix;
  readonly input: Matrix;
  readonly cells: Matrix;
  readonly output: Matrix;
  /** 1 × 2·units. */
  readonly bias: Matrix;
  readonly peep: Matrix;
  /** First row and one past the last. */
  readonly rows: readonly [number, number];
  /** First of the columns of input, cells and output that it works on. */
  readonly column: number;
  readonly backward: boolean;
}

const bytes = 4;
const page = 65_536;

/** Memory and inner loops of the network: the same 32-bit results on every machine. */
export class Kernel {
  readonly #memory: ArrayBuffer;
  readonly #code: Code;
  readonly #zeros: Matrix;
  #top = 0;

  /** @param floats - room for matrices, in 32-bit numbers */
  constructor(floats: number) {
    const memory = new WebAssembly.Memory({ initial: Math.ceil((floats * bytes) / page) + 1 });
    const code = Uint8Array.from(kernelCode.match(/../g)!, (byte) => Number.parseInt(byte, 16));
    const instance = new WebAssembly.Instance(new WebAssembly.Module(code), { host: { memory } });
    this.#memory = memory.buffer;
    this.#code = instance.exports as Code;
    this.#zeros = this.zeros(1, 1024);
  }

  /** A matrix of zeros. `columns` of a product must be a multiple of 8. */
  zeros(rows: number, columns: number): Matrix {
    const matrix = this.matrix(rows, columns);
    matrix.values.fill(0);
    return matrix;
  }

  /** A matrix with whatever the memory held. */
  matrix(rows: number, columns: number): Matrix {
    const values = new Float32Array(this.#memory, this.#top, rows * columns);
    this.#top += (rows * columns * bytes + 15) & ~15;
    return { rows, columns, values };
  }

  /** Run `work` and give back the room of the matrices it made. */
  scratch<T>(work: () => T): T {
    const top = this.#top;
    try {
      return work();
    } finally {
      this.#top = top;
    }
  }

  /** `c += a · b` */
  multiply(a: Matrix, b: Matrix, c: Matrix): void {
    if (a.rows === 0 || a.columns === 0) return;
    this.#code.multiply(
      a.values.byteOffset,
      b.values.byteOffset,
      c.values.byteOffset,
      a.rows,
      a.columns * bytes,
      b.columns * bytes,
    );
  }

  /**
   * Simple recurrent unit (Lei et al. 2018): with f and o the gates ½ + ½x∕(1 + |x|) of the gate
   * inputs plus bias plus peep ⊙ cell before, cell = f ⊙ cell before + (1 − f) ⊙ candidate and
   * output = o ⊙ cell + (1 − o) ⊙ input.
   */
  recur({ gates, input, cells, output, bias, peep, rows, column, backward }: Recurrence): void {
    const [first, end] = rows;
    const start = backward ? end - 1 : first;
    const at = ({ values, columns }: Matrix): number =>
      values.byteOffset + (start * columns + column) * bytes;
    this.#code.recur(
      gates.values.byteOffset + start * gates.columns * bytes,
      at(input),
      at(cells),
      at(output),
      bias.values.byteOffset,
      peep.values.byteOffset,
      this.#zeros.values.byteOffset,
      end - first,
      (gates.columns / 3) * bytes,
      input.columns * bytes,
      backward ? -1 : 1,
    );
  }

  /** `output = input + mix ⊙ the row before`, the row after when backward, for some rows. */
  blend(
    input: Matrix,
    mix: Matrix,
    output: Matrix,
    [first, end]: readonly [number, number],
    backward: boolean,
  ): void {
    const row = input.columns * bytes;
    this.#code.blend(
      input.values.byteOffset + first * row,
      mix.values.byteOffset,
      output.values.byteOffset + first * row,
      end - first,
      row,
      backward ? -1 : 1,
    );
  }
}

/** Some rows of a matrix, sharing its values. */
export function rowsOf(matrix: Matrix, first: number, count: number): Matrix {
  const { columns, values } = matrix;
  return {
    rows: count,
    columns,
    values: values.subarray(first * columns, (first + count) * columns),
  };
}

/** The transposed matrix with `columns` columns, zeros after the rows of `matrix`. */
export function transposed(kernel: Kernel, matrix: Matrix, columns: number): Matrix {
  const result = kernel.zeros(matrix.columns, columns);
  const { rows, columns: width, values } = matrix;
  for (let top = 0; top < rows; top += 16) {
    const bottom = Math.min(rows, top + 16);
    for (let column = 0; column < width; column++) {
      for (let row = top; row < bottom; row++)
        result.values[column * columns + row] = values[row * width + column]!;
    }
  }
  return result;
}
