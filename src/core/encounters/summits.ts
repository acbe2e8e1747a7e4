import type { Context } from "../context.ts";
import type { Document, Range } from "../document.ts";
import type { DateInterval } from "../records.ts";
import { daysBetween } from "../time/calendar.ts";
import { valueOf, valuesOf, type Row } from "../tsv.ts";

/** One edition of a recurring summit. */
export interface Edition extends DateInterval {
  readonly id: string;
  readonly series: string;
  readonly place: string | null;
  /** State of the place. */
  readonly state: string | null;
  readonly video: boolean;
  /** The two states that met, where it was a meeting of two (“the Helsinki summit”); empty for a gathering. */
  readonly pair: readonly string[];
}

/** A mention of a recurring summit in a text, with the editions it can mean. */
export interface SummitMention extends Range {
  readonly series: string;
  readonly editions: readonly Edition[];
}

interface Series {
  readonly series: string;
  /** Compiled when a text holds an anchor. */
  readonly pattern: () => RegExp;
  /** Pieces of names, one of which every text that names it holds: cheaper to look for than the pattern. */
  readonly anchors: readonly string[];
  /** Characters that its longest name takes at most. */
  readonly reach: number;
  readonly editions: readonly Edition[];
}

function seriesIn(context: Context): readonly Series[] {
  return context.derived("encounters/summits", () => {
    const groups = new Map<string, Edition[]>();
    const single: Series[] = [];
    for (const row of context.rows("knowledge/summits")) {
      const key = row["id"]!.replace(/-\d{4}(?:-\d{2})?$/, "");
      const edition = editionOf(row);
      const forms = formsOf(row);
      if (forms.length > 0) single.push({ series: key, editions: [edition], ...matcherOf(forms) });
      const editions = groups.get(key);
      if (editions === undefined) groups.set(key, [edition]);
      else editions.push(edition);
    }
    const named = context.rows("knowledge/summit-series").map((row) => ({
      series: row["id"]!,
      editions: groups.get(row["id"]!) ?? [],
      ...matcherOf(formsOf(row)),
    }));
    return [...single, ...named];
  });
}

function formsOf(row: Row): string[] {
  return [...valuesOf(row, "en"), ...valuesOf(row, "zh"), ...valuesOf(row, "ru")];
}

function editionOf(row: Row): Edition {
  const place = valueOf(row, "place");
  const states = valuesOf(row, "participants").filter((id) => !id.startsWith("INT:"));
  return {
    id: row["id"]!,
    series: row["series"]!,
    place,
    state: place === null ? null : place.slice(0, 3),
    video: row["mode"] === "video",
    pair: states.length === 2 && valuesOf(row, "participants").length === 2 ? states : [],
    earliest: row["from"]!,
    latest: row["to"]!,
  };
}

function matcherOf(forms: readonly string[]): Pick<Series, "pattern" | "anchors" | "reach"> {
  let compiled: RegExp | null = null;
  const pattern = (): RegExp => (compiled ??= patternOf(forms));
  const longest = Math.max(0, ...forms.map((form) => form.length));
  return { pattern, anchors: [...new Set(forms.map(anchorOf))], reach: longest + inflected };
}

/** Characters that endings and numbers in words may add to a name. */
const inflected = 24;

/** A text without any holds no name in Cyrillic or Chinese. */
const foreignLetter = /[\u0400-\u052f\u2e80-\u9fff]/;

/** Where a text may hold a name: around its anchors. Ranges by start, apart from each other. */
function nearAnchors(text: string, lower: string, { anchors, reach }: Series): Range[] {
  // Letters that take another length in lower case shift all places.
  if (lower.length !== text.length)
    return anchors.some((anchor) => lower.includes(anchor)) ? [{ start: 0, end: text.length }] : [];
  const places: number[] = [];
  const foreign = foreignLetter.test(lower);
  for (const anchor of anchors)
    if (foreign || anchor.charCodeAt(0) < 0x400)
      for (
        let at = lower.indexOf(anchor);
        at !== -1;
        at = lower.indexOf(anchor, at + anchor.length)
      )
        places.push(at);
  const ranges: { start: number; end: number }[] = [];
  for (const at of places.toSorted((a, b) => a - b)) {
    const start = Math.max(0, at - reach);
    const end = Math.min(lower.length, at + 2 * reach);
    const last = ranges.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else ranges.push({ start, end });
  }
  return ranges;
}

