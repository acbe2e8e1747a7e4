import { describe, expect, test } from "vitest";
import { createContext, type Context } from "../context.ts";
import { emptyLayers, type ActorMention, type Document } from "../document.ts";
import { findActors as findEnglish } from "../lang/en/actors.ts";
import { findActors as findRussian } from "../lang/ru/actors.ts";
import { findActors as findChinese } from "../lang/zh/actors.ts";
import { loadResources } from "../../resources/load.ts";
import { actorLabel, sideOf } from "./actor-table.ts";
import { headMentionOf, mentionAt, mentionsIn } from "./lookup.ts";

/** Two invented states, their people and places, beside the real lexicons. */
const invented: Readonly<Record<string, string>> = {
  "knowledge/states":
    "id\tiso2\ten\ten_demonym\tcapital\tzh\tzh_short\tru\tru_adj\tsource\n" +
    "VLD\tVL\tVeldia|Republic of Veldia\tVeldian\tVLD:orm\t维尔迪亚\t维\tВельдия\tвельдийский\town\n" +
    "KRN\tKR\tKornland\tKornish\tKRN:taff\t科恩兰\t科\tКорнландия\tкорнландский\town\n",
  "knowledge/places":
    "id\tstate\ttype\ten\tzh\tru\tmetonym\tsource\n" +
    "VLD:orm\tVLD\tcapital\tOrm\t奥姆\tОрм\tVLD\town\n" +
    "KRN:taff\tKRN\tcapital\tTaff\t塔夫\tТафф\tKRN\town\n",
  "knowledge/bodies":
    "id\ttype\tstate\ten\tzh\tru\tmembers\tside\tsource\n" +
    "VLD:palace\tresidence\tVLD\tAmber Palace\t琥珀宫\tЯнтарный дворец\t-\tVLD\town\n" +
    "VLD:mfa\tministry\tVLD\tVeldian Foreign Ministry\t维尔迪亚外交部\tМИД Вельдии\t-\tVLD\town\n" +
    "INT:league\torganisation\tINT\tLeague of Straits\t-\t-\t-\tINT:league\town\n",
  "knowledge/people":
    "id\ten\ten_short\tzh\tzh_short\tru\tru_short\tgender\tstate\tsource\n" +
    "VLD:anna-rosk\tAnna Rosk\tRosk\t安娜·罗斯克\t罗斯克\tАнна Росова\tРосова\tf\tVLD\town\n" +
    "VLD:piet-rosk\tPiet Rosk\tRosk\t-\t-\t-\t-\tm\tVLD\town\n" +
    "VLD:jan-holm\tJan Holm\tHolm\t扬·霍尔姆\t霍尔姆\tЯн Холмов\tХолмов\tm\tVLD\town\n" +
    "KRN:tomas-berrel\tTomas Berrel\tBerrel\t托马斯·贝雷尔\t贝雷尔\tТомас Беррель\tБеррель\tm\tKRN\town\n",
  "knowledge/offices":
    "id\tbody\tstate\trole\ten\tzh\tru\tsource\n" +
    "VLD:president\t-\tVLD\thead-of-state\tPresident\t总统\tпрезидент\town\n" +
    "VLD:foreign-minister\tVLD:mfa\tVLD\tforeign-minister\tForeign Minister\t外长\tминистр иностранных дел\town\n" +
    "KRN:president\t-\tKRN\thead-of-state\tPresident\t总统\tпрезидент\town\n" +
    "INT:league-head\tINT:league\tINT:league\thead\tChair of the League\t-\t-\town\n",
  "knowledge/terms":
    "office\tperson\tfrom\tto\tsource\n" +
    "VLD:president\tVLD:jan-holm\t2010-05-01\t2020-05-01\town\n" +
    "VLD:president\tVLD:anna-rosk\t2020-05-01\t-\town\n" +
    "VLD:foreign-minister\tVLD:piet-rosk\t2021\t-\town\n" +
    "KRN:president\tKRN:tomas-berrel\t2018\t-\town\n" +
    "INT:league-head\tVLD:jan-holm\t2020-05-02\t-\town\n",
};

