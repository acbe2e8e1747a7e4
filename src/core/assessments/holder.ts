import { mentionsIn } from "../actors/lookup.ts";
import { strangerId } from "../actors/people.ts";
import type { Document, Range } from "../document.ts";
import type { AccountLink, Statement } from "../records.ts";
import { accountChain } from "../statements/account.ts";

/** Who holds a judgement, and by whose account. */
export interface Holder {
  readonly assessor: string | null;
  readonly quote: string;
  /** Index of the statement it is part of. */
  readonly statement: number | null;
  readonly account: readonly AccountLink[];
}

/** The author by his own words: “I do not share the view that …”. */
const self = /^(?:I|we|我|我们|笔者|я|мы)$/iu;

/** The innermost statement in whose content a place lies; `null` in the page's own voice. */
export function statementAround(document: Document, { start, end }: Range): number | null {
  let best: number | null = null;
  let size = Number.POSITIVE_INFINITY;
  for (const [index, statement] of document.layers.statements.entries()) {
    if (statement.start > start || statement.end < end) continue;
    for (const part of statement.content) {
      if (part.start > start || end > part.end || part.end - part.start >= size) continue;
      [best, size] = [index, part.end - part.start];
    }
  }
  return best;
}

/** The stretch a judgement lies in: the part of a statement's content that holds it, else its sentence. */
export function limitsOf(document: Document, sentence: Range, place: Range): Range {
  const around = statementAround(document, place);
  if (around === null) return sentence;
  const part = document.layers.statements[around]!.content.find(
    ({ start, end }) => start <= place.start && place.end <= end,
  )!;
  return { start: Math.max(part.start, sentence.start), end: Math.min(part.end, sentence.end) };
}

/** The statement whose cue a place is or holds: the term is itself the word of speech (“doubted that …”). */
export function statementByCue(document: Document, { start, end }: Range): number | null {
  const found = document.layers.statements.findIndex(
    ({ cue }) => cue !== null && cue.start < end && start < cue.end,
  );
  return found < 0 ? null : found;
}

/** The holder where a statement says it: its speaker. */
export function holderInStatement(document: Document, index: number): Holder {
  const statement = document.layers.statements[index]!;
  if (self.test(sourceQuote(document, statement))) {
    const own = holderOfPage(document);
    const [actor] = statement.actors;
    if (actor === undefined || actor === own.assessor) return { ...own, statement: index };
  }
  return {
    assessor: statement.actors.length === 1 ? statement.actors[0]! : null,
    quote: sourceQuote(document, statement),
    statement: index,
    account: statement.account,
  };
}

function sourceQuote(document: Document, { source }: Statement): string {
  return source === null ? "" : document.text.slice(source.start, source.end);
}

/** The holder where the page speaks for itself: the party of an account, the author, else the outlet. */
export function holderOfPage(document: Document): Holder {
  const chain = accountChain(document, null);
  const author = document.party === null ? document.byline[0] : undefined;
  if (author !== undefined) {
    const mention = mentionsIn(document, { start: 0, end: document.text.length }).find(
      ({ type, actor, start, end }) =>
        type === "person" && actor !== null && document.text.slice(start, end) === author,
    );
    return {
      assessor: mention?.actor ?? strangerId(author),
      quote: author,
      statement: null,
      account: chain.filter(({ role }) => role !== "person"),
    };
  }
  const issuer = document.issuer ?? document.party;
  return { assessor: issuer, quote: document.outlet ?? "", statement: null, account: chain };
}
