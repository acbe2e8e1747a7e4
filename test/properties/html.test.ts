import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanPage } from "../../src/core/clean/clean-page.ts";
import { foldBlanks } from "../../src/core/clean/lines.ts";
import type { Document } from "../../src/core/document.ts";
import type { Page } from "../../src/core/page.ts";
import { pageFromBytes } from "../../src/ingest/load-page.ts";
import { shippedContext } from "../support/read-text.ts";

/** Character references and what they stand for. */
const references: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&amp": "&",
  "&lt;": "<",
  "&nbsp;": "\u00a0",
  "&eacute;": "é",
  "&#x4e60;": "习",
  "&#128512;": "😀",
  "&ldquo;": "“",
  "&NotEqualTilde;": "≂̸",
};

const words = fc.constantFrom(
  ...Object.keys(references),
  "The talks went on for six hours, officials said.",
  "Канал откроют в апреле, сказала Кострова.",
  "双方同意恢复运河通航。",
  "𝒳 astral",
  "&unknown;",
  "a < b",
  "\r\n",
  "\t  ",
  "<br>",
  "<!-- note -->",
  "<wbr>",
);

const inline = fc.letrec<{ run: string; text: string }>((tie) => ({
  run: fc
    .tuple(fc.constantFrom("b", "a href=x", "span class=quote", "em", "i"), tie("text"))
    .map(([tag, text]) => `<${tag}>${text}</${tag.split(" ")[0]}>`),
  text: fc.oneof(
    { maxDepth: 3 },
    words,
    tie("run"),
    fc.tuple(words, tie("text")).map((two) => two.join(" ")),
  ),
})).text;

const block = fc
  .tuple(
    fc.constantFrom("p", "h2", "li", "blockquote", "div", "td", "figcaption", "section"),
    fc.array(inline, { minLength: 1, maxLength: 4 }),
    fc.boolean(),
  )
  .map(([tag, parts, closed]) => `<${tag}>${parts.join(" ")}${closed ? `</${tag}>` : ""}`);

const pages = fc
  .tuple(
    fc.array(block, { minLength: 1, maxLength: 10 }),
    fc.constantFrom("", "\n", "\n\n<table><tr>"),
  )
  .map(
    ([blocks, glue]) => `<!doctype html><title>T</title><article>${blocks.join(glue)}</article>`,
  );

function read(source: string): { page: Page; document: Document } {
  const { page } = pageFromBytes("page.html", new TextEncoder().encode(source));
  return { page: page!, document: cleanPage(page!, shippedContext(), null) };
}

/** What a stretch of a page says: references resolved, marks of elements and comments left out, blanks folded. */
function said(stretch: string): string {
  let text = stretch.replace(/<!--[^]*?-->|<\/?[a-z][^>]*>/g, " ");
  for (const [reference, value] of Object.entries(references).toSorted(
    ([a], [b]) => b.length - a.length,
  ))
    text = text.replaceAll(reference, value);
  return squeezed(text);
}

function squeezed(text: string): string {
  return foldBlanks(text).replace(/\s+/gu, "");
}

describe("laws of cleaning HTML", () => {
  test("every run of the clean text says what its stretch of the page says", () => {
    let runs = 0;
    fc.assert(
      fc.property(pages, (source) => {
        const { page, document } = read(source);
        runs += document.offsets.runs.length;
        for (const { clean, cleanLength, page: start, pageLength } of document.offsets.runs)
          expect(squeezed(document.text.slice(clean, clean + cleanLength))).toBe(
            said(page.source.slice(start, start + pageLength)),
          );
      }),
      { numRuns: 150 },
    );
    expect(runs).toBeGreaterThan(150);
  });

  test("runs rise in both texts, and only blanks stand between them", () => {
    fc.assert(
      fc.property(pages, (source) => {
        const { document } = read(source);
        let clean = 0;
        let place = 0;
        for (const run of document.offsets.runs) {
          expect(run.clean).toBeGreaterThanOrEqual(clean);
          expect(run.page).toBeGreaterThanOrEqual(place);
          expect(document.text.slice(clean, run.clean).trim()).toBe("");
          clean = run.clean + run.cleanLength;
          place = run.page + run.pageLength;
        }
        expect(document.text.slice(clean).trim()).toBe("");
      }),
      { numRuns: 150 },
    );
  });

  test("what is dropped, and where metadata was read, lies in the page", () => {
    fc.assert(
      fc.property(pages, (source) => {
        const { page, document } = read(source);
        const places = document.evidence?.flatMap(({ place }) => (place === null ? [] : [place]));
        for (const { start, end } of [...document.dropped, ...(places ?? [])]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(page.source.length);
        }
      }),
      { numRuns: 100 },
    );
  });
});

const sentence = "The talks on the canal went on for six hours, officials said. ";

describe("hostile HTML", () => {
  test.each<[string, string, boolean]>([
    ["deep nesting", `${"<div>".repeat(20_000)}${sentence}`, false],
    ["deep nesting of formatting", `${"<b>".repeat(2000)}<p>${sentence}`, false],
    ["tables in tables", `${"<table><tr><td>".repeat(2000)}${sentence}`, false],
    ["nothing closed", `${"<p>a<div>b<ul><li>c".repeat(3000)}<p>${sentence}`, false],
    ["attributes without end", `<p ${"a=b ".repeat(50_000)}>${sentence}</p>`, false],
    ["a class of many words", `<p class="${"x ".repeat(50_000)}">${sentence}</p>`, false],
    [
      "data that never close",
      `<script type="application/ld+json">${"[".repeat(50_000)}</script><p>${sentence}`,
      false,
    ],
    ["a page that is one line", `<p>${sentence.repeat(3000)}</p>`, false],
    [
      "more elements than any article",
      `<p>${sentence}</p>${"<i></i>".repeat(400_001)}<p>${sentence}`,
      true,
    ],
  ])("%s: the sentence is read, or the page says what was given up", (_name, body, cut) => {
    const { document } = read(`<!doctype html><body>${body}`);
    expect(document.text).toContain(sentence.trim());
    expect(document.diagnostics.some(({ code }) => code === "STAGE_GAVE_UP")).toBe(cut);
  });

  test("a page of nothing but opening brackets is read", () => {
    const { document } = read(`<!doctype html><body>${"<".repeat(50_000)}`);
    expect(document.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});
