import type { Selection } from "../app/selection.ts";
import {
  some,
  undatedPages,
  type ExportFormat,
  type Exported,
  type ExportOptions,
} from "./format.ts";
import { pad, referencesOf, type PartialDate, type Reference } from "./references.ts";

/** The pages as RIS records. */
export const risFormat: ExportFormat = {
  id: "ris",
  label: "RIS",
  readers: "EndNote, Zotero, Mendeley, Citavi",
  extension: ".ris",
  mediaType: "application/x-research-info-systems; charset=utf-8",
  export: toRis,
};

/** References as RIS (UTF-8, lines end in CRLF; a date has empty places where it is not known further). */
function toRis(part: Selection, options: ExportOptions): Exported {
  const references = referencesOf(part, options);
  return {
    content: references.map(record).join("\r\n"),
    count: references.length,
    what: "reference",
    omitted: some(undatedPages(part)),
  };
}

function record(reference: Reference): string {
  const { issued } = reference;
  const lines: (readonly [string, string | null])[] = [
    ["TY", reference.press ? "NEWS" : "ELEC"],
    ["ID", reference.key],
    ...reference.authors.map(
      (name) => ["AU", "literal" in name ? name.literal : `${name.family}, ${name.given}`] as const,
    ),
    ["TI", reference.title],
    ["T2", reference.container],
    ["PB", reference.publisher],
    ["PY", issued === null ? null : String(issued[0])],
    ["DA", issued === null ? null : risDate(issued)],
    ["Y2", reference.accessed === null ? null : risDate(reference.accessed)],
    ["UR", reference.url],
    ["LA", reference.language],
    ["M3", reference.genre],
    ...reference.keywords.map((keyword) => ["KW", keyword] as const),
    ...reference.notes.map((note) => ["N1", note] as const),
    ["ER", ""],
  ];
  return lines
    .flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${value}\r\n`]))
    .join("");
}

/** `2022/06/15`, `2022/06/`, `2022//`: a date whose missing parts stay empty. */
function risDate([year, month, day]: PartialDate): string {
  return [
    String(year),
    month === undefined ? "" : pad(month),
    day === undefined ? "" : pad(day),
  ].join("/");
}
