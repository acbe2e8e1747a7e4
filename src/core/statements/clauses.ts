import type { Cue, CueLexicon } from "./cues.ts";
import { asNoted, contentOf } from "./content.ts";
import { sharedCue } from "./extent.ts";
import { fromPassive } from "./passive.ts";
import type { Proposal } from "./proposal.ts";
import { isExpletive, isHedged, isNegated } from "./relations.ts";
import { cueRange, sourceRange, subjectOf } from "./subject.ts";
import type { Tree } from "./tree.ts";

/**
 * Statements that the parse shows: a cue verb with its subject and a clause, an infinitive or a noun
 * phrase as content (“said that …”, “pledged to …”, “noted the legitimacy of …”).
 * @param official - in official accounts cue verbs take bare noun phrases as content
 */
export function proposeClauses(tree: Tree, cues: CueLexicon, official: boolean): Proposal[] {
  const proposals: Proposal[] = [];
  for (let index = tree.first; index < tree.last; index++) {
    const token = tree.token(index);
    if (token.upos !== "VERB" && token.upos !== "AUX") continue;
    const entry = cues.verbs.get(particleLemma(tree, index)) ?? cues.verbs.get(tree.lemma(index));
    if (entry === undefined || entry.pos !== "verb") continue;
    const proposal = fromVerb(tree, index, entry, official, cues);
    if (proposal !== null) proposals.push(proposal);
  }
  return proposals;
}

/** `point out`, `set out`: the verb with its particle. */
function particleLemma(tree: Tree, index: number): string {
  const particle = tree.child(index, "compound:prt");
  return particle === null ? tree.lemma(index) : `${tree.lemma(index)} ${tree.lemma(particle)}`;
}

function fromVerb(
  tree: Tree,
  verb: number,
  entry: Cue,
  official: boolean,
  cues: CueLexicon,
): Proposal | null {
  const passive = tree.child(verb, "aux:pass") !== null || tree.child(verb, "nsubj:pass") !== null;
  if (passive) return fromPassive(tree, verb, entry, official, cues);
  const shared = sharedCue(tree, verb, cues);
  const subject = subjectOf(tree, shared ?? verb);
  if (subject === null || isExpletive(tree, subject)) return null;
  if (
    isModal(tree, verb) ||
    /^(?:this|that|these|those|which|what|one|you)$/i.test(tree.form(subject)) ||
    /^(?:VERB|AUX)$/.test(tree.token(subject).upos)
  )
    return null;
  const found = asNoted(tree, verb, entry) ?? contentOf(tree, verb, entry, official, subject, cues);
  if (found === null) return null;
  return {
    rule: `statement/en/${found.kind}`,
    source: sourceRange(tree, subject),
    cue: cueRange(tree, verb),
    entry,
    content: found.content,
    negated: isNegated(tree, verb),
    hedged: isHedged(tree, verb),
    via: null,
  };
}

/** “could explain”, “should consider”: nobody has said it. */
function isModal(tree: Tree, verb: number): boolean {
  return tree
    .children(verb)
    .some(
      (child) =>
        tree.token(child).deprel === "aux" &&
        /^(?:should|could|would|may|might|must|can|ca)$/i.test(tree.form(child)),
    );
}
