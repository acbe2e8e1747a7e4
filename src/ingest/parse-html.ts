import { parse, type DefaultTreeAdapterTypes } from "parse5";
import type { Element, TextNode } from "../core/html-tree.ts";

/** Elements nested deeper than this are flattened into their ancestor. */
const deepest = 400;

/** More nodes than this are no article; the rest of the page is not looked at. */
const mostNodes = 400_000;

/**
 * Parse a page by the HTML standard into a read-only tree with offsets.
 * Nothing of the page runs; comments, scripts' contents other than JSON-LD and styles are left out.
 */
export function parseHtml(source: string): Element {
  const document = parse(source, { sourceCodeLocationInfo: true });
  const budget = { nodes: mostNodes };
  const children = convertAll(document.childNodes, budget, 0);
  return {
    kind: "element",
    tag: "#document",
    attributes: new Map(),
    children,
    start: 0,
    end: source.length,
  };
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
  nodes: readonly DefaultTreeAdapterTypes.ChildNode[],
  budget: { nodes: number },
  depth: number,
): (Element | TextNode)[] {
  const converted: (Element | TextNode)[] = [];
  for (const node of nodes) {
    if (budget.nodes-- <= 0) break;
    if (node.nodeName === "#text") {
      const text = node as DefaultTreeAdapterTypes.TextNode;
      const place = text.sourceCodeLocation;
      if (place)
        converted.push({
          kind: "text",
          text: text.value,
          start: place.startOffset,
          end: place.endOffset,
        });
      continue;
    }
    if (!("tagName" in node) || leftOut.has(node.tagName)) continue;
    const attributes = new Map(node.attrs.map((attribute) => [attribute.name, attribute.value]));
    if (node.tagName === "script" && !/ld\+json/i.test(attributes.get("type") ?? "")) continue;
    const place = node.sourceCodeLocation;
    const children = depth < deepest ? convertAll(node.childNodes, budget, depth + 1) : [];
    const start = place?.startOffset ?? children[0]?.start ?? 0;
    converted.push({
      kind: "element",
      tag: node.tagName,
      attributes,
      children,
      start,
      end: place?.endOffset ?? children.at(-1)?.end ?? start,
    });
  }
  return converted;
}
