import { headMentionOf, mentionsIn } from "../../actors/lookup.ts";
import type { Document, Range, Token } from "../../document.ts";
import type { Draft } from "../../statements/assemble.ts";
import type { Quotation } from "../../statements/quotes.ts";
import { formKey, type CueForm, type RussianCues } from "./cue-forms.ts";
import { membersOf, type SubjectReader } from "./statement-subjects.ts";

/** Who opens a turn: “В.Путин:”, “Си Цзиньпин (как переведено):”, “Вопрос:”. */
const turnOpening =
  /(?<=^|\s)((?:\p{Lu}\.[\s\u00a0]?){1,4}\p{Lu}[\p{L}-]+(?:[\s\u00a0]\p{Lu}[\p{L}-]+){0,3}|(?<=[.!?…»)*]\s{1,3}|^)(?:Вопрос|Ответ|Реплика|Корреспондент|\p{Lu}\p{Ll}+(?:[\s\u00a0]\p{Lu}[\p{L}-]+){1,3}))(?:\s?\([^)]{2,60}\))?:(?=\s)/gu;

/** Ends a turn without opening another: the section mark of transcripts. */
const sectionMark = /\s\*\s\*\s\*\s/u;

/** Turns of a transcript; what a turn says runs to the next turn or section mark, over paragraphs. */
export function proposeTurns(document: Document): Draft[] {
  const openings: { source: Range; from: number; block: number }[] = [];
  for (const [index, block] of document.blocks.entries()) {
    if (block.role !== "paragraph" && block.role !== "list-item") continue;
    const text = document.text.slice(block.start, block.end);
    for (const match of text.matchAll(turnOpening)) {
      const start = block.start + match.index;
      const source = { start, end: start + match[1]!.length };
      const named = /^\p{Lu}\p{Ll}+\s/u.test(match[1]!);
      if (named && actorsIn(document, source).length === 0) continue;
      openings.push({
        source,
        from: start + match[0].length,
        block: index,
      });
    }
  }
  return openings.map((opening, index) => ({
    rule: "statement/ru/turn",
    source: opening.source,
    actors: actorsIn(document, opening.source),
    cue: null,
    entry: null,
    content: turnContent(document, opening, openings[index + 1] ?? null),
    negated: false,
    via: null,
  }));
}

