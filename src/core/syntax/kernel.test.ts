import fc from "fast-check";
import { expect, test } from "vitest";
import { Kernel, transposed, type Matrix } from "./kernel.ts";

const small = fc.integer({ min: -8, max: 8 }).map((value) => value / 4);

function filled(kernel: Kernel, rows: number, columns: number, values: readonly number[]): Matrix {
  const matrix = kernel.zeros(rows, columns);
  for (let at = 0; at < rows * columns; at++) matrix.values[at] = values[at % values.length]!;
  return matrix;
}

test("a product is the sum of products, added to what was there", () => {
  const sizes = fc.tuple(
    fc.integer({ min: 0, max: 10 }),
    fc.integer({ min: 1, max: 9 }),
    fc.constantFrom(8, 16, 24),
  );
  const values = fc.array(small, { minLength: 7, maxLength: 40 });
  fc.assert(
    fc.property(sizes, values, values, ([rows, inner, columns], left, right) => {
      const kernel = new Kernel(4096);
      const a = filled(kernel, rows, inner, left);
      const b = filled(kernel, inner, columns, right);
      const c = filled(kernel, rows, columns, [0.5, 1]);
      const before = c.values.slice();
      kernel.multiply(a, b, c);
      for (let row = 0; row < rows; row++) {
        for (let column = 0; column < columns; column++) {
          let sum = before[row * columns + column]!;
          for (let at = 0; at < inner; at++)
            sum += a.values[row * inner + at]! * b.values[at * columns + column]!;
          expect(c.values[row * columns + column]).toBe(sum);
        }
      }
    }),
  );
});

test.each([["forward"], ["backward"]])(
  "the recurrence runs %s as its formula says",
  (direction) => {
    const kernel = new Kernel(4096);
    const backward = direction === "backward";
    const width = 8;
    const units = 4;
    const count = 5;
    const column = 4;
    const values = Array.from({ length: 61 }, (_, at) => ((at * 37) % 19) / 7 - 1.2);
    const gates = filled(kernel, count, 3 * units, values);
    const inputs = gates.values.slice();
    const input = filled(kernel, count, width, values.slice(3));
    const bias = filled(kernel, 1, 2 * units, values.slice(11));
    const peep = filled(kernel, 1, 2 * units, values.slice(17));
    const cells = kernel.zeros(count, width);
    const output = kernel.zeros(count, width);
    kernel.recur({ gates, input, cells, output, bias, peep, rows: [1, count], column, backward });
    const gate = (x: number): number => 0.5 + (0.5 * x) / (1 + Math.abs(x));
    for (let unit = 0; unit < units; unit++) {
      let cell = 0;
      for (const row of backward ? [4, 3, 2, 1] : [1, 2, 3, 4]) {
        const at = row * 3 * units + unit;
        const forget = gate(inputs[at + units]! + bias.values[unit]! + peep.values[unit]! * cell);
        const out = gate(
          inputs[at + 2 * units]! + bias.values[units + unit]! + peep.values[units + unit]! * cell,
        );
        cell = forget * cell + (1 - forget) * inputs[at]!;
        const place = row * width + column + unit;
        const x = input.values[place]!;
        expect(cells.values[place]).toBeCloseTo(cell, 5);
        expect(output.values[place]).toBeCloseTo(out * cell + (1 - out) * x, 5);
      }
    }
    expect([...output.values.subarray(0, width + column)]).toEqual(Array(width + column).fill(0));
  },
);

test.each([
  ["before", false, [1, 12, 23]],
  ["after", true, [21, 32, 3]],
])("blending adds a share of the row %s", (_, backward, expected) => {
  const kernel = new Kernel(1024);
  const input = filled(kernel, 5, 4, [9, 9, 9, 9, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 8, 8, 8, 8]);
  const output = kernel.zeros(5, 4);
  kernel.blend(input, filled(kernel, 1, 4, [10]), output, [1, 4], backward);
  expect([4, 8, 12].map((at) => output.values[at])).toEqual(expected);
});

test("transposing swaps rows and columns and pads with zeros", () => {
  const kernel = new Kernel(1024);
  const turned = transposed(kernel, filled(kernel, 2, 3, [1, 2, 3, 4, 5, 6]), 4);
  expect([...turned.values]).toEqual([1, 4, 0, 0, 2, 5, 0, 0, 3, 6, 0, 0]);
});
