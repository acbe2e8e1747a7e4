import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { emptyLayers, type ActorMention, type Document } from "../../src/core/document.ts";
import { findActors } from "../../src/core/lang/en/actors.ts";
import { splitSentences } from "../../src/core/lang/en/sentences.ts";
import { findTokens } from "../../src/core/lang/en/tokens.ts";
import { annotateSentences } from "../../src/core/segment/annotate.ts";
import { annotateTokens } from "../../src/core/segment/tokens.ts";
import { loadContext } from "../../src/resources/load.ts";

/** An entity of re3d (Dstl 2017): offsets into its document's text, and a type. */
interface Entity {
  readonly begin: number;
  readonly end: number;
  readonly type: string;
  readonly value: string;
  readonly documentId: string;
}

/** Named persons and organisations of re3d that a mention overlaps; pronouns and common nouns are left out. */
interface Score {
  total: number;
  found: number;
  rightType: number;
}

function readLines<T>(path: string): T[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as T);
}

const context = loadContext();

function mentionsOf(text: string): readonly ActorMention[] {
  const blocks = [...text.matchAll(/[^\n]+/g)].map((match) => ({
    role: "paragraph" as const,
    start: match.index,
    end: match.index + match[0].length,
  }));
  const document = {
    id: "eval",
    text,
    blocks,
    language: "en",
    party: null,
    issuer: null,
    published: { value: null, earliest: null, latest: null, basis: null },
    layers: emptyLayers,
    diagnostics: [],
  } as unknown as Document;
  const pack = { language: "en", splitSentences, findTokens } as const;
  const split = annotateTokens(annotateSentences(document, pack, context), pack, context);
  return findActors(split, context).found;
}

/**
 * Print the recall of named persons and organisations by source folder.
 * @param root - a copy of re3d: folders with `documents.json` and `entities.json`
 */
function scoreFolders(root: string): void {
  for (const folder of readdirSync(root, { withFileTypes: true })) {
    if (!folder.isDirectory()) continue;
    const path = join(root, folder.name);
    const texts = readLines<{ _id: string; text: string }>(join(path, "documents.json"));
    const entities = readLines<Entity>(join(path, "entities.json"));
    const scores: Record<string, Score> = {};
    const missed = new Map<string, number>();
    for (const { _id, text } of texts) {
      const mentions = mentionsOf(text);
      for (const entity of entities) {
        if (entity.documentId !== _id || !/^(?:Person|Organisation)$/.test(entity.type)) continue;
        if (
          !/^\p{Lu}/u.test(entity.value) ||
          /^(?:He|She|They|We|I|The|Our|It)\b/.test(entity.value)
        )
          continue;
        const score = (scores[entity.type] ??= { total: 0, found: 0, rightType: 0 });
        score.total++;
        const over = mentions.filter(
          (mention) => mention.start < entity.end && mention.end > entity.begin,
        );
        if (over.length === 0) missed.set(entity.value, (missed.get(entity.value) ?? 0) + 1);
        else score.found++;
        const isPerson = entity.type === "Person";
        if (over.some((mention) => (mention.type === "person") === isPerson)) score.rightType++;
      }
    }
    for (const [type, { total, found, rightType }] of Object.entries(scores)) {
      const share = (part: number): string => `${((100 * part) / total).toFixed(1)} %`;
      console.log(
        `${folder.name}\t${type}\t${total}\tfound ${share(found)}\tof the right type ${share(rightType)}`,
      );
    }
    const worst = [...missed].sort((one, other) => other[1] - one[1]).slice(0, 12);
    console.log(`\tmissed: ${worst.map(([value, count]) => `${value} (${count})`).join(", ")}`);
  }
}

const root = process.argv[2];
if (root === undefined) {
  console.error("usage: node eval/actors/re3d.ts RE3D_DIR");
  process.exitCode = 2;
} else scoreFolders(root);
