import { describe, expect, test } from "vitest";
import { readText } from "../support/read-text.ts";
import { shownStatements } from "./marked.ts";

describe("speakers named again in the Russian press", () => {
  const peskov = "RUS:dmitry-peskov";
  test.each<[string, string, string[]]>([
    [
      "by the office in his title",
      "Пресс-секретарь президента Дмитрий Песков заявил, что канал открыт. «Суда уже идут в порт с самого утра», – сказал пресс-секретарь.",
      [`пресс-секретарь | ${peskov} | сказал | «Суда уже идут в порт с самого утра»`],
    ],
    [
      "by his trade",
      "Дмитрий Песков заявил, что канал открыт. Политик поблагодарил строителей.",
      [`Политик | ${peskov} | поблагодарил | строителей`],
    ],
    [
      "she is no he",
      "Дмитрий Песков заявил, что канал открыт. «Суда уже идут в порт с самого утра», – сказала она.",
      ["она |  | сказала | «Суда уже идут в порт с самого утра»"],
    ],
    [
      "somebody else in between",
      "Дмитрий Песков заявил, что канал открыт. Приехал Сергей Лавров. Политик поблагодарил строителей.",
      ["Политик |  | поблагодарил | строителей"],
    ],
    [
      "a sentence in quotation marks goes on",
      "Дмитрий Песков заявил о готовности открыть канал. «Мы давно ждали этого дня вместе со всеми».",
      [`Дмитрий Песков | ${peskov} | - | «Мы давно ждали этого дня вместе со всеми»`],
    ],
    [
      "an adviser is not whom he advises",
      "Дмитрий Песков заявил, что канал открыт. По мнению советника Путина, суда уже идут.",
      ["советника Путина |  | По мнению | суда уже идут"],
    ],
    [
      "only when and where",
      "Дмитрий Песков заявил, что канал открыт. Об этом же он сказал по итогам заседания совета порта.",
      [],
    ],
  ])("%s", (_name, text, expected) => {
    expect(shownStatements(readText(text)).slice(1)).toEqual(expected);
  });

  test("leaders of several states are not the two", () => {
    const text =
      "Лидеры ряда иностранных государств обсудили встречу Владимира Путина и Си Цзиньпина.";
    expect(readText(text).layers.statements.map(({ actors }) => actors)).toEqual([[]]);
  });

  test("a medium that no table holds passes on", () => {
    const [told] = readText("Владимир Путин приветствует открытие канала, передаёт Порт-Инфо.")
      .layers.statements;
    expect(told?.account[0]?.quote).toBe("Порт-Инфо");
  });

  test("speech in a list item", () => {
    expect(
      shownStatements(readText("- Канал открыт. Суда идут, - написал Дмитрий Песков.")),
    ).toEqual([`Дмитрий Песков | ${peskov} | написал | Канал открыт. Суда идут`]);
  });

  test("another encounter does not make the two", () => {
    const text =
      "После разговора с Путиным глава порта позвонил Владимиру Зеленскому. Президенты обсудили канал.";
    expect(shownStatements(readText(text))).toEqual(["Президенты |  | обсудили | канал"]);
  });
});

describe("Russian declarations in the first person", () => {
  const opening =
    "---\npublished: 2023-08-24\n---\nДекларация о северном канале\n\nМы, лидеры Российской Федерации и Китайской Народной Республики, встретились в порту для разговора о судьбе северного канала.";

  test("say who “we” are", () => {
    const text = `${opening}\n\n2. Мы подтверждаем важность шлюзов. Призываем соседей открыть канал.`;
    expect(shownStatements(readText(text))).toEqual([
      "Мы | RUS+CHN | подтверждаем | важность шлюзов",
      "- | RUS+CHN | Призываем | соседей открыть канал",
    ]);
  });

  test("others don’t", () => {
    expect(readText("Мы подтверждаем важность шлюзов.").layers.statements).toEqual([]);
  });

  test("an answer is who the title says answers", () => {
    const text =
      "Ответ официального представителя МИД России М.В.Захаровой на вопрос агентства\n\nВопрос: Когда откроют канал и соседние шлюзы?\n\nОтвет: Канал откроют весной этого года.";
    expect(shownStatements(readText(text)).at(-1)).toBe(
      "Ответ | RUS:maria-zakharova | - | Канал откроют весной этого года",
    );
  });
});
