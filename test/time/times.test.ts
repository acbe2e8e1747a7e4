import { describe, expect, test } from "vitest";
import type { Language } from "../../src/core/document.ts";
import { packFor } from "../../src/core/lang/registry.ts";
import { annotateSentences } from "../../src/core/segment/annotate.ts";
import { loadContext } from "../../src/resources/load.ts";
import { aDocument, parseMarked } from "./marked.ts";

const context = loadContext();

/** Marked text, day of publication, values in order; `null` values say “open”. */
type Row = readonly [marked: string, published: string | null, ...values: (string | null)[]];

function timesOf(marked: string, language: Language, published: string | null) {
  const { text, spans } = parseMarked(marked);
  const pack = packFor(language)!;
  const document = annotateSentences(aDocument(text, language, published), pack, context);
  return { spans, ...pack.findTimes!(document, context) };
}

/** What was found, as ranges with their values. */
function readings(language: Language, [marked, published]: Row) {
  return timesOf(marked, language, published).found.map(({ start, end, value }) => ({
    start,
    end,
    value,
  }));
}

/** What the marks and the row's values say. */
function expected([marked, , ...values]: Row) {
  return parseMarked(marked).spans.map((span, index) => ({ ...span, value: values[index] }));
}

const english: readonly Row[] = [
  ["The ministers met on ⟦15 June 2022⟧.", null, "2022-06-15"],
  ["It was signed on ⟦Feb. 24, 2022⟧, in Selne.", null, "2022-02-24"],
  ["A call on ⟦Friday, Dec. 30⟧ followed.", "2023-01-05", "2022-12-30"],
  ["Marines trained ⟦Dec. 21-27⟧ at sea.", "2023-01-05", "2022-12-21"],
  ["The forum ran from ⟦November 30 – December 1, 2021⟧.", null, "2021-11-30"],
  [
    "They agreed in ⟦February 2022⟧ and again in ⟦the first half of 2023⟧.",
    null,
    "2022-02",
    "2023-H1",
  ],
  ["He spoke on ⟦Thursday⟧, she on ⟦Friday⟧.", "2022-09-17", "2022-09-15", "2022-09-16"],
  ["The envoy will travel on ⟦Monday⟧.", "2022-09-17", "2022-09-19"],
  ["In ⟦June⟧ the council will consider the plan.", "2022-05-14", "2022-06"],
  ["On ⟦Friday⟧, the ministry said it will wait.", "2022-09-19", "2022-09-16"],
  ["She will visit in spring, the palace said on ⟦Monday⟧.", "2022-09-17", "2022-09-12"],
  ["Trade fell ⟦last week⟧ and ⟦this month⟧.", "2022-09-23", "2022-W37", "2022-09"],
  ["Since ⟦February⟧ nothing has moved.", "2022-09-23", "2022-02"],
  ["They greeted farmers on ⟦International Women’s Day⟧.", "2022-03-10", "2022-03-08"],
  ["They met on ⟦Christmas Day 2021⟧.", "2022-03-10", "2021-12-25"],
  ["The ⟦June 15⟧ call was short.", "2022-09-23", "2022-06-15"],
  ["The summit takes place by ⟦December 5⟧.", "2022-09-23", "2022-12-05"],
  ["In ⟦2014⟧, the pact of ⟦March 18⟧ was signed.", "2022-09-23", "2014", "2014-03-18"],
  [
    "It began ⟦three days ago⟧; ⟦two days later⟧ it ended.",
    "2022-09-23",
    "2022-09-20",
    "2022-09-22",
  ],
  ["Ties of ⟦more than 30 years⟧ date from ⟦the early 20th century⟧.", null, "P30Y", "19"],
  ["He wished her well ⟦today⟧.", "2022-09-16..2022-09-18", null],
  // Traps: verbs, names and numbers that look like times.
  ["They may march on, and Resolution 2202 was cited.", "2022-09-23"],
  ["Yun Sun, an analyst, and Theresa Mayhew agreed on 2000 troops.", "2022-09-23"],
  ["The Good Friday Agreement holds.", "2022-09-23"],
  ["He told USA Today so.", "2022-09-23"],
];

