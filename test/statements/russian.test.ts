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
    [
      "reflexive passives",
      "Обсуждалась работа шлюза. Рассматривался ряд условий.",
      ["- | CHN+RUS | Обсуждалась | работа шлюза", "- | CHN+RUS | Рассматривался | ряд условий"],
    ],
    [
      "the agent of a passive goes on in the next",
      "С российской стороны констатирован рост перевозок и подтверждён настрой на сотрудничество.",
      [
        "российской стороны | RUS | констатирован | рост перевозок",
        "российской стороны | RUS | подтверждён | настрой на сотрудничество",
      ],
    ],
    [
      "a verb with a noun of its own",
      "Владимир Путин дал высокую оценку работе порта и обратил внимание собеседника на риски.",
      [
        "Владимир Путин | RUS:vladimir-putin | дал высокую оценку | работе порта",
        "Владимир Путин | RUS:vladimir-putin | обратил внимание | на риски",
      ],
    ],
    [
      "a noun that is what is said",
      "Владимир Путин передал жителям порта привет.",
      ["Владимир Путин | RUS:vladimir-putin | передал | жителям порта привет"],
    ],
    [
      "those who spoke before go on without a subject",
      "Президенты обсудили работу шлюза. Также договорились о новых рейсах.",
      [
        "Президенты | CHN:xi-jinping+RUS:vladimir-putin | обсудили | работу шлюза",
        "- | CHN:xi-jinping+RUS:vladimir-putin | договорились | о новых рейсах",
      ],
    ],
    [
      "whole phrases of talk",
      "Речь шла о северном канале.",
      ["- | CHN+RUS | Речь шла | о северном канале"],
    ],
    [
      "a gerund before its subject, past the subjects of its clause",
      "Отметив, что Китай открыл порт, Владимир Путин поблагодарил коллегу.",
      [
        "Владимир Путин | RUS:vladimir-putin | Отметив | что Китай открыл порт",
        "Владимир Путин | RUS:vladimir-putin | поблагодарил | коллегу",
      ],
    ],
    [
      "“and” inside a subordinate clause leads not out of it, after a comma it does",
      "Владимир Путин отметил, что Россия выступала и выступает за канал, и пригласил коллегу в порт.",
      [
        "Владимир Путин | RUS:vladimir-putin | отметил | что Россия выступала и выступает за канал",
        "Владимир Путин | RUS:vladimir-putin | пригласил | коллегу в порт",
      ],
    ],
    [
      "a letter is its sender's",
      "Владимир Путин поздравил жителей порта. В поздравлении говорится: «Порт растёт вместе со страной».",
      [
        "Владимир Путин | RUS:vladimir-putin | поздравил | жителей порта",
        "поздравлении | RUS:vladimir-putin | говорится | «Порт растёт вместе со страной»",
      ],
    ],
    ["a ceremony is no statement", "Президенты сделали заявления для прессы.", []],
  ])("%s", (_name, text, expected) => {
    const found = account(text).map((line) => line.replace("RUS+CHN", "CHN+RUS"));
    expect(
      found.map((line) =>
        line.replace("RUS:vladimir-putin+CHN:xi-jinping", "CHN:xi-jinping+RUS:vladimir-putin"),
      ),
    ).toEqual(expected);
  });

  test("turns of those with a double name", () => {
    const text = `${call} * * * В.Путин: Рад вас видеть. К.-Ж.Токаев: Благодарю за приём.`;
    expect(shownStatements(readAccount("kremlin", "2025-03-01", text))).toEqual([
      "В.Путин | RUS:vladimir-putin | - | Рад вас видеть",
      "К.-Ж.Токаев | KAZ:kassym-jomart-tokayev | - | Благодарю за приём",
    ]);
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
    [
      "initials",
      "С.В.Лавров отметил важность канала.",
      ["С.В.Лавров | RUS:sergei-lavrov | отметил | важность канала"],
    ],
    [
      "listeners and occasions",
      "Дмитрий Песков заявил в среду на брифинге, что канал открыт.",
      ["Дмитрий Песков | RUS:dmitry-peskov | заявил | что канал открыт"],
    ],
    [
      "between the subject and its verb stands a clause of its own",
      "Дмитрий Песков, который вернулся из порта «Северный», назвал канал «удобным».",
      ["Дмитрий Песков | RUS:dmitry-peskov | назвал | канал «удобным»"],
    ],
    [
      "a person before the medium he tells it",
      "Канал откроется весной, рассказал РИА Новости Дмитрий Песков.",
      ["Дмитрий Песков | RUS:dmitry-peskov | рассказал | Канал откроется весной"],
    ],
    [
      "those without a name",
      "Источник в портовых кругах сообщил “Ведомостям”, что канал закрыт.",
      ["Источник в портовых кругах |  | сообщил | что канал закрыт"],
    ],
    [
      "a name that no table knows, with what he leads",
      "«Канал закрыт до весны», – уверен директор Центра портов Аркадий Волохов.",
      ["директор Центра портов Аркадий Волохов |  | уверен | «Канал закрыт до весны»"],
    ],
    [
      "capitals and bodies",
      "В Киеве и Варшаве раскритиковали этот план. В МИД Турции его поддержали.",
      ["Киеве и Варшаве | UKR+POL | раскритиковали | этот план"],
    ],
    ["a capital as a place", "Министры в Киеве осмотрели порт. В Киеве обсудили план.", []],
    [
      "his words, in the middle",
      "Дмитрий Песков сообщил о канале. Порт, по его словам, откроется весной.",
      [
        "Дмитрий Песков | RUS:dmitry-peskov | сообщил | о канале",
        "его | RUS:dmitry-peskov | по его словам | Порт … откроется весной",
      ],
    ],
    [
      "another person between leaves “his” open",
      "Дмитрий Песков сообщил о канале. В порт прибыл Сергей Лавров. По его словам, порт мал.",
      [
        "Дмитрий Песков | RUS:dmitry-peskov | сообщил | о канале",
        "его |  | По его словам | порт мал",
      ],
    ],
    [
      "speech after a dash",
      "– Мы откроем канал весной. Порт готов, – сказал Дмитрий Песков.",
      ["Дмитрий Песков | RUS:dmitry-peskov | сказал | Мы откроем канал весной. Порт готов"],
    ],
    [
      "goes on behind the narrator",
      "— Мы откроем канал,— сказал Дмитрий Песков.— Порт готов к весне.",
      ["Дмитрий Песков | RUS:dmitry-peskov | сказал | Мы откроем канал … Порт готов к весне"],
    ],
    [
      "a clause of time is no attribution",
      "Все встали после того, как закончил Дмитрий Песков.",
      [],
    ],
    [
      "a title in marks has no sentence end",
      "Дмитрий Песков открыл выставку «Порт. Северный берег» и отметил рост перевозок.",
      ["Дмитрий Песков | RUS:dmitry-peskov | отметил | рост перевозок"],
    ],
    [
      "what one does not rule out",
      "Дмитрий Песков не исключил открытия канала весной.",
      ["Дмитрий Песков | RUS:dmitry-peskov | !исключил | открытия канала весной"],
    ],
    ["exclusion is a deed", "Дмитрий Песков исключил рыбаков из комиссии.", []],
    [
      "a refusal is no content",
      "Дмитрий Песков подтвердил открытие канала, но отказался назвать сроки.",
      ["Дмитрий Песков | RUS:dmitry-peskov | подтвердил | открытие канала"],
    ],
    ["what is left unsaid is a silence", "Дмитрий Песков не уточнил, когда откроют канал.", []],
  ])("%s", (_name, text, expected) => {
    expect(shownStatements(readText(text))).toEqual(expected);
  });

  test.each<[string, string, string]>([
    ["a body at the end", "Дмитрий Песков отметил рост перевозок, сообщили в МИД РФ.", "МИД РФ"],
    ["the next sentence", "Дмитрий Песков отметил рост перевозок. Об этом сообщает ТАСС.", "ТАСС"],
    [
      "in the middle",
      "Дмитрий Песков, как отмечается в сообщении, указал на рост перевозок.",
      "сообщении",
    ],
    [
      "beside a quotation",
      "«Перевозки растут второй год», – цитирует Пескова РИА Новости.",
      "РИА Новости",
    ],
    [
      "with reference",
      "Как сообщает ТАСС со ссылкой на Дмитрия Пескова, перевозки растут.",
      "ТАСС",
    ],
    [
      "one who passes on another",
      "Перевозки растут, заявил журналистам Дмитрий Песков, передаёт РИА Новости.",
      "РИА Новости",
    ],
    [
      "who asks",
      "В порту прошёл брифинг.\n\nВопрос: Дмитрий Песков сказал, что порт растёт. Так ли это?",
      "Вопрос",
    ],
  ])("passed on: %s", (_name, text, expected) => {
    const told = readText(text).layers.statements.filter(({ actors }) =>
      actors.includes("RUS:dmitry-peskov"),
    );
    expect(told.map(({ account }) => account[0]?.quote)).toEqual([expected]);
  });

  test("with reserve", () => {
    const [told] = readText("Дмитрий Песков якобы пообещал открыть канал.").layers.statements;
    expect(told?.hedged).toBe(true);
  });
});

const briefing =
  "Брифинг о канале\n\nВ порту прошёл большой брифинг о работе северного канала и соседних шлюзов весной этого года.\n\n";

describe("Russian transcripts", () => {
  test.each<[string, string, string[]]>([
    [
      "a medium asks",
      `${briefing}Bloomberg: Откроют ли канал этой весной?\n\nД.С.Песков: Да, в апреле или в мае.`,
      [
        "Bloomberg | USA:bloomberg | - | Откроют ли канал этой весной?",
        "Д.С.Песков | RUS:dmitry-peskov | - | Да, в апреле или в мае",
      ],
    ],
    [
      "a blank before the colon",
      `${briefing}Д.Песков : Добрый день, рад всех вас видеть.`,
      ["Д.Песков | RUS:dmitry-peskov | - | Добрый день, рад всех вас видеть"],
    ],
  ])("%s", (_name, text, expected) => {
    expect(shownStatements(readText(text))).toEqual(expected);
  });
});