const context: Context = (() => {
  const { tables } = loadResources();
  const kept = [...tables].filter(([name]) => !name.startsWith("knowledge/"));
  return createContext({ tables: new Map([...kept, ...Object.entries(invented)]), syntax: null });
})();

const finders = { en: findEnglish, zh: findChinese, ru: findRussian } as const;

function aDocument(
  text: string,
  language: "en" | "zh" | "ru",
  extra: Partial<Document> = {},
): Document {
  const blocks = [...text.matchAll(/[^\n]+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    role: "paragraph" as const,
  }));
  const sentences = blocks.flatMap((block, index) =>
    [...text.slice(block.start, block.end).matchAll(/[^.。]+[.。]?[”"]?\s*/g)].map((match) => ({
      start: block.start + match.index,
      end: block.start + match.index + match[0].trimEnd().length,
      block: index,
      tokens: [0, 0] as const,
    })),
  );
  const day = "2023-06-15";
  return {
    id: "d",
    path: "-",
    sha256: "",
    mediaType: "text/plain",
    language,
    kind: "report",
    party: null,
    issuer: null,
    url: null,
    title: null,
    subtitle: null,
    outlet: null,
    byline: [],
    published: { value: day, earliest: day, latest: day, basis: "given" },
    keyPoints: [],
    captions: [],
    text,
    blocks,
    dropped: [],
    offsets: { segments: [], length: text.length } as unknown as Document["offsets"],
    layers: { ...emptyLayers, sentences },
    diagnostics: [],
    ...extra,
  };
}

/** Write mentions back into the text: `⟦words|actor⟧`, `+` between members, `?` for an open one; demonyms and places left out. */
function marked(document: Document, mentions: readonly ActorMention[]): string {
  let result = "";
  let at = 0;
  for (const mention of mentions) {
    if (mention.how === "demonym" || mention.type === "place") continue;
    const actor = mention.actor ?? (mention.actors.join("+") || "?");
    result += `${document.text.slice(at, mention.start)}⟦${document.text.slice(mention.start, mention.end)}|${actor}⟧`;
    at = mention.end;
  }
  return result + document.text.slice(at);
}

function read(
  expected: string,
  language: "en" | "zh" | "ru",
  extra: Partial<Document> = {},
): string {
  const document = aDocument(expected.replace(/⟦([^|⟧]*)\|[^⟧]*⟧/g, "$1"), language, extra);
  return marked(document, finders[language](document, context).found);
}

