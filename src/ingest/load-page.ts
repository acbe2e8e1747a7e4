import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { extname } from "node:path";
import type { Diagnostic } from "../core/diagnostic.ts";
import type { Page } from "../core/page.ts";
import { decodeBytes, isBinary } from "./decode.ts";
import { readFrontMatter } from "./front-matter.ts";
import { problem } from "./list-pages.ts";
import { parseHtml } from "./parse-html.ts";

/** Larger files are refused: no page is, and every stage must hold the page in memory. */
export const largestPage: number = 50 * 1024 * 1024;

/** A page, or the reason why there is none. */
export interface LoadedPage {
  readonly page: Page | null;
  /** The page as it came; `null` when it could not be read. */
  readonly bytes: Uint8Array | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Load one page from a file or standard input (`-`).
 * @returns the page with its diagnostics; `null` with one error that names the file and the remedy
 */
export async function loadPage(path: string): Promise<LoadedPage> {
  try {
    if (path !== "-") {
      const { size } = await stat(path);
      if (size > largestPage) return failed(tooLarge(path, size));
    }
    const bytes = path === "-" ? await readStandardInput() : await readFile(path);
    return pageFromBytes(path, bytes);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return failed(
      code === "ENOENT"
        ? problem("FILE_NOT_FOUND", path, "There is no such file. Check the spelling of the path.")
        : problem("FILE_UNREADABLE", path, `It can't be read (${message}). Check its permissions.`),
    );
  }
}

/** Build a page from bytes that are already here. `path` says where they came from. */
export function pageFromBytes(path: string, bytes: Uint8Array): LoadedPage {
  if (bytes.length === 0) return failed(problem("FILE_EMPTY", path, "The file is empty."));
  if (bytes.length > largestPage) return failed(tooLarge(path, bytes.length));
  if (isBinary(bytes)) {
    return failed(
      problem(
        "FILE_BINARY",
        path,
        "This is no text (a picture, an archive, a PDF …). Save the page as text or HTML.",
      ),
    );
  }
  const { text: source, encoding, basis, damaged } = decodeBytes(bytes);
  if (source.trim() === "")
    return failed(problem("FILE_EMPTY", path, "The file holds blanks only."));
  const diagnostics: Diagnostic[] = [];
  if (damaged) {
    diagnostics.push({
      ...problem(
        "ENCODING_DAMAGED",
        path,
        `Some bytes are no characters in ${encoding} and show as “\ufffd”. Save the page again as UTF-8.`,
      ),
      severity: "warning",
    });
  } else if (basis === "guessed") {
    diagnostics.push({
      ...problem("ENCODING_GUESSED", path, `Read as ${encoding}, by a guess from its bytes.`),
      severity: "info",
    });
  }
  const mediaType = mediaTypeOf(path, source);
  const frontMatter = readFrontMatter(source);
  if (frontMatter.error !== null) {
    diagnostics.push({
      ...problem(
        "FRONT_MATTER_INVALID",
        path,
        `The front matter is no YAML and was left out: ${frontMatter.error}`,
      ),
      severity: "warning",
    });
  }
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const page: Page = {
    id: sha256.slice(0, 12),
    path,
    sha256,
    mediaType,
    encoding,
    source,
    bodyStart: frontMatter.bodyStart,
    given: frontMatter.given,
    tree: mediaType === "text/html" ? { root: parseHtml(source) } : null,
    diagnostics,
  };
  return { page, bytes, diagnostics };
}

function mediaTypeOf(path: string, source: string): string {
  const ending = extname(path).toLowerCase();
  if (ending === ".md" || ending === ".markdown") return "text/markdown";
  if (ending === ".html" || ending === ".htm" || ending === ".xhtml") return "text/html";
  return /^\s*(?:<!doctype html|<html[\s>])/i.test(source.slice(0, 2000))
    ? "text/html"
    : "text/plain";
}

function tooLarge(path: string, size: number): Diagnostic {
  const megabytes = Math.round(size / 1024 / 1024);
  return problem(
    "FILE_TOO_LARGE",
    path,
    `${megabytes} MB; the limit is 50 MB a page. Split it into pages.`,
  );
}

function failed(diagnostic: Diagnostic): LoadedPage {
  return { page: null, bytes: null, diagnostics: [diagnostic] };
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    chunks.push(bytes);
    if (size > largestPage) break;
  }
  return Buffer.concat(chunks);
}
