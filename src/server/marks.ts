import { basename } from "node:path";
import type { Document, Mark } from "../core/document.ts";
import type { Library } from "./library.ts";
import type { Highlight } from "./records.ts";

/** Everything marked in a document, by layer, in text order. */
export function highlightsOf(library: Library, document: Document): Highlight[] {
  const { layers } = document;
  const mark = (
    layer: Highlight["layer"],
    label: string,
    { start, end, rule }: Mark,
  ): Highlight => ({ layer, start, end, label, rule });
  const names = (ids: readonly string[]): string =>
    ids.map((id) => library.labelOf(library.actorFor(id))).join(", ");
  return [
    ...layers.statements.map((one) =>
      mark("statement", `${names(one.actors) || "somebody"}, ${one.form}`, one),
    ),
    ...layers.silences.map((one) =>
      mark("silence", `left unsaid by ${names(one.silent) || "somebody"}`, one),
    ),
    ...layers.phrases.map((one) => mark("phrase", library.labelOf(one.id), one)),
    ...layers.topics.map((one) => mark("topic", library.labelOf(one.id), one)),
    ...layers.actors.map((one) =>
      mark("actor", names(one.actor === null ? one.actors : [one.actor]) || "not resolved", one),
    ),
    ...layers.times.map((one) => mark("time", one.value ?? "open", one)),
    ...layers.assessments.map((one) => mark("assessment", one.term, one)),
    ...layers.figures.map((one) => mark("figure", `${one.value} ${one.unit ?? ""}`, one)),
    ...layers.commitments.map((one) => mark("commitment", one.status, one)),
    ...layers.encounters.flatMap((one) =>
      one.places.map((place) => mark("encounter", one.mode, place)),
    ),
  ].toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/** Words of a text, for reading time: units between blanks, or two characters of a script without blanks. */
export function wordCount(text: string, language: string | null): number {
  const unspaced = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const spaced = text.match(/[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]+/gu)?.length ?? 0;
  return language === "zh" ? Math.round(unspaced / 2) + spaced : spaced + Math.round(unspaced / 2);
}

/** A file's name without any folder, as the browser or a hostile client sent it. */
export function titleFor(filename: string): string {
  const name = basename(filename.replaceAll("\\", "/")).replace(
    /[\u0000-\u001f\u202a-\u202e\u2066-\u2069]/gu,
    "",
  );
  return name === "" ? "page" : name.slice(0, 200);
}
