import type { Run } from "./runs.ts";

/** A printed line of one column. */
export interface Line {
  /** Runs from left to right. */
  readonly runs: readonly Run[];
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Baseline, points from the page's lower edge. */
  readonly y: number;
  /** Size of most of its characters. */
  readonly size: number;
}

/** Part of a page that is read line by line: a column, or what spans all columns. */
export interface Region {
  readonly lines: readonly Line[];
  readonly left: number;
  readonly right: number;
  /** Usual distance of its lines. */
  readonly leading: number;
}

/** Narrowest white strip between columns, in font sizes. Blanks of justified text stay below. */
const gutter = 0.9;

/** Fewest lines on either side of a gutter. */
const fewest = 4;

/**
 * The regions of a page in reading order: a strip that stays white through many lines parts columns;
 * what spans it stands above or below them.
 */
export function findRegions(runs: readonly Run[], depth = 0): Region[] {
  const lines = joinLines(runs);
  if (lines.length < fewest || depth > 6) return [regionOf(lines)];
  const cut = findColumns(lines);
  if (cut === null) return [regionOf(lines)];
  const above = lines.slice(0, cut.first).flatMap((line) => line.runs);
  const band = lines.slice(cut.first, cut.last + 1).flatMap((line) => line.runs);
  const below = lines.slice(cut.last + 1).flatMap((line) => line.runs);
  const middle = (run: Run): number => run.x + run.width / 2;
  return [
    above,
    band.filter((run) => middle(run) < cut.x),
    band.filter((run) => middle(run) >= cut.x),
    below,
  ]
    .filter((part) => part.length > 0)
    .flatMap((part) => findRegions(part, depth + 1));
}

function regionOf(lines: readonly Line[]): Region {
  const gaps = lines.slice(1).map((line, index) => lines[index]!.y - line.y);
  return {
    lines,
    left: Math.min(...lines.map((line) => line.left)),
    right: Math.max(...lines.map((line) => line.right)),
    leading: median(gaps.filter((gap) => gap > 0)) ?? (lines[0]?.size ?? 10) * 1.2,
  };
}

/** Lines by baseline, from the top down; runs of a line from left to right. */
export function joinLines(runs: readonly Run[]): Line[] {
  const sorted = runs.toSorted((a, b) => b.y - a.y || a.x - b.x);
  const groups: Run[][] = [];
  for (const run of sorted) {
    const group = groups.slice(-3).find((candidate) => belongs(run, candidate));
    if (group === undefined) groups.push([run]);
    else group.push(run);
  }
  return groups.map(lineOf).toSorted((a, b) => b.y - a.y);
}

/** On the line of a group: on its baseline, or a small raised or lowered mark beside one of its runs. */
function belongs(run: Run, group: readonly Run[]): boolean {
  return group.some((other) => {
    const distance = Math.abs(other.y - run.y);
    if (distance <= Math.max(1, Math.min(other.size, run.size) * 0.2)) return true;
    const [small, large] = other.size < run.size ? [other, run] : [run, other];
    if (small.size > large.size * 0.8 || distance > large.size * 0.45) return false;
    const gap = Math.max(small.x - (large.x + large.width), large.x - (small.x + small.width));
    return gap < large.size * 0.5;
  });
}

function lineOf(group: readonly Run[]): Line {
  const runs = group.toSorted((a, b) => a.x - b.x);
  const main = runs.reduce((best, run) => (weight(run) > weight(best) ? run : best));
  let text = "";
  let end = Number.NaN;
  for (const run of runs) {
    text += `${needsBlank(text, run, end) ? " " : ""}${run.text}`;
    end = run.x + run.width;
  }
  return {
    runs,
    text: text.replace(/\s+/gu, " ").trim(),
    left: runs[0]!.x,
    right: Math.max(...runs.map((run) => run.x + run.width)),
    y: main.y,
    size: main.size,
  };
}

