import type { Cue, CueLexicon } from "./cues.ts";
import type { Tree } from "./tree.ts";

/**
 * Take a content phrase on to where its cue's own clause ends: the next coordinated or participial
 * cue (“…, and emphasised …”, “…, adding that …”), an inverted attribution, or the sentence's end.
 * The parse often ties the last phrases of a long sentence elsewhere; the cues don't move.
 */
export function toClauseEnd(
  tree: Tree,
  verb: number,
  tokens: readonly number[],
  cues: CueLexicon,
): number[] {
  const first = Math.min(...tokens);
  const stop = nextCue(tree, verb, first, cues);
  const inside = tokens.filter((index) => index < stop);
  const result = inside.length === 0 ? [...tokens] : [...inside];
  const last = Math.max(...result);
  for (let index = last + 1; index < stop; index++) result.push(index);
  while (
    result.length > 1 &&
    /^(?:CCONJ|PUNCT)$/.test(tree.token(result.at(-1)!).upos) &&
    !/^[”"’')]$/u.test(tree.form(result.at(-1)!))
  )
    result.pop();
  return result;
}

/** Where the next cue of the same speaker, or a clause of the main verb's own, begins; else the sentence's end. */
function nextCue(tree: Tree, verb: number, from: number, cues: CueLexicon): number {
  for (let index = Math.max(from, verb + 1) + 1; index < tree.last; index++) {
    const { upos } = tree.token(index);
    if (upos !== "VERB" || !cues.verbs.has(tree.lemma(index))) continue;
    const start = coordinationStart(tree, verb, index);
    if (start !== null && start > from) return start;
  }
  const contrast = contrastStart(tree, from);
  const own = tree
    .children(verb)
    .filter((child) => child > from && /^(?:conj|advcl|parataxis)$/.test(tree.token(child).deprel))
    .map((child) => Math.min(...tree.subtree(child)))
    .filter(
      (start) =>
        start > from &&
        /^[,;–—-]$/u.test(tree.form(Math.max(tree.first, start - 1))) &&
        !/^(?:as|if|because|when|where|while|so|unless|until|to|in)$/i.test(tree.form(start)),
    );
  return Math.min(tree.last, contrast, ...own);
}

/** “, but analysts say”, “, while Xi …”, “, according to”: another clause with a subject of its own, or another source, ends the content. */
function contrastStart(tree: Tree, from: number): number {
  for (let index = from + 1; index + 2 < tree.last; index++) {
    if (!/^[,;”"]$/u.test(tree.form(index))) continue;
    const next = tree.form(index + 1) === "," ? index + 2 : index + 1;
    const word = tree.lemma(next);
    if (word === "accord") return index;
    if (!/^(?:but|while|though|although|whereas)$/.test(word)) continue;
    if (startsClause(tree, next + 1)) return index;
  }
  return tree.last;
}

/** A nominal followed by a finite verb, within a few words. */
function startsClause(tree: Tree, from: number): boolean {
  let nominal = false;
  for (let index = from; index < Math.min(tree.last, from + 9); index++) {
    const { upos } = tree.token(index);
    if (/^(?:PROPN|NOUN|PRON)$/.test(upos)) nominal = true;
    else if (/^(?:VERB|AUX)$/.test(upos)) return nominal;
    else if (upos === "PUNCT" && !/^[“”"’]$/u.test(tree.form(index))) return false;
  }
  return false;
}

/** “, and emphasised”, “, adding”: where the coordination starts; `null` when the verb belongs to the content. */
function coordinationStart(tree: Tree, verb: number, index: number): number | null {
  let at = index - 1;
  while (at > verb && /^(?:ADV|AUX)$/.test(tree.token(at).upos)) at--;
  const participle = /ing$/i.test(tree.form(index));
  if (participle) return at > verb && tree.form(at) === "," ? at : null;
  if (!/^(?:and|but)$/i.test(tree.form(at))) return null;
  if (!sameForm(tree, verb, index)) return null;
  return at > verb && tree.form(at - 1) === ","
    ? at - 1
    : tree.token(index).head === verb
      ? at
      : null;
}

/** Both verbs are in the past, or neither is. */
function sameForm(tree: Tree, a: number, b: number): boolean {
  const past = (index: number): boolean =>
    tree.form(index).toLowerCase() !== tree.lemma(index) && !/(?:ing|s)$/i.test(tree.form(index));
  return past(a) === past(b);
}

/** The cue that a coordinated verb (“…, and emphasised”) shares its speaker with; `null` when it is no such verb. */
export function sharedCue(tree: Tree, verb: number, cues: CueLexicon): number | null {
  for (let index = verb - 1; index >= tree.first; index--) {
    if (tree.token(index).upos !== "VERB" || !cues.verbs.has(tree.lemma(index))) continue;
    if (coordinationStart(tree, index, verb) !== null && tree.child(index, "nsubj") !== null)
      return index;
  }
  return null;
}

/** The clause's tokens after the cue, with a subject that the parse gave to the cue. */
export function clauseTokens(
  tree: Tree,
  clause: number,
  verb: number,
  entry: Cue,
  cues: CueLexicon,
): number[] {
  const tokens = tree.subtree(clause).filter((index) => index !== verb);
  if (clause < verb) return tokens.filter((index) => index < verb);
  const after = tokens.filter((index) => index > verb);
  const object = tree.child(verb, "obj");
  const first = Math.min(...after);
  if (object !== null && object > verb && object < first && !entry.frames.has("person")) {
    after.push(...tree.subtree(object).filter((index) => index > verb && index < first));
  }
  return toClauseEnd(
    tree,
    verb,
    after.sort((a, b) => a - b),
    cues,
  );
}

/** A dash before a clause opens an aside, not what the cue introduces. */
export function afterDash(tree: Tree, clause: number, verb: number): boolean {
  if (clause < verb) return false;
  const start = Math.min(...tree.subtree(clause).filter((index) => index > verb));
  return (
    (start - 1 > verb && /^[–—-]$/u.test(tree.form(start - 1))) || /^[–—-]$/u.test(tree.form(start))
  );
}
