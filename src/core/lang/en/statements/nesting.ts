import type { Document, Range } from "../../../document.ts";
import type { Statement } from "../../../records.ts";

/** Cue classes that report speech inside other speech (“explains that Xi noted …”); others are what is said. */
const reporting: ReadonlySet<string> = new Set([
  "state",
  "emphasise",
  "affirm",
  "acknowledge",
  "deny",
  "ask",
  "warn",
  "accuse",
  "praise",
  "demand",
  "agree",
  "promise",
  "discuss",
]);

/** Classes whose noun object is speech also inside other speech (“admitted that Roe had raised concerns”). */
const toldWithin: ReadonlySet<string> = new Set([
  "discuss",
  "state",
  "emphasise",
  "acknowledge",
  "warn",
]);

/** Rules that inside other speech too often take what is merely meant for what is said. */
const unsure = /\/(?:noun-cue|infinitive|noun-phrase|matter)$/;

/**
 * A cue inside another statement's content is part of what is said, unless somebody else is said to speak.
 * @param holders - the statements that hold a range in their content
 */
export function isPartOfAnother(
  document: Document,
  statement: Statement,
  holders: (range: Range) => readonly Statement[],
): boolean {
  const { cue, source, rule, actors, cueClass } = statement;
  const place = cue ?? source;
  if (place === null) return false;
  const around = holders(place).filter((other) => other !== statement);
  if (around.length === 0) return false;
  const inTurn = around.every((other) => other.rule.endsWith("/turn"));
  if (source === null) return !inTurn;
  if (actors.length === 0) return true;
  const loose = rule.endsWith("/noun-phrase") && toldWithin.has(cueClass ?? "");
  const framed = around.every((other) => /\/(?:according-to|turn)$/.test(other.rule));
  if (unsure.test(rule) && !loose && !framed) return true;
  const words = document.text.slice(source.start, source.end);
  if (inTurn && /^(?:i|we|you|they|he|she)$/i.test(words)) return true;
  const same = around.some(
    (other) =>
      other.source?.start === source.start ||
      (other.actors.length > 0 && other.actors.join() === actors.join()),
  );
  return same || !reporting.has(cueClass ?? "");
}
