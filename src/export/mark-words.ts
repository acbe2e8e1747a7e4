import { listOf } from "../app/brief/labels.ts";
import type { Reading } from "../app/reading.ts";
import type { ExportMark } from "./marks.ts";

/**
 * A mark in a sentence for people: “Statement: Irena Kostrova stressed (emphasise), by account of Presidency of
 * Valdoria”. English, with the words of the page where they are quoted.
 */
export function markWords(mark: ExportMark, reading: Reading): string {
  const actors = listOf(mark.actors.map((id) => reading.labelOf(id)));
  const who = actors === "" ? (mark.named ?? "") : actors;
  switch (mark.layer) {
    case "statement": {
      const cue = mark.cue === null ? "" : ` “${mark.cue}”`;
      const negated = mark.negated ? ", negated" : "";
      const kind = mark.class === null ? "" : ` (${mark.class}${negated})`;
      return `Statement: ${who === "" ? "speaker open" : who}${cue}${kind}${accountWords(mark, reading)}`;
    }
    case "encounter":
      return `Encounter: ${mark.label}${actors === "" ? "" : ` of ${actors}`}`;
    case "commitment": {
      const toward = listOf(mark.toward.map((id) => reading.labelOf(id)));
      const domain = mark.code === null ? "" : `, ${mark.code}`;
      return `Commitment ${mark.label}: ${who === "" ? "actor open" : who}${toward === "" ? "" : ` to ${toward}`}${domain}`;
    }
    case "assessment":
      return `Assessment (${mark.class}): ${who === "" ? "assessor open" : who}, “${mark.label}”${mark.negated ? ", negated" : ""}`;
    case "silence":
      return `Reported silence (${mark.class}): ${who === "" ? "actor open" : who}${mark.content.length === 0 ? "" : `, “${mark.label}”`}`;
    case "phrase":
      return `Set phrase: ${mark.label}${who === "" ? "" : `, said by ${who}`}`;
    case "topic":
      return `Topic: ${mark.label}${who === "" ? "" : `, spoken of by ${who}`}`;
    case "figure":
      return `Figure: ${mark.label}${mark.class === null ? "" : ` (${mark.class})`}`;
  }
}

function accountWords({ account }: ExportMark, reading: Reading): string {
  const names = account
    .map(({ actor, quote }) => (actor === null ? quote : reading.labelOf(actor)))
    .filter((name) => name !== "");
  return names.length === 0 ? "" : `, by account of ${listOf(names)}`;
}
