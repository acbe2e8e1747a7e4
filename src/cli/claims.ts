import pc from "picocolors";
import type { Place } from "../app/brief/brief.ts";
import { gradeNote } from "../app/judgements/labels.ts";
import type { Claim, ClaimLine } from "../app/judgements/claims.ts";
import type { Io } from "./io.ts";
import { plainLine, wrap } from "./text.ts";

/** Answers shown of one holder to one question when not all are asked for. */
const mostOfHolder = 2;

/** How a stance is told. */
export const stanceWords = { yes: "yes", no: "no", open: "left open" } as const;

/** Questions that pages take sides on for a terminal: under each who affirms, who denies, who leaves it open. */
export function claimsToTerminal(
  claims: readonly Claim[],
  io: Pick<Io, "colour" | "columns">,
  all: boolean,
): string {
  const colour = pc.createColors(io.colour);
  const width = Math.max(60, Math.min(io.columns, 110));
  if (claims.length === 0)
    return "No question that two or more take a stand on. (--alone shows those of one.)\n";
  const lines: string[] = [];
  for (const claim of claims) {
    lines.push(
      wrap(colour.bold(plainLine(claim.heading)), width, "", "  "),
      colour.dim(`  ${claim.verdict} · ${claim.id}`),
    );
    for (const stance of ["yes", "no", "open"] as const)
      lines.push(...stanceLines(claim.lines, stance, width, colour, all));
    lines.push("");
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

function stanceLines(
  lines: readonly ClaimLine[],
  stance: ClaimLine["stance"],
  width: number,
  colour: ReturnType<typeof pc.createColors>,
  all: boolean,
): string[] {
  const own = lines.filter((line) => line.stance === stance);
  if (own.length === 0) return [];
  const shown: string[] = [`  ${colour.underline(stanceWords[stance])}`];
  for (const [holder, group] of Map.groupBy(own, (line) => line.holder)) {
    const kept = all ? group : group.slice(0, mostOfHolder);
    for (const line of kept) shown.push(wrap(plainLine(lineText(line)), width, "    • ", "      "));
    if (kept.length < group.length)
      shown.push(
        colour.dim(`      … ${group.length - kept.length} more by ${plainLine(holder)} (--all)`),
      );
  }
  return shown;
}

function lineText(line: ClaimLine): string {
  const term = line.term === null ? "" : ` (${line.term})`;
  const account = line.account === null ? "" : `, by ${line.account}`;
  const inferred = line.inferred ? " · whom it is about is inferred from the page" : "";
  return `${line.holder}${account}${term}: “${line.quote}”  ${at(line.place)}${inferred}${gradeNote(line.grade)}`;
}

function at({ page, paragraph }: Place): string {
  return `[${page} ¶${paragraph}]`;
}
