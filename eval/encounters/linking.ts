import type { Context } from "../../src/core/context.ts";
import type { Document } from "../../src/core/document.ts";
import { linkEncounters } from "../../src/core/link/link.ts";
import { toPage } from "../../src/core/offset-map.ts";
import { hashOf, readGold, type GoldPage, type GoldSpan } from "../gold/gold.ts";
import { accountDocument, accountPage } from "./account-page.ts";
import { bCubed, ceafEntities, pairwise, type Clustered, type Score } from "./clusters.ts";

/** A record of a page: what it is an account of, or an encounter it speaks of at a place. */
interface GoldRecord extends GoldPage {
  readonly event: string;
  readonly at?: GoldSpan;
}

/** A record with what makes a pair of records hard. */
interface Item extends Clustered {
  readonly day: string | null;
  readonly sides: string;
  readonly mentioned: boolean;
}

/** How records of the same encounter are brought together. */
export interface LinkScores {
  readonly records: number;
  readonly events: number;
  readonly bCubed: Score;
  readonly ceaf: Score;
  /** Pairs of accounts of one day. */
  readonly easy: Score;
  /** Pairs a day apart, mentions elsewhere, and other encounters of the same sides within a week. */
  readonly hard: Score;
  readonly errors: readonly string[];
}

/** Link all pages of the gold together, and compare. */
export function scoreLinking(data: string, context: Context): LinkScores {
  const gold = readGold<GoldRecord>("encounters-links");
  const documents = new Map<string, Document>();
  for (const { page } of gold)
    if (!documents.has(page)) documents.set(page, accountDocument(data, page, context));
  const encounterOf = new Map<string, string>();
  for (const { id, mentions } of linkEncounters([...documents.values()], context))
    for (const { document, index } of mentions) encounterOf.set(`${document} ${index}`, id);
  const items = gold.map((record): Item => {
    const document = documents.get(record.page)!;
    const { encounters } = document.layers;
    if (record.at !== undefined) checked(accountPage(data, record.page).source, record);
    const index = indexOf(document, record);
    const found = encounterOf.get(`${document.id} ${index}`);
    const where = record.at === undefined ? "" : `@${record.at.start}`;
    return {
      id: `${record.page.replace(/^.*?#|^readouts\//, "")}${where}`,
      gold: record.event,
      found: found ?? `none ${record.page} ${where}`,
      day: document.published.value,
      sides: encounters[index]?.sides.join(" ") ?? "",
      mentioned: record.at !== undefined,
    };
  });
  const byId = new Map(items.map((item) => [item.id, item]));
  const isHard = (a: Clustered, b: Clustered): boolean => hard(byId.get(a.id)!, byId.get(b.id)!);
  const easy = pairwise(items, (a, b) => !isHard(a, b));
  const difficult = pairwise(items, isHard);
  return {
    records: items.length,
    events: new Set(items.map((item) => item.gold)).size,
    bCubed: bCubed(items),
    ceaf: ceafEntities(items),
    easy,
    hard: difficult,
    errors: [
      ...items.filter(({ found }) => found.startsWith("none ")).map(({ id }) => `none: ${id}`),
      ...easy.wrong,
      ...difficult.wrong.map((line) => `hard ${line}`),
    ],
  };
}

function checked(source: string, { page, at }: GoldRecord): void {
  if (hashOf(source.slice(at!.start, at!.end)) !== at!.hash)
    throw new Error(`${page}: the page is not the one that was marked at ${at!.start}`);
}

function indexOf(document: Document, { at }: GoldRecord): number {
  const { encounters } = document.layers;
  if (at === undefined) return encounters.findIndex(({ main }) => main);
  const touching = encounters.flatMap((encounter, index) =>
    encounter.places.some((place) => {
      const there = toPage(document.offsets, place);
      return there !== null && there.start < at.end && there.end > at.start;
    })
      ? [index]
      : [],
  );
  return touching.find((index) => !encounters[index]!.main) ?? touching[0] ?? -1;
}

const day = 86_400_000;

function hard(one: Item, other: Item): boolean {
  if (one.mentioned || other.mentioned) return true;
  if (one.gold === other.gold) return one.day !== other.day;
  return (
    one.sides === other.sides &&
    one.day !== null &&
    other.day !== null &&
    Math.abs(Date.parse(one.day) - Date.parse(other.day)) <= 7 * day
  );
}
