import { describe, expect, test } from "vitest";
import { compareEncounter } from "../../src/core/compare/compare.ts";
import type { ComparisonRow } from "../../src/core/compare/comparison.ts";
import { account, compared, rowWords, sampleContext } from "../support/accounts.ts";

const met =
  "Prime Minister Tomas Eldridge met today with President Irena Kostrova of Valdoria in Port Anselm.";

const valdoria = account(
  "valdoria",
  "Irena Kostrova held talks with Prime Minister of Merania Tomas Eldridge in Port Anselm. " +
    "Tomas Eldridge stressed that Merania opposes illegitimate sanctions. " +
    "The President of Valdoria noted the importance of human rights. " +
    "The two leaders agreed to cooperate on food security. " +
    "The situation in the Middle East was discussed as well.",
);
const merania = account(
  "merania",
  `${met} The Prime Minister raised concerns about overfishing. ` +
    "The two leaders discussed the situation in the Middle East.",
);

describe("topic and phrase rows", () => {
  const comparison = compared(valdoria, merania);
  test.each<[string, "topic" | "phrase", string, string]>([
    ["both have it", "topic", "middle-east", "shared: present, present"],
    ["only one has it", "topic", "human-rights", "one-sided: present, absent"],
    ["only the other has it", "topic", "fisheries", "one-sided: absent, present"],
    [
      "in the other's mouth",
      "phrase",
      "illegitimate-sanctions",
      "attributed-only: attributed, absent",
    ],
    ["agreed by both, by one account", "topic", "food-security", "one-sided: present, absent"],
    ["nobody has it", "topic", "arctic", "-"],
  ])("%s", (_name, kind, id, expected) => {
    expect(rowWords(comparison, kind, id)).toBe(expected);
  });

  test("what both agreed by one account alone is said so", () => {
    const row = (id: string) => comparison.rows.find((candidate) => candidate.id === id);
    expect(row("food-security")?.agreedPer).toBe("XVA");
    expect(row("human-rights")?.agreedPer).toBeNull();
    expect(row("middle-east")?.agreedPer).toBeNull();
  });

  test("the telling verdicts come first", () => {
    const order = ["conflicts", "attributed-only", "differs", "one-sided", "shared"];
    const places = comparison.rows.map((row) => order.indexOf(row.verdict));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test("every cell quotes its account", () => {
    const texts = new Map([valdoria, merania].map((document) => [document.id, document.text]));
    const spans = comparison.rows.flatMap((row) =>
      Object.values(row.cells).flatMap((cell) => [...cell.spans, ...cell.conditions]),
    );
    expect(spans.length).toBeGreaterThan(5);
    for (const { document, start, end, quote } of spans)
      expect(texts.get(document)?.slice(start, end)).toBe(quote);
  });
});

describe("across languages", () => {
  const english = account(
    "merania",
    `${met} The two leaders discussed the situation in the Middle East and human rights.`,
  );
  test("Chinese", () => {
    const comparison = compared(
      account(
        "valdoria",
        "科斯特罗娃总统同梅拉尼亚国首相埃尔德里奇举行会谈。科斯特罗娃指出，双方应尊重彼此核心利益。" +
          "埃尔德里奇表示，梅拉尼亚国不寻求新冷战。两国元首就中东局势交换意见。",
        "科斯特罗娃会见埃尔德里奇",
      ),
      english,
    );
    expect(rowWords(comparison, "topic", "middle-east")).toBe("shared: present, present");
    expect(rowWords(comparison, "phrase", "core-interests")).toBe("one-sided: present, absent");
    expect(rowWords(comparison, "topic", "human-rights")).toBe("one-sided: absent, present");
    expect(rowWords(comparison, "phrase", "not-seek-new-cold-war")).toBe(
      "attributed-only: attributed, absent",
    );
  });
  test("Russian", () => {
    const comparison = compared(
      account(
        "valdoria",
        "Ирена Кострова провела переговоры с премьер-министром Мерании Томасом Элдриджем. " +
          "Томас Элдридж подчеркнул необходимость отмены санкций. Стороны обсудили ситуацию на Ближнем Востоке.",
        "Переговоры Ирены Костровой с Томасом Элдриджем",
      ),
      english,
    );
    expect(rowWords(comparison, "topic", "middle-east")).toBe("shared: present, present");
    expect(rowWords(comparison, "topic", "sanctions-relief")).toBe(
      "attributed-only: attributed, absent",
    );
    expect(rowWords(comparison, "topic", "human-rights")).toBe("one-sided: absent, present");
  });
});

describe("a side without an account", () => {
  const row = (text: string): ComparisonRow | undefined => {
    const documents = [
      account("valdoria", `Irena Kostrova met with Tomas Eldridge and Vladimir Putin. ${text}`),
      merania,
    ];
    const accounts = documents.map(({ id, party, kind }) => ({
      document: id,
      party,
      genre: kind,
      copyOf: null,
    }));
    return compareEncounter(
      {
        encounter: { id: "three", participants: ["XVA", "XME", "RUS"], accounts },
        documents: new Map(documents.map((document) => [document.id, document])),
      },
      sampleContext(),
    ).rows.find(({ id }) => id === "human-rights");
  };
  test("is no side that lacks it", () => {
    const found = row("The President noted the importance of human rights.");
    expect(found?.cells["RUS"]?.status).toBe("no-account");
    expect(found?.cells["XME"]?.status).toBe("absent");
    expect(found?.verdict).toBe("one-sided");
  });
  test("what is put in its mouth can't be checked", () => {
    const found = row("Vladimir Putin stressed that human rights matter.");
    expect(found?.cells["XVA"]?.status).toBe("attributed");
    expect(found?.verdict).toBe("one-sided");
  });
  test("what is put in the mouth of one that has one can", () => {
    expect(row("Tomas Eldridge stressed that human rights matter.")?.verdict).toBe(
      "attributed-only",
    );
  });
});

describe("wordings of one scale", () => {
  test("other words for one thing differ", () => {
    const comparison = compared(
      account(
        "valdoria",
        "Irena Kostrova met with Tomas Eldridge. The President strongly condemned the shelling of the port.",
      ),
      account(
        "merania",
        `${met} The Prime Minister expressed deep concern over the shelling of the port.`,
      ),
    );
    const row = comparison.rows.find(({ verdict }) => verdict === "differs");
    expect(row?.label).toBe("Strongest condemnation / Grave or deep concern");
    expect(row?.cells["XVA"]?.spans[0]?.quote).toBe("strongly condemned");
    expect(row?.cells["XME"]?.spans[0]?.quote).toBe("deep concern");
  });
  test("the same words don't", () => {
    const comparison = compared(
      account(
        "valdoria",
        "Irena Kostrova met with Tomas Eldridge. The President strongly condemned the shelling.",
      ),
      account("merania", `${met} The Prime Minister strongly condemned the shelling.`),
    );
    expect(comparison.rows.filter(({ verdict }) => verdict === "differs")).toEqual([]);
    expect(rowWords(comparison, "phrase", "strongly-condemn")).toBe("shared: present, present");
  });
  test("rungs of the partnership ladder", () => {
    const comparison = compared(
      account(
        "valdoria",
        "Irena Kostrova met with Tomas Eldridge. The sides have a comprehensive strategic partnership.",
      ),
      account("merania", `${met} The sides have a strategic partnership.`),
    );
    expect(comparison.rows.find(({ verdict }) => verdict === "differs")?.label).toBe(
      "Comprehensive strategic partnership / Strategic partnership",
    );
  });
});

describe("conditions", () => {
  const conditions = (text: string): string[] => {
    const comparison = compared(
      account("valdoria", `Irena Kostrova met with Tomas Eldridge. ${text}`),
      account("merania", `${met} Merania is ready to resume grain exports.`),
    );
    const row = comparison.rows.find(({ id }) => id === "grain-exports");
    return [...new Set(row?.cells["XVA"]?.conditions.map((span) => span.quote))];
  };
  test.each<[string, string, string[]]>([
    [
      "named",
      "Valdoria is ready to resume grain exports after sanctions are lifted.",
      ["after sanctions are lifted"],
    ],
    [
      "if",
      "Valdoria is ready to resume grain exports if the port is reopened.",
      ["if the port is reopened"],
    ],
    ["none", "Valdoria is ready to resume grain exports.", []],
    [
      "once with, once without",
      "Valdoria is ready to resume grain exports if the port is reopened. It welcomes grain exports.",
      [],
    ],
    ["in another sentence", "They met if briefly. Valdoria is ready to resume grain exports.", []],
  ])("%s", (_name, text, expected) => {
    expect(conditions(text)).toEqual(expected);
  });
});

describe("facts that can be told apart", () => {
  test("figures: the same is shared, another one of the same measure conflicts", () => {
    const figures = (a: string, b: string): string[] =>
      compared(
        account("valdoria", `Irena Kostrova met with Tomas Eldridge. ${a}`),
        account("merania", `${met} ${b}`),
      )
        .rows.filter(({ kind, id }) => kind === "figure" && id !== "day")
        .map(({ verdict }) => verdict);
    const rose = "Bilateral trade rose 18 percent in 2023.";
    expect(figures(rose, rose)).toEqual(["shared"]);
    expect(figures(rose, "Bilateral trade rose 12 percent in 2023.")).toEqual(["conflicts"]);
    expect(figures(rose, "Bilateral trade rose 12 percent in 2021.")).not.toContain("conflicts");
    expect(figures(rose, "The port has 12 percent of the cranes.")).not.toContain("conflicts");
  });

  test("who asked for the contact", () => {
    const initiative = (a: string, b: string): string =>
      rowWords(
        compared(
          account("valdoria", a, "Telephone conversation with Tomas Eldridge"),
          account("merania", b, "Readout of the call with Irena Kostrova"),
        ),
        "figure",
        "initiative",
      );
    const asked = (side: string): string =>
      `Irena Kostrova had a telephone conversation with Tomas Eldridge at the initiative of the ${side} side.`;
    const own = (side: string): string =>
      `Prime Minister Tomas Eldridge spoke today with President Irena Kostrova at the initiative of the ${side} side.`;
    expect(initiative(asked("Meranian"), own("Valdorian"))).toBe("conflicts: present, present");
    expect(initiative(asked("Meranian"), own("Meranian"))).toBe("-");
    expect(initiative(asked("Meranian"), met)).toBe("-");
  });
});
