import type { Document } from "../../document.ts";
import type { Silence } from "../../records.ts";
import { findSilencesWith, type Hit, type SilenceGrammar } from "../../silences/find-silences.ts";
import { Tree } from "../../statements/tree.ts";
import type { Found } from "../pack.ts";
import { englishSilenceRules } from "./silence-rules.ts";
import { silentOf } from "./silence-speakers.ts";
import { topicOf } from "./silence-topics.ts";

const signs =
  /mention|refer|allu|nam(?:e|ing)|silen|omit|left out|leav|absent|missing|declin|refus|comment|yet|short of|neither|nor|avoid|refrain|steer|shy|shied|sidestep|skirt|gloss|fail|neglect|forgot|without|word|not|n['’]t|never|instead of|rather than|opposed to|question|nothing|mum|tight-lipped|no one|none|drop|exclud|remov|delet|tiptoe|danc|skipp|unmention|unsaid|won['’]t/iu;

/** Reported silences of an English document. */
export function findSilences(document: Document): Found<Silence> {
  const trees = new Map<number, Tree>();
  const treeOf = (hit: Hit): Tree => {
    let tree = trees.get(hit.sentence.start);
    if (tree === undefined) {
      tree = new Tree(document, hit.sentence);
      trees.set(hit.sentence.start, tree);
    }
    return tree;
  };
  const grammar: SilenceGrammar = {
    rules: englishSilenceRules,
    signs,
    elides: false,
    byName: /\b(?:by name|naming|not name[ds]?|n['’]t name[ds]?|never named?|unnamed)\b/iu,
    silentOf: (hit) => silentOf(document, treeOf(hit), hit),
    topicOf: (hit, before) => topicOf(document, treeOf(hit), hit, before),
  };
  return findSilencesWith(document, document.text, grammar);
}
