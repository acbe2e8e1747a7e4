import { describe, expect, test } from "vitest";
import { deskBrief, scopeFrom, ScopeError, type TypedScope } from "../../src/app/desk-brief.ts";
import { assemble } from "../../src/app/read.ts";
import type { DeskBrief } from "../../src/core/brief/brief.ts";
import { briefFaults, sentenceText, sentencesOf } from "../../src/core/brief/check-brief.ts";
import { laterPatterns } from "../../src/core/brief/later-patterns.ts";
import { patterns } from "../../src/core/brief/patterns.ts";
import type { Document } from "../../src/core/document.ts";
import { cleanPage } from "../../src/core/clean/clean-page.ts";
import { annotate } from "../../src/core/pipeline.ts";
import { pageFromBytes } from "../../src/ingest/load-page.ts";
import { account, sampleContext } from "../support/accounts.ts";

const title = "Meeting of Irena Kostrova and Tomas Eldridge";

function briefOf(documents: readonly Document[], typed: TypedScope = {}): DeskBrief {
  const context = sampleContext();
  const reading = assemble(documents, [], 0, context);
  const brief = deskBrief(reading, scopeFrom(typed, context), context);
  expect(briefFaults(brief, new Map(documents.map((one) => [one.id, one])))).toEqual([]);
  return brief;
}

/** Sentences of a section, `lead: sentence`. */
function told(brief: DeskBrief, id: string): string[] {
  const section = brief.sections.find((one) => one.id === id);
  return (section?.groups ?? []).flatMap(({ lead, sentences }) =>
    sentences.map((sentence) => `${lead === null ? "" : `${lead}: `}${sentenceText(sentence)}`),
  );
}

const valdorian = account(
  "valdoria",
  "Irena Kostrova held talks with Prime Minister of Merania Tomas Eldridge in Port Anselm on May 21, 2024. The talks were held at the initiative of the Meranian side. The President of Valdoria stressed the need to respect the territorial integrity of both states. Tomas Eldridge noted the legitimacy of Valdoria's actions and opposed illegitimate sanctions. They discussed trade.",
);
const meranian = account(
  "merania",
  "Prime Minister Tomas Eldridge met with President Irena Kostrova of Valdoria in Port Anselm on May 21, 2024. The leaders held a candid discussion. The Prime Minister underscored that the sovereignty of Tarn Island is not open to negotiation. He raised concerns about human rights. They discussed trade.",
);

describe("the brief of two accounts", () => {
  const brief = briefOf([valdorian, meranian]);

  test("is titled by its encounter", () =>
    expect(brief.title).toBe("Meeting of Irena Kostrova and Tomas Eldridge, 21 May 2024"));

  test("tells what happened, with whose accounts are held", () => {
    expect(told(brief, "happened")).toEqual([
      "Irena Kostrova (Valdoria) and Tomas Eldridge (Merania) met in Port Anselm on 21 May 2024.",
      expect.stringMatching(
        /^Accounts are held from Merania \(.*readout in English\) and Valdoria \(.*readout in English\)\.$/u,
      ) as string,
      expect.stringMatching(/^Of its manner, Merania’s account.* “candid”\.$/u) as string,
      expect.stringMatching(/^By Valdoria’s account.*at Merania’s request\.$/u) as string,
    ]);
  });

  test("tells what each side says by its own account", () => {
    const lines = told(brief, "said");
    expect(lines).toContainEqual(expect.stringMatching(/^Both accounts speak of .*Trade/u));
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^By Merania’s account .*: Tomas Eldridge raised concerns about “human rights”\.$/u,
      ),
    );
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^By Valdoria’s account .*: Irena Kostrova stressed “the need to respect the territorial integrity of both states”\.$/u,
      ),
    );
    expect(lines.filter((line) => line.includes("legitimacy"))).toEqual([]);
  });

  test("tells where they part, with a search behind “no form of it”", () => {
    const lines = told(brief, "parted");
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^Valdoria’s account .* has Tomas Eldridge speak of .*: “Tomas Eldridge noted the legitimacy .*”; no form of .* was found in Merania’s own account/u,
      ),
    );
    expect(lines).toContainEqual(
      expect.stringMatching(/^Only Merania’s account speaks of .*Human rights/u),
    );
    const searches = brief.notes.flatMap(({ citations }) =>
      citations.filter((citation) => citation.kind === "search"),
    );
    expect(searches.length).toBeGreaterThan(0);
    expect(searches.every(({ search }) => search.found.length === 0)).toBe(true);
  });

  test("a person's grade of a source stands with the pages cited, and nowhere else", () => {
    const context = sampleContext();
    const reading = assemble([valdorian, meranian], [], 0, context);
    const outlet = valdorian.issuer ?? valdorian.outlet!.toLowerCase();
    const grade = { outlet, claims: "all", source: "B", information: "2", reason: "" } as const;
    const graded = deskBrief(reading, scopeFrom({}, context), context, [grade]);
    const of = (document: Document): string | null =>
      graded.sources.find((source) => source.document === document.id)!.grade;
    expect([of(valdorian), of(meranian)]).toEqual([expect.stringMatching(/^B2: /u), null]);
    expect(sentencesOf(graded)).toEqual(sentencesOf(brief));
  });

  test("names an account's outlet once a section", () => {
    for (const id of ["happened", "parted"]) {
      const names =
        told(brief, id)
          .join("\n")
          .match(/Merania’s (?:own )?account \(/gu) ?? [];
      expect(names.length).toBeLessThan(2);
    }
  });

  test("every sentence begins large and ends once", () => {
    for (const sentence of sentencesOf(brief)) {
      const text = sentenceText(sentence);
      expect(text).toMatch(/^[\p{Lu}“\d]/u);
      expect(text).toMatch(/[.!?。][”]*\.?$/u);
      expect(text).not.toMatch(/\.\.|\.”\.|,,|\s,| {2}/u);
    }
  });
});

