import type { LanguagePack } from "../pack.ts";
import { findActors } from "./actors.ts";
import { findAssessments } from "./assessments.ts";
import { findCommitments } from "./commitments.ts";
import { findEncounters } from "./encounters.ts";
import { findSilences } from "./silences.ts";
import { findFigures } from "./figures.ts";
import { findStatements } from "./statements.ts";
import { splitSentences } from "./sentences.ts";
import { findTimes } from "./times.ts";
import { findTokens } from "./tokens.ts";

/** Chinese. */
export const chinese: LanguagePack = {
  language: "zh",
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
