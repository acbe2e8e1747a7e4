import type { Element, TextNode } from "../html-tree.ts";
import type { GivenMetadata } from "../page.ts";

/**
 * What the markup of a page says of it: JSON-LD first, then meta and Open Graph tags, then
 * microdata and `<time>`, then `<title>` and `<h1>`. Unknown stays absent.
 */
export function htmlMetadata(root: Element): GivenMetadata {
  const facts = new Facts();
  visit(root, facts);
  const article = facts.jsonLd.map(articleNode).find((node) => node !== null) ?? null;
  const meta = (...names: string[]): string | undefined =>
    names.map((name) => facts.meta.get(name)).find((value) => value !== undefined);
  const result: Record<string, unknown> = {};
  const set = (key: keyof GivenMetadata, value: unknown): void => {
    if (
      value !== undefined &&
      value !== null &&
      value !== "" &&
      !(Array.isArray(value) && value.length === 0)
    )
      result[key] ??= value;
  };
  if (article !== null) {
    set("title", text(article["headline"]));
    set("published", text(article["datePublished"]));
    set("authors", namesIn(article["author"]));
    set("outlet", namesIn(article["publisher"])[0]);
    set("language", text(article["inLanguage"]));
    set("description", text(article["description"]));
    set("kind", kindOf(article["articleSection"]));
  }
  set("title", meta("og:title", "twitter:title", "dc.title", "headline"));
  set(
    "published",
    meta(
      "article:published_time",
      "og:article:published_time",
      "datepublished",
      "date",
      "pubdate",
      "publishdate",
      "dc.date",
      "dc.date.issued",
      "dcterms.created",
      "parsely-pub-date",
      "sailthru.date",
      "article.published",
    ),
  );
  set(
    "authors",
    authorsFrom(
      meta("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl"),
    ),
  );
  set("outlet", meta("og:site_name", "application-name", "publisher", "dc.publisher"));
  set("url", facts.canonical ?? meta("og:url"));
  set("language", facts.language ?? meta("og:locale", "content-language"));
  set("description", meta("og:description", "description"));
  set("kind", kindOf(meta("article:section")));
  set("published", facts.time);
  set("title", facts.heading ?? facts.title);
  return result as GivenMetadata;
}

class Facts {
  readonly jsonLd: unknown[] = [];
  readonly meta = new Map<string, string>();
  canonical: string | undefined;
  language: string | undefined;
  title: string | undefined;
  heading: string | undefined;
  time: string | undefined;
}

function visit(element: Element, facts: Facts): void {
  const attributes = element.attributes;
  switch (element.tag) {
    case "html":
      facts.language ??= attributes.get("lang");
      break;
    case "meta": {
      const name = (
        attributes.get("property") ??
        attributes.get("name") ??
        attributes.get("itemprop") ??
        attributes.get("http-equiv")
      )?.toLowerCase();
      const content = attributes.get("content")?.trim();
      if (name !== undefined && content !== undefined && content !== "" && !facts.meta.has(name))
        facts.meta.set(name, content);
      break;
    }
    case "link":
      if (attributes.get("rel") === "canonical") facts.canonical ??= attributes.get("href");
      break;
    case "script":
      facts.jsonLd.push(...parseJsonLd(textOf(element)));
      return;
    case "title":
      facts.title ??= textOf(element).trim();
      break;
    case "h1":
      facts.heading ??= textOf(element).replace(/\s+/gu, " ").trim() || undefined;
      break;
    case "time":
      if (
        attributes.has("pubdate") ||
        attributes.get("itemprop") === "datePublished" ||
        facts.time === undefined
      ) {
        const stamp = attributes.get("datetime");
        if (stamp !== undefined && /^\d{4}-\d{2}-\d{2}/.test(stamp)) facts.time = stamp;
      }
      break;
    default:
  }
  for (const child of element.children) if (child.kind === "element") visit(child, facts);
}

function textOf(node: Element | TextNode): string {
  return node.kind === "text" ? node.text : node.children.map(textOf).join("");
}

/** Largest JSON-LD block read, in characters. */
const largestJson = 1_000_000;

function parseJsonLd(source: string): unknown[] {
  if (source.length > largestJson) return [];
  try {
    return [JSON.parse(source.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, ""))];
  } catch {
    // Broken JSON-LD (1 % of press pages) says nothing; other markup still does.
    return [];
  }
}

type Node = Readonly<Record<string, unknown>>;

/** The first node, at any depth of arrays and `@graph`, whose type is an article's. */
function articleNode(value: unknown, depth = 0): Node | null {
  if (depth > 6 || typeof value !== "object" || value === null) return null;
  if (Array.isArray(value)) {
    for (const item of value) {
      const found = articleNode(item, depth + 1);
      if (found !== null) return found;
    }
    return null;
  }
  const node = value as Node;
  const types = [node["@type"]].flat();
  if (
    types.some((type) => typeof type === "string" && /(?:Article|BlogPosting|Report)$/.test(type))
  )
    return node;
  return articleNode(node["@graph"], depth + 1) ?? articleNode(node["mainEntity"], depth + 1);
}

function text(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === "string" && first.trim() !== "" ? decode(first).trim() : undefined;
}

function namesIn(value: unknown): string[] {
  return [value].flat(3).flatMap((item: unknown) => {
    if (typeof item === "string") return authorsFrom(item);
    if (typeof item === "object" && item !== null) return namesIn((item as Node)["name"]);
    return [];
  });
}

/** Names in a byline: without “By”, links, mail addresses and roles; split at “and”, commas, semicolons. */
export function authorsFrom(byline: string | undefined): string[] {
  if (byline === undefined || /^https?:/.test(byline)) return [];
  return decode(byline)
    .replace(/^\s*(?:by|von|par|por|di|від|от|text|words)[:\s]+/i, "")
    .split(/\s*(?:,|;|\/|\||\band\b|\bund\b|\bet\b|&|、)\s*/u)
    .map((name) => name.replace(/\s+/gu, " ").trim())
    .filter((name) => name.length > 1 && name.length < 60 && !/@|https?:|\d{3}/.test(name));
}

function kindOf(section: unknown): string | undefined {
  const sections = [section].flat().filter((item): item is string => typeof item === "string");
  return sections.some((name) =>
    /^(?:opinion|comment(?:ary|isfree)?|editorials?|op-?eds?|views?|analysis|perspective|мнени[ея]|колонк[аи]|评论|社评|观点)\b/iu.test(
      name,
    ),
  )
    ? "opinion"
    : undefined;
}

function decode(value: string): string {
  return value
    .replace(/&(?:amp|#38);/g, "&")
    .replace(/&(?:quot|#34);/g, '"')
    .replace(/&(?:apos|#0?39|#x27);/g, "'")
    .replace(/&(?:nbsp|#160);/g, " ")
    .replace(/<[^>]{1,200}>/g, "");
}
