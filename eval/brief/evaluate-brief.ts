import { readdirSync } from "node:fs";
import { join } from "node:path";
import { deskBrief, scopeFrom } from "../../src/app/desk-brief.ts";
import { assemble } from "../../src/app/read.ts";
import type { BriefSentence, DeskBrief } from "../../src/core/brief/brief.ts";
import { briefFaults, sentencesOf, sentenceText } from "../../src/core/brief/check-brief.ts";
import type { Context } from "../../src/core/context.ts";
import type { Document } from "../../src/core/document.ts";
import { deskBriefToMarkdown } from "../../src/export/brief-markdown.ts";
import { loadContext } from "../../src/resources/load.ts";
import type { Evaluation, Report } from "../evaluation.ts";
import { corpusDocument } from "../pages.ts";

/** Briefs on every encounter of the corpora, on all of them, and on the press pages. */
export const briefEvaluation: Evaluation = {
  name: "brief",
  about: "briefs on the encounters and press pages: footnotes, quotations, language, length",
  needs: ["readouts", "press"],
  run: evaluateBrief,
};

/** A brief with what it was made from. */
interface Written {
  readonly name: string;
  readonly brief: DeskBrief;
  readonly documents: ReadonlyMap<string, Document>;
}

function evaluateBrief(data: string): Report {
  const context = loadContext();
  const events = folders(join(data, "readouts")).map((event) =>
    filesIn(data, `readouts/${event}`, context),
  );
  const press = filesIn(data, "press", context);
  const written = [
    ...events.map((documents, index) => briefOn(`event ${index + 1}`, documents, context)),
    briefOn("all events", events.flat(), context),
    briefOn("press", press, context),
    ...press.map((page, index) => briefOn(`press ${index + 1}`, [page], context)),
  ];
  const details: string[] = [];
  const count = { sentences: 0, bare: 0, notes: 0, missed: 0, changed: 0, marred: 0 };
  for (const { name, brief, documents } of written) {
    const sentences = sentencesOf(brief);
    count.sentences += sentences.length;
    count.notes += brief.notes.length;
    for (const { kind, detail } of briefFaults(brief, documents)) {
      details.push(`${kind}: ${name}: ${detail}`);
      if (kind === "no-footnote" || kind === "no-such-footnote") count.bare++;
      else if (kind === "missed-text") count.missed++;
      else count.changed++;
    }
    for (const sentence of sentences) {
      if (!isMarred(sentence)) continue;
      count.marred++;
      details.push(`marred: ${name}: ${sentenceText(sentence)}`);
    }
    const lost = lostInMarkdown(brief);
    count.missed += lost;
    if (lost > 0) details.push(`markdown: ${name}: ${lost} footnotes`);
  }
  const lengths = written.map(({ brief }) => wordsOf(brief));
  return {
    measures: [
      { name: "briefs", value: written.length, unit: "briefs" },
      { name: "sentences", value: count.sentences, unit: "sentences" },
      { name: "footnotes", value: count.notes, unit: "footnotes" },
      {
        name: "sentences without a footnote",
        value: count.bare,
        unit: "sentences",
        target: 0,
        bound: "most",
      },
      {
        name: "footnotes that miss their text",
        value: count.missed,
        unit: "footnotes",
        target: 0,
        bound: "most",
      },
      {
        name: "quotations changed",
        value: count.changed,
        unit: "quotations",
        target: 0,
        bound: "most",
      },
      {
        name: "sentences with marred marks",
        value: count.marred,
        unit: "sentences",
        target: 0,
        bound: "most",
      },
      {
        name: "longest brief, sentences without notes",
        value: Math.max(...lengths),
        unit: "words",
      },
    ],
    details,
  };
}

function folders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
}

function filesIn(data: string, folder: string, context: Context): Document[] {
  return readdirSync(join(data, folder))
    .filter((name) => name.endsWith(".txt"))
    .toSorted()
    .map((name) => corpusDocument(data, `${folder}/${name}`, context));
}

function briefOn(name: string, documents: readonly Document[], context: Context): Written {
  const reading = assemble(documents, [], 0, context);
  return {
    name,
    brief: deskBrief(reading, scopeFrom({}, context), context),
    documents: new Map(documents.map((document) => [document.id, document])),
  };
}

/** Marks or blanks that no sentence has, outside of quotations: “..”, “ ,”, a lower-case beginning. */
function isMarred({ parts }: BriefSentence): boolean {
  const own = parts
    .map((part) => (part.kind === "quote" ? "“q”" : part.kind === "note" ? "" : part.text))
    .join("");
  return /\.\.|,,| [,.;:]| {2}|“q”[\p{L}“]|^\p{Ll}|[^.”]$|\bundefined\b|\bnull\b/u.test(own);
}

/** Footnotes of a brief that its Markdown does not have exactly once in the text and once below. */
function lostInMarkdown(brief: DeskBrief): number {
  const markdown = deskBriefToMarkdown(brief);
  return brief.notes.filter(({ number }) => {
    const all = markdown.split(`[^${number}]`).length - 1;
    return all !== 2 || !markdown.includes(`\n[^${number}]: `);
  }).length;
}

/** Words of the sentences; a Chinese character counts for two thirds of one. */
function wordsOf(brief: DeskBrief): number {
  const text = sentencesOf(brief).map(sentenceText).join(" ");
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const rest = text.replace(/\p{Script=Han}/gu, " ").match(/[\p{L}\d]+/gu)?.length ?? 0;
  return Math.round(rest + han / 1.5);
}
