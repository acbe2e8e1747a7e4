import { describe, expect, test } from "vitest";
import type { Document } from "../../src/core/document.ts";
import { readAccount, readText } from "../support/read-text.ts";

/** `quote = value unit | measure (id) | change | approximation | period` of each figure. */
function shown(document: Document): string[] {
  return document.layers.figures.map((figure) => {
    const value = figure.valueTo === null ? figure.value : `${figure.value}–${figure.valueTo}`;
    const period =
      figure.period === null ? "-" : `${figure.period.earliest}…${figure.period.latest}`;
    return `${document.text.slice(figure.start, figure.end)} = ${value} ${figure.unit} | ${figure.measure} (${figure.measureId}) | ${figure.change} | ${figure.approximation} | ${period}`;
  });
}

describe("English figures", () => {
  test.each([
    [
      "share with measure, change and period",
      "Valdorian trade in the first half of 2022 rose 29% year-on-year.",
      ["29% = 29 % | Valdorian trade (trade) | rise | null | 2022-01-01…2022-06-30"],
    ],
    [
      "money with a sign and a magnitude",
      "Bilateral trade exceeded US$140 billion last year.",
      [
        "US$140 billion = 140000000000 USD | Bilateral trade (trade) | null | more | 2023-01-01…2023-12-31",
      ],
    ],
    [
      "measure after the figure",
      "Merania is providing another $1 billion in security assistance.",
      ["$1 billion = 1000000000 USD | security assistance (military-aid) | null | null | -"],
    ],
    [
      "range",
      "The plan cuts emissions by 50-52 percent.",
      ["50-52 percent = 50–52 % | emissions (emissions) | fall | null | -"],
    ],
    [
      "count of what accounts count",
      "The ministers signed 15 bilateral agreements and released 40 prisoners.",
      [
        "15 = 15 agreements | bilateral agreements (documents-signed) | null | null | -",
        "40 = 40 prisoners | prisoners (prisoners) | null | null | -",
      ],
    ],
    [
      "number words with a magnitude",
      "They will buy ten billion cubic metres of gas.",
      ["ten billion cubic metres = 10000000000 m3 | gas (gas) | null | null | -"],
    ],
  ])("%s", (_name, text, figures) => {
    expect(shown(readAccount("valdoria", "2024-03-12", text))).toEqual(figures);
  });

  test.each([
    ["years and days", "In 2022 the talks lasted three days, until 12 March."],
    [
      "names with numbers",
      "Resolution 2202, Article 5, the P5 and the G20 were named, as was the Su-35.",
    ],
    ["ordinals", "It was their 5th call and the 16th summit."],
    ["small words", "The two leaders named three tasks and one goal."],
    ["ages", "The 71-year-old minister resigned."],
  ])("no figures: %s", (_name, text) => {
    expect(shown(readText(text))).toEqual([]);
  });
});

describe("Russian and Chinese figures", () => {
  test.each([
    [
      "Russian share and money",
      "Товарооборот вырос на 29,3 процента и превысил 200 миллиардов долларов.",
      [
        "29,3 процента = 29.3 % | Товарооборот (trade) | rise | null | -",
        "200 миллиардов долларов = 200000000000 USD | Товарооборот (trade) | null | more | -",
      ],
    ],
    [
      "Russian counts",
      "Стороны подписали 15 совместных документов, в силу вступила статья 4 договора.",
      ["15 = 15 документов | документов (documents-signed) | null | null | -"],
    ],
    [
      "Chinese share and money",
      "今年上半年，双边贸易额达2400亿美元，同比增长26.3%。",
      [
        "2400亿美元 = 240000000000 USD | 贸易额 (trade) | null | null | 2024-01-01…2024-06-30",
        "26.3% = 26.3 % | 贸易额 (trade) | rise | null | 2024-01-01…2024-06-30",
      ],
    ],
    [
      "Chinese spelled share and count",
      "出口增长百分之二十九，双方签署20多份合作文件，第8轮磋商于6月15日举行。",
      [
        "百分之二十九 = 29 % | 出口 (exports) | rise | null | -",
        "20多 = 20 合作文件 | 合作文件 (documents-signed) | null | more | -",
      ],
    ],
  ])("%s", (_name, text, figures) => {
    expect(shown(readAccount("valdoria", "2024-07-12", text))).toEqual(figures);
  });
});
