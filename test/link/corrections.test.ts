import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LinkCorrection } from "../../src/core/link/corrections.ts";
import type { Encounter, MentionRef } from "../../src/core/link/encounter.ts";
import { linkEncounters } from "../../src/core/link/link.ts";
import { inventedContext, read } from "../encounters/shown.ts";
import { run } from "../support/run-cli.ts";

const context = inventedContext();
const text = (day: number): string =>
  `Readout of President Irena Kostrova's Call with Prime Minister Tomas Eldridge\n\nPresident Irena Kostrova spoke today with Prime Minister Tomas Eldridge. They discussed fish for the ${day}th time.`;
const pages = [1, 5, 9].map((day) =>
  read(text(day), { title: text(day).split("\n")[0]!, party: "XVA", published: `2022-06-0${day}` }),
);
const ids = pages.map(({ id }) => id);
const at = (page: number): MentionRef[] => [{ document: ids[page]!, index: 0 }];

/** `id date: pages` of every encounter. */
function linked(corrections: readonly LinkCorrection[], documents = pages): string[] {
  return linkEncounters(documents, context, corrections).map(
    ({ id, date, mentions }: Encounter) =>
      `${id} ${date.earliest}..${date.latest} ${date.basis}: ${mentions
        .map(({ document }) => ids.indexOf(document))
        .toSorted((a, b) => a - b)
        .join(",")}`,
  );
}

