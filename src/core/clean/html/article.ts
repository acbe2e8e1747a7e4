import type { Context } from "../../context.ts";
import type { DroppedLine } from "../../document.ts";
import type { Element } from "../../html-tree.ts";
import { chromeRuleFor } from "../chrome-rules.ts";
import { isTitle, saysTitle } from "../title.ts";
import { collectLines, type HtmlLine } from "./lines.ts";
import { findMainContent } from "./main-content.ts";

/** The lines of an HTML page that belong to its article or head it, and what stands around them. */
export interface HtmlArticle {
  readonly lines: readonly HtmlLine[];
  readonly dropped: readonly DroppedLine[];
  /** Lines in the article's stretch of the page that its block leaves out and that are no furniture. */
  readonly inside: readonly HtmlLine[];
  /** Such lines right above and below it: some templates put author and date there. */
  readonly around: readonly HtmlLine[];
}

/** A title stands at most so many lines above the text. */
const headLines = 14;

/**
 * Find the article of an HTML page with its head: the heading above it and what stands between
 * (standfirst, byline, date).
 * @param title - as metadata gives it
 */
export function htmlArticle(root: Element, title: string | null, context: Context): HtmlArticle {
  const all = collectLines(root, context);
  const { main, outside } = findMainContent(all, title);
  const open = outside.filter(({ rule }) => rule === "clean/outside-article");
  const head = headOf(all, main, new Set(open.map(({ line }) => line)), title);
  const heading = new Set(head);
  const left = open.map(({ line }) => line).filter((line) => !heading.has(line));
  const first = (head[0] ?? main[0])?.start ?? 0;
  const last = main.at(-1)?.start ?? Infinity;
  return {
    lines: [...head.map((line) => ({ ...line, apart: "above" as const })), ...main],
    dropped: droppedLines(outside.filter(({ line }) => !heading.has(line))),
    inside: left.filter(({ start }) => start >= first && start <= last).slice(0, factLines.inside),
    around: linesAround(left, first, last, context),
  };
}

/** Facts stand at most so many lines above, inside and below an article whose block leaves them out. */
const factLines = { above: 3, inside: 6, below: 14 } as const;

/**
 * What is left out of an article from its first line to its last, with a few lines above and below, as far as
 * nothing else is offered to read.
 */
function linesAround(
  open: readonly HtmlLine[],
  from: number,
  to: number,
  context: Context,
): HtmlLine[] {
  const below = open.filter(({ start }) => start > to);
  const next = below.findIndex(({ text }) => chromeRuleFor(text, context) === "clean/suggested");
  return [
    ...open.filter(({ start }) => start < from).slice(-factLines.above),
    ...below.slice(0, next === -1 ? factLines.below : Math.min(next, factLines.below)),
  ];
}

/** A tree that is all article (a word processor's file, a PDF): every line of it. */
export function wholeArticle(root: Element, context: Context): HtmlArticle {
  return { lines: collectLines(root, context), dropped: [], inside: [], around: [] };
}

/** Lines from the title to the article, where they stand outside of it. */
function headOf(
  all: readonly HtmlLine[],
  main: readonly HtmlLine[],
  open: ReadonlySet<HtmlLine>,
  title: string | null,
): HtmlLine[] {
  const first = main[0];
  if (first === undefined) return [];
  const end = all.findIndex(({ start }) => start === first.start);
  const isHeading = (line: HtmlLine): boolean =>
    isTitle(line.text, title) ||
    (open.has(line) &&
      (line.tag === "h1" ||
        (/^h[2-3]$/.test(line.tag) && title !== null && saysTitle(line.text, title))));
  const isOwnHeading = (line: HtmlLine): boolean => isTitle(line.text, title) || line.tag === "h1";
  if (main.some((line, index) => index < headLines && isOwnHeading(line))) return [];
  let from = end - 1;
  while (from >= 0 && !isHeading(all[from]!)) from--;
  if (from < 0) return [];
  const between = all.slice(from, end).filter((line) => open.has(line) || line === all[from]);
  return between.slice(0, headLines);
}

/** Longest text kept of a dropped stretch, in characters. */
const longestShown = 300;

/** One entry for each stretch of neighbouring lines that go for the same reason. */
function droppedLines(
  outside: readonly { readonly line: HtmlLine; readonly rule: string }[],
): DroppedLine[] {
  const dropped: DroppedLine[] = [];
  let group: unknown = null;
  for (const { line, rule } of outside) {
    const last = dropped.at(-1);
    const key = line.furniture ?? rule;
    if (last !== undefined && last.rule === rule && key === group && line.start >= last.end) {
      const text =
        last.text.length > longestShown ? last.text : shortened(`${last.text} · ${line.text}`);
      dropped[dropped.length - 1] = { ...last, end: Math.max(last.end, line.end), text };
    } else {
      dropped.push({ start: line.start, end: line.end, text: shortened(line.text), rule });
      group = key;
    }
  }
  return dropped;
}

function shortened(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown)} …` : text;
}
