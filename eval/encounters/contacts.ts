import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cleanPage } from "../../src/core/clean/clean-page.ts";
import type { Context } from "../../src/core/context.ts";
import type { Document, Range } from "../../src/core/document.ts";
import { annotate } from "../../src/core/pipeline.ts";
import { toPage } from "../../src/core/offset-map.ts";
import { pageFromBytes } from "../../src/ingest/load-page.ts";

/** A relation of re3d (Dstl 2017): offsets into its document's text. */
interface Relation {
  readonly sourceBegin: number;
  readonly sourceEnd: number;
  readonly targetBegin: number;
  readonly targetEnd: number;
  readonly begin: number;
  readonly end: number;
  readonly source: string;
  readonly target: string;
  readonly value: string;
  readonly type: string;
  readonly documentId: string;
}

/** How many of the contacts of re3d were found, with both that met. */
export interface ContactScores {
  readonly pairs: number;
  readonly found: number;
  readonly errors: readonly string[];
}

/** re3d calls urging and promising “CommWith” too; these are words of contact. */
const contact = /\b(?:met|meets?|meeting|meetings|call with|visit|joined|discussed|host)\b/u;

/** A party that actors stand for; students, organisations and colleagues without a name do not. */
const named = /\p{Lu}/u;

/**
 * Look up the pairs that re3d says were in contact.
 * @param root - folder with one folder per source, each with `documents.json` and `relations.json`
 */
export function scoreContacts(root: string, context: Context): ContactScores {
  const pairs = new Set<string>();
  const found = new Set<string>();
  const errors: string[] = [];
  for (const folder of readdirSync(root, { withFileTypes: true })) {
    if (!folder.isDirectory()) continue;
    const texts = readLines<{ _id: string; text: string }>(
      join(root, folder.name, "documents.json"),
    );
    const relations = readLines<Relation>(join(root, folder.name, "relations.json")).filter(
      ({ type, value, source, target }) =>
        type === "CommWith" && contact.test(value) && named.test(source) && named.test(target),
    );
    for (const { _id: id, text } of texts) {
      const here = relations.filter(({ documentId }) => documentId === id);
      if (here.length === 0) continue;
      const document = read(id, text, context);
      for (const relation of here) {
        const ends = [relation.source, relation.target].toSorted().join(" – ");
        const key = `${id} ${ends}`;
        pairs.add(key);
        if (isFound(relation, document)) found.add(key);
      }
    }
  }
  for (const key of pairs) if (!found.has(key)) errors.push(`missed contact: ${key}`);
  return { pairs: pairs.size, found: found.size, errors };
}

function read(id: string, text: string, context: Context): Document {
  const { page } = pageFromBytes(`${id}.txt`, new TextEncoder().encode(text));
  if (page === null) throw new Error(`${id}: no page`);
  return annotate(cleanPage(page, context, null), context);
}

function isFound(relation: Relation, document: Document): boolean {
  const from = Math.min(relation.begin, relation.sourceBegin, relation.targetBegin);
  const to = Math.max(relation.end, relation.sourceEnd, relation.targetEnd);
  const source = actorsAt(document, { start: relation.sourceBegin, end: relation.sourceEnd });
  const target = actorsAt(document, { start: relation.targetBegin, end: relation.targetEnd });
  return document.layers.encounters.some(({ places, participants, sides }) => {
    const is = (actors: readonly string[]): boolean =>
      actors.some((actor) => participants.includes(actor) || sides.includes(actor));
    return is(source) && is(target) && places.some((place) => overlaps(document, place, from, to));
  });
}

function overlaps(document: Document, range: Range, from: number, to: number): boolean {
  const place = toPage(document.offsets, range);
  return place !== null && place.start < to && place.end > from;
}

function actorsAt(document: Document, { start, end }: Range): string[] {
  return document.layers.actors
    .filter((mention) => overlaps(document, mention, start, end))
    .flatMap(({ actor, actors }) => (actor === null ? actors : [actor]));
}

function readLines<T>(path: string): T[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as T);
}
