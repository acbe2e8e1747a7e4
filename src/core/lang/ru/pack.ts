import type { LanguagePack } from "../pack.ts";
import { findActors } from "./actors.ts";
import { findAssessments } from "./assessments/assessments.ts";
import { findCommitments } from "./commitments.ts";
import { findEncounters } from "./encounters.ts";
import { findSilences } from "./silences.ts";
import { findFigures } from "./figures.ts";
import { findStatements } from "./statements.ts";
import { splitSentences } from "./sentences.ts";
import { findTimes } from "./times.ts";
import { findTokens } from "./tokens.ts";

/** Russian. */
export const russian: LanguagePack = {
  language: "ru",
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
