import { mentionsIn } from "../../../actors/lookup.ts";
import type { Document, Range } from "../../../document.ts";

/** A turn of a transcript: who speaks, and what, over paragraphs. */
export interface Turn {
  readonly source: Range;
  readonly content: readonly Range[];
}

/** A colon that may open a turn: right after a name or its bracket (“Roe (retranslated):”), before words. */
const colon = /(\p{L}|\.)(?:\s?\([^)]{2,40}\))?:(?=\s)/gu;

/** Names of speakers that are no persons of the tables: “SENIOR ADMINISTRATION OFFICIAL:”, “MS. ROE:”, “Question:”. */
const plainSpeaker =
  /(?:^|[.!?…”"*>)\]]\s{1,3})((?:\p{Lu}[\p{Lu}.’'-]+[ \u00a0]?){1,6}|Question|Answer|Remark|Moderator)$/u;

/** Titles and names up to here, without a word of a sentence among them. */
const titled =
  /(?:(?:\p{Lu}[\p{L}.’'-]*|of|the|and|for|to|at|de|al|bin|von|van)[ \u00a0]?){1,16}$/u;

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
  const openings = document.blocks.flatMap((block, index) =>
    block.role === "paragraph" || block.role === "list-item" || block.role === "heading"
      ? openingsIn(document, block, index)
      : [],
  );
  if (openings.length < fewest && !openings.some((one) => one.marked)) return [];
  return openings.flatMap((one, index) => {
    const content = contentOf(document, one, openings[index + 1] ?? null);
    return content.length === 0 ? [] : [{ source: one.source, content }];
  });
}

interface Opening {
  readonly source: Range;
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
            marked: false,
            from: block.start + asked[0].length,
            block: index,
          },
        ];
  for (const match of text.matchAll(colon)) {
    const end = block.start + match.index + match[1]!.length;
    const source = speakerBefore(document, block, end);
    if (source === null) continue;
    const lead = document.text.slice(Math.max(block.start, source.start - 120), source.start);
    found.push({
      source,
      marked: sectionOpening.test(lead),
      from: block.start + match.index + match[0].length,
      block: index,
    });
  }
  return found.toSorted((a, b) => a.from - b.from);
}

/** A person whose name ends here, with the titles before it; else a speaker in capitals. */
function speakerBefore(document: Document, block: Range, end: number): Range | null {
  const start = Math.max(block.start, end - 120);
  const before = document.text.slice(start, end);
  const plain = plainSpeaker.exec(start === block.start ? before : ` ${before}`);
  if (plain !== null) return { start: end - plain[1]!.length, end };
  const lead = titled.exec(before)?.[0] ?? "";
  const mention = mentionsIn(document, { start: end - lead.length, end }).find(
    (candidate) =>
      (candidate.type === "person" || candidate.how === "role") &&
      candidate.how !== "pronoun" &&
      (candidate.end === end || candidate.start - (end - lead.length) < 60),
  );
  if (mention === undefined) return null;
  const first = Math.min(mention.start, Math.max(mention.start, end - lead.length));
  const words = document.text.slice(Math.max(block.start, first - 120), first);
  const opens = /(?:^|[.!?…”"*>)\]:])\s*$/u.test(words) || sectionOpening.test(words);
  return opens ? { start: first, end: mention.end } : null;
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
  return end > start ? { start, end } : null;
}
