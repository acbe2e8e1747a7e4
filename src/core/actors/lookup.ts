import type { ActorMention, Document, Range } from "../document.ts";

/** First mention (index) that ends after an offset; mentions are sorted and don't overlap. */
function firstAfter(mentions: readonly ActorMention[], offset: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The mention that covers an offset; `null` when none does. */
export function mentionAt(document: Document, offset: number): ActorMention | null {
  const mentions = document.layers.actors;
  const mention = mentions[firstAfter(mentions, offset)];
  return mention !== undefined && mention.start <= offset ? mention : null;
}

/** The mentions that overlap a range, in text order. */
export function mentionsIn(document: Document, range: Range): readonly ActorMention[] {
  const mentions = document.layers.actors;
  const from = firstAfter(mentions, range.start);
  let to = from;
  while (to < mentions.length && mentions[to]!.start < range.end) to++;
  return mentions.slice(from, to);
}

/** Words that make what precedes them a mere attribute, and what follows them no head. */
const breaking =
  /(?:^|\s)(?:with|at|in|on|about|against|from|near|during|after|before|over|в|на|о|об|из)\s+(?:the\s+)?$/i;

/** What makes a name before it an attribute of the person named after (“Putin ally Medvedev”). */
const attribute =
  /^(?:['’]s)? (?:ally|aide|advis[eo]r|confidant|critic|rival|loyalist|spokes\p{L}+|envoy|negotiator|deputy|opponent|supporter|official|lawyer)\b/u;

/** In Russian who is named after an aide is not the one who speaks (“по словам советника Роска”). */
const aideOf =
  /(?:^|[^\p{L}])(?:советник|помощник|пресс-секретар|представител|адвокат|соратник|союзник|супруг|жен|сын|дочер|заместител|посланник|спецпосланник|секретар)\p{Ll}{0,3}\s$/iu;

/**
 * The actor that the noun phrase of a source denotes: `a spokesperson for the Kremlin` → the Kremlin, `China’s Foreign
 * Ministry` → the ministry, `S. Mahmud Ali, associate fellow at …` → Ali.
 *
 * Persons and roles first, then groups, bodies, states; what stands after a comma or a preposition of place only when
 * nothing else does; demonyms and places never.
 * @returns the mention; `null` when the phrase names no actor
 */
export function headMentionOf(document: Document, range: Range): ActorMention | null {
  const text = document.text;
  let best: ActorMention | null = null;
  let bestScore = 0;
  for (const mention of mentionsIn(document, range)) {
    if (mention.how === "demonym" || mention.type === "place") continue;
    if (mention.start < range.start && mention.end <= range.start) continue;
    const before = text.slice(range.start, Math.max(range.start, mention.start));
    let score = rankOf(mention);
    if (/[,，(]/.test(before) && best !== null) score -= 6;
    if (breaking.test(before)) score -= 3;
    if (/^['’]s?\s+\p{L}/u.test(text.slice(mention.end, Math.min(range.end, mention.end + 4))))
      score -= 2;
    if (text[mention.end] === "-" && /\p{L}/u.test(text[mention.end + 1] ?? "")) continue;
    if (rankOf(mention) === 8 && /\p{L}.*(?:^|\s)(?:of|to|for|with)\s+(?:the\s+)?$/isu.test(before))
      score -= 7;
    if (mention.type === "person" && aideOf.test(before)) score -= 8;
    if (attribute.test(text.slice(mention.end, Math.min(range.end, mention.end + 16)))) score -= 4;
    if (score > bestScore) {
      best = mention;
      bestScore = score;
    }
  }
  return best;
}

function rankOf(mention: ActorMention): number {
  if (mention.type === "person" || mention.how === "role") return 8;
  if (mention.type === "group") return 7;
  if (mention.type === "body" || mention.type === "medium") return 6;
  return 5;
}
