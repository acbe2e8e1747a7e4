import { extname } from "node:path";
import type { Diagnostic } from "../core/diagnostic.ts";
import { decodeBytes, isBinary } from "./decode.ts";
import { readFrontMatter } from "./front-matter.ts";
import { problem, refused, type Item, type Opened } from "./item.ts";
import { makePage } from "./make-page.ts";
import { parseHtml } from "./parse-html.ts";
import { savedFrom } from "./saved-from.ts";

/** Open plain text, Markdown or HTML: decoded, with its front matter, its tree and where it was saved from. */
export function openText(item: Item): Opened {
  const { path, bytes } = item;
  if (isBinary(bytes)) {
    return refused(
      "FILE_BINARY",
      path,
      "This is no text and no format that Readout reads (a picture, a program …).",
    );
  }
  const { text: source, encoding, basis, damaged } = decodeBytes(bytes, item.charset);
  if (source.trim() === "") return refused("FILE_EMPTY", path, "The file holds blanks only.");
  const diagnostics: Diagnostic[] = [];
  if (damaged) {
    diagnostics.push(
      problem(
        "ENCODING_DAMAGED",
        path,
        `Some bytes are no characters in ${encoding} and show as “\ufffd”. Save the page again as UTF-8.`,
        "warning",
      ),
    );
  } else if (basis === "guessed") {
    diagnostics.push(
      problem("ENCODING_GUESSED", path, `Read as ${encoding}, by a guess from its bytes.`, "info"),
    );
  }
  const mediaType = textTypeOf(item, source);
  const frontMatter = readFrontMatter(source);
  if (frontMatter.error !== null) {
    diagnostics.push(
      problem(
        "FRONT_MATTER_INVALID",
        path,
        `The front matter is no YAML and was left out: ${frontMatter.error.replace(/:$/, ".")}`,
        "warning",
      ),
    );
  }
  const html = mediaType === "text/html";
  return {
    kind: "page",
    page: makePage(item, {
      mediaType,
      source,
      encoding,
      bodyStart: frontMatter.bodyStart,
      given: html ? { ...savedFrom(source), ...frontMatter.given } : frontMatter.given,
      tree: html ? parseHtml(source) : null,
      diagnostics,
    }),
  };
}

/** Which of the three text formats it is: by its ending, by what it is said to be, by its beginning. */
function textTypeOf(item: Item, source: string): string {
  const ending = extname(item.path).toLowerCase();
  if (ending === ".md" || ending === ".markdown") return "text/markdown";
  if (ending === ".html" || ending === ".htm" || ending === ".xhtml") return "text/html";
  if (item.mediaType === "text/html" || item.mediaType === "application/xhtml+xml")
    return "text/html";
  if (item.mediaType === "text/markdown") return "text/markdown";
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,1000}?-->\s*)?(?:<!doctype html|<html[\s>])/i.test(
    source.slice(0, 2000),
  )
    ? "text/html"
    : "text/plain";
}
