import fc from "fast-check";
import { expect, test } from "vitest";
import { shortenHtml } from "./shorten-html.ts";

const code = `let canal = "${"open ".repeat(80)}";`;

test.each([
  ["a script", `<p>One</p><script async>${code}</script><p>Two</p>`, true],
  ["a style", `<style media="print">${code}</style><p>Two</p>`, true],
  ["two scripts", `<script>${code}</script><p>One</p><SCRIPT>${code}</SCRIPT >`, true],
  ["a quoted bracket in the tag", `<script data-x="1 > 0">${code}</script>`, false],
  ["JSON-LD", `<script type="application/ld+json">${code}</script>`, false],
  ["a short script", "<script>go()</script>", false],
  ["a script in a comment", `<!-- <script>${code} --> <p>One</p> <script>go()</script>`, false],
  ["a script with a comment", `<script><!-- ${code} --></script>`, false],
  ["a script that writes scripts", `<script>write("<script>${code}<\\/script>")</script>`, false],
  ["a script without an end", `<script>${code}<p>One</p>`, false],
  ["a quote left open", `<script data-x="${code}</script><p>One</p>`, false],
])("%s", (_name, page, shortened) => {
  const { text, at } = shortenHtml(page);
  expect(text === page).toBe(!shortened);
  expect(shortened && text.includes("open open")).toBe(false);
  // What is kept leads back to itself: the start of every tag, and the end.
  for (const { index } of text.matchAll(/<(?!\/s)/gi)) expect(page[at(index)]).toBe("<");
  expect(at(text.length)).toBe(page.length);
});

test("offsets lead back in order, whatever a page is made of", () => {
  const pieces = ["<script>", "</script>", "<style>", "</style>", "<p>", "<!--", "-->", code, '"'];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
      const page = parts.join("");
      const { text, at } = shortenHtml(page);
      let last = -1;
      for (let offset = 0; offset <= text.length; offset++) {
        expect(at(offset)).toBeGreaterThan(last);
        last = at(offset);
      }
      expect(last).toBe(page.length);
    }),
    { numRuns: 60 },
  );
});

test("a megabyte of tags that never close takes no more than a pass", () => {
  const page = `${"<script>".repeat(125_000)}</script>`;
  expect(shortenHtml(page).text).toBe(page);
});
