import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { phraseCandidates } from "../../src/core/candidates/candidates.ts";
import { logLikelihood } from "../../src/core/candidates/log-likelihood.ts";
import { suggestedPattern } from "../../src/core/candidates/suggested-pattern.ts";
import type { Document } from "../../src/core/document.ts";
import { parsePattern } from "../../src/core/phrases/pattern.ts";
import { account, sampleContext } from "../support/accounts.ts";

const fillers = [
  "Pilots waited for the tide all morning.",
  "A ferry left the northern pier before noon.",
  "Fog hung over the outer lighthouse.",
  "Dockers mended nets in the old harbour.",
  "Gulls followed the mail boat home.",
  "A new crane was painted yellow.",
  "The customs office closed early.",
  "Rain fell on the covered market.",
];

/** As many accounts of a side as fillers, of which the first `using` have the sentence. */
function accounts(party: "valdoria" | "merania", sentence: string, using: number): Document[] {
  return fillers.map((filler, index) =>
    account(
      party,
      `${filler} ${index < using ? sentence : ""}`,
      `${filler.slice(0, -1)} (${party})`,
    ),
  );
}

const found = (documents: readonly Document[], least: number | null = 3): string[] =>
  phraseCandidates(documents, { least }, sampleContext()).map(({ words, mark, uses }) =>
    [mark?.party ?? "common", words, ...uses.map(({ party, using }) => `${party} ${using}`)].join(
      " | ",
    ),
  );

describe("candidates", () => {
  const spirit = "We row in one boat across every storm.";
  test("what marks one side comes with its counts", () => {
    const documents = [...accounts("valdoria", spirit, 8), ...accounts("merania", "", 0)];
    expect(found(documents)[0]).toBe("XVA | row in one boat across every storm | XVA 8");
  });
  test("what both share is common", () => {
    const documents = [...accounts("valdoria", spirit, 4), ...accounts("merania", spirit, 4)];
    expect(found(documents)).toContain(
      "common | row in one boat across every storm | XVA 4 | XME 4",
    );
  });
  test("only the longest formulation is told", () => {
    const told = found([...accounts("valdoria", spirit, 8), ...accounts("merania", "", 0)]);
    expect(told.filter((line) => line.includes("boat"))).toHaveLength(1);
  });
  test("what the tables know is none", () => {
    const known = "They defend the rules-based international order.";
    const documents = [...accounts("valdoria", known, 8), ...accounts("merania", "", 0)];
    expect(found(documents).filter((line) => line.includes("international order"))).toEqual([]);
  });
  test("names are none", () => {
    const name = "Prime Minister of Merania Tomas Eldridge waved.";
    const documents = [...accounts("valdoria", name, 8), ...accounts("merania", "", 0)];
    expect(found(documents)).toEqual([]);
  });
  test("what fewer documents use than asked for is none", () => {
    expect(found([...accounts("valdoria", spirit, 2), ...accounts("merania", "", 0)])).toEqual([]);
  });
  test("the press and texts that are there twice don't count", () => {
    const own = accounts("valdoria", spirit, 8);
    expect(found(own.map((document) => ({ ...document, party: null })))).toEqual([]);
    const [first] = own;
    expect(found([first!, { ...first!, id: "b" }, { ...first!, id: "c" }])).toEqual([]);
  });
  test("Chinese and Russian", () => {
    const chinese = fillers.map((filler, index) =>
      account(
        "valdoria",
        `科斯特罗娃指出，第${index}号码头，要乘风破浪走向深蓝大海。`,
        `码头${filler.length}之${index}`,
      ),
    );
    expect(found(chinese).some((line) => line.includes("乘风破浪走向深蓝"))).toBe(true);
    const russian = fillers.map((_, index) =>
      account(
        "valdoria",
        `На причале ${index} сказали: ${index % 2 === 0 ? "мы за общую лодку народов" : "нет мира без общей лодки народов"}.`,
        `Причал номер ${index} открыт`,
      ),
    );
    const candidate = phraseCandidates(russian, { least: 3 }, sampleContext()).find(({ words }) =>
      words.includes("лодк"),
    );
    expect(candidate?.pattern).toBe("общ~ лодк~ народов");
  });
  test("places quote the texts", () => {
    const documents = accounts("valdoria", spirit, 8);
    const [candidate] = phraseCandidates(documents, { least: 3 }, sampleContext());
    expect(candidate?.places).toHaveLength(5);
    for (const { document, start, end, quote } of candidate!.places)
      expect(documents.find(({ id }) => id === document)?.text.slice(start, end)).toBe(quote);
  });
});

describe("logLikelihood", () => {
  test("is 0 where the rates are the same, and grows with the difference", () => {
    expect(logLikelihood(5, 10, 50, 100)).toBeCloseTo(0);
    expect(logLikelihood(0, 0, 5, 10)).toBe(0);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 49 }), (of, using) => {
        const few = logLikelihood(Math.min(using, of), of, 0, 50);
        const more = logLikelihood(Math.min(using + 1, of), of, 0, 50);
        expect(more).toBeGreaterThanOrEqual(few - 1e-9);
      }),
    );
  });
  test("Dunning's measure over documents, by hand", () => {
    // 2 · (10 · ln 2 + 10 · ln 2): all of one side, none of the other.
    expect(logLikelihood(10, 10, 0, 10)).toBeCloseTo(40 * Math.log(2));
  });
});

describe("suggestedPattern", () => {
  test.each<[readonly string[], "en" | "zh" | "ru", string]>([
    [["one common boat", "One common boat"], "en", "one common boat"],
    [["common boat", "common boats"], "en", "common boat~"],
    [["this boat sinks", "that boat sinks"], "en", "(this|that) boat sinks"],
    [["общая лодка", "общей лодке"], "ru", "общ~ лодк~"],
    [["“同舟共济”精神", "同舟共济精神"], "zh", "同舟共济精神"],
  ])("%j", (forms, language, expected) => {
    const pattern = suggestedPattern(forms, language);
    expect(pattern).toBe(expected);
    expect(parsePattern(pattern, language).length).toBeGreaterThan(0);
  });
});
