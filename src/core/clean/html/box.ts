import type { Element } from "../../html-tree.ts";

/** An element of a page on the way from its root to a line, with what its markup says of it. */
export interface Box {
  readonly element: Element;
  readonly parent: Box | null;
  readonly depth: number;
  /** Words of class, id, itemprop and role, lower case, each run of marks a hyphen: `-article-body-lead-`. */
  readonly names: string;
  /** Rule that says it is no part of an article (navigation, comments, promotion …); `null` when none does. */
  readonly furniture: string | null;
}

/** Tags whose contents stand on lines of their own. */
export const blockTags: ReadonlySet<string> = new Set(
  (
    "address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption " +
    "figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol option p pre section select summary " +
    "table tbody td tfoot th thead tr ul"
  ).split(" "),
);

const named = ["class", "id", "itemprop", "role", "data-component", "data-testid"] as const;

/**
 * The words by which templates call an element (see `Box.names`); `-` when it has none.
 * @param memory - names folded so far: a page repeats the same ones from element to element
 */
export function namesOf(element: Element, memory: Map<string, string>): string {
  if (element.attributes.size === 0) return "-";
  let all = "";
  for (const name of named) {
    const value = element.attributes.get(name);
    if (value !== undefined && value.length < longestNames) all += ` ${value}`;
  }
  if (all === "") return "-";
  let names = memory.get(all);
  if (names === undefined) {
    names = foldNames(all);
    memory.set(all, names);
  }
  return names;
}

/** Longer values are data, no names. */
const longestNames = 400;

/** Names as words: `"articleBody lead"` → `-article-body-lead-`. */
function foldNames(all: string): string {
  const words = all
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1-$2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return words === "" ? "-" : `-${words}-`;
}

/** Whether one box lies in another, or is it. */
export function isWithin(box: Box | null, ancestor: Box): boolean {
  let at = box;
  while (at !== null && at.depth > ancestor.depth) at = at.parent;
  return at === ancestor;
}
