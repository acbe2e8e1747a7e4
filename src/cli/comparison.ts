import pc from "picocolors";
import type { Reading } from "../app/reading.ts";
import type { Cell, Comparison, ComparisonRow } from "../core/compare/comparison.ts";
import type { Io } from "./io.ts";
import { displayWidth, plainLine, wrap } from "./text.ts";

/** Longest quotation in a cell, in characters. */
const longestQuote = 160;

const verdictNames: Readonly<Record<ComparisonRow["verdict"], string>> = {
  conflicts: "they contradict each other",
  "attributed-only": "put in the other's mouth, whose own account lacks it",
  differs: "the same in other words",
  "one-sided": "only one side says it",
  shared: "both say it",
};

/** Comparisons for a terminal: differences first and in full, what is shared in a line. */
export function comparisonsToTerminal(
  comparisons: readonly Comparison[],
  reading: Reading,
  io: Pick<Io, "colour" | "columns">,
): string {
  if (comparisons.length === 0) {
    return "No encounter here has accounts of two sides. Add the other side's account of the same encounter.\n";
  }
  return comparisons.map((comparison) => oneComparison(comparison, reading, io)).join("\n");
}

function oneComparison(
  comparison: Comparison,
  reading: Reading,
  io: Pick<Io, "colour" | "columns">,
): string {
  const colour = pc.createColors(io.colour);
  const width = Math.max(72, Math.min(io.columns, 140));
  const documents = new Map(reading.documents.map((document) => [document.id, document]));
  const lines = [colour.bold(comparison.encounter)];
  for (const features of comparison.features) {
    const document = documents.get(features.document);
    const manner = [...new Set(features.manner.map((span) => span.quote.toLowerCase()))].join(", ");
    const about = `${reading.labelOf(features.party)}: ${document?.outlet ?? ""} ${features.published ?? ""}, ${features.language ?? "?"}, ${features.length} characters${manner === "" ? "" : `; manner: ${manner}`}`;
    lines.push(wrap(plainLine(about), width, "  ", "    "));
    lines.push(`    ${plainLine(document?.path ?? "")}`);
  }
  for (const note of comparison.notes)
    lines.push(wrap(colour.yellow(plainLine(note)), width, "  ! ", "    "));
  for (const verdict of ["conflicts", "attributed-only", "differs", "one-sided"] as const) {
    const rows = comparison.rows.filter((row) => row.verdict === verdict);
    if (rows.length === 0) continue;
    lines.push("", `  ${colour.bold(verdictNames[verdict])} (${rows.length})`);
    for (const row of rows) lines.push(...rowLines(row, reading, width, colour));
  }
  const shared = comparison.rows.filter(
    (row) => row.verdict === "shared" && row.kind !== "statement",
  );
  if (shared.length > 0) {
    lines.push(
      "",
      wrap(
        `${shared.length} topics and phrases in both: ${shared.map((row) => row.label).join("; ")}`,
        width,
        "  ",
        "    ",
      ),
    );
  }
  lines.push("");
  return lines.join("\n");
}

function rowLines(
  row: ComparisonRow,
  reading: Reading,
  width: number,
  colour: ReturnType<typeof pc.createColors>,
): string[] {
  const lines = [`  ${colour.cyan("•")} ${plainLine(row.label)} ${colour.dim(`(${row.kind})`)}`];
  for (const [party, cell] of Object.entries(row.cells)) {
    const name = reading.labelOf(party);
    const head = `      ${name}: `;
    lines.push(
      wrap(cellText(cell, reading), width, head, " ".repeat(Math.min(displayWidth(head), 24))),
    );
  }
  return lines;
}

function cellText(cell: Cell, reading: Reading): string {
  if (cell.status === "absent") return "—";
  if (cell.status === "no-account") return "no account held";
  const speakers =
    cell.status === "attributed"
      ? `says ${cell.speakers.map((id) => reading.labelOf(id)).join(", ")} said: `
      : "";
  const spans = cell.spans.slice(0, 2).map((span) => {
    const document = reading.documents.find((candidate) => candidate.id === span.document);
    const sentence = document?.layers.sentences.find(
      (candidate) => candidate.start <= span.start && span.start < candidate.end,
    );
    const quote =
      document === undefined
        ? span.quote
        : around(
            document.text,
            span.start,
            span.end,
            sentence?.start ?? span.start,
            sentence?.end ?? span.end,
          );
    return `“${plainLine(quote)}”`;
  });
  return speakers + spans.join(" · ");
}

/** The words around a match, within its sentence. */
function around(text: string, start: number, end: number, from: number, to: number): string {
  const room = Math.max(0, Math.floor((longestQuote - (end - start)) / 2));
  const left = Math.max(from, start - room);
  const right = Math.min(to, end + room);
  return `${left > from ? "…" : ""}${text.slice(left, right)}${right < to ? "…" : ""}`;
}
