import pc from "picocolors";
import type { PhraseReport } from "../app/phrases/report.ts";
import type { PhraseChange, PhraseCourse } from "../core/phrases/over-time.ts";
import type { Io } from "./io.ts";
import { displayWidth, plainLine, wrap } from "./text.ts";

/** Phrases shown when not all are asked for. */
const mostPhrases = 30;

const blocks = "▁▂▃▄▅▆▇█";

/**
 * Set phrases over time for a terminal: a line a side with its share of documents, the interval, first and last use and
 * a bar a period (`·` no use, a blank where the side has no document); below it what changed.
 */
export function phrasesToTerminal(
  report: PhraseReport,
  io: Pick<Io, "colour" | "columns">,
  all: boolean,
): string {
  const colour = pc.createColors(io.colour);
  const width = Math.max(80, Math.min(io.columns, 160));
  const lines: string[] = [];
  const groups = [...Map.groupBy(report.courses, (course) => course.phrase)];
  if (groups.length === 0) lines.push("No set phrase in dated accounts of a side.");
  const parties = report.courses.map((course) => plainLine(report.labelOf(course.party)));
  const column = Math.min(24, Math.max(8, ...parties.map(displayWidth)));
  const shown = all ? groups : groups.slice(0, mostPhrases);
  for (const [phrase, courses] of shown) {
    lines.push(`${colour.bold(plainLine(report.labelOf(phrase)))} ${colour.dim(phrase)}`);
    for (const course of courses) {
      lines.push(courseLine(course, report, column, width));
      for (const change of course.changes)
        lines.push(
          wrap(colour.yellow(plainLine(changeWords(change, report))), width, "    ", "      "),
        );
    }
  }
  if (shown.length < groups.length)
    lines.push(colour.dim(`… and ${groups.length - shown.length} more phrases (--all shows them)`));
  if (report.periods.length > 0)
    lines.push(
      "",
      wrap(
        `Share of a side's documents that use the phrase in its own voice, with 90 % interval (Wilson); bars by ${report.length}, ${report.periods[0]} to ${report.periods.at(-1)}, the tallest is the side's highest share.`,
        width,
        "",
        "",
      ),
    );
  lines.push(...leftOut(report));
  return `${lines.join("\n")}\n`;
}

function courseLine(
  course: PhraseCourse,
  report: PhraseReport,
  column: number,
  width: number,
): string {
  const { using, documents, share, low, high } = course.total;
  const party = plainLine(report.labelOf(course.party));
  const figures = `${`${using}/${documents}`.padStart(9)} ${percent(share).padStart(5)} (${percent(low)}–${percent(high)})`;
  const dates = `${course.uses[0]!.date}…${course.uses.at(-1)!.date}`;
  const head = `  ${party}${" ".repeat(Math.max(0, column - displayWidth(party)))} ${figures.padEnd(32)} ${dates.padEnd(22)} `;
  const room = Math.max(12, width - displayWidth(head));
  return head + sparkline(course, report.periods, room);
}

/** A bar a period; several periods share a bar where the line is too long, the highest share counts. */
function sparkline(course: PhraseCourse, periods: readonly string[], room: number): string {
  const shares = new Map(course.periods.map((period) => [period.period, period.share]));
  const most = Math.max(...course.periods.map((period) => period.share));
  const step = Math.max(1, Math.ceil(periods.length / room));
  let line = "";
  for (let index = 0; index < periods.length; index += step) {
    const own = periods
      .slice(index, index + step)
      .map((period) => shares.get(period))
      .filter((share) => share !== undefined);
    if (own.length === 0) line += " ";
    else {
      const share = Math.max(...own);
      line += share === 0 ? "·" : blocks[Math.min(7, Math.floor((share / most) * 7.999))];
    }
  }
  return line;
}

function changeWords(change: PhraseChange, report: PhraseReport): string {
  switch (change.kind) {
    case "new":
      return `first on ${change.date}; none of ${change.without} documents before uses it`;
    case "adopted":
      return `first on ${change.date}, after ${report.labelOf(change.from!)}; none of ${change.without} documents before uses it`;
    case "dropped":
      return `last on ${change.date}; none of ${change.without} documents since uses it`;
  }
}

function leftOut(report: PhraseReport): string[] {
  const reasons = [
    ...(report.unclaimed > 0 ? [`${report.unclaimed} of no side (the press)`] : []),
    ...(report.undated > 0 ? [`${report.undated} without a known day or month`] : []),
  ];
  return reasons.length === 0 ? [] : [`Not counted: ${reasons.join(", ")}.`];
}

function percent(share: number): string {
  const value = share * 100;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} %`;
}
