import { strToU8, zipSync } from "fflate";
import { publishedLabel } from "../app/brief/labels.ts";
import type { Reading } from "../app/reading.ts";
import type { Selection } from "../app/selection.ts";
import type { Document } from "../core/document.ts";
import { codePointsOf } from "./code-points.ts";
import {
  omissionWords,
  orphanedPlaces,
  some,
  undatedPages,
  type ExportFormat,
  type Exported,
  type ExportOptions,
} from "./format.ts";
import { guidOf } from "./identifiers.ts";
import { markWords } from "./mark-words.ts";
import { marksOf, type ExportMark } from "./marks.ts";
import { codebookOf, codeGuid, codeNames, codesOf, type CodeNames } from "./qdpx-codes.ts";
import { countUnsafe, oneLine, replacedCharacters, safeText } from "./safe-text.ts";
import { xmlElement, xmlEscape } from "./xml-element.ts";

/** A project for qualitative data analysis. */
export const qdpxFormat: ExportFormat = {
  id: "qdpx",
  label: "REFI-QDA project",
  readers: "NVivo, ATLAS.ti, MAXQDA, QualCoder",
  extension: ".qdpx",
  mediaType: "application/zip",
  export: toProject,
};

/** What every part of a project is written with. */
interface Coding {
  readonly reading: Reading;
  readonly nameOf: CodeNames;
  /** When the project is made, without fractions of a second. */
  readonly made: string;
}

/** Who codes, in the project's list of users. */
const coder = guidOf("user", "Readout");

/** What is known of a page, as variables of its source. */
const variables: Readonly<Record<string, (document: Document, reading: Reading) => string | null>> =
  {
    Party: ({ party }, reading) => (party === null ? null : reading.labelOf(party)),
    Outlet: ({ outlet }) => outlet,
    Published: ({ published }) => publishedLabel(published),
    Kind: ({ kind }) => kind,
    Language: ({ language }) => language,
    Address: ({ url }) => url,
  };

/**
 * Pages, codes and codings as a REFI-QDA project (version 1.5, `urn:QDA-XML:project:1.0`): a zip of `project.qde` and
 * one plain text a page. Texts are UTF-8 without byte order mark, lines end in LF; positions count code points, the end
 * is exclusive, as programs that read such projects take it. All GUIDs are the same from export to export.
 */
function toProject(part: Selection, options: ExportOptions): Exported {
  const { reading } = part;
  const { marks, omitted: misplaced } = marksOf(part);
  const byPage = Map.groupBy(marks, ({ document }) => document.id);
  const names = sourceNames(reading.documents);
  const made = options.now.replace(/\.\d+/, "");
  const coding = { reading, nameOf: codeNames(marks, reading), made };
  const omitted = [
    ...misplaced,
    ...some(
      {
        count: reading.documents.reduce((sum, { text }) => sum + countUnsafe(text), 0),
        ...replacedCharacters,
      },
      {
        count: reading.silences.filter(({ span }) => span === null).length,
        what: "silence",
        why: "what comparing accounts did not find has no place in a page (jsonl has them)",
      },
      orphanedPlaces(part),
      undatedPages(part),
    ),
  ];
  const project = xmlElement(
    "Project",
    {
      xmlns: "urn:QDA-XML:project:1.0",
      name: "Readout",
      origin: "Readout",
      creatingUserGUID: coder,
      creationDateTime: made,
    },
    xmlElement("Users", {}, xmlElement("User", { guid: coder, name: "Readout" })),
    ...(marks.length === 0
      ? []
      : [codebookOf(marks.flatMap((mark) => codesOf(mark, reading, coding.nameOf)))]),
    xmlElement("Variables", {}, ...Object.keys(variables).map(variableElement)),
    xmlElement(
      "Sources",
      {},
      ...reading.documents.map((document) =>
        sourceOf(document, names.get(document.id)!, byPage.get(document.id) ?? [], coding),
      ),
    ),
    ...(omitted.length === 0
      ? []
      : [
          xmlElement(
            "Description",
            {},
            xmlEscape(
              omitted.map((one) => `Left out or changed: ${omissionWords(one)}.`).join(" "),
            ),
          ),
        ]),
  );
  const files: Record<string, Uint8Array> = {
    "project.qde": strToU8(`<?xml version="1.0" encoding="UTF-8"?>\n${project}\n`),
  };
  for (const document of reading.documents)
    files[`Sources/${sourceGuid(document)}.txt`] = strToU8(sourceText(document.text));
  return {
    content: zipSync(files, { mtime: new Date(options.now), level: 6 }),
    count: reading.documents.length,
    what: "page",
    omitted,
  };
}

