import { loadContext } from "../../src/resources/load.ts";
import type { Evaluation } from "../evaluation.ts";
import { errorLines, goldMeasures } from "./gold-measures.ts";
import { scoreGold } from "./own-gold.ts";

/** What an account in any language should reach. */
const targets = { f1: 80, chains: 85, speakers: 95 };

/** Statements in Chinese accounts, on own gold. */
export const chineseStatements: Evaluation = {
  name: "statements-zh",
  about: "who said what in Chinese accounts, on own gold",
  needs: ["readouts"],
  run: (data) => scoreLanguage(data, "zh"),
};

/** Statements in Russian accounts and transcripts, on own gold. */
export const russianStatements: Evaluation = {
  name: "statements-ru",
  about: "who said what in Russian accounts and transcripts, on own gold",
  needs: ["series"],
  run: (data) => scoreLanguage(data, "ru"),
};

function scoreLanguage(data: string, language: string): ReturnType<Evaluation["run"]> {
  const gold = scoreGold(data, `statements-${language}`, loadContext());
  return {
    measures: goldMeasures("accounts", gold, targets),
    details: [...errorLines(gold.texts), ...gold.faults],
  };
}
