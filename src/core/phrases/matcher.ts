import type { Language, Mark } from "../document.ts";
import { parsePattern, scriptOf } from "./pattern.ts";
import { scanCharacters, scanWords } from "./scan.ts";
import { closeQuotes, select } from "./select.ts";
import { createNode, insert, type Node } from "./trie.ts";

/** A row of `topics.tsv` or `phrases.tsv` as the matcher needs it. */
export interface PatternRow {
  readonly id: string;
  /** Patterns by language, in the order of the table; a rule id counts them from 1. */
  readonly forms: Readonly<Record<Language, readonly string[]>>;
  /** Patterns, of any language, that cancel a match they overlap. */
  readonly not: readonly string[];
  /** Rows above this one; their own matches inside a match of this row stay. */
  readonly ancestors: readonly string[];
}

/** A form found in a text; `rule` is `topic/en/taiwan/2`: the second English pattern of that row. */
export interface FormMatch extends Mark {
  readonly id: string;
}

/** Patterns of a table, compiled for one pass over a text. */
export interface FormMatcher {
  readonly rows: readonly PatternRow[];
  readonly name: string;
  /** The patterns of a language, compiled when a text is in it. */
  readonly root: (language: Language) => Node;
}

/**
 * Compile the patterns of a table.
 * @param name - first part of the rule ids (`topic`, `phrase`)
 * @returns a matcher that throws an error naming the row when a language in use has a malformed pattern
 */
export function compileForms(name: string, rows: readonly PatternRow[]): FormMatcher {
  const roots = new Map<Language, Node>();
  const root = (language: Language): Node => {
    const known = roots.get(language) ?? compileLanguage(name, rows, language);
    roots.set(language, known);
    return known;
  };
  return { name, rows, root };
}

function compileLanguage(name: string, rows: readonly PatternRow[], language: Language): Node {
  const root = createNode();
  for (const [row, { id, forms, not }] of rows.entries()) {
    const add = (pattern: string, number: number): void => {
      try {
        for (const atoms of parsePattern(pattern, language)) {
          const open = atoms.some((atom) => atom.kind === "gap");
          insert(root, atoms, { row, pattern: number, open });
        }
      } catch (error) {
        throw new Error(`${name} ${id}: ${error instanceof Error ? error.message : ""}`, {
          cause: error,
        });
      }
    };
    forms[language].forEach((pattern, index) => add(pattern, index + 1));
    for (const pattern of not) if (scriptOf(pattern) === language) add(pattern, 0);
  }
  return root;
}

/**
 * Find the forms of a table in a text of one language, in time linear in the text.
 *
 * The longest match wins: a match inside a longer one is dropped, unless its row is an ancestor of the longer one's
 * or the longer one has a gap (the words in the gap may speak of something else). Matches of one row that overlap are one.
 * @param text - Chinese in simplified characters (fold traditional ones to equal length first)
 * @returns matches sorted by start
 */
export function findForms(matcher: FormMatcher, text: string, language: Language): FormMatch[] {
  const root = matcher.root(language);
  const candidates =
    language === "zh" ? scanCharacters(root, text) : scanWords(root, text, language);
  return select(candidates, matcher.rows).map((candidate) => {
    const id = matcher.rows[candidate.row]!.id;
    const rule = `${matcher.name}/${language}/${id}/${candidate.pattern}`;
    return { id, ...closeQuotes(text, candidate), rule };
  });
}
