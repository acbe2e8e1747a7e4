import type { Context } from "../../../context.ts";
import type { Document, Range, Sentence } from "../../../document.ts";
import type { Quotation } from "../../../statements/quotes.ts";
import { parseSentence } from "../../../syntax/annotate.ts";
import { Frame, type Word } from "./frame.ts";
import { isTitleCase, namesOf, recased } from "./recase.ts";
import { isSpeech } from "./speech.ts";

/** A piece of a frame's text and where it comes from. */
interface Piece {
  /** Offset in the frame's text. */
  readonly at: number;
  readonly length: number;
  readonly range: Range;
  readonly quotation: Quotation | null;
}

/** What stands for a quotation of speech while the frame is parsed. */
const standIn = "Yes";

/**
 * The writer's own sentences of a document, in order: sentences that a quotation runs over are one
 * frame, a quotation of speech stands in it as a word, and headlines in title case are read as
 * sentences. Frames with a quotation or a headline are parsed anew; the others keep their parse.
 */
export function framesOf(
  document: Document,
  quotations: readonly Quotation[],
  context: Context,
): Frame[] {
  const frames: Frame[] = [];
  const names = namesOf(document);
  let next = 0;
  for (const sentences of groupedSentences(document, quotations)) {
    const first = sentences[0]!;
    const range = { start: first.start, end: sentences.at(-1)!.end };
    while (next < quotations.length && quotations[next]!.end <= range.start) next++;
    const speech: Quotation[] = [];
    for (let at = next; at < quotations.length && quotations[at]!.start < range.end; at++)
      if (isSpeech(document, quotations[at]!)) speech.push(quotations[at]!);
    const { role } = document.blocks[first.block]!;
    const headline =
      (role === "title" || role === "heading" || role === "key-point" || role === "subtitle") &&
      isTitleCase(document.text.slice(range.start, range.end));
    const words =
      speech.length === 0 && !headline
        ? ownWords(document, sentences)
        : parsedWords(document, range, speech, headline ? names : null, context);
    frames.push(new Frame(first.block, role, words));
  }
  return frames;
}

/** Sentences of a block that a quotation runs over belong together. */
function groupedSentences(document: Document, quotations: readonly Quotation[]): Sentence[][] {
  const groups: Sentence[][] = [];
  let next = 0;
  let last: Sentence | undefined;
  for (const sentence of document.layers.sentences) {
    while (next < quotations.length && quotations[next]!.end <= sentence.start) next++;
    const quotation = quotations[next];
    const inside =
      quotation !== undefined &&
      quotation.start < sentence.start &&
      last !== undefined &&
      quotation.start < last.end;
    if (last !== undefined && last.block === sentence.block && inside)
      groups.at(-1)!.push(sentence);
    else groups.push([sentence]);
    last = sentence;
  }
  return groups;
}

function ownWords(document: Document, sentences: readonly Sentence[]): Word[] {
  const offset = sentences[0]!.tokens[0];
  return document.layers.tokens.slice(offset, sentences.at(-1)!.tokens[1]).map((token) => ({
    ...token,
    head: token.head < 0 ? -1 : token.head - offset,
    form: document.text.slice(token.start, token.end),
    quotation: null,
  }));
}

function parsedWords(
  document: Document,
  range: Range,
  speech: readonly Quotation[],
  names: ReadonlySet<string> | null,
  context: Context,
): Word[] {
  const { pieces, text } = frameText(document, range, speech, names);
  const model = context.syntax();
  if (model === null) return [];
  let piece = 0;
  return parseSentence(model, text, 0, text.length).map((token) => {
    while (piece + 1 < pieces.length && pieces[piece + 1]!.at <= token.start) piece++;
    const { at, range: origin, quotation } = pieces[piece]!;
    const place =
      quotation === null
        ? { start: origin.start + token.start - at, end: origin.start + token.end - at }
        : origin;
    return { ...token, ...place, form: text.slice(token.start, token.end), quotation };
  });
}

/** The frame's text with a word in place of each quotation, and the way back. */
function frameText(
  document: Document,
  range: Range,
  speech: readonly Quotation[],
  names: ReadonlySet<string> | null,
): { pieces: Piece[]; text: string } {
  const pieces: Piece[] = [];
  let text = "";
  let from = range.start;
  const add = (written: string, origin: Range, quotation: Quotation | null): void => {
    if (written === "") return;
    pieces.push({ at: text.length, length: written.length, range: origin, quotation });
    text += written;
  };
  const own = (origin: Range): void =>
    add(
      names === null
        ? document.text.slice(origin.start, origin.end)
        : recased(document, origin, names),
      origin,
      null,
    );
  for (const quotation of speech) {
    const start = Math.max(quotation.start, range.start);
    const end = Math.min(quotation.end, range.end);
    own({ start: from, end: start });
    const stop =
      /([,.!?…])["”'’)\]]*$/u.exec(document.text.slice(Math.max(start, end - 8), end))?.[1] ?? "";
    add(`“${standIn}${stop}”`, { start, end }, quotation);
    from = end;
  }
  own({ start: from, end: range.end });
  return { pieces, text };
}
