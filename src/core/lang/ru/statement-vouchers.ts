import { headMentionOf } from "../../actors/lookup.ts";
import type { Range } from "../../document.ts";
import {
  attributionIn,
  type Attribution,
  type AttributionReader,
} from "./statement-attributions.ts";
import { membersOf } from "./statement-pair.ts";

/** Words in a sentence that say who says the rest of it. */
export interface Voucher {
  readonly rule: string;
  readonly attribution: Attribution;
  /** The words of the attribution with their commas. */
  readonly range: Range;
  /** The rest of the sentence. */
  readonly content: readonly Range[];
}

/** Longest attribution in a sentence, in characters. */
const longest = 220;

/**
 * Who vouches for a part of a sentence: “По словам X, …”, “Как отметил X, …”, “…, сообщил X”, “…, говорится в заявлении”,
 * “Цена, по его словам, …”.
 * @param spoke - actors of the statement before, whom “его” means
 */
export function voucherOf(
  reader: AttributionReader,
  part: Range,
  spoke: readonly string[],
): Voucher | null {
  return (
    opening(reader, part, spoke) ?? closing(reader, part, spoke) ?? between(reader, part, spoke)
  );
}

function opening(reader: AttributionReader, part: Range, spoke: readonly string[]): Voucher | null {
  const { text } = reader.document;
  const words = text.slice(part.start, Math.min(part.end, part.start + longest));
  const lead = /^\s*/u.exec(words)![0].length;
  const start = part.start + lead;
  const how = /^(?:как|по|согласно|со слов|с точки зрения|в)(?!\p{L})/iu.exec(words.slice(lead));
  if (how === null) return null;
  if (how[0].toLowerCase() === "в") return ownWords(reader, part, start);
  const as = how[0].toLowerCase() === "как";
  for (const comma of commasIn(text, start, part.start + words.length)) {
    const range = { start, end: comma };
    const attribution = as
      ? attributionIn(reader, range)
      : accordingTo(reader, range, spoke, commaEnds(text, comma));
    if (attribution === null) continue;
    return {
      rule: as ? "statement/ru/as-said" : "statement/ru/according-to",
      attribution,
      range: { start, end: comma + 1 },
      content: [{ start: comma + 1, end: part.end }],
    };
  }
  return null;
}

/** Whether a comma can end the phrase of a source: an apposition may follow instead. */
function commaEnds(text: string, comma: number): boolean {
  return !/^, \p{Lu}\p{L}+,/u.test(text.slice(comma, comma + 40));
}

/** “В сообщении Кремля говорится, что …”. */
function ownWords(reader: AttributionReader, part: Range, start: number): Voucher | null {
  const { text } = reader.document;
  const words = text.slice(start, Math.min(part.end, start + longest));
  const stop = /(?:ся|о|но)(?:,?\s(?:в частности|также),?)?(?=,\sчто\s|:\s)/u.exec(words);
  if (stop === null) return null;
  const range = { start, end: start + stop.index + stop[0].length };
  const attribution = attributionIn(reader, range);
  if (attribution === null || !attribution.passes || attribution.entry !== null) return null;
  return {
    rule: "statement/ru/in-document",
    attribution,
    range,
    content: [{ start: range.end, end: part.end }],
  };
}

function closing(reader: AttributionReader, part: Range, spoke: readonly string[]): Voucher | null {
  const { text } = reader.document;
  const from = Math.max(part.start, part.end - longest);
  const words = text
    .slice(from, part.end)
    .trimEnd()
    .replace(/[.!?…]+$/u, "");
  const end = from + words.length;
  for (const { index } of [...words.matchAll(/,(?=\s)|\s[–—-](?=\s)/gu)].toReversed()) {
    const range = { start: from + index + 2, end };
    const lead = text.slice(range.start, range.end);
    if (/(?:^|\s)(?:что|котор\p{Ll}+|чтобы|если|когда)\s/u.test(lead)) return null;
    if (range.start - 2 <= part.start) return null;
    // “после того, как закончил X” is a clause of time.
    if (/(?:того|тем|тому|так|потому|тех пор)$/u.test(text.slice(from, from + index))) return null;
    const bare = { start: range.start + (/^\s*как\s+/u.exec(lead)?.[0].length ?? 0), end };
    const attribution = /^\s*(?:по|со слов)\s/u.test(lead)
      ? accordingTo(reader, range, spoke, !/,\s\p{Ll}/u.test(lead))
      : (verbFirst(reader, bare) ?? unknownMedium(lead, range.start));
    if (attribution === null) continue;
    return {
      rule:
        attribution.entry?.frames.has("according") === true
          ? "statement/ru/according-to"
          : "statement/ru/trailing",
      attribution,
      range: { start: from + index, end: part.end },
      content: [{ start: part.start, end: from + index }],
    };
  }
  return null;
}

/** Verbs that take what they tell as their object, never a sentence before them. */
const wordless: ReadonlySet<string> = new Set(["praise", "discuss"]);
/** “начал X”, “убеждал X” stand beside quotations; “передаёт X” passes on anything. */
function onlyQuotes(entry: Attribution["entry"]): boolean {
  return (
    entry?.frames.has("quote") === true && entry.frames.size === 1 && entry.lemma !== "передавать"
  );
}
const adverbs =
  /^\s*(?:(?:также|ранее|затем|об этом|при этом|накануне|в свою очередь|\p{Ll}+но)\s)*$/u;

