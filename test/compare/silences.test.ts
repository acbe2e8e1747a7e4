import { describe, expect, test } from "vitest";
import { compareEncounter } from "../../src/core/compare/compare.ts";
import type { SilenceRecord } from "../../src/core/compare/silence-record.ts";
import { checkUnsaid } from "../../src/core/compare/silence-search.ts";
import type { Document } from "../../src/core/document.ts";
import { account, compared, sampleContext } from "../support/accounts.ts";

const met = "Tomas Eldridge met with Irena Kostrova of Valdoria in Port Anselm.";

describe("what comparing finds absent", () => {
  const { silences } = compared(
    account(
      "valdoria",
      "Irena Kostrova met with Tomas Eldridge. Tomas Eldridge stressed that Merania opposes illegitimate sanctions. " +
        "The President raised human rights.",
    ),
    account("merania", `${met} They discussed grain exports.`),
  );
  const silence = (topic: string): SilenceRecord | undefined =>
    silences.find((candidate) => candidate.topic === topic);

  test("put in its own mouth, and lacking", () => {
    expect(silence("illegitimate-sanctions")).toMatchObject({
      kind: "attributed-only",
      silent: ["XME"],
      rule: "silence/attributed-only",
      check: { status: "confirmed" },
    });
  });
  test("said by one side only", () => {
    expect(silence("human-rights")).toMatchObject({ kind: "asymmetric", silent: ["XME"] });
    expect(silence("grain-exports")).toMatchObject({ kind: "asymmetric", silent: ["XVA"] });
  });
  test("tells where it was searched, for what, and where it stands instead", () => {
    const { check, elsewhere } = silence("human-rights")!;
    expect(check.searched).toHaveLength(1);
    expect(check.searched[0]?.language).toBe("en");
    expect(check.searched[0]?.forms).toContain("human rights");
    expect(check.searched[0]?.found).toEqual([]);
    expect(elsewhere?.map((span) => span.quote)).toEqual(["human rights"]);
  });
  test("what was put in its mouth comes before what it lacks", () => {
    const topics = silences.map(({ topic }) => topic);
    expect(topics.indexOf("illegitimate-sanctions")).toBeLessThan(topics.indexOf("human-rights"));
  });
  test("identical accounts lack nothing", () => {
    const text = `${met} They discussed grain exports.`;
    expect(compared(account("valdoria", text), account("merania", text)).silences).toEqual([]);
  });
});

describe("phrases of earlier accounts", () => {
  const withPhrase = (day: string, text: string): Document =>
    account("merania", `${met} ${text}`, `Meeting on ${day}`, day);
  const today = (text: string) => [
    account(
      "valdoria",
      "Irena Kostrova met with Tomas Eldridge. They discussed trade.",
      "Talks",
      "2024-05-21",
    ),
    withPhrase("2024-05-21", text),
  ];
  const dropped = (earlier: readonly Document[], text: string): string[] => {
    const documents = today(text);
    const accountOf = ({ id, party, kind }: Document) => ({
      document: id,
      party,
      genre: kind,
      copyOf: null,
    });
    const { silences } = compareEncounter(
      {
        encounter: {
          id: "e",
          participants: ["XVA", "XME"],
          accounts: documents.map(accountOf),
        },
        documents: new Map(documents.map((document) => [document.id, document])),
        earlier: earlier.map((text) => ({ ...accountOf(text), text })),
      },
      sampleContext(),
    );
    return silences
      .filter(({ kind }) => kind === "dropped" || kind === "diluted")
      .map(({ kind, topic }) => `${kind} ${topic}`);
  };
  const days = ["2023-05-01", "2023-09-01", "2024-01-10"];
  const strong = "The Prime Minister strongly condemned the shelling.";

  test("one that was habit and is gone is dropped", () => {
    const earlier = days.map((day) => withPhrase(day, strong));
    expect(dropped(earlier, "They discussed trade.")).toEqual(["dropped strongly-condemn"]);
  });
  test("one in whose place a weaker one stands is diluted", () => {
    const earlier = days.map((day) => withPhrase(day, strong));
    expect(
      dropped(earlier, "The Prime Minister expressed deep concern over the shelling."),
    ).toEqual(["diluted strongly-condemn"]);
  });
  test("one that is still there is neither", () => {
    expect(
      dropped(
        days.map((day) => withPhrase(day, strong)),
        strong,
      ),
    ).toEqual([]);
  });
  test("what was said once was no habit", () => {
    expect(dropped([withPhrase("2024-01-10", strong)], "They discussed trade.")).toEqual([]);
    const earlier = [
      withPhrase(days[0]!, strong),
      ...days.slice(1).map((day) => withPhrase(day, "They discussed trade.")),
    ];
    expect(dropped(earlier, "They discussed trade.")).toEqual([]);
  });
});

describe("checking a reported silence", () => {
  const english = account("merania", `${met} They discussed grain exports and a pontoon.`);
  const chinese = account(
    "valdoria",
    "科斯特罗娃同埃尔德里奇举行会谈，讨论粮食出口和人权。",
    "会谈",
  );
  test.each<[string, string, readonly Document[], string]>([
    ["not there", "human rights", [english], "confirmed"],
    ["there", "grain exports", [english], "contradicted"],
    ["there in another language", "human rights", [chinese], "contradicted"],
    ["one of two is there", "Taiwan or grain exports", [english], "contradicted"],
    ["neither of two is there", "Taiwan or the one-China policy", [english], "confirmed"],
    ["in one of two texts", "human rights", [english, chinese], "contradicted"],
    ["words of no table, there", "the pontoons", [english], "contradicted"],
    ["words of no table, not there", "the lighthouse", [english], "confirmed"],
    ["words of no table in another language", "the lighthouse", [chinese], "not-checkable"],
    ["no text", "human rights", [], "not-checkable"],
    ["nothing to search by", "the issue", [english], "not-checkable"],
  ])("%s", (_name, words, documents, expected) => {
    const check = checkUnsaid(words, "en", documents, sampleContext());
    expect(check.status).toBe(expected);
    const quotes = check.searched.flatMap(({ document, found }) =>
      found.map((span) => [
        documents.find(({ id }) => id === document)?.text.slice(span.start, span.end),
        span.quote,
      ]),
    );
    for (const [text, quote] of quotes) expect(text).toBe(quote);
    expect(quotes.length > 0).toBe(expected === "contradicted");
  });
});
