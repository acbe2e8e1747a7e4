import { describe, expect, test } from "vitest";
import { conditionsOf } from "../../src/core/compare/conditions.ts";
import type { AccountFeatures } from "../../src/core/compare/comparison.ts";
import { addressRules, reportedSpeech } from "../../src/core/compare/reported-speech.ts";
import { findTableForms } from "../../src/core/phrases/annotate.ts";
import { account, compared, sampleContext } from "../support/accounts.ts";

const names = { en: "Irena Kostrova", zh: "科斯特罗娃", ru: "Ирена Кострова" } as const;

function features(text: string, title?: string): AccountFeatures {
  return compared(
    account("valdoria", text, title),
    account("merania", "Tomas Eldridge met with Irena Kostrova."),
  ).features.find(({ party }) => party === "XVA")!;
}

describe("words of manner", () => {
  const manner = (text: string): string[] => {
    const document = account("valdoria", text);
    return findTableForms(document, sampleContext(), "manner", "knowledge/manner").map(
      ({ id, start, end }) => `${id}: ${document.text.slice(start, end)}`,
    );
  };
  test.each<[string, string[]]>([
    ["They had a candid and in-depth discussion.", ["candid: candid", "in-depth: in-depth"]],
    ["The talks were held in a warm, friendly atmosphere.", ["warm: warm, friendly atmosphere"]],
    ["The conversation was business-like.", ["substantive: business-like"]],
    [
      "双方坦诚、深入地交换了意见，会谈是建设性的。",
      ["candid: 坦诚", "in-depth: 深入", "constructive: 建设性的"],
    ],
    [
      "Разговор носил откровенный и конструктивный характер.",
      ["candid: откровенный", "constructive: конструктивный характер"],
    ],
    ["The constructive role of the port authority was noted.", []],
    ["Warm weather is expected in the harbour.", []],
  ])("%s", (text, expected) => {
    const found = manner(text);
    expect(found.filter((one) => expected.length === 0 || expected.includes(one))).toEqual(
      expected,
    );
  });
});

describe("who asked for the contact", () => {
  test.each<[string, string, string | null]>([
    [
      "named after it",
      `${names.en} had a telephone conversation with Tomas Eldridge at the initiative of the Meranian side.`,
      "XME",
    ],
    [
      "the own side",
      `${names.en} had a telephone conversation with Tomas Eldridge at the initiative of the Valdorian side.`,
      "XVA",
    ],
    ["应约: the other one asked", `${names.zh}应约同梅拉尼亚国首相埃尔德里奇通电话。`, "XME"],
    [
      "Russian",
      `По инициативе меранийской стороны состоялся телефонный разговор Ирены Костровой с Томасом Элдриджем.`,
      "XME",
    ],
    ["nobody", `${names.en} had a telephone conversation with Tomas Eldridge.`, null],
  ])("%s", (_name, text, side) => {
    expect(features(text, "Telephone conversation").initiative?.side ?? null).toBe(side);
  });
});

test("what comes first, in which order, and how long it is", () => {
  const found = features(
    "Irena Kostrova met with Tomas Eldridge. They discussed grain exports, then human rights, then grain exports again.",
    "On human rights",
  );
  expect(found.topicOrder.slice(0, 2)).toEqual(["grain-exports", "human-rights"]);
  expect(found.first?.quote).toMatch(/grain/);
  expect(found.published).toBe("2024-05-21");
  expect(found.length).toBeGreaterThan(100);
});

/** A title in the language of a text. */
function titleOf(text: string): string {
  if (/\p{Script=Han}/u.test(text)) return "科斯特罗娃会见埃尔德里奇";
  return /\p{Script=Cyrillic}/u.test(text) ? "Переговоры Ирены Костровой" : "Talks in Port Anselm";
}

describe("conditions", () => {
  const found = (text: string): string[] => {
    const document = account("valdoria", text, titleOf(text));
    return conditionsOf(document, sampleContext()).map(({ start, end }) =>
      document.text.slice(start, end),
    );
  };
  test.each<[string, string[]]>([
    [
      "They will return after sanctions are lifted, the President said.",
      ["after sanctions are lifted"],
    ],
    ["Talks go on provided that the port is open.", ["provided that the port is open"]],
    ["Talks end unless the ships leave.", ["unless the ships leave"]],
    ["只要制裁取消，双方就可恢复贸易。", ["只要制裁取消"]],
    ["Переговоры продолжатся, если порт откроют.", ["если порт откроют"]],
    ["They met after lunch in the harbour.", []],
    ["It looked as if the ships had left.", []],
  ])("%s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe("the other side's words within a speech to it", () => {
  test.each(addressRules.map((rule) => [rule.id, rule] as const))(
    "%s",
    (_id, { example, language }) => {
      const document = { ...account("valdoria", example, "Talks"), language };
      const [range] = reportedSpeech(document);
      expect(range).toBeDefined();
      expect(document.text.slice(range!.start, range!.end).length).toBeGreaterThan(5);
    },
  );
  test.each([
    ["zh", "总统先生重视两国关系。"],
    ["en", "As you have said that before, we agree."],
    ["en", "They said that you were right."],
    ["ru", "Как Вы сказали, что бы ни было."],
  ])("%s: %s is none", (language, text) => {
    const document = { ...account("valdoria", text, "Talks"), language };
    expect(reportedSpeech(document)).toEqual([]);
  });
});
