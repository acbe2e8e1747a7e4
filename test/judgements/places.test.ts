import { expect, test } from "vitest";
import { positionsOf } from "../../src/core/claims/positions.ts";
import type { Range } from "../../src/core/document.ts";
import { readText, shippedContext } from "../support/read-text.ts";

/** Texts with astral characters, marks at edges and clauses in one another. */
const texts = [
  "“It is 𝟏𝟎𝟎% likely,” Ada said, “that India, 🙂 if it can, will give military aid to Iran.” Turkey and Egypt signed a “trade agreement”.",
  "Индия 🙂 вряд ли окажет Ирану «военную помощь», если Турция, возможно, подпишет соглашение о торговле.",
  "印度🙂“不太可能”向伊朗提供军事援助，如果土耳其签署贸易协定，局势将升级。",
];

test.each(texts)("term, matter and the whole of %s hold each other", (text) => {
  const document = readText(`---\ntitle: Notes\nkind: opinion\nauthor: Ada\n---\n${text}\n`);
  const { assessments, commitments, sentences } = document.layers;
  const isIn = (inner: Range, outer: Range): boolean =>
    outer.start <= inner.start && inner.end <= outer.end && inner.start < inner.end;
  expect(assessments.length + commitments.length).toBeGreaterThan(0);
  for (const one of [...assessments, ...commitments]) {
    expect(isIn(one.termRange, one)).toBe(true);
    expect(isIn(one.about, one)).toBe(true);
    expect(sentences.some((sentence) => isIn(one.termRange, sentence))).toBe(true);
  }
  for (const one of assessments) {
    expect(document.text.slice(one.termRange.start, one.termRange.end)).toBe(one.term);
    for (const hedge of one.hedges) expect(isIn(hedge, one)).toBe(true);
  }
  for (const { span, words } of positionsOf(document, shippedContext())) {
    expect(document.text.slice(span.start, span.end)).toBe(span.quote);
    expect(isIn(words, span)).toBe(true);
  }
});