describe("English actors", () => {
  test.each([
    [
      "title and name",
      "⟦Veldian President Anna Rosk|VLD:anna-rosk⟧ met ⟦Tomas Berrel|KRN:tomas-berrel⟧.",
    ],
    ["title after", "⟦President of Veldia Anna Rosk|VLD:anna-rosk⟧ left."],
    [
      "surname of the one introduced",
      "⟦Piet Rosk|VLD:piet-rosk⟧ spoke. Later ⟦Rosk|VLD:piet-rosk⟧ left.",
    ],
    ["surname that two of one government bear", "On Monday ⟦Rosk|?⟧ spoke."],
    [
      "title decides",
      "⟦President Rosk|VLD:anna-rosk⟧ and ⟦Foreign Minister Rosk|VLD:piet-rosk⟧ agreed.",
    ],
    ["role by date", "It was ⟦the Veldian president|VLD:anna-rosk⟧ who called."],
    ["role with of", "A call by ⟦the President of Kornland|KRN:tomas-berrel⟧ ended it."],
    ["former role stays open", "It was the former ⟦Veldian president|?⟧ who called."],
    ["capital as government", "⟦Orm|VLD⟧ accused ⟦Taff|KRN⟧ of delay."],
    ["capital as place", "They met in Orm on Friday."],
    ["residence as body", "The ⟦Amber Palace|VLD:palace⟧ denied it."],
    ["ministry of a state", "⟦Veldia’s foreign ministry|VLD:mfa⟧ said so."],
    ["spokesman of a body", "⟦A Veldian Foreign Ministry spokesman|VLD:mfa⟧ said so."],
    ["officials", "⟦Kornish officials|KRN⟧ said so."],
    ["counterpart", "⟦Anna Rosk|VLD:anna-rosk⟧ called her ⟦Kornish counterpart|KRN:tomas-berrel⟧."],
    [
      "two leaders",
      "⟦Anna Rosk|VLD:anna-rosk⟧ met ⟦Tomas Berrel|KRN:tomas-berrel⟧. ⟦The two leaders|VLD:anna-rosk+KRN:tomas-berrel⟧ ate.",
    ],
    [
      "the pair, where another of one side tells of them",
      "⟦Anna Rosk|VLD:anna-rosk⟧ met ⟦Tomas Berrel|KRN:tomas-berrel⟧. ⟦Piet Rosk|VLD:piet-rosk⟧ said ⟦Anna Rosk|VLD:anna-rosk⟧ told ⟦Berrel|KRN:tomas-berrel⟧ so. ⟦The pair|VLD:anna-rosk+KRN:tomas-berrel⟧ agreed.",
    ],
    [
      "sides of those who speak for an organisation",
      "⟦Jan Holm|VLD:jan-holm⟧ met ⟦Tomas Berrel|KRN:tomas-berrel⟧. ⟦Both sides|INT:league+KRN⟧ ate.",
    ],
    [
      "a style stands for who bears it",
      "⟦His Majesty Tomas Berrel|KRN:tomas-berrel⟧ met ⟦Anna Rosk|VLD:anna-rosk⟧. ⟦Rosk|VLD:anna-rosk⟧ thanked ⟦His Majesty|KRN:tomas-berrel⟧.",
    ],
    [
      "a style that two bear",
      "⟦His Majesty Tomas Berrel|KRN:tomas-berrel⟧ met ⟦His Majesty Jan Holm|VLD:jan-holm⟧. His Majesty smiled.",
    ],
    [
      "a title that its sentence sets beside who is named is another’s",
      "⟦President Tomas Berrel|KRN:tomas-berrel⟧ called. ⟦The president|?⟧ thanked ⟦Tomas Berrel|KRN:tomas-berrel⟧. ⟦The president|?⟧ smiled.",
    ],
    ["a rank without points", "⟦Lt Gen Tomas Berrel|KRN:tomas-berrel⟧ spoke."],
    ["both sides", "⟦Veldia|VLD⟧ and ⟦Kornland|KRN⟧ spoke. ⟦Both sides|VLD+KRN⟧ ate."],
    ["joint role", "⟦The Veldian and Kornish presidents|VLD:anna-rosk+KRN:tomas-berrel⟧ met."],
    [
      "joint role with of",
      "⟦The leaders of Veldia and Kornland|VLD:anna-rosk+KRN:tomas-berrel⟧ met.",
    ],
    [
      "pronoun by gender",
      "⟦Anna Rosk|VLD:anna-rosk⟧ met ⟦Tomas Berrel|KRN:tomas-berrel⟧. ⟦She|VLD:anna-rosk⟧ smiled.",
    ],
    ["pronoun without antecedent", "It rained. ⟦He|?⟧ smiled."],
    [
      "former and latter",
      "⟦Anna Rosk|VLD:anna-rosk⟧ and ⟦Tomas Berrel|KRN:tomas-berrel⟧ met. ⟦The latter|KRN:tomas-berrel⟧ said so.",
    ],
    [
      "stranger before a trade",
      "⟦Mia Tarn|new:mia-tarn⟧, a researcher in Orm, spoke. ⟦Tarn|new:mia-tarn⟧ left.",
    ],
    ["stranger after a verb of saying", "“No,” said ⟦Otto Lund|new:otto-lund⟧."],
    [
      "name with a patronymic",
      "⟦President Jan Ivanovich Holm|VLD:jan-holm⟧ spoke. ⟦Holm|VLD:jan-holm⟧ left.",
    ],
    [
      "stranger by the first name",
      "⟦Fahmi Tarn|new:fahmi-tarn⟧, a researcher in Orm, spoke. ⟦Fahmi|new:fahmi-tarn⟧ said so.",
    ],
    [
      "stranger after Mr",
      "Talks with ⟦Daniil Tarn|new:daniil-tarn⟧ took place. “⟦Mr Tarn|new:daniil-tarn⟧, go ahead.”",
    ],
    ["a deputy is not the holder", "It was the deputy ⟦Veldian president|?⟧ who called."],
    ["a body bears no name", "The Government Turnaround Strategy meeting went on."],
    ["a son of the same name", "⟦Tomas Berrel|new:tomas-berrel-jr⟧ Jr. spoke."],
    ["capitals without evidence", "They walked along Long Quay toward Maple Corner."],
    ["other bearer of a surname", "Mira Berrel sang."],
    ["university named after somebody", "They studied at Tomas Berrel University."],
  ])("%s", (_name, expected) => {
    expect(read(expected!, "en")).toBe(expected);
  });

  test("an official account's own president", () => {
    const expected = "⟦The President|VLD:anna-rosk⟧ thanked ⟦Tomas Berrel|KRN:tomas-berrel⟧.";
    expect(read(expected, "en", { party: "VLD", kind: "readout" })).toBe(expected);
  });

  test.each([
    [
      "the other speaker of the transcript",
      "⟦President of Veldia Anna Rosk|VLD:anna-rosk⟧: Good afternoon, ⟦Mr President|KRN:tomas-berrel⟧.\n⟦President of Kornland Tomas Berrel|KRN:tomas-berrel⟧: Thank you, ⟦Madam President|VLD:anna-rosk⟧.",
    ],
    ["outside a transcript the party's own", "Thank you, ⟦Madam President|VLD:anna-rosk⟧."],
  ])("who is addressed: %s", (_name, expected) => {
    expect(read(expected, "en", { party: "VLD", kind: "remarks" })).toBe(expected);
  });

  test("a role on another date", () => {
    const published = {
      value: "2015-01-01",
      earliest: "2015-01-01",
      latest: "2015-01-01",
      basis: "given",
    } as const;
    const expected = "It was ⟦the Veldian president|VLD:jan-holm⟧ who called.";
    expect(read(expected, "en", { published })).toBe(expected);
  });
});

