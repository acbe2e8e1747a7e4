import { headMentionOf, mentionsIn } from "../../actors/lookup.ts";
import type { ActorMention, Document, Range, Token } from "../../document.ts";
import { membersOf } from "./statement-pair.ts";

/** Who speaks by the words “в …”. */
export interface Body {
  readonly range: Range;
  readonly actors: readonly string[];
}

const bodies =
  /^(?:\p{Ll}+\s){0,2}?(?:канцелярии|пресс-службе|министерстве|ведомстве|правительстве|администрации|посольстве|компании|аппарате|секретариате|офисе|комитете|генштабе|генеральном штабе|агентстве|комиссии|парламенте|миссии|представительстве)(?:\s[^,.;:!?—–«»()]{1,60})?/u;

/** “сообщили в МИД”, “В Киеве считают”: the body or government named after в. */
export function inBody(document: Document, range: Range, verb: Range): Body | null {
  const { text } = document;
  const after = /^\s+(?:в|во|на)\s+/iu.exec(text.slice(verb.end, range.end));
  if (after !== null) {
    const start = verb.end + after[0].length;
    const named = bodyAt(document, start, Math.min(range.end, start + 60));
    if (named !== null) return named;
    const match = bodies.exec(text.slice(start, Math.min(range.end, start + 100)));
    return match === null
      ? null
      : { range: { start, end: start + match[0].trimEnd().length }, actors: [] };
  }
  const from = Math.max(range.start, verb.start - 90);
  const before =
    /(?:^|\s)(?:[Вв]о?|[Нн]а)\s+([\p{L}\s.-]{2,60}?)(?:,[^,]{1,40},)?(?:\s\p{Ll}+){0,2}\s*$/u.exec(
      text.slice(from, verb.start),
    );
  if (before === null) return null;
  const start = from + before.index + before[0].indexOf(before[1]!, 2);
  return bodyAt(document, start, verb.start);
}

function bodyAt(document: Document, start: number, end: number): Body | null {
  const [mention, other] = mentionsIn(document, { start, end }).filter(
    (candidate) => candidate.start >= start,
  );
  if (mention === undefined || mention.start - start > 3 || !speaks(mention)) return null;
  const joined =
    other !== undefined &&
    speaks(other) &&
    /^\s+и\s+(?:во?\s|на\s)?$/u.test(document.text.slice(mention.end, other.start));
  const named = joined ? [mention, other] : [mention];
  return {
    range: { start: mention.start, end: named.at(-1)!.end },
    actors: [...new Set(named.flatMap(membersOf))],
  };
}

function speaks({ type, how }: ActorMention): boolean {
  return how !== "demonym" && (type === "body" || type === "medium" || type === "state");
}

/** Actors of the words that name a source. */
export function actorsOfSource(document: Document, source: Range): readonly string[] {
  const mention = headMentionOf(document, source);
  return mention === null ? [] : membersOf(mention);
}

/** Index of the first token at or after a place. */
export function firstToken(tokens: readonly Token[], at: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
