import { describe, expect, test } from "vitest";
import type { Document, Language } from "../../src/core/document.ts";
import { packFor } from "../../src/core/lang/registry.ts";
import { annotateSentences } from "../../src/core/segment/annotate.ts";
import { dateDocument } from "../../src/core/time/date-document.ts";
import { dayInUrl } from "../../src/core/time/url-day.ts";
import { loadContext } from "../../src/resources/load.ts";
import { aDocument } from "./marked.ts";

const context = loadContext();

function publishedOf(text: string, language: Language, change: Partial<Document> = {}) {
  const pack = packFor(language)!;
  const document = annotateSentences(
    { ...aDocument(text, language, null), ...change },
    pack,
    context,
  );
  const { published } = dateDocument(document, context, pack);
  return [published.value, published.earliest, published.latest, published.basis];
}

const open = [null, null, null, null];

describe("pages without a date", () => {
  test.each([
    [
      "last week's summit",
      "The two met at the SCO summit in Samarkand last week.",
      ["2022-09", "2022-09-19", "2022-09-25", "inferred"],
    ],
    [
      "a later day inside",
      "They met at the SCO summit in Samarkand last week. On September 21, one of them spoke.",
      ["2022-09", "2022-09-21", "2022-09-25", "inferred"],
    ],
    [
      "a weekday of the summit",
      "In their first meeting since Russia invaded Ukraine they spoke. They attend the SCO summit in Uzbekistan on Friday.",
      ["2022-09", "2022-09-16", "2022-09-22", "inferred"],
    ],
    ["another host beside", "Roe of Italy spoke today beside the G7 summit.", open],
    ["several editions", "They met at the SCO summit last week.", open],
    [
      "a weekday with a date",
      "The war of Feb. 24, 2022 went on. They spoke on Friday, Dec. 30.",
      [null, "2022-12-30", "2023-01-13", "inferred"],
    ],
    ["nothing", "A recent phone call signals support.", open],
  ] as const)("%s", (_name, text, published) => {
    expect(publishedOf(text, "en")).toEqual(published);
  });

  test.each([
    [
      "two who held office together",
      "en",
      "President Obama and Prime Minister Cameron spoke by telephone.",
      [null, "2010-05-11", "2016-07-13", "inferred"],
    ],
    [
      "a weekday while they did",
      "en",
      "President Obama and Prime Minister Cameron spoke on Friday, March 9.",
      ["2012-03", "2012-03-09", "2012-03-23", "inferred"],
    ],
    ["one alone", "en", "President Obama spoke by telephone with a friend.", open],
    ["one no more", "en", "President Obama met former Prime Minister David Cameron.", open],
    ["never together", "en", "President Obama wrote of Prime Minister Rishi Sunak.", open],
    ["roles without names", "en", "The US president met the British prime minister.", open],
    [
      "in Chinese",
      "zh",
      "美国总统奥巴马同英国首相卡梅伦通电话。",
      [null, "2010-05-11", "2016-07-13", "inferred"],
    ],
    [
      "in Russian",
      "ru",
      "Президент США Барак Обама переговорил с премьер-министром Великобритании Дэвидом Кэмероном.",
      [null, "2010-05-11", "2016-07-13", "inferred"],
    ],
  ] as const)("office-holders: %s", (_name, language, text, published) => {
    expect(publishedOf(text, language)).toEqual(published);
  });

  test("an account that dates its event came out with it", () => {
    const text = "On 15 June 2022 the President spoke by telephone with the President of Ostmark.";
    expect(publishedOf(text, "en", { kind: "readout" })).toEqual([
      "2022-06",
      "2022-06-15",
      "2022-06-17",
      "inferred",
    ]);
    expect(publishedOf(text, "en")).toEqual(open);
  });

  test("the address carries the day", () => {
    expect(
      publishedOf("They met.", "en", { url: "https://example.org/news/2022/06/15/call" }),
    ).toEqual(["2022-06-15", "2022-06-15", "2022-06-15", "metadata"]);
    expect(dayInUrl("http://example.cn/zyxw/202206/t20220615_10703804.shtml")).toBe("2022-06-15");
    expect(dayInUrl("http://example.cn/2022-06/15/c_1128743.htm")).toBe("2022-06-15");
    expect(dayInUrl("http://example.org/events/68658")).toBeNull();
    expect(dayInUrl("http://example.org/2022/13/45/")).toBeNull();
  });
});
