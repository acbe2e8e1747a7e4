import { assembleJudgements, type JudgementDraft } from "../../../assessments/assemble.ts";
import { noBands } from "../../../assessments/yardsticks.ts";
import { limitsOf, statementAround } from "../../../assessments/holder.ts";
import type { Context } from "../../../context.ts";
import type { Document, Range, Sentence } from "../../../document.ts";
import type { Assessment } from "../../../records.ts";
import type { Found } from "../../pack.ts";
import { clauseAround, hasCondition, isCondition, trimmedClause } from "./clause.ts";
import { folded, russianForms, type RussianForm, type RussianForms } from "./forms.ts";

/** Longest sentence that is read, in characters. */
const longestSentence = 2500;

/** What follows a word and is an infinitive, after adverbs and a dative. */
const infinitive =
  /^(?:\s+(?!не\s)[\p{L}-]+){0,4}?\s+(?:не\s+)?[а-я-]+(?:ть|ти|чь)(?:ся|сь)?(?!\p{L})/u;

/** Subjects whose “может” is an ability or a permission, not what may happen. */
const agents = /(?:^|[\s,])(?:я|мы|вы|ты|он|она|кто|никто|каждый|любой)\s+(?:\p{L}+\s+)?$/u;

/** A condition at the head of a sentence or after a mark, and what follows it. */
const ifThen =
  /(?:^|[.;:«“"–—]\s*|,\s*что\s+|(?:^|\s)(?:но|а|и)\s+)(если\s[^.!?;]{8,200}?,\s+(?:то\s+)?)([^.!?;»]{8,300})/u;

/** A verb of the future or of what would be: by its auxiliary, or a prefix without an imperfective ending. */
const following =
  /(?<!\p{L})(?:буд(?:ет|ут)|(?:по|у|рас)теря(?:ет|ют)|(?!хотел|сказал)[а-я]{3,}л[аои]?\s+бы|(?:по|за|вы|про|при|пере|от|раз|рас|у|на|с|до|об|из|под|воз|вос|о)[а-я]{3,}(?:(?<![аяыи])[еи]т|(?<![аяы])(?:ут|ют|ат|ят))(?:ся)?)(?!\p{L})/u;

/** Nouns whose size is a likelihood. */
const chances = /(?<!\p{L})(?:вероятност|шанс|риск|возможност|перспектив)[а-я]*/u;

/**
 * Judgements of a Russian document: words of likelihood and of what is to be done, each with the clause it
 * stands in or takes. @param document - needs sentences and statements
 */
export function findAssessments(document: Document, context: Context): Found<Assessment> {
  const forms = russianForms(context);
  const text = folded(document.text);
  const drafts: JudgementDraft[] = [];
  for (const sentence of document.layers.sentences) {
    const role = document.blocks[sentence.block]?.role;
    if (role === "caption" || role === "dateline") continue;
    if (sentence.end - sentence.start > longestSentence) continue;
    if (/\?[»”"]?$/u.test(text.slice(sentence.start, sentence.end))) continue;
    drafts.push(...draftsIn(document, text, sentence, forms));
  }
  return { found: assembleJudgements(document, context, drafts), diagnostics: [] };
}

function draftsIn(
  document: Document,
  text: string,
  sentence: Sentence,
  forms: RussianForms,
): JudgementDraft[] {
  const drafts: JudgementDraft[] = [];
  const words = text.slice(sentence.start, sentence.end);
  for (const match of words.matchAll(forms.pattern)) {
    const start = sentence.start + match.index;
    const place = { start, end: start + match[0].length };
    for (const form of forms.byForm.get(match[0])!) {
      const draft = read(document, text, sentence, place, form);
      if (draft === null) continue;
      if (
        !drafts.some(
          ({ about, kind }) =>
            isWithin(place, about) && kind !== "advised" && form.term.kind !== "advised",
        )
      )
        drafts.push(draft);
      break;
    }
  }
  const told = conditionalIn(document, text, sentence);
  if (
    told !== null &&
    !drafts.some(({ about }) => about.start < told.about.end && told.about.start < about.end)
  )
    drafts.push(told);
  return drafts;
}

/** “Если …, (то) …”: what would follow, by the verb that tells it; nothing in the words of a story. */
function conditionalIn(
  document: Document,
  text: string,
  sentence: Sentence,
): JudgementDraft | null {
  const words = text.slice(sentence.start, sentence.end);
  const match = ifThen.exec(words);
  if (match === null) return null;
  const [whole, condition, rest] = match;
  const verb = following.exec(rest!);
  if (
    verb === null ||
    /(?<!\p{L})(?:может|могут|нужно|надо|следует|необходимо|нельзя)(?!\p{L})/u.test(rest!)
  )
    return null;
  const start = sentence.start + match.index + whole.length - rest!.length + verb.index;
  const term = { start, end: start + verb[0].length };
  const from = sentence.start + match.index + whole.length - rest!.length - condition!.length;
  const about = trimmedClause(text, {
    start: from,
    end: sentence.start + match.index + whole.length,
  });
  if (about === null || !agreesWithStatement(document, term, about)) return null;
  return {
    rule: "assessment/ru/if",
    term,
    about,
    kind: "conditional",
    negated: /(?<!\p{L})не\s$/u.test(text.slice(start - 3, start)),
    conditional: true,
    bands: noBands,
    holder: null,
  };
}

/** A condition and what follows lie in one voice. */
function agreesWithStatement(document: Document, term: Range, about: Range): boolean {
  return (
    statementAround(document, term) ===
    statementAround(document, { start: about.start, end: about.start + 1 })
  );
}

function isWithin(inner: Range, outer: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function read(
  document: Document,
  text: string,
  sentence: Sentence,
  place: Range,
  form: RussianForm,
): JudgementDraft | null {
  const before = text.slice(Math.max(sentence.start, place.start - 20), place.start);
  if (form.noBefore?.test(before) === true) return null;
  if (form.noAfter?.test(text.slice(place.end, Math.min(sentence.end, place.end + 40))) === true)
    return null;
  const limits = limitsOf(document, sentence, place);
  const clause = clauseAround(text, limits, place);
  if (isCondition(text, clause)) return null;
  const about = aboutOf(text, limits, clause, place, form);
  if (about === null) return null;
  return {
    rule: `assessment/ru/${form.class}`,
    term: place,
    about,
    kind: form.term.kind,
    negated: form.term.frames.has("negated"),
    conditional: hasCondition(text, limits),
    bands: form.term,
    holder: null,
  };
}

function aboutOf(
  text: string,
  limits: Range,
  clause: Range,
  place: Range,
  { class: kind, term }: RussianForm,
): Range | null {
  const after = text.slice(place.end, limits.end);
  const owner = text.slice(clause.start, place.start);
  switch (kind) {
    case "adverb":
      return aroundAdverb(text, clause, place);
    case "that": {
      const opens = /^(?:\s+(?:и\s+)?(?:(?:в\s+)?(?:том|того|то)))?,\s*что\s+/u.exec(after);
      if (opens === null) return null;
      const start = place.end + opens[0].length;
      return trimmedClause(text, {
        start,
        end: clauseAround(text, limits, { start, end: start + 1 }).end,
      });
    }
    case "whether": {
      const opens = /^(?:\s+о\s+том)?,\s*/u.exec(after);
      if (opens === null) return null;
      const start = place.end + opens[0].length;
      const end = clauseAround(text, limits, { start, end: start + 1 }).end;
      const words = text.slice(start, end);
      return /(?<!\p{L})ли(?!\p{L})/u.test(words) ||
        /^(?:как|когда|кто|где|куда|почему|чем|сколько|какой|какие|какую)(?!\p{L})/u.test(words)
        ? trimmedClause(text, { start, end })
        : null;
    }
    case "infinitive":
      if (!infinitive.test(after) || !/\p{L}{2}/u.test(owner)) return null;
      if (term.frames.has("events") && agents.test(owner)) return null;
      return trimmedClause(text, { start: clause.start, end: clause.end });
    case "advice":
      return infinitive.test(after) ? trimmedClause(text, clause) : null;
    case "after": {
      if (term.frames.has("chances") && !chances.test(owner)) return null;
      if (term.frames.has("value") && !/\p{L}{3}/u.test(owner)) return null;
      return trimmedClause(text, { start: clause.start, end: place.start });
    }
    case "of":
      return /^\s+\p{L}/u.test(after)
        ? trimmedClause(text, { start: place.end, end: clause.end })
        : null;
    case "conditional":
      return hasCondition(text, limits) ? trimmedClause(text, clause) : null;
  }
}

/** The clause an adverb stands in, or follows at its end. */
function aroundAdverb(text: string, clause: Range, place: Range): Range | null {
  const about = trimmedClause(text, clause);
  if (about === null || about.end - about.start <= place.end - place.start + 3) return null;
  // At the head of its clause it is no part of what is judged; a comma may follow it.
  if (about.start < place.start) return about;
  return trimmedClause(text, { start: place.end, end: about.end });
}
