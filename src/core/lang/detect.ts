import type { Context } from "../context.ts";

/** How much of a page the script rule looks at, in characters. */
const sampleLength = 4000;

/**
 * Language of a text by its script: Han without kana is Chinese, Cyrillic without letters of its
 * neighbours is Russian, Latin is left to the context's detector (English when there is none).
 * @returns BCP 47 code, `null` for a text without letters
 */
export function detectLanguage(text: string, context: Context): string | null {
  const sample = text.slice(0, sampleLength);
  const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0;
  const han = count(/\p{Script=Han}/gu);
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const hangul = count(/\p{Script=Hangul}/gu);
  const cyrillic = count(/\p{Script=Cyrillic}/gu);
  const latin = count(/\p{Script=Latin}/gu);
  const most = Math.max(han * 3, kana * 3, hangul * 2, cyrillic, latin);
  if (most === 0) return null;
  if (kana > han * 0.15 && (han + kana) * 3 > latin) return "ja";
  if (hangul * 2 === most) return "ko";
  if (han * 3 === most) return "zh";
  if (cyrillic === most) return cyrillicLanguage(sample, cyrillic);
  return context.detectOther?.(sample) ?? "en";
}

/** Letters that Russian doesn't have tell its neighbours apart. */
function cyrillicLanguage(sample: string, letters: number): string {
  const share = (pattern: RegExp): number => (sample.match(pattern)?.length ?? 0) / letters;
  if (share(/[іїєґ]/giu) > 0.01) return /[ўЎ]/u.test(sample) ? "be" : "uk";
  if (share(/[ђћџљњј]/giu) > 0.01) return "sr";
  if (share(/[әғқңөұүһ]/giu) > 0.01) return "kk";
  if (share(/[ыэ]/giu) < 0.002 && letters > 200) return "bg";
  return "ru";
}
