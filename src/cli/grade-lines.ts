import { claimKinds, sourceOf, type SourceGrade } from "../core/grades/grades.ts";
import type { Document } from "../core/document.ts";
import { plainLine } from "./text.ts";

/** The grades that a person gave the sources of some pages, each once, in the order of the pages. */
export function gradesOfPages(
  grades: readonly SourceGrade[],
  documents: readonly Pick<Document, "issuer" | "outlet">[],
): SourceGrade[] {
  const names = new Set(documents.flatMap(({ issuer, outlet }) => [issuer, outlet?.toLowerCase()]));
  const order = new Map(documents.map((document, index) => [sourceOf(document), index]));
  return grades
    .filter(({ outlet }) => names.has(outlet))
    .toSorted(
      (one, other) =>
        (order.get(one.outlet) ?? 0) - (order.get(other.outlet) ?? 0) ||
        claimKinds.indexOf(one.claims) - claimKinds.indexOf(other.claims),
    );
}

/**
 * “YOUR GRADES OF THE SOURCES”, a line each with its reason.
 * @param labelOf - the name of an outlet by its id
 * @returns “” where there are none
 */
export function gradesToTerminal(
  grades: readonly SourceGrade[],
  labelOf: (id: string) => string,
): string {
  if (grades.length === 0) return "";
  const lines = grades.map(({ outlet, claims, source, information, reason }) => {
    const kind = claims === "all" ? "" : ` for ${claims}`;
    const name = plainLine(labelOf(outlet));
    return `    • ${name}: ${source}${information ?? ""}${kind}: ${plainLine(reason)}`;
  });
  return `\nYOUR GRADES OF THE SOURCES\n\n${lines.join("\n")}\n`;
}
