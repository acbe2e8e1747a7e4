import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadContext } from "../../src/resources/load.ts";
import { parseConllu } from "../../tools/train-syntax/conllu.ts";
import { measureSyntax } from "../../tools/train-syntax/measure.ts";
import type { Evaluation, Measure } from "../evaluation.ts";

/** What the tagger and parser should reach on EWT dev. */
const targets = { upos: 95.5, las: 82, tokensPerSecond: 40_000 } as const;

/** Tagger, parser and lemmas on gold tokens of treebanks that training never saw. */
export const syntaxEvaluation: Evaluation = {
  name: "syntax",
  about: "tags, heads and lemmas on UD English EWT dev and PUD (gold tokens, own tags)",
  needs: ["ud/ewt-dev.conllu"],
  run: (data) => {
    const model = loadContext().syntax();
    if (model === null) throw new Error("There is no syntax model under models/.");
    const measures: Measure[] = [];
    for (const name of ["ewt-dev", "pud-test"]) {
      const file = join(data, "ud", `${name}.conllu`);
      if (!existsSync(file)) continue;
      const scores = measureSyntax(model, parseConllu(readFileSync(file, "utf8")));
      const goals = name === "ewt-dev" ? targets : {};
      for (const [key, value] of Object.entries(scores)) {
        const target = (goals as Record<string, number>)[key];
        measures.push({
          name: `${name} ${key}`,
          value,
          ...(key === "tokensPerSecond" ? { unit: "tokens/s" } : {}),
          ...(target === undefined ? {} : { target }),
        });
      }
    }
    return { measures, details: [] };
  },
};
