import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Context } from "../../src/core/context.ts";
import { analyse } from "../../src/core/syntax/annotate.ts";
import type { SyntaxModel } from "../../src/core/syntax/model.ts";
import { loadContext } from "../../src/resources/load.ts";
import { parseConllu, type TreebankSentence } from "../../tools/train-syntax/conllu.ts";
import { measureSyntax, universal } from "../../tools/train-syntax/measure.ts";
import type { Evaluation, Measure } from "../evaluation.ts";
import { measureRawText } from "./raw-text.ts";
import { confusions, neededRelations, speechArcs, tallyRelations } from "./relations.ts";

/** What the tagger and parser should reach on EWT dev. */
const targets: Readonly<Record<string, number>> = {
  "ewt-dev upos": 95.5,
  "ewt-dev las": 82,
  "ewt-dev tokensPerSecond": 40_000,
};

/** Tagger, parser and lemmas on treebanks that training never saw, on given words and on running text. */
export const syntaxEvaluation: Evaluation = {
  name: "syntax",
  about:
    "tags, heads and lemmas on UD English EWT dev and PUD (own tags; LAS: all tokens, universal relations)",
  needs: ["ud/ewt-dev.conllu"],
  run: (data) => {
    const context = loadContext();
    const model = context.syntax();
    if (model === null) throw new Error("There is no syntax model under models/.");
    const measures: Measure[] = [];
    const details: string[] = [];
    for (const name of ["ewt-dev", "pud-test"]) {
      const file = join(data, "ud", `${name}.conllu`);
      if (!existsSync(file)) continue;
      const sentences = parseConllu(readFileSync(file, "utf8"));
      const add = (key: string, value: number, unit?: string): void => {
        const target = targets[`${name} ${key}`];
        measures.push({
          name: `${name} ${key}`,
          value,
          ...(unit === undefined ? {} : { unit }),
          ...(target === undefined ? {} : { target }),
        });
      };
      for (const [key, value] of Object.entries(measureSyntax(model, sentences)))
        add(key, value, key === "tokensPerSecond" ? "tokens/s" : undefined);
      const raw = measureRawText(context, sentences);
      for (const key of ["sentences", "words", "upos", "las"] as const) add(`raw ${key}`, raw[key]);
      details.push(...detailsOf(name, model, context, sentences));
      details.push(`${name}: words cut otherwise (gold | found)`, ...raw.otherwise);
    }
    return { measures, details };
  },
};

function detailsOf(
  name: string,
  model: SyntaxModel,
  context: Context,
  sentences: readonly TreebankSentence[],
): string[] {
  const verbs = new Set(
    context
      .rows("lang/en/lexicon/cues")
      .filter((row) => row["pos"] === "verb" && row["kind"] === "speech")
      .map((row) => row["form"]!),
  );
  const analyses = sentences.map(({ forms }) => analyse(model, forms));
  const tallies = tallyRelations(
    model,
    sentences,
    analyses,
    (lemma, upos) => upos === "VERB" && verbs.has(lemma),
  );
  const pairs = (of: (index: number, at: number) => readonly [string, string]) =>
    sentences.flatMap(({ forms }, index) => forms.map((_, at) => of(index, at)));
  return [
    `${name}: relations that statements are read from`,
    ...[...neededRelations, ...speechArcs].map(
      (relation) => `  ${relation.padEnd(34)} ${tallies.get(relation)?.toString() ?? "none"}`,
    ),
    `${name}: tags taken for others`,
    ...confusions(
      pairs((index, at) => [sentences[index]!.upos[at]!, model.tags[analyses[index]!.tags[at]!]!]),
      12,
    ),
    `${name}: relations taken for others, or with a wrong head`,
    ...confusions(
      pairs((index, at) => {
        const gold = universal(sentences[index]!.labels[at]!);
        const found = universal(model.labels[analyses[index]!.labels[at]!]!);
        const attached = analyses[index]!.heads[at] === sentences[index]!.heads[at];
        return [gold, attached ? found : `${found} of another head`];
      }),
      20,
    ),
  ];
}
