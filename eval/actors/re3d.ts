import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Context } from "../../src/core/context.ts";
import { emptyLayers, type ActorMention, type Document } from "../../src/core/document.ts";
import { findActors } from "../../src/core/lang/en/actors.ts";
import { splitSentences } from "../../src/core/lang/en/sentences.ts";
import { findTokens } from "../../src/core/lang/en/tokens.ts";
import { annotateSentences } from "../../src/core/segment/annotate.ts";
import { annotateTokens } from "../../src/core/segment/tokens.ts";

/** An entity of re3d (Dstl 2017): offsets into its document's text, and a type. */
interface Entity {
  readonly begin: number;
  readonly end: number;
  readonly type: string;
  readonly value: string;
  readonly documentId: string;
}

/** Named persons or organisations of re3d: how many there are, how many a mention overlaps, and of the right type. */
export interface EntityScore {
  total: number;
  found: number;
  rightType: number;
  readonly missed: Map<string, number>;
}

function readLines<T>(path: string): T[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as T);
}

function mentionsOf(text: string, context: Context): readonly ActorMention[] {
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

const pronouns = /^(?:He|She|They|We|I|The|Our|It)\b/;

/**
 * Recall of the named persons and organisations of re3d; pronouns and common nouns are left out.
 * @param root - a copy of re3d: folders with `documents.json` and `entities.json`
 */
export function scoreEntities(root: string, context: Context): Record<string, EntityScore> {
  const scores: Record<string, EntityScore> = {};
  for (const folder of readdirSync(root, { withFileTypes: true })) {
    if (!folder.isDirectory()) continue;
    const path = join(root, folder.name);
    const texts = readLines<{ _id: string; text: string }>(join(path, "documents.json"));
    const entities = readLines<Entity>(join(path, "entities.json"));
    for (const { _id, text } of texts) {
      const mentions = mentionsOf(text, context);
      for (const entity of entities) {
        if (entity.documentId !== _id || !/^(?:Person|Organisation)$/.test(entity.type)) continue;
        if (!/^\p{Lu}/u.test(entity.value) || pronouns.test(entity.value)) continue;
        const score = (scores[entity.type] ??= {
          total: 0,
          found: 0,
          rightType: 0,
          missed: new Map(),
        });
        const over = mentions.filter(
          (mention) => mention.start < entity.end && mention.end > entity.begin,
        );
        const isPerson = entity.type === "Person";
        score.total++;
        if (over.length === 0)
          score.missed.set(entity.value, (score.missed.get(entity.value) ?? 0) + 1);
        else score.found++;
        if (over.some((mention) => (mention.type === "person") === isPerson)) score.rightType++;
      }
    }
  }
  return scores;
}
