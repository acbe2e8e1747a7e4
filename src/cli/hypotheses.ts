import pc from "picocolors";
import type { HypothesisBook } from "../app/judgements/hypotheses.ts";
import { gradeNote } from "../app/judgements/labels.ts";
import type { SourceGrade } from "../core/grades/grades.ts";
import type { Io } from "./io.ts";
import { displayWidth, plainLine, wrap } from "./text.ts";

/** Disagreement from which a cell is marked: a point and more apart on the scale of five. */
const marked = 1;

/** The matrix of hypotheses and evidence for a terminal, with both scores, and what tells the hypotheses apart. */
export function hypothesesToTerminal(
  book: HypothesisBook,
  io: Pick<Io, "colour" | "columns">,
  audit: boolean,
  grades: ReadonlyMap<string, SourceGrade>,
): string {
  const colour = pc.createColors(io.colour);
  const width = Math.max(70, Math.min(io.columns, 120));
  const { hypotheses, evidence, matrix } = book;
  if (hypotheses.length === 0)
    return "No hypothesis yet. (readout hypotheses add TEXT writes one.)\n";
  const lines = hypotheses.map(({ id, text, claim, answer }) =>
    wrap(
      plainLine(`${id}  ${text}${claim === null ? "" : `  (${answer} to ${claim})`}`),
      width,
      "",
      "    ",
    ),
  );
  lines.push("");
  const column = 9;
  const pad = (text: string): string => text + " ".repeat(Math.max(1, column - displayWidth(text)));
  lines.push(colour.bold(`      ${hypotheses.map(({ id }) => pad(id)).join("")}`));
  for (const item of evidence) {
    const cells = hypotheses.map(({ id }) => {
      const cell = matrix.cells.find((one) => one.evidence === item.id && one.hypothesis === id)!;
      const proposed = cell.votes.length > 0 && cell.votes.every((vote) => vote.proposed);
      return pad(
        `${cell.consensus ?? "·"}${proposed ? "?" : ""}${cell.disagreement >= marked ? `≠${cell.disagreement.toFixed(1)}` : ""}`,
      );
    });
    const who = item.holder === null ? "" : `${item.holder}: `;
    const where =
      item.anchor === null
        ? ""
        : `  [${item.anchor.document}:${item.anchor.start}-${item.anchor.end}]`;
    lines.push(`${item.id.padEnd(6)}${cells.join("")}`.trimEnd());
    lines.push(
      colour.dim(
        wrap(
          plainLine(
            `${who}“${item.text}”${where} · credibility ${item.credibility}, relevance ${item.relevance}${gradeNote(grades.get(item.id) ?? null)}`,
          ),
          width,
          "      ",
          "      ",
        ),
      ),
    );
  }
  lines.push("", ...scoreLines(book));
  if (audit)
    lines.push(
      "",
      colour.bold("Audit trail"),
      ...book.audit.map(
        ({ at, what, undoneAt }) =>
          `${at}  ${plainLine(what)}${undoneAt === null ? "" : `  (taken back ${undoneAt})`}`,
      ),
    );
  return `${lines.join("\n")}\n`;
}

function scoreLines({ matrix }: HypothesisBook): string[] {
  const telling = matrix.diagnosticity.filter(({ value }) => value > 0);
  return [
    "Inconsistency by two rules (PARC, weighted; Open Synthesis, with consistency): a trail, not a verdict.",
    ...matrix.scores.map(
      (score) =>
        `${score.hypothesis.padEnd(6)}PARC ${score.weightedInconsistency.toFixed(2)} · Open Synthesis ${score.inconsistency.toFixed(2)} against, ${score.consistency.toFixed(2)} for · ${Math.round(score.unrated * 100)} % unrated, ${Math.round(score.notApplicable * 100)} % not applicable`,
    ),
    ...(telling.length === 0
      ? []
      : [
          `Tells them apart most: ${telling
            .slice(0, 5)
            .map(({ evidence, value }) => `${evidence} (${value.toFixed(2)})`)
            .join(", ")}.`,
        ]),
    "CC C N I II: very consistent … very inconsistent; NA not applicable; · nobody rated; ? proposed from claims; ≠ raters disagree.",
    "More evidence can only raise inconsistency, and no score is a probability.",
  ];
}
