import type { Context } from "../context.ts";
import type { Diagnostic } from "../diagnostic.ts";
import {
  emptyLayers,
  type Block,
  type Document,
  type DroppedLine,
  type Published,
} from "../document.ts";
import { detectLanguage } from "../lang/detect.ts";
import { CleanTextBuilder } from "../offset-map.ts";
import type { GivenMetadata, Page } from "../page.ts";
import type { OutletRepeats } from "./chrome.ts";
import { classifyLines } from "./classify.ts";
import { htmlArticle, wholeArticle } from "./html/article.ts";
import { wordCount } from "./line-text.ts";
import type { Sheet } from "./sheet.ts";
import { authorsFrom, htmlMetadata } from "./html-metadata.ts";
import { findIssuer, type Issuer } from "./issuer.ts";
import { kindOf } from "./kind.ts";
import { textLines, type Line } from "./lines.ts";
import { daysIn, readWrittenDate } from "./page-date.ts";

/** Words a minute that reading times assume; far fewer words than promised means the text was cut. */
const readingSpeed = 230;

/**
 * Clean a page: article text with roles, metadata, and everything that was dropped with its reason.
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
  const markup = page.tree === null ? {} : htmlMetadata(page.tree.root);
  const metadata: GivenMetadata = { ...page.hints, ...markup, ...page.given };
  const title = titleOf(metadata);
  const article =
    page.tree === null
      ? null
      : page.tree.whole === true
        ? wholeArticle(page.tree.root, context)
        : htmlArticle(page.tree.root, title, context);
  const lines = article?.lines ?? textLines(page);
  const sheet = classifyLines(lines, { title, html: page.tree !== null }, repeats, context);
  if (sheet.title === null && title !== null && page.tree === null) {
    const line = frontMatterTitle(page, title);
    if (line !== null) sheet.rows.unshift({ line, role: "title" });
  }
  const built = buildText(sheet);
  if (!built.blocks.some((block) => block.role === "paragraph" || block.role === "list-item")) {
    report(
      "ARTICLE_NOT_FOUND",
      "warning",
      "No running text was found on this page; save the article itself, or as plain text.",
    );
  }
  if (isCut(sheet, built.text)) {
    report(
      "TEXT_TRUNCATED",
      "warning",
      "The text breaks off or is far shorter than the page says; the rest is missing here.",
    );
  }
  const issuer = findIssuer(
    {
      key: metadata.party ?? null,
      url: metadata.url ?? null,
      outlet: metadata.outlet ?? null,
      source: page.source.slice(0, 6000),
    },
    context,
  );
  const shownTitle =
    sheet.title?.value ?? (title === null ? null : title.replace(/^\[视频\]\s*/u, ""));
  const kind = kindOf({
    given: metadata.kind ?? null,
    label: sheet.label?.value ?? null,
    title: shownTitle,
    url: metadata.url ?? null,
    official: issuer.party !== null,
    text: built.text,
    standfirstByline: sheet.byline.some(({ rule }) => rule === "clean/byline-standfirst"),
  });
  return {
    id: page.id,
    path: page.path,
    sha256: page.sha256,
    mediaType: page.mediaType,
    language: detectLanguage(
      built.text === "" ? page.source : built.text,
      context,
      metadata.language ?? null,
    ),
    kind,
    party: partyOf(issuer, shownTitle, built.text),
    issuer: issuer.id,
    url: metadata.url ?? null,
    title: shownTitle,
    subtitle: sheet.subtitle?.value ?? metadata.subtitle ?? null,
    outlet: issuer.label ?? metadata.outlet ?? null,
    byline: bylineOf(metadata, sheet, issuer),
    published: publishedOf(metadata, sheet, report),
    keyPoints: blockTexts(built, "key-point"),
    captions: blockTexts(built, "caption"),
    text: built.text,
    blocks: built.blocks,
    dropped: [...sheet.dropped, ...(article?.dropped ?? []), ...furnitureOf(page)].toSorted(
      (a, b) => a.start - b.start,
    ),
    offsets: built.offsets,
    ...(page.places === undefined ? {} : { places: page.places }),
    layers: emptyLayers,
    diagnostics,
  };
}

/** What the page's format itself says is no running text. */
function furnitureOf(page: Page): DroppedLine[] {
  return (page.furniture ?? []).map(({ start, end, rule }) => ({
    start,
    end,
    text: page.source.slice(start, end),
    rule,
  }));
}

