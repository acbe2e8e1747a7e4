import { unzipSync } from "fflate";
import { parseHTML } from "linkedom";
import mammoth from "mammoth";
import { beforeAll, describe, expect, test } from "vitest";
import type { DeskBrief, Part } from "../../src/core/brief/brief.ts";
import { deskBriefToDocx } from "../../src/export/brief-docx.ts";
import { deskBriefToHtml } from "../../src/export/brief-html.ts";
import { deskBriefToMarkdown } from "../../src/export/brief-markdown.ts";
import { formWords } from "../../src/export/brief-words.ts";

/** Quotations in scripts and with characters that formats stumble over. */
const quotes: readonly (readonly [language: string | null, text: string])[] = [
  ["zh", "双方同意加强合作。"],
  ["ru", "Стороны подчеркнули важность диалога"],
  ["ar", "اتفق الجانبان على توسيع التجارة"],
  ["en", "a <script>alert(1)</script> & “quoted” *star* [^9] \u0001bell"],
  [null, "𝄞 clef 😀"],
];

function aBrief(): DeskBrief {
  const parts = quotes.map(([language, text], index): Part[] => [
    { kind: "words", text: "Irena Kostrova said: " },
    {
      kind: "quote",
      text,
      language,
      span: { document: "d1", start: 10, end: 10 + text.length, quote: text },
      cutBefore: index === 0,
      cutAfter: false,
    },
    { kind: "words", text: "." },
    { kind: "note", number: index + 1 },
  ]);
  return {
    title: "Talks of Valdoria & Merania",
    scope: { pair: [], from: null, to: null, encounter: null },
    encounters: ["e1"],
    sections: [
      {
        id: "said",
        title: "What each side says",
        left: 2,
        groups: [
          {
            heading: "Meeting, 21 May 2024",
            lead: "By Valdoria’s account",
            sentences: parts.map((own) => ({ pattern: "p", parts: own })),
          },
        ],
      },
    ],
    notes: quotes.map(([, text], index) => ({
      number: index + 1,
      citations: [
        {
          kind: "place",
          source: 1,
          paragraph: 2,
          printed: null,
          span: { document: "d1", start: 10, end: 10 + text.length, quote: text },
          shown: index !== 2,
        },
      ],
    })),
    sources: [
      {
        number: 1,
        document: "d1",
        title: "Talks <b>",
        outlet: "Presidency of Valdoria",
        party: "Valdoria",
        kind: "readout",
        published: "21 May 2024",
        language: "en",
        url: "javascript:alert(1)",
        path: "talks.txt",
        grade: "B2: usually reliable; probably true",
      },
    ],
    remarks: ["One page of its accounts is not held."],
  };
}

describe("Markdown", () => {
  test("has every footnote once, and text of pages does nothing", () => {
    const markdown = deskBriefToMarkdown(aBrief());
    for (const [index] of quotes.entries()) {
      expect(markdown.match(new RegExp(`\\[\\^${index + 1}\\](?!:)`, "gu"))).toHaveLength(1);
      expect(markdown.match(new RegExp(`^\\[\\^${index + 1}\\]: `, "gmu"))).toHaveLength(1);
    }
    expect(markdown).not.toContain("<script>");
    expect(markdown).toContain("Two less telling sentences of this section are left out.");
  });
});

describe("HTML", () => {
  const html = deskBriefToHtml(aBrief());
  const { document } = parseHTML(html);

  test("footnotes lead there and back", () => {
    const links = [...document.querySelectorAll("sup a")];
    expect(links).toHaveLength(quotes.length);
    for (const link of links) {
      const note = document.getElementById(link.getAttribute("href")!.slice(1))!;
      const back = note.querySelector("a.back")!.getAttribute("href");
      expect(back).toBe(`#${link.id}`);
    }
  });

  test("quotations carry language and direction, and nothing of a page runs", () => {
    const marked = [...document.querySelectorAll("li q")].map((one) => one.getAttribute("lang"));
    expect(marked.slice(0, quotes.length)).toEqual(["zh", "ru", "ar", "en", null]);
    expect(document.querySelectorAll("li q[dir=auto]").length).toBeGreaterThanOrEqual(5);
    expect(document.querySelectorAll("script, b, img")).toHaveLength(0);
    expect(html).not.toMatch(/href="javascript/u);
    expect(html).toContain("default-src 'none'");
  });
});

describe("Word", () => {
  let bytes: Uint8Array;
  let xml: string;
  let notes: string;
  beforeAll(async () => {
    bytes = await deskBriefToDocx(aBrief());
    const files = unzipSync(bytes);
    xml = new TextDecoder().decode(files["word/document.xml"]);
    notes = new TextDecoder().decode(files["word/footnotes.xml"]);
  });

  test("a second reader finds headings, sentences and footnotes", async () => {
    const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    expect(messages.filter(({ type }) => type === "error")).toEqual([]);
    const { document } = parseHTML(`<html><body>${value}</body></html>`);
    expect([...document.querySelectorAll("h1, h2")].map((one) => one.textContent)).toContain(
      "What each side says",
    );
    const references = [...document.querySelectorAll("sup a[id^=footnote-ref]")];
    expect(references).toHaveLength(quotes.length);
    for (const reference of references) {
      const note = document.getElementById(reference.getAttribute("href")!.slice(1));
      expect(note?.textContent).toContain("Presidency of Valdoria, 21 May 2024, ¶2");
    }
    for (const [, text] of quotes)
      expect(document.body.textContent).toContain(text.replace("\u0001", ""));
  });

  test("languages are marked, and right-to-left words keep their direction", () => {
    expect(xml).toMatch(/<w:lang [^>]*w:eastAsia="zh-CN"/u);
    expect(xml).toMatch(/<w:lang w:val="ru-RU"/u);
    expect(xml).toMatch(/<w:rtl\/>(?:(?!<\/w:r>).)*اتفق/u);
    expect(notes).toMatch(/<w:rtl\/>(?:(?!<\/w:r>).)*اتفق/u);
    expect(xml).not.toMatch(/[\u0000-\u0008]/u);
  });
});

describe("forms of a search as people read them", () => {
  test.each([
    ["(practical|pragmatic) cooperation", "practical/pragmatic cooperation"],
    ["independent(ly|) ..2 judg(e|)ment~", "independent(ly) … judg(e)ment"],
    ["denazif*", "denazif"],
  ])("%s", (form, words) => expect(formWords(form)).toBe(words));
});
