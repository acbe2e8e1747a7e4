import { assembleJudgements, type JudgementDraft } from "../../assessments/assemble.ts";
import { limitsOf } from "../../assessments/holder.ts";
import { judgementTerms, type Term } from "../../assessments/terms.ts";
import type { Context } from "../../context.ts";
import type { Document, Range, Sentence } from "../../document.ts";
import type { Assessment } from "../../records.ts";
import { valuesOf } from "../../tsv.ts";
import type { Found } from "../pack.ts";
import { foldToHans } from "./hans.ts";

/** A form of the lexicon with what may not stand beside it. */
interface Form {
  readonly term: Term;
  readonly noBefore: RegExp | null;
  readonly noAfter: RegExp | null;
  /** The two halves of a form around what is judged. */
  readonly closing: string | null;
}

interface Forms {
  readonly pattern: RegExp;
  readonly byForm: ReadonlyMap<string, readonly Form[]>;
}

/** What ends a clause. */
const mark = /[，。；：！？…\n（）()]/u;

/** Words that open a clause before its subject, or where it has none. */
const opening =
  /^(?:[\s“”「」『』、]|但是?|而(?!且)|因此|因而|从而|这(?!一|些|种|个|次|场|两)|也|还|更|都|那么|所以|不过|然而|而且|并且?|则|就|便|才|只|又|仍|未来|今后|近期|短期内|未来数月|届时|同时|此外|否则|最终|甚至)*/u;

/** Words that open a condition in the same sentence. */
const condition =
  /(?:如果|假如|倘若|假若|假使|要是|一旦|万一|除非|只要|只有|若(?!干|无其事|即若离)|倘(?!若)|如(?!何|此|今|下|同|期|实|果|是|意|约|火|愿|数|上|前|既往|有所)(?=[\p{Script=Han}、“”]{2,24}，))/u;

/** “并非不可避免”: denied by the word before. */
const denied = /(?:并非|绝非|并不是|并不|绝不是)$/u;

/** Nothing is asserted of what is asked. */
const question = /(?:吗|么|呢)?？[”」』]?$/u;

/** Longest sentence that is read, in characters. */
const longestSentence = 1500;

/**
 * Judgements of a Chinese document, in either script: words of likelihood and of what is to be done, each with the
 * clause it stands in. @param document - needs sentences and statements
 */
export function findAssessments(document: Document, context: Context): Found<Assessment> {
  const forms = chineseForms(context);
  const text = foldToHans(document.text, context);
  const drafts: JudgementDraft[] = [];
  for (const sentence of document.layers.sentences) {
    const role = document.blocks[sentence.block]?.role;
    if (role === "caption" || role === "dateline") continue;
    const words = text.slice(sentence.start, sentence.end);
    if (words.length > longestSentence || question.test(words)) continue;
    drafts.push(...draftsIn(document, text, sentence, forms));
  }
  return { found: assembleJudgements(document, context, drafts), diagnostics: [] };
}

function chineseForms(context: Context): Forms {
  return context.derived("assessments/zh", () => {
    const terms = judgementTerms(context, "zh");
    const rows = context.rows("lang/zh/lexicon/assessments");
    const byForm = new Map<string, Form[]>();
    for (const [index, term] of terms.entries()) {
      const [first, closing] = term.form.split("…");
      const entry: Form = {
        term,
        noBefore: beside(valuesOf(rows[index]!, "noBefore"), "before"),
        noAfter: beside(valuesOf(rows[index]!, "noAfter"), "after"),
        closing: closing ?? null,
      };
      byForm.set(first!, [...(byForm.get(first!) ?? []), entry]);
    }
    const longestFirst = [...byForm.keys()].toSorted((a, b) => b.length - a.length);
    return { pattern: new RegExp(longestFirst.join("|"), "gu"), byForm };
  });
}

function beside(values: readonly string[], side: "before" | "after"): RegExp | null {
  if (values.length === 0) return null;
  return new RegExp(
    side === "before" ? `(?:${values.join("|")})$` : `^(?:${values.join("|")})`,
    "u",
  );
}

