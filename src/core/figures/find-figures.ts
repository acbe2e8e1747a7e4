import type { Context } from "../context.ts";
import type { Document, Language, Range, Sentence, TimeExpression } from "../document.ts";
import type { Found } from "../lang/pack.ts";
import { foldToHans } from "../lang/zh/hans.ts";
import { patternRows } from "../phrases/annotate.ts";
import { compileForms, findForms, type FormMatch } from "../phrases/matcher.ts";
import type { DateInterval, Figure } from "../records.ts";
import type { FigureGrammar, FigureReading } from "./grammar.ts";
import { measureOf, type Measured } from "./measure.ts";
import { valuesOf } from "../tsv.ts";
import { figureWords, type FigureWords, type Unit } from "./vocabulary.ts";

/**
 * Find the figures of a document: numbers with a unit, and counts of things that accounts count.
 * Years, days, ages, names with numbers (`Resolution 2202`, `G20`) and list numbers are none.
 * @param document - needs sentences and times; statements give `statement`
 * @returns figures by start
 */
export function findFiguresWith(
  document: Document,
  context: Context,
  language: Language,
  grammar: FigureGrammar,
): Found<Figure> {
  const words = figureWords(context, language);
  const text = language === "zh" ? foldToHans(document.text, context) : document.text;
  const measures = findForms(
    context.derived("figures/measures", (tables) =>
      compileForms("measure", patternRows(tables.rows("knowledge/measures"))),
    ),
    text,
    language,
  );
  const pattern = grammar.pattern(words);
  // Names with numbers, and the rest of a number whose larger part stands before (“one million 800 thousand”).
  const noStart = new RegExp(`(?:${words.label}|${words.magnitude})\\s?$`, "u");
  const found: Figure[] = [];
  for (const sentence of document.layers.sentences) {
    const within = text.slice(sentence.start, sentence.end);
    const near = measures.filter(
      (measure) => measure.start >= sentence.start && measure.end <= sentence.end,
    );
    const times = document.layers.times.filter(
      (time) => time.start >= sentence.start && time.end <= sentence.end,
    );
    for (const match of within.matchAll(pattern)) {
      const reading = grammar.read(match, words);
      if (reading === null || !Number.isFinite(reading.value)) continue;
      if (noStart.test(within.slice(0, reading.range.start))) continue;
      const figure = {
        start: sentence.start + reading.range.start,
        end: sentence.start + reading.range.end,
      };
      if (times.some((time) => time.start < figure.end && figure.start < time.end)) continue;
      const record = assemble({
        document,
        context,
        sentence,
        text,
        figure,
        reading,
        words,
        near,
        times,
        grammar,
      });
      if (record !== null) found.push(record);
    }
  }
  return { found, diagnostics: [] };
}

interface Evidence {
  readonly document: Document;
  readonly context: Context;
  readonly sentence: Sentence;
  /** The document's text, Chinese in simplified characters. */
  readonly text: string;
  readonly figure: Range;
  readonly reading: FigureReading;
  readonly words: FigureWords;
  readonly near: readonly FormMatch[];
  readonly times: readonly TimeExpression[];
  readonly grammar: FigureGrammar;
}

function assemble(evidence: Evidence): Figure | null {
  const { document, context, sentence, figure, reading, words, near, grammar } = evidence;
  const unit = reading.unitForm === null ? null : words.unitOf(reading.unitForm);
  if (unit?.kind === "age") return null;
  const counted = unit === null ? grammar.counted(document, sentence, figure) : null;
  const countedMeasure =
    counted === null
      ? null
      : near.find((measure) => measure.start < counted.end && counted.start < measure.end);
  if (unit === null && !isCount(evidence, counted, countedMeasure ?? null)) return null;
  const measure: Measured | null =
    unit === null
      ? (countedMeasure ?? { ...counted!, id: null })
      : measureOf(
          document,
          sentence,
          figure,
          near.filter((one) => takes(context, one.id, unit)),
          words,
        );
  const range: Range | null = measure === null ? null : withModifiers(document, measure);
  return {
    ...figure,
    rule: grammar.id,
    value: reading.value,
    valueTo: reading.valueTo,
    approximation: reading.approximation,
    unit: unit?.id ?? unitOfCount(evidence, counted, countedMeasure ?? null),
    measure: range === null ? null : document.text.slice(range.start, range.end),
    measureRange: range === null ? null : { start: range.start, end: range.end },
    measureId: measure?.id ?? null,
    change: changeOf(evidence, unit),
    period: periodOf(evidence),
    statement: statementOf(document, figure),
  };
}

