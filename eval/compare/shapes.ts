import type { Context } from "../../src/core/context.ts";
import { cleanPage } from "../../src/core/clean/clean-page.ts";
import { annotatePhrases } from "../../src/core/phrases/annotate.ts";
import { phrasesOverTime, type PhraseCourse } from "../../src/core/phrases/over-time.ts";
import { recordPage, seriesOf } from "../pages.ts";
import type { Check } from "./checklist.ts";

const kremlin = "series/kremlin-en-2021-10_2022-06.jsonl";
const whiteHouse = "series/whitehouse-readouts-2021-2026.jsonl";

/** Which of the known shapes of phrases over time are found in the series. */
export function checkShapes(data: string, context: Context): Check[] {
  const russia = coursesIn(data, kremlin, "RUS", context);
  const america = coursesIn(data, whiteHouse, "USA", context);
  const takes = courseOf(america, "as-long-as-it-takes");
  const operation = courseOf(russia, "special-military-operation");
  const guarantees = courseOf(russia, "security-guarantees");
  const using = (course: PhraseCourse | undefined, month: string): number =>
    course?.periods.find((period) => period.period === month)?.using ?? 0;
  const february = using(guarantees, "2022-02");
  const most = Math.max(...(guarantees?.periods.map((period) => period.using) ?? [0]));
  return [
    {
      name: `“as long as it takes” only in 2023 (White House readouts): ${yearsOf(takes)}`,
      found: yearsOf(takes) === "2023",
    },
    {
      name: `“special military operation” starts February 2022 (Kremlin): ${operation?.uses[0]?.date ?? "never"}, told as ${operation?.changes[0]?.kind ?? "nothing"}`,
      found:
        operation?.uses[0]?.date.startsWith("2022-02") === true &&
        operation.changes[0]?.kind === "new",
    },
    {
      name: `“security guarantees” at most in February 2022 (${february} documents), none in March (${using(guarantees, "2022-03")}) (Kremlin)`,
      found: february >= 15 && february === most && using(guarantees, "2022-03") === 0,
    },
  ];
}

function courseOf(courses: readonly PhraseCourse[], phrase: string): PhraseCourse | undefined {
  return courses.find((course) => course.phrase === phrase);
}

function yearsOf(course: PhraseCourse | undefined): string {
  return [...new Set(course?.uses.map((use) => use.date.slice(0, 4)))].join(", ");
}

/** Courses of a side's phrases in a series, by forms alone: whose voice they stand in is not looked at. */
function coursesIn(data: string, file: string, party: string, context: Context): PhraseCourse[] {
  const documents = [...seriesOf(data, file).values()].map((record) => {
    const document = cleanPage(recordPage(`${file}#${record.id}`, record), context, null);
    return annotatePhrases(
      {
        ...document,
        party,
        published: {
          value: record.date,
          earliest: record.date,
          latest: record.date,
          basis: "metadata" as const,
        },
      },
      context,
    );
  });
  return phrasesOverTime(documents, "month", () => null);
}
