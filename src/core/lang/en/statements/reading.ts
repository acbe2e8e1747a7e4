import type { Context } from "../../../context.ts";
import type { Document, Range } from "../../../document.ts";
import { isOfficial } from "../../../statements/account.ts";
import { cueLexicon, type Cue, type CueLexicon } from "../../../statements/cues.ts";
import type { Quotation } from "../../../statements/quotes.ts";
import { nounOf, speakerNouns, type SpeakerNoun } from "./credible.ts";
import { cueForms } from "./cue-forms.ts";
import { cuesOf, groupStart, type CuePlace } from "./cue-places.ts";
import type { Frame } from "./frame.ts";

/** Nouns of occasions and papers at which or in which somebody says something. */
const occasions =
  /^(?:statement|statements|interview|interviews|speech|speeches|address|briefing|conference|conferences|letter|letters|memo|tweet|tweets|post|posts|message|email|e-mail|report|article|editorial|op-ed|column|filing|filings|release|meeting|meetings|call|calls|conversation|talks|visit|trip|summit|rally|event|hearing|testimony|debate|session|ceremony|remarks|appearance|announcement|gathering|forum|press|news|telephone|phone|video|television|radio|twitter|telegram|facebook|weibo|x|truth|channel|blog|book|essay|documentary|dinner|lunch|reception|readout|communique|communiqué|document|exchange)$/;

/** Prepositions that lead to a time, a place or an occasion. */
const locative =
  /^(?:in|on|at|during|after|before|via|through|from|over|ahead|following|to|amid|by|with|about|of|for|as|under|near|outside|inside|aboard)$/;

/** A document as its statements are read: where its times are, which words are cues. */
export class Reading {
  readonly document: Document;
  readonly cues: CueLexicon;
  /** In official accounts cue verbs take bare noun phrases as content, and say so for their party. */
  readonly official: boolean;
  readonly #nouns: ReadonlyMap<string, SpeakerNoun>;
  readonly #forms: ReadonlyMap<string, string>;
  readonly #quotations: readonly Quotation[];
  readonly #open: ReadonlyMap<number, Quotation>;
  readonly #timeEnds: ReadonlyMap<number, number>;
  readonly #places = new Map<Frame, readonly CuePlace[]>();

