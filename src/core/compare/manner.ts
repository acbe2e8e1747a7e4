import type { Document, Range } from "../document.ts";

/** Words that say in what manner an encounter went, by language (field guide §6.1: press practice compares them). */
const mannerWords: Readonly<Record<string, RegExp>> = {
  en: /\b(?:candid|frank|in-depth|constructive|productive|substantive|warm|friendly|cordial|businesslike|respectful|open and honest|straightforward|comprehensive exchange)\b/giu,
  zh: /坦诚|深入|建设性|友好|热情|务实|富有成果|富有成效|亲切|坦率/gu,
  ru: /(?:т[её]пл|дружеск|дружественн|конструктивн|откровенн|доверительн|делов|содержательн|обстоятельн)\p{L}*/giu,
};

/** Manner words of a document, in order. */
export function mannerOf(document: Document): Range[] {
  const pattern = mannerWords[document.language ?? ""];
  if (pattern === undefined) return [];
  return [...document.text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
