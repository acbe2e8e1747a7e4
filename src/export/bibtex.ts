import type { Selection } from "../app/selection.ts";
import {
  omissionWords,
  some,
  undatedPages,
  type ExportFormat,
  type Exported,
  type ExportOptions,
} from "./format.ts";
import { pad, referencesOf, type PartialDate, type Reference } from "./references.ts";

/** The pages as BibTeX entries. */
export const bibtexFormat: ExportFormat = {
  id: "bibtex",
  label: "BibTeX",
  readers: "LaTeX, JabRef, Zotero",
  extension: ".bib",
  mediaType: "application/x-bibtex; charset=utf-8",
  export: toBibtex,
};

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/**
 * Characters that mean something to LaTeX. Braces are written as commands: BibTeX counts them even behind a backslash.
 */
const specials: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  $: "\\$",
  "&": "\\&",
  "%": "\\%",
  "#": "\\#",
  _: "\\_",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "|": "\\textbar{}",
};

/** References as BibTeX (UTF-8, `@misc`, which every style knows). */
function toBibtex(part: Selection, options: ExportOptions): Exported {
  const references = referencesOf(part, options);
  const omitted = some(undatedPages(part));
  const comments = omitted.map((one) => `% Left out: ${omissionWords(one)}.\n`);
  return {
    content: [...comments, ...references.map(entry)].join("\n"),
    count: references.length,
    what: "reference",
    omitted,
  };
}

function entry(reference: Reference): string {
  const [year, month, day] = reference.issued ?? [];
  const fields: (readonly [string, string | null])[] = [
    [
      "author",
      reference.authors.length === 0 ? null : braced(reference.authors.map(author).join(" and ")),
    ],
    ["title", braced(braced(latex(reference.title)))],
    ["howpublished", reference.container === null ? null : braced(latex(reference.container))],
    ["year", year === undefined ? null : braced(String(year))],
    ["month", month === undefined ? null : (months[month - 1] ?? null)],
    ["day", day === undefined ? null : braced(String(day))],
    ["url", reference.url === null ? null : braced(address(reference.url))],
    ["urldate", reference.accessed === null ? null : braced(isoDate(reference.accessed))],
    ["language", reference.language === null ? null : braced(reference.language)],
    ["type", braced(latex(reference.genre))],
    [
      "keywords",
      reference.keywords.length === 0 ? null : braced(latex(reference.keywords.join(", "))),
    ],
    ["note", braced(latex(reference.notes.join(". ")))],
  ];
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = ${value}`]));
  return `@misc{${reference.key},\n${lines.join(",\n")}\n}\n`;
}

function author(name: Reference["authors"][number]): string {
  return "literal" in name
    ? braced(latex(name.literal))
    : `${latex(name.family)}, ${latex(name.given)}`;
}

function isoDate(date: PartialDate): string {
  return date.map((one) => pad(one!)).join("-");
}

function braced(value: string): string {
  return `{${value}}`;
}

function latex(text: string): string {
  return text.replace(/[\\{}$&%#_~^<>|]/g, (character) => specials[character]!);
}

/** An address as `url` takes it: what would end the field or the line is percent-encoded. */
function address(url: string): string {
  return url.replace(/[\\{}\s]/g, (character) => encodeURIComponent(character));
}