const russian: readonly Row[] = [
  ["Переговоры прошли ⟦24 февраля 2025 года⟧.", null, "2025-02-24"],
  ["Встреча состоится ⟦9 мая⟧.", "2025-04-20", "2025-05-09"],
  ["Беседа была ⟦8 мая⟧.", "2025-05-10", "2025-05-08"],
  ["⟦Вчера⟧ и ⟦в четверг⟧ говорили министры.", "2025-05-10", "2025-05-09", "2025-05-08"],
  ["⟦В прошлом году⟧ торговля выросла, с ⟦2022 года⟧ вдвое.", "2025-05-10", "2024", "2022"],
  ["⟦На прошлой неделе⟧ подписали план.", "2025-05-10", "2025-W18"],
  ["Форум идёт ⟦23–24 июня 2022 года⟧.", null, "2022-06-23"],
  ["Итоги ⟦первого полугодия⟧ хороши.", "2025-08-10", "2025-H1"],
  ["Указ от ⟦24.02.2025⟧ действует ⟦75 лет⟧.", null, "2025-02-24", "P75Y"],
  ["⟦Три года назад⟧ они начали.", "2025-05-10", "2022"],
  ["Договорились в ⟦феврале⟧.", "2025-05-10", "2025-02"],
  ["Маяк мартена стоит, майор молчит.", "2025-05-10"],
];

const chinese: readonly Row[] = [
  ["双方⟦2022年6月15日下午⟧通电话。", null, "2022-06-15"],
  ["主席⟦6月15日下午⟧会见外长。", "2022-06-16", "2022-06-15"],
  ["主席⟦18日晚⟧应约通电话。", "2022-03-19", "2022-03-18"],
  ["主席⟦30日⟧在首都会见外长。", "2022-10-02", "2022-09-30"],
  ["⟦当地时间11月15日⟧，两人会晤。", "2023-11-16", "2023-11-15"],
  ["⟦去年11月⟧和⟦50年前⟧", "2022-03-19", "2021-11", "1972"],
  ["⟦昨天⟧和⟦上周⟧都谈了。", "2022-09-16", "2022-09-15", "2022-W36"],
  ["⟦今年上半年⟧贸易增长，⟦本月⟧放缓。", "2022-09-16", "2022-H1", "2022-09"],
  ["⟦9月14日至16日⟧出访。⟦次日⟧回国。", "2022-09-18", "2022-09-14", null],
  ["⟦二〇二二年九月十五日⟧签署。", null, "2022-09-15"],
  [
    "今后体现在80周年，百年未有之大变局，15日元。".replace("今后", "⟦今后⟧"),
    "2022-09-16",
    "FUTURE_REF",
  ],
];

describe("times", () => {
  const cases = [
    ...english.map((row) => ({ language: "en" as const, marked: row[0], row })),
    ...russian.map((row) => ({ language: "ru" as const, marked: row[0], row })),
    ...chinese.map((row) => ({ language: "zh" as const, marked: row[0], row })),
  ];
  test.each(cases)("$language: $marked", ({ language, row }) => {
    expect(readings(language, row)).toEqual(expected(row));
  });

  test.each([
    ["en", "They met on 31 February 2022."],
    ["ru", "Встреча прошла 31 февраля 2022 года."],
    ["zh", "双方2022年2月31日会谈。"],
  ] as const)("%s: a day that doesn't exist is reported, not read", (language, text) => {
    const { found, diagnostics } = timesOf(text, language, null);
    expect(diagnostics.map(({ code }) => code)).toEqual(["DATE_INVALID"]);
    expect(found.some(({ value }) => value?.length === 10)).toBe(false);
  });

  test("an interval of publication gives intervals, and a value where all its days agree", () => {
    const { found } = timesOf("On ⟦Thursday⟧ and ⟦this month⟧.", "en", "2022-09-16..2022-09-18");
    expect(
      found.map(({ value, interval }) => [value, interval?.earliest, interval?.latest]),
    ).toEqual([
      ["2022-09-15", "2022-09-15", "2022-09-15"],
      ["2022-09", "2022-09-01", "2022-09-30"],
    ]);
  });

  test("a history counts from its own last year", () => {
    const years =
      "In 1911, in 1912, in 1913, in 1914, in 1915, in 1917, in 1916, they met; on 4 May they parted.";
    expect(timesOf(years, "en", null).found.at(-1)?.value).toBe("1916-05-04");
  });
});
