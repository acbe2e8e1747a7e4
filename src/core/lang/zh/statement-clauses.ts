import type { Range } from "../../document.ts";
import type { Quotation } from "../../statements/quotes.ts";

/** Longest title or bracket that is looked over, in characters. */
const longestBracket = 80;

/** Clauses of a sentence: cut at commas, semicolons and colons outside quotation marks, brackets and book titles. */
export function clausesOf(
  text: string,
  sentence: Range,
  quotations: ReadonlyMap<number, Quotation>,
): Range[] {
  const clauses: Range[] = [];
  let start = sentence.start;
  for (let at = sentence.start; at < sentence.end; at++) {
    const quotation = quotations.get(at);
    if (quotation !== undefined && quotation.end <= sentence.end) {
      at = quotation.end - 1;
      continue;
    }
    const mark = text[at]!;
    if (mark === "《" || mark === "（") {
      const close = text
        .slice(at, Math.min(sentence.end, at + longestBracket))
        .indexOf(mark === "《" ? "》" : "）");
      if (close !== -1) at += close;
    } else if (/[，,；;：:]/u.test(mark)) {
      clauses.push({ start, end: at });
      start = at + 1;
    }
  }
  clauses.push({ start, end: sentence.end });
  return clauses;
}
