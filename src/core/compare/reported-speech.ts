import type { Document, Range } from "../document.ts";

/** How a speaker gives the words of the one spoken to. */
interface AddressRule {
  readonly id: string;
  readonly language: "en" | "zh" | "ru";
  /** Sticky or global; what was said follows the match, up to the end of the sentence. */
  readonly pattern: RegExp;
  readonly example: string;
  readonly source: string;
}

/** The other side's words within a speech to it: “Mr President has just reiterated that …”. */
export const addressRules: readonly AddressRule[] = [
  {
    id: "reported/zh/you-said",
    language: "zh",
    pattern:
      /(?:(?:总统|總統|主席|总理|總理|首相|总书记|總書記)先生|阁下|閣下|您|你|贵方|貴方|贵国|貴國)(?:刚才|剛才|方才|曾|也|又|再次|多次|已经|已經|一再|在[^，。；]{1,12})*(?:重申|表示|承诺|承諾|声明|聲明|保证|保證|说过|說過|讲过|講過|谈到|談到|提到|强调|強調|指出)(?:过|過|了)?[，：:]?/gu,
    example: "总统先生刚才又重申，贵方不寻求对抗。",
    source: "Chinese accounts of talks, 2010-2025",
  },
  {
    id: "reported/ru/you-said",
    language: "ru",
    pattern:
      /(?<![\p{L}])(?<![Кк]ак )Вы (?:только что |уже |сейчас |ранее |неоднократно )?(?:сказали|отметили|подтвердили|заверили|подчеркнули|заявили|говорили|упомянули),? что /gu,
    example: "Вы подтвердили, что стороны готовы к диалогу.",
    source: "Russian transcripts of talks, 2010-2025",
  },
  {
    id: "reported/en/you-said",
    language: "en",
    pattern:
      /(?<!as )\byou (?:have |just |have just |also |have already |once )?(?:said|reiterated|reaffirmed|assured (?:me|us)|confirmed|promised|stated|stressed) that /giu,
    example: "You have just reiterated that your country does not seek confrontation.",
    source: "English transcripts of talks, 2010-2025",
  },
];

const sentenceEnd: Readonly<Record<string, RegExp>> = {
  zh: /[。；！？]|\n/u,
  other: /[.!?;](?:\s|$)|\n/u,
};

/** Longest stretch taken for what the one spoken to said, in characters. */
const longest = 400;

/**
 * Stretches of a document that give the words of the one spoken to, within somebody's speech.
 * @returns in text order
 */
export function reportedSpeech(document: Document): Range[] {
  const language = document.language?.slice(0, 2);
  return addressRules
    .filter((rule) => rule.language === language)
    .flatMap((rule) =>
      [...document.text.matchAll(rule.pattern)].map((match) => {
        const start = match.index + match[0].length;
        const rest = document.text.slice(start, start + longest);
        const stop = rest.search(sentenceEnd[language === "zh" ? "zh" : "other"]!);
        return { start, end: start + (stop === -1 ? rest.length : stop) };
      }),
    )
    .toSorted((a, b) => a.start - b.start);
}
