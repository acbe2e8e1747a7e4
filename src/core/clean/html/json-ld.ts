/** A node of JSON-LD. */
export type JsonNode = Readonly<Record<string, unknown>>;

/** Largest JSON-LD block read, in characters, and deepest nesting followed. */
const largest = 1_000_000;
const deepest = 8;

/** Types of schema.org that are an article or a page of one; the first kind counts more. */
const articleType = /(?:Article|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting)$/;
const pageType = /^(?:WebPage|ItemPage|CreativeWork|AboutPage)$/;

/**
 * Parse a JSON-LD block as pages write it: in comments or CDATA marks, with raw line breaks inside strings or
 * commas before closing brackets.
 * @returns `null` for what is no JSON even so
 */
export function parseJsonLd(source: string): unknown {
  if (source.length > largest) return null;
  const text = source.replace(
    /^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>|\]\]>)\s*$/g,
    "",
  );
  for (const attempt of [text, mended(text)]) {
    try {
      return JSON.parse(attempt) as unknown;
    } catch {
      // Broken JSON-LD (1 % of press pages) is tried once more, mended; then other markup has to do.
    }
  }
  return null;
}

function mended(text: string): string {
  return text
    .replace(/[\u0000-\u001f]+/g, " ")
    .replace(/,\s*([}\]])/g, "$1")
    .replace(/;\s*$/, "");
}

/** All nodes of JSON-LD blocks, in order, with those nested in `@graph`, lists and properties. */
export function jsonNodes(values: readonly unknown[]): JsonNode[] {
  const nodes: JsonNode[] = [];
  const visit = (value: unknown, depth: number): void => {
    if (depth > deepest || typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) {
      for (const item of value) visit(item, depth + 1);
      return;
    }
    const node = value as JsonNode;
    nodes.push(node);
    for (const key of [
      "@graph",
      "mainEntity",
      "mainEntityOfPage",
      "hasPart",
      "itemListElement",
      "item",
    ])
      visit(node[key], depth + 1);
  };
  for (const value of values) visit(value, 0);
  return nodes;
}

/**
 * The node that describes the page's article: an article with a date before one without, one that names this
 * page before others, a page's node when there is no article.
 * @param url - the page's address, where known
 */
export function articleNode(nodes: readonly JsonNode[], url: string | null): JsonNode | null {
  let best: JsonNode | null = null;
  let bestScore = 0;
  for (const node of nodes) {
    const types = typesOf(node);
    const article = types.some((type) => articleType.test(type));
    if (!article && !types.some((type) => pageType.test(type))) continue;
    let score = article ? 4 : 1;
    if (typeof node["datePublished"] === "string") score += 2;
    if (node["headline"] !== undefined) score += 1;
    if (node["author"] !== undefined) score += 1;
    if (url !== null && addressesOf(node).some((address) => sameAddress(address, url))) score += 4;
    if (score > bestScore) {
      best = node;
      bestScore = score;
    }
  }
  return best;
}

/** Names of a node's `@type`. */
export function typesOf(node: JsonNode): string[] {
  return [node["@type"]]
    .flat()
    .filter((type): type is string => typeof type === "string")
    .map((type) => type.replace(/^https?:\/\/schema\.org\//, ""));
}

function addressesOf(node: JsonNode): string[] {
  const entity = node["mainEntityOfPage"];
  const id = typeof entity === "object" && entity !== null ? (entity as JsonNode)["@id"] : entity;
  return [node["url"], node["@id"], id].filter(
    (address): address is string => typeof address === "string",
  );
}

function sameAddress(one: string, other: string): boolean {
  const path = (address: string): string =>
    address.replace(/^https?:\/\/(?:www\.)?/, "").replace(/[?#].*$|\/$/g, "");
  return path(one) === path(other);
}

/** The text of a property: the first string in it; `null` when there is none. */
export function textIn(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first === "object" && first !== null) return textIn((first as JsonNode)["@value"]);
  return typeof first === "string" && first.trim() !== "" ? plain(first) : null;
}

/**
 * Names of the people and bodies in a property, each as written.
 * @param nodes - where references by `@id` are looked up
 */
export function namesOfNodes(value: unknown, nodes: readonly JsonNode[], depth = 0): string[] {
  if (depth > 3) return [];
  return [value].flat(3).flatMap((item: unknown): string[] => {
    if (typeof item === "string") return /^https?:/.test(item) ? [] : [plain(item)];
    if (typeof item !== "object" || item === null) return [];
    const node = item as JsonNode;
    const own = namesOfNodes(node["name"], nodes, depth + 1);
    if (own.length > 0) return own;
    const given = [node["givenName"], node["familyName"]].filter(
      (part) => typeof part === "string",
    );
    if (given.length > 0) return [given.join(" ")];
    const id = node["@id"];
    const other = nodes.find((one) => one["@id"] === id && one["name"] !== undefined);
    return id === undefined || other === undefined
      ? []
      : namesOfNodes(other["name"], nodes, depth + 1);
  });
}

/** Text without tags and entities, blanks folded. */
export function plain(value: string): string {
  return value
    .replace(/<[^>]{1,200}>/g, " ")
    .replace(/&(?:amp|#0?38|#x26);/gi, "&")
    .replace(/&(?:quot|#0?34|#x22);/gi, '"')
    .replace(/&(?:apos|#0?39|#x27|rsquo|#8217);/gi, "’")
    .replace(/&(?:lsquo|#8216);/gi, "‘")
    .replace(/&(?:ldquo|#8220);/gi, "“")
    .replace(/&(?:rdquo|#8221);/gi, "”")
    .replace(/&(?:ndash|#8211);/gi, "–")
    .replace(/&(?:mdash|#8212);/gi, "—")
    .replace(/&(?:nbsp|#160|#xa0);/gi, " ")
    .replace(/&#(\d{2,6});/g, (_whole, code: string) => characterOf(Number(code)))
    .replace(/&#x([\da-f]{2,5});/gi, (_whole, code: string) =>
      characterOf(Number.parseInt(code, 16)),
    )
    .replace(/\s+/gu, " ")
    .trim();
}

function characterOf(code: number): string {
  return code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? "" : String.fromCodePoint(code);
}
