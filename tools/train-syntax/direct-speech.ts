import type { Words } from "./augment.ts";
import type { TreebankSentence } from "./conllu.ts";

/** Forms of verbs that come with a quotation, before or after their subject. */
const reporting =
  /^(?:said|says|told|added|adds|noted|notes|wrote|writes|asked|asks|stated|declared|warned|warns|insisted|insists|argued|argues|announced|stressed|replied|responded|explained|explains|admitted|acknowledged|concluded|continued|commented|recalled|claimed|promised|pointed)$/;

const longestSubject = 12;
const longestQuotation = 35;

/** A stretch of words with one head, `top`; heads are places in the stretch. */
interface Phrase extends Words {
  readonly top: number;
}

/** Who spoke: a speech verb, its subject, and what stands between verb and content (“reporters”, “on Monday”). */
export interface SpeechFrame {
  readonly subject: Phrase;
  readonly verb: string;
  readonly rest: readonly (Phrase & { readonly label: string })[];
}

/** The frames of reported speech in a treebank. */
export function speechFrames(sentences: readonly TreebankSentence[]): SpeechFrame[] {
  return sentences.flatMap((sentence) =>
    [...sentence.forms.keys()].flatMap((verb) => frameAt(sentence, verb) ?? []),
  );
}

function frameAt(sentence: TreebankSentence, verb: number): SpeechFrame | null {
  const { forms, heads, labels } = sentence;
  if (!reporting.test(forms[verb]!)) return null;
  const below = [...heads.keys()].filter((at) => heads[at] === verb);
  const subjectHead = below.find((at) => labels[at] === "nsubj" && at < verb);
  if (subjectHead === undefined || !below.some((at) => labels[at] === "ccomp" && at > verb))
    return null;
  const subject = phraseAt(sentence, subjectHead);
  if (subject === null || subject.forms.length > longestSubject) return null;
  if (subject.upos.includes("PUNCT") && !subject.labels.includes("appos")) return null;
  const rest: (Phrase & { label: string })[] = [];
  let next = verb + 1;
  for (const at of below) {
    if (at < next || !/^(?:obj|iobj|obl|obl:tmod|obl:unmarked)$/.test(labels[at]!)) continue;
    const phrase = phraseAt(sentence, at);
    if (phrase === null || at - phrase.top !== next) break;
    rest.push({ ...phrase, label: labels[at]! });
    next += phrase.forms.length;
  }
  return { subject, verb: forms[verb]!, rest };
}

/** The words below a word, when they stand together. */
function phraseAt(sentence: Words, head: number): Phrase | null {
  const { forms, heads } = sentence;
  const inside = [...forms.keys()].filter((word) => {
    let at = word;
    while (at !== head && at < forms.length) at = heads[at]!;
    return at === head;
  });
  const first = inside[0]!;
  if (inside.at(-1)! - first + 1 !== inside.length) return null;
  return stretch(sentence, first, inside.at(-1)! + 1, head);
}

function stretch(
  { forms, upos, heads, labels }: Words,
  from: number,
  to: number,
  top: number,
): Phrase {
  return {
    forms: forms.slice(from, to),
    upos: upos.slice(from, to),
    heads: heads.slice(from, to).map((head) => head - from),
    labels: labels.slice(from, to),
    top: top - from,
  };
}

/**
 * A sentence as direct speech in a frame: “…,” Ali said. · “…,” said Ali. · Ali said: “….” · “…,” Ali
 * said, “….”
 * The content is a clausal complement and its marks hang on it, as in the treebanks; a report that
 * splits it hangs on it as parataxis.
 * @returns `null` for what nobody would be quoted with (questions, fragments, long sentences)
 */
