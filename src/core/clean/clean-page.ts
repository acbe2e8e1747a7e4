import type { Context } from "../context.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { emptyLayers, type Document, type DroppedLine } from "../document.ts";
import { detectLanguage } from "../lang/detect.ts";
import type { Page } from "../page.ts";
import { blockTexts, buildText, frontMatterTitle, type BuiltText } from "./build-text.ts";
import type { OutletRepeats } from "./chrome.ts";
import { classifyLines } from "./classify.ts";
import { evidenceOf } from "./evidence.ts";
import { htmlArticle, wholeArticle, type HtmlArticle } from "./html/article.ts";
import { readMarkup, type Markup } from "./html/markup.ts";
import { findIssuer, openingLength, type Issuer } from "./issuer/find-issuer.ts";
import { kindOf } from "./kind.ts";
import { readAround } from "./head.ts";
import { letterheadOf } from "./letterhead.ts";
import { wordCount } from "./line-text.ts";
import { textLines, type Line } from "./lines.ts";
import {
  chooseTitle,
  dateCandidates,
  dateLines,
  givenFound,
  hintFound,
  modifiedDate,
  readAuthors,
} from "./metadata.ts";
import { dayInTitle, readPublished } from "./published.ts";
import type { Found, Sheet } from "./sheet.ts";
import { sitesBehind } from "./title.ts";

/** Words a minute that reading times assume; far fewer words than promised means the text was cut. */
const readingSpeed = 230;

/**
 * Clean a page: article text with roles, metadata with its origin, and everything that was dropped with its reason.
 * @param repeats - lines that other pages of the same outlet have too, where the caller knows them
 * @returns a document without layers; nothing kept is changed but for folded blanks
 */
export function cleanPage(page: Page, context: Context, repeats: OutletRepeats | null): Document {
  const diagnostics: Diagnostic[] = [...page.diagnostics];
  const report = (
    code: Diagnostic["code"],
    severity: Diagnostic["severity"],
    message: string,
  ): void => void diagnostics.push({ code, severity, document: page.id, span: null, message });
  const known = readKnown(page);
  const title = chooseTitle(page, known.markup, namesOfSite(known));
  const article = articleOf(page, title?.value ?? null, context);
  const lines = article?.lines ?? textLines(page);
  const spoken = known.languages[0]?.value.slice(0, 2).toLowerCase() ?? languageOf(lines, context);
  const sheet = classifyLines(
    lines,
    { title: title?.value ?? null, html: page.tree !== null, language: spoken },
    repeats,
    context,
  );
  if (sheet.title === null && title !== null && page.tree === null) {
    const line = frontMatterTitle(page, title.value);
    if (line !== null) sheet.rows.unshift({ line, role: "title" });
  }
  if (article !== null) readAround(sheet, article, spoken, context);
  const built = buildText(sheet);
  reportGaps(sheet, built, report);
  if (page.tree?.cut === true)
    report(
      "STAGE_GAVE_UP",
      "warning",
      "This page has more elements than any article needs; only its beginning was read.",
    );
  const shownTitle = title === null || page.tree === null ? (sheet.title ?? title) : title;
  const language = detectLanguage(
    built.text === "" ? page.source : built.text,
    context,
    known.languages[0]?.value ?? null,
  );
  const issuer = issuerOf(known, sheet, built, shownTitle, context);
  const kind = kindOf({
    given: known.kinds[0] ?? null,
    label: sheet.label,
    sections: known.markup?.sections ?? [],
    title: shownTitle,
    urls: known.urls,
    official: issuer.party !== null,
    outletKind: issuer.kind,
    text: built.text,
    standfirstByline: sheet.byline.some(({ rule }) => rule === "clean/byline-standfirst"),
  });
  const authors = readAuthors(page, known.markup, sheet, namesOfSite(known), context);
  const { published, evidence: day } = readPublished(
    dateCandidates(page, known.markup),
    [...dateLines(sheet), ...dayInTitle(kind.kind, shownTitle)],
    language,
    context,
    report,
  );
  const modified = modifiedDate(known.markup, context, language);
  const subtitle = sheet.subtitle ?? givenFound(page, "subtitle")[0] ?? null;
  const url = known.urls[0] ?? null;
  return {
    id: page.id,
    path: page.path,
    sha256: page.sha256,
    mediaType: page.mediaType,
    language,
    kind: kind.kind,
    party: issuer.party?.value ?? null,
    issuer: issuer.id,
    url: url?.value ?? null,
    title: shownTitle?.value ?? null,
    subtitle: subtitle?.value ?? null,
    outlet: issuer.outlet?.value ?? null,
    byline: authors.map(({ value }) => value),
    published,
    keyPoints: blockTexts(built, "key-point"),
    captions: blockTexts(built, "caption"),
    text: built.text,
    blocks: built.blocks,
    dropped: droppedLines(page, sheet, article),
    evidence: [
      ...evidenceOf("title", shownTitle),
      ...evidenceOf("subtitle", subtitle),
      ...evidenceOf("outlet", issuer.outlet),
      ...evidenceOf("party", issuer.party),
      ...authors.flatMap((author) => evidenceOf("byline", author)),
      ...evidenceOf("published", day?.found ?? null, published.value),
      ...evidenceOf("modified", modified?.found ?? null, modified?.date.value ?? null),
      ...evidenceOf("kind", kind.found, kind.kind),
      ...evidenceOf("url", url),
    ],
    offsets: built.offsets,
    ...(page.places === undefined ? {} : { places: page.places }),
    layers: emptyLayers,
    diagnostics,
  };
}