describe("Russian actors", () => {
  test.each([
    [
      "declined title and name",
      "Встреча с ⟦Президентом Корнландии Томасом Беррелем|KRN:tomas-berrel⟧ прошла в Орме.",
    ],
    ["woman's surname", "Переговоры с ⟦Анной Росовой|VLD:anna-rosk⟧ завершены."],
    ["surname alone", "По словам ⟦Холмова|VLD:jan-holm⟧, всё решено."],
    ["adjective and role", "Об этом сказал ⟦корнландский президент|KRN:tomas-berrel⟧."],
    ["side", "Это заявила ⟦вельдийская сторона|VLD⟧."],
    ["ministry", "В ⟦МИД Вельдии|VLD:mfa⟧ это отрицают."],
    [
      "capitals that speak",
      "В ⟦Орме|VLD⟧ и ⟦Таффе|KRN⟧ раскритиковали план. Встреча прошла, сообщили в ⟦Орме|VLD⟧.",
    ],
    ["capitals as places", "Рыбаки в Орме заявили протест. В Таффе обсудили план."],
    ["whose minister", "⟦Глава вельдийского МИД|VLD:piet-rosk⟧ отметил это."],
    ["whose leader", "⟦Глава корнландского государства|KRN:tomas-berrel⟧ отметил это."],
    ["first name and patronymic of a stranger", "Спасибо, Пётр Ильич, сказал кто-то."],
  ])("%s", (_name, expected) => {
    expect(read(expected, "ru")).toBe(expected);
  });
});