function weight(run: Run): number {
  return run.text.trim().length * 1000 + run.size;
}

const ideograph = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/u;

/** Whether a blank stands between the text so far and the next run of its line. */
export function needsBlank(text: string, run: Run, end: number): boolean {
  if (text === "" || /\s$/u.test(text) || /^\s/u.test(run.text)) return false;
  const gap = run.x - end;
  const both = ideograph.test(text.at(-1)!) && ideograph.test(run.text[0]!);
  return gap > run.size * (both ? 0.8 : 0.17);
}

interface Cut {
  readonly x: number;
  readonly first: number;
  readonly last: number;
}

/** The white strip between two columns and the lines it parts; `null` where there is one column, or a table. */
function findColumns(lines: readonly Line[]): Cut | null {
  const left = Math.min(...lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.right));
  const size = median(lines.map((line) => line.size)) ?? 10;
  const width = right - left;
  if (width < size * 16) return null;
  let best: Cut | null = null;
  let most = 0;
  for (let x = left + width * 0.12; x < right - width * 0.12; x += Math.max(2, size * 0.3)) {
    for (const band of bandsAt(lines, x, size * gutter)) {
      const cut = trimBand(lines, band, x);
      if (cut === null || cut.last - cut.first <= most || !isText(lines, cut)) continue;
      best = cut;
      most = cut.last - cut.first;
    }
  }
  return best;
}

/** Stretches of lines that leave a strip around `x` white. */
function bandsAt(lines: readonly Line[], x: number, width: number): [number, number][] {
  const bands: [number, number][] = [];
  let first = -1;
  for (let index = 0; index <= lines.length; index++) {
    const line = lines[index];
    if (line !== undefined && isWhite(line, x, width)) {
      if (first === -1) first = index;
    } else if (first !== -1) {
      bands.push([first, index - 1]);
      first = -1;
    }
  }
  return bands;
}

function isWhite(line: Line, x: number, width: number): boolean {
  if (line.left >= x || line.right <= x) return true;
  let before = -Infinity;
  let after = Infinity;
  for (const run of line.runs) {
    const end = run.x + run.width;
    if (run.x < x && end > x) return false;
    if (end <= x) before = Math.max(before, end);
    else after = Math.min(after, run.x);
  }
  return after - before >= width;
}

/** The band from the first line with text on both sides of `x` (or on each in turn) to its last line. */
function trimBand(
  lines: readonly Line[],
  [from, to]: readonly [number, number],
  x: number,
): Cut | null {
  const sides = (index: number): number => {
    const line = lines[index]!;
    return (line.left < x ? 1 : 0) | (line.right > x ? 2 : 0);
  };
  let first = from;
  while (first < to && (sides(first) | sides(first + 1)) !== 3) first++;
  let onLeft = 0;
  let onRight = 0;
  for (let index = first; index <= to; index++) {
    const side = sides(index);
    if (side & 1) onLeft++;
    if (side & 2) onRight++;
  }
  return onLeft >= fewest && onRight >= fewest ? { x, first, last: to } : null;
}

/** Columns of text have long lines; cells of a table don't. In characters, ideographs count twice. */
const longLine = 24;

function isText(lines: readonly Line[], cut: Cut): boolean {
  const band = lines.slice(cut.first, cut.last + 1);
  return [
    band.map((line) => line.runs.filter((run) => run.x < cut.x)),
    band.map((line) => line.runs.filter((run) => run.x >= cut.x)),
  ].every((side) => {
    const lengths = side
      .filter((runs) => runs.length > 0)
      .map((runs) => runs.reduce((sum, run) => sum + columnsOf(run.text), 0))
      .toSorted((a, b) => a - b);
    return (lengths[Math.floor(lengths.length * 0.75)] ?? 0) >= longLine;
  });
}

function columnsOf(text: string): number {
  return text.length + (text.match(/[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff]/gu)?.length ?? 0);
}

/** The middle value; `undefined` of nothing. */
export function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
