import { mentionsIn } from "../../actors/lookup.ts";
import type { Document, Range } from "../../document.ts";
import type { Draft } from "../../statements/assemble.ts";
import { membersOf } from "./statement-pair.ts";

/** A turn of a transcript; what somebody asks may tell what others said. */
export interface Turn {
  readonly draft: Draft;
  readonly asks: boolean;
}

/** Who opens a turn: “В.Путин:”, “Си Цзиньпин (как переведено):”, “Вопрос:”. */
const turnOpening =
  /(?<=^|\s)((?:\p{Lu}\.[\s\u00a0]?){1,4}\p{Lu}[\p{L}-]+(?:[\s\u00a0]\p{Lu}[\p{L}-]+){0,3}|(?<=[.!?…»)*]\s{1,3}|^)(?:Вопрос|Ответ|Реплика|Корреспондент|Корр\.|Журналист|Модератор|Ведущ(?:ий|ая)|\p{Lu}\p{Ll}+(?:[\s\u00a0]\p{Lu}[\p{L}-]+){1,3}))(?:\s?\([^)]{2,60}\))?\s?:(?=\s)/gu;
const asking = /^(?:Вопрос|Реплика|Корр|Журналист|Модератор|Ведущ)/u;

/** Ends a turn without opening another: the section mark of transcripts. */
const sectionMark = /\s\*\s\*\s\*\s/u;

interface Opening {
  readonly source: Range;
  readonly actors: readonly string[];
  readonly from: number;
  readonly block: number;
}

/** Turns of a transcript; what a turn says runs to the next turn or section mark, over paragraphs. */
export function proposeTurns(document: Document): Turn[] {
  const openings: Opening[] = [];
  const actorsIn = speakerFinder(document);
  for (const [index, block] of document.blocks.entries()) {
    if (block.role !== "paragraph" && block.role !== "list-item") continue;
    const text = document.text.slice(block.start, block.end);
    for (const match of text.matchAll(turnOpening)) {
      const start = block.start + match.index;
      const source = { start, end: start + match[1]!.length };
      const actors = actorsIn(source);
      if (/^\p{Lu}\p{Ll}+\s/u.test(match[1]!) && actors.length === 0) continue;
      openings.push({ source, actors, from: start + match[0].length, block: index });
    }
  }
  return openings.map((opening, index) => ({
    asks: asking.test(document.text.slice(opening.source.start, opening.source.end)),
    draft: {
      rule: "statement/ru/turn",
      source: opening.source,
      actors: opening.actors,
      cue: null,
      entry: null,
      content: turnContent(document, opening, openings[index + 1] ?? null),
      negated: false,
      via: null,
    },
  }));
}

function turnContent(document: Document, opening: Opening, next: Opening | null): Range[] {
  const content: Range[] = [];
  const last = next?.block ?? document.blocks.length - 1;
  for (let index = opening.block; index <= last; index++) {
    const block = document.blocks[index]!;
    if (block.role !== "paragraph" && block.role !== "list-item") {
      if (block.role === "heading") break;
      continue;
    }
    const start = index === opening.block ? opening.from : block.start;
    let end = next !== null && index === next.block ? next.source.start : block.end;
    const mark = document.text.slice(start, end).search(sectionMark);
    if (mark !== -1) end = start + mark;
    if (end > start) content.push({ start, end });
    if (mark !== -1) break;
  }
  return content;
}

/** Finds the person a turn names; where the mention runs together with the words before, whoever else has that surname. */
function speakerFinder(document: Document): (range: Range) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  const people = document.layers.actors.filter(({ type }) => type === "person");
  const namesakes = (surname: string): readonly string[] => {
    const namesake = people.find(({ start, end }) =>
      document.text.slice(start, end).split(/\s/u).at(-1)!.startsWith(surname),
    );
    return namesake === undefined ? [] : membersOf(namesake);
  };
  return (range) => {
    const mention = mentionsIn(document, range).find(({ type }) => type === "person");
    if (mention !== undefined && mention.start >= range.start) return membersOf(mention);
    const surname = /\p{Lu}[\p{L}-]{2,}$/u.exec(document.text.slice(range.start, range.end))?.[0];
    if (surname === undefined) return [];
    const actors = known.get(surname) ?? namesakes(surname);
    known.set(surname, actors);
    return actors;
  };
}
