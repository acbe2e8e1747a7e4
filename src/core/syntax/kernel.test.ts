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
    const count = 5;
    const values = Array.from({ length: 61 }, (_, at) => ((at * 37) % 19) / 7 - 1.2);
    const gates = filled(kernel, count, 3 * width, values);
    const inputs = gates.values.slice();
    const input = filled(kernel, count, width, values.slice(3));
    const bias = filled(kernel, 1, 2 * width, values.slice(11));
    const peep = filled(kernel, 1, 2 * width, values.slice(17));
    const cells = kernel.zeros(count, width);
    const output = kernel.zeros(count, width);
    const rows: [number, number] = [1, count];
    kernel.recur({ gates, input, cells, output, bias, peep, rows, columns: [4, 8], backward });
    const gate = (x: number): number => 0.5 + (0.5 * x) / (1 + Math.abs(x));
    for (let unit = 4; unit < 8; unit++) {
      let cell = 0;
      const order = backward ? [4, 3, 2, 1] : [1, 2, 3, 4];
      for (const row of order) {
        const at = row * 3 * width + unit;
        const forget = gate(inputs[at + width]! + bias.values[unit]! + peep.values[unit]! * cell);
        const out = gate(
          inputs[at + 2 * width]! + bias.values[width + unit]! + peep.values[width + unit]! * cell,
        );
        cell = forget * cell + (1 - forget) * inputs[at]!;
        const x = input.values[row * width + unit]!;
        expect(cells.values[row * width + unit]).toBeCloseTo(cell, 5);
        expect(output.values[row * width + unit]).toBeCloseTo(out * cell + (1 - out) * x, 5);
      }
    }
    expect([...output.values.subarray(0, width)]).toEqual(Array(width).fill(0));
  },
);

test("transposing swaps rows and columns and pads with zeros", () => {
  const kernel = new Kernel(1024);
  const turned = transposed(kernel, filled(kernel, 2, 3, [1, 2, 3, 4, 5, 6]), 4);
  expect([...turned.values]).toEqual([1, 4, 0, 0, 2, 5, 0, 0, 3, 6, 0, 0]);
});
