import type { Context } from "../context.ts";
import type { Document, Range } from "../document.ts";
import type { Assessment, JudgementKind } from "../records.ts";
import { accountChain } from "../statements/account.ts";
import { hedgesIn } from "./hedges.ts";
import { holderInStatement, holderOfPage, statementAround, type Holder } from "./holder.ts";
import { actorsIn, topicsIn } from "./matter.ts";
import type { TermBands } from "./yardsticks.ts";

/** A judgement found by a rule over text, before it is known who holds it. */
export interface JudgementDraft {
  readonly rule: string;
  readonly term: Range;
  readonly about: Range;
  readonly kind: JudgementKind;
  readonly negated: boolean;
  /** It holds under a condition that is told with it. */
  readonly conditional: boolean;
  readonly bands: TermBands;
  /** Whoever the words themselves name as holding it (“analysts doubt that …”); `null`: whoever says it. */
  readonly holder: { readonly actor: string | null; readonly range: Range } | null;
}

/**
 * Close drafts with their holders.
 * @returns by start; of two with one term the first stays
 */
export function assembleJudgements(
  document: Document,
  context: Context,
  drafts: readonly JudgementDraft[],
): Assessment[] {
  const own = holderOfPage(document);
  const seen = new Set<number>();
  return drafts
    .toSorted((a, b) => a.term.start - b.term.start || b.term.end - a.term.end)
    .filter(({ term }) => {
      if (seen.has(term.start)) return false;
      seen.add(term.start);
      return true;
    })
    .map((draft) => assemble(document, context, draft, own))
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
}

function assemble(
  document: Document,
  context: Context,
  draft: JudgementDraft,
  own: Holder,
): Assessment {
  const { term, about, kind, negated, bands } = draft;
  const holder = holderOf(document, draft, own);
  const parts = [term, about, ...(draft.holder === null ? [] : [draft.holder.range])];
  const whole = {
    start: Math.min(...parts.map((part) => part.start)),
    end: Math.max(...parts.map((part) => part.end)),
  };
  return {
    ...whole,
    rule: draft.rule,
    assessor: holder.assessor,
    assessorQuote: holder.quote,
    term: document.text.slice(term.start, term.end),
    termRange: term,
    negated,
    hedges: hedgesIn(document, context, whole).filter(
      ({ start, end }) => end <= term.start || start >= term.end,
    ),
    about,
    topics: topicsIn(document, about),
    actors: actorsIn(document, about),
    type: typeOf(draft),
    kind,
    // No yardstick says what “not likely” is worth.
    bands: negated ? null : bands.bands,
    bandsInferred: negated ? [] : bands.inferred,
    statement: holder.statement,
    account: holder.account,
  };
}

function typeOf({ kind, conditional }: JudgementDraft): Assessment["type"] {
  if (kind === "advised") return "recommendation";
  if (kind === "favourable" || kind === "unfavourable") return "evaluation";
  return conditional || kind === "conditional" ? "conditional" : "prediction";
}

function holderOf(document: Document, draft: JudgementDraft, own: Holder): Holder {
  const around = statementAround(document, draft.term);
  if (draft.holder === null) return around === null ? own : holderInStatement(document, around);
  const { actor, range } = draft.holder;
  return {
    assessor: actor,
    quote: document.text.slice(range.start, range.end),
    statement: around,
    account:
      around === null ? accountChain(document, null) : document.layers.statements[around]!.account,
  };
}
