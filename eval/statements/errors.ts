import { jaccard, shared, type Attribution, type ScoredText } from "./attribution.ts";
import { formOf } from "./form.ts";
import { matchOneToOne } from "./matching.ts";
import { isRelaxed } from "./score.ts";

/** A class of errors with its cases, each a line that shows the place. */
export interface ErrorClass {
  readonly name: string;
  readonly cases: readonly string[];
}

/**
 * Why attributions are not a relaxed match, counted: what is missing, what is extra, and of those found
 * by their cue what is wrong.
 * @returns the most frequent first
 */
export function errorClasses(texts: readonly ScoredText[]): ErrorClass[] {
  const classes = new Map<string, string[]>();
  const count = (name: string, line: string): void => {
    const cases = classes.get(name);
    if (cases === undefined) classes.set(name, [line]);
    else cases.push(line);
  };
  for (const { name, text, gold, predicted } of texts) {
    const partners = matchOneToOne(gold.length, predicted.length, (one, other) =>
      isRelaxed(gold[one]!, predicted[other]!),
    );
    const matched = new Set(partners.filter((index) => index !== -1).map((i) => predicted[i]!));
    const open = predicted.filter((one) => !matched.has(one));
    const near = new Set<Attribution>();
    for (const [index, one] of gold.entries()) {
      if (partners[index] !== -1) continue;
      const other = closest(one, open);
      if (other === null) {
        count(`missed ${formOf(text, one.content)}`, `${name}: ${shown(text, one)}`);
        continue;
      }
      near.add(other);
      count(fault(one, other), `${name}: ${shown(text, one)} ≠ ${shown(text, other)}`);
    }
    for (const one of open) if (!near.has(one)) count("extra", `${name}: ${shown(text, one)}`);
  }
  return [...classes]
    .map(([name, cases]) => ({ name, cases }))
    .toSorted((a, b) => b.cases.length - a.cases.length);
}

function closest(one: Attribution, open: readonly Attribution[]): Attribution | null {
  let best: Attribution | null = null;
  let most = 0;
  for (const other of open) {
    const near = 2 * Number(shared(one.cue, other.cue) > 0) + jaccard(one.content, other.content);
    if (near > most && (near >= 2 || near >= 0.5)) {
      most = near;
      best = other;
    }
  }
  return best;
}

function fault(one: Attribution, other: Attribution): string {
  if (jaccard(one.content, other.content) >= 0.5)
    return other.source.length === 0
      ? "source missing"
      : one.source.length === 0
        ? "source extra"
        : "source wrong";
  const both = shared(one.content, other.content);
  if (both === 0) return "content elsewhere";
  const length = (attribution: Attribution): number =>
    attribution.content.reduce((sum, range) => sum + range.end - range.start, 0);
  return length(other) > length(one) ? "content too long" : "content too short";
}

/** `source | cue | content` of an attribution, on one line. */
export function shown(text: string, { source, cue, content }: Attribution): string {
  return [source, cue, content]
    .map((ranges) =>
      ranges.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, " ")).join(" … "),
    )
    .join(" | ");
}
