import { mentionsIn } from "../../../actors/lookup.ts";
import type { Document, Range } from "../../../document.ts";

/** A turn of a transcript: who speaks, and what, over paragraphs. */
export interface Turn {
  readonly source: Range;
  readonly content: readonly Range[];
}

/** A colon that may open a turn: right after a name or its bracket (“Roe (retranslated):”), before words. */
const colon = /(\p{L}|\.)(?:\s?\([^)]{2,40}\))?:(?=\s)/gu;

/** A word of a speaker's name in capitals: “SENIOR ADMINISTRATION OFFICIAL:”, “MS. ROE:”. */
const capitals = /^\p{Lu}[\p{Lu}.’'-]+$/u;

/** What a turn may begin with instead of a name. */
const roles = /^(?:Question|Answer|Remark|Moderator)$/;

/** A word of titles and names, none of a sentence. */
const titled = /^(?:\p{Lu}[\p{L}.’'-]*|of|the|and|for|to|at|de|al|bin|von|van)$/u;

/** What stands before a turn: nothing, or the end of a sentence or of a mark. */
const ended = /(?:^|[.!?…”"*>)\]:])\s*$/u;

/** A section mark, and at most a heading after it. */
const sectionOpening = /(?:\*\s?\*\s?\*|<…>)[^.:]{0,90}$/u;

/** A question of the press: “Q    Thank you …”. */
const question = /^Q(?:\s{1,}|:\s)(?=\S)/u;

/** Ends a turn without opening another: section marks of transcripts. */
const sectionMark = /(?:^|\s)(?:\*\s?\*\s?\*|<…>|END\b.{0,30}$|#{3})/u;

/** The fewest turns that make a page a transcript. */
const fewest = 2;

/** Turns of a transcript, in order; none where a page has no more than one opening that looks like a turn. */
export function turnsOf(document: Document): Turn[] {
  const all = document.blocks.flatMap((block, index) =>
    block.role === "paragraph" || block.role === "list-item" || block.role === "heading"
      ? openingsIn(document, block, index)
      : [],
  );
  // A name that nothing is known of opens a turn only where others whose names are known take turns.
  const transcript = all.filter(({ unknown }) => !unknown).length >= fewest;
  const openings = alike(document, transcript ? all : all.filter(({ unknown }) => !unknown));
  if (openings.length < fewest && !openings.some((one) => one.marked)) return [];
  return openings.flatMap((one, index) => {
    const content = contentOf(document, one, openings[index + 1] ?? null);
    return content.length === 0 ? [] : [{ source: one.source, content }];
  });
}

/** Where speakers are written in capitals, a name in small letters before a colon opens no turn. */
function alike(document: Document, openings: readonly Opening[]): readonly Opening[] {
  const inCapitals = openings.filter(
    ({ source }) =>
      source.end - source.start > 1 &&
      !/\p{Ll}{2}/u.test(document.text.slice(source.start, source.end)),
  );
  if (inCapitals.length < 3 || inCapitals.length * 2 < openings.length) return openings;
  return openings.filter(
    (one) => inCapitals.includes(one) || one.source.end - one.source.start === 1 || one.marked,
  );
}

interface Opening {
  readonly source: Range;
  /** The name is nobody's that the page is known to speak of. */
  readonly unknown: boolean;
  /** A section mark of a transcript stands before it. */
  readonly marked: boolean;
  readonly from: number;
  readonly block: number;
}

function openingsIn(document: Document, block: Range, index: number): Opening[] {
  const text = document.text.slice(block.start, block.end);
  const asked = question.exec(text);
  const found: Opening[] =
    asked === null
      ? []
      : [
          {
            source: { start: block.start, end: block.start + 1 },
            unknown: false,
            marked: false,
            from: block.start + asked[0].length,
            block: index,
          },
        ];
  for (const match of text.matchAll(colon)) {
    const end = block.start + match.index + match[1]!.length;
    const known = speakerBefore(document, block, end);
    const source = known ?? namedAgain(document, block, end);
    if (source === null) continue;
    const lead = document.text.slice(Math.max(block.start, source.start - 120), source.start);
    found.push({
      source,
      unknown: known === null,
      marked: sectionOpening.test(lead),
      from: block.start + match.index + match[0].length,
      block: index,
    });
  }
  return found.toSorted((a, b) => a.from - b.from);
}

/** A name that the page's card of the person repeats, family name first and run into the title: “Tomas Marsh Marsh TomasMinister:”. */
const doubled = /((\p{Lu}[\p{L}-]+) (\p{Lu}[\p{L}-]+)) \3 \2(?=\p{Lu})/u;

/** A person whose name ends here, with the titles before it; else a speaker in capitals. */
function speakerBefore(document: Document, block: Range, end: number): Range | null {
  const from = Math.max(block.start, end - 120);
  const before = document.text.slice(from, end);
  const plain = wordsBefore(before, 6, capitals) ?? wordsBefore(before, 1, roles);
  if (plain !== null && ended.test(before.slice(0, plain).trimEnd()) && !isCut(before, plain))
    return { start: from + plain, end };
  const lead = from + (wordsBefore(before, 16, titled) ?? before.length);
  const card = doubled.exec(document.text.slice(lead, end));
  if (card !== null && ended.test(document.text.slice(Math.max(block.start, lead - 8), lead)))
    return { start: lead, end: lead + card.index + card[1]!.length };
  const mention = mentionsIn(document, { start: lead, end }).find(
    (candidate) =>
      (candidate.type === "person" || candidate.how === "role") &&
      candidate.how !== "pronoun" &&
      (candidate.end === end || candidate.start - lead < 60),
  );
  if (mention === undefined) return null;
  const first = Math.min(mention.start, Math.max(mention.start, lead));
  const words = document.text.slice(Math.max(block.start, first - 120), first);
  const opens = ended.test(words) || sectionOpening.test(words);
  return opens ? { start: first, end: mention.end } : null;
}

/** Two or three words in small letters with capitals, after a sentence: “Tomas Marsh:”. */
const plainName =
  /(?:^|[.!?…”"*>)\]:]\s+)(\p{Lu}\p{Ll}[\p{L}’'-]*(?:\s\p{Lu}\p{Ll}[\p{L}’'-]*){1,2})$/u;

/** A name before the colon that stands elsewhere on the page too: a speaker whom nothing else tells of. */
function namedAgain(document: Document, block: Range, end: number): Range | null {
  const before = document.text.slice(Math.max(block.start, end - 60), end);
  const name = plainName.exec(before)?.[1];
  if (name === undefined) return null;
  const start = end - name.length;
  const first = document.text.indexOf(name);
  return first === start && document.text.indexOf(name, end) < 0 ? null : { start, end };
}

/**
 * Where the run of words that ends a text begins, at most `most` of them, each of one kind.
 * @returns `null` when its last word is of another kind
 */
function wordsBefore(text: string, most: number, kind: RegExp): number | null {
  let start: number | null = null;
  let end = text.length;
  for (let count = 0; count < most; count++) {
    let from = end;
    while (from > 0 && /[\p{L}.’'-]/u.test(text[from - 1]!)) from--;
    if (from === end || !kind.test(text.slice(from, end))) break;
    start = from;
    end = from > 0 && /[ \u00a0]/.test(text[from - 1]!) ? from - 1 : from;
    if (end === from) break;
  }
  return start;
}

/** The words before the colon begin where the text read was cut off, or within a word. */
function isCut(text: string, at: number): boolean {
  return at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1]!);
}

function contentOf(document: Document, one: Opening, next: Opening | null): Range[] {
  const content: Range[] = [];
  const last = next?.block ?? document.blocks.length - 1;
  for (let index = one.block; index <= last; index++) {
    const block = document.blocks[index]!;
    if (block.role === "heading" && index > one.block) break;
    if (block.role !== "paragraph" && block.role !== "list-item") continue;
    const start = index === one.block ? one.from : block.start;
    let end = next !== null && index === next.block ? next.source.start : block.end;
    const mark = sectionMark.exec(document.text.slice(start, end));
    if (mark !== null) end = start + mark.index;
    const range = trimmed(document.text, start, end);
    if (range !== null) content.push(range);
    if (mark !== null) break;
  }
  return content;
}

function trimmed(text: string, from: number, to: number): Range | null {
  let start = from;
  let end = to;
  while (start < end && /\s/u.test(text[start]!)) start++;
  while (end > start && /\s/u.test(text[end - 1]!)) end--;
  return /[\p{L}\p{N}]/u.test(text.slice(start, end)) ? { start, end } : null;
}
