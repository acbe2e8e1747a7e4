import type { BriefGroup, BriefSection, DeskBrief, Footnote, Part } from "../core/brief/brief.ts";
import { deskBriefStyle } from "./brief-assets.ts";
import {
  citationRuns,
  leftWords,
  methodWords,
  quoteText,
  shortName,
  sourceKind,
  titlesOf,
  type Run,
} from "./brief-words.ts";
import { attribute, sourceHash, text } from "./html-pages.ts";

/**
 * The brief as one self-contained HTML file that makes no request: footnotes link to and fro, quotations carry their
 * language and direction, and it prints on A4. Text from pages is escaped.
 */
export function deskBriefToHtml(brief: DeskBrief): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${sourceHash(deskBriefStyle)}'; base-uri 'none'; form-action 'none'">
<title>${text(brief.title)}</title>
<style>${deskBriefStyle}</style>
</head>
<body>
<main>
<h1>${text(brief.title)}</h1>
${brief.sections.map(sectionHtml).join("\n")}
${remarksHtml(brief)}
<section aria-labelledby="sources"><h2 id="sources">${titlesOf.sources}</h2>
<ol class="sources">
${sourcesHtml(brief)}
</ol>
<p class="method">${text(methodWords)}</p></section>
<section aria-labelledby="notes"><h2 id="notes">${titlesOf.notes}</h2>
<ol class="notes">
${brief.notes.map((note) => noteHtml(note, brief)).join("\n")}
</ol></section>
</main>
</body>
</html>
`;
}

function sectionHtml({ id, title, groups, left }: BriefSection): string {
  const more = leftWords(left);
  return `<section aria-labelledby="${id}"><h2 id="${id}">${text(title)}</h2>
${groups.map((group, index) => groupHtml(group, groups[index - 1] ?? null)).join("\n")}
${more === null ? "" : `<p class="left">${text(more)}</p>`}</section>`;
}

function groupHtml({ heading, lead, sentences }: BriefGroup, before: BriefGroup | null): string {
  const head = heading === null || heading === before?.heading ? "" : `<h3>${text(heading)}</h3>\n`;
  const by = lead === null ? "" : `<p class="lead">${text(lead)}</p>\n`;
  const items = sentences.map(({ parts }) => `<li>${parts.map(partHtml).join("")}</li>`);
  return `${head}${by}<ul>\n${items.join("\n")}\n</ul>`;
}

function partHtml(part: Part): string {
  switch (part.kind) {
    case "words":
      return text(part.text);
    case "label":
      return `<span class="label">${text(part.text)}</span>`;
    case "quote":
      return `“<q dir="auto"${languageOf(part.language)}>${text(quoteText(part))}</q>”`;
    case "note":
      return `<sup><a id="r${part.number}" href="#n${part.number}" aria-label="footnote ${part.number}">${part.number}</a></sup>`;
  }
}

function remarksHtml({ remarks }: DeskBrief): string {
  if (remarks.length === 0) return "";
  const items = remarks.map((remark) => `<li>${text(remark)}</li>`).join("\n");
  return `<section aria-labelledby="lacks"><h2 id="lacks">${titlesOf.remarks}</h2>\n<ul>\n${items}\n</ul></section>`;
}

function sourcesHtml({ sources }: DeskBrief): string {
  return sources
    .map((source) => {
      const title =
        source.title === null
          ? ""
          : ` “<q dir="auto"${languageOf(source.language)}>${text(source.title)}</q>”.`;
      const safe = source.url !== null && /^https?:\/\//u.test(source.url);
      const where = safe
        ? `<a href="${attribute(source.url!)}" rel="noreferrer">${text(source.url!)}</a>`
        : text(source.path);
      return `<li value="${source.number}">${text(shortName(source))}.${title} ${text(sourceKind(source))}. ${where}</li>`;
    })
    .join("\n");
}

function noteHtml(note: Footnote, brief: DeskBrief): string {
  const citations = note.citations.map((citation) =>
    citationRuns(citation, brief).map(runHtml).join(""),
  );
  return `<li id="n${note.number}" value="${note.number}"><p>${citations.join(". ")}. <a class="back" href="#r${note.number}" aria-label="back to footnote ${note.number} in the text">↩</a></p></li>`;
}

function runHtml(run: Run): string {
  if (run.language === undefined) return text(run.text);
  return `<bdi${languageOf(run.language)}>${text(run.text)}</bdi>`;
}

function languageOf(language: string | null): string {
  return language === null ? "" : ` lang="${attribute(language)}"`;
}
