import { describe, expect, test } from "vitest";
import { account, compared } from "../support/accounts.ts";

const met =
  "Prime Minister Tomas Eldridge met with President Irena Kostrova of Valdoria in Port Anselm on May 21, 2024.";
const readout = `${met} The two leaders discussed grain exports, human rights and the situation in the Middle East. They agreed to keep lines of communication open, and to meet again in the autumn. The Prime Minister thanked the President for her hospitality in Selmont last year and raised the case of the detained fishermen. ${"They spoke of the ports. ".repeat(3)}`;

describe("accounts that can't be compared as they are", () => {
  test("one account", () => {
    const comparison = compared(account("merania", readout));
    expect(comparison.rows).toEqual([]);
    expect(comparison.silences.filter(({ kind }) => kind !== "no-account")).toEqual([]);
    expect(comparison.notes).toEqual([
      "Only Merania has accounts here (one account); there is no other side's to compare with. Add one.",
    ]);
  });

  test("five accounts of one party", () => {
    const five = [0, 1, 2, 3, 4].map((number) =>
      account("merania", `${readout} They visited pier ${number}.`, `Readout ${number}`),
    );
    const comparison = compared(...five);
    expect(comparison.rows).toEqual([]);
    expect(comparison.notes[0]).toMatch(/^Only Merania has accounts here \(\w+ accounts?\)/);
  });

  test("no page at all", () => {
    const comparison = compared();
    expect(comparison.rows).toEqual([]);
    expect(comparison.notes).toEqual([
      "No side's account of this encounter is held, so nothing can be compared.",
    ]);
  });

  test("pages of no side", () => {
    const press = { ...account("merania", readout), party: null };
    expect(compared(press, press).rows).toEqual([]);
    expect(compared(press).notes).toHaveLength(1);
  });

  test("a briefing of 70,000 characters against a readout of 900", () => {
    const answers = Array.from(
      { length: 520 },
      (_, pier) =>
        `MS. HALVORSEN: Yes, that is right for pier ${pier}. We have said so before, and the position has not changed since the spring.\n\nQ: And what of pier ${pier + 1}?\n\n`,
    ).join("");
    const briefing = account(
      "valdoria",
      `Press briefing on the talks of Irena Kostrova with Tomas Eldridge.\n\n${answers}The President noted the importance of food security.`,
      "Press briefing",
    );
    expect(briefing.text.length).toBeGreaterThan(60_000);
    const comparison = compared(briefing, account("merania", readout));
    expect(comparison.notes.join("\n")).toMatch(
      /The account of Valdoria is about \d+ times as long as that of Merania: what Merania lacks may only be left out for length\./,
    );
    expect(comparison.rows.length).toBeLessThan(100);
  });

  test("accounts of different encounters given as one", () => {
    const comparison = compared(
      account(
        "valdoria",
        "On March 12, 2024 Irena Kostrova met with Prime Minister of Merania Tomas Eldridge in Selmont. They discussed grain exports.",
        "Talks in Selmont",
        "2024-03-12",
      ),
      account("merania", readout),
    );
    expect(comparison.notes.join("\n")).toMatch(
      /These accounts tell of different days \(2024-03-1\d and 2024-05-2\d\): they are hardly of one encounter/,
    );
  });

  test("an account that hardly says more than that they met", () => {
    const comparison = compared(
      account("valdoria", "Irena Kostrova met with Tomas Eldridge.", "Meeting"),
      account("merania", readout),
    );
    expect(comparison.notes).toContain(
      "The account of Valdoria hardly says more than that they met.",
    );
  });

  test("the same text of one side twice counts once", () => {
    const twice = account("merania", readout);
    const comparison = compared(twice, { ...twice, id: "second" }, account("valdoria", met));
    expect(comparison.notes.join("\n")).toContain("a second time, counted once (second)");
  });
});
