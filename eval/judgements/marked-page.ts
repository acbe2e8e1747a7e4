import type { Range } from "../../src/core/document.ts";
import type { Assessment } from "../../src/core/records.ts";

/** A judgement that a person marked: ranges in the page's source. */
export interface MarkedJudgement {
  readonly type: Assessment["type"];
  readonly negated: boolean;
  readonly term: Range;
  readonly about: Range;
  /** The words that name the holder; `null`: the page's author, party or outlet. */
  readonly holder: string | null;
  /** Neither missed when absent nor wrong when found. */
  readonly optional: boolean;
}

/** A page with marks taken out. */
export interface MarkedPage {
  readonly text: string;
  readonly judgements: readonly MarkedJudgement[];
  readonly figures: readonly Range[];
}

const types: Readonly<Record<string, Assessment["type"]>> = {
  p: "prediction",
  r: "recommendation",
  c: "conditional",
  e: "evaluation",
};

interface OpenTerm extends Range {
  readonly letter: string;
  readonly back: boolean;
  readonly negated: boolean;
  readonly holder: string | null;
}

/**
 * Read a marked page: `<p:unlikely>` is a term (p prediction, r recommendation, c conditional, e evaluation; `!` negated;
 * `@words` its holder), `[…]` what it is about: the innermost around the term, else the next after it, or before it with
 * `<-p:…>`. `{29%}` is a figure.
 * @throws {Error} when a mark stays open or a term has nothing it is about
 */
export function parseMarkedPage(marked: string): MarkedPage {
  let text = "";
  const terms: OpenTerm[] = [];
  const abouts: Range[] = [];
  const figures: Range[] = [];
  const open: number[] = [];
  let figure = -1;
  for (let at = 0; at < marked.length; at++) {
    const term = /^<(-?)([prce])(!?)(?:@([^:>]*))?:([^>]*)>/u.exec(marked.slice(at, at + 120));
    if (term !== null) {
      const [whole, back, letter, not, holder, words] = term;
      const start = text.length;
      text += words!;
      terms.push({
        start,
        end: text.length,
        letter: letter!,
        back: back !== "",
        negated: not !== "",
        holder: holder ?? null,
      });
      at += whole.length - 1;
      continue;
    }
    const sign = marked[at]!;
    if (sign === "[") open.push(text.length);
    else if (sign === "]") abouts.push({ start: open.pop()!, end: text.length });
    else if (sign === "{") figure = text.length;
    else if (sign === "}") figures.push({ start: figure, end: text.length });
    else text += sign;
  }
  if (open.length > 0) throw new Error(`a mark stays open: ${text.slice(open[0]).slice(0, 40)}`);
  return { text, judgements: terms.map((term) => judgementOf(term, abouts, text)), figures };
}

function judgementOf(term: OpenTerm, abouts: readonly Range[], text: string): MarkedJudgement {
  const around = abouts
    .filter(({ start, end }) => start <= term.start && term.end <= end)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start))[0];
  const after = abouts
    .filter(({ start }) => start >= term.end)
    .toSorted((a, b) => a.start - b.start)[0];
  const before = abouts.filter(({ end }) => end <= term.start).toSorted((a, b) => b.end - a.end)[0];
  const about = term.back ? before : (around ?? after);
  if (about === undefined)
    throw new Error(`nothing is about “${text.slice(term.start, term.end)}”`);
  const { start, end, letter, negated, holder } = term;
  return { type: types[letter]!, negated, term: { start, end }, about, holder, optional: false };
}
