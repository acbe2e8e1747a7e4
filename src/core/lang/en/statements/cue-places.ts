import type { Cue, CueLexicon, CuePhrase } from "../../../statements/cues.ts";
import type { Frame } from "./frame.ts";

/** A cue verb where it stands, with the words that belong to it (“point out”, “make clear”). */
export interface CuePlace {
  readonly verb: number;
  /** Last word of the cue: the verb itself or its last particle, adjective or noun. */
  readonly last: number;
  readonly entry: Cue;
  /** The same verb read with fewer words, should nothing follow that this reading takes. */
  readonly otherwise: CuePlace | null;
}

/** Forms that are cues whatever the tagger takes them for. */
const sure = /^(?:said|says|told)$/;

/** Words that may stand between the parts of a cue (“made it very clear”, “had an in-depth exchange of views”). */
const between = /^(?:DET|ADJ|ADV|PRON|PUNCT|PROPN)$/;

/** Farthest a cue's last part stands from its verb, in words. */
const reach = 8;

/** Cue verbs of a frame, left to right. */
export function cuesOf(
  frame: Frame,
  cues: CueLexicon,
  forms: ReadonlyMap<string, string>,
): CuePlace[] {
  const found: CuePlace[] = [];
  for (let verb = 0; verb < frame.length; verb++) {
    if (frame.quotation(verb) !== null) continue;
    const low = frame.low(verb);
    const upos = frame.upos(verb);
    const surely =
      upos === "VERB" ||
      upos === "AUX" ||
      sure.test(low) ||
      isPassiveForm(frame, verb) ||
      (upos === "NOUN" && isVerbAfterAll(frame, verb, forms));
    if (!surely && !/^(?:ADJ|NOUN)$/.test(upos)) continue;
    if (isAttribute(frame, verb)) continue;
    const lemma = forms.get(low) ?? frame.lemma(verb);
    const entry = surely ? cues.verbs.get(lemma) : undefined;
    const single = entry === undefined ? null : { verb, last: verb, entry, otherwise: null };
    const place =
      surely || low.endsWith("ed")
        ? (longest(frame, verb, cues.phrases.get(lemma) ?? [], single) ?? single)
        : null;
    if (place !== null) found.push(place);
  }
  return found;
}

/** Nouns that a coordinated past takes without an article (“… and voiced confidence that …”). */
const attitudes =
  /^(?:readiness|support|confidence|hopes?|concerns?|interest|commitment|gratitude|satisfaction|willingness|condolences|solidarity|appreciation|regret|optimism|doubts?|opposition|thanks|respect|sympathy|determination)$/;