test("patterns have ids of their own, by section, and an example that ends with its footnote", () => {
  const all = Object.values({ ...patterns, ...laterPatterns });
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const { id, example } of all) {
    expect(id).toMatch(/^brief\/(?:happened|said|parted|unsaid|changed|judged|watch)\/[a-z-]+$/u);
    expect(example).toMatch(/[¹²³]/u);
  }
});

describe("one side, many, none", () => {
  test("one side's account alone is told as such, and nothing parts", () => {
    const brief = briefOf([valdorian]);
    expect(told(brief, "happened")[1]).toMatch(
      /^An account is held from Valdoria .*; none from Merania\.$/u,
    );
    expect(told(brief, "parted")).toEqual([]);
    expect(brief.remarks.join(" ")).toContain("Only Valdoria has accounts here");
  });

  test("encounters stand under headings, and a scope narrows them", () => {
    const call = account(
      "valdoria",
      "Irena Kostrova had a telephone conversation with Prime Minister of Merania Tomas Eldridge on March 12, 2024. Irena Kostrova stressed the importance of trade.",
      "Telephone conversation with Tomas Eldridge",
      "2024-03-12",
    );
    const both = briefOf([valdorian, meranian, call]);
    expect(both.title).toBe("Merania and Valdoria, 12 March to 21 May 2024");
    expect(both.sections[0]!.groups.map(({ heading }) => heading)).toEqual([
      expect.stringMatching(/^Telephone call of .*, 12 March 2024$/u) as string,
      expect.stringMatching(/^Meeting of .*, 21 May 2024$/u) as string,
    ]);
    const spring = briefOf([valdorian, meranian, call], { to: "2024-03", pair: "Valdoria,XME" });
    expect(spring.encounters).toHaveLength(1);
    const one = briefOf([valdorian, meranian, call], { encounter: both.encounters[1]! });
    expect(one.encounters).toEqual([both.encounters[1]]);
  });

  test("a set phrase that earlier accounts had and this one lacks is told", () => {
    const before = ["2023-02-03", "2023-08-04", "2024-01-05"].map((day) =>
      account(
        "valdoria",
        `Irena Kostrova met with Prime Minister of Merania Tomas Eldridge in Selmont on ${day}. Irena Kostrova confirmed the comprehensive strategic partnership.`,
        title,
        day,
      ),
    );
    const lines = told(briefOf([...before, valdorian, meranian], { from: "2024-05" }), "changed");
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^Comprehensive strategic partnership, which three earlier accounts of that side have, was not found in Valdoria’s account \(/u,
      ),
    );
  });

  test("a page that is no longer held leaves no sentence, and is told", () => {
    const context = sampleContext();
    const reading = assemble([valdorian, meranian], [], 0, context);
    const orphaned = { ...reading, documents: [valdorian] };
    const brief = deskBrief(orphaned, scopeFrom({}, context), context);
    expect(briefFaults(brief, new Map([[valdorian.id, valdorian]]))).toEqual([]);
    expect(brief.sources.map(({ document }) => document)).toEqual([valdorian.id]);
    expect(brief.remarks.join(" ")).toContain("One page of its accounts is not held.");
  });

  test("a page whose text has changed since gives no sentence from the old places", () => {
    const context = sampleContext();
    const reading = assemble([valdorian, meranian], [], 0, context);
    const changed = { ...meranian, text: meranian.text.replaceAll("Tarn", "Holm") };
    const documents = [valdorian, changed];
    const brief = deskBrief({ ...reading, documents }, scopeFrom({}, context), context);
    expect(briefFaults(brief, new Map(documents.map((one) => [one.id, one])))).toEqual([]);
  });
});

