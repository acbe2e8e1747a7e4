import { readdirSync, readFileSync } from "node:fs";
import { cleanPage } from "../../src/core/clean/clean-page.ts";
import type { Document, Range } from "../../src/core/document.ts";
import { annotate } from "../../src/core/pipeline.ts";
import { toPage } from "../../src/core/offset-map.ts";
import type { Page } from "../../src/core/page.ts";
import type { Assessment } from "../../src/core/records.ts";
import { pageFromBytes } from "../../src/ingest/load-page.ts";
import { loadContext } from "../../src/resources/load.ts";
import type { Evaluation, Report } from "../evaluation.ts";
import { holds, readGold, type GoldPage, type GoldSpan } from "../gold/gold.ts";
import { corpusPage } from "../pages.ts";
import { parseMarkedPage, type MarkedJudgement } from "./marked-page.ts";
import { emptyTally, percent, type Tally } from "./tally.ts";

/** Gold of the press pages: the same members with places for words. */
interface PressPage extends GoldPage {
  readonly judgements: readonly {
    readonly type: Assessment["type"];
    readonly negated: boolean;
    readonly term: GoldSpan;
    readonly about: GoldSpan;
    readonly holder: GoldSpan | null;
    readonly optional?: boolean;
  }[];
  readonly figures: readonly GoldSpan[];
}

/** A page with what a person marked in it. */
interface Marked {
  readonly name: string;
  readonly page: Page;
  readonly judgements: readonly MarkedJudgement[];
  readonly figures: readonly Range[];
}

/** Assessments and figures on twenty pages written for it and the five press pages. */
export const judgementsEvaluation: Evaluation = {
  name: "judgements",
  about: "assessments and figures on 20 pages of opinion written for it and 5 press pages",
  needs: ["press"],
  run: (data) => measure(data),
};

function measure(data: string): Report {
  const context = loadContext();
  const own = ownPages();
  const all = emptyTally();
  const details: string[] = [];
  const parts = new Map<string, Tally>();
  for (const marked of [...own, ...pressPages(data)]) {
    const document = annotate(cleanPage(marked.page, context, null), context);
    const part = marked.name.startsWith("press") ? "press" : (document.language ?? "-");
    const tally = parts.get(part) ?? emptyTally();
    parts.set(part, tally);
    compareJudgements(document, marked, [all, tally], details);
    compareFigures(document, marked, [all, tally], details);
  }
  return { measures: measuresOf(all, parts), details: details.toSorted() };
}

function measuresOf(all: Tally, parts: ReadonlyMap<string, Tally>): Report["measures"] {
  const precision = (tally: Tally): number => percent(tally.right, tally.right + tally.wrong);
  const recall = (tally: Tally): number => percent(tally.right, tally.right + tally.missed);
  return [
    { name: "assessments P", value: precision(all), target: 85 },
    { name: "assessments R", value: recall(all), target: 75 },
    ...[...parts].flatMap(([name, tally]) => [
      { name: `  ${name} P`, value: precision(tally) },
      { name: `  ${name} R`, value: recall(tally) },
    ]),
    { name: "of those found: type right", value: percent(all.type, all.right) },
    { name: "negation right", value: percent(all.negation, all.right) },
    { name: "holder right", value: percent(all.holder, all.right) },
    { name: "figures P", value: percent(all.figures, all.figures + all.figuresWrong), target: 90 },
    { name: "figures R", value: percent(all.figures, all.figures + all.figuresMissed) },
  ];
}