/** A bare number counts something when what it counts is in the tables, or the parse says so and it is no small word. */
function isCount(
  { document, figure, reading, grammar }: Evidence,
  counted: Range | null,
  measure: FormMatch | null,
): boolean {
  if (counted === null) return false;
  const written = document.text.slice(figure.start, figure.end);
  const isYear = /^(?:19|20)\d\d$/u.test(written);
  if (isYear) return false;
  if (measure !== null) return reading.value >= 2 || /\d/u.test(written);
  // Without the tables only a parse tells what a number counts, and words below ten rarely are figures.
  return grammar.countsNouns && /\d/u.test(written) && reading.value >= 10;
}

/** What is counted, in the page's words: the noun by the parse, else the name of the measure. */
function unitOfCount(
  { text, grammar }: Evidence,
  counted: Range | null,
  measure: FormMatch | null,
): string | null {
  const range = grammar.countsNouns ? (counted ?? measure) : (measure ?? counted);
  return range === null ? null : text.slice(range.start, range.end).toLowerCase();
}

/** Whether a measure has figures of this kind; \`null\` for counts. People are counted too. */
function takes(context: Context, measure: string, unit: Unit | null): boolean {
  const kinds = context.derived(
    "figures/takes",
    (tables) =>
      new Map(
        tables
          .rows("knowledge/measures")
          .map((row) => [row["id"]!, new Set(valuesOf(row, "takes"))]),
      ),
  );
  return kinds.get(measure)?.has(unit?.kind ?? "count") ?? false;
}

/** A measure with the adjectives and nouns that stand right before it: “Sino-Russian trade”. */
function withModifiers(document: Document, measure: Range): Range {
  const { tokens } = document.layers;
  let index = firstTokenAt(tokens, measure.start);
  let { start } = measure;
  for (let step = 0; step < 4 && index > 0; step++) {
    const token = tokens[index - 1]!;
    const joined = /^(?:[ -]?)$/u.test(document.text.slice(token.end, start));
    const modifies =
      /^(?:ADJ|NOUN|PROPN)$/u.test(token.upos) ||
      (token.upos === "PUNCT" && document.text.slice(token.start, token.end) === "-");
    if (!joined || !modifies || token.head < 0 || token.end <= tokens[index - 1]!.start) break;
    if (!/^(?:amod|compound|nmod|punct)/u.test(token.deprel)) break;
    start = token.start;
    index--;
  }
  return { start, end: measure.end };
}

function firstTokenAt(tokens: readonly Range[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What ends a clause for the words beside a figure. */
const clause = /[,;:.()，；：。（）]/u;

/** The change that is told right beside a figure, in the same clause; the word before it outranks the one after. */
function changeOf(
  { text, sentence, figure, words, grammar }: Evidence,
  unit: Unit | null,
): Figure["change"] {
  if (unit?.kind === "temperature") return null;
  const [reachBefore, reachAfter] = grammar.changeReach;
  const change = new RegExp(
    grammar.id.startsWith("figure/zh")
      ? words.change
      : `(?<![\\p{L}\\p{N}-])${words.change}(?![\\p{L}\\p{N}])`,
    "giu",
  );
  const before = text.slice(Math.max(sentence.start, figure.start - reachBefore), figure.start);
  const last = [...before.split(clause).at(-1)!.matchAll(change)].at(-1);
  if (last !== undefined) return words.changeOf(last[0]);
  const after = text.slice(figure.end, Math.min(sentence.end, figure.end + reachAfter));
  const next = after.split(clause)[0]!.matchAll(change).next().value;
  return next === undefined ? null : words.changeOf(next[0]);
}

/** The nearest time expression of the sentence that has an interval; times of saying don't count. */
function periodOf({ document, text, figure, times }: Evidence): DateInterval | null {
  const within = statementOf(document, figure);
  const content = within === null ? null : document.layers.statements[within]!.content;
  let best: { distance: number; interval: DateInterval } | null = null;
  for (const time of times) {
    if (time.interval === null || time.type === "set") continue;
    if (
      content !== null &&
      !content.some((part) => part.start <= time.start && time.end <= part.end)
    )
      continue;
    const isDay = time.interval.earliest === time.interval.latest;
    const distance = time.start >= figure.end ? time.start - figure.end : figure.start - time.end;
    // A day is a figure's period only right beside it in its clause; sentences name days for other reasons.
    if (distance > (isDay ? 25 : 90)) continue;
    if (
      isDay &&
      clause.test(text.slice(Math.min(time.end, figure.end), Math.max(time.start, figure.start)))
    )
      continue;
    if (best === null || distance < best.distance) best = { distance, interval: time.interval };
  }
  return best?.interval ?? null;
}

function statementOf(document: Document, figure: Range): number | null {
  let best: number | null = null;
  let size = Number.POSITIVE_INFINITY;
  for (const [index, statement] of document.layers.statements.entries()) {
    for (const part of statement.content) {
      if (part.start > figure.start || figure.end > part.end) continue;
      if (part.end - part.start < size) [best, size] = [index, part.end - part.start];
    }
  }
  return best;
}
