import pc from "picocolors";
import {
  stages,
  type CommitmentCell,
  type CommitmentLine,
  type CommitmentMatrix,
} from "../app/judgements/commitments.ts";
import { gradeNote } from "../app/judgements/labels.ts";
import type { Io } from "./io.ts";
import { displayWidth, plainLine, wrap } from "./text.ts";

/** Sides with a column, and lines of a cell shown, when not all are asked for. */
const mostSides = 6;
const mostLines = 5;

/** Letters of the stages in the matrix. */
const letters = {
  promised: "p",
  signed: "s",
  "carried-out": "c",
  withheld: "w",
  refused: "r",
  undone: "u",
} as const;

/** Commitments for a terminal: the matrix domain × side with counts by stage, then each cell with its quotes in time order. */
export function commitmentsToTerminal(
  matrix: CommitmentMatrix,
  io: Pick<Io, "colour" | "columns">,
  all: boolean,
): string {
  const colour = pc.createColors(io.colour);
  const width = Math.max(70, Math.min(io.columns, 120));
  if (matrix.lines.length === 0) return "No commitment found.\n";
  const sides = all ? matrix.sides : matrix.sides.slice(0, mostSides);
  const lines = [...tableLines(matrix, sides, colour), ""];
  for (const cell of matrix.cells) {
    if (!sides.includes(cell.side)) continue;
    lines.push(
      colour.bold(`${cell.domain ?? "domain open"} · ${plainLine(matrix.labelOf(cell.side))}`),
    );
    const shown = all ? cell.lines : cell.lines.slice(0, mostLines);
    for (const line of shown) lines.push(wrap(plainLine(lineText(line)), width, "  • ", "    "));
    if (shown.length < cell.lines.length)
      lines.push(colour.dim(`    … ${cell.lines.length - shown.length} more (--all)`));
  }
  if (sides.length < matrix.sides.length)
    lines.push("", colour.dim(`… and ${matrix.sides.length - sides.length} more sides (--all)`));
  return `${lines.join("\n")}\n`;
}

function tableLines(
  matrix: CommitmentMatrix,
  sides: readonly string[],
  colour: ReturnType<typeof pc.createColors>,
): string[] {
  const names = sides.map((side) => plainLine(matrix.labelOf(side)));
  const rows = matrix.domains.map((domain) => ({
    domain: domain ?? "domain open",
    cells: sides.map((side) =>
      cellText(matrix.cells.find((cell) => cell.domain === domain && cell.side === side)),
    ),
  }));
  const first = Math.max(...rows.map(({ domain }) => domain.length));
  const widths = sides.map((_side, index) =>
    Math.max(displayWidth(names[index]!), ...rows.map(({ cells }) => cells[index]!.length)),
  );
  const pad = (text: string, to: number): string =>
    text + " ".repeat(Math.max(0, to - displayWidth(text)));
  return [
    colour.bold(`${pad("", first)}  ${names.map((name, at) => pad(name, widths[at]!)).join("  ")}`),
    ...rows.map(
      ({ domain, cells }) =>
        `${pad(domain, first)}  ${cells.map((cell, at) => pad(cell, widths[at]!)).join("  ")}`,
    ),
    colour.dim(stages.map((stage) => `${letters[stage]} ${stage}`).join(", ")),
  ].map((line) => line.trimEnd());
}

/** “3p 1s”; `·` where nothing was found. */
function cellText(cell: CommitmentCell | undefined): string {
  if (cell === undefined) return "·";
  return stages
    .map((stage) => ({
      stage,
      count: cell.lines.filter(({ commitment }) => commitment.status === stage).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ stage, count }) => `${count}${letters[stage]}`)
    .join(" ");
}

function lineText(line: CommitmentLine): string {
  const whom = line.whom === null ? "" : ` → ${line.whom}`;
  const account = line.account === null ? "" : `, by ${line.account}`;
  const { page, paragraph } = line.place;
  return `${line.date ?? "date open"} ${line.commitment.status}: ${line.who}${whom}${account}: “${line.quote}”  [${page} ¶${paragraph}]${gradeNote(line.grade)}`;
}
