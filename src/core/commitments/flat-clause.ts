import { mentionsIn } from "../actors/lookup.ts";
import { statementAround } from "../assessments/holder.ts";
import type { Document, Range } from "../document.ts";
import type { CommitmentClause } from "./find-commitments.ts";
import { committing } from "./parties.ts";

/** How a language without a parse tells a clause that commits. */
export interface FlatGrammar {
  /** Marks at which a clause ends. */
  readonly marks: RegExp;
  /** Words before the term, in its clause, under which nothing is committed to. */
  readonly unreal: RegExp;
  /** Most characters between who commits and the words that commit. */
  readonly reach: number;
  /** Between a name and the words: it is no subject (a preposition before it, a case that is no nominative). */
  readonly isSubject: (before: string, name: string, between: string) => boolean;
}

/**
 * The clause around words that commit, where nothing but order tells its subject: the last name before them
 * that can be one, else the speaker of the statement they open.
 */
export function flatClause(
  document: Document,
  text: string,
  words: Range,
  grammar: FlatGrammar,
): CommitmentClause | null {
  const sentence = document.layers.sentences.find(
    ({ start, end }) => start <= words.start && words.end <= end,
  );
  if (sentence === undefined) return null;
  let from = words.start;
  while (from > sentence.start && !grammar.marks.test(text[from - 1]!)) from--;
  let to = words.end;
  while (to < sentence.end && !grammar.marks.test(text[to]!)) to++;
  const lead = text.slice(from, words.start);
  if (grammar.unreal.test(lead) || /[?？][»”」"]?$/u.test(text.slice(sentence.start, sentence.end)))
    return null;
  const about = { start: words.start, end: to };
  const owner = mentionsIn(document, { start: from, end: words.start })
    .toReversed()
    .find(
      (mention) =>
        mention.end <= words.start &&
        words.start - mention.end <= grammar.reach &&
        committing(mention).length > 0 &&
        grammar.isSubject(
          text.slice(from, mention.start),
          text.slice(mention.start, mention.end),
          text.slice(mention.end, words.start),
        ),
    );
  if (owner !== undefined) return { term: words, owner, actors: committing(owner), about };
  const around = statementAround(document, words);
  if (around === null) return null;
  const { content, actors } = document.layers.statements[around]!;
  const opens = content.some(({ start }) => words.start - start <= 3 && start <= words.start);
  return opens && actors.length > 0 ? { term: words, owner: null, actors, about } : null;
}
