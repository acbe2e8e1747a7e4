import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Document, Language } from "../../src/core/document.ts";
import { timeGrammar as english } from "../../src/core/lang/en/times.ts";
import { packFor } from "../../src/core/lang/registry.ts";
import { timeGrammar as russian } from "../../src/core/lang/ru/times.ts";
import { timeGrammar as chinese } from "../../src/core/lang/zh/times.ts";
import { annotateSentences } from "../../src/core/segment/annotate.ts";
import { loadContext } from "../../src/resources/load.ts";
import { aDocument } from "./marked.ts";

const context = loadContext();
const languages: readonly Language[] = ["en", "zh", "ru"];
const pieces =
  "on in since until 3 12 31 30 2022 1999 May March Friday Dec. week last next the of years ago later , . ! “ ” ( ) \n U.S. Mr. a.m. мая июня года в г. 24 вчера неделе 年 月 日 今年 去年 上半年 下午 15 周五 。 ， 至 二十".split(
    " ",
  );
const value =
  /^(?:(?:\d{4}|XXXX)(?:-\d{2}(?:-\d{2})?|-W\d{2}(?:-WE)?|-[HQ]\d|-(?:SP|SU|FA|WI))?|\d{2,3}|BC\d{4}|PT?[\dX.]+[YMWDH]|(?:PAST|PRESENT|FUTURE)_REF)$/;

function annotated(text: string, language: Language): Document {
  return annotateSentences(aDocument(text, language, "2022-09-17"), packFor(language)!, context);
}

describe("times and sentences of any text", () => {
  test.each(languages)("%s: spans are inside, in order and apart; values parse", (language) => {
    const texts = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const document = annotated(text, language);
        let end = 0;
        for (const sentence of document.layers.sentences) {
          expect(sentence.start).toBeGreaterThanOrEqual(end);
          expect(sentence.end).toBeGreaterThan(sentence.start);
          expect(text.slice(sentence.start, sentence.end).trim()).not.toBe("");
          end = sentence.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
        const covered = document.layers.sentences
          .map((one) => text.slice(one.start, one.end))
          .join("");
        expect(covered.replace(/\s/gu, "")).toBe(text.replace(/\s/gu, ""));
        end = 0;
        for (const time of packFor(language)!.findTimes!(document, context).found) {
          expect(time.start).toBeGreaterThanOrEqual(end);
          expect(time.end).toBeGreaterThan(time.start);
          end = time.end;
          expect(time.value ?? "2022").toMatch(value);
          const { interval } = time;
          expect(interval === null || interval.earliest <= interval.latest).toBe(true);
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ["en", english(context)],
    ["ru", russian(context)],
    ["zh", chinese(context)],
  ] as const)("%s: every rule finds its own example", (language, { rules }) => {
    const silent = rules.filter(({ example, pattern }) => {
      const carriers = [example, `in ${example}`, `в ${example}`, `for ${example}`, `${example}，`];
      return !carriers.some((text) => [...text.matchAll(pattern)].length > 0);
    });
    expect(silent.map(({ id }) => id)).toEqual([]);
    expect(rules.every(({ id }) => id.startsWith(`time/${language}/`))).toBe(true);
  });

  test.each([
    ["en", "On Friday, Dec. 30 the U.S. side said it may march on in 2022 with Mr. Roe "],
    ["ru", "Вчера, 24 февраля 2025 г. в Москве прошла встреча с 8 по 9 мая "],
    ["zh", "今年6月15日下午，双方在18日晚会谈，去年上半年“增长”"],
  ] as const)("%s: 200 kB in one line take time in proportion", (language, unit) => {
    const time = (length: number): number => {
      const text = unit.repeat(Math.ceil(length / unit.length));
      const started = performance.now();
      packFor(language)!.findTimes!(annotated(text, language), context);
      return performance.now() - started;
    };
    time(20_000);
    const small = Math.max(5, time(50_000));
    expect(time(200_000)).toBeLessThan(small * 4 * 5);
  });
});