function draftsIn(
  document: Document,
  text: string,
  sentence: Sentence,
  forms: Forms,
): JudgementDraft[] {
  const drafts: JudgementDraft[] = [];
  const words = text.slice(sentence.start, sentence.end);
  for (const match of words.matchAll(forms.pattern)) {
    const place = {
      start: sentence.start + match.index,
      end: sentence.start + match.index + match[0].length,
    };
    for (const form of forms.byForm.get(match[0])!) {
      const draft = read(document, text, sentence, place, form);
      if (draft === null) continue;
      const clashes = drafts.some(({ about, term }) =>
        form.term.kind === "conditional"
          ? about.start <= place.start && place.end <= about.end
          : term.start === place.start,
      );
      if (!clashes) drafts.push(draft);
      break;
    }
  }
  return drafts.filter(
    (draft) =>
      draft.kind !== "conditional" ||
      !drafts.some(
        (other) =>
          other.kind !== "conditional" &&
          other.about.start < draft.about.end &&
          draft.about.start < other.about.end,
      ),
  );
}

function read(
  document: Document,
  text: string,
  sentence: Sentence,
  place: Range,
  { term, noBefore, noAfter, closing }: Form,
): JudgementDraft | null {
  if (noBefore?.test(text.slice(Math.max(sentence.start, place.start - 4), place.start)) === true)
    return null;
  if (noAfter?.test(text.slice(place.end, Math.min(sentence.end, place.end + 30))) === true)
    return null;
  const limits = limitsOf(document, sentence, place);
  const clause = clauseAt(text, limits, place);
  const told = condition.exec(text.slice(limits.start, clause.start));
  const conditional = told !== null;
  if (term.class === "conditional" && !conditional) return null;
  const matter = aboutOf(text, limits, clause, place, term.class, closing);
  if (matter === null) return null;
  // Under a condition, the condition is part of what is judged.
  const about =
    told !== null && term.class === "conditional"
      ? { start: limits.start + told.index, end: matter.end }
      : matter;
  const end = closing === null ? place.end : about.end + closing.length;
  return {
    rule: `assessment/zh/${term.class}`,
    term: closing === null ? place : { start: place.start, end },
    about,
    kind: term.kind,
    negated: term.frames.has("negated") || denied.test(text.slice(clause.start, place.start)),
    conditional,
    bands: term,
    holder: null,
  };
}

/** The clause around a place, between marks. */
function clauseAt(text: string, limits: Range, { start, end }: Range): Range {
  let from = start;
  while (from > limits.start && !mark.test(text[from - 1]!)) from--;
  let to = end;
  while (to < limits.end && !mark.test(text[to]!)) to++;
  return { start: from, end: to };
}

function aboutOf(
  text: string,
  limits: Range,
  clause: Range,
  place: Range,
  kind: string,
  closing: string | null,
): Range | null {
  if (closing !== null) {
    const inner = text.slice(place.end, clause.end);
    const at = inner.indexOf(closing);
    return at < 2 ? null : { start: place.end, end: place.end + at };
  }
  if (kind === "front") {
    const next =
      place.end === clause.end && clause.end < limits.end
        ? clauseAt(text, limits, { start: clause.end + 1, end: clause.end + 1 })
        : clause;
    return trimmed(text, { start: Math.max(place.end, next.start), end: next.end });
  }
  const hasSubject = !isOpening(text.slice(clause.start, place.start));
  const start = hasSubject ? clause.start : clauseBefore(text, limits, clause);
  const end = kind === "after" ? place.start : clause.end;
  return trimmed(text, { start, end });
}

function isOpening(before: string): boolean {
  return opening.exec(before)![0].length === before.length;
}

/** Start of the clause before, where only a comma parts them and it is no condition. */
function clauseBefore(text: string, limits: Range, clause: Range): number {
  if (clause.start - 1 <= limits.start || text[clause.start - 1] !== "，") return clause.start;
  const before = clauseAt(text, limits, { start: clause.start - 1, end: clause.start - 1 });
  return condition.test(text.slice(before.start, before.end)) ? clause.start : before.start;
}

/** Without blanks and quotation marks that stand alone at an edge. */
function trimmed(text: string, range: Range): Range | null {
  let { start, end } = range;
  while (start < end && /[\s，、的]/u.test(text[start]!)) start++;
  while (end > start && /[\s，、的仍也还]/u.test(text[end - 1]!)) end--;
  const words = text.slice(start, end);
  if (/^[“「『]/u.test(words) && !/[”」』]/u.test(words)) start++;
  if (/[”」』]$/u.test(words) && !/[“「『]/u.test(words)) end--;
  return end - start < 2 ? null : { start, end };
}
