import type {
  AccountView,
  CellView,
  ComparisonView,
  PassageView,
  Quote,
  SectionView,
} from "../app/comparison/view.ts";
import { accountLine, emptyCell, silenceWords } from "../app/comparison/words.ts";
import type { Place } from "../app/brief/brief.ts";
import type { Reading } from "../app/reading.ts";
import { comparisonStyle } from "./comparison-assets.ts";
import { briefScript, briefStyle } from "./html-assets.ts";
import { attribute, Highlights, pageArticle, sourceHash, text } from "./html-pages.ts";

/**
 * Comparisons as one self-contained HTML file: a table a verdict with a column a party on the left, the pages on the
 * right; a click on a place shows it in its page. The file makes no request, and text from pages is escaped.
 */
export function comparisonsToHtml(
  views: readonly ComparisonView[],
  reading: Pick<Reading, "documents">,
): string {
  const style = briefStyle + comparisonStyle;
  const highlights = new Highlights(reading.documents);
  const left = views.map((view) => comparisonHtml(view, highlights)).join("\n");
  const shown = new Set(views.flatMap((view) => view.accounts.map((account) => account.page)));
  const right = reading.documents
    .map((document, index) =>
      shown.has(index + 1) ? pageArticle(document, index + 1, highlights) : "",
    )
    .join("\n");
  const title = views.map((view) => `${view.when} ${view.heading}`).join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${sourceHash(style)}'; script-src '${sourceHash(briefScript)}'; base-uri 'none'; form-action 'none'">
<title>Readout: ${text(title)}</title>
<style>${style}</style>
</head>
<body class="comparison">
<a class="skip" href="#pages">Skip to the pages</a>
<main id="comparison" aria-label="Comparison">
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

/** A place as a link into its page. */
type Link = (place: Place) => string;

function comparisonHtml(view: ComparisonView, highlights: Highlights): string {
  const link: Link = (place) =>
    `<a class="at" href="#${highlights.anchor(place)}" aria-label="Show in page ${place.page}, paragraph ${place.paragraph}">${place.page} ¶${place.paragraph}</a>`;
  return `<article class="encounter">
<h1><span class="when">${text(view.when)}</span> ${text(view.heading)}</h1>
<ul class="accounts">${view.accounts.map(accountHtml).join("\n")}</ul>
${view.notes.map((note) => `<p class="note">${text(note)}</p>`).join("\n")}
${view.sections.map((section) => sectionHtml(section, view, link)).join("\n")}
${pairsHtml("Where the prints of one text part", view.edits, link)}
${sharedHtml(view, link)}
${silencesHtml(view, link)}
${uncomparedHtml(view, link)}
${pairsHtml("Passages that say the same (one language)", view.aligned, link)}
</article>`;
}

function accountHtml(account: AccountView): string {
  const topics =
    account.topics.length === 0
      ? ""
      : `<br><small>Topics in their order: ${text(account.topics.join(" → "))}</small>`;
  return `<li><b>${text(account.party)}</b> <a href="#page-${account.page}">page ${account.page}</a><br><small>${text(accountLine(account))}</small>${topics}</li>`;
}

function sectionHtml(section: SectionView, view: ComparisonView, link: Link): string {
  const head = view.parties.map((party) => `<th scope="col">${text(party)}</th>`).join("");
  return `<section class="verdict ${section.verdict}"><h2>${text(section.title)} <span class="tag">${section.rows}</span></h2>
<table><thead><tr><th scope="col">What</th>${head}</tr></thead>
<tbody>
${section.passages.map((passage) => passageHtml(passage, link)).join("\n")}
</tbody></table></section>`;
}

function passageHtml(passage: PassageView, link: Link): string {
  const labels = passage.labels.map((label) => `<li>${text(label)}</li>`).join("");
  return `<tr><th scope="row"><ul class="labels">${labels}</ul></th>${passage.cells.map((cell) => cellHtml(cell, link)).join("")}</tr>`;
}

function cellHtml(cell: CellView, link: Link): string {
  if (cell.quotes.length === 0) return `<td class="empty">${emptyCell(cell)}</td>`;
  const mouth = cell.mouth === null ? "" : `<b>${text(cell.mouth)}:</b> `;
  const quotes = cell.quotes.map(
    (quote, index) => `<p>${index === 0 ? mouth : ""}${quoteHtml(quote, link)}</p>`,
  );
  const conditions = cell.conditions.map(
    (condition) => `<p class="condition">condition: <q>${text(condition)}</q></p>`,
  );
  const more = cell.more > 0 ? [`<p><small>and ${cell.more} more places</small></p>`] : [];
  return `<td>${[...quotes, ...conditions, ...more].join("")}</td>`;
}

function quoteHtml(quote: Quote, link: Link): string {
  let html = "";
  let from = 0;
  for (const mark of quote.marks) {
    html += `${text(quote.text.slice(from, mark.start))}<em>${text(quote.text.slice(mark.start, mark.end))}</em>`;
    from = mark.end;
  }
  html += text(quote.text.slice(from));
  const language = quote.language === null ? "" : ` lang="${attribute(quote.language)}"`;
  return `<span class="quote"${language} dir="auto">${html}</span> ${link(quote.place)}`;
}

function sharedHtml(view: ComparisonView, link: Link): string {
  if (view.shared.length === 0) return "";
  const items = view.shared.map(({ label, lacking, places }) => {
    const not = lacking.length === 0 ? "" : ` (not ${text(lacking.join(", "))})`;
    return `<li>${text(label)}${not} ${places.map(link).join(" ")}</li>`;
  });
  return `<section class="verdict shared"><h2>In both <span class="tag">${view.shared.length}</span></h2><ul class="quiet">${items.join("")}</ul></section>`;
}

function silencesHtml(view: ComparisonView, link: Link): string {
  if (view.silences.length === 0) return "";
  const items = view.silences.map(
    (silence) =>
      `<li><b>${text(silence.label)}</b>. ${text(silenceWords(silence))} ${silence.elsewhere.slice(0, 4).map(link).join(" ")}</li>`,
  );
  return `<details><summary>Silences, as searches (${view.silences.length})</summary><ul>${items.join("\n")}</ul></details>`;
}

function uncomparedHtml(view: ComparisonView, link: Link): string {
  if (view.uncompared.length === 0) return "";
  return `<details><summary>Not compared (${view.uncompared.length}): put in another side's mouth in words that no table knows</summary><ul>${view.uncompared.map((quote) => `<li>${quoteHtml(quote, link)}</li>`).join("\n")}</ul></details>`;
}

function pairsHtml(
  title: string,
  pairs: readonly { readonly a: Quote | null; readonly b: Quote | null }[],
  link: Link,
): string {
  if (pairs.length === 0) return "";
  const cell = (quote: Quote | null): string =>
    quote === null ? '<td class="empty">—</td>' : `<td>${quoteHtml(quote, link)}</td>`;
  return `<details><summary>${title} (${pairs.length})</summary><table>${pairs.map(({ a, b }) => `<tr>${cell(a)}${cell(b)}</tr>`).join("\n")}</table></details>`;
}