  constructor(document: Document, context: Context, quotations: readonly Quotation[]) {
    this.document = document;
    this.#quotations = quotations;
    this.#open = new Map(
      quotations.filter(({ open }) => open).map((quotation) => [quotation.block, quotation]),
    );
    this.cues = cueLexicon(context, "en");
    this.#nouns = speakerNouns(context);
    this.#forms = cueForms(context, this.cues);
    this.official = isOfficial(document);
    this.#timeEnds = new Map(document.layers.times.map(({ start, end }) => [start, end]));
  }

  /** Cue verbs of a frame, left to right. */
  placesOf(frame: Frame): readonly CuePlace[] {
    let places = this.#places.get(frame);
    if (places === undefined) {
      places = cuesOf(frame, this.cues, this.#forms).filter(
        ({ verb }) => !this.isQuoted(frame.words[verb]!) || this.#opensQuoted(frame, verb),
      );
      this.#places.set(frame, places);
    }
    return places;
  }

  /** The cue verb that a word is a form of, wherever it stands. */
  cueOfForm(low: string): Cue | null {
    const lemma = this.#forms.get(low);
    return lemma === undefined ? null : (this.cues.verbs.get(lemma) ?? null);
  }

  /** A noun for what somebody is (“director”, “fellow”). */
  isTrade(low: string): boolean {
    return nounOf(low, this.#nouns)?.kind === "person";
  }

  /** The quotation that stays open at the end of a block. */
  openIn(block: number): Quotation | null {
    return this.#open.get(block) ?? null;
  }

  /** Within quotation marks: somebody's words, not the writer's. */
  isQuoted(range: Range): boolean {
    return this.#quotationAround(range) !== null;
  }

  /** One past the words that stand within the same marks as a word, where these open after `from`; else the word. */
  pastQuotation(frame: Frame, at: number, from: number): number {
    const quotation = frame.quotation(at) === null ? this.#quotationAround(frame.words[at]!) : null;
    if (quotation === null || quotation.start < frame.words[from]!.start) return at;
    if (frame.words[at]!.start === quotation.start) return at;
    let past = at;
    while (past < frame.length && frame.words[past]!.end <= quotation.end) past++;
    return past;
  }

  #quotationAround({ start, end }: Range): Quotation | null {
    let low = 0;
    let high = this.#quotations.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#quotations[middle]!.end <= start) low = middle + 1;
      else high = middle;
    }
    const quotation = this.#quotations[low];
    return quotation !== undefined && quotation.start <= start && end <= quotation.end
      ? quotation
      : null;
  }

  /** “Xi ‘noted the …’”: what the subject does is quoted with the verb. */
  #opensQuoted(frame: Frame, verb: number): boolean {
    const mark = groupStart(frame, verb) - 1;
    if (!/^["“‘'«„`]+$/.test(frame.form(mark)) || !frame.isNominal(mark - 1)) return false;
    const quotation = this.#quotationAround(frame.words[verb]!);
    if (quotation === null) return false;
    return !/[.!?]\s/u.test(this.document.text.slice(quotation.start, quotation.end));
  }

  /** The cue whose verb stands at a word. */
  cueAt(frame: Frame, at: number): Cue | null {
    return this.placesOf(frame).find((place) => place.verb === at)?.entry ?? null;
  }

  /** One past the time expression that begins at a word, with “on”; `null` when none does. */
  afterTime(frame: Frame, at: number): number | null {
    const from = /^(?:on|in|at|since|late|early)$/.test(frame.low(at)) ? at + 1 : at;
    for (const start of from === at ? [at] : [at, from]) {
      const word = frame.words[start];
      const end =
        word === undefined || word.quotation !== null ? undefined : this.#timeEnds.get(word.start);
      if (end === undefined) continue;
      let to = start;
      while (to < frame.length && frame.words[to]!.start < end) to++;
      if (
        /^(?:['’]s?|of)$/.test(frame.low(to)) ||
        (frame.isNominal(to) && frame.upos(to) !== "PRON" && frame.upos(to) !== "PROPN")
      )
        return null;
      return to;
    }
    return null;
  }

  /** A preposition at a word leads to an occasion (“in a statement”, “during a visit to …”). */
  isOccasion(frame: Frame, at: number): boolean {
    if (frame.upos(at) !== "ADP" || !locative.test(frame.low(at))) return false;
    for (let index = at + 1; index < Math.min(frame.length, at + 7); index++) {
      if (occasions.test(frame.lemma(index)) && frame.upos(index) !== "VERB")
        return !/^(?:about|of|for|with|to)$/.test(frame.low(at));
      if (
        !/^(?:DET|ADJ|NOUN|PROPN|NUM|PART|PRON|PUNCT)$/.test(frame.upos(index)) ||
        frame.isBreak(index)
      )
        return false;
    }
    return false;
  }

  /** One past an adverb, a time or a phrase of occasion or place that begins at a word. */
  afterAdjunct(frame: Frame, at: number, entry: Cue | null = null): number | null {
    const upos = frame.upos(at);
    const time = this.afterTime(frame, at);
    if (time !== null) return time;
    if (adverbs.test(frame.low(at))) return at + 1;
    const ofNext = frame.head(at) > at && frame.deprel(at) === "advmod";
    if (ofNext && frame.low(at + 1) !== "that" && degrees.test(frame.low(at))) return null;
    if (upos === "ADV" && !/^(?:how|why|when|where)$/.test(frame.low(at))) return at + 1;
    if (upos !== "ADP" || !locative.test(frame.low(at))) return null;
    if (entry?.frames.has(`p:${frame.low(at)}`) === true && !this.isOccasion(frame, at))
      return null;
    return afterPhrase(frame, at + 1);
  }

  /** A speaker and a cue stand here between marks or before the end: “…, the footage showed, …”. */
  isAttribution(frame: Frame, from: number): boolean {
    const place = this.placesOf(frame).find(
      ({ verb }) => verb > from && !isDescribing(frame, verb),
    );
    if (place === undefined || place.verb - from > 18) return false;
    if (!place.entry.frames.has("quote") || !frame.isFinite(place.verb)) return false;
    if (frame.child(place.verb, "aux:pass") !== null) return false;
    const group = groupStart(frame, place.verb);
    if (group <= from) return false;
    let described = false;
    for (let at = from; at < group; at++) {
      described ||= at > from && isDescribing(frame, at);
      const inName =
        frame.isNominal(at) ||
        /^(?:DET|ADJ)$/.test(frame.upos(at)) ||
        /^(?:['’]s?|of|for|and|-)$/.test(frame.low(at)) ||
        (described && /^(?:VERB|ADP)$/.test(frame.upos(at)));
      if (!inName || frame.quotation(at) !== null) return false;
      if (/^(?:that|which|what)$/.test(frame.low(at))) return false;
    }
    return this.closes(frame, place);
  }

  /** After a cue come adjuncts only, up to a mark or the end. */
  closes(frame: Frame, place: CuePlace): boolean {
    let at = place.last + 1;
    while (at < frame.length) {
      if (frame.quotation(at) !== null) return true;
      if (frame.isPunct(at)) return !/^["“‘'«„`]+$/.test(frame.form(at));
      const next = this.afterAdjunct(frame, at);
      if (next === null) return false;
      at = next;
    }
    return true;
  }
}

/** Adverbs that belong to the number or measure after them: “far too many”, “nearly half”. */
const degrees =
  /^(?:far|too|very|so|quite|almost|nearly|about|around|roughly|only|just|even|more|less|most|at|over|as|much|not|well|up)$/;

/** Adverbs whose form misleads the tagger. */
const adverbs = /^(?:beforehand|afterwards?|thereafter|overnight|online|aloud|anew)$/;

/** “a person briefed on the call”, “officials familiar with it”: a participle or adjective after its noun. */
function isDescribing(frame: Frame, at: number): boolean {
  return (
    frame.isNominal(at - 1) &&
    /^(?:on|in|by|with|to)$/.test(frame.low(at + 1)) &&
    (frame.low(at) === "familiar" ||
      (frame.low(at).endsWith("ed") && /^(?:acl|amod)$/.test(frame.deprel(at))))
  );
}

/** One past the noun phrase that begins at a word, with phrases of “of” in it. */
function afterPhrase(frame: Frame, from: number): number | null {
  let to = from;
  while (to < frame.length && frame.quotation(to) === null) {
    const stays =
      (frame.isNominal(to) &&
        !(to > from && /^(?:he|she|they|we|i|it|that|which|who|what)$/.test(frame.low(to)))) ||
      (/^(?:DET|ADJ|NUM)$/.test(frame.upos(to)) &&
        !(to > from && frame.upos(to) === "DET" && frame.isNominal(to - 1))) ||
      /^['’]s?$/.test(frame.low(to)) ||
      (to > from &&
        /^(?:of|and|&|for|with|to|in|at)$/.test(frame.low(to)) &&
        frame.isNominal(to - 1) &&
        frame.upos(to + 1) !== "VERB");
    if (!stays) break;
    to++;
  }
  return to > from ? to : null;
}
