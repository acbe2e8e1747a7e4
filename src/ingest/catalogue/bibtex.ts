import { givenFrom, spokenName, type CatalogueEntry } from "./entry.ts";

/** Entries of a BibTeX or BibLaTeX file as Zotero writes it, with its `file` field. */
export function readBibtex(text: string): CatalogueEntry[] {
  const entries: CatalogueEntry[] = [];
  for (const match of text.matchAll(/@(\w+)\s*\{\s*[^,\s{}]*\s*,/g)) {
    if (/^(?:comment|string|preamble)$/i.test(match[1]!)) continue;
    entries.push(entryOf(fieldsFrom(text, match.index + match[0].length)));
  }
  return entries;
}

/** Fields from an offset on to the end of the entry. */
function fieldsFrom(text: string, from: number): Map<string, string> {
  const fields = new Map<string, string>();
  const key = /\s*,?\s*([A-Za-z][\w-]*)\s*=\s*/y;
  let at = from;
  for (;;) {
    key.lastIndex = at;
    const match = key.exec(text);
    if (match === null) return fields;
    const value = valueAt(text, key.lastIndex);
    fields.set(match[1]!.toLowerCase(), value.text);
    at = value.end;
  }
}

/** A value in braces, in quotation marks, or bare. Braces inside stay balanced. */
function valueAt(text: string, start: number): { readonly text: string; readonly end: number } {
  const opener = text[start];
  if (opener !== "{" && opener !== '"') {
    const bare = /[^,}\s]*/y;
    bare.lastIndex = start;
    const found = bare.exec(text)![0];
    return { text: found, end: start + found.length };
  }
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === "\\") at++;
    else if (character === "{") depth++;
    else if (character === "}") depth--;
    const closed = opener === "{" ? depth === 0 : character === '"' && at > start && depth === 0;
    if (closed) return { text: text.slice(start + 1, at), end: at + 1 };
  }
  return { text: text.slice(start + 1), end: text.length };
}

function entryOf(fields: ReadonlyMap<string, string>): CatalogueEntry {
  const value = (name: string): string | undefined =>
    fields
      .get(name)
      ?.replace(/\\([&%$#_{}])/g, "$1")
      .replace(/[{}]/g, "");
  const year = value("year");
  return {
    given: givenFrom({
      title: value("title"),
      authors: (value("author") ?? "")
        .split(/\s+and\s+/)
        .filter((name) => name !== "")
        .map(spokenName),
      published: value("date") ?? year,
      url: value("url"),
      outlet:
        value("journaltitle") ?? value("journal") ?? value("organization") ?? value("publisher"),
    }),
    files: filesIn(fields.get("file") ?? ""),
    notes: [],
  };
}

/** Zotero writes `title:path:type;title:path:type` with `\:` and `\;` inside; others write bare paths. */
function filesIn(field: string): string[] {
  return field
    .split(/(?<!\\);/)
    .map((part) => part.split(/(?<!\\):(?!\\)/))
    .map((parts) => (parts.length >= 3 ? parts.at(-2)! : parts[0]!))
    .map((path) => path.replace(/\\([:;\\])/g, "$1").trim())
    .filter((path) => path !== "");
}