/** An attribution after what is said begins with its verb; between it and the speaker stand at most times and listeners. */
function verbFirst(reader: AttributionReader, range: Range): Attribution | null {
  const attribution = attributionIn(reader, range);
  if (attribution === null) return null;
  const { text } = reader.document;
  const { cue, source, entry } = attribution;
  if (cue.start > source.start || wordless.has(entry?.class ?? "") || onlyQuotes(entry))
    return null;
  const before = text.slice(range.start, cue.start);
  const between = text.slice(cue.end, source.start).trim();
  const listens = /^(?:журналист|репорт|в|во|на|по|после|со|ТАСС|РИА|[«“"])/u.test(between);
  return adverbs.test(before) && (listens || between.split(/\s+/u).length <= 3)
    ? attribution
    : null;
}

/** “…, передаёт Порт.инфо”: a medium that no table holds passes on what stands before. */
function unknownMedium(words: string, at: number): Attribution | null {
  const match =
    /^\s*(переда[её]т|сообща[ею]т|пиш[еу]т|информиру[ею]т)\s+((?:(?:агентство|газета|издание|портал|телеканал|корреспондент)\s(?:\p{Ll}+\s){0,2})?[\p{Lu}«“"][^,;:!?]{1,50})$/u.exec(
      words,
    );
  if (match === null) return null;
  const cue = at + match[0].indexOf(match[1]!);
  const end = at + match[0].trimEnd().length;
  return {
    source: { start: end - match[2]!.trimEnd().length, end },
    actors: [],
    cue: { start: cue, end: cue + match[1]!.length },
    entry: null,
    via: null,
    passes: true,
  };
}

/** “Цена, по его словам, будет …”: what is said goes on after it. */
function between(reader: AttributionReader, part: Range, spoke: readonly string[]): Voucher | null {
  const { text } = reader.document;
  const words = text.slice(part.start, part.end);
  for (const match of words.matchAll(/,\s(?=(?:по|как|со слов)\s)([^,;:«»]{4,120}),(?=\s)/giu)) {
    const start = part.start + match.index;
    const range = { start: start + 2, end: start + match[0].length - 1 };
    const lead = text.slice(range.start, range.end);
    const as = /^как\s+/iu.exec(lead);
    const attribution =
      as === null
        ? accordingTo(reader, range, spoke, true)
        : attributionIn(reader, { start: range.start + as[0].length, end: range.end });
    if (attribution === null) continue;
    return {
      rule: as === null ? "statement/ru/according-to" : "statement/ru/as-said",
      attribution,
      range: { start, end: range.end + 1 },
      content: [
        { start: part.start, end: start },
        { start: range.end + 1, end: part.end },
      ],
    };
  }
  return null;
}

/** “по словам X”, “по его мнению”. */
function accordingTo(
  { document, cues }: AttributionReader,
  range: Range,
  spoke: readonly string[],
  ends: boolean,
): Attribution | null {
  if (!ends) return null;
  const { text } = document;
  const words = text.slice(range.start, range.end);
  const own =
    /^\s*по\s+(его|е[её]|их)\s+(словам|мнению|оценке|оценкам|убеждению|информации|данным)\s*$/iu.exec(
      words,
    );
  if (own !== null) {
    const entry = cues.according.find(({ lemma }) => lemma === `по ${own[2]!.toLowerCase()}`);
    const at = range.start + own[0].search(/\S/u);
    const source = at + own[0].trimStart().indexOf(own[1]!);
    return {
      source: { start: source, end: source + own[1]!.length },
      actors: spoke,
      cue: { start: at, end: range.start + own[0].trimEnd().length },
      entry: entry ?? null,
      via: null,
      passes: false,
    };
  }
  for (const entry of cues.according) {
    const at = words.toLowerCase().search(/\S/u);
    if (!words.toLowerCase().startsWith(`${entry.lemma} `, Math.max(0, at))) continue;
    const cue = { start: range.start + at, end: range.start + at + entry.lemma.length };
    const source = { start: cue.end + 1, end: range.start + words.trimEnd().length };
    if (source.end <= source.start) return null;
    const mention = headMentionOf(document, source);
    if (mention === null && !/^[\p{L}\s«»“”".-]+$/u.test(text.slice(source.start, source.end)))
      return null;
    return {
      source,
      actors: mention === null ? [] : membersOf(mention),
      cue,
      entry,
      via: null,
      passes: mention === null || (mention.type !== "person" && mention.how !== "role"),
    };
  }
  return null;
}

/** Commas of a stretch outside of quotation marks. */
function commasIn(text: string, start: number, end: number): number[] {
  const bare = text
    .slice(start, end)
    .replace(/«[^»]*»|“[^”]*”/gu, (quoted) => "x".repeat(quoted.length));
  return [...bare.matchAll(/,/gu)].slice(0, 6).map(({ index }) => start + index);
}