export function directSpeech(
  sentence: Words,
  frame: SpeechFrame,
  random: () => number,
): Words | null {
  const last = sentence.forms.length - 1;
  const top = sentence.labels.indexOf("root");
  if (last > longestQuotation || last < 3 || sentence.forms[last] !== ".") return null;
  if (sentence.forms.some((form) => /["“”]/u.test(form))) return null;
  if (!sentence.heads.some((head, at) => head === top && sentence.labels[at]!.startsWith("nsubj")))
    return null;
  const content = stretch(sentence, 0, last, top);
  const built = new Builder();
  const style = random();
  if (style < 0.25) return built.split(content, frame, random);
  if (style < 0.75) {
    const said = built.quote(content, ",");
    built.report(frame, style < 0.5 && frame.subject.upos[frame.subject.top] !== "PRON");
    built.attach(said, built.verb, "ccomp");
    built.mark(".", () => built.verb);
  } else {
    built.report(frame, false);
    const said = built.quote(content, ".", style < 0.88 ? ":" : ",");
    built.attach(said, built.verb, "ccomp");
  }
  return built.words();
}

/** Places where the head's own words end or begin: between its dependents, after its subject. */
function joints({ forms, heads, labels, top }: Phrase): number[] {
  const below = (word: number, head: number): boolean => {
    let at = word;
    while (at !== head && at !== top) at = heads[at]!;
    return at === head;
  };
  return [...forms.keys()]
    .filter((at) => heads[at] === top && at !== top && labels[at] !== "punct")
    .map((at) => {
      const phrase = [...forms.keys()].filter((word) => below(word, at));
      return at < top ? phrase.at(-1)! + 1 : phrase[0]!;
    })
    .filter((at) => at > 0 && at < forms.length && (at > top || labels[at - 1] === "nsubj"));
}

class Builder {
  readonly #forms: string[] = [];
  readonly #upos: string[] = [];
  readonly #heads: (() => number)[] = [];
  readonly #labels: string[] = [];
  verb = -1;

  /** Add a phrase; returns the place of its head, whose own head is set by `attach`. */
  add({ forms, upos, heads, labels, top }: Phrase): number {
    const from = this.#forms.length;
    this.#forms.push(...forms);
    this.#upos.push(...upos);
    this.#heads.push(...heads.map((head) => () => head + from));
    this.#labels.push(...labels);
    return from + top;
  }

  attach(at: number, head: number, label: string): void {
    this.attachTo(at, () => head, label);
  }

  attachTo(at: number, head: () => number, label: string): void {
    this.#heads[at] = head;
    this.#labels[at] = label;
  }

  mark(form: string, head: () => number): void {
    this.#forms.push(form);
    this.#upos.push("PUNCT");
    this.#heads.push(head);
    this.#labels.push("punct");
  }

  /** Content between marks, with its own last mark inside them. */
  quote(content: Phrase, stop: string, before?: string): number {
    let head = -1;
    if (before !== undefined) this.mark(before, () => head);
    this.mark("“", () => head);
    head = this.add(content);
    this.mark(stop, () => head);
    this.mark("”", () => head);
    return head;
  }

  /** “…,” Ali said, “….” Without a place to divide it, the content stays whole. */
  split(content: Phrase, frame: SpeechFrame, random: () => number): Words | null {
    const places = joints(content);
    const place = places[Math.floor(random() * places.length)];
    if (place === undefined) return null;
    const comma = content.forms[place - 1] === ",";
    const head = (): number => content.top + (content.top < place ? 1 : after);
    this.mark("“", head);
    const moved = (at: number): number => at + (at < place ? 1 : after);
    const part = (from: number, to: number): void => {
      this.#forms.push(...content.forms.slice(from, to));
      this.#upos.push(...content.upos.slice(from, to));
      this.#heads.push(...content.heads.slice(from, to).map((at) => () => moved(at)));
      this.#labels.push(...content.labels.slice(from, to));
    };
    part(0, place);
    if (!comma) this.mark(",", head);
    this.mark("”", head);
    this.report(frame, false);
    this.attachTo(this.verb, head, "parataxis");
    this.mark(",", () => this.verb);
    this.mark("“", head);
    const after = this.#forms.length - place;
    part(place, content.forms.length);
    this.attachTo(head(), () => this.#forms.length, "root");
    this.mark(".", head);
    this.mark("”", head);
    return this.words();
  }

  report({ subject, verb, rest }: SpeechFrame, inverted: boolean): void {
    if (!inverted) this.#attachLater(subject, "nsubj");
    this.verb = this.#forms.length;
    this.#forms.push(verb);
    this.#upos.push("VERB");
    this.#heads.push(() => this.#forms.length);
    this.#labels.push("root");
    if (inverted) this.#attachLater(subject, "nsubj");
    for (const phrase of rest) this.#attachLater(phrase, phrase.label);
  }

  #attachLater(phrase: Phrase, label: string): void {
    const first = this.#forms.length;
    const at = this.add(phrase);
    // What began its own sentence begins this one no longer.
    if (first > 0 && this.#upos[first] !== "PROPN" && this.#forms[first] !== "I")
      this.#forms[first] = this.#forms[first]!.toLowerCase();
    this.#heads[at] = () => this.verb;
    this.#labels[at] = label;
  }

  words(): Words {
    return {
      forms: this.#forms,
      upos: this.#upos,
      heads: this.#heads.map((head) => head()),
      labels: this.#labels,
    };
  }
}
