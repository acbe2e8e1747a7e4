import { join } from "node:path";
import { loadContext } from "../../src/resources/load.ts";
import type { Evaluation, Measure, Report } from "../evaluation.ts";
import type { Attribution, ScoredText } from "./attribution.ts";
import { errorLines, goldMeasures } from "./gold-measures.ts";
import { scoreGold } from "./own-gold.ts";
import { attributionOf, readPage } from "./own-output.ts";
import { unnested, withRelativeSource } from "./polnear-manner.ts";
import { readPolnear } from "./polnear.ts";
import { readPredictions } from "./predictions.ts";
import { regexBaseline } from "./regex-baseline.ts";
import { rates, score, type Scores } from "./score.ts";
import { isSpeech } from "./speech-track.ts";

/** What finds attributions in a text. */
type System = (name: string, text: string) => readonly Attribution[];

/** Statements, as a run of `npm run eval`. */
export const statementsEvaluation: Evaluation = {
  name: "statements",
  about:
    "who said what: PolNeAR dev (all attributions, speech cues only), own gold with account chains",
  needs: ["polnear/dev"],
  run: (data, { predictions }) =>
    predictions === undefined ? scoreReadout(data) : scoreOther(data, readPredictions(predictions)),
};

/** Score a file of predictions (`--predictions FILE`) on PolNeAR dev. */
function scoreOther(data: string, system: System): Report {
  const texts = onPolnear(data, system);
  return {
    measures: [...trackMeasures(texts, false)],
    details: errorLines(texts),
  };
}

function scoreReadout(data: string): Report {
  const context = loadContext();
  readPage("warm-up", "The minister said that all was well.", context);
  const clock = process.cpuUsage();
  let characters = 0;
  const texts = onPolnear(data, (name, text) => {
    characters += text.length;
    const document = readPage(name, text, context);
    return document.layers.statements.map((statement) =>
      withRelativeSource(text, attributionOf(document, text, statement)),
    );
  });
  const { user } = process.cpuUsage(clock);
  const accounts = scoreGold(data, "statements-accounts", context);
  const press = scoreGold(data, "statements-press", context);
  const five = scoreGold(data, "statements-press", context, (page) => page.startsWith("press/"));
  const baseline = onPolnear(data, (_name, text) => regexBaseline(text));
  return {
    measures: [
      ...trackMeasures(texts, true),
      {
        name: "characters a second, whole reading up to statements",
        value: Math.round(characters / (user / 1e6)),
        unit: "chars/s",
      },
      ...goldMeasures("accounts", accounts, { f1: 80, chains: 85 }),
      ...goldMeasures("press", press, {}),
      ...goldMeasures("five press pages", five, { precision: 80, recall: 60 }),
      ...trackMeasures(baseline, false).map((measure) => ({
        ...measure,
        name: `regex baseline: ${measure.name}`,
      })),
    ],
    details: [
      ...errorLines(texts),
      ...errorLines(accounts.texts),
      ...accounts.faults,
      ...errorLines(press.texts),
      ...press.faults,
    ],
  };
}

function onPolnear(data: string, system: System): ScoredText[] {
  return readPolnear(join(data, "polnear", "dev")).map(({ name, text, gold }) => ({
    name,
    text,
    gold,
    predicted: unnested(system(name, text)),
  }));
}

const targets: Readonly<Record<string, number>> = {
  "all: relaxed F1": 45,
  "all: source exact F1": 50,
  "all: cue exact F1": 50,
  "all: content exact F1": 32,
  "speech: relaxed F1": 60,
  "all: relaxed recall, direct": 85,
  "all: relaxed recall, mixed": 60,
};

function trackMeasures(texts: readonly ScoredText[], withTargets: boolean): Measure[] {
  const measures = [
    ...measuresOf(
      "all",
      score(texts, () => true),
    ),
    ...measuresOf("speech", score(texts, isSpeech)),
  ];
  return withTargets
    ? measures.map((measure) => {
        const target = targets[measure.name];
        return target === undefined ? measure : { ...measure, target };
      })
    : measures;
}

/** The measures of EVALUATION for one track. */
export function measuresOf(track: string, scores: Scores): Measure[] {
  const { precision, recall, f1 } = rates(scores.relaxed);
  return [
    { name: `${track}: relaxed F1`, value: f1 },
    { name: `${track}: relaxed precision`, value: precision },
    { name: `${track}: relaxed recall`, value: recall },
    { name: `${track}: strict F1`, value: rates(scores.strict).f1 },
    ...(["source", "cue", "content"] as const).flatMap((role) => [
      { name: `${track}: ${role} exact F1`, value: rates(scores.exact[role]).f1 },
      { name: `${track}: ${role} exact-trim F1`, value: rates(scores.exactTrim[role]).f1 },
      { name: `${track}: ${role} character F1`, value: rates(scores.overlap[role]).f1 },
    ]),
    ...(["direct", "mixed", "indirect"] as const).map((form) => ({
      name: `${track}: relaxed recall, ${form}`,
      value: rates(scores.byForm[form]).recall,
    })),
  ];
}
