import type { ActorGrammar } from "../../actors/compose.ts";
import { findActorsWith } from "../../actors/find-actors.ts";
import { nameRunEnd } from "../../actors/strangers.ts";
import type { Context } from "../../context.ts";
import type { ActorMention, Document } from "../../document.ts";
import type { Found } from "../pack.ts";

const grammar: ActorGrammar = {
  language: "ru",
  nationToTitle: /^[ \u00a0](?:(?:нов|действующ|тогдашн|бывш)\p{L}+ )?$/u,
  titleToTitle: /^(?: |, | и |, а также | – )$/,
  titleToNation:
    /^[ \u00a0](?:(?:Исламской |Арабской |Федеративной |Демократической )?(?:Республики|Государства|Королевства) )?$/,
  titleToName: /^[ \u00a0]$|^, $/,
  former: /(?:бывш\p{L}+|экс-|тогдашн\p{L}+|покойн\p{L}+) ?$/iu,
  determiner: null,
  possessive: /(?:^|\s)(?:его|ее|её|их|своего|своему|своим|своих|свой|наш\p{L}*|мой|моего) $/iu,
  strangerEnd: nameRunEnd,
};

/** Actor mentions of a Russian document. */
export function findActors(document: Document, context: Context): Found<ActorMention> {
  return findActorsWith(document, context, grammar, document.text);
}
