import { keyOf } from "./line-text.ts";
import type { Found } from "./sheet.ts";

/** Genre and section labels that press titles carry in front, before a bar or colon. */
const labelled =
  /^(opinion|op-ed|analysis|comment(?:ary)?|editorial|explainer|exclusive|column|essay|guest essay|viewpoint|perspective|first person|interview|podcast|video|watch|live(?: updates)?|breaking|факты|мнение|анализ|интервью|колонка|комментарий|评论|评论员文章|\p{Script=Han}{0,8}(?:社评|社論|社论|时评|時評|锐评|快评)|观点|分析|专访|快讯|视频|图解|（?专栏）?)\s*(?:[|｜:：]|—)\s*/iu;

/** A mark in square brackets or lenticular brackets that a site puts before a title: `[视频]`. */
const bracketed = /^(?:\[[^\]]{1,12}\]|【[^】]{1,12}】)\s*/u;

/** Genres that stand alone on a line above a title or below it. */
const genreLabel =
  /^(?:opinion|op-ed|analysis|news analysis|comment|commentary|editorial|explainer|guest essay|column|viewpoint|perspective|interview|feature|readout|remarks|transcript|statement|press statement|fact sheet|мнение|мнения|анализ|аналитика|колонка|комментарий|интервью|репортаж|评论|社评|观点|时评|专栏|分析|解读)$/iu;

/** Whether a line is a genre and nothing else. */
export function isGenreLabel(text: string): boolean {
  return text.length < 24 && genreLabel.test(text.trim());
}

/** Genre labels that make a text an opinion. */
const opinionLabel =
  /^(?:opinion|op-ed|analysis|news analysis|comment(?:ary)?|editorial|column|essay|guest essay|viewpoint|perspective|мнение|анализ|колонка|комментарий|评论|评论员文章|\p{Script=Han}{0,8}(?:社评|社論|社论|时评|時評|锐评|快评)|观点|分析|（?专栏）?)$/iu;

/** A title cut into its label and what is left. */
export interface LabelledTitle {
  /** Label without its mark, lower case; `null` when there is none. */
  readonly label: string | null;
  /** Length of label and mark together. */
  readonly length: number;
}

/** The label in front of a title. */
export function labelOf(title: string): LabelledTitle {
  const bracket = bracketed.exec(title);
  if (bracket !== null) return { label: null, length: bracket[0].length };
  const match = labelled.exec(title);
  if (match === null || match[0].length === title.length) return { label: null, length: 0 };
  return { label: match[1]!.toLowerCase(), length: match[0].length };
}

/** Whether a label before a title says that the author judges. */
export function isOpinionLabel(label: string): boolean {
  return opinionLabel.test(label.trim());
}

/** A title without marks and labels in front. */
export function plainTitle(title: string): string {
  return title.slice(labelOf(title).length);
}

/** Whether a line is the title, marks and labels aside. */
export function isTitle(text: string, title: string | null): boolean {
  if (title === null || text.length > title.length * 2 + 40) return false;
  const key = keyOf(plainTitle(title));
  return key !== "" && (keyOf(plainTitle(text)) === key || keyOf(text) === keyOf(title));
}

/** Share of a title's words that a heading must hold to be it. */
const sharedWords = 0.6;

/** Whether a heading of the page says the same as the title: kickers and shortened forms are allowed for. */
export function saysTitle(heading: string, title: string): boolean {
  const wanted = new Set(keyOf(plainTitle(title)).split(" "));
  const key = keyOf(heading);
  const glued = key.replaceAll(" ", "");
  let shared = 0;
  for (const word of wanted) if (key.includes(word)) shared++;
  const whole = keyOf(plainTitle(title)).replaceAll(" ", "");
  return (
    (whole.length > 8 && (glued.endsWith(whole) || glued.startsWith(whole))) ||
    (wanted.size >= 3 && shared >= wanted.size * sharedWords)
  );
}

/** What may stand between a title and the name of its site. */
const separator = /\s+[|｜–—·•»«:-]{1,3}\s+|\s*[|｜]\s*/gu;

/**
 * A title without the name of the site that a template puts behind it (or in front).
 * @param outlets - names by which the outlet is known here: from metadata and the address
 * @param headings - headings of the page: a title that is one of them is left whole
 */
export function withoutSite(
  title: string,
  outlets: readonly string[],
  headings: readonly string[],
): string {
  const key = keyOf(title);
  if (headings.some((heading) => keyOf(heading) === key)) return title;
  const heading = headings.find(
    (one) => keyOf(one).length > 8 && (key.startsWith(keyOf(one)) || key.endsWith(keyOf(one))),
  );
  if (heading !== undefined && title.includes(heading)) return heading;
  const names = outlets.map(foldName).filter((name) => name.length > 1);
  for (const { index, 0: mark } of [...title.matchAll(separator)].toReversed()) {
    const head = title.slice(0, index).trim();
    const tail = title.slice(index + mark.length).trim();
    if (isSite(tail, names) && head.length >= 4) return withoutSite(head, outlets, headings);
    if (isSite(head, names) && tail.length >= 10) return tail;
  }
  return title;
}

/** What stands behind the last mark of a title, where sites put their name; `null` when there is no mark. */
export function siteBehind(
  title: string,
): { readonly start: number; readonly name: string } | null {
  const match =
    /(?:\s[|｜–—·•»-]{1,3}\s|[|｜_]|(?<=\p{Script=Han})-(?=\p{Script=Han}))([^|｜_–—•·]{2,60})$/u.exec(
      title,
    );
  return match === null ? null : { start: match.index, name: match[1]!.trim() };
}

/** The names behind titles, each with its title's place. */
export function sitesBehind(titles: readonly Found[]): readonly Found[] {
  return titles.flatMap((found) => {
    const site = siteBehind(found.value);
    return site === null ? [] : [{ ...found, value: site.name }];
  });
}

function isSite(part: string, names: readonly string[]): boolean {
  const folded = foldName(part);
  if (folded.length < 2 || part.length > 60) return false;
  return names.some(
    (name) =>
      name === folded ||
      (folded.length >= 4 && name.startsWith(folded)) ||
      (name.length >= 4 && folded.startsWith(name) && folded.length < name.length + 16) ||
      (name.length >= 4 && folded.endsWith(name) && folded.length < name.length + 16),
  );
}

/** A name of a site for comparison: letters and figures alone, without article and ending of a domain. */
export function foldName(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/^the\s+/u, "")
    .replace(/\.(?:com|org|net|de|fr|ru|cn|co\.uk|info|news|tv|online)\b/u, "")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
