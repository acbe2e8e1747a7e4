import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cleanPage } from "../../src/core/clean/clean-page.ts";
import type { Context } from "../../src/core/context.ts";
import type { Document, Range } from "../../src/core/document.ts";
import { annotateUpTo } from "../../src/core/pipeline.ts";
import { pageFromBytes } from "../../src/ingest/load-page.ts";
import { loadContext } from "../../src/resources/load.ts";
import type { Evaluation, Report } from "../evaluation.ts";
import { hashOf } from "../gold/gold.ts";

/** A candidate of `silence_hits.json` as labelled by hand. */
interface Label extends Range {
  /** Hash of the candidate's text. */
  readonly hash: string;
  /** `null`: nobody's silence is reported there. */
  readonly type: string | null;
}

interface Candidate {
  readonly hit: string;
  readonly ctx: string;
}

const file = "silence_hits.json";

/** Reported silences on the labelled candidates: where a hit is, is a silence found, and of the right class? */
export const silencesEvaluation: Evaluation = {
  name: "silences",
  about: "reported silences on 124 candidates from press briefings, labelled by hand",
  needs: [file],
  run: (data) => measure(data),
};

function measure(data: string): Report {
  const context = loadContext();
  const candidates = JSON.parse(readFileSync(join(data, file), "utf8")) as Candidate[];
  const labels = JSON.parse(
    readFileSync(new URL("../gold/silence-hits.json", import.meta.url), "utf8"),
  ) as Label[];
  const details: string[] = [];
  let right = 0;
  let wrong = 0;
  let missed = 0;
  let typed = 0;
  for (const [index, { ctx }] of candidates.entries()) {
    const label = labels[index]!;
    if (hashOf(ctx) !== label.hash) continue;
    const document = read(ctx, context);
    const shift = document.text.indexOf(ctx.slice(label.start, label.end).trim());
    const found = document.layers.silences.find(
      (silence) => silence.start < shift + (label.end - label.start) && shift < silence.end,
    );
    const around = ctx.slice(Math.max(0, label.start - 60), label.end + 60).replace(/\s+/gu, " ");
    if (label.type === null) {
      if (found === undefined) continue;
      wrong++;
      details.push(`false   ${found.rule}: …${around}…`);
    } else if (found === undefined) {
      missed++;
      details.push(`missed  …${around}…`);
    } else {
      right++;
      if (found.type === label.type) typed++;
      else details.push(`class ${found.type}, should be ${label.type}: …${around}…`);
    }
  }
  return {
    measures: [
      { name: "precision", value: (100 * right) / Math.max(1, right + wrong), target: 90 },
      { name: "recall", value: (100 * right) / Math.max(1, right + missed), target: 80 },
      { name: "class right of those found", value: (100 * typed) / Math.max(1, right) },
      { name: "candidates", value: candidates.length, unit: "sentences" },
    ],
    details,
  };
}

function read(text: string, context: Context): Document {
  const { page } = pageFromBytes("candidate.txt", new TextEncoder().encode(text));
  return annotateUpTo(cleanPage(page!, context, null), context, "silences");
}
