import type { CommitmentLine, CommitmentMatrix } from "../app/judgements/commitments.ts";
import { gradeNote } from "../app/judgements/labels.ts";
import type { Reading } from "../app/reading.ts";
import { comparisonStyle } from "./comparison-assets.ts";
import { countsOf } from "./commitments-markdown.ts";
import { briefScript, briefStyle } from "./html-assets.ts";
import { Highlights, pageArticle, sourceHash, text } from "./html-pages.ts";

/**
 * Commitments as one self-contained HTML file: the matrix domain × side, each cell with its quotes on the left, the
 * pages on the right; a click on a place shows it in its page. The file makes no request, and text from pages is escaped.
 */
export function commitmentsToHtml(
  matrix: CommitmentMatrix,
  reading: Pick<Reading, "documents">,
): string {
  const style = briefStyle + comparisonStyle;
  const highlights = new Highlights(reading.documents);
  const left = [tableHtml(matrix), ...cellSections(matrix, highlights)].join("\n");
  const shown = new Set(matrix.lines.map(({ document }) => document.id));
  const right = reading.documents
    .map((document, index) =>
      shown.has(document.id) ? pageArticle(document, index + 1, highlights) : "",
    )
    .join("\n");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${sourceHash(style)}'; script-src '${sourceHash(briefScript)}'; base-uri 'none'; form-action 'none'">
<title>Readout: commitments</title>
<style>${style}</style>
</head>
<body class="comparison">
<a class="skip" href="#pages">Skip to the pages</a>
<main id="commitments" aria-label="Commitments">
<h1>Commitments</h1>
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

function tableHtml({ domains, sides, cells, labelOf }: CommitmentMatrix): string {
  const head = sides.map((side) => `<th scope="col">${text(labelOf(side))}</th>`).join("");
  const rows = domains.map((domain) => {
    const own = sides.map((side) => {
      const at = cells.findIndex((cell) => cell.domain === domain && cell.side === side);
      return at < 0 ? "<td></td>" : `<td><a href="#c${at}">${countsOf(cells[at]!.lines)}</a></td>`;
    });
    return `<tr><th scope="row">${text(domain ?? "domain open")}</th>${own.join("")}</tr>`;
  });
  return `<table><thead><tr><td></td>${head}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

function cellSections({ cells, labelOf }: CommitmentMatrix, highlights: Highlights): string[] {
  return cells.map(
    ({ domain, side, lines }, at) =>
      `<section id="c${at}"><h2>${text(domain ?? "domain open")}: ${text(labelOf(side))}</h2>
<ul>${lines.map((line) => lineHtml(line, highlights)).join("\n")}</ul></section>`,
  );
}

function lineHtml(line: CommitmentLine, highlights: Highlights): string {
  const whom = line.whom === null ? "" : ` → ${text(line.whom)}`;
  const account = line.account === null ? "" : `, by ${text(line.account)}`;
  const { place } = line;
  const link = `<a class="at" href="#${highlights.anchor(place)}" aria-label="Show in page ${place.page}, paragraph ${place.paragraph}">${place.page} ¶${place.paragraph}</a>`;
  return `<li>${text(line.date ?? "date open")} <span class="tag">${line.commitment.status}</span> <b>${text(line.who)}</b>${whom}${account}: <q>${text(line.quote)}</q> ${link}${text(gradeNote(line.grade))}</li>`;
}
