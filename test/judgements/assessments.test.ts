import { describe, expect, test } from "vitest";
import type { Document } from "../../src/core/document.ts";
import { readText } from "../support/read-text.ts";

/** `type: term | about | holder` of each assessment; `not` where it is negated. */
function shown(document: Document): string[] {
  return document.layers.assessments.map((one) => {
    const about = document.text.slice(one.about.start, one.about.end);
    const not = one.negated ? " (not)" : "";
    return `${one.type}: ${one.term}${not} | ${about} | ${one.assessorQuote}`;
  });
}

/** Reads a text as an opinion page by Ada Merrow. */
function opinion(text: string): Document {
  return readText(
    `---\ntitle: What comes next\nauthor: Ada Merrow\nkind: opinion\npublished: 2024-03-12\n---\n${text}\n`,
  );
}

describe("English judgements", () => {
  test.each([
    [
      "predicate with infinitive",
      "Germany is unlikely to send more tanks to Ukraine this year.",
      [
        "prediction: unlikely | Germany is unlikely to send more tanks to Ukraine this year | Ada Merrow",
      ],
    ],
    [
      "predicate with a clause",
      "It is highly likely that the talks in Ankara will fail.",
      ["prediction: highly likely | the talks in Ankara will fail | Ada Merrow"],
    ],
    [
      "the subject is judged, with the copula that says it stays so",
      "A ceasefire in the east remains unlikely.",
      ["prediction: remains unlikely | A ceasefire in the east | Ada Merrow"],
    ],
    [
      "others judge",
      "Analysts doubt that the pact will hold.",
      ["prediction: doubt | the pact will hold | Analysts"],
    ],
    [
      "intention denied",
      "Turkey has no intention of leaving the alliance.",
      ["prediction: no intention | Turkey has no intention of leaving the alliance | Ada Merrow"],
    ],
    [
      "advice",
      "Europe should not lift its sanctions.",
      ["recommendation: should (not) | Europe should not lift its sanctions | Ada Merrow"],
    ],
    [
      "under a condition",
      "If the embargo stays, prices will double.",
      ["conditional: will | If the embargo stays, prices will double | Ada Merrow"],
    ],
  ])("%s", (_name, text, expected) => {
    expect(shown(opinion(text))).toEqual(expected);
  });

  test.each([
    [
      "the clause that is asked, before its predicate",
      "Whether anybody will buy the gas is anyone's guess.",
      ["prediction: anyone's guess | Whether anybody will buy the gas | Ada Merrow"],
    ],
    [
      "an adjunct between subject and predicate",
      "A deal this year is out of the question.",
      ["prediction: out of the question | A deal this year | Ada Merrow"],
    ],
    [
      "a condition without a conjunction",
      "Should the embargo stay, prices will double.",
      ["conditional: will | Should the embargo stay, prices will double | Ada Merrow"],
    ],
    [
      "not ruled out",
      "We do not rule out that the talks will fail.",
      ["prediction: rule out | the talks will fail | Ada Merrow"],
    ],
    [
      "worth",
      "The sanctions were a serious mistake.",
      ["evaluation: a serious mistake | The sanctions | Ada Merrow"],
    ],
    [
      "ought",
      "We ought to talk to them.",
      ["recommendation: ought | We ought to talk to them | Ada Merrow"],
    ],
  ])("%s", (_name, text, expected) => {
    expect(shown(opinion(text))).toEqual(expected);
  });

  test.each([
    ["a right", "The straits may be used by all ships under Article 4 of the convention."],
    ["ability of old", "The fleet could once put forty ships to sea."],
    ["the future of a story", "He would later say that he had known."],
    ["a superlative", "They are the kindest people you could ever meet."],
    ["the month", "The ministers met on 9 May 2023 and in early May the year before."],
    ["a likely noun", "The most likely candidate is the finance minister."],
    ["past ability", "He could see the harbour from his window."],
    ["doubt in an idiom", "They raised doubts about the figures."],
    ["a wish", "May the two peoples prosper."],
    ["a question", "Is the treaty likely to fail?"],
    ["polite form", "I would like to thank our hosts."],
    ["expectations one has of others", "We expect him at noon."],
  ])("nothing: %s", (_name, text) => {
    expect(shown(opinion(text))).toEqual([]);
  });
});

describe("Russian and Chinese judgements", () => {
  test.each([
    [
      "adverb inside its clause",
      "Аналитики считают, что стороны вряд ли договорятся о перемирии.",
      ["prediction: вряд ли | стороны вряд ли договорятся о перемирии | Аналитики"],
    ],
    [
      "clause after the term",
      "Маловероятно, что Турция выйдет из альянса до конца года.",
      ["prediction: Маловероятно | Турция выйдет из альянса до конца года | "],
    ],
    ["polite", "Следует отметить, что переговоры прошли в Анкаре.", []],
  ])("ru: %s", (_name, text, expected) => {
    expect(shown(readText(text))).toEqual(expected);
  });

  test.each([
    [
      "before what is judged",
      "分析人士认为，土耳其不太可能退出该联盟。",
      ["prediction: 不太可能 | 土耳其不太可能退出该联盟 | 分析人士"],
    ],
    [
      "after what is judged",
      "双方能否在年底前签署协议，仍有待观察。",
      ["prediction: 有待观察 | 双方能否在年底前签署协议 | "],
    ],
    ["a word that only looks like it", "双方将尽可能扩大贸易。", []],
  ])("zh: %s", (_name, text, expected) => {
    expect(shown(readText(text))).toEqual(expected);
  });
});

test("yardsticks stand beside each other, none where they have no such word or it is negated", () => {
  const bands = (text: string): unknown => opinion(text).layers.assessments[0]!.bands;
  expect(bands("A deal is unlikely to hold.")).toEqual({
    icd203: "unlikely 20–45 %",
    phia: "unlikely ≈25 – ≈35 %",
    kent: "probably not 30 ±10 %",
  });
  expect(bands("The deal may not hold.")).toBeNull();
  expect(bands("A deal is not likely to hold.")).toBeNull();
});