function turnContent(
  document: Document,
  opening: { from: number; block: number },
  next: { source: Range; block: number } | null,
): Range[] {
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

/** The person a turn names; where the mention runs together with the words before, whoever else has that surname. */
function actorsIn(document: Document, range: Range): readonly string[] {
  const mention = mentionsIn(document, range).find((candidate) => candidate.type === "person");
  if (mention !== undefined && mention.start >= range.start) return membersOf(mention);
  const surname = /\p{Lu}[\p{L}-]{2,}$/u.exec(document.text.slice(range.start, range.end))?.[0];
  if (surname === undefined) return [];
  const namesake = document.layers.actors.find(
    (candidate) =>
      candidate.type === "person" &&
      candidate !== mention &&
      document.text.slice(candidate.start, candidate.end).split(/\s/u).at(-1)!.startsWith(surname),
  );
  return namesake === undefined ? [] : membersOf(namesake);
}

/** A finite cue with its place. */
interface Placed {
  readonly token: Token;
  readonly form: CueForm;
}

/** «…», – сказал X; X сказал: «…»; «…, – сказал X, – …». */
export function proposeQuoted(
  document: Document,
  quotations: readonly Quotation[],
  cues: RussianCues,
  subjects: SubjectReader,
): Draft[] {
  const drafts: Draft[] = [];
  const used = new Set<Quotation>();
  for (const [index, quotation] of quotations.entries()) {
    if (used.has(quotation)) continue;
    const block = document.blocks[quotation.block]!;
    const inner = splitWithin(document, quotation, cues, subjects);
    if (inner !== null) {
      drafts.push(inner);
      continue;
    }
    const after = attributionAfter(document, quotation.end, block.end, cues, subjects);
    if (after !== null) {
      const content: Range[] = [quotation];
      const next = quotations[index + 1];
      const between = next === undefined ? "" : document.text.slice(after.end, next.start);
      if (next?.block === quotation.block && /^[.,]?\s*[—–-]?\s*$/u.test(between)) {
        content.push(next);
        used.add(next);
      }
      drafts.push(draftOf("statement/ru/quote-before", after, content));
      continue;
    }
    const before = attributionBefore(document, quotation, block, cues, subjects);
    if (before !== null) drafts.push(draftOf("statement/ru/quote-after", before, [quotation]));
  }
  return drafts;
}

interface Attribution extends Range {
  readonly source: Range;
  readonly actors: readonly string[];
  readonly cue: Range;
  readonly form: CueForm;
}

function draftOf(rule: string, by: Attribution, content: readonly Range[]): Draft {
  return {
    rule,
    source: by.source,
    actors: by.actors,
    cue: by.cue,
    entry: by.form.entry,
    content: content.map(({ start, end }) => ({ start, end })),
    negated: false,
    via: null,
  };
}

/** The attribution after a dash: verb and speaker in either order. */
function attributionAfter(
  document: Document,
  from: number,
  limit: number,
  cues: RussianCues,
  subjects: SubjectReader,
): Attribution | null {
  const opening = /^[,.!?…]?\s*[—–-]\s+/u.exec(
    document.text.slice(from, Math.min(limit, from + 6)),
  );
  if (opening === null) return null;
  const start = from + opening[0].length;
  const upTo = Math.min(limit, start + 220);
  const stop = /[.!?«]|,\s*[—–-]/u.exec(document.text.slice(start, upTo));
  return attributionIn(
    document,
    { start, end: stop === null ? upTo : start + stop.index },
    cues,
    subjects,
  );
}

function attributionIn(
  document: Document,
  range: Range,
  cues: RussianCues,
  subjects: SubjectReader,
): Attribution | null {
  const placed = firstCue(document, range, cues);
  if (placed === null) return null;
  const { token, form } = placed;
  const subject =
    subjects.after(range, token.end) ?? subjects.before(range, token.start, form.kind === "plural");
  const source = subject?.range ?? inBody(document, range, token);
  if (source === null) return null;
  return {
    start: range.start,
    end: range.end,
    source,
    actors: subject?.actors ?? actorsOfSource(document, source),
    cue: { start: token.start, end: token.end },
    form,
  };
}

/** “сообщили в МИД”: the body named after в. */
export function inBody(document: Document, range: Range, verb: Range): Range | null {
  const after = /^\s+в[о]?\s+/iu.exec(document.text.slice(verb.end, range.end));
  const before = /(?:^|\s|\p{Ll}\s)[Вв]о?\s+([\p{L}\s.-]{2,60}?)\s*$/u.exec(
    document.text.slice(range.start, verb.start),
  );
  const start =
    after !== null
      ? verb.end + after[0].length
      : before !== null
        ? verb.start -
          document.text.slice(range.start, verb.start).length +
          before[0].search(/[Вв]о?\s/u) +
          before.index
        : null;
  if (start === null) return null;
  const mention = mentionsIn(document, {
    start,
    end: after === null ? verb.start : Math.min(range.end, start + 60),
  }).find(
    (candidate) =>
      candidate.start >= start && (candidate.type === "body" || candidate.type === "medium"),
  );
  if (mention === undefined) return null;
  return mention.start - start <= 3 ? { start: mention.start, end: mention.end } : null;
}

/** Actors of a source that names a body. */
export function actorsOfSource(document: Document, source: Range): readonly string[] {
  const mention = headMentionOf(document, source);
  return mention === null ? [] : membersOf(mention);
}

function attributionBefore(
  document: Document,
  quotation: Quotation,
  block: Range,
  cues: RussianCues,
  subjects: SubjectReader,
): Attribution | null {
  const before = document.text.slice(Math.max(block.start, quotation.start - 200), quotation.start);
  const match = /([^.!?«»:]{4,200}):\s*$/u.exec(before);
  if (match === null) return null;
  const start = quotation.start - match[0].length;
  return attributionIn(document, { start, end: start + match[1]!.length }, cues, subjects);
}

/** «Начало, – сказал X, – конец»: the attribution stands inside the marks. */
function splitWithin(
  document: Document,
  quotation: Quotation,
  cues: RussianCues,
  subjects: SubjectReader,
): Draft | null {
  const words = document.text.slice(quotation.start, quotation.end);
  for (const match of words.matchAll(/[,.!?…]\s*[—–-]\s+([^«»—–]{4,120}?)[,.]\s*[—–-]\s/gu)) {
    const start = quotation.start + match.index + match[0].indexOf(match[1]!);
    const by = attributionIn(document, { start, end: start + match[1]!.length }, cues, subjects);
    if (by === null) continue;
    const first = { start: quotation.start, end: quotation.start + match.index + 1 };
    const second = { start: quotation.start + match.index + match[0].length, end: quotation.end };
    return draftOf("statement/ru/quote-split", by, [first, second]);
  }
  return null;
}

function firstCue(document: Document, range: Range, cues: RussianCues): Placed | null {
  const { tokens } = document.layers;
  for (let index = firstToken(tokens, range.start); index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.start >= range.end) return null;
    const form = cues.forms.get(formKey(document.text.slice(token.start, token.end)));
    if (form !== undefined && (form.kind === "singular" || form.kind === "plural"))
      return { token, form };
  }
  return null;
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

/** “По словам X, …” and “…, по словам X”. */
export function proposeAccording(
  document: Document,
  sentence: Range,
  cues: RussianCues,
): Draft | null {
  const text = document.text.slice(sentence.start, sentence.end);
  for (const entry of cues.according) {
    const match = new RegExp(`(?<![\\p{L}-])${entry.lemma}(?![\\p{L}-])`, "iu").exec(text);
    if (match === null) continue;
    const at = sentence.start + match.index;
    const end = at + match[0].length;
    const stop = text.slice(match.index).search(/,(?!\s\p{Lu}\p{L}+,)|$/u);
    const source = { start: end + 1, end: at + stop };
    if (source.end - source.start > 120 || source.end <= source.start) return null;
    const mention = headMentionOf(document, source);
    const initial = /^\s*$/u.test(text.slice(0, match.index));
    if (
      mention === null &&
      !/^(?:\p{Ll}+\s?){1,4}$/u.test(document.text.slice(source.start, source.end))
    )
      return null;
    const content = initial
      ? { start: source.end + 1, end: sentence.end }
      : { start: sentence.start, end: at };
    if (!initial && !/,\s*$/u.test(text.slice(0, match.index))) return null;
    return {
      rule: "statement/ru/according-to",
      source: mention === null ? source : { start: source.start, end: source.end },
      actors: mention === null ? [] : membersOf(mention),
      cue: { start: at, end },
      entry,
      content: [content],
      negated: false,
      via: null,
    };
  }
  return null;
}
