import { packFor } from "../../core/lang/registry.ts";
import { yardsticks } from "../../core/assessments/yardsticks.ts";
import type { BriefJudgement } from "./brief.ts";
import type { BriefAbsence, BriefPage, BriefSilence, BriefVoice } from "./brief.ts";

/** “By the account of the Kremlin (readout, page 3)”. */
export function voiceHeading({ page, by }: BriefVoice): string {
  const where = `(${page.kind === "other" ? "" : `${page.kind}, `}page ${page.number})`;
  if (page.kind === "joint-statement") return `In the joint statement published by ${by} ${where}`;
  if (page.party !== null) return `By the account of ${by} ${where}`;
  if (page.kind === "opinion")
    return page.byline.length > 0
      ? `In the words of ${by} ${where}`
      : `In the opinion published by ${by} ${where}`;
  return `As told by ${by} ${where}`;
}

/** “Presidency of Valdoria · 2024-03-12 (metadata) · readout, Valdoria's account · en”. */
export function pageLine(page: BriefPage): string {
  return [
    page.outlet ?? "outlet not stated",
    ...(page.byline.length > 0 ? [page.byline.join(", ")] : []),
    page.published === "date unknown" ? "date unknown" : `${page.published} (${page.publishedHow})`,
    page.party === null ? page.kind : `${page.kind}, ${page.party}'s account`,
    languageWords(page.language),
  ].join(" · ");
}

function languageWords(language: string | null): string {
  if (language === null) return "language unknown";
  return packFor(language) === null ? `${language}, not analysed` : language;
}

/** “Valdoria's account (page 1)”, or that there is none. */
export function absenceHeading({ party, searched }: BriefAbsence): string {
  if (searched.length === 0) return `${party}: no account of it among these pages`;
  return `Not found in ${party}'s account (${pageNumbers(searched)})`;
}

/** “China, on “Ukraine””: who leaves what unsaid, by the page's report. */
export function silenceSubject({ who, what, claimant }: BriefSilence): string {
  const says = claimant === null ? "" : `, says ${claimant}`;
  return `${who ?? "Nobody named"}${what === "" ? "" : ` on “${what}”`}${says}`;
}

/** What searching the accounts gave; `null` where nothing could be searched. */
export function checkWords({ status, searched }: BriefSilence): string | null {
  const pages = pageNumbers(searched);
  if (status === "confirmed") return `not found in ${pages} either`;
  if (status === "contradicted") return `yet found in ${pages}`;
  return null;
}

/** “page 3”, “pages 1, 2, 7”: each once, in order. */
export function pageNumbers(pages: readonly number[]): string {
  const numbers = [...new Set(pages)].toSorted((one, other) => one - other);
  return `${numbers.length === 1 ? "page" : "pages"} ${numbers.join(", ")}`;
}

/** “unlikely (prediction, by South China Morning Post)”: the term as said, what it does, by whose account. */
export function judgementWords({ term, negated, type, account }: BriefJudgement): string {
  const by = account === null ? "" : `, by ${account}`;
  return `${term}${negated ? ", negated" : ""} (${type}${by})`;
}

/** “ICD 203: unlikely 20–45 %; PHIA: …”: the yardsticks beside each other; empty where none has the term. */
export function bandWords(bands: BriefJudgement["bands"]): string {
  if (bands === null) return "";
  return yardsticks.map(({ id, name }) => `${name}: ${bands[id] ?? "none"}`).join("; ");
}
