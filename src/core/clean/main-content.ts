import type { Element, TextNode } from "../html-tree.ts";

const furnitureTags: ReadonlySet<string> = new Set([
  "script",
  "nav",
  "aside",
  "footer",
  "form",
  "button",
  "select",
  "option",
  "input",
  "label",
  "textarea",
  "menu",
  "dialog",
  "head",
  "audio",
  "video",
]);

/** Class and id words of page furniture (press templates at large). */
const furnitureNames =
  /(?:^|[\s_-])(?:nav(?:igation|bar)?|menu|breadcrumbs?|share|sharing|social|related|recommend\w*|recirc\w*|newsletter|subscri\w*|signup|sign-up|promo\w*|advert\w*|ads?|ad-(?:slot|container|wrapper)|sponsor\w*|comments?|disqus|sidebar|footer|cookie\w*|consent|paywall|tags?|tag-list|topics|most-?(?:read|popular)|trending|popular|more-(?:on|from|stories)|read-?(?:more|next|also)|author-(?:bio|box|info)|bio|toolbar|tools|widget|popup|modal|banner|skip-link|screen-reader\w*|sr-only|visually-hidden|visuallyhidden|print-only|outbrain|taboola|teaser|teasers|pagination|pager|rating|audio-?player|player|gallery-?nav|copyright|metadata|timestamp)(?:$|[\s_-])/i;

const keepNames =
  /(?:^|[\s_-])(?:article-?body|articlebody|story-?body|entry-?content|post-?content|article__?content|main-?content|body-?text|content__?article-body)(?:$|[\s_-])/i;

/** Whether an element is page furniture by its tag, role, class or id. */
export function isFurniture(element: Element): boolean {
  if (furnitureTags.has(element.tag)) return true;
  if (
    element.tag === "body" ||
    element.tag === "html" ||
    element.tag === "article" ||
    element.tag === "main"
  )
    return false;
  const attributes = element.attributes;
  if (attributes.has("hidden") || attributes.get("aria-hidden") === "true") return true;
  if (/display:\s*none/i.test(attributes.get("style") ?? "")) return true;
  if (
    /^(?:navigation|complementary|banner|contentinfo|search|dialog|menu)$/.test(
      attributes.get("role") ?? "",
    )
  )
    return true;
  const names = `${attributes.get("class") ?? ""} ${attributes.get("id") ?? ""}`;
  if (names === " ") return false;
  return furnitureNames.test(names) && !keepNames.test(names);
}

/** Paragraphs shorter than this don't count towards an article. */
const shortest = 40;

/**
 * The element that holds the article: the one whose own paragraphs carry most text outside links
 * (after Readability's scoring: a paragraph counts fully for its parent, half for its grandparent),
 * widened to its parent as long as siblings carry article text too.
 */
export function mainElement(root: Element): Element | null {
  const scores = new Map<Element, number>();
  const parents = new Map<Element, Element>();
  scoreParagraphs(root, [], scores, parents);
  let best: Element | null = null;
  let bestScore = 0;
  for (const [element, score] of scores) {
    const bonus =
      element.tag === "article" ||
      keepNames.test(
        `${element.attributes.get("class") ?? ""} ${element.attributes.get("itemprop") ?? ""}`,
      )
        ? 1.3
        : 1;
    if (score * bonus > bestScore) {
      best = element;
      bestScore = score * bonus;
    }
  }
  if (best === null) return null;
  for (let parent = parents.get(best); parent !== undefined; parent = parents.get(best)) {
    if (parent.tag === "body" || parent.tag === "html" || parent.tag === "#document") break;
    const inside = [...parent.children].filter(
      (child): child is Element => child.kind === "element" && child !== best,
    );
    const siblings = inside.reduce(
      (sum, child) => sum + (isFurniture(child) ? 0 : (scores.get(child) ?? paragraphScore(child))),
      0,
    );
    if (siblings < (scores.get(best) ?? 0) * 0.2) break;
    best = parent;
  }
  return best;
}

function scoreParagraphs(
  element: Element,
  path: readonly Element[],
  scores: Map<Element, number>,
  parents: Map<Element, Element>,
): void {
  const here = [...path, element];
  for (const child of element.children) {
    if (child.kind === "text") continue;
    parents.set(child, element);
    if (isFurniture(child)) continue;
    const score = paragraphScore(child);
    if (score > 0) {
      scores.set(element, (scores.get(element) ?? 0) + score);
      const grandparent = path.at(-1);
      if (grandparent !== undefined)
        scores.set(grandparent, (scores.get(grandparent) ?? 0) + score / 2);
      continue;
    }
    scoreParagraphs(child, here, scores, parents);
  }
}

/** Text of a paragraph outside links, 0 for anything that is no paragraph or mostly links. */
function paragraphScore(element: Element): number {
  if (!/^(?:p|pre|blockquote|td)$/.test(element.tag) && !isTextBlock(element)) return 0;
  const { text, linked } = textOf(element);
  if (text < shortest || linked > text * 0.5) return 0;
  return text - linked;
}

/** A `<div>` used as a paragraph: it holds text and inline elements only. */
function isTextBlock(element: Element): boolean {
  if (!/^(?:div|span|section|font)$/.test(element.tag)) return false;
  const own = element.children.reduce(
    (sum, child) => sum + (child.kind === "text" ? child.text.trim().length : 0),
    0,
  );
  if (own < shortest) return false;
  return element.children.every(
    (child) =>
      child.kind === "text" ||
      /^(?:a|b|i|em|strong|span|br|u|sup|sub|font|time|q|img|small)$/.test(child.tag),
  );
}

function textOf(element: Element): { text: number; linked: number } {
  let text = 0;
  let linked = 0;
  const visit = (node: Element | TextNode, inLink: boolean): void => {
    if (node.kind === "text") {
      const size = node.text.trim().length;
      text += size;
      if (inLink) linked += size;
      return;
    }
    if (furnitureTags.has(node.tag)) return;
    for (const child of node.children) visit(child, inLink || node.tag === "a");
  };
  visit(element, false);
  return { text, linked };
}
