import { parse, type DefaultTreeAdapterTypes as Tree } from "parse5";

const unseen: ReadonlySet<string> = new Set([
  "head",
  "script",
  "style",
  "noscript",
  "template",
  "iframe",
  "svg",
]);

const blocks: ReadonlySet<string> = new Set(
  (
    "address article aside blockquote body br button center dd details dialog div dl dt fieldset figcaption figure " +
    "footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre section summary table tbody td tfoot " +
    "th thead tr ul video audio"
  ).split(" "),
);

/**
 * A page as someone who copied all of it would have it: one line for each block element, with everything
 * the template puts around the article.
 */
export function scrapeOf(html: string): string {
  const lines: string[] = [];
  let line = "";
  const flush = (): void => {
    const text = line.replace(/\s+/gu, " ").trim();
    if (text !== "") lines.push(text);
    line = "";
  };
  const visit = (node: Tree.Node): void => {
    if (node.nodeName === "#text") line += (node as Tree.TextNode).value;
    if (!("childNodes" in node) || unseen.has(node.nodeName)) return;
    const block = blocks.has(node.nodeName);
    if (block) flush();
    for (const child of node.childNodes) visit(child);
    if (block) flush();
  };
  visit(parse(html));
  flush();
  return `${lines.join("\n")}\n`;
}
