import type { ActorGrammar } from "../../actors/compose.ts";
import { findActorsWith } from "../../actors/find-actors.ts";
import { chineseNameEnd } from "../../actors/strangers.ts";
import type { Context } from "../../context.ts";
import type { ActorMention, Document } from "../../document.ts";
import type { Found } from "../pack.ts";
import { foldToHans } from "./hans.ts";

const grammar: ActorGrammar = {
  language: "zh",
  nationToTitle: /^(?:的)?(?:新任|现任|时任|前|原|候任|当选)?$/,
  titleToTitle: /^[、兼和]?$/,
  titleToNation: null,
  titleToName: /^[:：]?$/,
  former: /(?:前|时任|原|候任|已故)$/,
  determiner: null,
  possessive: /他的$/,
  strangerEnd: chineseNameEnd,
};

/** Actor mentions of a Chinese document, in either script. */
export function findActors(document: Document, context: Context): Found<ActorMention> {
  return findActorsWith(document, context, grammar, foldToHans(document.text, context));
}
