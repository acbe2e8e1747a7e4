import type { Document, Range } from "../document.ts";

/** A run of words as keys, with the place of each in the text; the run ends where a formulation can't go on. */
export type WordRun = readonly (Range & { readonly key: string })[];

/** A text cut into runs. */
export interface RunText {
  readonly document: Document;
  readonly runs: readonly WordRun[];
}

/** A formulation that several documents use. */
export interface Formulation {
  /** Keys of its words. */
  readonly keys: readonly string[];
  /** Every place, in the order of the documents. */
  readonly uses: readonly { readonly document: Document; readonly range: Range }[];
  /** Distinct documents. */
  readonly documents: number;
}

/** Words of a formulation, at most: longer ones are whole sentences. */
const mostWords = 14;

/** A longer formulation that is as common as this takes the place of the shorter one in it. */
const sameShare = 0.75;

/** Keeps pairs of numbers apart in one number: more words or groups than a batch can have. */
const pairBase = 2 ** 26;

interface Place {
  readonly text: number;
  readonly run: number;
  readonly at: number;
}

/** Formulations of one length: which group of equal ones begins at a place, and the places of each group. */
interface Level {
  readonly length: number;
  readonly groups: readonly (readonly Place[])[];
  /** Group at `text run at`. */
  readonly at: ReadonlyMap<number, number>;
}

/** Which formulations are wanted. */
export interface FormulationFilter {
  /** How many documents must use it. */
  readonly least: number;
  readonly fewestWords: number;
  /** Whether words make a formulation of their own (they don't begin or end with “of”). */
  mayStand(keys: readonly string[]): boolean;
}

/**
 * The longest formulations that several documents have in common.
 *
 * Formulations grow word by word, and only from those that are common enough already, so the time is linear in the
 * text as long as few words repeat in long runs. One that stands nearly always in the same longer one is left out.
 */
export function commonFormulations(
  texts: readonly RunText[],
  filter: FormulationFilter,
): Formulation[] {
  const index = placesOf(texts);
  const groups: Group[] = [];
  let level = firstLevel(texts, index, filter.least);
  while (level.groups.length > 0 && level.length <= mostWords) {
    for (const places of level.groups) {
      const { text, run, at } = places[0]!;
      const keys = texts[text]!.runs[run]!.slice(at, at + level.length).map((word) => word.key);
      if (keys.length >= filter.fewestWords && filter.mayStand(keys))
        groups.push({ keys, places, documents: documentsOf(places) });
    }
    level = nextLevel(level, texts, index, filter.least);
  }
  return withoutNested(groups).map((group) => formulationOf(group, texts));
}

interface Group {
  readonly keys: readonly string[];
  readonly places: readonly Place[];
  readonly documents: number;
}

/** Leave out the groups whose documents nearly all have one and the same longer formulation. */
function withoutNested(groups: readonly Group[]): Group[] {
  const byKeys = new Map(groups.map((group) => [group.keys.join("\n"), group]));
  const nested = new Set<Group>();
  for (const { keys, documents } of groups) {
    for (let length = 1; length < keys.length; length++) {
      for (let start = 0; start + length <= keys.length; start++) {
        const inner = byKeys.get(keys.slice(start, start + length).join("\n"));
        if (inner !== undefined && documents >= sameShare * inner.documents) nested.add(inner);
      }
    }
  }
  return groups.filter((group) => !nested.has(group));
}

/** Numbers every word of every run: number of the first word of a run by text and run. */
function placesOf(texts: readonly RunText[]): number[][] {
  let next = 0;
  return texts.map(({ runs }) =>
    runs.map((run) => {
      const first = next;
      next += run.length;
      return first;
    }),
  );
}

function firstLevel(texts: readonly RunText[], index: number[][], least: number): Level {
  const numbers = new Map<string, number>();
  return levelOf(
    texts,
    index,
    1,
    least,
    function* () {
      for (const [text, { runs }] of texts.entries())
        for (const [run, words] of runs.entries())
          for (let at = 0; at < words.length; at++) yield { text, run, at };
    },
    ({ text, run, at }) => {
      const { key } = texts[text]!.runs[run]![at]!;
      let number = numbers.get(key);
      if (number === undefined) numbers.set(key, (number = numbers.size));
      return number;
    },
  );
}

/** Where a common formulation and the one that begins a word later meet, a longer one begins. */
function nextLevel(
  level: Level,
  texts: readonly RunText[],
  index: number[][],
  least: number,
): Level {
  return levelOf(
    texts,
    index,
    level.length + 1,
    least,
    function* () {
      for (const places of level.groups)
        for (const place of places)
          if (level.at.has(index[place.text]![place.run]! + place.at + 1)) yield place;
    },
    ({ text, run, at }) => {
      const first = index[text]![run]! + at;
      return level.at.get(first)! * pairBase + level.at.get(first + 1)!;
    },
  );
}

function levelOf(
  texts: readonly RunText[],
  index: number[][],
  length: number,
  least: number,
  places: () => Iterable<Place>,
  keyOf: (place: Place) => number,
): Level {
  const byKey = new Map<number, Place[]>();
  for (const place of places()) {
    if (place.at + length > texts[place.text]!.runs[place.run]!.length) continue;
    const key = keyOf(place);
    const own = byKey.get(key);
    if (own === undefined) byKey.set(key, [place]);
    else own.push(place);
  }
  const groups = [...byKey.values()].filter((own) => documentsOf(own) >= least);
  const at = new Map<number, number>();
  for (const [group, own] of groups.entries())
    for (const place of own) at.set(index[place.text]![place.run]! + place.at, group);
  return { length, groups, at };
}

function documentsOf(places: readonly Place[]): number {
  return new Set(places.map((place) => place.text)).size;
}

function formulationOf({ keys, places, documents }: Group, texts: readonly RunText[]): Formulation {
  return {
    keys,
    uses: places
      .toSorted((a, b) => a.text - b.text || a.run - b.run || a.at - b.at)
      .map(({ text, run, at }) => {
        const words = texts[text]!.runs[run]!.slice(at, at + keys.length);
        return {
          document: texts[text]!.document,
          range: { start: words[0]!.start, end: words.at(-1)!.end },
        };
      }),
    documents,
  };
}
