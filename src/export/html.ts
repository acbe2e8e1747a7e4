import type {
  Brief,
  BriefAbsence,
  BriefEncounter,
  BriefJudgement,
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
  silenceSubject,
  voiceHeading,
} from "../app/brief/words.ts";
import type { Reading } from "../app/reading.ts";
import { briefScript, briefStyle } from "./html-assets.ts";
import { Highlights, pageArticle, sourceHash, text } from "./html-pages.ts";

/**
 * The brief as one self-contained HTML file: the brief on the left, the cleaned pages on the right;
 * a click on any line shows its sentence in its page. The file makes no request (its policy forbids
 * them), and text from pages is escaped, so nothing of theirs runs.
 */
export function briefToHtml(brief: Brief, reading: Reading): string {
  const highlights = new Highlights(reading.documents);
  const left = leftColumn(brief, highlights);
  const right = reading.documents
    .map((document, index) => pageArticle(document, index + 1, highlights))
    .join("\n");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${sourceHash(briefStyle)}'; script-src '${sourceHash(briefScript)}'; base-uri 'none'; form-action 'none'">
<title>Readout: brief of ${brief.pages.length} pages</title>
<style>${briefStyle}</style>
</head>
<body>
<a class="skip" href="#pages">Skip to the pages</a>
<main id="brief" aria-label="Brief">
<h1>Brief</h1>
${left}
</main>
<aside id="pages" aria-label="Pages" tabindex="-1">
${right}
</aside>
<script>${briefScript}</script>
</body>
</html>
`;
}

function leftColumn(brief: Brief, highlights: Highlights): string {
  const link = (place: Place): string =>
    `<a class="at" href="#${highlights.anchor(place)}" aria-label="Show in page ${place.page}, paragraph ${place.paragraph}">${place.page} ¶${place.paragraph}</a>`;
  const silences = (lines: readonly BriefSilence[]): string =>
    list(lines.map((line) => silenceHtml(line, link)));
  return [
    section(
      "s-pages",
      `Pages read (${brief.pages.length})`,
      `<ol>${brief.pages
        .map(
          (page) =>
            `<li><a href="#page-${page.number}">${text(page.title)}</a><br><small>${text(pageLine(page))}</small></li>`,
        )
        .join("\n")}</ol>`,
    ),
    section(
      "s-encounters",
      `Encounters (${brief.encounters.length})`,
      brief.encounters.map((encounter) => encounterHtml(encounter, link)).join("\n"),
    ),
    section(
      "s-elsewhere",
      "Said elsewhere",
      brief.elsewhere.map((voice) => voiceHtml(voice, link)).join("\n"),
    ),
    section("s-unsaid", "Reported as unsaid", silences(brief.silences)),
    section(
      "s-phrases",
      "Set phrases by side",
      list(
        brief.phrases.map(
          (phrase) =>
            `<b>${text(phrase.label)}</b>: ${phrase.uses
              .map((use) => `${text(use.party)} ${use.places.map(link).join(" ")}`)
              .join("; ")}`,
        ),
      ),
    ),
    section(
      "s-judgements",
      "Judgements",
      list(
        brief.judgements.map(
          (judgement) =>
            `<b>${text(judgement.assessor)}</b>: <em>${text(judgementWords(judgement))}</em>: <q>${text(judgement.about)}</q> ${bandNote(judgement)}${link(judgement.place)}`,
        ),
      ),
    ),
  ].join("\n");
}

/** The yardsticks beside each other; nothing where none has the term. */
function bandNote({ bands }: BriefJudgement): string {
  const words = bandWords(bands);
  return words === "" ? "" : `<span class="tag">${text(words)}</span> `;
}

/** A place as a link into its page. */
type Link = (place: Place) => string;

function section(id: string, title: string, body: string): string {
  return body === "" ? "" : `<section id="${id}"><h2>${title}</h2>\n${body}\n</section>`;
}

function list(items: readonly string[]): string {
  return items.length === 0
    ? ""
    : `<ul>\n${items.map((item) => `<li>${item}</li>`).join("\n")}\n</ul>`;
}

function encounterHtml(encounter: BriefEncounter, link: Link): string {
  const where = encounter.where === null ? "" : `, ${text(encounter.where)}`;
  const status =
    encounter.status === "held" ? "" : ` <span class="tag">${text(encounter.status)}</span>`;
  const reported =
    encounter.reported.length === 0
      ? ""
      : `<h4>Reported as unsaid</h4>${list(encounter.reported.map((line) => silenceHtml(line, link)))}`;
  return (
    `<article class="encounter"><h3><span class="when">${text(encounter.when)}${where}</span> ${text(encounter.heading)}${status}</h3>` +
    `<p><small>Spoken of: ${encounter.mentionedOn.map(link).join(" ")}</small></p>` +
    encounter.voices.map((voice) => voiceHtml(voice, link)).join("\n") +
    reported +
    encounter.absences.map((absence) => absenceHtml(absence, link)).join("\n") +
    `</article>`
  );
}

function voiceHtml(voice: BriefVoice, link: Link): string {
  return `<h4>${text(voiceHeading(voice))}</h4>${list(voice.statements.map((line) => statementHtml(line, link(line.place))))}`;
}

function absenceHtml(absence: BriefAbsence, link: Link): string {
  const missing = absence.missing.map(
    ({ label, attributed, at }) =>
      `${text(label)}${attributed ? ", put in its mouth" : ""}${at === null ? "" : ` ${link(at)}`}`,
  );
  return `<h4 class="unsaid">${text(absenceHeading(absence))}</h4>${missing.length === 0 ? "" : `<p class="missing">${missing.join("; ")}</p>`}`;
}

function statementHtml(line: BriefStatement, at: string): string {
  const named = line.named === null ? "" : ` <span class="account">[“${text(line.named)}”]</span>`;
  const account =
    line.account === null ? "" : ` <span class="account">by ${text(line.account)}</span>`;
  const cue = line.cue === null ? "" : ` <i>${text(line.cue)}</i>`;
  const tags = [line.form, ...(line.negated ? ["negated"] : []), ...(line.hedged ? ["hedged"] : [])]
    .map((tag) => `<span class="tag">${tag}</span>`)
    .join(" ");
  const content = line.content
    .map((part) => `<span class="quote">${text(part)}</span>`)
    .join(" … ");
  return `<b>${text(line.speaker)}</b>${named}${account}${cue}: ${content} ${tags} ${at}`;
}

function silenceHtml(line: BriefSilence, link: Link): string {
  const check = checkWords(line);
  const found = check === null ? "" : ` <span class="tag">${text(check)}</span>`;
  return `<b>${text(silenceSubject(line))}</b>: <span class="quote">${text(line.report)}</span>${found} ${link(line.place)}`;
}
