import { describe, expect, test } from "vitest";
import { disputesOf, isShared } from "../../src/core/claims/disputes.ts";
import type { Document } from "../../src/core/document.ts";
import { readText, shippedContext } from "../support/read-text.ts";

/** Reads a text as an opinion page. */
function opinion(author: string, text: string): Document {
  return readText(
    `---\ntitle: Notes of the week\nauthor: ${author}\nkind: opinion\npublished: 2024-03-12\n---\n${text}\n`,
  );
}

/** `question:sides stance holder` of each position. */
function shown(documents: readonly Document[]): string[] {
  return disputesOf(documents, shippedContext()).flatMap(({ id, positions }) =>
    positions.map(
      ({ stance, hedged, holderQuote }) => `${id} ${stance}${hedged ? "~" : ""} ${holderQuote}`,
    ),
  );
}

describe("positions on questions", () => {
  test.each([
    [
      "flat",
      "Relations between Turkey and Egypt have soured.",
      ["relations-soured:EGY+TUR yes Ada"],
    ],
    [
      "denied",
      "Relations between Turkey and Egypt have not soured.",
      ["relations-soured:EGY+TUR no Ada"],
    ],
    [
      "the view is not shared",
      "I do not share the view that relations between Turkey and Egypt have soured.",
      ["relations-soured:EGY+TUR no Ada"],
    ],
    [
      "unlikely is a hedged no",
      "It is unlikely that India will give military aid to Iran.",
      ["military-support:IND+IRN no~ Ada"],
    ],
    [
      "may leaves open",
      "India may give military aid to Iran.",
      ["military-support:IND+IRN open~ Ada"],
    ],
    [
      "others believe",
      "Those who say India is forming an alliance with Iran misread both.",
      ["is-alliance:IND+IRN yes Those who say"],
    ],
    ["a condition", "If Turkey reaches a deal with Egypt, trade will grow.", []],
    ["a question", "Will India give military aid to Iran?", []],
    ["a bare noun takes no side", "A ceasefire between Turkey and Egypt was discussed.", []],
    ["nobody is named", "It is not an alliance.", []],
    [
      "no limits denies nothing",
      "The ‘no limits’ partnership of China and Russia is still going strong.",
      ["relations-soured:CHN+RUS no Ada"],
    ],
  ])("%s", (_name, text, expected) => {
    expect(shown([opinion("Ada", text)])).toEqual(expected);
  });

  test("pages in three languages meet in one question, in any order", () => {
    const pages = [
      opinion("Ada", "It is unlikely that India will give military aid to Iran."),
      opinion("Иван", "Индия вряд ли окажет Ирану военную помощь."),
      opinion("李明", "印度不太可能向伊朗提供军事援助。"),
    ];
    const ids = (documents: readonly Document[]): string[] =>
      disputesOf(documents, shippedContext()).map(
        ({ id, positions }) => `${id} ${positions.length}`,
      );
    expect(ids(pages)).toEqual(["military-support:IND+IRN 3"]);
    expect(ids(pages.toReversed())).toEqual(ids(pages));
  });

  test("different sides are different questions", () => {
    const pages = [
      opinion("Ada", "Relations between Turkey and Egypt have soured."),
      opinion("Bo", "Relations between Turkey and Greece have not soured."),
    ];
    const disputes = disputesOf(pages, shippedContext());
    expect(disputes.map(({ verdict }) => verdict)).toEqual(["agreed", "agreed"]);
    expect(disputes.some(isShared)).toBe(false);
  });
});
