import { expect, test } from "vitest";
import { headline, quotation } from "./augment.ts";

// The envoy said the talks were open .
const sentence = {
  forms: ["The", "envoy", "said", "the", "talks", "were", "open", "."],
  upos: ["DET", "NOUN", "VERB", "DET", "NOUN", "AUX", "ADJ", "PUNCT"],
  heads: [1, 2, 8, 4, 6, 6, 2, 2],
  labels: ["det", "nsubj", "root", "det", "nsubj", "cop", "ccomp", "punct"],
};

test.each([
  [0.1, "ENVOY SAID TALKS WERE OPEN"],
  [0.5, "Envoy Said Talks Were Open"],
  [0.9, "envoy said talks were open"],
])("a headline has no articles and no full stop", (style, text) => {
  const { forms, heads, labels } = headline(sentence, () => style);
  expect(forms.join(" ")).toBe(text);
  expect(heads).toEqual([1, 5, 4, 4, 1]);
  expect(labels).toEqual(["nsubj", "root", "nsubj", "cop", "ccomp"]);
});

test("a phrase is put in quotation marks that hang on its head", () => {
  const { forms, heads } = quotation(sentence, sequence(4.5 / 8, 0.1));
  expect(forms.join(" ")).toBe("The envoy said “ the talks ” were open .");
  expect(heads).toEqual([1, 2, 10, 5, 5, 8, 5, 8, 2, 2]);
});

test("the root and single words stay as they are", () => {
  expect(quotation(sentence, sequence(2.5 / 8, 0.1))).toBe(sentence);
  expect(quotation(sentence, sequence(5.5 / 8, 0.9))).toBe(sentence);
});

function sequence(...values: readonly number[]): () => number {
  let at = 0;
  return () => values[at++]!;
}
