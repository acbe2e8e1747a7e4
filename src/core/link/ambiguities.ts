import type { Diagnostic } from "../diagnostic.ts";
import type { Document } from "../document.ts";
import type { Encounter } from "./encounter.ts";

/** Mentions that linking left alone because they can mean several encounters, told as `ENCOUNTER_AMBIGUOUS`. */
export function ambiguities(
  encounters: readonly Encounter[],
  documents: ReadonlyMap<string, Document>,
): Diagnostic[] {
  return encounters.flatMap(({ mentions, evidence }) => {
    const [mention] = mentions;
    const open = evidence.filter(({ rule }) => rule === "link/apart-ambiguous");
    if (mention === undefined) return [];
    const document = documents.get(mention.document);
    const place = document?.layers.encounters[mention.index];
    return open.map(({ detail }): Diagnostic => ({
      code: "ENCOUNTER_AMBIGUOUS",
      severity: "info",
      document: mention.document,
      span:
        document === undefined || place === undefined
          ? null
          : {
              document: document.id,
              start: place.start,
              end: place.end,
              quote: document.text.slice(place.start, place.end),
            },
      message: `${detail}. Merge them with a correction if you know.`,
    }));
  });
}
