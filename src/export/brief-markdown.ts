import type { BriefSection, DeskBrief, Part } from "../core/brief/brief.ts";
import {
  citationRuns,
  leftWords,
  methodWords,
  quoteText,
  sourceAddress,
  shortName,
  sourceKind,
  titlesOf,
} from "./brief-words.ts";
import { escapeMarkdown } from "./markdown.ts";

/** The brief as Markdown with footnotes (CommonMark and the footnote extension of GitHub, Pandoc and Obsidian). */
export function deskBriefToMarkdown(brief: DeskBrief): string {
  const lines = [`# ${escapeMarkdown(brief.title)}`, ""];
  for (const section of brief.sections) lines.push(...sectionLines(section));
  if (brief.remarks.length > 0)
    lines.push(
      `## ${titlesOf.remarks}`,
      "",
      ...brief.remarks.map((remark) => `- ${escapeMarkdown(remark)}`),
      "",
    );
  lines.push(`## ${titlesOf.sources}`, "");
  for (const source of brief.sources) {
    const title = source.title === null ? "" : `“${escapeMarkdown(source.title)}”. `;
    lines.push(
      `${source.number}. ${escapeMarkdown(shortName(source))}. ${title}${escapeMarkdown(sourceKind(source))}. ${escapeMarkdown(sourceAddress(source))}`,
    );
  }
  lines.push("", `*${methodWords}*`, "");
  for (const note of brief.notes) {
    const citations = note.citations.map((citation) =>
      citationRuns(citation, brief)
        .map(({ text }) => escapeMarkdown(text))
        .join(""),
    );
    lines.push(`[^${note.number}]: ${citations.join(". ")}.`);
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

function sectionLines({ title, groups, left }: BriefSection): string[] {
  const lines = [`## ${title}`, ""];
  let under: string | null = null;
  for (const { heading, lead, sentences } of groups) {
    if (heading !== null && heading !== under) lines.push(`### ${escapeMarkdown(heading)}`, "");
    under = heading;
    if (lead !== null) lines.push(`**${escapeMarkdown(lead)}**`, "");
    lines.push(...sentences.map(({ parts }) => `- ${parts.map(partText).join("")}`), "");
  }
  const more = leftWords(left);
  return more === null ? lines : [...lines, `*${more}*`, ""];
}

function partText(part: Part): string {
  switch (part.kind) {
    case "words":
      return escapeMarkdown(part.text);
    case "label":
      return `*${escapeMarkdown(part.text)}*`;
    case "quote":
      return `“${escapeMarkdown(quoteText(part))}”`;
    case "note":
      return `[^${part.number}]`;
  }
}
