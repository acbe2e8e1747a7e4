import pc from "picocolors";
import { isWithin } from "../app/timeline/arrange.ts";
import type { Timeline, TimelineEntry, TimelineLane } from "../app/timeline/timeline.ts";
import { modeNames } from "../app/brief/labels.ts";
import { daysBetween } from "../core/time/calendar.ts";
import type { Io } from "./io.ts";
import { displayWidth, plainLine, wrap } from "./text.ts";

/** Encounters and lanes shown when not all are asked for. */
const mostEntries = 80;
const mostLanes = 20;

/** Marks of one encounter by whose account is held: of none, of some, of all sides. */
const marks = { none: "○", some: "◐", all: "●" } as const;

/**
 * Encounters in time for a terminal: a line for every pair of sides with its encounters along the axis (`●` accounts of
 * all sides held, `◐` of some, `○` of none, a digit where several fall together), then the encounters with their
 * accounts.
 */
export function timelineToTerminal(
  timeline: Timeline,
  io: Pick<Io, "colour" | "columns">,
  all: boolean,
): string {
  const colour = pc.createColors(io.colour);
  const width = Math.max(80, Math.min(io.columns, 160));
  if (timeline.entries.length === 0)
    return `No encounter${timeline.leftOut > 0 ? ` fits (${timeline.leftOut} do not)` : " in these pages"}.\n`;
  const shown = all ? timeline.entries : timeline.entries.slice(0, mostEntries);
  const lines = [
    ...chartOf(timeline, width, colour, all),
    ...shown.flatMap((entry) => entryLines(entry, timeline, width, colour)),
  ];
  if (shown.length < timeline.entries.length)
    lines.push(
      "",
      colour.dim(
        `… and ${timeline.entries.length - shown.length} more encounters (--all shows them)`,
      ),
    );
  return `${lines.join("\n")}\n`;
}

type Colour = ReturnType<typeof pc.createColors>;

function chartOf(timeline: Timeline, width: number, colour: Colour, all: boolean): string[] {
  const { span } = timeline;
  if (span === null) return [];
  const charted = timeline.lanes
    .map((lane) => ({ ...lane, entries: lane.entries.filter((entry) => isWithin(entry, span)) }))
    .filter(({ entries }) => entries.length > 0);
  const lanes = all ? charted : charted.slice(0, mostLanes);
  const labels = lanes.map(({ label }) => plainLine(label));
  const column = Math.min(34, Math.max(12, ...labels.map(displayWidth)));
  const room = width - column - 3;
  const { earliest: first, latest: last } = span;
  const ends = `${first}${" ".repeat(Math.max(1, room - first.length - last.length))}${last}`;
  return [
    `${" ".repeat(column + 2)}${colour.dim(ends)}`,
    ...lanes.map((lane, index) => {
      const label = cut(labels[index]!, column);
      const blank = " ".repeat(column - displayWidth(label) + 2);
      return `${label}${blank}${colour.cyan(strip(lane, first, last, room))}`;
    }),
    ...(lanes.length < charted.length
      ? [colour.dim(`… and ${charted.length - lanes.length} more pairs (--all shows them)`)]
      : []),
    colour.dim(
      `${marks.all} accounts of all sides held  ${marks.some} of some  ${marks.none} of none  2…9 several  - somewhere here`,
    ),
    "",
  ];
}

/** A column a stretch of time. */
function strip({ entries }: TimelineLane, first: string, last: string, room: number): string {
  const length = Math.max(1, daysBetween(first, last));
  const at = (day: string): number =>
    Math.round((daysBetween(first, day) / length) * Math.max(0, room - 1));
  const cells = Array.from({ length: room }, () => "·");
  const counts = new Map<number, number>();
  const placed = entries.map((entry) => {
    const { earliest, latest } = entry.encounter.date;
    const [from, to] = [
      at(earliest! < first ? first : earliest!),
      at(latest! > last ? last : latest!),
    ];
    const cell = entry.precision === "within" ? Math.round((from + to) / 2) : from;
    for (let covered = from; covered <= to; covered++) cells[covered] = "-";
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
    return { cell, entry };
  });
  for (const { cell, entry } of placed) {
    const count = counts.get(cell)!;
    cells[cell] = count === 1 ? markOf(entry) : String(Math.min(9, count));
  }
  return cells.join("");
}

function markOf({ published, unheard }: TimelineEntry): string {
  if (published.length === 0) return marks.none;
  return unheard.length === 0 ? marks.all : marks.some;
}

function entryLines(
  entry: TimelineEntry,
  { labelOf }: Timeline,
  width: number,
  colour: Colour,
): string[] {
  const { encounter, accounts, unheard, pages } = entry;
  const notes = [
    ...(entry.status === "held" ? [] : [entry.status]),
    ...(entry.place === null ? [] : [entry.place]),
    ...(entry.within === null ? [] : [`within ${entry.within}`]),
  ];
  const what = plainLine([entry.label, ...notes].join(", "));
  const told =
    accounts.length === 0
      ? `no account held; ${pages} ${pages === 1 ? "page speaks" : "pages speak"} of it`
      : unheard.length === 0
        ? ""
        : `no account held of ${unheard.map((side) => labelOf(side)).join(", ")}`;
  return [
    wrap(
      `${colour.bold(entry.when)}  ${what}  ${colour.dim(encounter.id)}`,
      width,
      `${markOf(entry)} `,
      "    ",
    ),
    ...accounts.map(({ party, title, url, path, copyOf }) => {
      const copy = copyOf === null ? "" : " (same text)";
      return wrap(
        `${labelOf(party)}${copy}: ${plainLine(title)} ${colour.dim(plainLine(url ?? path))}`,
        width,
        "    ",
        "      ",
      );
    }),
    ...(told === "" ? [] : [colour.dim(`    ${plainLine(told)}`)]),
  ];
}

function cut(label: string, room: number): string {
  if (displayWidth(label) <= room) return label;
  let short = label;
  while (displayWidth(short) >= room) short = short.slice(0, -1);
  return `${short}…`;
}

/** Names of the modes that `--mode` takes. */
export const modeIds: readonly string[] = Object.keys(modeNames);
