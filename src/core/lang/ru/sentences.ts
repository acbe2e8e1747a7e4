import type { Context } from "../../context.ts";
import type { Range } from "../../document.ts";
import { splitWithRules, type JoinRule } from "../../segment/split.ts";

const segmenter = new Intl.Segmenter("ru", { granularity: "sentence" });

function joinRules(context: Context): readonly JoinRule[] {
  const rows = context.rows("lang/ru/lexicon/abbreviations");
  const of = (kind: string): Set<string> =>
    new Set(rows.filter((row) => row["class"] === kind).map((row) => row["form"]!));
  const hard = of("hard");
  const soft = of("soft");
  const lastWord = (before: string): string =>
    /(?:^|[\s(«„"—–.-])([\p{L}]+)\.$/u.exec(before)?.[1] ?? "";
  return [
    {
      id: "segment/ru/lower-case",
      example: "2025 г. в Москве",
      join: (_before, after) => /^\p{Ll}/u.test(after),
    },
    {
      id: "segment/ru/number",
      example: "ст. 5",
      join: (before, after) =>
        /^\d/.test(after) &&
        (/\d\.$|^\S{1,2}$/u.test(before) ||
          hard.has(lastWord(before).toLowerCase()) ||
          soft.has(lastWord(before).toLowerCase())),
    },
    {
      id: "segment/ru/mark",
      example: "», – сказал он",
      join: (_before, after) => /^[,;:)»”–—-]/u.test(after),
    },
    {
      id: "segment/ru/initials",
      example: "В. В. Путин",
      join: (before) => /^\p{Lu}$/u.test(lastWord(before)),
    },
    {
      id: "segment/ru/hard-abbreviation",
      example: "им. Пушкина",
      join: (before) => hard.has(lastWord(before).toLowerCase()),
    },
    {
      id: "segment/ru/soft-abbreviation",
      example: "млрд долл. США",
      join: (before, after) =>
        soft.has(lastWord(before).toLowerCase()) && /^\p{Lu}{2,}(?![\p{L}])/u.test(after),
    },
    {
      id: "segment/ru/town",
      example: "в г. Туле",
      join: (before) => /(?<![\dIVXLC]\s?)(?<=^|[\s(])г\.$/u.test(before),
    },
    {
      id: "segment/ru/opening-year",
      example: "В 2025 г. Россия",
      join: (before) =>
        /^(?:В|С|До|К|На|По итогам|В начале|В конце)\s(?:\p{Ll}+\s){0,2}\d{4}(?:[–-]\d{2,4})?\sг{1,2}\.$/u.test(
          before,
        ),
    },
    {
      id: "segment/ru/title-in-marks",
      example: "выставка «Порт. Северный берег»",
      join: (before, after) =>
        /«[^»!?]{1,40}\.$/u.test(before.slice(-44)) && /^[^«».!?]{1,40}»(?!,? [–—-])/u.test(after),
    },
    {
      id: "segment/ru/te",
      example: "т. е.",
      join: (before) => /(?:^|\s)(?:т|и т)\.$/u.test(before),
    },
  ];
}

/** Sentences of a Russian block. */
export function splitSentences(text: string, block: Range, context: Context): Range[] {
  return splitWithRules(text, block, segmenter, context.derived("ru/join-rules", joinRules));
}
