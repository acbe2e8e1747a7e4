import { describe, expect, test } from "vitest";
import { inlineFurniture } from "../../src/core/clean/inline-furniture.ts";
import { toPage } from "../../src/core/offset-map.ts";
import { readAccount } from "../support/read-text.ts";
import { parseMarked } from "../time/marked.ts";

const stamp = "⟦12 мая 2025 года 13:45⟧ ";

describe("furniture of pages that have run together into one line", () => {
  test.each<[string, string]>([
    [
      "day, time and place of publication",
      "Состоялась беседа о канале. ⟦12 мая 2025 года 13:45 Москва, Кремль⟧ Стороны обсудили канал.",
    ],
    [
      "a card before a colon",
      `${stamp}А.Орлов ⟦Орлов Андрей Ильич министр транспорта⟧ : Спасибо, рад рассказать о канале.`,
    ],
    [
      "a card before a comma, with the name in another case",
      `${stamp}Встреча с Андреем Орловым ⟦Орлов Андрей Ильич министр транспорта⟧ , посвящённая каналу.`,
    ],
    [
      "a card whose end is not shown loses the name only",
      `${stamp}Ирина Кострова ⟦Кострова Ирина⟧ Президент Валдории на встрече у канала.`,
    ],
    [
      "a card before the verb",
      `${stamp}Ирина Кострова ⟦Кострова Ирина Президент Валдории⟧ подтвердила, что канал открыт.`,
    ],
    [
      "a card before another office",
      `${stamp}Ирина Кострова ⟦Кострова Ирина Президент Валдории⟧ и Президент Мерании открыли канал.`,
    ],
    [
      "a surname of two words",
      `${stamp}Тамим Аль Морад ⟦Аль Морад Тамим бен Заид Эмир Кешира⟧ тепло поздравил порт.`,
    ],
    [
      "links to other pages",
      `${stamp}Канал откроют весной. ⟦Смотрите также Встреча с послом Мерании 3 мая 2025 года Посещение порта 4 мая 2025 года⟧ Работы идут.`,
    ],
    [
      "the text goes on after a link",
      `${stamp}Канал откроют. ⟦Дополнительно Встреча с послом Мерании 3 мая 2025 года⟧ Порт был построен 1 марта 1923 года.`,
    ],
    [
      "a deadline is no link",
      `${stamp}Канал откроют. Дополнительно Меранией выделены средства до 1 марта 2026 года.`,
    ],
    [
      "a namesake is no card",
      `${stamp}Выступили Андрей Орлов, Орлов Виктор и другие. Андрей Орлов Орлову Виктору ответил.`,
    ],
    [
      "other pages are left alone",
      "А.Орлов Орлов Андрей Ильич министр транспорта : Спасибо, рад рассказать вам сегодня о канале.",
    ],
  ])("%s", (_name, marked) => {
    const { text, spans } = parseMarked(marked);
    expect(inlineFurniture(text).map(({ start, end }) => ({ start, end }))).toEqual(spans);
  });

  test("what is cut out of a line is kept as dropped, and places still lead to the page", () => {
    const source =
      "События Встреча с Андреем Орловым 12 мая 2025 года 13:45 Москва, Кремль А.Орлов Орлов Андрей Ильич министр транспорта : Канал открыт.";
    const document = readAccount(
      "kremlin",
      "2025-05-12",
      source.replace("Орловым 12", "Орловым. 12"),
    );
    expect(document.text).toBe("Встреча с Андреем Орловым. А.Орлов: Канал открыт.");
    expect(document.dropped.map(({ text }) => text)).toEqual([
      "События",
      "12 мая 2025 года 13:45 Москва, Кремль",
      "Орлов Андрей Ильич министр транспорта",
    ]);
    const at = document.text.indexOf("Канал");
    const place = toPage(document.offsets, { start: at, end: at + 5 });
    expect(place!.end - place!.start).toBe(5);
  });
});
