import type { Range } from "../../document.ts";
import type { Element, TextNode } from "../../html-tree.ts";
import type { Found } from "../sheet.ts";
import { foldName } from "../title.ts";
import { articleNode, jsonNodes, namesOfNodes, parseJsonLd, plain, textIn } from "./json-ld.ts";

/** What the markup of a page says of it, each value with its place, the more trustworthy first. */
export interface Markup {
  readonly titles: readonly Found[];
  readonly headings: readonly Found[];
  readonly published: readonly Found[];
  readonly modified: readonly Found[];
  /** Groups of names: who one source of markup names belongs together. */
  readonly authors: readonly (readonly Found[])[];
  readonly outlets: readonly Found[];
  readonly urls: readonly Found[];
  /** Addresses of the site as a whole. */
  readonly sites: readonly Found[];
  readonly languages: readonly Found[];
  readonly descriptions: readonly Found[];
  readonly sections: readonly Found[];
}

/**
 * Meta tags by what they tell, in order of trust. Source: Open Graph, Dublin Core, Parse.ly, Sailthru, Google News,
 * and the tags that Chinese government sites must carry (SiteName, SiteDomain, ArticleTitle, PubDate).
 */
const metaNames = {
  titles:
    "og:title twitter:title dc.title dcterms.title parsely-title sailthru.title headline articletitle title",
  published:
    "article:published_time og:article:published_time og:published_time datepublished article.published " +
    "publish-date publishdate publish_date published published_time published_at pubdate pub_date article_date_original " +
    "parsely-pub-date sailthru.date cxenseparse:recs:publishtime dc.date.issued dc.date.created dc.date dcterms.created " +
    "dcterms.date dcterms.issued dcterms.available date date.available weibo:article:create_at firstpublished " +
    "originalpublicationdate displaydate article:post_date og:pubdate bt:pubdate created last-published ptime",
  modified:
    "article:modified_time og:updated_time og:modified_time datemodified last-modified lastmod dcterms.modified " +
    "dc.date.modified article:updated_time weibo:article:update_at revised",
  authors:
    "author authors article:author article:author_name og:article:author parsely-author sailthru.author byl byline dc.creator dcterms.creator " +
    "dc.creator.personalname cxenseparse:author citation_author mediator_author twitter:creator:name",
  outlets:
    "og:site_name application-name publisher dc.publisher dcterms.publisher copyright-holder cre sitename al:ios:app_name",
  descriptions: "og:description description twitter:description dc.description",
  sections:
    "article:section og:article:section section parsely-section sailthru.section columnname genre og:type",
} as const;

type MetaField = keyof typeof metaNames;

/** A meta tag's name without its marks: templates write `article:published_time` in five ways. */
function metaKey(name: string): string {
  return name.replace(/[^a-z\d]+/g, "");
}

/** Read the markup of a page: JSON-LD, meta tags, microdata, `<time>`, headings. */
export function readMarkup(root: Element, source: string, url: string | null): Markup {
  const facts = new Facts(source);
  facts.visit(root);
  const nodes = jsonNodes(facts.jsonLd.map(({ value }) => value));
  const article = articleNode(nodes, url ?? facts.canonical?.value ?? null);
  const json = (key: string): Found[] => {
    const value = article === null ? null : textIn(article[key]);
    return value === null ? [] : [facts.inJson(value, `clean/json-ld-${key}`)];
  };
  const meta = (field: MetaField): Found[] =>
    metaNames[field].split(" ").flatMap((name) => facts.meta.get(metaKey(name)) ?? []);
  const jsonNames = (key: string): Found[] =>
    article === null
      ? []
      : namesOfNodes(article[key], nodes).map((name) => facts.inJson(name, `clean/json-ld-${key}`));
  return {
    titles: [...json("headline"), ...meta("titles"), ...facts.documentTitles],
    headings: facts.headings,
    published: [
      ...json("datePublished"),
      ...meta("published"),
      ...facts.published,
      ...json("dateCreated"),
    ],
    modified: [...json("dateModified"), ...meta("modified"), ...facts.modified],
    authors: [
      jsonNames("author"),
      jsonNames("creator"),
      ...metaNames.authors.split(" ").map((name) => facts.meta.get(metaKey(name)) ?? []),
      firstCluster(facts.authors),
    ].filter((group) => group.length > 0),
    outlets: nearestToHost(
      [...meta("outlets"), ...jsonNames("publisher")],
      url ?? facts.canonical?.value ?? null,
    ),
    urls: [
      ...(facts.canonical === null ? [] : [facts.canonical]),
      ...(facts.meta.get(metaKey("og:url")) ?? []),
    ],
    sites: (facts.meta.get("sitedomain") ?? []).map((found) => ({
      ...found,
      value: /^https?:/i.test(found.value) ? found.value : `http://${found.value}/`,
    })),
    languages: [
      ...(facts.language === null ? [] : [facts.language]),
      ...json("inLanguage"),
      ...(facts.meta.get(metaKey("og:locale")) ?? []),
      ...(facts.meta.get(metaKey("content-language")) ?? []),
    ],
    descriptions: [...json("description"), ...meta("descriptions")],
    sections: [...json("articleSection"), ...meta("sections")],
  };
}