function compareJudgements(
  document: Document,
  { name, judgements, page }: Marked,
  tallies: readonly Tally[],
  details: string[],
): void {
  const count = (key: keyof Tally): void => tallies.forEach((tally) => tally[key]++);
  const taken = new Set<Assessment>();
  const ofPage = (range: Range): Range => inPage(document, range);
  for (const gold of judgements) {
    const found = document.layers.assessments.find(
      (one) => !taken.has(one) && isSame(ofPage(one.termRange), ofPage(one.about), gold),
    );
    const words = page.source.slice(gold.term.start, gold.term.end);
    const about = page.source.slice(gold.about.start, gold.about.end).replace(/\s+/gu, " ");
    if (found === undefined) {
      if (gold.optional) continue;
      count("missed");
      details.push(`missed  ${gold.type} ${name}: ${words} | ${about}`);
      continue;
    }
    taken.add(found);
    if (gold.optional) continue;
    count("right");
    if (found.type === gold.type) count("type");
    else details.push(`type    ${name}: ${words}: ${found.type}, not ${gold.type}`);
    if (found.negated === gold.negated) count("negation");
    else details.push(`negated ${name}: ${words}: ${found.negated}`);
    if (isHolder(document, found, gold)) count("holder");
    else
      details.push(`holder  ${name}: ${words}: ${found.assessorQuote || "-"}, not ${gold.holder}`);
  }
  for (const one of document.layers.assessments) {
    if (taken.has(one)) continue;
    count("wrong");
    const about = document.text.slice(one.about.start, one.about.end).replace(/\s+/gu, " ");
    details.push(`false   ${one.type} ${name}: ${one.term} | ${about} | ${one.rule}`);
  }
}

/** Terms overlap, and of what they are about most of the characters are the same. */
function isSame(term: Range, about: Range, gold: MarkedJudgement): boolean {
  const both = (a: Range, b: Range): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);
  if (both(term, gold.term) <= 0) return false;
  const shared = both(about, gold.about);
  const union = Math.max(about.end, gold.about.end) - Math.min(about.start, gold.about.start);
  return shared / union >= 0.5;
}

function isHolder(document: Document, found: Assessment, { holder }: MarkedJudgement): boolean {
  if (holder === null) return ownNames(document).has(found.assessorQuote);
  return (
    found.assessorQuote.toLowerCase().includes(holder.toLowerCase()) ||
    holder.includes(found.assessorQuote || "-")
  );
}

function ownNames(document: Document): ReadonlySet<string> {
  return new Set([...document.byline, document.outlet ?? "", ""]);
}

function compareFigures(
  document: Document,
  { name, figures, page }: Marked,
  tallies: readonly Tally[],
  details: string[],
): void {
  const count = (key: keyof Tally): void => tallies.forEach((tally) => tally[key]++);
  const found = document.layers.figures.map((figure) => inPage(document, figure));
  const overlaps = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;
  for (const gold of figures) {
    if (found.some((figure) => overlaps(figure, gold))) count("figures");
    else {
      count("figuresMissed");
      details.push(`figure missed ${name}: ${page.source.slice(gold.start, gold.end)}`);
    }
  }
  for (const figure of found)
    if (!figures.some((gold) => overlaps(gold, figure))) {
      count("figuresWrong");
      details.push(`figure false ${name}: ${page.source.slice(figure.start, figure.end)}`);
    }
}

/** A range of the clean text in the page as it came. */
function inPage(document: Document, { start, end }: Range): Range {
  return toPage(document.offsets, { start, end }) ?? { start: -1, end: -1 };
}

function ownPages(): Marked[] {
  const folder = new URL("../gold/judgements/", import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .toSorted()
    .map((file) => {
      const { text, judgements, figures } = parseMarkedPage(
        readFileSync(new URL(file, folder), "utf8"),
      );
      const { page } = pageFromBytes(file, new TextEncoder().encode(text));
      if (page === null) throw new Error(`${file} can't be read`);
      // Front matter is no part of a page's source.
      const shift = text.length - page.source.length;
      const moved = ({ start, end }: Range): Range => ({ start: start - shift, end: end - shift });
      return {
        name: file,
        page,
        judgements: judgements.map((one) => ({
          ...one,
          term: moved(one.term),
          about: moved(one.about),
        })),
        figures: figures.map(moved),
      };
    });
}

function pressPages(data: string): Marked[] {
  return readGold<PressPage>("judgements-press").map(({ page: name, judgements, figures }) => {
    const page = corpusPage(data, name);
    const spans = judgements.flatMap(({ term, about, holder }) =>
      holder === null ? [term, about] : [term, about, holder],
    );
    for (const span of [...spans, ...figures])
      if (!holds(page.source, span))
        throw new Error(`${name}: the page is not the one that was marked at ${span.start}`);
    return {
      name,
      page,
      judgements: judgements.map(({ holder, optional, ...rest }) => ({
        ...rest,
        holder: holder === null ? null : page.source.slice(holder.start, holder.end),
        optional: optional ?? false,
      })),
      figures,
    };
  });
}
