import { mentionsIn } from "../../actors/lookup.ts";
import type { Document, Range } from "../../document.ts";
import type { Draft } from "../../statements/assemble.ts";
import type { Cue } from "../../statements/cues.ts";
import { formKey, type RussianCues } from "./cue-forms.ts";
import { endOfCue } from "./cue-words.ts";
import { membersOf } from "./statement-pair.ts";
import { actorsOfSource, firstToken, inBody } from "./statement-sources.ts";
import type { SubjectReader } from "./statement-subjects.ts";

/** Verb and speaker beside what is said, in any order: “сказал X”, “говорится в сообщении X”, “цитирует X агентство”. */
export interface Attribution {
  readonly source: Range;
  readonly actors: readonly string[];
  readonly cue: Range;
  readonly entry: Cue | null;
  readonly via: Draft["via"];
  /** Only passes on: a medium, a body, a document. */
  readonly passes: boolean;
}

/** What looks for attributions in a document. */
export interface AttributionReader {
  readonly document: Document;
  readonly cues: RussianCues;
  readonly subjects: SubjectReader;
}

/** “говорится в заявлении МИД”, “отмечается в документе”. */
const states =
  "говорится|отмечается|подч[её]ркивается|сказано|указывается|указано|сообщается|утверждается|уточняется|поясняется|напоминается|отмечено|подч[её]ркнуто";
const written = new RegExp(
  `(?<!\\p{L})(?:(${states})\\s+(?:[\\p{Ll}-]+\\s+)??(?:во?|на)|(следует|явствует)\\s+из)\\s+([^,;:!?«»—–]{3,140})$`,
  "u",
);
/** “В сообщении Кремля, в частности, говорится”. */
const writtenBefore = new RegExp(
  `^\\s*(?:Во?|На)\\s+([^,;:!?«»]{3,100}?)(?:,?\\s(?:в частности|также|при этом),?)?\\s+(${states})(?:,?\\s(?:в частности|также),?)?$`,
  "u",
);
/** “цитирует Лукашенко телеграм-канал …”, “приводит слова министра агентство …”. */
const cites =
  /(?<!\p{L})(цитиру[ею]т|процитировал[аио]?|при[вн]од[ия]т(?:\s+агентство|\s+газета)?\s+(?:\S+\s+){0,3}?(?:слова|заявление|высказывание)|переда[её]т\s+(?:\S+\s+){0,3}?слова)(?!\p{L})/u;
const reference = /со ссылкой на\s+([^,;:!?—–]{3,80}?)(?=[,;:.!?—–]|$)/u;

/** Reads the attribution that a stretch of a sentence is. */
export function attributionIn(reader: AttributionReader, range: Range): Attribution | null {
  return inDocument(reader, range) ?? byCiting(reader, range) ?? byVerb(reader, range);
}

function inDocument({ document, subjects }: AttributionReader, range: Range): Attribution | null {
  const words = document.text.slice(range.start, range.end).trimEnd();
  const after = written.exec(words);
  const before = after === null ? writtenBefore.exec(words) : null;
  const match = after ?? before;
  if (match === null) return null;
  const [verb, noun] = after === null ? [match[2]!, match[1]!] : [match[1] ?? match[2]!, match[3]!];
  const at = range.start + match.index;
  const start = at + (after === null ? match[0].indexOf(noun) : match[0].length - noun.length);
  const source = { start, end: start + noun.trimEnd().length };
  const cueAt = at + (after === null ? match[0].lastIndexOf(verb) : 0);
  const owners = ownersOf(document, source);
  return {
    source,
    actors: owners.length > 0 ? owners : sendersBefore(document, subjects, source),
    cue: { start: cueAt, end: cueAt + verb.length },
    entry: null,
    via: null,
    passes: true,
  };
}

/** Letters, whose sender the sentence before names. */
const letters =
  /^(?:сво[её]м\s)?(?:поздравлени|послани|телеграмм|письм|приветстви|обращени|соболезновани)/u;

function sendersBefore(
  document: Document,
  subjects: SubjectReader,
  source: Range,
): readonly string[] {
  if (!letters.test(document.text.slice(source.start, source.end))) return [];
  const before = sentenceBefore(document, source.start);
  const sender = before === null ? null : subjects.first(before);
  return sender === null || sender.plural ? [] : sender.actors;
}

