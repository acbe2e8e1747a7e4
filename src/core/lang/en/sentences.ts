import type { Context } from "../../context.ts";
import type { Range } from "../../document.ts";
import { splitWithRules, type JoinRule } from "../../segment/split.ts";

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** Words that begin a sentence often enough to end it after a soft abbreviation. */
const sentenceStart =
  /^[“"‘'([]*(?:The|This|That|These|Those|It|He|She|They|We|I|In|On|At|But|And|Yet|So|However|Neither|Both|There|His|Her|Their|Its|Our|As|If|When|While|After|Before|Other|Others|Some|Many|Most|Not|For|By|From|With|A|An|According|Meanwhile|President|Beijing|Moscow|China|Russia|Ukraine)\b/;

interface Abbreviations {
  readonly hard: ReadonlySet<string>;
  readonly soft: ReadonlySet<string>;
}

function abbreviations(context: Context): Abbreviations {
  return context.derived("en/abbreviations", () => {
    const rows = context.rows("lang/en/lexicon/abbreviations");
    const of = (kind: string): Set<string> =>
      new Set(rows.filter((row) => row["class"] === kind).map((row) => row["form"]!.toLowerCase()));
    return { hard: of("hard"), soft: of("soft") };
  });
}

/** Rules that hold pieces of an English sentence together. */
function joinRules(context: Context): readonly JoinRule[] {
  const { hard, soft } = abbreviations(context);
  const lastWord = (before: string): string | null =>
    /(?:^|[\s(“"‘'[—–-])([\p{L}][\p{L}.’']*)\.$/u.exec(before)?.[1] ?? null;
  return [
    {
      id: "segment/en/lower-case",
      example: "U.S. forces",
      join: (_before, after) => /^\p{Ll}/u.test(after),
    },
    {
      id: "segment/en/mark",
      example: "“…,” he said",
      join: (_before, after) => /^[,;:)”]|^[’"](?!\p{L})/u.test(after),
    },
    {
      id: "segment/en/hard-abbreviation",
      example: "Gen. Roe",
      join: (before) => hard.has(lastWord(before)?.toLowerCase() ?? ""),
    },
    {
      id: "segment/en/soft-abbreviation",
      example: "Feb. 24",
      join: (before, after) =>
        soft.has(lastWord(before)?.toLowerCase() ?? "") && !sentenceStart.test(after),
    },
    {
      id: "segment/en/initials",
      example: "S. Mahmoud; U.S. President",
      join: (before, after) => {
        const word = lastWord(before);
        if (word === null) return false;
        if (/^\p{Lu}$/u.test(word)) return true;
        if (!/^(?:\p{Lu}\.)+\p{Lu}$/u.test(word)) return false;
        // “U.S. President A met”, but “in the U.S. President A said”.
        const adjective = /^President\b/.test(after) && !/\bthe \S+\s*$/u.test(before);
        return adjective || !sentenceStart.test(after);
      },
    },
    {
      id: "segment/en/quoted-question",
      example: "“Is it war?” she asked",
      join: (before, after) =>
        /[?!…][”"’']$/u.test(before) &&
        /^(?:he|she|they|\p{Lu}\p{L}+ (?:said|asked|exclaimed|added|replied|told)|[Tt]he \w+ (?:said|asked))\b/u.test(
          after,
        ),
    },
    {
      id: "segment/en/dateline",
      example: "PORT SELNE, June 15. /TASS/. The",
      join: (before, after) =>
        /\/[A-Z]+\/\.$/.test(before) ||
        /^\/[A-Z]+\/\.?/.test(after) ||
        /^\p{Lu}{3,}[, ].{0,30}\d\.$/u.test(before),
    },
    {
      id: "segment/en/enumerator",
      example: "1. To deepen",
      join: (before) => /^\(?(?:\d{1,2}|[a-z])[.)]$/.test(before),
    },
    {
      id: "segment/en/number",
      example: "No. 5",
      join: (before, after) =>
        /\b(?:Nos?|Arts?|pp?|Vol|Ch|Fig)\.$/.test(before) && /^(?:\d|[IVX]+\b)/.test(after),
    },
  ];
}

/** Sentences of an English block. */
export function splitSentences(text: string, block: Range, context: Context): Range[] {
  return splitWithRules(text, block, segmenter, context.derived("en/join-rules", joinRules));
}
