import type { PhraseReport } from "../app/phrases/report.ts";
import type { PhraseCourse, PhraseUse } from "../core/phrases/over-time.ts";
import { attribute, text } from "./html-pages.ts";
import { linkTo } from "./page-link.ts";

/** Measures of the chart, in pixels. */
const size = { width: 760, left: 200, right: 20, panel: 74, gap: 22, top: 46, rug: 12 } as const;

/** Colours of sides that colour-blind readers can tell apart (Okabe and Ito 2008). */
const colours = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00"];

/** Phrases drawn in one chart; more would be too small to read. */
const mostPhrases = 12;

/**
 * Set phrases over time as one SVG: small multiples, a panel a phrase and side, with the share of documents a period as
 * a bar and its 90 % interval as a line, and below each panel a rug of the single documents, each a link to its place.
 */
export function phrasesToSvg(report: PhraseReport): string {
  const phrases = [...Map.groupBy(report.courses, (course) => course.phrase)].slice(0, mostPhrases);
  const courses = phrases.flatMap(([, own]) => own);
  const parties = [...new Set(courses.map((course) => course.party))];
  const height = size.top + courses.length * (size.panel + size.gap) + 30;
  const panels = courses.map((course, index) =>
    panel(
      course,
      report,
      size.top + index * (size.panel + size.gap),
      colours[parties.indexOf(course.party) % colours.length]!,
    ),
  );
  const title = `Set phrases over time, by ${report.length}, ${report.periods[0] ?? ""} to ${report.periods.at(-1) ?? ""}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${height}" viewBox="0 0 ${size.width} ${height}" font-family="system-ui, sans-serif" font-size="11" role="img" aria-label="${attribute(title)}">
<rect width="100%" height="100%" fill="#fff"/>
<text x="10" y="20" font-size="14" font-weight="600">${text(title)}</text>
<text x="10" y="36" fill="#555">Share of a side's documents that use the phrase; line: 90 % interval (Wilson); ticks: documents</text>
${panels.join("\n")}
</svg>
`;
}

function panel(course: PhraseCourse, report: PhraseReport, y: number, colour: string): string {
  const plot = size.panel - size.rug - 14;
  const most = Math.max(0.05, ...course.periods.map((period) => period.high));
  const scale = (share: number): number => y + plot - (share / most) * plot;
  const step = (size.width - size.left - size.right) / Math.max(1, report.periods.length);
  const x = new Map(report.periods.map((period, index) => [period, size.left + index * step]));
  const bars = course.periods.map((period) => {
    const left = x.get(period.period)!;
    const middle = (left + step / 2).toFixed(1);
    const label = `${period.period}: ${period.using} of ${period.documents} documents, ${(period.share * 100).toFixed(1)} % (${(period.low * 100).toFixed(1)}–${(period.high * 100).toFixed(1)} %)`;
    return `<g><title>${text(label)}</title><rect x="${(left + 1).toFixed(1)}" y="${scale(period.share).toFixed(1)}" width="${Math.max(1, step - 2).toFixed(1)}" height="${Math.max(0, y + plot - scale(period.share)).toFixed(1)}" fill="${colour}" fill-opacity="0.75"/><line x1="${middle}" x2="${middle}" y1="${scale(period.low).toFixed(1)}" y2="${scale(period.high).toFixed(1)}" stroke="#333" stroke-width="1"/></g>`;
  });
  const base = y + plot;
  return `<g>
<text x="10" y="${y + 12}" font-weight="600">${text(cut(report.labelOf(course.phrase)))}</text>
<text x="10" y="${y + 26}" fill="${colour}">${text(report.labelOf(course.party))}</text>
<text x="10" y="${y + 40}" fill="#555">${course.total.using} of ${course.total.documents}</text>
<text x="${size.left - 6}" y="${y + 40}" text-anchor="end" fill="#555">${Math.round(most * 100)} %</text>
<line x1="${size.left}" x2="${size.width - size.right}" y1="${base}" y2="${base}" stroke="#999"/>
${bars.join("\n")}
${course.uses.map((use) => tick(use, report, base + 3, x, step, colour)).join("\n")}
${yearMarks(report, x, base + size.rug + 12)}
</g>`;
}

/** A document in the rug, at its day, as a link to its page. */
function tick(
  use: PhraseUse,
  report: PhraseReport,
  y: number,
  x: ReadonlyMap<string, number>,
  step: number,
  colour: string,
): string {
  const page = report.pageOf(use.spans[0]!);
  const left = x.get(use.date.slice(0, report.length === "month" ? 7 : 4))!;
  const at = (left + step * shareOfPeriod(use.date, report.length)).toFixed(1);
  const label = `${use.date} ${page.title}: “${use.spans[0]!.quote}”`;
  return `<a href="${attribute(linkTo(page.url, page.path))}"><title>${text(label)}</title><line x1="${at}" x2="${at}" y1="${y}" y2="${y + size.rug - 3}" stroke="${colour}" stroke-width="1.2"/></a>`;
}

/** How far into its period a date lies, 0…1. */
function shareOfPeriod(date: string, length: PhraseReport["length"]): number {
  const [, month = 1, day = 15] = date.split("-").map(Number);
  return length === "month" ? (day - 0.5) / 31 : (month - 1 + (day - 0.5) / 31) / 12;
}

function yearMarks(report: PhraseReport, x: ReadonlyMap<string, number>, y: number): string {
  return report.periods
    .filter((period, index) => index === 0 || period.endsWith("-01") || report.length === "year")
    .map(
      (period) =>
        `<text x="${x.get(period)!.toFixed(1)}" y="${y}" fill="#777" font-size="9">${period.slice(0, 4)}</text>`,
    )
    .join("");
}

function cut(label: string): string {
  return label.length > 30 ? `${label.slice(0, 29)}…` : label;
}
