import type { SourceGrade } from "../core/grades/grades.ts";
import { plainLine } from "./text.ts";

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
