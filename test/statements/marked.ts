import type { Document } from "../../src/core/document.ts";
import type { Statement } from "../../src/core/records.ts";

/** `source | actors | cue | content … content` of each statement; `!` before a negated cue. */
export function shownStatements(document: Document): string[] {
  const quote = (range: { start: number; end: number } | null): string =>
    range === null ? "-" : document.text.slice(range.start, range.end);
  return document.layers.statements.map(
    (statement: Statement) =>
      `${quote(statement.source)} | ${statement.actors.join("+")} | ${
        statement.polarity === "negated" ? "!" : ""
      }${quote(statement.cue)} | ${statement.content.map(quote).join(" … ")}`,
  );
}