/** The title as the front matter writes it. */
function frontMatterTitle(page: Page, title: string): Line | null {
  const shown = title.replace(/^\[视频\]\s*/u, "");
  const key = /^title:[ \t]*/m.exec(page.source.slice(0, page.bodyStart));
  if (key === null) return null;
  const start = page.source.indexOf(shown, key.index + key[0].length);
  const lineEnd = page.source.indexOf("\n", key.index);
  if (start === -1 || start + shown.length > (lineEnd === -1 ? page.source.length : lineEnd))
    return null;
  const end = start + shown.length;
  return {
    text: shown,
    pieces: [{ text: shown, page: start, pageLength: shown.length }],
    start,
    end,
    paragraph: true,
    tag: "h1",
    names: "",
    links: 0,
  };
}

type Built = ReturnType<typeof buildText>;

function buildText(sheet: Sheet): {
  text: string;
  blocks: Block[];
  offsets: Document["offsets"];
} {
  const builder = new CleanTextBuilder();
  const blocks: Block[] = [];
  for (const { line, role } of sheet.rows) {
    if (builder.length > 0) builder.insert("\n\n");
    const start = builder.length;
    for (const piece of line.pieces) builder.copy(piece.text, piece.page, piece.pageLength);
    blocks.push({ role: role ?? "paragraph", start, end: builder.length });
  }
  return { ...builder.finish(), blocks };
}

function blockTexts(built: Built, role: Block["role"]): string[] {
  return built.blocks
    .filter((block) => block.role === role)
    .map((block) => built.text.slice(block.start, block.end));
}

/** The title of metadata without the outlet's name behind it. */
function titleOf(metadata: GivenMetadata): string | null {
  if (metadata.title === undefined) return null;
  const title = metadata.title.replace(/\s+/gu, " ").trim();
  const outlet = metadata.outlet?.toLowerCase();
  const parts = /^(.{10,}?)\s+[|–—-]\s+([^|–—]{2,40})$/u.exec(title);
  if (parts === null) return title;
  const [, head, tail] = parts;
  return outlet !== undefined &&
    (outlet.includes(tail!.toLowerCase()) || tail!.toLowerCase().includes(outlet))
    ? head!
    : title;
}

function isCut(sheet: Sheet, text: string): boolean {
  if (sheet.cutOff) return true;
  return sheet.minutes !== null && wordCount(text) < sheet.minutes * readingSpeed * 0.45;
}

/**
 * The side whose account a page is. A state agency is its state's account only where it tells what
 * its own leaders did, not in its other reporting.
 */
function partyOf(issuer: Issuer, _title: string | null, _text: string): string | null {
  return issuer.party;
}

function bylineOf(metadata: GivenMetadata, sheet: Sheet, issuer: Issuer): string[] {
  const given = metadata.authors?.flatMap((author) => authorsFrom(author)) ?? [];
  const names = given.length > 0 ? given : sheet.byline.map(({ value }) => value);
  const outlets = [issuer.label, metadata.outlet].map((name) => name?.toLowerCase());
  return [...new Set(names)].filter(
    (name) =>
      !outlets.includes(name.toLowerCase()) &&
      !/^(?:admin|editor|staff|redaktion|news ?desk)$/i.test(name),
  );
}

function publishedOf(
  metadata: GivenMetadata,
  sheet: Sheet,
  report: (code: Diagnostic["code"], severity: Diagnostic["severity"], message: string) => void,
): Published {
  const stated = metadata.published === undefined ? null : readWrittenDate(metadata.published);
  if (stated !== null && "invalid" in stated) {
    report(
      "DATE_INVALID",
      "warning",
      `The page gives “${stated.invalid}” as its date; there is no such day.`,
    );
  }
  const written = sheet.dates.map(({ value }) => readWrittenDate(value));
  const line = written.find((date) => date !== null && "value" in date) ?? null;
  for (const date of written) {
    if (date !== null && "invalid" in date)
      report("DATE_INVALID", "warning", `The page says “${date.invalid}”; there is no such day.`);
  }
  const metadataDay = stated !== null && "value" in stated ? stated.value : null;
  const lineDay = line !== null && "value" in line ? line.value : null;
  if (metadataDay !== null && lineDay !== null && daysApart(metadataDay, lineDay) > 2) {
    report(
      "DATE_CONFLICT",
      "warning",
      `Its metadata says ${metadataDay}, its text ${lineDay}; the metadata is used.`,
    );
  }
  if (metadataDay !== null) return dated(metadataDay, "metadata");
  if (lineDay !== null) return dated(lineDay, "header");
  return { value: null, earliest: null, latest: null, basis: null };
}

function dated(value: string, basis: "metadata" | "header"): Published {
  if (value.length === 10) return { value, earliest: value, latest: value, basis };
  const [year, month] = value.split("-").map(Number) as [number, number];
  return { value, earliest: `${value}-01`, latest: `${value}-${daysIn(year, month)}`, basis };
}

function daysApart(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}