describe("corrections of encounters", () => {
  test("none", () => {
    expect(linked([])).toEqual([
      "2022-06-01-xme-xva-phone 2022-06-01..2022-06-01 inferred: 0",
      "2022-06-05-xme-xva-phone 2022-06-05..2022-06-05 inferred: 1",
      "2022-06-09-xme-xva-phone 2022-06-09..2022-06-09 inferred: 2",
    ]);
  });

  test("what is merged goes by the id of what it is merged into", () => {
    expect(linked([{ kind: "merge", mentions: at(0), into: at(1) }])).toEqual([
      "2022-06-05-xme-xva-phone 2022-06-01..2022-06-01 inferred: 0,1",
      "2022-06-09-xme-xva-phone 2022-06-09..2022-06-09 inferred: 2",
    ]);
  });

  test("merges add up, and a split takes one page out again", () => {
    expect(
      linked([
        { kind: "merge", mentions: at(0), into: at(1) },
        { kind: "merge", mentions: at(2), into: at(0) },
        { kind: "split", mentions: at(1), apart: at(2) },
      ]),
    ).toEqual([
      "2022-06-05-xme-xva-phone 2022-06-01..2022-06-01 inferred: 0,1",
      "2022-06-09-xme-xva-phone 2022-06-09..2022-06-09 inferred: 2",
    ]);
  });

  test("a date is the person's; the id stays", () => {
    const date = { earliest: "2022-06-02", latest: "2022-06-03" };
    expect(linked([{ kind: "date", mentions: at(0), date }])[0]).toBe(
      "2022-06-01-xme-xva-phone 2022-06-02..2022-06-03 given: 0",
    );
  });

  test.each<[string, LinkCorrection]>([
    ["mentions that are not here", { kind: "merge", mentions: [], into: at(1) }],
    ["a merge with itself", { kind: "merge", mentions: at(1), into: at(1) }],
    ["a split of all mentions", { kind: "split", mentions: at(1), apart: at(1) }],
    ["a split of none", { kind: "split", mentions: at(1), apart: at(2) }],
  ])("changes nothing: %s", (_name, correction) => {
    expect(linked([correction])).toEqual(linked([]));
  });

  test("the same for any order of the pages", () => {
    const corrections: LinkCorrection[] = [
      { kind: "merge", mentions: at(2), into: at(0) },
      { kind: "split", mentions: at(0), apart: at(2) },
      { kind: "merge", mentions: at(1), into: at(2) },
    ];
    const expected = linked(corrections);
    fc.assert(
      fc.property(fc.shuffledSubarray(pages, { minLength: pages.length }), (shuffled) => {
        expect(linked(corrections, shuffled)).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });

  test("every mention is in one encounter, whatever is corrected", () => {
    const page = fc.integer({ min: 0, max: 2 });
    const correction = fc.oneof(
      fc.record({
        kind: fc.constant("merge" as const),
        mentions: page.map(at),
        into: page.map(at),
      }),
      fc.record({
        kind: fc.constant("split" as const),
        mentions: page.map(at),
        apart: page.map(at),
      }),
    );
    fc.assert(
      fc.property(fc.array(correction, { maxLength: 6 }), (corrections) => {
        const encounters = linkEncounters(pages, context, corrections);
        const mentions = encounters.flatMap((one) => one.mentions.map(({ document }) => document));
        expect(mentions.toSorted()).toEqual(ids.toSorted());
        expect(new Set(encounters.map(({ id }) => id)).size).toBe(encounters.length);
      }),
      { numRuns: 40 },
    );
  });
});

describe("readout correct", () => {
  const tables = ["--tables", "samples/tables"];
  const call = (day: string, more = ""): string =>
    `---\nparty: valdoria\npublished: ${day}\ntitle: Call with Tomas Eldridge\n---\n\nCall with Tomas Eldridge\n\nIrena Kostrova spoke today with Prime Minister of Merania Tomas Eldridge by telephone. They discussed fish.${more}\n`;

  async function workspace(): Promise<{ folder: string; options: string[] }> {
    const folder = mkdtempSync(join(tmpdir(), "readout-"));
    const options = ["--workspace", join(folder, "ws"), ...tables];
    writeFileSync(join(folder, "a.txt"), call("2022-06-01"));
    writeFileSync(join(folder, "b.txt"), call("2022-06-05"));
    await run("add", folder, ...options);
    return { folder, options };
  }

  let shared: ReturnType<typeof workspace> | null = null;

  const shown = async (options: string[]): Promise<string[]> => {
    const { out } = await run("timeline", ...options, "--json");
    const { encounters } = JSON.parse(out) as {
      encounters: { id: string; pages: number; date: { earliest: string; basis: string } }[];
    };
    return encounters.map(({ id, pages: count, date }) => `${id} ${date.earliest} ${count}`);
  };
  const before = ["2022-06-01-xme-xva-phone 2022-06-01 1", "2022-06-05-xme-xva-phone 2022-06-05 1"];

  test("a merge holds when a page is replaced by a newer version, until it is taken back", async () => {
    const { folder, options } = await workspace();
    expect(await shown(options)).toEqual(before);
    const made = await run(
      "correct",
      "merge",
      "2022-06-05-xme-xva-phone",
      "2022-06-01-xme-xva-phone",
      ...options,
    );
    expect(made.code).toBe(0);
    expect(await shown(options)).toEqual(["2022-06-01-xme-xva-phone 2022-06-01 2"]);
    writeFileSync(join(folder, "b.txt"), call("2022-06-05", " They will talk again."));
    await run("add", folder, ...options);
    expect(await shown(options)).toEqual(["2022-06-01-xme-xva-phone 2022-06-01 2"]);
    const { out } = await run("correct", "list", ...options);
    expect(out).toMatch(/encounter-merge +2022-06-05-xme-xva-phone +→ +2022-06-01-xme-xva-phone/);
    await run("correct", "undo", out.slice(0, 8), ...options);
    expect(await shown(options)).toEqual(before);
    await run("correct", "redo", out.slice(0, 8), ...options);
    expect(await shown(options)).toHaveLength(1);
  });

  test("a split takes a page out; a date is the person's", async () => {
    const { options } = await workspace();
    const [first, second] = ["2022-06-01-xme-xva-phone", "2022-06-05-xme-xva-phone"];
    await run("correct", "merge", second, first, ...options);
    const { out: list } = await run("list", ...options, "--json");
    const { documents } = JSON.parse(list) as { documents: { id: string }[] };
    await run("correct", "split", first, documents[1]!.id, ...options);
    expect(await shown(options)).toEqual(before);
    await run("correct", "date", first, "2022-05-30", ...options);
    expect((await shown(options))[0]).toBe("2022-06-01-xme-xva-phone 2022-05-30 1");
  });

  test.each([
    [["merge", "2022-06-01-xme-xva-phone"], "takes an encounter and what to make of it"],
    [["merge", "none", "2022-06-01-xme-xva-phone"], "There is no encounter “none”"],
    [["date", "2022-06-01-xme-xva-phone", "2022-02-31"], "A date is written"],
    [["date", "2022-06-01-xme-xva-phone", "2022-06-05/2022-06-01"], "A date is written"],
    [["split", "2022-06-01-xme-xva-phone", "zzz"], "there is no page “zzz”"],
    [["undo", "zzz"], "there is no correction “zzz”"],
    [["fix"], "say what to do"],
  ])("misuse: %j", async (action, message) => {
    shared ??= workspace();
    const { options } = await shared;
    const { code, err } = await run("correct", ...action, ...options);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
