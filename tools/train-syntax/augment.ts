import type { TreebankSentence } from "./conllu.ts";
import { directSpeech, type SpeechFrame } from "./direct-speech.ts";
import { renamed, type Directory } from "./names.ts";

/** What stands in place of a sentence of the treebank, now and then. */
const chances = { headline: 0.07, quotation: 0.08, noStop: 0.04, speech: 0.1, name: 0.2 } as const;

/** Longest sentence that becomes a headline, in words. */
const longestHeadline = 20;

/** Longest stretch that is put in quotation marks, in words. */
const longestQuotation = 15;

/** What is learnt from a sentence. */
export type Words = Pick<TreebankSentence, "forms" | "upos" | "heads" | "labels">;

/** What other writings are made of. */
export interface Material {
  readonly frames: readonly SpeechFrame[];
  readonly directory: Directory;
}

/**
 * Now and then another writing of a sentence with the same analysis: with other names, as a headline
 * (no articles, no full stop, capitals), with a phrase in quotation marks, without its full stop, or
 * as direct speech. The treebanks have few of these, press pages many.
 */
export function augmented(sentence: Words, material: Material, random: () => number): Words {
  const { frames, directory } = material;
  const words = random() < chances.name ? renamed(sentence, directory, random) : sentence;
  let chance = random();
  const falls = (share: number): boolean => {
    chance -= share;
    return chance < 0;
  };
  if (falls(chances.headline))
    return words.forms.length <= longestHeadline ? headline(words, random) : words;
  if (falls(chances.quotation)) return quotation(words, random);
  if (falls(chances.noStop)) return withoutStop(words);
  const frame = frames[Math.floor(random() * frames.length)];
  if (frame === undefined || !falls(chances.speech)) return words;
  const renewed =
    random() < 0.5 ? { ...frame, subject: renamedPhrase(frame, directory, random) } : frame;
  return directSpeech(words, renewed, random) ?? words;
}

/** The speaker with another name. */
function renamedPhrase(
  { subject }: SpeechFrame,
  directory: Directory,
  random: () => number,
): SpeechFrame["subject"] {
  const { forms, upos, heads, labels, top } = subject;
  const rooted = heads.map((head, at) => (at === top ? forms.length : head));
  const words = renamed({ forms, upos, heads: rooted, labels }, directory, random);
  return { ...words, top: words.heads.indexOf(words.forms.length) };
}

/** Without articles and full stop; in title case, in capitals or as it was. */
export function headline(sentence: Words, random: () => number): Words {
  const bare = withoutStop(
    kept(sentence, (at) => !(/^(?:the|an?)$/i.test(sentence.forms[at]!) && isLeaf(sentence, at))),
  );
  const style = random();
  if (style < 0.3) return { ...bare, forms: bare.forms.map((form) => form.toUpperCase()) };
  if (style < 0.8) {
    const small = new Set(["ADP", "CCONJ", "PART", "DET"]);
    const forms = bare.forms.map((form, at) =>
      at > 0 && small.has(bare.upos[at]!) && form.length < 5
        ? form
        : form.slice(0, 1).toUpperCase() + form.slice(1),
    );
    return { ...bare, forms };
  }
  return bare;
}

function withoutStop(sentence: Words): Words {
  const last = sentence.forms.length - 1;
  return kept(sentence, (at) => at < last || last === 0 || sentence.forms[at] !== ".");
}

/** A phrase, or a head with all that follows it in its phrase, between quotation marks. */
export function quotation(sentence: Words, random: () => number): Words {
  const { forms, upos, heads, labels } = sentence;
  if (forms.some((form) => /["“”]/u.test(form))) return sentence;
  const head = Math.floor(random() * forms.length);
  if (!/^(?:VERB|NOUN|ADJ|PROPN|AUX)$/.test(upos[head]!)) return sentence;
  const below = phraseOf(sentence, head);
  const last = below.at(-1)!;
  if (last - below[0]! + 1 !== below.length || labels[head] === "root") return sentence;
  const first = random() < 0.5 ? below[0]! : head;
  if (last === first || last - first >= longestQuotation) return sentence;
  const place = (at: number): number => at + (at >= first ? 1 : 0) + (at > last ? 1 : 0);
  const insert = <T>(values: readonly T[], open: T, close: T): T[] => [
    ...values.slice(0, first),
    open,
    ...values.slice(first, last + 1),
    close,
    ...values.slice(last + 1),
  ];
  return {
    forms: insert(forms, "“", "”"),
    upos: insert(upos, "PUNCT", "PUNCT"),
    heads: insert(heads.map(place), place(head), place(head)),
    labels: insert(labels, "punct", "punct"),
  };
}

/** A word and all words below it, in order. */
function phraseOf({ heads }: Words, top: number): number[] {
  return [...heads.keys()].filter((word) => {
    let at = word;
    while (at !== top && at < heads.length) at = heads[at]!;
    return at === top;
  });
}

function isLeaf({ heads }: Words, at: number): boolean {
  return !heads.includes(at);
}

/** The sentence without some words, none of which has dependents. */
function kept({ forms, upos, heads, labels }: Words, keeps: (at: number) => boolean): Words {
  const places = new Int32Array(forms.length + 1);
  let count = 0;
  for (let at = 0; at < forms.length; at++) {
    places[at] = count;
    if (keeps(at)) count++;
  }
  places[forms.length] = count;
  const those = <T>(values: readonly T[]): T[] => values.filter((_, at) => keeps(at));
  return {
    forms: those(forms),
    upos: those(upos),
    heads: those(heads).map((head) => places[head]!),
    labels: those(labels),
  };
}
