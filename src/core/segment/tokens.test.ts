import { expect, test } from "vitest";
import { aDocument } from "../../../test/time/marked.ts";
import { loadContext } from "../../resources/load.ts";
import { english } from "../lang/en/pack.ts";
import { annotateSentences } from "./annotate.ts";
import { annotateTokens } from "./tokens.ts";

const context = loadContext();

function read(text: string) {
  const document = annotateSentences(aDocument(text, "en", null), english, context);
  return annotateTokens(document, english, context);
}

test("heads are indices into the layer", () => {
  const { layers } = read("Talks failed. The envoy left.");
  expect(layers.tokens.map(({ head }) => head)).toEqual([1, -1, 1, 4, 5, -1, 5]);
});

test("a sentence parsed in parts is reported", () => {
  const { diagnostics } = read(`They invited ${"Ali, ".repeat(150)}and left.`);
  expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    "SENTENCE_TOO_LONG: A sentence of 305 words was parsed in 2 parts; what spans two of them is not found.",
  ]);
});
