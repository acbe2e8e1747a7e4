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
 * A sentence as direct speech in a frame: “…,” Ali said. · “…,” said Ali. · Ali said: “….”
 * The content is a clausal complement and its marks hang on it, as in the treebanks.
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
  if (style < 0.7) {
    const said = built.quote(content, ",");
    const inverted = style < 0.3 && frame.subject.upos[frame.subject.top] !== "PRON";
    built.report(frame, inverted);
    built.attach(said, built.verb, "ccomp");
    built.mark(".", () => built.verb);
  } else {
    built.report(frame, false);
    const said = built.quote(content, ".", style < 0.85 ? ":" : ",");
    built.attach(said, built.verb, "ccomp");
  }
  return built.words();
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
    this.#heads[at] = () => head;
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
