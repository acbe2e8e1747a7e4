import { mentionsIn } from "../actors/lookup.ts";
import type { Document, Language, Range } from "../document.ts";
import type { Statement } from "../records.ts";
import type { Act } from "./acts.ts";
import { committing, sideOfActor } from "./parties.ts";

/** How contents open that avow a commitment or support, whatever the verb before them. */
interface Avowal {
  readonly id: string;
  readonly language: Language;
  /** Over the head of a content; group `noun` is the word that commits. */
  readonly pattern: RegExp;
  readonly act: Act;
  readonly example: string;
  readonly source: string;
}

const agree: Act = {
  id: "avowed",
  status: "promised",
  type: "AGREE",
  mode: null,
  needsTopic: false,
  needsSeveral: false,
};

const support: Act = { ...agree, id: "supports", type: "SUPPORT", needsTopic: true };

/** Rules for the heads of contents. Source: PLOVER manual, AGREE and SUPPORT; usage of readouts. */
export const avowals: readonly Avowal[] = [
  {
    id: "commitment/en/avowed",
    language: "en",
    pattern:
      /^(?:\S+ ){0,5}?(?<noun>commitments?|readiness|willingness|determination)(?= (?:to|that|of)\b)/iu,
    act: agree,
    example: "reaffirmed their commitment to expanding trade",
    source: "PLOVER AGREE",
  },
  {
    id: "commitment/en/supports",
    language: "en",
    pattern:
      /^(?:(?:the|their|his|her|its|our|continued|continuing|firm|strong|full|steadfast|unwavering|robust|ongoing|unflagging|enduring|U\.S\.|\p{Lu}[\p{L}.]*(?:['’]s?)?) ){1,5}(?<noun>support)(?= for\b)/u,
    act: support,
    example: "reaffirmed the unwavering support of … for Ukraine's sovereignty",
    source: "PLOVER SUPPORT",
  },
  {
    id: "commitment/zh/supports",
    language: "zh",
    pattern:
      /^(?:[\p{Script=Han}]{2,6}方|中国|俄罗斯|两国|双方)?(?:将|将继续|继续|坚定|一贯|始终|完全|愿)*(?<noun>支持)(?!下|和|率|者)/u,
    act: support,
    example: "中方坚定支持对方维护国家主权",
    source: "PLOVER SUPPORT",
  },
  {
    id: "commitment/ru/avowed",
    language: "ru",
    pattern:
      /^(?:\S+ ){0,3}?(?<noun>приверженность|готовность|решимость|настрой|намерение)(?= |$)/iu,
    act: agree,
    example: "подтвердил готовность расширять торговлю",
    source: "PLOVER AGREE",
  },
  {
    id: "commitment/ru/supports",
    language: "ru",
    pattern: /^(?:\S+ ){0,2}?(?<noun>поддержку)(?= )/iu,
    act: support,
    example: "подтвердил поддержку территориальной целостности",
    source: "PLOVER SUPPORT",
  },
];

/** An avowed commitment in a statement's content. */
export interface Avowed {
  readonly act: Act;
  readonly rule: string;
  readonly term: Range;
  readonly about: Range;
}

/** Classes of cues that tell of another's doing or deny it. */
const otherClasses = /^(?:deny|accuse|demand|ask|praise|discuss|believe|predict|warn|propose)$/;

/**
 * The commitment that a statement avows at the head of its content.
 * @returns `null` where none is, where several speak whose sides part, or where it is another side's
 */
export function avowedIn(
  document: Document,
  language: Language,
  statement: Statement,
): Avowed | null {
  const { content, actors, polarity, hedged, cueClass } = statement;
  const first = content[0];
  if (first === undefined || actors.length === 0 || polarity === "negated" || hedged) return null;
  if (cueClass !== null && otherClasses.test(cueClass)) return null;
  const about = { start: first.start, end: content.at(-1)!.end };
  const head = document.text.slice(about.start, Math.min(about.end, about.start + 120));
  for (const { pattern, act, id, language: own } of avowals) {
    if (own !== language) continue;
    const match = pattern.exec(head);
    const noun = match?.groups?.["noun"];
    if (match === null || noun === undefined) continue;
    const at = about.start + match.index + match[0].length - noun.length;
    const sides = new Set(actors.map(sideOfActor));
    const owners = mentionsIn(document, { start: about.start, end: at }).flatMap(committing);
    if (owners.some((owner) => !sides.has(sideOfActor(owner)))) return null;
    const term = { start: at, end: at + noun.length };
    return {
      act,
      rule: id,
      term,
      about: { start: Math.min(term.end + 1, about.end), end: about.end },
    };
  }
  return null;
}
