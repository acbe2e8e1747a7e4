/** Characters that XML 1.0 has no place for, lone surrogates among them; tab, line feed and carriage return are fine. */
const unprintable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Text in which every character that is none in XML, JSON in UTF-8 or a spreadsheet stands as U+FFFD, one for one, so
 * that offsets in it (UTF-16 and code points) stay the same.
 */
export function safeText(text: string): string {
  return text.replace(unprintable, "\ufffd");
}

/** How many characters `safeText` replaces. */
export function countUnsafe(text: string): number {
  return text.match(unprintable)?.length ?? 0;
}

/** Safe text on one line: runs of blanks and line breaks are one blank. */
export function oneLine(text: string): string {
  return safeText(text)
    .replace(/[\s\u0085]+/gu, " ")
    .trim();
}

/** What was said about characters that `safeText` replaced. */
export const replacedCharacters = {
  what: "character",
  why: "the format has no place for control characters and halves of characters (U+FFFD stands there)",
} as const;
