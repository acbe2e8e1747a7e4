import pc from "picocolors";
import type { DeskBrief, Part } from "../core/brief/brief.ts";
import {
  citationRuns,
  leftWords,
  quoteText,
  shortName,
  sourceAddress,
  sourceKind,
  titlesOf,
} from "../export/brief-words.ts";
import type { Io } from "./io.ts";
import { plainLine, wrap } from "./text.ts";

/** The brief for a terminal: sentences with the numbers of their footnotes, the footnotes and pages below. */
export function deskBriefToTerminal(brief: DeskBrief, io: Pick<Io, "colour" | "columns">): string {
  const colour = pc.createColors(io.colour);
  const width = Math.max(60, Math.min(io.columns, 100));
  const lines = [colour.bold(plainLine(brief.title))];
  for (const { title, groups, left } of brief.sections) {
    lines.push("", colour.bold(title.toUpperCase()));
    let under: string | null = null;
    for (const { heading, lead, sentences } of groups) {
      if (heading !== null && heading !== under) lines.push("", colour.bold(plainLine(heading)));
      under = heading;
      if (lead !== null) lines.push(colour.cyan(wrap(plainLine(lead), width, "", "  ")));
      for (const { parts } of sentences)
        lines.push(wrap(plainLine(parts.map(partText).join("")), width, "  • ", "    "));
    }
    const more = leftWords(left);
    if (more !== null) lines.push(colour.dim(`  ${more}`));
  }
  if (brief.remarks.length > 0) lines.push("", colour.bold(titlesOf.remarks.toUpperCase()));
  for (const remark of brief.remarks) lines.push(wrap(plainLine(remark), width, "  • ", "    "));
  lines.push("", colour.bold(titlesOf.sources.toUpperCase()));
  for (const source of brief.sources) {
    const title = source.title === null ? "" : ` “${source.title}”.`;
    const text = `${shortName(source)}.${title} ${sourceKind(source)}. ${sourceAddress(source)}`;
    lines.push(wrap(plainLine(text), width, `  ${String(source.number).padStart(2)}  `, "      "));
  }
  lines.push("", colour.bold(titlesOf.notes.toUpperCase()));
  for (const { number, citations } of brief.notes) {
    const text = citations.map((citation) =>
      citationRuns(citation, brief)
        .map((run) => run.text)
        .join(""),
    );
    lines.push(
      wrap(plainLine(`${text.join(". ")}.`), width, `  ${String(number).padStart(3)}  `, "       "),
    );
  }
  lines.push("");
  return lines.join("\n");
}

function partText(part: Part): string {
  switch (part.kind) {
    case "note":
      return `[${part.number}]`;
    case "quote":
      return `“${quoteText(part)}”`;
    case "words":
    case "label":
      return part.text;
  }
}
