import type { Range } from "../../../document.ts";
import type { Tree } from "../../../statements/tree.ts";

/** Words that join a clause to what stands before it and say nothing of what it is about. */
const connectives =
  /^(?:however|moreover|furthermore|therefore|thus|hence|ultimately|finally|first|firstly|second|secondly|third|thirdly|meanwhile|indeed|nevertheless|nonetheless|besides|additionally|also|still|then|so|yet|instead|otherwise|similarly|likewise|specifically|importantly|accordingly|consequently|overall)$/;

/** Conjunctions that open another thought, not a condition of this one. */
const otherThought =
  /^(?:because|since|although|though|while|whilst|whereas|as|even|so|given|albeit)$/;

/** Relations that open another clause of its own. */
const apart = /^(?:parataxis|discourse|vocative|dislocated|list)/;

/**
 * The range of the clause of a predicate: its subject, objects and adjuncts, its conditions; without the
 * conjunction that opens it, other clauses beside it, and reasons or concessions after a comma.
 * @param from - the clause begins no earlier than this token
 */
export function clauseOf(tree: Tree, predicate: number, from: number = tree.first): Range | null {
  const tokens = tree
    .subtree(predicate, (child) => child !== predicate && !belongs(tree, child))
    .filter((index) => index >= from);
  const range = tree.rangeOf(withoutLead(tree, unbroken(tree, tokens, predicate)));
  if (range === null) return null;
  const within = afterDash(tree, range, tree.token(predicate).start);
  return balanced(tree.document.text, withAntecedent(tree, predicate, within));
}

/** The words below a token that follow a place: a complement (“to …”, “that …”). */
export function complementOf(tree: Tree, head: number, from: number): Range | null {
  const tokens = tree
    .subtree(head, (child) => child !== head && !belongs(tree, child))
    .filter((index) => index >= from);
  const range = tree.rangeOf(withoutMark(tree, unbroken(tree, tokens, head)));
  return range === null ? null : balanced(tree.document.text, range);
}

/** A noun phrase with everything below it, for a subject of a judgement. */
export function nounPhrase(tree: Tree, noun: number): Range | null {
  const tokens = tree.subtree(noun, (child) => {
    const { deprel } = tree.token(child);
    return child !== noun && (apart.test(deprel) || (deprel === "cc" && child < noun));
  });
  return tree.rangeOf(unbroken(tree, tokens, noun));
}

/** A single dash, colon or semicolon before the predicate parts another thought off; a pair holds an aside. */
function afterDash(tree: Tree, { start, end }: Range, predicate: number): Range {
  const before = tree.document.text.slice(start, predicate);
  const marks = [...before.matchAll(/(?:\s[–—-]{1,2}\s|—|;\s|:\s)/gu)];
  if (marks.length !== 1) return { start, end };
  const after = start + marks[0]!.index + marks[0]![0].length;
  return after < predicate ? { start: after, end } : { start, end };
}

/** Without a quotation mark at an edge whose partner lies outside. */
function balanced(text: string, { start, end }: Range): Range {
  let [from, to] = [start, end];
  const words = (): string => text.slice(from, to);
  if (/^[“"«]/u.test(words()) && !/[”"»]/u.test(words().slice(1))) from++;
  if (/[”"»]$/u.test(words()) && !/[“"«]/u.test(words().slice(0, -1))) to--;
  while (to > from && /[\s,;:–—-]/u.test(text[to - 1]!)) to--;
  return { start: from, end: to };
}

function belongs(tree: Tree, child: number): boolean {
  const { deprel, head } = tree.token(child);
  if (apart.test(deprel)) return false;
  if (deprel === "cc") return child > head;
  if (deprel === "ccomp" && child < head) return false;
  if (deprel === "conj")
    return tree.child(child, "nsubj", "nsubj:pass", "expl", "aux", "aux:pass", "cop") === null;
  if (deprel === "acl:relcl") return !isAfterComma(tree, child);
  if (deprel === "advcl") return !opensOtherThought(tree, child);
  if (deprel === "obl") return tree.child(child, "case") === null || !isSource(tree, child);
  return true;
}

function isAfterComma(tree: Tree, child: number): boolean {
  const first = tree.subtree(child)[0]!;
  return first > tree.first && (tree.form(first) === "," || tree.form(first - 1) === ",");
}

function opensOtherThought(tree: Tree, clause: number): boolean {
  const first = tree.subtree(clause).find((index) => tree.token(index).upos !== "PUNCT");
  return (
    first !== undefined &&
    otherThought.test(tree.form(first).toLowerCase()) &&
    !/^(?:if|long|soon)$/.test(tree.form(first + 1).toLowerCase()) &&
    (isAfterComma(tree, clause) || clause < tree.token(clause).head || tree.form(first) !== "as")
  );
}

/** “according to …”, “in her view”. */
function isSource(tree: Tree, child: number): boolean {
  return tree.children(child).some((at) => /^(?:according|per)$/.test(tree.lemma(at)));
}

/** The stretch around a token without gaps but marks and short asides. */
function unbroken(tree: Tree, tokens: readonly number[], around: number): number[] {
  const at = tokens.indexOf(around);
  if (at < 0) return [...tokens];
  let from = at;
  let to = at;
  const bridges = (left: number, right: number): boolean => {
    for (let index = left + 1; index < right; index++)
      if (tree.token(index).upos !== "PUNCT" && tree.token(index).upos !== "CCONJ") return false;
    return true;
  };
  while (from > 0 && bridges(tokens[from - 1]!, tokens[from]!)) from--;
  while (to + 1 < tokens.length && bridges(tokens[to]!, tokens[to + 1]!)) to++;
  return tokens.slice(from, to + 1);
}

/** Without the conjunction, the connective and the marks that open a clause. */
function withoutLead(tree: Tree, tokens: readonly number[]): number[] {
  let from = 0;
  while (from < tokens.length - 1) {
    const { upos, deprel } = tree.token(tokens[from]!);
    const word = tree.form(tokens[from]!).toLowerCase();
    const leads =
      upos === "PUNCT"
        ? !/^[“"‘'«(]/.test(word)
        : (upos === "CCONJ" && deprel === "cc") ||
          (deprel === "mark" && word !== "if" && word !== "unless") ||
          (connectives.test(word) && (deprel === "advmod" || deprel === "cc"));
    if (!leads) break;
    from++;
  }
  return tokens.slice(from);
}

function withoutMark(tree: Tree, tokens: readonly number[]): number[] {
  const first = tokens[0];
  return first !== undefined && /^(?:that|to|of|,)$/i.test(tree.form(first))
    ? tokens.slice(1)
    : [...tokens];
}

/** “sanctions that could hurt trade”: with the noun that the clause describes, where it stands right before. */
function withAntecedent(tree: Tree, predicate: number, range: Range): Range {
  const { deprel, head } = tree.token(predicate);
  if (deprel !== "acl:relcl" || head < 0) return range;
  const noun = tree.rangeOf(
    tree.subtree(head, (child) =>
      /^(?:acl|appos|parataxis|cc|conj|punct|case)/.test(tree.token(child).deprel),
    ),
  );
  if (noun === null || noun.start > range.start) return range;
  const gap = tree.document.text.slice(noun.end, range.start);
  return gap.length <= 2 && !gap.includes(".") ? { start: noun.start, end: range.end } : range;
}
