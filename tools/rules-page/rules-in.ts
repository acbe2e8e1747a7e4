/** A rule as the page of rules lists it. */
export interface RuleEntry {
  readonly id: string;
  readonly example: string;
  readonly source: string;
  readonly file: string;
}

/**
 * The rule objects written in a source file: an `id: "stage/…"` followed by `example` and `source`
 * before the next `id`. A `source` given by a constant of the file is looked up.
 */
export function rulesIn(text: string, file: string): RuleEntry[] {
  const starts = [...text.matchAll(/\bid: "([a-z]+\/[^"]+)"/gu)];
  return starts.flatMap((start, index) => {
    const body = text.slice(start.index, starts[index + 1]?.index ?? text.length);
    const example = stringAfter(body, "example");
    if (example === null) return [];
    return { id: start[1]!, example, source: sourceOf(body, text), file };
  });
}

function sourceOf(body: string, text: string): string {
  const written = stringAfter(body, "source");
  if (written !== null) return written;
  const name = /\bsource(?:: (\w+))?\b/u.exec(body);
  if (name === null) return "";
  const constant = name[1] ?? "source";
  return (
    stringOf(
      new RegExp(`const ${constant}(?:: string)? =\\s*("(?:[^"\\\\]|\\\\.)*")`, "u").exec(text),
    ) ?? ""
  );
}

function stringAfter(body: string, key: string): string | null {
  return stringOf(new RegExp(`\\b${key}:\\s*("(?:[^"\\\\]|\\\\.)*")`, "u").exec(body));
}

function stringOf(match: RegExpExecArray | null): string | null {
  return match === null ? null : (JSON.parse(match[1]!) as string);
}

/** Text made safe for a cell of a Markdown table. */
export function cell(text: string): string {
  return text.replace(/[\\|`<>*_]/gu, "\\$&").replace(/\s+/gu, " ");
}
