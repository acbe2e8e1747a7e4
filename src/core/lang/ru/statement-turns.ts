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
  /(?<=^|\s)((?:\p{Lu}\.(?:-\p{Lu}\.)?[\s\u00a0]?){1,4}\p{Lu}[\p{L}-]+(?:[\s\u00a0]\p{Lu}[\p{L}-]+){0,3}|(?<=[.!?…»)*]\s{1,3}|^)(?:Вопрос|Ответ|Реплика|Корреспондент|Корр\.|Журналист|Модератор|Ведущ(?:ий|ая)|\p{Lu}\p{Ll}+(?:[\s\u00a0]\p{Lu}[\p{L}-]+){1,3}))(?:\s?\([^)]{2,60}\))?\s?:(?=\s)/gu;
const asking = /^(?:Вопрос|Реплика|Корр|Журналист|Модератор|Ведущ)/u;
/** A medium that asks: “Bloomberg: …”, “Корреспондент ТАСС: …”. */
const mediumOpening = /^([^.:!?,;]{2,60}):(?=\s)/u;

/** Ends a turn without opening another: the section mark of transcripts. */
const sectionMark = /\s\*\s\*\s\*\s/u;

interface Opening {
  readonly source: Range;
  readonly actors: readonly string[];
  readonly from: number;
  readonly block: number;
  readonly asks?: boolean;
}

function mediumAt(document: Document, block: Range, text: string): Omit<Opening, "block"> | null {
  const match = mediumOpening.exec(text);
  if (match === null) return null;
  const source = { start: block.start, end: block.start + match[1]!.trimEnd().length };
  const medium = mentionsIn(document, source).find(({ type }) => type === "medium");
  if (medium === undefined || source.end - medium.end > 1) return null;
  return { source, actors: membersOf(medium), from: block.start + match[0].length, asks: true };
}

/** Titles of pages that are one person's words up to the first question. */
const speechTitle =
  /^(?:Выступление|Вступительное слово|Заключительное слово|Обращение|Комментарий|Заявление для (?:СМИ|прессы)|Заявление|Речь|Статья)\s(?!о\s|об\s)(?:и ответы на вопросы (?:СМИ|прессы|журналистов)\s)?/u;

/** What an official page says before the first turn, where its title names whose words these are. */
function openingSpeech(document: Document, first: Opening | undefined): Opening[] {
  const title = document.blocks[0];
  if (title?.role !== "title") return [];
  const words = speechTitle.exec(document.text.slice(title.start, title.end));
  if (words === null) return [];
  const speaker = mentionsIn(document, { start: title.start + words[0].length, end: title.end })[0];
  const block = document.blocks.findIndex(({ role }) => role === "paragraph");
  const from = document.blocks[block]?.start;
  if (speaker === undefined || from === undefined) return [];
  if (speaker.type !== "person" && speaker.type !== "body") return [];
  // A page that tells of the speaker by name is no speech; one of the press only with his turns below.
  const end = first?.source.start ?? document.blocks.at(-1)!.end;
  const actors = membersOf(speaker);
  const told = mentionsIn(document, { start: from, end }).some(
    ({ how, actor }) => how === "name" && actor !== null && actors.includes(actor),
  );
  const official = document.party !== null || (first !== undefined && actors.length > 0);
  if (told || !official || end <= from || actors.length === 0) return [];
  return [{ source: { start: speaker.start, end: speaker.end }, actors, from, block }];
}

/** Who answers where nobody is named at the answer: the person of the title (“Ответ … на вопрос агентства”). */
function answererOf(document: Document): readonly string[] {
  const title = document.blocks[0];
  if (title?.role !== "title") return [];
  const speaker = mentionsIn(document, title).find(({ type }) => type === "person");
  return speaker === undefined ? [] : membersOf(speaker);
}

/** Turns of a transcript; what a turn says runs to the next turn or section mark, over paragraphs. */
export function proposeTurns(document: Document): Turn[] {
  const openings: Opening[] = [];
  const actorsIn = speakerFinder(document);
  for (const [index, block] of document.blocks.entries()) {
    if (block.role !== "paragraph" && block.role !== "list-item") continue;
    const text = document.text.slice(block.start, block.end);
    const medium = mediumAt(document, block, text);
    if (medium !== null) openings.push({ ...medium, block: index });
    for (const match of text.matchAll(turnOpening)) {
      const start = block.start + match.index;
      const source = { start, end: start + match[1]!.length };
      if (medium !== null && start < medium.from) continue;
      const answers = match[1] === "Ответ";
      const actors = answers ? answererOf(document) : actorsIn(source);
      if (/^\p{Lu}\p{Ll}+\s/u.test(match[1]!) && actors.length === 0) continue;
      openings.push({ source, actors, from: start + match[0].length, block: index });
    }
  }
  openings.unshift(...openingSpeech(document, openings[0]));
  return openings.map((opening, index) => ({
    asks:
      opening.asks === true ||
      asking.test(document.text.slice(opening.source.start, opening.source.end)),
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
  const people = document.layers.actors.filter(
    (mention) => mention.type === "person" && membersOf(mention).length > 0,
  );
  const namesakes = (surname: string, initial: string | null): readonly string[] => {
    const namesake = people.find(({ start, end }) => {
      const words = document.text.slice(start, end).split(/[\s\u00a0.]+/u);
      return (
        words.at(-1)!.startsWith(surname) &&
        (initial === null || words.slice(0, -1).some((word) => word.startsWith(initial)))
      );
    });
    return namesake === undefined ? [] : membersOf(namesake);
  };
  return (range) => {
    const mention = mentionsIn(document, range).find(({ type }) => type === "person");
    const named = mention === undefined || mention.start < range.start ? [] : membersOf(mention);
    if (named.length > 0) return named;
    const words = document.text.slice(range.start, range.end);
    const surname = /\p{Lu}[\p{L}-]{2,}$/u.exec(words)?.[0];
    if (surname === undefined) return [];
    const actors = known.get(words) ?? namesakes(surname, /^(\p{Lu})\./u.exec(words)?.[1] ?? null);
    known.set(words, actors);
    return actors;
  };
}
