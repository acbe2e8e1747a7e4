import type { LanguagePack } from "../pack.ts";
import { findActors } from "./actors.ts";
import { findAssessments } from "./assessments/assessments.ts";
import { findCommitments } from "./commitments.ts";
import { findEncounters } from "./encounters.ts";
import { findFigures } from "./figures.ts";
import { findSilences } from "./silences.ts";
import { splitSentences } from "./sentences.ts";
import { findStatements } from "./statements/statements.ts";
import { findTimes } from "./times.ts";
import { findTokens } from "./tokens.ts";

/** English. */
export const english: LanguagePack = {
  language: "en",
  splitSentences,
  findTokens,
  findTimes,
  findActors,
  findEncounters,
  findAssessments,
  findCommitments,
  findFigures,
  findStatements,
  findSilences,
};
