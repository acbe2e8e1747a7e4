import * as Plot from "@observablehq/plot";
import type { EncounterLine, PhraseDetail } from "../../server/records.ts";
import { hrefOf, sideNumber } from "./basics.tsx";

/** What each chart is drawn from. */
export interface Charts {
  readonly months: readonly {
    readonly month: string;
    readonly documents: number;
    readonly encounters: number;
  }[];
  readonly timeline: readonly EncounterLine[];
  readonly phrase: PhraseDetail["uses"];
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
  const uses = data as Charts["phrase"];
  const rows = uses
    .filter((use) => use.published !== null)
    .map((use) => ({
      day: day(use.published!),
      party: use.party?.label ?? "Press",
      id: use.party?.id ?? null,
      label: `${use.published} ${use.title}`,
      href: hrefOf(use.place),
    }));
  return clickable(
    Plot.plot({
      ...common,
      height: 50 + 30 * new Set(rows.map((row) => row.party)).size,
      marginLeft: 110,
      x: { type: "utc", label: null, grid: true },
      y: { label: null },
      marks: [...new Set(rows.map((row) => row.id))].map((id) =>
        Plot.dot(
          rows.filter((row) => row.id === id),
          Plot.dodgeY({
            x: "day",
            fy: "party",
            anchor: "middle",
            r: 5,
            symbol: symbols[Math.max(0, sideNumber(id)) % symbols.length]!,
            fill: colourOf(id),
            title: "label",
            href: "href",
          }),
        ),
      ),
      fy: { label: null },
    }),
    onChoose,
  );
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
