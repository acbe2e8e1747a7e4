import { basename, extname } from "node:path";
import { recordType } from "./record.ts";

/** What a file can be. The first group is opened whole, the second is read piece by piece, the third is refused. */
export type Format =
  | "text"
  | "pdf"
  | "docx"
  | "odt"
  | "rtf"
  | "epub"
  | "mail"
  | "mhtml"
  | "feed"
  | "json"
  | "record"
  | "zip"
  | "wacz"
  | "tar"
  | "gzip"
  | "warc"
  | "json-lines"
  | "mbox"
  | "catalogue"
  | "office"
  | "old-office"
  | "sealed";

/** Formats that are read piece by piece, in one pass, whatever their size. */
const streamed: ReadonlySet<Format> = new Set([
  "zip",
  "wacz",
  "tar",
  "gzip",
  "warc",
  "json-lines",
  "mbox",
  "catalogue",
]);

/** Whether a format is a container that is read piece by piece. */
export function isStreamed(format: Format): boolean {
  return streamed.has(format);
}

/** Endings of file names, lower case. What else a folder or archive holds is left out, and counted. */
const endings: ReadonlyMap<string, Format> = new Map([
  ...["", ".txt", ".text", ".md", ".markdown"].map((ending) => [ending, "text"] as const),
  ...[".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx", ".jsp"].map(
    (ending) => [ending, "text"] as const,
  ),
  [".pdf", "pdf"],
  [".docx", "docx"],
  [".odt", "odt"],
  [".rtf", "rtf"],
  [".epub", "epub"],
  [".eml", "mail"],
  [".mht", "mhtml"],
  [".mhtml", "mhtml"],
  [".rss", "feed"],
  [".atom", "feed"],
  [".xml", "feed"],
  [".json", "json"],
  [".jsonl", "json-lines"],
  [".ndjson", "json-lines"],
  [".mbox", "mbox"],
  [".warc", "warc"],
  [".wacz", "wacz"],
  [".zip", "zip"],
  [".tar", "tar"],
  [".tgz", "gzip"],
  [".gz", "gzip"],
  [".ris", "catalogue"],
  [".bib", "catalogue"],
  [".rdf", "catalogue"],
  [".doc", "old-office"],
  [".msg", "old-office"],
  [".pptx", "office"],
  [".xlsx", "office"],
]);

/** The endings read from folders and archives, for help texts. */
export const pageEndings: readonly string[] = [...endings]
  .filter(([ending, format]) => ending !== "" && format !== "office" && format !== "old-office")
  .map(([ending]) => ending);

