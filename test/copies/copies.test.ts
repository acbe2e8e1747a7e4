import { describe, expect, test } from "vitest";
import { bandsOf } from "../../src/core/copies/bands.ts";
import { findCopies, type CopyPage } from "../../src/core/copies/copies.ts";
import { containment, shinglesOf } from "../../src/core/copies/shingles.ts";

const story = Array.from(
  { length: 30 },
  (_, index) =>
    `On day ${index} of the ${index * 7}th survey the ferry of lake ${index * 13} carried ${index * 31} crates of salt to pier ${index * 3}.`,
);

function page(id: string, text: string, facts: Partial<CopyPage> = {}): CopyPage {
  const shingles = shinglesOf(text);
  return { id, party: null, published: null, shingles, bands: bandsOf(shingles), ...facts };
}

describe("near copies", () => {
  const whole = story.join(" ");
  test.each<[name: string, other: CopyPage, copies: Record<string, string>]>([
    ["the same text", page("b", whole), { b: "a" }],
    [
      "other punctuation and case",
      page("b", whole.toUpperCase().replaceAll(".", " –")),
      { b: "a" },
    ],
    ["a line more", page("b", `${whole} The agency added a line of its own.`), { a: "b" }],
    ["the first half", page("b", story.slice(0, 15).join(" ")), { b: "a" }],
    ["a short excerpt", page("b", story.slice(0, 4).join(" ")), {}],
    [
      "another text",
      page("b", story.map((line) => line.split(" ").toReversed().join(" ")).join(" ")),
      {},
    ],
    [
      "the one published first is the original",
      page("b", whole, { published: "2022-06-14" }),
      { a: "b" },
    ],
    ["an official account before the press", page("b", whole, { party: "XVA" }), { a: "b" }],
  ])("%s", (_name, other, copies) => {
    expect(Object.fromEntries(findCopies([page("a", whole), other]))).toEqual(copies);
  });

  test("one party's accounts are copies only word for word, and within days", () => {
    const text =
      "President Irena Kostrova spoke with Tomas Eldridge about the harvest of the north, the ferries that cross the lakes in winter and the price of timber in the southern ports.";
    const told = (id: string, published: string, more: string): CopyPage =>
      page(id, `${text}${more}`, { party: "XVA", published });
    const first = told("a", "2022-06-15", "");
    expect(findCopies([first, told("b", "2022-06-16", "")])).toEqual(new Map([["b", "a"]]));
    expect(findCopies([first, told("b", "2022-06-16", " They spoke of fish.")]).size).toBe(0);
    expect(findCopies([first, told("b", "2022-07-15", "")]).size).toBe(0);
  });

  test("accounts of two parties are never copies", () => {
    const pages = [page("a", whole, { party: "XVA" }), page("b", whole, { party: "XME" })];
    expect(findCopies(pages).size).toBe(0);
  });

  test("short texts after one pattern are no copies", () => {
    const told = (who: string): string =>
      `President Irena Kostrova had a telephone conversation with ${who}. They discussed current issues of cooperation between the two countries and agreed to maintain contacts at various levels in the months to come.`;
    expect(
      findCopies([page("a", told("Tomas Eldridge")), page("b", told("Aldo Ferrin"))]).size,
    ).toBe(0);
  });

  test("a text without blanks is compared by characters", () => {
    const text =
      "双方就湖区渡轮、木材价格和北方收成交换意见，同意指示两国部长在秋季之前提出报告并保持沟通。";
    expect(containment(shinglesOf(text), shinglesOf(`${text}完`))).toBe(1);
    expect(
      containment(shinglesOf(text), shinglesOf("今天天气很好，湖上没有风，渡轮准时出发。")),
    ).toBeLessThan(0.2);
  });

  test("an empty text copies nothing", () => {
    expect(findCopies([page("a", ""), page("b", "")]).size).toBe(0);
  });
});
