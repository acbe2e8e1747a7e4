import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Range } from "../../src/core/document.ts";
import { changesBetween, type VersionText } from "../../src/core/versions/changes.ts";
import { run } from "../support/run-cli.ts";

function versionOf(paragraphs: readonly string[]): VersionText {
  let at = 0;
  const blocks = paragraphs.map((paragraph) => {
    const start = at;
    at += paragraph.length + 2;
    return { start, end: start + paragraph.length };
  });
  return { text: paragraphs.join("\n\n"), blocks };
}

/** `same [-removed-] {+added+}`, a line a change. */
function shown(before: readonly string[], after: readonly string[]): string[] {
  return changesBetween(versionOf(before), versionOf(after)).map(({ parts }) =>
    parts
      .map(({ kind, text }) =>
        kind === "same" ? text : kind === "removed" ? `[-${text}-]` : `{+${text}+}`,
      )
      .join(""),
  );
}

describe("changes between versions", () => {
  test.each<[string, string[], string[], string[]]>([
    ["none", ["A met B.", "They left."], ["A met B.", "They left."], []],
    ["blanks", ["A met  B."], ["A met\nB."], []],
    [
      "a word",
      ["A met B on Monday.", "They left."],
      ["A met B on Tuesday.", "They left."],
      ["A met B on [-Monday-]{+Tuesday+}."],
    ],
    [
      "a paragraph more",
      ["A met B.", "They left."],
      ["A met B.", "Fish was discussed.", "They left."],
      ["{+Fish was discussed.+}"],
    ],
    [
      "a paragraph less",
      ["A met B.", "Fish was discussed.", "They left."],
      ["A met B.", "They left."],
      ["[-Fish was discussed.-]"],
    ],
    [
      "another paragraph in its place",
      ["Fish was discussed."],
      ["Nobody came to lunch."],
      ["[-Fish was discussed.-]", "{+Nobody came to lunch.+}"],
    ],
    [
      "a new paragraph before a changed one",
      ["The leaders spoke of fish and timber."],
      ["It rained.", "The leaders spoke of fish and ferries."],
      ["{+It rained.+}", "The leaders spoke of fish and [-timber-]{+ferries+}."],
    ],
    [
      "Chinese by character",
      ["双方讨论了鱼类贸易。"],
      ["双方讨论了木材贸易。"],
      ["双方讨论了[-鱼类-]{+木材+}贸易。"],
    ],
  ])("%s", (_name, before, after, expected) => {
    expect(shown(before, after)).toEqual(expected);
  });

  test("parts put together are the paragraphs", () => {
    const paragraphs = fc.array(fc.stringMatching(/^[ab ]{1,12}[ab]$/), { maxLength: 6 });
    fc.assert(
      fc.property(paragraphs, paragraphs, (old, now) => {
        const [before, after] = [versionOf(old), versionOf(now)];
        for (const change of changesBetween(before, after)) {
          const of = (drop: string): string =>
            change.parts
              .filter(({ kind }) => kind !== drop)
              .map(({ text }) => text)
              .join("");
          const at = (version: VersionText, range: Range | null): string =>
            range === null ? "" : version.text.slice(range.start, range.end);
          expect(of("added")).toBe(at(before, change.before));
          expect(of("removed")).toBe(at(after, change.after));
        }
      }),
    );
  });
});

describe("readout show", () => {
  test("a page added again with other words has two versions; with the same, one", async () => {
    const folder = mkdtempSync(join(tmpdir(), "readout-"));
    const options = ["--workspace", join(folder, "ws")];
    const page = (day: string): string =>
      `---\ntitle: Envoys in port\n---\n\nEnvoys in port\n\nThe envoys met on ${day} in the harbour office.\n\nThey discussed the price of fish.\n`;
    const file = join(folder, "a.txt");
    writeFileSync(file, page("Monday"));
    await run("add", file, ...options);
    await run("add", file, ...options);
    const listed = async (): Promise<{ id: string; current: boolean }[]> =>
      (
        JSON.parse((await run("list", "--all", "--json", ...options)).out) as {
          documents: { id: string; current: boolean }[];
        }
      ).documents;
    expect(await listed()).toHaveLength(1);
    writeFileSync(file, page("Tuesday"));
    await run("add", file, ...options);
    const pages = await listed();
    expect(pages.filter(({ current }) => current)).toHaveLength(1);
    expect(pages).toHaveLength(2);
    const now = pages.find(({ current }) => current)!.id;
    const changed = await run("show", now, "--diff", ...options);
    expect(changed.out).toContain("The envoys met on [-Monday-]{+Tuesday+} in the harbour office.");
    expect(changed.out).not.toContain("price of fish");
    const versions = await run("show", now, "--versions", ...options);
    expect(versions.out.trim().split("\n")).toHaveLength(2);
    const old = pages.find(({ current }) => !current)!.id;
    expect((await run("show", old, "--diff", ...options)).code).toBe(2);
    const back = await run("show", old, "--diff", "--from", now, ...options);
    expect(back.out).toContain("[-Tuesday-]{+Monday+}");
  });
});
