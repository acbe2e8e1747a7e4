import type { CellView, ComparisonView, Quote, SectionView } from "../app/comparison/view.ts";
import { accountLine, emptyCell, silenceWords } from "../app/comparison/words.ts";
import type { Place } from "../app/brief/brief.ts";
import { escapeMarkdown } from "./markdown.ts";

/** Comparisons as Markdown (with pipe tables): a table a verdict, a column a party, every cell ending in its place. */
export function comparisonsToMarkdown(views: readonly ComparisonView[]): string {
  return `${views.map((view) => comparisonLines(view).join("\n").trimEnd()).join("\n\n")}\n`;
}

function comparisonLines(view: ComparisonView): string[] {
  const lines = [`# ${escapeMarkdown(`${view.when} ${view.heading}`.trim())}`, ""];
  for (const account of view.accounts)
    lines.push(
      `- **${escapeMarkdown(account.party)}** (page ${account.page}): ${escapeMarkdown(accountLine(account))}. ${escapeMarkdown(account.path)}`,
    );
  lines.push("", ...view.notes.flatMap((note) => [`> ${escapeMarkdown(note)}`, ""]));
  for (const section of view.sections) lines.push(...sectionLines(section, view));
  if (view.edits.length > 0) {
    lines.push("## Where the prints of one text part", "");
    for (const { a, b } of view.edits) lines.push(`- ${pair(a)} / ${pair(b)}`);
    lines.push("");
  }
  if (view.shared.length > 0) {
    lines.push(`## In both (${view.shared.length})`, "");
    const shared = view.shared.map(
      ({ label, lacking, places }) =>
        `${escapeMarkdown(label)}${lacking.length === 0 ? "" : ` (not ${escapeMarkdown(lacking.join(", "))})`} ${places.map(at).join(" ")}`,
    );
    lines.push(`${shared.join("; ")}.`, "");
  }
  if (view.silences.length > 0) {
    lines.push(`## Silences, as searches (${view.silences.length})`, "");
    for (const silence of view.silences)
      lines.push(
        `- ${escapeMarkdown(silence.label)}. ${escapeMarkdown(silenceWords(silence))} ${silence.elsewhere.slice(0, 4).map(at).join(" ")}`.trimEnd(),
      );
    lines.push("");
  }
  if (view.uncompared.length > 0) {
    lines.push(`## Not compared (${view.uncompared.length})`, "");
    for (const quote of view.uncompared) lines.push(`- ${quoted(quote)}`);
    lines.push("");
  }
  return lines;
}

function sectionLines(section: SectionView, view: ComparisonView): string[] {
  return [
    `## ${escapeMarkdown(section.title)} (${section.rows})`,
    "",
    `| | ${view.parties.map(escapeMarkdown).join(" | ")} |`,
    `| --- | ${view.parties.map(() => "---").join(" | ")} |`,
    ...section.passages.map(
      (passage) =>
        `| ${passage.labels.map(escapeMarkdown).join("<br>")} | ${passage.cells.map(cellText).join(" | ")} |`,
    ),
    "",
  ];
}

function cellText(cell: CellView): string {
  if (cell.quotes.length === 0) return `*${emptyCell(cell)}*`;
  const mouth = cell.mouth === null ? "" : `**${escapeMarkdown(cell.mouth)}:** `;
  const conditions = cell.conditions.map(
    (condition) => `condition: “${escapeMarkdown(condition)}”`,
  );
  const more = cell.more > 0 ? [`and ${cell.more} more places`] : [];
  return [
    ...cell.quotes.map((quote, index) => `${index === 0 ? mouth : ""}${quoted(quote)}`),
    ...conditions,
    ...more,
  ].join("<br>");
}

function pair(quote: Quote | null): string {
  return quote === null ? "—" : quoted(quote);
}

/** A quotation with its marked words in bold. */
function quoted(quote: Quote): string {
  let text = "";
  let from = 0;
  for (const mark of quote.marks) {
    text += `${escapeMarkdown(quote.text.slice(from, mark.start))}**${escapeMarkdown(quote.text.slice(mark.start, mark.end))}**`;
    from = mark.end;
  }
  return `“${text}${escapeMarkdown(quote.text.slice(from))}” ${at(quote.place)}`;
}

function at(place: Place): string {
  return `(page ${place.page}, ¶${place.paragraph})`;
}
