import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sameText } from "../../src/core/compare/same-text.ts";
import { account, compared } from "../support/accounts.ts";

const paragraphs = [
  "The Republic of Valdoria and the Kingdom of Merania consider the avoidance of war between them as their foremost responsibility.",
  "We affirm that a naval war cannot be won and must never be fought. As the use of naval mines would have far-reaching consequences, we also affirm that they should serve defensive purposes.",
  "We reaffirm the importance of addressing the illegal fishing programme and emphasise the importance of our bilateral agreements. We are committed to the grain initiative and to the defence of international law.",
  "We each intend to maintain and further strengthen our national measures to prevent unauthorised or unintended use of naval mines.",
  "We intend to continue seeking bilateral approaches to avoid military confrontations, strengthen stability, increase mutual understanding and prevent an arms race that would benefit none and endanger all.",
];
const statement = paragraphs.join("\n\n");
const title = "Joint Statement of Valdoria and Merania on preventing naval war";
const original = account("valdoria", statement, title);

/** What a second print of one text does to it. */
const edits: Readonly<Record<string, (text: string) => string>> = {
  "hard wrapping": (text) => text.replaceAll(/(.{40,60}) /g, "$1\n"),
  "typographic marks": (text) => text.replaceAll("-", "\u2011").replaceAll("'", "’"),
  "no-break blanks": (text) => text.replaceAll(" the ", "\u00a0the\u00a0"),
  "American spelling": (text) =>
    text
      .replaceAll("programme", "program")
      .replaceAll("emphasise", "emphasize")
      .replaceAll("unauthorised", "unauthorized")
      .replaceAll("defence", "defense"),
  "double spacing": (text) => text.replaceAll(". ", ".  "),
  "a heading first": (text) => `Unofficial translation\n\n${text}`,
  "a note after it": (text) => `${text}\n\nThe original was signed in Port Anselm.`,
};

describe("prints of one text", () => {
  test.each(Object.entries(edits))("%s makes no differing row", (_name, edit) => {
    const comparison = compared(original, account("merania", edit(statement), title));
    expect(comparison.rows.length).toBeGreaterThan(3);
    expect(comparison.rows.filter(({ verdict }) => verdict !== "shared")).toEqual([]);
    expect(comparison.notes.some((note) => note.includes("published the same text"))).toBe(true);
  });

  test("several edits at once", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...Object.values(edits)), { minLength: 2 }),
        (chosen) => {
          const text = chosen.reduce((changed, edit) => edit(changed), statement);
          const { rows } = compared(original, account("merania", text, title));
          expect(rows.filter(({ verdict }) => verdict !== "shared")).toEqual([]);
        },
      ),
      { numRuns: 6 },
    );
  });

  test("a passage that one print lacks is told, and what only it speaks of is one-sided", () => {
    const without = account("merania", paragraphs.toSpliced(2, 1).join("\n\n"), title);
    const comparison = compared(original, without);
    expect(comparison.edits).toHaveLength(1);
    expect(comparison.edits[0]?.a?.quote ?? comparison.edits[0]?.b?.quote).toContain("grain");
    const verdict = (id: string) => comparison.rows.find((row) => row.id === id)?.verdict;
    expect(verdict("fisheries")).toBe("one-sided");
    expect(verdict("international-law")).toBe("one-sided");
  });

  test("a figure that was changed is no print's freedom", () => {
    const figure = `${statement}\n\nBilateral trade rose 18 percent in 2023.`;
    const other = `${statement}\n\nBilateral trade rose 12 percent in 2023.`;
    const comparison = compared(
      account("valdoria", figure, title),
      account("merania", other, title),
    );
    expect(comparison.edits).toHaveLength(1);
    expect(comparison.rows[0]).toMatchObject({ kind: "figure", verdict: "conflicts" });
  });

  test("two accounts of one meeting are no prints of one text", () => {
    const a = account(
      "valdoria",
      "Irena Kostrova met with Tomas Eldridge. They discussed trade and the ports.",
    );
    const b = account(
      "merania",
      "Tomas Eldridge met with Irena Kostrova. He raised human rights and fisheries.",
    );
    expect(sameText(a, b)).toBeNull();
    expect(compared(a, b).edits).toEqual([]);
  });
});
