import type { Claim, ClaimLine } from "../app/judgements/claims.ts";
import { gradeNote } from "../app/judgements/labels.ts";
import { escapeMarkdown } from "./markdown.ts";

const headings = { yes: "Yes", no: "No", open: "Left open" } as const;

/** Questions with everybody's answers as Markdown (CommonMark), every line ending in its page and paragraph. */
export function claimsToMarkdown(claims: readonly Claim[], pages: readonly string[]): string {
  const lines: string[] = ["# Claims in dispute", ""];
  for (const claim of claims) {
    lines.push(`## ${escapeMarkdown(claim.heading)}`, "", `${claim.verdict}`, "");
    for (const stance of ["yes", "no", "open"] as const) {
      const own = claim.lines.filter((line) => line.stance === stance);
      if (own.length > 0) lines.push(`**${headings[stance]}**`, "", ...own.map(item), "");
    }
  }
  lines.push("## Pages", "");
  pages.forEach((page, index) => lines.push(`${index + 1}. ${escapeMarkdown(page)}`));
  return `${lines.join("\n").trimEnd()}\n`;
}

function item({ holder, term, account, quote, place, inferred, grade }: ClaimLine): string {
  const said = term === null ? "" : ` (*${escapeMarkdown(term)}*)`;
  const by = account === null ? "" : `, by ${escapeMarkdown(account)}`;
  const note = inferred ? ", whom it is about is inferred from the page" : "";
  return `- ${escapeMarkdown(holder)}${by}${said}: “${escapeMarkdown(quote)}” (${place.page} ¶${place.paragraph}${note})${escapeMarkdown(gradeNote(grade))}`;
}
