import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes as Tree } from "parse5";
import type { Element, TextNode } from "../core/html-tree.ts";
import type { HtmlTree } from "../core/page.ts";
import { textNodes, type PlacedSource } from "./html-text.ts";
import { shortenHtml } from "./shorten-html.ts";

/** Elements nested deeper than this are flattened: their text stands in the ancestor at this depth. */
const deepest = 400;

/** More elements than this are no article; what follows is not looked at. Bounds memory to some 500 MB. */
const mostElements = 400_000;

/** Told by the tree builder when a page has more elements than any page needs. */
class TooManyElements extends Error {}

/**
 * Parse a page by the HTML standard into a read-only tree with offsets.
 * Nothing of the page runs; comments, scripts' contents other than JSON-LD and styles are left out.
 * @returns the tree, with `cut` where the page has more elements than are looked at
 */
export function parseHtml(source: string): HtmlTree {
  const short = shortenHtml(source);
  const { document, cut } = parseBounded(short.text);
  const page: PlacedSource = { source, at: short.at };
  const root: Element = {
    kind: "element",
    tag: "#document",
    attributes: new Map(),
    children: convertAll(document.childNodes, page, 0),
    start: 0,
    end: source.length,
  };
  return cut ? { root, cut } : { root };
}

function parseBounded(source: string): { document: Tree.Document; cut: boolean } {
  let count = 0;
  // The document is at hand even when building it stops: what was built so far is read.
  const document = defaultTreeAdapter.createDocument();
  const treeAdapter = {
    ...defaultTreeAdapter,
    createDocument: () => document,
    createElement(...parts: Parameters<typeof defaultTreeAdapter.createElement>) {
      if (++count > mostElements) throw new TooManyElements();
      return defaultTreeAdapter.createElement(...parts);
    },
  };
  try {
    parse(source, { sourceCodeLocationInfo: true, treeAdapter });
    return { document, cut: false };
  } catch (error) {
    if (!(error instanceof TooManyElements)) throw error;
    return { document, cut: true };
  }
}

const leftOut: ReadonlySet<string> = new Set([
  "style",
  "noscript",
  "template",
  "svg",
  "math",
  "iframe",
  "object",
]);

function convertAll(
  nodes: readonly Tree.ChildNode[],
  page: PlacedSource,
  depth: number,
): (Element | TextNode)[] {
  const converted: (Element | TextNode)[] = [];
  for (const node of nodes) {
    if (isText(node)) for (const text of textNodes(node, page)) converted.push(text);
    else if (isElement(node)) {
      const element = depth < deepest ? convert(node, page, depth) : null;
      if (element !== null) converted.push(element);
      else if (depth >= deepest) for (const text of flattened(node, page)) converted.push(text);
    }
  }
  return converted;
}

function convert(node: Tree.Element, page: PlacedSource, depth: number): Element | null {
  if (leftOut.has(node.tagName)) return null;
  const attributes = new Map(node.attrs.map((attribute) => [attribute.name, attribute.value]));
  if (node.tagName === "script" && !/ld\+json/i.test(attributes.get("type") ?? "")) return null;
  const place = node.sourceCodeLocation;
  const children = convertAll(node.childNodes, page, depth + 1);
  const start = place ? page.at(place.startOffset) : (children[0]?.start ?? 0);
  return {
    kind: "element",
    tag: node.tagName,
    attributes,
    children,
    start,
    end: place ? page.at(place.endOffset) : (children.at(-1)?.end ?? start),
  };
}

/** The texts under a node in page order, however deep they lie. */
function flattened(node: Tree.Element, page: PlacedSource): TextNode[] {
  const found: TextNode[] = [];
  const pending: Tree.ChildNode[] = [node];
  while (pending.length > 0) {
    const next = pending.pop()!;
    if (isText(next)) for (const text of textNodes(next, page)) found.push(text);
    else if (isElement(next) && next.tagName !== "script" && !leftOut.has(next.tagName))
      for (const child of next.childNodes.toReversed()) pending.push(child);
  }
  return found;
}

function isText(node: Tree.ChildNode): node is Tree.TextNode {
  return node.nodeName === "#text";
}

function isElement(node: Tree.ChildNode): node is Tree.Element {
  return "tagName" in node;
}
