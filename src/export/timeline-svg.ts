import { modeNames } from "../app/brief/labels.ts";
import { isWithin } from "../app/timeline/arrange.ts";
import type { Timeline, TimelineEntry, TimelineLane } from "../app/timeline/timeline.ts";
import type { DateInterval, EncounterMode } from "../core/records.ts";
import { addDays, daysBetween } from "../core/time/calendar.ts";
import { attribute, text } from "./html-pages.ts";
import { linkTo } from "./page-link.ts";
import { scaleOf, ticksOf, type Scale } from "./timeline-axis.ts";
import { markOf, px, radius, type Position } from "./timeline-mark.ts";

/** Measures of the chart, in pixels. */
const size = {
  width: 1000,
  left: 190,
  right: 40,
  top: 96,
  lane: 24,
  row: 20,
  gap: 10,
  line: 15,
} as const;

/** Room a mark takes with its number, in pixels. */
const markWidth = 2 * radius + 18;

/** Encounters drawn in one chart; more would be too small to read. */
const mostEntries = 250;

/**
 * Encounters over time as one SVG: a lane for every pair of sides, in it a row for every mode, in that a mark for every
 * encounter; below, numbered as in the chart, a list of them with links to the accounts.
 */
export function timelineToSvg(timeline: Timeline): string {
  const entries = timeline.entries.slice(-mostEntries);
  const domain = domainOf(timeline.span);
  const numbers = new Map(entries.map((entry, index) => [entry, index + 1]));
  const isDrawn = (entry: TimelineEntry): boolean => numbers.has(entry) && isWithin(entry, domain);
  const scale = scaleOf(
    domain ?? { earliest: "2000-01-01", latest: "2000-12-31" },
    size.left + radius,
    size.width - size.right,
  );
  let y = size.top;
  const lanes: string[] = [];
  for (const lane of timeline.lanes) {
    const own = lane.entries.filter(isDrawn);
    if (own.length === 0) continue;
    const drawn = laneOf({ ...lane, entries: own }, y, scale, numbers, timeline.labelOf);
    lanes.push(drawn.svg);
    y += drawn.height + size.gap;
  }
  const axis = domain === null ? "" : axisOf(domain, scale, y);
  const list = listOf(entries, numbers, isDrawn, y + 40, timeline.labelOf);
  const height = y + 40 + list.height + 20;
  const title =
    domain === null ? "Encounters" : `Encounters ${domain.earliest} to ${domain.latest}`;
  const described = `${entries.length} encounters by sides and mode. ${timeline.lanes
    .map(({ label, entries: own }) => `${label}: ${own.length}`)
    .slice(0, 12)
    .join("; ")}. The list below the chart has them in time order with their accounts.`;
  const more = timeline.entries.length - entries.length;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${px(height)}" viewBox="0 0 ${size.width} ${px(height)}" font-family="system-ui, sans-serif" font-size="11" fill="#222" role="graphics-document document" aria-labelledby="timeline-title timeline-desc">
<title id="timeline-title">${text(title)}</title>
<desc id="timeline-desc">${text(described)}</desc>
<rect width="100%" height="100%" fill="#fff"/>
<text x="12" y="24" font-size="15" font-weight="600">${text(title)}</text>
<text x="12" y="41" fill="#555">${text(more > 0 ? `The last ${entries.length} of ${timeline.entries.length} encounters` : `${entries.length} encounters`)} these pages speak of</text>
${legend(58)}
${axis}
${lanes.join("\n")}
${list.svg}
</svg>
`;
}

/** The days that the chart spans, with a margin. */
function domainOf(span: DateInterval | null): DateInterval | null {
  if (span === null) return null;
  const margin = Math.max(1, Math.round(daysBetween(span.earliest, span.latest) * 0.02));
  return { earliest: addDays(span.earliest, -margin), latest: addDays(span.latest, margin) };
}

function laneOf(
  lane: TimelineLane,
  top: number,
  scale: Scale,
  numbers: ReadonlyMap<TimelineEntry, number>,
  labelOf: (id: string) => string,
): { readonly svg: string; readonly height: number } {
  let y = top + size.lane;
  const parts = [
    `<line x1="12" x2="${size.width - size.right}" y1="${top}" y2="${top}" stroke="#ccc"/>`,
    `<text x="12" y="${top + 16}" font-weight="600" font-size="12">${text(lane.label)} <tspan fill="#555" font-weight="400">${lane.entries.length}</tspan></text>`,
  ];
  const byMode = Map.groupBy(lane.entries, ({ mode }) => mode);
  for (const mode of Object.keys(modeNames) as EncounterMode[]) {
    const own = byMode.get(mode);
    if (own === undefined) continue;
    parts.push(
      `<text x="${size.left - 8}" y="${y + 13}" text-anchor="end" fill="#555">${modeNames[mode]}</text>`,
    );
    const ends: number[] = [];
    for (const entry of own) {
      const at = placed(entry, scale, numbers.get(entry)!);
      const free = ends.findIndex((end) => end <= Math.min(at.from, at.x - radius));
      const level = free === -1 ? ends.length : free;
      ends[level] = Math.max(at.to + 3, at.x - radius + markWidth);
      parts.push(markOf(entry, { ...at, y: y + 10 + level * size.row }, labelOf));
    }
    y += ends.length * size.row;
  }
  return { svg: `<g>${parts.join("\n")}</g>`, height: y - top };
}

/** Where an entry lies across; a day that is not known is marked in the middle of its interval. */
function placed(entry: TimelineEntry, scale: Scale, number: number): Position {
  const { earliest, latest } = entry.encounter.date;
  const clip = (x: number): number => Math.min(size.width - size.right, Math.max(size.left, x));
  const [from, to] = [clip(scale(earliest!)), clip(scale(latest!))];
  return { x: entry.precision === "within" ? (from + to) / 2 : from, y: 0, from, to, number };
}

function axisOf(domain: DateInterval, scale: Scale, bottom: number): string {
  return ticksOf(domain)
    .map(({ day, label, strong }) => {
      const x = px(scale(day));
      return `<line x1="${x}" x2="${x}" y1="${size.top - 8}" y2="${px(bottom)}" stroke="${strong ? "#bbb" : "#e4e4e4"}"/><text x="${x}" y="${size.top - 12}" text-anchor="middle" font-size="10" fill="#555"${strong ? ' font-weight="600"' : ""}>${label}</text><text x="${x}" y="${px(bottom + 14)}" text-anchor="middle" font-size="10" fill="#555">${label}</text>`;
    })
    .join("\n");
}

