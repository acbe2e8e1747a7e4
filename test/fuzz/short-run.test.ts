import { expect, test } from "vitest";
import { quickReader } from "../../tools/fuzz/quick-reader.ts";
import { fuzz } from "../../tools/fuzz/run.ts";
import { shippedContext } from "../support/read-text.ts";

test("mutated files of every format are pages or refused with a reason, and nothing breaks", async () => {
  const { broken, pages, refused } = await fuzz({
    seed: 20_240_521,
    rounds: 250,
    reader: quickReader(shippedContext()),
  });
  expect(broken.map(({ name, reason }) => `${name}: ${reason}`)).toEqual([]);
  // The run meets both: mutations that leave a page readable, and ones that don't.
  expect(pages).toBeGreaterThan(50);
  expect(refused).toBeGreaterThan(20);
});