/** Language of a page by its longer lines: names and labels say little. */
function languageOf(lines: readonly Line[], context: Context): string | null {
  const running = lines.filter(({ text }) => text.length > 60).slice(0, 12);
  return detectLanguage(running.map(({ text }) => text).join("\n"), context);
}

/** What front matter, markup and surroundings say before the text is looked at. */
interface Known {
  readonly markup: Markup | null;
  readonly urls: readonly Found[];
  readonly outlets: readonly Found[];
  readonly languages: readonly Found[];
  readonly kinds: readonly Found[];
  readonly parties: readonly Found[];
}

function readKnown(page: Page): Known {
  const url = page.given.url ?? null;
  const markup = page.tree === null ? null : readMarkup(page.tree.root, page.source, url);
  return {
    markup,
    urls: [...givenFound(page, "url"), ...(markup?.urls ?? []), ...hintFound(page, "url")],
    outlets: [
      ...givenFound(page, "outlet"),
      ...(markup?.outlets ?? []),
      ...hintFound(page, "outlet"),
    ],
    languages: [
      ...givenFound(page, "language"),
      ...(markup?.languages ?? []),
      ...hintFound(page, "language"),
    ],
    kinds: givenFound(page, "kind"),
    parties: givenFound(page, "party"),
  };
}

/** Names that a template may put behind a title: the outlet's and its site's. */
function namesOfSite({ outlets, urls }: Known): string[] {
  const hosts = urls.flatMap(({ value }) => {
    const host = /^https?:\/\/([^/:?#]+)/i.exec(value)?.[1]?.toLowerCase() ?? "";
    const labels = host.replace(/^www\./, "").split(".");
    return labels.length < 2 ? [] : [labels.join("."), labels.at(-2)!];
  });
  return [...new Set([...outlets.map(({ value }) => value), ...hosts])];
}

function articleOf(page: Page, title: string | null, context: Context): HtmlArticle | null {
  if (page.tree === null) return null;
  return page.tree.whole === true
    ? wholeArticle(page.tree.root, context)
    : htmlArticle(page.tree.root, title, context);
}

function issuerOf(
  known: Known,
  sheet: Sheet,
  built: BuiltText,
  title: Found | null,
  context: Context,
): Issuer {
  const opening = built.blocks
    .filter(({ role }) => role === "paragraph" || role === "list-item")
    .map(({ start, end }) => built.text.slice(start, end))
    .join("\n")
    .slice(0, openingLength);
  return findIssuer(
    {
      key: known.parties[0] ?? null,
      urls: [...known.urls, ...(known.markup?.sites ?? [])],
      outlets: known.outlets,
      sites: sitesBehind(known.markup?.titles ?? []),
      letterhead: letterheadOf(sheet),
      head: sheet.rows.find(({ role }) => role === "paragraph")?.line.start ?? 0,
      title: title?.value ?? null,
      opening,
    },
    context,
  );
}

function droppedLines(page: Page, sheet: Sheet, article: HtmlArticle | null): DroppedLine[] {
  // What the page's format itself says is no running text.
  const furniture = (page.furniture ?? []).map(({ start, end, rule }) => ({
    start,
    end,
    text: page.source.slice(start, end),
    rule,
  }));
  return [...sheet.dropped, ...(article?.dropped ?? []), ...furniture].toSorted(
    (a, b) => a.start - b.start,
  );
}

function reportGaps(
  sheet: Sheet,
  built: BuiltText,
  report: (code: Diagnostic["code"], severity: Diagnostic["severity"], message: string) => void,
): void {
  if (!built.blocks.some(({ role }) => role === "paragraph" || role === "list-item"))
    report(
      "ARTICLE_NOT_FOUND",
      "warning",
      "No running text was found on this page; save the article itself, or as plain text.",
    );
  const short =
    sheet.minutes !== null && wordCount(built.text) < sheet.minutes * readingSpeed * 0.45;
  if (sheet.cutOff || short)
    report(
      "TEXT_TRUNCATED",
      "warning",
      "The text breaks off or is far shorter than the page says; the rest is missing here.",
    );
}
