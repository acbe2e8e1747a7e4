import * as Plot from "@observablehq/plot";
import type { PhraseDetail } from "../../server/finding-records.ts";
import type { EncounterLine, Named } from "../../server/records.ts";
import { hrefOf, sideNumber } from "./basics.tsx";

/** What each chart is drawn from. */
export interface Charts {
  readonly months: readonly {
    readonly month: string;
    readonly documents: number;
    readonly encounters: number;
  }[];
  readonly timeline: readonly EncounterLine[];
  readonly phrase: PhraseDetail;
}

const day = (value: string): Date =>
  new Date(`${value.length === 7 ? `${value}-01` : value}T00:00:00Z`);
const symbols = [
  "circle",
  "square",
  "triangle",
  "diamond",
  "triangle2",
  "star",
  "hexagon",
  "plus",
] as const;

/** Colour of a side as the style sheet has it. */
function colourOf(side: string | null): string {
  const number = sideNumber(side);
  return getComputedStyle(document.documentElement)
    .getPropertyValue(number < 0 ? "--press" : `--side-${number % 8}`)
    .trim();
}

/** Draw a chart. Its class is fixed, so that the policy can allow the one style element that Plot adds. */
export function draw<Name extends keyof Charts>(
  name: Name,
  data: Charts[Name],
  width: number,
  onChoose?: (href: string) => void,
): Element {
  const common = {
    width,
    className: "plot",
    style: { background: "none", fontSize: "12px", overflow: "visible" },
  };
  if (name === "months") {
    const rows = (data as Charts["months"]).flatMap(({ month, documents, encounters }) => [
      { month: day(month), number: documents, what: "pages" },
      { month: day(month), number: encounters, what: "encounters" },
    ]);
    return plain(
      Plot.plot({
        ...common,
        height: 170,
        marginLeft: 40,
        marginRight: 80,
        x: { type: "utc", label: null },
        y: { label: null, ticks: 3, tickFormat: "d" },
        fy: { label: null, domain: ["pages", "encounters"] },
        marks: [
          Plot.rectY(rows, {
            x: "month",
            interval: "month",
            y: "number",
            fy: "what",
            fill: "currentColor",
            fillOpacity: 0.7,
            insetLeft: 1,
          }),
          Plot.ruleY([0]),
        ],
      }),
    );
  }
  if (name === "timeline") {
    const rows = (data as Charts["timeline"])
      .filter((one) => one.earliest !== null)
      .map((one) => ({
        start: day(one.earliest!),
        end: day(one.latest ?? one.earliest!),
        mode: one.mode,
        accounts: one.accounts.length,
        label: `${one.when} ${one.label}`,
        href: `/encounter/${encodeURIComponent(one.id)}`,
      }));
    return clickable(
      Plot.plot({
        ...common,
        height: 60 + 26 * new Set(rows.map((row) => row.mode)).size,
        marginLeft: 110,
        x: { type: "utc", label: null, grid: true },
        y: { label: null },
        marks: [
          Plot.link(rows, {
            x1: "start",
            x2: "end",
            y: "mode",
            stroke: "currentColor",
            strokeWidth: 4,
            strokeOpacity: 0.35,
          }),
          Plot.dot(rows, {
            x: "start",
            y: "mode",
            r: (row: (typeof rows)[number]) => 4 + 2 * Math.min(row.accounts, 3),
            fill: (row: (typeof rows)[number]) => (row.accounts > 1 ? "currentColor" : "none"),
            stroke: "currentColor",
            title: "label",
            href: "href",
          }),
        ],
      }),
      onChoose,
    );
  }
  return clickable(phraseChart(data as Charts["phrase"], common), onChoose);
}

/** Uses of a phrase over time, a row a side: a mark a document, or, of many, a disc a month. */
function phraseChart({ marks, months }: PhraseDetail, common: Plot.PlotOptions): Element {
  const sideOf = (party: Named | null): { party: string; id: string | null } => ({
    party: party?.label ?? "Press",
    id: party?.id ?? null,
  });
  const layout = (rows: readonly { readonly party: string }[]): Plot.PlotOptions => ({
    ...common,
    height: 50 + 30 * new Set(rows.map((row) => row.party)).size,
    marginLeft: 110,
    x: { type: "utc", label: null, grid: true },
    y: { label: null },
    fy: { label: null },
  });
  const eachSide = <Row extends { readonly id: string | null }>(
    rows: readonly Row[],
    mark: (own: readonly Row[], look: Plot.DotOptions) => Plot.Markish,
  ): Plot.Markish[] =>
    [...Map.groupBy(rows, (row) => row.id)].map(([id, own]) =>
      mark(own, {
        symbol: symbols[Math.max(0, sideNumber(id)) % symbols.length]!,
        fill: colourOf(id),
      }),
    );
  if (marks !== null) {
    const rows = marks.map((use) => ({
      ...sideOf(use.party),
      day: day(use.published!),
      label: `${use.published} ${use.title}`,
      href: hrefOf(use.place),
    }));
    return Plot.plot({
      ...layout(rows),
      marks: eachSide(rows, (own, look) =>
        Plot.dot(
          own,
          Plot.dodgeY({
            ...look,
            x: "day",
            fy: "party",
            anchor: "middle",
            r: 5,
            title: "label",
            href: "href",
          }),
        ),
      ),
    });
  }
  const rows = months.map((one) => ({
    ...sideOf(one.party),
    day: day(one.month),
    count: one.count,
    label: `${one.month}: ${one.count} uses, ${one.held} pages held`,
  }));
  return Plot.plot({
    ...layout(rows),
    r: { range: [1, 9] },
    marks: eachSide(rows, (own, look) =>
      Plot.dot(own, {
        ...look,
        x: "day",
        y: "party",
        r: "count",
        fillOpacity: 0.75,
        title: "label",
      }),
    ),
  });
}

/** Links of a chart change the view without loading the page anew. */
function clickable(chart: Element, onChoose: ((href: string) => void) | undefined): Element {
  plain(chart);
  chart.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const href =
      link?.getAttribute("href") ?? link?.getAttributeNS("http://www.w3.org/1999/xlink", "href");
    if (href === null || href === undefined || onChoose === undefined) return;
    event.preventDefault();
    onChoose(href);
  });
  return chart;
}

/** Without the labels that Plot gives to groups, which have no role to bear them. */
function plain(chart: Element): Element {
  for (const group of chart.querySelectorAll("g[aria-label]")) group.removeAttribute("aria-label");
  return chart;
}
