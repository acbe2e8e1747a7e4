import { headMentionOf, mentionsIn } from "../../../actors/lookup.ts";
import type { ActorMention, Document, Range } from "../../../document.ts";
import { nounOf, type SpeakerNoun } from "./credible.ts";

/** So many characters before a name are looked at for what it hangs on. */
const longest = 120;

/** Head nouns of sources and what they are (`lexicon/speakers.tsv`). */
type Nouns = ReadonlyMap<string, SpeakerNoun>;

/** Prepositions that make what follows them no speaker (“an investigation in Kevara”, “a spokesman for Roe”). */
const away =
  /\p{L}.*(?:^|\s)(in|at|on|with|about|against|from|near|during|after|before|over|for|to|by|of)\s+(?:the\s+|its\s+)?$/isu;

/** Where the noun phrase of a source ends before what is added to it. */
const addition =
  /[,;(–—]|\s(?:of|for|from|in|at|to|with|on|who|which|that|between|by|and|or|nor|as)\s/u;

/**
 * Actors that a source's noun phrase denotes: those of its head, and of what is coordinated with it.
 * A state stands for its leadership, officials and papers alone, a person for his papers: of “Kevara’s
 * ambassador”, “a fellow at the Harbour Institute”, “Roe’s lawyer” nobody is named.
 */
export function actorsIn(document: Document, source: Range, nouns: Nouns): string[] {
  const head = headMentionOf(document, source);
  if (head === null || !denotes(document, source, head, nouns)) return [];
  const actors = new Set(membersOf(head));
  const mentions = mentionsIn(document, source);
  let listed: string[] = [];
  let end = head.end;
  for (const mention of mentions.slice(mentions.indexOf(head) + 1)) {
    const between = document.text.slice(end, mention.start);
    if (
      !/^(?:,?\s+(?:and|as well as|nor)\s+(?:the\s+)?|,\s+(?:the\s+)?)$/u.test(between) ||
      mention.how === "demonym" ||
      mention.type !== head.type ||
      /^['’]s?\s/u.test(document.text.slice(mention.end, Math.min(source.end, mention.end + 3)))
    )
      break;
    // What only a comma adds may be what the one before is: it counts when “and” ends the list.
    listed.push(...membersOf(mention));
    if (!between.trimStart().startsWith(",") || /\b(?:and|as|nor)\b/u.test(between)) {
      for (const actor of listed) actors.add(actor);
      listed = [];
    }
    end = mention.end;
  }
  return [...actors];
}

function membersOf(mention: ActorMention): readonly string[] {
  if (mention.actors.length > 0) return mention.actors;
  return mention.actor === null ? [] : [mention.actor];
}

/** Whether the phrase means the actor that it mentions, rather than somebody or something of his. */
function denotes(document: Document, source: Range, head: ActorMention, nouns: Nouns): boolean {
  const { text } = document;
  const before = text.slice(
    Math.max(source.start, head.start - longest),
    Math.max(source.start, head.start),
  );
  const preposition = /[,(]/u.test(before) ? undefined : away.exec(before)?.[1]?.toLowerCase();
  if (head.type === "state" && endsName(document, source, head)) return false;
  if (preposition !== undefined) return ofHead(before, preposition, head, nouns);
  const rest = text.slice(head.end, source.end);
  const [core = ""] = rest.split(addition);
  const words = core.replace(/^['’]s?/u, "").trim();
  if (words === "") return true;
  if (head.type === "person" && !/^['’]/u.test(core)) return !/^\p{Ll}/u.test(words);
  return mayStandFor(words.split(/\s+/u), head, nouns);
}

/** “Free Harbours Kevara”: a state that ends the name of something else. */
function endsName({ text }: Document, source: Range, head: ActorMention): boolean {
  const before = /\p{Lu}[\p{L}.]*\s$/u.exec(
    text.slice(source.start, Math.max(source.start, head.start)),
  );
  if (before === null) return false;
  const word = source.start + before.index;
  const opens = /(?:^|[.!?:;”"»]\s*|\n\s*)$/u.test(text.slice(Math.max(0, word - 3), word));
  return !opens && !/^the\s$/iu.test(before[0]);
}

/** “the leadership of Kevara”, “officials from the ministry”: by the noun before the preposition. */
function ofHead(before: string, preposition: string, head: ActorMention, nouns: Nouns): boolean {
  if (head.type === "person" || head.type === "group") return false;
  const phrase = before.slice(0, before.toLowerCase().lastIndexOf(` ${preposition}`)).trim();
  const word = phrase.split(/\s+/u).at(-1) ?? "";
  if (head.type === "state" && !/^(?:of|from|for)$/.test(preposition)) return false;
  return mayStandFor([word], head, nouns);
}

/** An organ, people in office or a paper: what an actor says through. */
function mayStandFor(words: readonly string[], head: ActorMention, nouns: Nouns): boolean {
  const word = words.at(-1)!;
  if (head.type === "body" && /^spokes\p{L}+$/iu.test(word)) return true;
  // “a ministry memo seen by …”: the participle belongs to what is added.
  const last = word.endsWith("n") || word.endsWith("ed") ? (words.at(-2) ?? word) : word;
  const noun = nounOf(word, nouns) ?? nounOf(last, nouns);
  if (noun === null) return false;
  if (noun.kind === "paper") return true;
  if (head.type === "person" || !noun.state) return false;
  return noun.kind === "body" || head.type !== "state" || word.endsWith("s");
}
