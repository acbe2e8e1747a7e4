import { describe, expect, test } from "vitest";
import { markdownPieces } from "../../src/core/clean/markdown.ts";
import { readText } from "../support/read-text.ts";

const plain = (line: string): string =>
  markdownPieces(line, 0)
    .map((piece) => piece.text)
    .join("");

describe("marks inside a line of Markdown", () => {
  test.each([
    ["[Irena Kostrova](https://a.example/wiki/Irena_(Kostrova)) met", "Irena Kostrova met"],
    ['[Selmont](https://a.example "the capital") is open', "Selmont is open"],
    ["[**Selmont** hosts](https://a.example) talks", "Selmont hosts talks"],
    ["[[Irena Kostrova|the President]] and [[Merania]]", "the President and Merania"],
    ["![A flag](flag.png) The flag", " The flag"],
    ["![[flag.png]]", ""],
    ["**Talks** in *Selmont*, __two__ _days_", "Talks in Selmont, two days"],
    ["***very*** ==marked== ~~gone~~", "very marked gone"],
    ["The text.[^1] ^a1b2c3", "The text."],
    ["%% my own comment %%The text", "The text"],
    ["1\\. May and \\*not\\* emphasised", "1. May and *not* emphasised"],
    ["see <https://a.example/x_y>", "see https://a.example/x_y"],
  ])("%j reads %j", (line, expected) => {
    expect(plain(line)).toBe(expected);
  });

  test.each([
    "5 * 3 = 15 and 2 ** 3",
    "a_b and snake_case_name",
    "[sic] and [the President]",
    "50 % of 80 %",
    "“a” * * * “b”",
    "C:\\folder",
    "（一）*",
    "x == y",
    "the ^ mark",
  ])("%j stays", (line) => {
    expect(plain(line)).toBe(line);
  });

  test("every character leads back to its place", () => {
    const line = "[**Selmont** hosts](https://a.example) *talks*, \\*so\\*";
    for (const { text, page, pageLength } of markdownPieces(line, 0))
      expect(line.slice(page, page + pageLength)).toBe(text);
  });

  test("a long line of openings takes linear time", () => {
    expect(plain("[".repeat(100_000))).toHaveLength(100_000);
    expect(plain("**".repeat(50_000)).length).toBeGreaterThan(0);
    expect(plain("![[".repeat(30_000))).toHaveLength(90_000);
  });

  test("a clipped note reads as its text", () => {
    const note = `---\ntitle: Talks in Selmont\n---\n**Selmont**: [President Irena Kostrova](https://a.example) said that “the [[border]] will *stay* open.”\n`;
    expect(readText(note, "note.md").text).toContain(
      "Selmont: President Irena Kostrova said that “the border will stay open.”",
    );
    expect(readText(note, "note.txt").text).toContain("[President");
  });
});
