import { describe, expect, test } from "vitest";
import type { Language } from "../../src/core/document.ts";
import { packFor } from "../../src/core/lang/registry.ts";
import { annotateSentences } from "../../src/core/segment/annotate.ts";
import { loadContext } from "../../src/resources/load.ts";
import { aDocument } from "./marked.ts";

const context = loadContext();

/** Sentences as they should come out, joined by `|`. */
const rows: readonly (readonly [Language, string])[] = [
  ["en", "Mr. Roe met Gen. Amsel at 9 a.m. in Selne.| They spoke."],
  ["en", "The U.S. side agreed.| The call ended."],
  ["en", "He left the U.S.| The talks went on."],
  ["en", "U.S. President Roe called.| They spoke of trade with the U.S.| President Amsel left."],
  ["en", "“Is it war?” she asked.| “No.”"],
  ["en", "“We agree.”| The minister left."],
  ["en", "PORT SELNE, June 15. /TASS/. The sides met.| They agreed."],
  ["en", "On Feb. 24 Dr. J. K. Roe spoke.| Under Art. 5 and No. 7 he may."],
  ["en", "Growth slowed.| 2022 was better.| It cost more than planned.| $5 were paid."],
  ["en", "1. To deepen ties.| 2. To open the border."],
  ["ru", "В. В. Орлов встретился с А. Соколовой.| Они говорили."],
  ["ru", "Это было в 2022 г. в Сельне, т. е. давно.| Стороны согласны."],
  ["ru", "Ущерб – 5 млрд руб. за год.| Вопрос закрыт."],
  ["ru", "«Мы согласны», – сказал он.| Беседа окончена."],
  ["ru", "Дорога ведёт к ул. Пушкина и пл. Мира.| Там тихо."],
  ["ru", "Это было в 1966 г.| Он уехал в г. Сельне.| Население – 2 млн чел.| Площадь мала."],
  ["ru", "В 2025 г. Валдория открыла канал.| Это стоило 3 млрд долл. США."],
  ["ru", "Говорит С.Орлов: Спасибо!| Вопрос: Почему?.| Ответ: И т. д. и т. п."],
  ["zh", "“我们同意。”发言人说，“也支持。”|记者问：“何时？”|她没有回答。"],
  ["zh", "主席说：“我们同意。”|发言人表示，会谈结束。"],
  ["zh", "「我們同意。」發言人表示，會談結束。"],
  ["zh", "双方会谈。|主席说：“我们同意。我们支持。”|会后签署声明。"],
  ["zh", "这是战争吗？|不是！|他说。"],
];

describe("sentences", () => {
  test.each(rows)("%s: %s", (language, expected) => {
    const text = expected.replaceAll("|", "");
    const document = annotateSentences(
      aDocument(text, language, null),
      packFor(language)!,
      context,
    );
    const found = document.layers.sentences.map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(expected.split("|").map((sentence) => sentence.trim()));
  });

  test("a stretch without sentence ends is cut at safe marks and reported", () => {
    const text = "word, ".repeat(2000);
    const document = annotateSentences(aDocument(text, "en", null), packFor("en")!, context);
    expect(document.diagnostics.map(({ code }) => code)).toEqual(["SENTENCE_TOO_LONG"]);
    expect(
      Math.max(...document.layers.sentences.map(({ start, end }) => end - start)),
    ).toBeLessThanOrEqual(2500);
  });

  test("blocks bound sentences: a title needs no full stop", () => {
    const document = annotateSentences(
      aDocument("Call with Ostmark\nThey met.", "en", null),
      packFor("en")!,
      context,
    );
    expect(document.layers.sentences.map(({ block }) => block)).toEqual([0, 1]);
  });
});