/** A participle that only describes a noun (“its expected results”, “as compared with”), or part of a hyphened word. */
function isAttribute(frame: Frame, verb: number): boolean {
  const low = frame.low(verb);
  if (frame.form(verb - 1) === "-" && !frame.isDash(verb - 1)) return frame.low(verb - 2) !== "re";
  if (frame.form(verb + 1) === "-" && !frame.isDash(verb + 1)) return true;
  if (!/(?:ing|ed)$/.test(low)) return false;
  if (frame.upos(verb - 1) === "CCONJ" && attitudes.test(frame.low(verb + 1))) return false;
  if (frame.upos(verb - 1) === "NUM" && low.endsWith("ed") && frame.isNominal(verb + 1))
    return true;
  if (frame.low(verb - 1) === "as" && low.endsWith("ed")) return true;
  if (frame.upos(verb) === "VERB" && /^(?:amod|compound)$/.test(frame.deprel(verb))) return true;
  if (
    low.endsWith("ed") &&
    frame.upos(verb - 1) === "VERB" &&
    /^(?:ADJ|NOUN|PROPN)$/.test(frame.upos(verb + 1))
  )
    return true;
  const owned =
    frame.upos(verb - 1) === "DET" ||
    /^(?:his|her|their|its|our|my|your|['’]s)$/.test(frame.low(verb - 1));
  return owned && frame.isNominal(verb + 1);
}

/** “was underscored” where the tagger took the participle for an adjective. */
function isPassiveForm(frame: Frame, verb: number): boolean {
  return (
    frame.upos(verb) === "ADJ" &&
    frame.low(verb).endsWith("ed") &&
    /^(?:was|were|been)$/.test(frame.low(verb - 1))
  );
}

/**
 * A verb that the tagger took for a noun: “, warning: …”; “Roe questions the offer”, “Roe and Oduya vow help”
 * where the stretch has no other verb.
 */
function isVerbAfterAll(frame: Frame, verb: number, forms: ReadonlyMap<string, string>): boolean {
  const low = frame.low(verb);
  if (low.endsWith("ing") && frame.upos(verb - 1) === "PROPN")
    return /^(?:of|that|against)$/.test(frame.low(verb + 1)) && withName(frame, verb) !== null;
  if (low.endsWith("ing"))
    return (
      frame.form(verb - 1) === "," &&
      (/^(?::|that)$/.test(frame.low(verb + 1)) || frame.quotation(verb + 1) !== null)
    );
  const joined = frame.upos(verb - 1) === "CCONJ" && /^(?:we|i|they)$/.test(frame.low(0));
  if (joined && low === frame.lemma(verb))
    return frame.low(verb + 1) === "to" && frame.upos(verb + 2) === "VERB";
  if (frame.upos(verb - 1) !== "PROPN" || frame.isPunct(verb + 1)) return false;
  let from = verb;
  while (from > 0 && !frame.isBreak(from - 1)) from--;
  if (low.endsWith("s") && forms.has(low))
    return (
      (/^(?:DET|SCONJ)$/.test(frame.upos(verb + 1)) ||
        /^(?:why|how|what)$/.test(frame.low(verb + 1))) &&
      !frame.hasFinite(from, verb)
    );
  if (frame.role !== "title" || frame.low(verb) !== frame.lemma(verb)) return false;
  for (let at = 0; at < verb; at++)
    if (frame.upos(at) !== "PROPN" && frame.low(at) !== "and") return false;
  return frame.low(verb - 2) === "and" && !frame.hasFinite(0, frame.length);
}

/** “with Minister Mara Roe warning of …”: first word of the name between “with” and a participle; `null` where none stands so. */
export function withName(frame: Frame, participle: number): number | null {
  let from = participle;
  while (from > 0 && /^(?:PROPN|NOUN|ADJ|DET)$/.test(frame.upos(from - 1))) from--;
  return from < participle && frame.low(from - 1) === "with" ? from : null;
}

/** The cue of several words with the most parts that stand here in order. */
function longest(
  frame: Frame,
  verb: number,
  phrases: readonly CuePhrase[],
  otherwise: CuePlace | null,
): CuePlace | null {
  let best: CuePlace | null = null;
  let parts = 0;
  for (const { rest, entry } of phrases) {
    const last = lastPart(frame, verb, rest);
    if (last === null || rest.length <= parts) continue;
    best = { verb, last, entry, otherwise };
    parts = rest.length;
  }
  return best;
}

function lastPart(frame: Frame, verb: number, rest: readonly string[]): number | null {
  let at = verb + 1;
  for (const part of rest) {
    while (
      at < frame.length &&
      at - verb < reach &&
      !isPart(frame, at, part) &&
      mayStandBetween(frame, at)
    )
      at++;
    if (!isPart(frame, at, part)) return null;
    at++;
  }
  return at - 1;
}

function isPart(frame: Frame, at: number, part: string): boolean {
  return frame.low(at) === part || frame.lemma(at) === part || frame.low(at) === `${part}s`;
}

function mayStandBetween(frame: Frame, at: number): boolean {
  if (frame.upos(at) === "PUNCT") return frame.form(at) === "-";
  if (frame.form(at + 1) === "-" || frame.form(at - 1) === "-") return true;
  return (
    between.test(frame.upos(at)) || /^['’]s?$/.test(frame.low(at)) || frame.form(at + 1) === "-"
  );
}

/** First word of a verb's group: its auxiliaries, negation and the adverbs before it. */
export function groupStart(frame: Frame, verb: number): number {
  let first = verb;
  for (let at = verb - 1; at >= 0 && verb - at <= 6; at--) {
    const upos = frame.upos(at);
    if (upos === "AUX" || /^(?:n['’]t|not|never|to)$/.test(frame.low(at))) first = at;
    else if (upos !== "ADV" && frame.low(at) !== "also") break;
    else if (
      frame.isBelow(at, verb) &&
      at === first - 1 &&
      !/^(?:when|where|why|how|so|then|yet|however|still|there|here|now|today|instead|thus|therefore)$/.test(
        frame.low(at),
      )
    )
      first = at;
    else if (!isAuxiliaryBefore(frame, at, verb)) break;
  }
  return first;
}

/** An auxiliary of the verb still stands further left (“has also repeatedly said”). */
function isAuxiliaryBefore(frame: Frame, from: number, verb: number): boolean {
  for (let at = from - 1; at >= 0 && verb - at <= 6; at--) {
    if (frame.upos(at) === "AUX") return frame.isBelow(at, verb);
    if (frame.upos(at) !== "ADV") return false;
  }
  return false;
}
