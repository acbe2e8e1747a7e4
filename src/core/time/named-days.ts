import type { Language } from "../document.ts";
import { valuesOf, type Row } from "../tsv.ts";
import { timePattern } from "./pattern.ts";
import { dayWithoutYear, statedDay } from "./readings.ts";
import type { TimeRule } from "./rules.ts";

/** The rule for days called by a name (`knowledge/days`: “Victory Day parade”), read like days with or without a year. */
export function namedDayRules(rows: readonly Row[], language: Language): readonly TimeRule[] {
  const days = new Map<string, readonly [month: number, day: number]>();
  for (const row of rows) {
    const [month, day] = row["day"]!.split("-").map(Number) as [number, number];
    for (const form of valuesOf(row, language)) days.set(plain(form), [month, day]);
  }
  if (days.size === 0) return [];
  const forms = [...days.keys()].sort((one, other) => other.length - one.length);
  const sources = forms.map((form) =>
    form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/'/g, "['’]"),
  );
  return [
    {
      id: `time/${language}/named-day`,
      pattern: timePattern(
        `(?<![\\p{Script=Latin}\\p{Script=Cyrillic}])(?<name>${sources.join("|")})(?![\\p{Script=Latin}\\p{Script=Cyrillic}])(?:,?\\s+(?<year>(?:19|20)\\d{2})(?!\\d))?`,
        "gu",
      ),
      read: ({ name, year }, anchor, { ahead }) => {
        const found = days.get(plain(name ?? ""));
        if (found === undefined) return null;
        const [month, day] = found;
        return year === undefined
          ? dayWithoutYear(month, day, anchor, ahead)
          : statedDay(Number(year), month, day, anchor);
      },
      example: forms[0]!,
      source: "knowledge/days.tsv",
    },
  ];
}

function plain(form: string): string {
  return form.replace(/’/g, "'");
}
