import { describe, expect, test } from "vitest";
import { readAccount, readText } from "../support/read-text.ts";
import { shownStatements } from "./marked.ts";

const call =
  "Телефонный разговор с Председателем КНР Си Цзиньпином\n\nСостоялся телефонный разговор Владимира Путина с Председателем Китайской Народной Республики Си Цзиньпином.";

function account(text: string): string[] {
  return shownStatements(readAccount("kremlin", "2025-03-01", `${call} ${text}`));
}

describe("statements in Russian accounts", () => {
  test.each<[string, string, string[]]>([
    [
      "speaker and verb",
      "Председатель КНР отметил важность северного канала.",
      ["Председатель КНР | CHN:xi-jinping | отметил | важность северного канала"],
    ],
    [
      "two verbs share their speaker",
      "Президент России пригласил коллегу посетить шлюз и выразил готовность открыть канал.",
      [
        "Президент России | RUS:vladimir-putin | пригласил | коллегу посетить шлюз",
        "Президент России | RUS:vladimir-putin | выразил | готовность открыть канал",
      ],
    ],
    [
      "gerunds",
      "Владимир Путин поблагодарил китайскую сторону за помощь, отметив, что шлюз уже открыт.",
      [
        "Владимир Путин | RUS:vladimir-putin | поблагодарил | китайскую сторону за помощь",
        "Владимир Путин | RUS:vladimir-putin | отметив | что шлюз уже открыт",
      ],
    ],
    [
      "the passive that speaks for both",
      "Обсуждены вопросы открытия канала. Условлено продолжить контакты.",
      [
        "- | CHN+RUS | Обсуждены | вопросы открытия канала",
        "- | CHN+RUS | Условлено | продолжить контакты",
      ],
    ],
    [
      "the passive with its speaker, and those that go on with it",
      "С российской стороны обозначен ряд условий. Отмечены также риски для судоходства.",
      [
        "российской стороны | RUS | обозначен | ряд условий",
        "российской стороны | RUS | Отмечены | риски для судоходства",
      ],
    ],
    [
      "open after one side has spoken",
      "Владимир Путин передал поздравления жителям порта. Было отмечено, что порт растёт.",
      [
        "Владимир Путин | RUS:vladimir-putin | передал | поздравления жителям порта",
        "- |  | Было отмечено | что порт растёт",
      ],
    ],
    [
      "whose readiness it is",
      "Подтверждена готовность китайской стороны открыть канал.",
      ["- | CHN | Подтверждена | готовность китайской стороны открыть канал"],
    ],
    [
      "the leaders without their names",
      "Президенты договорились о встрече в порту.",
      ["Президенты | CHN:xi-jinping+RUS:vladimir-putin | договорились | о встрече в порту"],
    ],
    [
      "an exchange of views",
      "Состоялся обмен мнениями по вопросам судоходства.",
      ["- | CHN+RUS | обмен мнениями | по вопросам судоходства"],
    ],
    [
      "negated",
      "Владимир Путин не подтвердил, что канал откроется.",
      ["Владимир Путин | RUS:vladimir-putin | !подтвердил | что канал откроется"],
    ],
    [
      "what is still to come is no statement",
      "В ходе переговоров будут обсуждены вопросы канала.",
      [],
    ],
    ["who stands in another case is no speaker", "Визит Владимира Путина состоялся весной.", []],
  ])("%s", (_name, text, expected) => {
    const found = account(text).map((line) => line.replace("RUS+CHN", "CHN+RUS"));
    expect(
      found.map((line) =>
        line.replace("RUS:vladimir-putin+CHN:xi-jinping", "CHN:xi-jinping+RUS:vladimir-putin"),
      ),
    ).toEqual(expected);
  });

  test("turns of a transcript", () => {
    const text = `${call} * * * В.Путин: Добрый день! Рад вас видеть. Си Цзиньпин (как переведено): Благодарю за приём. * * * Беседа продолжилась.`;
    expect(shownStatements(readAccount("kremlin", "2025-03-01", text))).toEqual([
      "В.Путин | RUS:vladimir-putin | - | Добрый день! Рад вас видеть",
      "Си Цзиньпин | CHN:xi-jinping | - | Благодарю за приём",
    ]);
  });
});

describe("statements in the Russian press", () => {
  test.each<[string, string, string[]]>([
    [
      "a quotation before its speaker",
      "«Мы готовы открыть канал уже весной», – сказал Дмитрий Песков.",
      ["Дмитрий Песков | RUS:dmitry-peskov | сказал | «Мы готовы открыть канал уже весной»"],
    ],
    [
      "an attribution inside the marks",
      "«Мы готовы открыть канал, – сказал Дмитрий Песков, – но не раньше весны».",
      [
        "Дмитрий Песков | RUS:dmitry-peskov | сказал | «Мы готовы открыть канал … но не раньше весны»",
      ],
    ],
    [
      "a quotation after its speaker",
      "Дмитрий Песков заявил: «Мы готовы открыть канал весной».",
      ["Дмитрий Песков | RUS:dmitry-peskov | заявил | «Мы готовы открыть канал весной»"],
    ],
    [
      "according to",
      "По словам Дмитрия Пескова, канал откроется весной.",
      ["Дмитрия Пескова | RUS:dmitry-peskov | По словам | канал откроется весной"],
    ],
    [
      "as somebody said",
      "Как заявил Дмитрий Песков, канал откроется весной.",
      ["Дмитрий Песков | RUS:dmitry-peskov | заявил | канал откроется весной"],
    ],
    [
      "the cue comes last",
      "Канал откроется весной, сообщил Дмитрий Песков.",
      ["Дмитрий Песков | RUS:dmitry-peskov | сообщил | Канал откроется весной"],
    ],
    ["a term in quotation marks is no speech", "Проект «Северный канал» открыт.", []],
  ])("%s", (_name, text, expected) => {
    expect(shownStatements(readText(text))).toEqual(expected);
  });
});