/** A page of the press, as the program would read it. */
function pressPage(front: Readonly<Record<string, string>>, text: string): Document {
  const head = Object.entries(front).map(([key, value]) => `${key}: ${value}`);
  const page = `---\n${head.join("\n")}\n---\n\n${front["title"]!}\n\n${text}\n`;
  const context = sampleContext();
  const { page: read } = pageFromBytes("page.txt", new TextEncoder().encode(page));
  return annotate(cleanPage(read!, context, null), context);
}

describe("what the press adds", () => {
  const report = pressPage(
    { title: "Talks in Port Anselm", outlet: "Anselm Post", published: "2024-05-22" },
    "Prime Minister Tomas Eldridge met President Irena Kostrova of Valdoria in Port Anselm on May 21, 2024. Eldridge promised to release the grain. Merania’s account of the meeting made no mention of sanctions. Analysts say that a treaty this year remains unlikely.",
  );
  const column = pressPage(
    {
      title: "No thaw",
      outlet: "Anselm Post",
      kind: "opinion",
      author: "Piet Aldous",
      published: "2024-05-26",
    },
    "Valdoria and Merania do not trust each other. Merania wants its fishermen back. Valdoria wants its ports open. A treaty between Valdoria and Merania is almost certainly out of reach.",
  );
  const brief = briefOf([valdorian, meranian, report, column]);

  test("a reported silence comes with what a search gave", () =>
    expect(told(brief, "unsaid")).toEqual([
      expect.stringMatching(
        /^Anselm Post reports of Merania: “.*no mention of sanctions\.” A search for what it names found nothing in Merania’s own account/u,
      ),
    ]));

  test("judgements name their holder and the yardsticks' bands beside each other", () => {
    const lines = told(brief, "judged");
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^On the page of Anselm Post .*: Analysts, as the page tells it, judged: “.*”; “remains unlikely” is “.*” by ICD 203, “.*” by PHIA and “.*” by Kent/u,
      ),
    );
    expect(lines).toContainEqual(
      expect.stringMatching(/: Piet Aldous judged: “A treaty .*almost certainly out of reach\.”/u),
    );
  });

  test("nothing is told in two sections", () => {
    const quotes = brief.sections.flatMap(({ id, groups }) =>
      groups.flatMap(({ sentences }) =>
        sentences.flatMap(({ parts }) =>
          parts.flatMap((part) => (part.kind === "quote" ? [{ id, span: part.span }] : [])),
        ),
      ),
    );
    const late = quotes.filter(({ id }) => id === "judged" || id === "watch");
    for (const { span } of late) {
      const same = quotes.filter(
        (other) =>
          other.id !== "judged" &&
          other.id !== "watch" &&
          other.span.document === span.document &&
          other.span.start < span.end &&
          span.start < other.span.end,
      );
      expect(same).toEqual([]);
    }
  });

  test("an encounter that is announced is to watch", () => {
    const plan = account(
      "valdoria",
      "Irena Kostrova held talks with Prime Minister of Merania Tomas Eldridge in Port Anselm on May 21, 2024. Prime Minister Tomas Eldridge will pay an official visit to Valdoria on October 3, 2024.",
    );
    expect(told(briefOf([plan, meranian]), "watch")).toContainEqual(
      expect.stringMatching(
        /^A visit of Tomas Eldridge .*is spoken of as still to come, for 3 October 2024: “/u,
      ),
    );
  });

  test("press alone: what it tells, by whose words, and no side's account", () => {
    const alone = briefOf([report]);
    expect(told(alone, "happened")[1]).toBe("It is reported by Anselm Post.");
    expect(told(alone, "said")).toContainEqual(expect.stringMatching(/^As told by Anselm Post/u));
  });
});

describe("scopes that can't be", () => {
  const context = sampleContext();
  test.each([
    ["an unknown side", { pair: "XVA,Atlantis" }, /no side “Atlantis”/u],
    ["a day that is none", { from: "last week" }, /needs a day, month or year/u],
    [
      "a time that ends before it begins",
      { from: "2024-06", to: "2024-05" },
      /ends before it begins/u,
    ],
  ])("%s", (_name, typed, message) => expect(() => scopeFrom(typed, context)).toThrow(message));

  test.each([
    [
      "no encounter matches",
      [valdorian, meranian],
      { from: "2025" },
      /no encounter .* in this scope\. There is 2024-05-21/u,
    ],
    ["no such encounter", [valdorian], { encounter: "2020-01-01" }, /no encounter 2020-01-01/u],
    ["no pages", [], {}, /no encounter was found/u],
  ])("%s", (_name, documents, typed, message) => {
    const reading = assemble(documents, [], 0, context);
    const make = (): DeskBrief => deskBrief(reading, scopeFrom(typed, context), context);
    expect(make).toThrow(ScopeError);
    expect(make).toThrow(message);
  });
});
