import type { Tree } from "../../../statements/tree.ts";
import { plain } from "./places.ts";

/** Words that open a condition. */
const openings = /^(?:if|unless|provided|providing|assuming|suppose|supposing)$/;

/**
 * Whether a clause holds under a condition told in its sentence: “if …”, “unless …”, “as long as …”,
 * “in the event of …”, “should China attack, …”.
 */
export function isConditional(tree: Tree, clause: number): boolean {
  for (let at = clause, step = 0; step < 3; step++) {
    if (tree.children(at).some((child) => isCondition(tree, child))) return true;
    const { head, deprel } = tree.token(at);
    if (head < 0 || !/^(?:xcomp|ccomp|conj)$/.test(deprel)) break;
    at = head;
  }
  return invertedCondition(tree, clause) !== null;
}

/** “if consolidated under …”: a condition without subject. */
function isParticiple(tree: Tree, index: number): boolean {
  return tree.token(index).upos === "VERB" && /(?:ed|en|ing|wn)$/.test(plain(tree.form(index)));
}

/**
 * First token of a condition without a conjunction at the head of a sentence, wherever the parse hangs it:
 * “should China attack, …”, “had they known, …”.
 */
export function invertedCondition(tree: Tree, clause: number): number | null {
  const first = /^["“‘'«(]$/.test(tree.form(tree.first)) ? tree.first + 1 : tree.first;
  if (first + 3 >= clause || !/^(?:should|were|had)$/.test(plain(tree.form(first)))) return null;
  if (!/^(?:PRON|PROPN|NOUN|DET)$/.test(tree.token(first + 1).upos)) return null;
  for (let at = first + 2; at < clause; at++) if (tree.form(at) === ",") return first;
  return null;
}

function isCondition(tree: Tree, child: number): boolean {
  const { deprel } = tree.token(child);
  if (deprel !== "advcl" && deprel !== "obl" && deprel !== "ccomp") return false;
  const words = tree
    .subtree(child)
    .slice(0, 5)
    .map((at) => plain(tree.form(at)));
  const opening = words.join(" ");
  if (deprel === "obl") return /^in (?:the )?(?:event|case) (?:of|that)/.test(opening);
  if (/^(?:even )?(?:if|unless)\b/.test(opening))
    return (
      !/^(?:if|unless) (?:necessary|needed|any|possible|so|not|anything|only|required|appropriate)$/.test(
        opening,
      ) &&
      (tree.child(child, "nsubj", "nsubj:pass", "expl", "csubj") !== null ||
        isParticiple(tree, child))
    );
  if (openings.test(words[0] ?? ""))
    return tree.child(child, "nsubj", "nsubj:pass", "expl") !== null;
  if (/^(?:as|so) long as|^on (?:the )?condition|^in case/.test(opening)) return true;
  // “Should China attack, …”, “were Moscow to agree, …”: the auxiliary stands before the subject.
  const subject = tree.child(child, "nsubj", "nsubj:pass");
  return (
    /^(?:should|were|had)$/.test(words[0] ?? "") &&
    subject !== null &&
    subject > tree.subtree(child)[0]!
  );
}
