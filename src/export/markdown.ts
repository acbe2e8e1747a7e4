import type { Brief, BriefSilence, BriefStatement, Place } from "../app/brief.ts";

/** Characters that would be read as Markdown or HTML. */
const special = /[\\`*_{}[\]<>#|~]/gu;

/** The brief as Markdown (CommonMark): one section a part, every line ending in its page and paragraph. */
export function briefToMarkdown(brief: Brief): string {
  const lines: string[] = ["# Brief", "", "## Pages read", ""];
  for (const page of brief.pages) {
    const party = page.party === null ? "" : `, ${escape(page.party)}'s account`;
    lines.push(
      `${page.number}. **${escape(page.title)}**. ${escape(page.outlet ?? "outlet not stated")}` +
        `${page.byline.length === 0 ? "" : `, ${escape(page.byline.join(", "))}`}, ` +
        `${page.published} (${page.publishedHow}), ${page.kind}${party}. ${escape(page.path)}`,
    );
  }
  lines.push("", "## Encounters", "");
  for (const encounter of brief.encounters) {
    const where = encounter.where === null ? "" : `, ${escape(encounter.where)}`;
    lines.push(`### ${encounter.when}${where}: ${escape(encounter.heading)}`, "");
    const accounts = encounter.accounts.length === 0 ? "none held" : encounter.accounts.join(", ");
    const pages = [...new Set(encounter.mentionedOn.map((place) => place.page))].join(", ");
    lines.push(
      `Status: ${encounter.status}. Accounts: ${escape(accounts)}. On pages ${pages}.`,
      "",
    );
    for (const statement of encounter.statements) lines.push(statementItem(statement));
    for (const silence of encounter.silences) lines.push(silenceItem(silence));
    lines.push("");
  }
  if (brief.elsewhere.length > 0) {
    lines.push("## Said elsewhere", "");
    for (const { page, statements } of brief.elsewhere) {
      lines.push(`### ${page.number}. ${escape(page.title)}`, "");
      for (const statement of statements) lines.push(statementItem(statement));
      lines.push("");
    }
  }
  if (brief.silences.length > 0) {
    lines.push("## Left unsaid", "", ...brief.silences.map(silenceItem), "");
  }
  if (brief.phrases.length > 0) {
    lines.push("## Set phrases by side", "");
    for (const phrase of brief.phrases) {
      const uses = phrase.uses.map((use) => `${escape(use.party)} ${use.places.map(at).join(" ")}`);
      lines.push(`- ${escape(phrase.label)}: ${uses.join("; ")}`);
    }
    lines.push("");
  }
  if (brief.judgements.length > 0) {
    lines.push("## Judgements", "");
    for (const judgement of brief.judgements) {
      lines.push(
        `- ${escape(judgement.assessor)}: *${escape(judgement.term)}*: “${escape(judgement.about)}” ${at(judgement.place)}`,
      );
    }
    lines.push("");
  }
  return lines.join("\n");
}

function statementItem(statement: BriefStatement): string {
  const account =
    statement.account === null ? "" : ` (by the account of ${escape(statement.account)})`;
  const cue = statement.cue === null ? "" : ` ${escape(statement.cue)}`;
  const negated = statement.negated ? " *(negated)*" : "";
  const content = statement.content.map((part) => `“${escape(part)}”`).join(" … ");
  return `- **${escape(statement.speaker)}**${account}${cue}${negated}: ${content} ${at(statement.place)}`;
}

function silenceItem(silence: BriefSilence): string {
  const says = silence.claimant === null ? "" : `, says ${escape(silence.claimant)}`;
  const check = silence.check.status === "not-checkable" ? "" : ` (${silence.check.status})`;
  const place = silence.place === null ? "" : ` ${at(silence.place)}`;
  return `- Unsaid by ${escape(silence.who)}${says}: “${escape(silence.what)}”${check}${place}`;
}

function at(place: Place): string {
  return `(page ${place.page}, ¶${place.paragraph})`;
}

function escape(text: string): string {
  return text.replace(/\s+/gu, " ").replace(special, "\\$&");
}
