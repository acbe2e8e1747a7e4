import { existsSync } from "node:fs";
import { join } from "node:path";
import { loadContext } from "../../src/resources/load.ts";
import type { Evaluation, Measure } from "../evaluation.ts";
import { scoreMentions, type MentionScore } from "./own-gold.ts";
import { scoreEntities } from "./re3d.ts";

const languageNames = { en: "English", zh: "Chinese", ru: "Russian" } as const;

function total({ right, wrong, open }: MentionScore): number {
  return right + wrong + open;
}

/** Share of the mentions that are right, and of those resolved that are. */
function measuresOf(name: string, score: MentionScore, targets: boolean): Measure[] {
  const all = total(score);
  const resolved = score.right + score.wrong;
  return [
    {
      name: `${name}: right of ${all}`,
      value: (100 * score.right) / Math.max(1, all),
      ...(targets ? { target: 95 } : {}),
    },
    {
      name: `${name}: right of those resolved`,
      value: (100 * score.right) / Math.max(1, resolved),
      ...(targets ? { target: 99 } : {}),
    },
  ];
}

/** Who is meant by names, roles, pronouns and groups, as a run of `npm run eval`. */
export const actorsEvaluation: Evaluation = {
  name: "actors",
  about: "who is meant: own gold in three languages; named persons and organisations of re3d",
  needs: ["series", "readouts", "press"],
  run: (data) => {
    const context = loadContext();
    const own = scoreMentions(data, context);
    const entities = existsSync(join(data, "re3d"))
      ? scoreEntities(join(data, "re3d"), context)
      : {};
    return {
      measures: [
        ...(["en", "zh", "ru"] as const).flatMap((language) =>
          measuresOf(`names and roles, ${languageNames[language]}`, own.known[language], true),
        ),
        ...measuresOf("pronouns", own.pointing, false),
        ...measuresOf("groups", own.groups, false),
        {
          name: `people the tables don't hold, of ${total(own.unknown)}: nobody else found`,
          value: (100 * own.unknown.right) / Math.max(1, total(own.unknown)),
          target: 99,
        },
        ...Object.entries(entities).flatMap(([type, score]) => [
          { name: `re3d ${type}: found`, value: (100 * score.found) / score.total },
          { name: `re3d ${type}: of the right type`, value: (100 * score.rightType) / score.total },
        ]),
      ],
      details: [
        ...own.faults,
        ...Object.entries(entities).map(
          ([type, { missed }]) =>
            `re3d ${type} missed: ${[...missed]
              .sort((one, other) => other[1] - one[1])
              .slice(0, 40)
              .map(([value, count]) => `${value} (${count})`)
              .join(", ")}`,
        ),
      ],
    };
  },
};