/** What the marks mean. */
function legend(y: number): string {
  const circle = (x: number, more = ""): string =>
    `<circle cx="${x}" cy="${y}" r="${radius}" fill="#fff" stroke="#222" stroke-width="1.2"${more}/>`;
  const half = (x: number, sweep: 0 | 1, colour: string): string =>
    `<path d="M${x} ${y - 5.4}A5.4 5.4 0 0 ${sweep} ${x} ${y + 5.4}Z" fill="${colour}"/>`;
  const word = (x: number, words: string): string =>
    `<text x="${x}" y="${y + 4}" fill="#333" font-size="10">${words}</text>`;
  return `<g>${circle(20)}${half(20, 0, "#0072b2")}${word(32, "account of the side named first")}
${circle(212)}${half(212, 1, "#d55e00")}${word(224, "of the second")}
${circle(316)}${word(328, "no account held")}
${circle(430, ' stroke-dasharray="2.5 2"')}${word(442, "announced or disputed")}
${circle(572, ' stroke-dasharray="2.5 2"')}<path d="M565 ${y + 7}L579 ${y - 7}" stroke="#222" stroke-width="1.6"/>${word(584, "called off")}
<rect x="652" y="${y - 3.5}" width="30" height="7" rx="3.5" fill="#222" fill-opacity="0.22"/>${word(688, "lasted so long")}
<path d="M778 ${y - 4}v8M808 ${y - 4}v8M778 ${y}H808" fill="none" stroke="#222" stroke-dasharray="1.5 2"/>${word(814, "on one of these days")}</g>`;
}

function listOf(
  entries: readonly TimelineEntry[],
  numbers: ReadonlyMap<TimelineEntry, number>,
  isDrawn: (entry: TimelineEntry) => boolean,
  top: number,
  labelOf: (id: string) => string,
): { readonly svg: string; readonly height: number } {
  const lines = entries.map((entry, index) => {
    const y = top + index * size.line;
    const number = numbers.get(entry)!;
    const notes = [
      ...(entry.status === "held" ? [] : [entry.status]),
      ...(isDrawn(entry) ? [] : ["not in the chart"]),
    ];
    const links = [...Map.groupBy(entry.accounts, ({ party }) => party)].flatMap(([party, own]) =>
      own.map(({ url, path, title }, copy) => {
        const name = copy === 0 ? labelOf(party) : String(copy + 1);
        return `<a href="${attribute(linkTo(url, path))}" target="_blank"><title>${text(title)}</title><tspan fill="#0b5394" text-decoration="underline">${text(name)}</tspan></a>`;
      }),
    );
    const told = links.length > 0 ? links.join(" ") : `<tspan fill="#777">no account held</tspan>`;
    return `<text id="e${number}" y="${y}"><tspan x="36" text-anchor="end" fill="#555">${number}</tspan><tspan x="44">${text(entry.when)}</tspan><tspan x="252">${text(cut(`${entry.label}${notes.length === 0 ? "" : ` [${notes.join(", ")}]`}`))}</tspan><tspan x="735">${told}</tspan></text>`;
  });
  return { svg: lines.join("\n"), height: lines.length * size.line };
}

/** Room of the list for what took place, in characters. */
const mostCharacters = 80;

function cut(label: string): string {
  return label.length > mostCharacters ? `${label.slice(0, mostCharacters - 1)}…` : label;
}
