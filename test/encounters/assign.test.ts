import { describe, expect, test } from "vitest";
import { read, type PageFacts } from "./shown.ts";

/** `mode of its encounter: words of the statement`, `-` for none. */
function assigned(text: string, facts: PageFacts): string[] {
  const document = read(text, facts);
  return document.layers.statements.map(({ encounter, content }) => {
    const [first] = content;
    const words = first === undefined ? "" : document.text.slice(first.start, first.end);
    return `${encounter === null ? "-" : document.layers.encounters[encounter]!.mode}: ${words}`;
  });
}

const press: PageFacts = { published: "2022-06-16" };
const valdoria: PageFacts = { party: "XVA", published: "2022-06-15" };
const readout = (text: string): string =>
  `Readout of President Irena Kostrova's Call with Prime Minister Tomas Eldridge\n\n${text}`;

test("a report's only meeting is not its news when it was long before or undated", () => {
  const facts = (day: string): string =>
    `The lakes stay closed.\n\n${"The port was quiet all week and nothing moved there. ".repeat(18)}\n\n“We will wait,” Irena Kostrova said.\n\nKostrova met Tomas Eldridge in Lake Tarn${day}.`;
  expect(assigned(facts(""), press)).toEqual(["-: “We will wait,”"]);
  expect(assigned(facts(" on June 14"), press)).toEqual(["meeting: “We will wait,”"]);
});

describe("at which encounter something was said", () => {
  test.each<[name: string, text: string, facts: PageFacts, expected: readonly string[]]>([
    [
      "an account's statements are its own encounter's",
      readout(
        "President Irena Kostrova spoke today with Prime Minister Tomas Eldridge. President Kostrova said that the lakes are open.",
      ),
      valdoria,
      ["phone: that the lakes are open"],
    ],
    [
      "unless the sentence places them elsewhere",
      readout(
        "President Irena Kostrova spoke today with Prime Minister Tomas Eldridge. At his meeting with Greta Somers in Highwater on June 1, Anton Dorin said that the lakes are open.",
      ),
      valdoria,
      ["meeting: that the lakes are open"],
    ],
    [
      "an encounter that is spoken of is not the occasion",
      readout(
        "President Irena Kostrova spoke today with Prime Minister Tomas Eldridge. President Kostrova said that the visit of Eldridge to Ostrand on June 3 had been useful.",
      ),
      valdoria,
      ["phone: that the visit of Eldridge to Ostrand on June 3 had been useful"],
    ],
    [
      "those who met, in the sentence that tells of it and after it",
      "Irena Kostrova met Tomas Eldridge in Highwater on June 14. Kostrova said that the lakes are open.",
      press,
      ["meeting: that the lakes are open"],
    ],
    [
      "nobody else",
      "Irena Kostrova met Tomas Eldridge in Highwater on June 14. Aldo Ferrin said that the lakes are open.",
      press,
      ["-: that the lakes are open"],
    ],
    [
      "nothing that was said again and again",
      "Irena Kostrova met Tomas Eldridge in Highwater on June 14. Kostrova has said that the lakes are open.",
      press,
      ["-: that the lakes are open"],
    ],
    [
      "nothing at what is still to come",
      "Irena Kostrova will meet Tomas Eldridge on June 20. Kostrova said that the lakes are open.",
      press,
      ["-: that the lakes are open"],
    ],
  ])("%s", (_name, text, facts, expected) => {
    expect(assigned(text, facts)).toEqual(expected);
  });
});
