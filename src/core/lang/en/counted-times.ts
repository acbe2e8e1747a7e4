import { duration, reference, shiftedBy, shiftedFromLast, type Unit } from "../../time/readings.ts";
import { timePattern } from "../../time/pattern.ts";
import type { Parts, TimeRule } from "../../time/rules.ts";
import type { Vocabulary } from "../../time/vocabulary.ts";

/** English expressions with a number and a unit: lengths of time and distances from a day. */
export function countedRules(words: Vocabulary): readonly TimeRule[] {
  const source = "TimeML 1.2.1; forms of the press";
  const N = `(?<number>\\d{1,3}|${words.pattern("number")})`;
  const U = `(?<unit>${words.pattern("unit")})`;
  const about =
    "(?:(?:about|nearly|almost|roughly|around|more than|less than|at least|just over|just|only|over|some|another|up to)\\s+)?";
  const vague =
    "(?:several|a few|few|many|a number of|dozens of|(?:the\\s+)?(?:past|last|next|coming|recent|following|first)\\s+(?:few|several)?)";
  const edge = (body: string): RegExp =>
    timePattern(`(?<![\\p{L}\\p{N}.,-])(?:${body})(?![\\p{L}\\p{N}])`, "giu");
  const count = (parts: Parts): number => words.number("number", parts["number"]!);
  const lengthOf = (number: string, unit: string): string => {
    const letters = words.value("unit", unit)!;
    if (letters.startsWith("T")) return `PT${number}${letters.slice(1)}`;
    // A quarter is three months, a decade ten years: the factor stands before the letter.
    if (letters === "3M") return number === "X" ? "PXM" : `P${Number(number) * 3}M`;
    if (/^0+Y$/.test(letters)) return number === "X" ? "PXY" : `P${number}${letters}`;
    return `P${number}${letters}`;
  };
  const unitIn = (parts: Parts): Unit | null => {
    const unit = parts["unit"]!.toLowerCase().replace(/ies$/, "y").replace(/s$/, "");
    return unit === "hour" || unit === "minute" || unit === "quarter" ? null : (unit as Unit);
  };
  return [
    {
      id: "time/en/ago",
      pattern: edge(`${about}${N}[\\s-]+${U}\\s+ago`),
      read: (parts, anchor) => {
        const unit = unitIn(parts);
        return unit === null ? reference("PAST_REF") : shiftedBy(-count(parts), unit, anchor);
      },
      example: "three days ago",
      source,
    },
    {
      id: "time/en/ago-vague",
      pattern: edge(
        `(?:(?:several|a few|many)\\s+)?(?:hours|days|weeks|months|years|decades)\\s+ago`,
      ),
      read: () => reference("PAST_REF"),
      example: "a few weeks ago",
      source,
    },
    {
      id: "time/en/later",
      pattern: edge(`${about}${N}[\\s-]+${U}\\s+(?<side>later|after that|earlier|before that)`),
      read: (parts, anchor) => {
        const unit = unitIn(parts);
        if (unit === null) return reference("FUTURE_REF");
        return shiftedFromLast(
          /^(?:later|after)/i.test(parts["side"]!) ? count(parts) : -count(parts),
          unit,
          anchor,
        );
      },
      example: "two days later",
      source,
    },
    {
      id: "time/en/duration",
      pattern: edge(
        `(?:the\\s+(?:past|last|next|coming|first|following|previous)\\s+)?${about}${N}(?:\\s+and\\s+a\\s+half|\\s+(?:more|full|straight|consecutive|long))?[\\s-]+${U}(?:['’])?(?:[\\s-]+long)?(?!\\s+(?:ago|old|before\\s+that|earlier|later|later)|-old)`,
      ),
      read: (parts) => duration(lengthOf(String(count(parts)), parts["unit"]!)),
      example: "more than 30 years",
      source,
    },
    {
      id: "time/en/duration-vague",
      pattern: edge(
        `${vague}\\s*(?<unit>minutes|hours|days|weeks|months|years|decades|centuries)(?!\\s+(?:later|earlier|after|before))`,
      ),
      read: (parts) => duration(lengthOf("X", parts["unit"]!)),
      example: "the past few years",
      source,
    },
    {
      id: "time/en/duration-bare",
      pattern:
        /(?<=\b(?:for|in|over|after|within|lasted|take)\s)(?<unit>days|weeks|months|years|decades|centuries)\b(?!\s+(?:of|ago|old))/gi,
      read: (parts) => duration(lengthOf("X", parts["unit"]!)),
      example: "for decades",
      source,
    },
  ];
}