/** Whether something with this name is looked into when it is found in a folder or archive. */
export function isPageName(name: string): boolean {
  const base = basename(name.replaceAll("\\", "/"));
  if (base.startsWith(".") || /(?:^|\/)__MACOSX\//.test(name)) return false;
  return endings.has(endingOf(base));
}

/** Whether an entry with this name is a container that is read piece by piece. */
export function streamedName(name: string): boolean {
  return /\.(?:warc|jsonl|ndjson|mbox|tar|tgz|gz)$/i.test(name);
}

function endingOf(name: string): string {
  const ending = extname(name).toLowerCase();
  // `press.12345` and `v1.2` have no ending that means anything.
  return /^\.\d+$/.test(ending) ? "" : ending;
}

/** Media types → formats, for what has no telling beginning. */
const mediaTypes: ReadonlyMap<string, Format> = new Map([
  [recordType, "record"],
  ["application/pdf", "pdf"],
  ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"],
  ["application/vnd.oasis.opendocument.text", "odt"],
  ["application/epub+zip", "epub"],
  ["application/rtf", "rtf"],
  ["text/rtf", "rtf"],
  ["message/rfc822", "mail"],
  ["multipart/related", "mhtml"],
  ["application/rss+xml", "feed"],
  ["application/atom+xml", "feed"],
  ["application/feed+json", "feed"],
  ["application/json", "json"],
  ["application/ld+json", "json"],
  ["application/x-ndjson", "json-lines"],
  ["application/jsonl", "json-lines"],
  ["application/warc", "warc"],
  ["application/wacz", "wacz"],
  ["application/mbox", "mbox"],
  ["application/zip", "zip"],
  ["application/gzip", "gzip"],
  ["application/x-tar", "tar"],
  ["text/html", "text"],
  ["application/xhtml+xml", "text"],
  ["text/plain", "text"],
  ["text/markdown", "text"],
]);

/** Media types that can be pages; other responses of a web archive are left out. */
export function isPageType(mediaType: string): boolean {
  return mediaTypes.has(mediaType) || /^(?:text|application)\/(?:\w+\+)?xml$/.test(mediaType);
}

/**
 * What something is: by its first bytes, which don't lie, then by what it is said to be, then by
 * its name.
 * @param head - the first 4 KB or more
 */
export function formatOf(head: Uint8Array, name: string, mediaType: string | null = null): Format {
  const said = mediaType === null ? undefined : mediaTypes.get(mediaType);
  if (said === "record") return "record";
  const bare = name.replace(/[?#].*$/, "");
  const ending = endings.get(endingOf(basename(bare)));
  const start = Buffer.from(head.subarray(0, 4096)).toString("latin1");
  const magic = byMagic(start, bare, said, ending);
  if (magic !== null) return magic;
  const named = said === undefined || said === "text" ? (ending ?? said) : said;
  const text = start.replace(/^\u00ef\u00bb\u00bf/, "").trimStart();
  const content = byContent(text, named);
  return content ?? (named === undefined || mustBeBinary.has(named) ? "text" : named);
}

/** Formats that have telling first bytes: without them it is something else under a false name. */
const mustBeBinary: ReadonlySet<Format> = new Set([
  "pdf",
  "docx",
  "odt",
  "epub",
  "zip",
  "wacz",
  "gzip",
  "rtf",
  "office",
  "old-office",
]);

function byMagic(
  start: string,
  name: string,
  said: Format | undefined,
  ending: Format | undefined,
): Format | null {
  if (/^\s{0,8}%PDF-/.test(start) || (start.slice(0, 1024).includes("%PDF-1.") && ending === "pdf"))
    return "pdf";
  if (start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06"))
    return zipKind(start, said, ending);
  if (start.startsWith("{\\rtf")) return "rtf";
  if (start.startsWith("\x1f\x8b"))
    return /\.warc(?:\.gz)?$/i.test(name) || said === "warc" ? "warc" : "gzip";
  if (/^WARC\/\d/.test(start)) return "warc";
  if (start.slice(257, 262) === "ustar") return "tar";
  if (start.startsWith("\xd0\xcf\x11\xe0")) return "old-office";
  if (/^(?:Rar!|7z\xbc\xaf|\xfd7zXZ|BZh\d|\x28\xb5\x2f\xfd)/.test(start)) return "sealed";
  return null;
}

function zipKind(start: string, said: Format | undefined, ending: Format | undefined): Format {
  if (/^PK\x03\x04.{26}mimetypeapplication\/epub\+zip/s.test(start)) return "epub";
  if (/^PK\x03\x04.{26}mimetypeapplication\/vnd\.oasis\.opendocument\.text/s.test(start))
    return "odt";
  const named = ending ?? said;
  if (
    named === "docx" ||
    named === "odt" ||
    named === "epub" ||
    named === "wacz" ||
    named === "office"
  )
    return named;
  return "zip";
}

function byContent(text: string, named: Format | undefined): Format | null {
  if (
    /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,500}?-->\s*|<\?xml-stylesheet[^>]*>\s*)*<(?:rss|feed|rdf:RDF)[\s>]/i.test(
      text,
    )
  )
    return text.includes("www.zotero.org/namespaces") ? "catalogue" : "feed";
  if (named === "feed" && !text.startsWith("{"))
    return /^<(?:\?xml|rss|feed|rdf)/i.test(text) ? null : "text";
  if (/^TY {2}- /.test(text)) return "catalogue";
  if (/^From \S+ .*\d{4}\s*\n[\w-]+:/.test(text)) return "mbox";
  if (named === undefined || named === "text") {
    if (isMail(text))
      return /^Content-Type:\s*multipart\/related/im.test(text) &&
        /^Snapshot-Content-Location:/im.test(text)
        ? "mhtml"
        : "mail";
    if (/^\{\s*"version"\s*:\s*"https:\/\/jsonfeed\.org/.test(text)) return "feed";
  }
  return null;
}

/** A block of mail headers at the very beginning, with one that only mails have. */
function isMail(text: string): boolean {
  const headers = /^(?:[A-Za-z][A-Za-z0-9-]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}/.exec(text)?.[0];
  return (
    headers !== undefined && /^(?:MIME-Version|Received|Message-ID|Return-Path):/im.test(headers)
  );
}
