import type { Context } from "../../context.ts";
import type { Element } from "../../html-tree.ts";

/** Tags that hold no running text, with the reason. */
const tagRules: ReadonlyMap<string, string> = new Map([
  ["nav", "clean/markup-navigation"],
  ["menu", "clean/markup-navigation"],
  ["aside", "clean/markup-sidebar"],
  ["footer", "clean/markup-footer"],
  ["form", "clean/markup-control"],
  ["button", "clean/markup-control"],
  ["select", "clean/markup-control"],
  ["option", "clean/markup-control"],
  ["label", "clean/markup-control"],
  ["textarea", "clean/markup-control"],
  ["dialog", "clean/markup-dialog"],
  ["audio", "clean/markup-player"],
  ["video", "clean/markup-player"],
  ["canvas", "clean/markup-player"],
]);

/** Landmarks of WAI-ARIA that are no article. */
const roleRules: ReadonlyMap<string, string> = new Map([
  ["navigation", "clean/markup-navigation"],
  ["menu", "clean/markup-navigation"],
  ["menubar", "clean/markup-navigation"],
  ["banner", "clean/markup-navigation"],
  ["complementary", "clean/markup-sidebar"],
  ["contentinfo", "clean/markup-footer"],
  ["search", "clean/markup-control"],
  ["dialog", "clean/markup-dialog"],
  ["alertdialog", "clean/markup-dialog"],
]);

/** Names of the element that holds the article: whatever else they say, it is no furniture. */
const articleNames =
  /-(?:article-?body|articlebody|story-?body|entry-content|post-?(?:content|body|text)|article-?(?:content|text|copy|detail)|body-?text|main-?content|content-?body|content-?(?:main|text|article)|news-?(?:content|text|body|detail)|story-?(?:content|text|copy)|text-?(?:content|body)|rich-?text|field-name-body|node-content|page-content|detail-?(?:content|text|body)|pages-content|trs-editor)-/;

interface NameRule {
  readonly id: string;
  readonly pattern: RegExp;
}

function nameRules(context: Context): readonly NameRule[] {
  return context.derived("clean/markup-chrome", () =>
    context.rows("clean/html/markup-chrome").map((row) => ({
      id: row["id"]!,
      pattern: new RegExp(`-(?:${row["pattern"]!})-`, "u"),
    })),
  );
}

/** Whether an element's names say that it holds the article's text. */
export function holdsArticle(names: string): boolean {
  return articleNames.test(names);
}

/**
 * Why an element is page furniture, by its tag, role or names.
 * @param names - as `namesOf` gives them
 * @returns id of the rule; `null` when nothing says so
 */
export function furnitureRule(element: Element, names: string, context: Context): string | null {
  const { tag, attributes } = element;
  if (tag === "body" || tag === "html" || tag === "main") return null;
  if (
    attributes.has("hidden") ||
    attributes.get("aria-hidden") === "true" ||
    /display:\s*none|visibility:\s*hidden/i.test(attributes.get("style") ?? "")
  )
    return "clean/markup-hidden";
  const byTag = tagRules.get(tag) ?? roleRules.get(attributes.get("role") ?? "");
  if (byTag !== undefined) return byTag;
  if (names === "-" || tag === "article" || articleNames.test(names)) return null;
  for (const { id, pattern } of nameRules(context)) if (pattern.test(names)) return id;
  return null;
}
