import type { LanguagePack } from "./pack.ts";
import { english } from "./en/pack.ts";
import { russian } from "./ru/pack.ts";
import { chinese } from "./zh/pack.ts";

/** The languages Readout reads, one line each. */
export const packs: readonly LanguagePack[] = [english, chinese, russian];

/** The pack for a document's language; `null` for a language that is kept but not analysed. */
export function packFor(language: string | null): LanguagePack | null {
  if (language === null) return null;
  const base = language.split("-")[0];
  return packs.find((pack) => pack.language === base) ?? null;
}
