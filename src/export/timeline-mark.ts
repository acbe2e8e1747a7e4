import type { TimelineEntry } from "../app/timeline/timeline.ts";
import { attribute, text } from "./html-pages.ts";
import { linkTo } from "./page-link.ts";

/** Colours of sides that colour-blind readers can tell apart (Okabe and Ito 2008). */
const colours = ["#0072b2", "#d55e00"];
/** For encounters of several sides, where a colour would stand for none of them. */
const several = "#555555";

/** Radius of a mark, in pixels. */
export const radius = 7;

/** Most sides that get a slice each; of more the share is drawn that has an account. */
const mostSlices = 6;

/** Where an entry is drawn. */
export interface Position {
  readonly x: number;
  readonly y: number;
  /** Ends of its interval, in pixels. */
  readonly from: number;
  readonly to: number;
  /** Number in the list below the chart. */
  readonly number: number;
}

/**
 * The mark of an encounter: a slice for every side in the order of the lane's name, filled where an account of that
 * side is held and linked to it; a bar over the days it lasted, or a line over those on one of which it took place.
 */
export function markOf(
  entry: TimelineEntry,
  at: Position,
  labelOf: (id: string) => string,
): string {
  return `<g><title>${text(titleOf(entry, labelOf))}</title>
${intervalOf(entry, at)}<a href="#e${at.number}"><circle cx="${px(at.x)}" cy="${px(at.y)}" r="${radius}" fill="#fff" stroke="#222" stroke-width="1.2"${entry.status === "held" ? "" : ' stroke-dasharray="2.5 2"'}/></a>
${slicesOf(entry, at)}${struck(entry, at)}<text x="${px(at.x + radius + (entry.precision === "within" ? 7 : 2))}" y="${px(at.y + 3)}" font-size="9" fill="#333">${at.number}</text></g>`;
}

/** What a mark stands for, in words. */
export function titleOf(entry: TimelineEntry, labelOf: (id: string) => string): string {
  const names = (ids: readonly string[]): string => ids.map(labelOf).join(", ");
  return [
    `${entry.when}: ${entry.label}${entry.status === "held" ? "" : ` (${entry.status})`}${entry.place === null ? "" : `, ${entry.place}`}`,
    entry.published.length === 0
      ? `No account held; ${entry.pages} ${entry.pages === 1 ? "page speaks" : "pages speak"} of it`
      : `Accounts held: ${names(entry.published)}`,
    ...(entry.unheard.length === 0 || entry.published.length === 0
      ? []
      : [`None held: ${names(entry.unheard)}`]),
  ].join("\n");
}

/** Pixels with one decimal. */
export function px(value: number): string {
  return (Math.round(value * 10) / 10).toString();
}

function intervalOf({ precision }: TimelineEntry, { from, to, x, y }: Position): string {
  if (precision === "days")
    return `<rect x="${px(from)}" y="${px(y - 3.5)}" width="${px(Math.max(2, to - from))}" height="7" rx="3.5" fill="#222" fill-opacity="0.22"/>\n`;
  if (precision !== "within") return "";
  // Shorter than the mark it would not be seen.
  const least = radius + 4;
  const [left, right] = [Math.min(from, x - least), Math.max(to, x + least)];
  return `<path d="M${px(left)} ${px(y - 4)}v8M${px(right)} ${px(y - 4)}v8M${px(left)} ${px(y)}H${px(right)}" fill="none" stroke="#222" stroke-width="1" stroke-dasharray="1.5 2"/>\n`;
}

function slicesOf(entry: TimelineEntry, at: Position): string {
  const { sides } = entry.encounter;
  const pair = sides.length <= 2;
  const shares =
    sides.length <= mostSlices
      ? sides.map((side, index) => ({ side, index, share: 1 / sides.length }))
      : [
          {
            side: entry.published[0] ?? "",
            index: 0,
            share: entry.published.length / sides.length,
          },
        ];
  return shares
    .filter(({ side }) => entry.published.includes(side))
    .map(({ side, index, share }) => {
      // A mark of two begins at the bottom, so that its first side is the left half.
      const turn = (pair ? 0.5 : 0) + index * share;
      const account = entry.accounts.find(({ party }) => party === side)!;
      const slice = `<path d="${pathOf(at, turn, share)}" fill="${pair ? colours[index]! : several}"/>`;
      return `<a href="${attribute(linkTo(account.url, account.path))}" target="_blank"><title>${text(account.title)}</title>${slice}</a>\n`;
    })
    .join("");
}

/** A slice of the mark from `turn` (0 at the top, clockwise) over a share of it. */
function pathOf({ x, y }: Position, turn: number, share: number): string {
  const inner = radius - 1.6;
  if (share >= 1)
    return `M${px(x - inner)} ${px(y)}a${inner} ${inner} 0 1 1 ${px(2 * inner)} 0a${inner} ${inner} 0 1 1 ${px(-2 * inner)} 0Z`;
  const point = (at: number): string =>
    `${px(x + inner * Math.sin(at * 2 * Math.PI))} ${px(y - inner * Math.cos(at * 2 * Math.PI))}`;
  return `M${px(x)} ${px(y)}L${point(turn)}A${inner} ${inner} 0 ${share > 0.5 ? 1 : 0} 1 ${point(turn + share)}Z`;
}

/** A stroke through what did not take place. */
function struck({ status }: TimelineEntry, { x, y }: Position): string {
  if (status !== "cancelled" && status !== "postponed") return "";
  return `<path d="M${px(x - radius)} ${px(y + radius)}L${px(x + radius)} ${px(y - radius)}" stroke="#222" stroke-width="1.6"/>\n`;
}