/**
 * Text of a source: line ends are LF and no byte order mark begins it, character for character, so that offsets stay.
 */
export function sourceText(text: string): string {
  return safeText(text)
    .replace(/\r\n/g, " \n")
    .replace(/\r/g, "\n")
    .replace(/^\ufeff/, " ");
}

function sourceGuid(document: Document): string {
  return guidOf("source", document.id);
}

/** Names of the sources: party or outlet, date and title; numbered where two would be the same. */
function sourceNames(documents: readonly Document[]): Map<string, string> {
  const used = new Map<string, number>();
  return new Map(
    documents.map((document) => {
      const parts = [
        document.party ?? document.outlet,
        document.published.value ?? "undated",
        document.title ?? document.id,
      ];
      const name = [...oneLine(parts.filter((one) => one !== null).join(" "))]
        .slice(0, 120)
        .join("");
      const count = (used.get(name) ?? 0) + 1;
      used.set(name, count);
      return [document.id, count === 1 ? name : `${name} (${count})`];
    }),
  );
}

function variableElement(name: string): string {
  return xmlElement("Variable", {
    guid: guidOf("variable", name),
    name,
    typeOfVariable: "Text",
  });
}

function sourceOf(
  document: Document,
  name: string,
  marks: readonly ExportMark[],
  coding: Coding,
): string {
  const guid = sourceGuid(document);
  const codePoints = codePointsOf(document.text);
  const byRange = Map.groupBy(marks, ({ range }) => `${range.start}-${range.end}`);
  return xmlElement(
    "TextSource",
    {
      guid,
      name,
      plainTextPath: `internal://${guid}.txt`,
      creatingUser: coder,
      creationDateTime: coding.made,
    },
    ...[...byRange.values()].map((coded) => selectionOf(coded, codePoints, coding)),
    ...Object.entries(variables).flatMap(([variable, valueOf]) => {
      const value = valueOf(document, coding.reading);
      return value === null
        ? []
        : [
            xmlElement(
              "VariableValue",
              {},
              xmlElement("VariableRef", { targetGUID: guidOf("variable", variable) }),
              xmlElement("TextValue", {}, xmlEscape(value)),
            ),
          ];
    }),
  );
}

/** Marks of the same words as one selection with a coding each. */
function selectionOf(
  marks: readonly ExportMark[],
  codePoints: (offset: number) => number,
  { reading, nameOf, made }: Coding,
): string {
  const { document, range, quote } = marks[0]!;
  const place = [document.id, String(range.start), String(range.end)];
  const codes = new Set(marks.flatMap((mark) => codesOf(mark, reading, nameOf).map(codeGuid)));
  return xmlElement(
    "PlainTextSelection",
    {
      guid: guidOf("selection", ...place),
      name: [...oneLine(quote)].slice(0, 60).join(""),
      startPosition: String(codePoints(range.start)),
      endPosition: String(codePoints(range.end)),
      creatingUser: coder,
      creationDateTime: made,
    },
    xmlElement(
      "Description",
      {},
      xmlEscape(marks.map((mark) => markWords(mark, reading)).join("\n")),
    ),
    ...[...codes].map((code) =>
      xmlElement(
        "Coding",
        { guid: guidOf("coding", ...place, code), creatingUser: coder, creationDateTime: made },
        xmlElement("CodeRef", { targetGUID: code }),
      ),
    ),
  );
}
