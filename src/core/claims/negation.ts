import type { Language, Range } from "../document.ts";

/** Words that turn what follows them into its contrary, by language. */
const words: Readonly<Record<Language, RegExp>> = {
  en: /(?<![\p{L}])(?:not|\p{L}+n['’]t|cannot|never|no|nor|neither|none|without|hardly|scarcely|short of|yet to|no longer|far from|refus\p{L}+ to|declin\p{L}+ to|den(?:y|ies|ied|ying)|reject\p{L}*|rul\p{L}+ out)(?![\p{L}])/giu,
  zh: /(?:不(?!断|久|仅|但|同|结盟)|没有?|未(?!来)|无(?!疑)|并非|绝非|从未|拒绝|避免)/gu,
  ru: /(?<!\p{L})(?:не|ни|нет|без|никогда|вовсе не|отнюдь не|отказ\p{L}+)(?!\p{L})/giu,
};

/** Marks and joints at which a clause begins, by language. */
const joints: Readonly<Record<Language, RegExp>> = {
  en: /[;:(–—]|, (?:but|while|whereas|although|though|and|which|who|where)(?= )|\s(?:but|because|although|though|that)(?=\s)/giu,
  zh: /[，。；：！？（]/gu,
  ru: /[;:(–—]|, (?:но|а|однако|хотя|котор\p{L}+|что|поскольку|если)(?= )/giu,
};

/** How far before the words a negation may stand, in characters. */
const reach: Readonly<Record<Language, number>> = { en: 70, zh: 16, ru: 60 };

/**
 * Whether words stand under a negation in their clause.
 * @param limits - the stretch they stand in
 * @param ignored - places whose negation is counted elsewhere (the term of a judgement)
 */
export function isDenied(
  text: string,
  language: Language,
  limits: Range,
  at: Range,
  ignored: readonly Range[],
): boolean {
  const from = Math.max(limits.start, at.start - reach[language]);
  const before = text.slice(from, at.start);
  const last = [...before.matchAll(joints[language])].at(-1);
  const start = last === undefined ? from : from + last.index + last[0].length;
  const found = [...text.slice(start, at.end).matchAll(words[language])].filter((match) => {
    const place = { start: start + match.index, end: start + match.index + match[0].length };
    return !ignored.some((range) => range.start < place.end && place.start < range.end);
  });
  return found.length > 0;
}

/** Words under which something is only supposed, asked or wished, up to the end of their clause. */
const supposing: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:if|unless|whether|in (?:the )?(?:event|case) (?:of|that)|should there be|lest|would like|hopes?|wish(?:es)?|urg\p{L}+|call\p{L}* (?:on|for))(?!\p{L})[^,;:—–]*$/iu,
  zh: /(?:如果|若(?!干)|一旦|倘若|假如|是否|能否|希望|呼吁|敦促)[^，。；]*$/u,
  ru: /(?<!\p{L})(?:если|в случае|(?<!вряд |едва |навряд )ли|чтобы|призва\p{L}+|надеется|надеются)(?!\p{L})[^,;:—–]*$/iu,
};

/** Whether words stand in a condition, a question or a wish. */
export function isSupposed(text: string, language: Language, limits: Range, at: Range): boolean {
  return supposing[language].test(text.slice(Math.max(limits.start, at.start - 160), at.start));
}
