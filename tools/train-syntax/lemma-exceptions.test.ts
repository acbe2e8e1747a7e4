import { expect, test } from "vitest";
import { endingExceptions } from "./lemma-exceptions.ts";

const words =
  "not joke jokes joked bill bil bills billed potato potatoes note notes noted tall taller tallest hoped hope hopes modest mod";
const ranks = new Map(words.split(" ").map((word, at) => [word, at]));

test.each([
  ["joked|VERB", "joke"],
  ["billed|VERB", "bill"],
  ["hoped|VERB", "hope"],
  ["potatoes|NOUN", "potato"],
  ["tallest|ADJ", "tall"],
])("%s is %s", (key, lemma) => {
  expect(endingExceptions(ranks).get(key)).toBe(lemma);
});

test.each([["noted|VERB"], ["bills|NOUN"], ["modest|ADJ"]])("%s needs no exception", (key) => {
  expect(endingExceptions(ranks).has(key)).toBe(false);
});
