import type { Range } from "../document.ts";
import type { Cue, CueLexicon } from "./cues.ts";
import { toClauseEnd } from "./extent.ts";
import type { Proposal } from "./proposal.ts";
import { hasCase, hasMark, isExpletive, isHedged, isNegated, span, trimmed } from "./relations.ts";
import { cueRange, sourceRange } from "./subject.ts";
import type { Tree } from "./tree.ts";

/** “X was quoted by Y as saying …”, “It was agreed to …”, “… were reviewed”, “X is said to …”. */
export function fromPassive(
  tree: Tree,
  verb: number,
  entry: Cue,
  official: boolean,
  cues: CueLexicon,
): Proposal | null {
  const subject = tree.child(verb, "nsubj:pass", "nsubj");
  const agent = tree
    .children(verb)
    .find((child) => tree.token(child).deprel.startsWith("obl") && hasCase(tree, child, "by"));
  const cue = cueRange(tree, verb);
  const base = { entry, negated: isNegated(tree, verb), hedged: isHedged(tree, verb) };
  const saying = tree.children(verb).find((child) => child > verb && hasMark(tree, child, "as"));
  if (
    subject !== null &&
    saying !== undefined &&
    ["quote", "cite", "report"].includes(entry.lemma)
  ) {
    const clause = tree.child(saying, "ccomp", "parataxis", "obj");
    const range = clause === null ? beforeMark(tree, subject) : tree.rangeOf(tree.subtree(clause));
    if (range === null) return null;
    return {
      ...base,
      rule: "statement/en/quoted-as-saying",
      source: sourceRange(tree, subject),
      cue: span(cue, cueRange(tree, saying)),
      content: [range],
      via: agent === undefined ? null : sourceRange(tree, agent),
    };
  }
  const expletive = subject !== null && isExpletive(tree, subject);
  const clause = tree.child(verb, "ccomp", "csubj", "csubj:pass", "xcomp", "advcl");
  if (expletive || (subject === null && tree.child(verb, "expl") !== null)) {
    if (clause === null || clause < verb) return null;
    const range = tree.rangeOf(toClauseEnd(tree, verb, tree.subtree(clause), cues));
    if (range === null || !(entry.frames.has("that") || entry.frames.has("to"))) return null;
    return {
      ...base,
      rule: "statement/en/impersonal",
      source: agent === undefined ? null : sourceRange(tree, agent),
      cue,
      content: [range],
      via: null,
    };
  }
  if (!official || subject === null || !(entry.frames.has("np") || entry.frames.has("about")))
    return null;
  const range = tree.rangeOf(tree.subtree(subject));
  return range === null
    ? null
    : {
        ...base,
        rule: "statement/en/passive",
        source: agent === undefined ? null : sourceRange(tree, agent),
        cue,
        content: [range],
        via: null,
      };
}

/** The stretch before the subject up to its comma: `“…,” Xi was quoted as saying`. */
function beforeMark(tree: Tree, subject: number): Range | null {
  const start = Math.min(...tree.subtree(subject));
  return start - 1 > tree.first && /^[,”"’]$/u.test(tree.form(start - 1))
    ? trimmed(tree, tree.first, start - 1)
    : null;
}