/** The sentence before the one that holds a place, in the same block. */
function sentenceBefore(document: Document, at: number): Range | null {
  const { sentences } = document.layers;
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.end <= at) low = middle + 1;
    else high = middle;
  }
  const before = sentences[low - 1];
  return before !== undefined && before.block === sentences[low]?.block ? before : null;
}

/** Whose text it is: a person or body in its name. */
function ownersOf(document: Document, source: Range): readonly string[] {
  const mention = mentionsIn(document, source).find(
    ({ type, how, start }) =>
      start >= source.start && type !== "place" && type !== "group" && how !== "demonym",
  );
  return mention === undefined ? [] : membersOf(mention);
}

function byCiting({ document, subjects }: AttributionReader, range: Range): Attribution | null {
  const { text } = document;
  const match = cites.exec(text.slice(range.start, range.end));
  if (match === null) return null;
  const cue = {
    start: range.start + match.index,
    end: range.start + match.index + match[0].length,
  };
  const owner = /(?<!\p{L})(?:его|е[её]|их)(?!\p{L})/u.exec(text.slice(cue.start, range.end));
  const mention = mentionsIn(document, { start: cue.start, end: range.end }).find(
    ({ type, how, start }) => start >= cue.start && (type === "person" || how === "role"),
  );
  if (mention === undefined && owner === null) return null;
  const speaker = mention ?? {
    start: cue.start + owner!.index,
    end: cue.start + owner!.index + owner![0].length,
  };
  const passer = subjects.after(range, Math.max(speaker.end, cue.end));
  const earlier = passer ?? subjects.before(range, cue.start, false);
  return {
    source: { start: speaker.start, end: speaker.end },
    actors: mention === undefined ? [] : membersOf(mention),
    cue,
    entry: null,
    via:
      earlier === null
        ? null
        : { range: earlier.range, actor: earlier.actors.length === 1 ? earlier.actors[0]! : null },
    passes: false,
  };
}

function byVerb({ document, cues, subjects }: AttributionReader, range: Range): Attribution | null {
  const { text } = document;
  const { tokens } = document.layers;
  for (let index = firstToken(tokens, range.start); index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.start >= range.end) return null;
    const form = cues.forms
      .get(formKey(text.slice(token.start, token.end)))
      ?.find(
        ({ kind, words }) =>
          (kind === "singular" || kind === "plural") &&
          (words === null || endOfCue(text, token, words, range, true) !== null),
      );
    if (form === undefined) continue;
    const plural = form.kind === "plural";
    const after = subjects.after(range, token.end);
    const body = plural && after === null ? inBody(document, range, token) : null;
    const subject = after ?? (body === null ? subjects.before(range, token.start, plural) : null);
    const source = subject?.range ?? body?.range;
    if (source === undefined) return null;
    const cue = { start: token.start, end: token.end };
    const actors = subject?.actors ?? body!.actors;
    return (
      byReference(document, range, source, actors, cue, form.entry) ?? {
        source,
        actors,
        cue,
        entry: form.entry,
        via: null,
        passes: body !== null || isPasser(document, source),
      }
    );
  }
  return null;
}

/** “сообщает Reuters со ссылкой на источники”: the sources speak, the medium passes it on. */
function byReference(
  document: Document,
  range: Range,
  medium: Range,
  actors: readonly string[],
  cue: Range,
  entry: Cue,
): Attribution | null {
  const match = reference.exec(document.text.slice(medium.end, range.end));
  if (match === null) return null;
  const start = medium.end + match.index + match[0].length - match[1]!.length;
  const source = { start, end: start + match[1]!.trimEnd().length };
  return {
    source,
    actors: actorsOfSource(document, source),
    cue,
    entry,
    via: { range: medium, actor: actors.length === 1 ? actors[0]! : null },
    passes: true,
  };
}

const passers =
  /^(?:пресс-служб|телеграм-канал|телеканал|газет|издани|агентств|портал|источник|собеседник|ведомств|посольств|министерств|компани)/iu;

function isPasser(document: Document, source: Range): boolean {
  if (passers.test(document.text.slice(source.start, source.end))) return true;
  const mention = mentionsIn(document, source)[0];
  return mention !== undefined && (mention.type === "medium" || mention.type === "body");
}
