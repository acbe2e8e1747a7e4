import type { Language } from "../document.ts";
import { valuesOf, type Row } from "../tsv.ts";
import { timePattern } from "./pattern.ts";
import { dayWithoutYear } from "./readings.ts";
import type { TimeRule } from "./rules.ts";

/** Rules for days called by a name (`knowledge/days`: “Victory Day parade”), read like days without a year. */
export function namedDayRules(rows: readonly Row[], language: Language): readonly TimeRule[] {
  return rows.flatMap((row): TimeRule[] => {
    const forms = valuesOf(row, language);
    const [month, day] = row["day"]!.split("-").map(Number) as [number, number];
    if (forms.length === 0) return [];
    const sources = forms.map((form) =>
      form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/['’]/g, "['’]"),
    );
    return [
      {
        id: `time/${language}/named-day`,
        pattern: timePattern(
          `(?<![\\p{Script=Latin}\\p{Script=Cyrillic}])(?:${sources.join("|")})(?![\\p{Script=Latin}\\p{Script=Cyrillic}])`,
          "gu",
        ),
        read: (_parts, anchor, { ahead }) => dayWithoutYear(month, day, anchor, ahead),
        example: forms[0]!,
        source: row["source"]!,
      },
    ];
  });
}
