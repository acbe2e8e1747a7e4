import type { ActorGrammar } from "../../actors/compose.ts";
import { findActorsWith } from "../../actors/find-actors.ts";
import { nameRunEnd } from "../../actors/strangers.ts";
import type { Context } from "../../context.ts";
import type { ActorMention, Document } from "../../document.ts";
import type { Found } from "../pack.ts";

const modifiers =
  "(?:(?:new|current|acting|interim|outgoing|own|top|then|former|late|deputy|vice|senior|chief|first|longtime|veteran|newly (?:elected|appointed)) )*";

const grammar: ActorGrammar = {
  language: "en",
  nationToTitle: new RegExp(`^(?:['’]s?)?[ \\u00a0-]${modifiers}$`),
  titleToTitle: /^(?: |, | and | & |\/| – )$/,
  titleToNation: /^ (?:of|for|at|from|with) (?:the )?$|^, $/,
  titleToName: /^[ \u00a0](?:the )?$|^, $/,
  former:
    /(?:\bformer|\bex-?|\bthen-?|\blate|\bpast|\bprevious|\bousted|\bfuture|\bnext|\bdeposed) ?$/i,
  determiner: /\b(?:the|a|an) (?:new |current |acting )?$/i,
  possessive: /\b(?:his|her|their|its|my|our|['’]s?) $/i,
  strangerEnd: nameRunEnd,
};

/** Actor mentions of an English document. */
export function findActors(document: Document, context: Context): Found<ActorMention> {
  return findActorsWith(document, context, grammar, document.text);
}