/** Names of an outlet, those first that its address repeats: a publisher may be a group that owns many. */
function nearestToHost(names: readonly Found[], url: string | null): Found[] {
  const host = /^https?:\/\/([^/:?#]+)/i.exec(url ?? "")?.[1]?.toLowerCase() ?? "";
  const labels = host.split(".").filter((label) => label.length > 3);
  const glued = host.replace(/[^a-z\d]+/g, "");
  const isNear = ({ value }: Found): boolean => {
    const folded = foldName(value);
    return (
      folded.length > 2 &&
      (glued.includes(folded) || labels.some((label) => folded.includes(label)))
    );
  };
  return [...names.filter(isNear), ...names.filter((name) => !isNear(name))];
}

/** Authors marked far below the first ones are those of other articles. */
const clusterGap = 1500;

function firstCluster(found: readonly Found[]): Found[] {
  const cluster: Found[] = [];
  for (const one of found) {
    const last = cluster.at(-1);
    if (last !== undefined && (one.place?.start ?? 0) - (last.place?.end ?? 0) > clusterGap) break;
    cluster.push(one);
  }
  return cluster;
}

/** Gathers what single elements say. */
class Facts {
  readonly jsonLd: { readonly value: unknown; readonly place: Range }[] = [];
  readonly meta = new Map<string, Found[]>();
  readonly documentTitles: Found[] = [];
  readonly headings: Found[] = [];
  readonly published: Found[] = [];
  readonly modified: Found[] = [];
  readonly authors: Found[] = [];
  canonical: Found | null = null;
  language: Found | null = null;
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  visit(element: Element): void {
    const { tag } = element;
    if (tag === "meta") this.#meta(element);
    else if (tag === "script") this.#script(element);
    else if (tag === "link") this.#link(element);
    else if (tag === "html") this.#htmlTag(element);
    else if (tag === "title" && this.documentTitles.length === 0)
      this.#push(this.documentTitles, element, textOf(element), "clean/title-tag");
    else if (tag === "h1") this.#push(this.headings, element, textOf(element), "clean/h1");
    else this.#microdata(element);
    for (const child of element.children) if (child.kind === "element") this.visit(child);
  }

  /** A value of JSON-LD with its place: the string as the block writes it, else the block. */
  inJson(value: string, rule: string): Found {
    const written = JSON.stringify(value).slice(1, -1);
    for (const { place } of this.jsonLd) {
      for (const form of [written, value, written.replaceAll("/", "\\/")]) {
        const start = this.#source.indexOf(form, place.start);
        if (start !== -1 && start + form.length <= place.end)
          return { value, rule, place: { start, end: start + form.length } };
      }
    }
    return { value, rule, place: this.jsonLd[0]?.place ?? null };
  }

  #push(list: Found[], { start, end }: Element, value: string, rule: string): void {
    const text = plain(value);
    if (text !== "") list.push({ value: text, rule, place: { start, end } });
  }

  #meta(element: Element): void {
    const { attributes } = element;
    const content = attributes.get("content");
    if (content === undefined || content.trim() === "") return;
    for (const key of ["property", "name", "itemprop", "http-equiv"]) {
      const name = attributes.get(key)?.trim().toLowerCase();
      if (name === undefined || name === "") continue;
      const list = this.meta.get(metaKey(name)) ?? [];
      if (list.length > 20) continue;
      this.#push(list, element, content, `clean/meta-${name.replace(/[^a-z]+/g, "-")}`);
      this.meta.set(metaKey(name), list);
    }
  }

  #script(element: Element): void {
    const text = element.children[0];
    if (text?.kind !== "text") return;
    const value = parseJsonLd(text.text);
    if (value !== null) this.jsonLd.push({ value, place: { start: text.start, end: text.end } });
  }

  #link(element: Element): void {
    const href = element.attributes.get("href");
    if (element.attributes.get("rel") !== "canonical" || href === undefined) return;
    const { start, end } = element;
    if (/^https?:\/\//.test(href))
      this.canonical ??= { value: href, rule: "clean/link-canonical", place: { start, end } };
  }

  #htmlTag({ attributes, start }: Element): void {
    const value = attributes.get("lang") ?? attributes.get("xml:lang");
    if (value === undefined || value === "") return;
    const end = this.#source.indexOf(">", start) + 1;
    this.language ??= { value, rule: "clean/html-lang", place: { start, end } };
  }

  #microdata(element: Element): void {
    const { attributes, tag } = element;
    const prop = attributes.get("itemprop") ?? "";
    const stamp = attributes.get("datetime") ?? attributes.get("content");
    const said = (): string => stamp ?? textOf(element);
    if (/\bdatePublished\b/.test(prop))
      this.#push(this.published, element, said(), "clean/microdata-date");
    else if (/\bdateModified\b/.test(prop))
      this.#push(this.modified, element, said(), "clean/microdata-modified");
    else if (tag === "time" && stamp !== undefined && /^\d{4}-\d{2}-\d{2}/.test(stamp))
      this.#push(
        /updat|modif/i.test(attributes.get("class") ?? "") ? this.modified : this.published,
        element,
        stamp,
        "clean/time-tag",
      );
    if (/\bauthor\b/.test(prop) || /\bauthor\b/.test(attributes.get("rel") ?? ""))
      this.#push(
        this.authors,
        element,
        attributes.get("content") ?? nameIn(element),
        "clean/microdata-author",
      );
  }
}

/** The name inside an element of an author: what is marked as name, else all of its text. */
function nameIn(element: Element): string {
  const pending: Element[] = [element];
  while (pending.length > 0) {
    const one = pending.shift()!;
    if (one !== element && one.attributes.get("itemprop") === "name")
      return one.attributes.get("content") ?? textOf(one);
    for (const child of one.children) if (child.kind === "element") pending.push(child);
  }
  return textOf(element);
}

function textOf(node: Element | TextNode): string {
  return node.kind === "text" ? node.text : node.children.map(textOf).join(" ");
}
