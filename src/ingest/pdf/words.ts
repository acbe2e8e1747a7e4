/** Hyphens that end a line: U+002D, U+2010, soft hyphen; a no-break hyphen (U+2011) never does. */
const broken = /(?<![-\u2010\p{L}])(\p{L}+)[-\u2010\u00ad]$/u;

/**
 * How two lines of a paragraph join: `""` glued (scripts without blanks), `" "`, or `hyphen` when
 * the hyphen at the end only breaks the word.
 * @param known - words of the document, lower case, in which true hyphens show
 */
export function joinOf(
  last: string,
  next: string,
  known: ReadonlySet<string>,
): "" | " " | "hyphen" {
  const head = broken.exec(last)?.[1];
  if (head !== undefined) {
    const tail = /^\p{L}+/u.exec(next)?.[0];
    // “Sino-|Russian”, “year-|on-year”: a capital after the hyphen, a compound that goes on, or a
    // word that is written so elsewhere.
    if (tail === undefined || !/^\p{Ll}/u.test(tail)) return "";
    if (/^\p{L}+[-\u2010]\p{L}/u.test(next)) return "";
    const whole = `${head}${tail}`.toLowerCase();
    return known.has(`${head}-${tail}`.toLowerCase()) && !known.has(whole) ? "" : "hyphen";
  }
  if (/[-\u2010\u2011\u2014/]$/u.test(last)) return "";
  return /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]$/u.test(last) &&
    /^[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/u.test(next)
    ? ""
    : " ";
}

/** Words of lines, with and without hyphens inside, lower case. Words at line ends don't count. */
export function wordsIn(lines: readonly string[]): Set<string> {
  const words = new Set<string>();
  for (const line of lines) {
    for (const [word] of line
      .toLowerCase()
      .replaceAll("\u2010", "-")
      .matchAll(/\p{L}+(?:-\p{L}+)*(?=[^-\p{L}])/gu))
      words.add(word);
  }
  return words;
}