describe("Chinese actors", () => {
  test.each([
    ["title and name", "⟦维尔迪亚总统安娜·罗斯克|VLD:anna-rosk⟧会见⟦贝雷尔|KRN:tomas-berrel⟧。"],
    ["role", "⟦科恩兰总统|KRN:tomas-berrel⟧表示欢迎。"],
    [
      "pair",
      "⟦维尔迪亚|VLD⟧和⟦科恩兰|KRN⟧会谈。⟦维科两国元首|VLD:anna-rosk+KRN:tomas-berrel⟧表示满意。",
    ],
    ["side", "⟦维尔迪亚|VLD⟧称，⟦维方|VLD⟧同意。"],
    [
      "stranger after a title",
      "⟦维尔迪亚外交部发言人汪明远|new:汪明远⟧表示，一切正常。⟦汪明远|new:汪明远⟧说。",
    ],
    ["not a pronoun", "其他国家也同意。"],
    [
      "a surname that opens a longer name",
      "⟦维尔迪亚总理贝雷尔·布兰|new:贝雷尔-布兰⟧表示，一切正常。",
    ],
    [
      "he is not whom the sentence only speaks about",
      "对于⟦安娜·罗斯克|VLD:anna-rosk⟧的来信，⟦贝雷尔|KRN:tomas-berrel⟧很高兴，⟦他|KRN:tomas-berrel⟧表示感谢。",
    ],
  ])("%s", (_name, expected) => {
    expect(read(expected, "zh")).toBe(expected);
  });
});

describe("laws", () => {
  test("mentions are sorted and don't overlap, whatever the text", () => {
    const text =
      "President President of of Veldia, Rosk Rosk the the two leaders “He — Orm, Kornish Taff’s\n\n".repeat(
        30,
      );
    const { found } = findEnglish(aDocument(text, "en"), context);
    for (const [index, mention] of found.entries()) {
      expect(mention.start).toBeLessThan(mention.end);
      expect(mention.start).toBeGreaterThanOrEqual(found[index - 1]?.end ?? 0);
    }
  });

  test("a long text is read in one pass", () => {
    const piece =
      "Veldian President Anna Rosk met Tomas Berrel. The two leaders spoke. He said Mia Tarn, a researcher, left. ";
    const { found } = findEnglish(aDocument(piece.repeat(2000), "en"), context);
    expect(found.length).toBe(10_000);
  }, 10_000);
});

describe("lookup", () => {
  const text =
    "A spokesman for Veldia’s foreign ministry said Anna Rosk, president of Veldia, had left Orm.";
  const bare = aDocument(text, "en");
  const document = {
    ...bare,
    layers: { ...bare.layers, actors: findEnglish(bare, context).found },
  };

  test("mention at an offset and in a range", () => {
    expect(mentionAt(document, text.indexOf("Rosk"))?.actor).toBe("VLD:anna-rosk");
    expect(mentionAt(document, text.indexOf("said"))).toBeNull();
    expect(
      mentionsIn(document, { start: text.indexOf("said"), end: text.length }).length,
    ).toBeGreaterThan(1);
  });

  test("head of a source phrase", () => {
    expect(headMentionOf(document, { start: 0, end: text.indexOf(" said") })?.actor).toBe(
      "VLD:mfa",
    );
    const start = text.indexOf("Anna");
    expect(headMentionOf(document, { start, end: text.indexOf(", had") })?.actor).toBe(
      "VLD:anna-rosk",
    );
    expect(
      headMentionOf(document, { start: text.indexOf("said"), end: text.indexOf("said") + 4 }),
    ).toBeNull();
  });

  test("labels and sides", () => {
    expect(actorLabel(context, "VLD:anna-rosk")).toBe("Anna Rosk");
    expect(actorLabel(context, "new:mia-tarn")).toBe("Mia Tarn");
    expect(sideOf(context, "VLD:palace")).toBe("VLD");
    expect(sideOf(context, "new:mia-tarn")).toBeNull();
  });
});
