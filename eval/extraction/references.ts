import { Readability } from "@mozilla/readability";
import { Defuddle } from "defuddle/node";
import { parseHTML } from "linkedom";
import { decodeBytes } from "../../src/ingest/decode.ts";
import type { Evaluation, Measure, Report } from "../evaluation.ts";
import { aebPages, fundusPages, type BenchmarkPage } from "./benchmark-pages.ts";
import { bodyScores, matchShingles } from "./shingles.ts";

/** Reference systems on the pages of the evaluation `extraction`: development only, nothing of them ships. */
export const referencesEvaluation: Evaluation = {
  name: "extraction-references",
  about: "Readability and Defuddle (on linkedom) on the same pages, by the same measure",
  needs: ["pages/aeb", "pages/fundus"],
  run: async (data): Promise<Report> => {
    const measures: Measure[] = [];
    for (const [set, pages] of [
      ["AEB", aebPages(data)],
      ["Fundus", fundusPages(data)],
    ] as const)
      for (const [system, extract] of [
        ["Readability", byReadability],
        ["Defuddle", byDefuddle],
      ] as const)
        measures.push(...(await measure(`${set} ${system}`, pages, extract)));
    return { measures, details: [] };
  },
};

type Extract = (html: string, url: string) => string | Promise<string>;

async function measure(
  name: string,
  pages: readonly BenchmarkPage[],
  extract: Extract,
): Promise<Measure[]> {
  let thrown = 0;
  let milliseconds = 0;
  const matches = [];
  for (const { bytes, url, body } of pages) {
    const html = decodeBytes(bytes).text;
    const before = process.cpuUsage();
    let text = "";
    try {
      text = await extract(html, url);
    } catch {
      thrown++;
    }
    const used = process.cpuUsage(before);
    milliseconds += (used.user + used.system) / 1000;
    matches.push(matchShingles(body, text));
  }
  const { f1, precision, recall } = bodyScores(matches);
  return [
    { name: `${name} F1`, value: f1 },
    { name: `${name} precision`, value: precision },
    { name: `${name} recall`, value: recall },
    { name: `${name}: pages that throw`, value: thrown, unit: "pages" },
    { name: `${name}: processor time`, value: milliseconds / pages.length, unit: "ms a page" },
  ];
}

function byReadability(html: string): string {
  const { document } = parseHTML(html);
  const result = new Readability(document as never).parse();
  return result === null ? "" : textOf(result.content ?? "");
}

async function byDefuddle(html: string, url: string): Promise<string> {
  const { document } = parseHTML(html);
  const result = await Defuddle(document as never, url, { useAsync: false });
  return textOf(result.content);
}

/** Text of an extract with a line break at every block element: `textContent` would join words. */
function textOf(html: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  return blockText(document.body as unknown as LinkedNode);
}

interface LinkedNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: readonly LinkedNode[];
}

const blocks =
  /^(?:P|H[1-6]|LI|BLOCKQUOTE|FIGCAPTION|DIV|SECTION|ARTICLE|UL|OL|TABLE|TR|TD|TH|PRE|HEADER|MAIN|FIGURE|DD|DT|DL|ADDRESS|BR|HR|FOOTER|ASIDE|NAV)$/;

function blockText(node: LinkedNode): string {
  if (node.nodeType === 3) return node.nodeValue ?? "";
  const inner = [...node.childNodes].map(blockText).join("");
  return blocks.test(node.nodeName) ? `\n${inner}\n` : inner;
}
