import type { SourceGrade } from "../../core/grades/grades.ts";
import type { AccountLink } from "../../core/records.ts";
import type { Reading } from "../reading.ts";

/** Who holds a judgement as a line shows it: the actor's label, else the page's words. */
export function holderLabel(
  holder: string | null,
  quote: string,
  reading: Pick<Reading, "labelOf">,
): string {
  return holder === null ? quote || "the page itself" : reading.labelOf(holder);
}

/** Who vouches for it beyond the holder, innermost first (`Xinhua, South China Morning Post`); `null` for nobody else. */
export function accountLabel(
  account: readonly AccountLink[],
  holder: string,
  reading: Pick<Reading, "labelOf">,
): string | null {
  const names = account
    .map(({ actor, quote }) => (actor === null ? quote : reading.labelOf(actor)))
    .filter((name) => name !== "" && name !== holder);
  return names.length === 0 ? null : [...new Set(names)].join(", ");
}

/** “source graded D4: …”: a person's grade of the page's source, as a line ends with it; empty without one. */
export function gradeNote(grade: SourceGrade | null): string {
  if (grade === null) return "";
  return ` · source graded ${grade.source}${grade.information ?? ""}: ${grade.reason}`;
}
