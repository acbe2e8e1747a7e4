import { describe, expect, test } from "vitest";
import type { Document } from "../../src/core/document.ts";
import { readText } from "../support/read-text.ts";

/** `status TYPE: actors → toward | about | domain` of each commitment. */
function shown(document: Document): string[] {
  return document.layers.commitments.map((one) => {
    const about = document.text.slice(one.about.start, one.about.end);
    return `${one.status} ${one.act.type}: ${one.actors.join(" ")} → ${one.toward.join(" ")} | ${about} | ${one.domain}`;
  });
}

/** Reads a text as a page of the press with a title. */
function report(text: string): Document {
  return readText(
    `---\ntitle: The week in diplomacy\nkind: report\npublished: 2024-03-12\n---\n${text}\n`,
  );
}

describe("commitments", () => {
  test.each([
    [
      "the cue of a statement promises",
      "Canada pledged to send air defence systems to Ukraine.",
      ["promised AGREE: CAN → UKR | to send air defence systems to Ukraine | military-security"],
    ],
    [
      "carried out",
      "Japan has donated vaccines to Vietnam.",
      ["carried-out AID: JPN → VNM | vaccines to Vietnam | humanitarian-health"],
    ],
    [
      "two sign",
      "Turkey and Egypt signed a trade agreement on Monday.",
      ["signed SUPPORT: TUR EGY →  | a trade agreement on Monday | economic-trade-finance"],
    ],
    [
      "so far not given",
      "India has yet to offer Ukraine any military aid.",
      ["withheld REJECT: IND → UKR | Ukraine any military aid | military-security"],
    ],
    [
      "undone",
      "Norway suspended military aid to Mali.",
      ["undone SANCTION: NOR → MLI | military aid to Mali | military-security"],
    ],
    [
      "avowed at the head of what is said",
      "Canada’s foreign minister reaffirmed Canada's commitment to expanding trade with Japan.",
      [
        "promised AGREE: CAN:melanie-joly → JPN | to expanding trade with Japan | economic-trade-finance",
      ],
    ],
    [
      "another side's commitment is not the speaker's",
      "Canada’s foreign minister noted Japan's commitment to expanding trade.",
      [],
    ],
    ["a threat", "Japan vowed to retaliate against sanctions on Japanese trade.", []],
    ["could", "Japan could send military aid to Ukraine.", []],
    ["under a condition", "If Japan signed a trade agreement, prices would fall.", []],
    [
      "denied",
      "Norway has not signed a trade agreement with Mali.",
      ["withheld REJECT: NOR → MLI | a trade agreement with Mali | economic-trade-finance"],
    ],
    ["agreeing on how things are", "Turkey and Egypt agreed that trade has grown.", []],
  ])("en: %s", (_name, text, expected) => {
    expect(shown(report(text))).toEqual(expected);
  });

  test.each([
    [
      "zh",
      "会谈在开罗举行。中方愿同埃及扩大贸易。",
      ["promised AGREE: CHN → EGY | 同埃及扩大贸易 | economic-trade-finance"],
    ],
    [
      "ru",
      "Встреча прошла в Анкаре. Германия подписала с Индией соглашение о торговле.",
      [
        "signed SUPPORT: DEU → IND | подписала с Индией соглашение о торговле | economic-trade-finance",
      ],
    ],
  ])("%s", (_name, text, expected) => {
    expect(shown(report(text))).toEqual(expected);
  });
});

test("every place holds its words", () => {
  const { layers } = report("Canada pledged to send air defence systems to Ukraine.");
  const [one] = layers.commitments;
  expect(one!.start <= one!.termRange.start && one!.about.end <= one!.end).toBe(true);
});
