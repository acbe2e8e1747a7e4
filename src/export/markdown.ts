import type {
  Brief,
  BriefAbsence,
  BriefEncounter,
  BriefSilence,
  BriefStatement,
  BriefVoice,
  Place,
} from "../app/brief/brief.ts";
import {
  absenceHeading,
  bandWords,
  judgementWords,
  checkWords,
  pageLine,
  pageNumbers,
  silenceSubject,
  voiceHeading,
} from "../app/brief/words.ts";

/** Characters that would be read as Markdown or HTML. */
const special = /[\\`*_{}[\]<>#|~]/gu;

/** The brief as Markdown (CommonMark): one section a part, every line ending in its page and paragraph. */
export function briefToMarkdown(brief: Brief): string {
  const lines: string[] = ["# Brief", "", "## Pages read", ""];
  for (const page of brief.pages)
    lines.push(
      `${page.number}. **${escapeMarkdown(page.title)}**. ${escapeMarkdown(pageLine(page))}. ${escapeMarkdown(page.path)}`,
    );
  lines.push("", "## Encounters", "");
  for (const encounter of brief.encounters) lines.push(...encounterLines(encounter));
  if (brief.elsewhere.length > 0)
    lines.push("## Said elsewhere", "", ...brief.elsewhere.flatMap(voiceLines));
  if (brief.silences.length > 0)
    lines.push("## Reported as unsaid", "", ...brief.silences.map(silenceItem), "");
  if (brief.phrases.length > 0) lines.push("## Set phrases by side", "");
  for (const phrase of brief.phrases) {
    const uses = phrase.uses.map(
      (use) => `${escapeMarkdown(use.party)} ${use.places.map(at).join(" ")}`,
    );
    lines.push(`- ${escapeMarkdown(phrase.label)}: ${uses.join("; ")}`);
  }
  if (brief.judgements.length > 0) lines.push("", "## Judgements", "");
  for (const judgement of brief.judgements) {
    const bands = bandWords(judgement.bands);
    lines.push(
      `- ${escapeMarkdown(judgement.assessor)}: *${escapeMarkdown(judgementWords(judgement))}*: “${escapeMarkdown(judgement.about)}”${bands === "" ? "" : ` (${escapeMarkdown(bands)})`} ${at(judgement.place)}`,
    );
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

function encounterLines(encounter: BriefEncounter): string[] {
  const where = encounter.where === null ? "" : `, ${escapeMarkdown(encounter.where)}`;
  const pages = encounter.mentionedOn.map((place) => place.page);
  return [
    `### ${encounter.when}${where}: ${escapeMarkdown(encounter.heading)}`,
    "",
    `Status: ${encounter.status}. Spoken of on ${pageNumbers(pages)}.`,
    "",
    ...encounter.voices.flatMap(voiceLines),
    ...(encounter.reported.length === 0
      ? []
      : ["**Reported as unsaid**", "", ...encounter.reported.map(silenceItem), ""]),
    ...encounter.absences.flatMap(absenceLines),
  ];
}

function voiceLines(voice: BriefVoice): string[] {
  return [
    `**${escapeMarkdown(voiceHeading(voice))}**`,
    "",
    ...voice.statements.map(statementItem),
    "",
  ];
}

function absenceLines(absence: BriefAbsence): string[] {
  const missing = absence.missing.map(
    ({ label, attributed, at: place }) =>
      `- ${escapeMarkdown(label)}${attributed ? ", put in its mouth" : ""}${place === null ? "" : ` ${at(place)}`}`,
  );
  return [
    `**${escapeMarkdown(absenceHeading(absence))}**`,
    "",
    ...missing,
    ...(missing.length > 0 ? [""] : []),
  ];
}

function statementItem(statement: BriefStatement): string {
  const account = statement.account === null ? "" : `, by ${escapeMarkdown(statement.account)},`;
  const cue = statement.cue === null ? "" : ` ${escapeMarkdown(statement.cue)}`;
  const negated = statement.negated ? " *(negated)*" : "";
  const content = statement.content.map((part) => `“${escapeMarkdown(part)}”`).join(" … ");
  return `- **${escapeMarkdown(statement.speaker)}**${account}${cue}${negated}: ${content} ${at(statement.place)}`;
}

function silenceItem(silence: BriefSilence): string {
  const check = checkWords(silence);
  const found = check === null ? "" : ` (${check})`;
  return `- ${escapeMarkdown(silenceSubject(silence))}: “${escapeMarkdown(silence.report)}”${found} ${at(silence.place)}`;
}

function at(place: Place): string {
  const original = place.original === null ? "" : `, ${place.original} of the original`;
  return `(page ${place.page}, ¶${place.paragraph}${original})`;
}

/** Text that Markdown takes as it is, on one line. */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/gu, " ").replace(special, "\\$&");
}