/** The longest piece of a name that stands in every text as the table writes it, in lower case. */
function anchorOf(form: string): string {
  const pieces = form.toLowerCase().split(/[*'’–-]|(?<=саммит|форум)/u);
  return pieces.map((piece) => piece.trim()).toSorted((a, b) => b.length - a.length)[0]!;
}

/** One pattern for all names of a series; `*` stands for a number in words or digits. */
function patternOf(forms: readonly string[]): RegExp {
  const sources = forms
    .toSorted((a, b) => b.length - a.length)
    .map((form) =>
      form
        .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
        .replaceAll("\\*", "[\\p{L}\\p{N}]{1,4}")
        .replaceAll("'", "['’]")
        .replaceAll(/[-–]/g, "[-–— ]")
        .replaceAll("саммит", "саммит[а-я]{0,3}")
        .replaceAll("форум", "форум[а-я]{0,3}"),
    );
  return new RegExp(
    `(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{N}])(?:${sources.join("|")})(?![\\p{Script=Latin}\\p{Script=Cyrillic}])`,
    "giu",
  );
}

/** Every mention of a summit; editions are all of its series, or the one that bears the name, narrowed by `chooseEdition`. */
export function findSummits(text: string, context: Context): readonly SummitMention[] {
  // Asked twice of a text without a date: for its day and for its encounters.
  const last = context.derived<{ text: string; found: readonly SummitMention[] }>(
    "encounters/last-summits",
    () => ({ text: "", found: [] }),
  );
  if (last.text !== text) Object.assign(last, { text, found: searchSummits(text, context) });
  return last.found;
}

function searchSummits(text: string, context: Context): readonly SummitMention[] {
  const found: SummitMention[] = [];
  const lower = text.toLowerCase();
  for (const one of seriesIn(context)) {
    const { series, editions } = one;
    for (const { start: from, end: to } of nearAnchors(text, lower, one))
      for (const match of text.slice(from, to).matchAll(one.pattern())) {
        const start = from + match.index;
        found.push({ start, end: start + match[0].length, series, editions });
      }
  }
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(
      (mention, index, all) =>
        index === 0 || mention.start >= all[index - 1]!.end || mention.end > all[index - 1]!.end,
    );
}

/** What stands right beside a summit's name in its line: a place there tells the edition. */
function besideOf(text: string, { start, end }: Range): string {
  const before = text
    .slice(Math.max(0, start - 14), start)
    .split("\n")
    .at(-1)!;
  const after = text.slice(end, end + 24).split("\n")[0]!;
  return `${/\p{Script=Han}/u.test(before) ? before.slice(-4) : before}\n${after}`;
}

/** Days before its opening that a summit is spoken of as coming. */
const announcedDays = 200;
/** Days after its end that “the summit” still means it. */
const rememberedDays = 200;

/**
 * Narrow a mention to the edition it means, by a year beside it, by places named near it, by the
 * date of the document.
 * @returns `null` unless exactly one edition is left
 */
export function chooseEdition(
  mention: SummitMention,
  document: Document,
  context: Context,
): Edition | null {
  return namedEdition(mention, document, context)?.edition ?? null;
}

/** The edition a mention means, and whether a year or place right beside its name says so. */
export function namedEdition(
  mention: SummitMention,
  document: Document,
  context: Context,
): { readonly edition: Edition; readonly beside: boolean } | null {
  const { text } = document;
  const year = /\b(20\d{2})\b/.exec(
    text.slice(Math.max(0, mention.start - 24), mention.end + 24),
  )?.[1];
  let { editions } = mention;
  if (year !== undefined) {
    editions = editions.filter((edition) => edition.earliest.startsWith(year));
    if (editions.length < 2)
      return editions.length === 0 ? null : { edition: editions[0]!, beside: true };
  }
  const told = byWords(mention, editions, document, context);
  if (told !== null) return { edition: told, beside: true };
  const around = (reach: number): string =>
    text.slice(Math.max(0, mention.start - reach), mention.end + reach);
  const beside = editions.filter(({ place }) => isNamed(place, besideOf(text, mention), context));
  const { earliest, latest } = document.published;
  if (earliest !== null && latest !== null) {
    // What bears a name of its own is remembered for good.
    const [only] = mention.editions.length === 1 ? editions : [];
    if (only !== undefined && daysBetween(earliest, only.earliest) <= announcedDays)
      return { edition: only, beside: true };
    const fitting = editions.filter(
      (edition) =>
        daysBetween(edition.latest, latest) <= rememberedDays &&
        daysBetween(earliest, edition.earliest) <= announcedDays,
    );
    const wanted = beside.some((edition) => fitting.includes(edition))
      ? fitting.filter((edition) => beside.includes(edition))
      : beside.length === 1
        ? beside
        : fitting;
    const nearest = wanted.toSorted(
      (a, b) =>
        Math.abs(daysBetween(a.earliest, latest)) - Math.abs(daysBetween(b.earliest, latest)),
    );
    const [edition] = nearest;
    return edition === undefined ? null : { edition, beside: beside.includes(edition) };
  }
  const remote = byVideo.test(around(40));
  const placed = editions.filter(
    ({ place, state, video }) =>
      (!remote || video) &&
      (isNamed(place, around(160), context) || isNamed(state, around(160), context)),
  );
  if (placed.length === 0) return null;
  const edition = placed.length === 1 ? placed[0]! : yearByText(placed, document);
  return edition === null ? null : { edition, beside: beside.includes(edition) };
}

/** How near a date has to stand to a summit's name to tell its edition, in characters. */
const besideName = 60;

/** The edition that the sentence itself dates: by a month or day near the name, or anywhere along with its place. */
function byWords(
  { start, end }: SummitMention,
  editions: readonly Edition[],
  document: Document,
  context: Context,
): Edition | null {
  const sentence = document.layers.sentences.find((one) => one.start <= start && end <= one.end);
  if (sentence === undefined) return null;
  const times = document.layers.times.filter(
    (time) =>
      time.start >= sentence.start &&
      time.end <= sentence.end &&
      time.interval !== null &&
      daysBetween(time.interval.earliest, time.interval.latest) <= 31,
  );
  const words = document.text.slice(sentence.start, sentence.end);
  const fitting = editions.filter((edition) =>
    times.some(
      (time) =>
        time.interval!.earliest <= edition.latest &&
        time.interval!.latest >= edition.earliest &&
        ((time.start < end + besideName && time.end > start - besideName) ||
          isNamed(edition.place, words, context)),
    ),
  );
  return fitting.length === 1 ? fitting[0]! : null;
}

/** Who takes part from afar says where he is, not where the summit is. */
const byVideo = /\b(?:virtual|video|videoconference|online)\b|视频|线上|видео/iu;

/** Of several editions at one place, the one whose year the text names. */
function yearByText(editions: readonly Edition[], document: Document): Edition | null {
  const named = editions.filter((edition) =>
    new RegExp(`\\b${edition.earliest.slice(0, 4)}\\b`).test(document.text),
  );
  return named.length === 1 ? named[0]! : null;
}

/** Whether a text names a place or state. */
function isNamed(id: string | null, text: string, context: Context): boolean {
  if (id === null) return false;
  const names = context.derived("encounters/place-names", () => {
    const map = new Map<string, readonly string[]>();
    for (const table of ["knowledge/places", "knowledge/states"]) {
      for (const row of context.rows(table)) {
        const forms = [
          ...valuesOf(row, "en"),
          ...valuesOf(row, "zh"),
          ...valuesOf(row, "ru").map((form) => (form.length > 4 ? form.slice(0, -1) : form)),
        ];
        if (forms.length > 0) map.set(row["id"]!, forms);
      }
    }
    return map;
  });
  const forms = names.get(id);
  if (forms === undefined || !forms.some((form) => text.includes(form))) return false;
  return context
    .derived(`encounters/place-names/${id}`, () => {
      const escaped = forms.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
      return new RegExp(
        `(?<![\\p{Script=Latin}\\p{Script=Cyrillic}])(?:${escaped.join("|")})`,
        "u",
      );
    })
    .test(text);
}
