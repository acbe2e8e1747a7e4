import { headingDate } from "./dates.ts";
import { encounterHeading } from "./happened.ts";
import { outletOf, type Material } from "./material.ts";
import type { Chosen } from "./scope.ts";
import type { Encounter } from "../link/encounter.ts";
import { capital, countWords, listWords } from "./words.ts";

/** Encounters that a remark names before the rest is counted. */
const mostNamed = 5;

/** What the brief lacks, and what to know before trusting it. */
export function remarksOf(
  materials: readonly Material[],
  chosen: Chosen,
  lost: number,
  labelOf: (id: string) => string,
): string[] {
  const remarks: string[] = [];
  if (materials.length === 0)
    remarks.push("No encounter on these pages is in the scope asked for.");
  remarks.push(...ofComparisons(materials));
  if (chosen.left.length > 0)
    remarks.push(
      `${capital(countWords(chosen.left.length, "further encounter"))} in this scope ${chosen.left.length === 1 ? "is" : "are"} left out for room: ${named(chosen.left, labelOf)}.`,
    );
  if (chosen.passing.length > 0)
    remarks.push(
      `${capital(countWords(chosen.passing.length, "encounter"))} that the pages only speak of in passing ${chosen.passing.length === 1 ? "is" : "are"} left out: ${named(chosen.passing, labelOf)}.`,
    );
  if (lost > 0)
    remarks.push(
      `${capital(countWords(lost, "sentence"))} ${lost === 1 ? "is" : "are"} left out because the page behind ${lost === 1 ? "it" : "them"} is not held any more, or no longer has the words.`,
    );
  return [...new Set(remarks)];
}

/** Notes of the comparisons; one that holds of several encounters is told once. */
function ofComparisons(materials: readonly Material[]): string[] {
  const headings = new Map<string, string[]>();
  for (const material of materials)
    for (const note of notesOf(material))
      headings.set(note, [...(headings.get(note) ?? []), encounterHeading(material)]);
  return [...headings].map(([note, own]) => {
    if (materials.length === 1) return note;
    if (own.length === 1) return `${own[0]!}: ${note}`;
    const count = countWords(own.length, "", "").trim();
    return `${own.length === materials.length ? "Each" : capital(count)} of these encounters: ${note}`;
  });
}

function notesOf(material: Material): string[] {
  const { comparison, encounter, input } = material;
  const notes = (comparison?.notes ?? []).filter(
    (note) => !note.includes("published the same text"),
  );
  const absent = encounter.accounts.filter(({ document }) => !input.documents.has(document)).length;
  if (absent > 0)
    notes.push(
      `${capital(countWords(absent, "page"))} of its accounts ${absent === 1 ? "is" : "are"} not held.`,
    );
  return [...new Set(notes.map((note) => withOutlets(note.replace(/ Add one\.$/u, ""), material)))];
}

/** Notes name documents by id; people know them by outlet. */
function withOutlets(note: string, { encounter, input }: Material): string {
  let text = note;
  for (const { document: id } of encounter.accounts) {
    const document = input.documents.get(id);
    if (document !== undefined) text = text.replaceAll(`(${id})`, `(${outletOf(document)})`);
  }
  return text;
}

function named(encounters: readonly Encounter[], labelOf: (id: string) => string): string {
  const names = encounters.slice(0, mostNamed).map((encounter) => {
    const ids = encounter.sides.length > 0 ? encounter.sides : encounter.participants;
    const who = listWords(ids.slice(0, 3).map(labelOf));
    const when = headingDate(encounter.date) ?? "undated";
    return `${who === "" ? encounter.mode : who} (${encounter.mode}, ${when})`;
  });
  const more = encounters.length - names.length;
  return `${names.join("; ")}${more > 0 ? `; and ${more} more` : ""}`;
}
