import {
  stages,
  type CommitmentLine,
  type CommitmentMatrix,
} from "../app/judgements/commitments.ts";
import { gradeNote } from "../app/judgements/labels.ts";
import { escapeMarkdown } from "./markdown.ts";

/** Commitments as Markdown (CommonMark with a table): the matrix domain × side, then each cell with its quotes. */
export function commitmentsToMarkdown(matrix: CommitmentMatrix, pages: readonly string[]): string {
  const { domains, sides, cells, labelOf } = matrix;
  const row = (values: readonly string[]): string => `| ${values.join(" | ")} |`;
  const lines = [
    "# Commitments",
    "",
    row(["", ...sides.map((side) => escapeMarkdown(labelOf(side)))]),
    row(["", ...sides].map(() => "---")),
    ...domains.map((domain) =>
      row([
        domain ?? "domain open",
        ...sides.map((side) => {
          const cell = cells.find((one) => one.domain === domain && one.side === side);
          return cell === undefined ? "" : countsOf(cell.lines);
        }),
      ]),
    ),
    "",
  ];
  for (const { domain, side, lines: own } of cells)
    lines.push(
      `## ${domain ?? "Domain open"}: ${escapeMarkdown(labelOf(side))}`,
      "",
      ...own.map(item),
      "",
    );
  lines.push("## Pages", "");
  pages.forEach((page, index) => lines.push(`${index + 1}. ${escapeMarkdown(page)}`));
  return `${lines.join("\n").trimEnd()}\n`;
}

/** “3 promised, 1 signed”. */
export function countsOf(lines: readonly CommitmentLine[]): string {
  return stages
    .map((stage) => ({
      stage,
      count: lines.filter(({ commitment }) => commitment.status === stage).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ stage, count }) => `${count} ${stage}`)
    .join(", ");
}

function item({
  date,
  commitment,
  who,
  whom,
  account,
  quote,
  place,
  grade,
}: CommitmentLine): string {
  const to = whom === null ? "" : ` → ${escapeMarkdown(whom)}`;
  const by = account === null ? "" : `, by ${escapeMarkdown(account)}`;
  return `- ${date ?? "date open"} *${commitment.status}*: ${escapeMarkdown(who)}${to}${by}: “${escapeMarkdown(quote)}” (${place.page} ¶${place.paragraph})${escapeMarkdown(gradeNote(grade))}`;
}
