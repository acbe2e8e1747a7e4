import { mentionsIn } from "../actors/lookup.ts";
import type { ActorMention, Document, Language, Range } from "../document.ts";

/** Words right before a name that make its bearer the one to whom something is promised or given. */
const before: Readonly<Record<Language, RegExp>> = {
  en: /(?:^|\s)(?:with|to|for|toward|towards|against|offer|give|provide|send|help|support|assist|back|joining|join)\s+(?:the\s+)?(?:government of\s+|people of\s+)?$/iu,
  zh: /(?:同|与|和|跟|向|对|为|给|帮助|支持|协助|援助)$/u,
  ru: /(?:^|\s)(?:с|со|для|к|ко|в отношении|в пользу|поддержать|поддерживать|помочь|помогать|против)\s+$/iu,
};

/** What joins a name to the one before it. */
const joins = /^(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s+и\s+|、|和)(?:the\s+)?$/u;

/** The states or bodies that stand for somebody: `CHN` for `CHN:xi-jinping`, others themselves. */
export function sideOfActor(actor: string): string {
  const state = /^([A-Z]{3}):/u.exec(actor)?.[1];
  return state === undefined || state === "INT" ? actor : state;
}

/** Who a mention stands for; media and places commit to nothing. */
export function committing(mention: ActorMention): readonly string[] {
  if (mention.type === "medium" || mention.type === "place" || mention.how === "demonym") return [];
  return mention.actor === null ? mention.actors : [mention.actor];
}

/** Those a commitment is made to: named in it after a word of direction, of another side than those who make it. */
export function addressees(
  document: Document,
  about: Range,
  actors: readonly string[],
  language: Language,
): string[] {
  const own = new Set(actors.map(sideOfActor));
  let previous: number | null = null;
  const found = mentionsIn(document, about).flatMap((mention) => {
    const from = Math.max(0, about.start - 12, mention.start - 40);
    const words = document.text.slice(from, mention.start);
    const follows = previous !== null && joins.test(document.text.slice(previous, mention.start));
    if (!follows && !before[language].test(words)) return [];
    previous = mention.end;
    return committing(mention);
  });
  return [...new Set(found)].filter((actor) => !own.has(sideOfActor(actor)));
}
