import type { ActorMention, Document, Range, Sentence } from "../document.ts";
import type { Found } from "../lang/pack.ts";
import { leanPattern } from "../lean-pattern.ts";
import type { Silence } from "../records.ts";
import type { SilenceRule } from "./rules.ts";

/** A match of a rule in a sentence. */
export interface Hit extends Range {
  readonly sentence: Sentence;
  readonly rule: SilenceRule;
  /** What the pattern itself holds as the unsaid. */
  readonly topic: Range | null;
}

/** What a language knows about reported silences. */
export interface SilenceGrammar {
  readonly rules: readonly SilenceRule[];
  /** No rule fits a sentence without one of these words: a cheap first look. */
  readonly signs: RegExp;
  /** Who is silent, empty where that stays open; `null` where nobody's silence is reported (“I did not mention”). */
  readonly silentOf: (hit: Hit) => readonly string[] | null;
  /** What is left unsaid; `null` where it isn't told. `before` is the unsaid of the silence before it in the sentence. */
  readonly topicOf: (hit: Hit, before: Range | null) => Range | null;
  /** The language leaves subjects out: whoever says “can neither confirm nor deny” without one means himself. */
  readonly elides: boolean;
  /** The unsaid is a name, not the thing (“did not mention it by name”). */
  readonly byName: RegExp;
}

/** Longest sentence that is looked at, in characters. */
const longestSentence = 2500;

/**
 * Find the silences that a page itself reports.
 * @param text - the text the patterns are compared with, as long as `document.text`
 * @returns by start, not overlapping. The claimant is whoever's words they are, unless that is the silent one himself;
 *   `null` is the page's own voice
 */
export function findSilencesWith(
  document: Document,
  text: string,
  grammar: SilenceGrammar,
): Found<Silence> {
  const found: Silence[] = [];
  for (const sentence of document.layers.sentences) {
    const words = text.slice(
      sentence.start,
      Math.min(sentence.end, sentence.start + longestSentence),
    );
    if (!grammar.signs.test(words)) continue;
    let previous: Silence | null = null;
    for (const hit of hitsIn(words, sentence, grammar.rules)) {
      const silent = grammar.silentOf(hit);
      if (silent === null) continue;
      const topicRange = grammar.topicOf(hit, previous?.topicRange ?? null);
      if (previous !== null && isRepeated(previous, silent, topicRange)) continue;
      previous = silenceOf(document, text, grammar, hit, silent, topicRange);
      found.push(previous);
    }
  }
  return { found: found.toSorted((a, b) => a.start - b.start), diagnostics: [] };
}

const leanPatterns = new WeakMap<SilenceRule, RegExp>();

function lean(rule: SilenceRule): RegExp {
  let pattern = leanPatterns.get(rule);
  if (pattern === undefined) {
    pattern = leanPattern(rule.pattern.source, rule.pattern.flags);
    leanPatterns.set(rule, pattern);
  }
  return pattern;
}

/** “… nor did he do so”: the same silence of the same ones once more. */
function isRepeated(before: Silence, silent: readonly string[], topic: Range | null): boolean {
  return (
    topic !== null &&
    topic.start === before.topicRange?.start &&
    topic.end === before.topicRange.end &&
    silent.every((id) => before.silent.includes(id))
  );
}

/** Matches of all rules in a sentence; of two that overlap the earlier, then the longer, then the first rule's stays. */
function hitsIn(words: string, sentence: Sentence, rules: readonly SilenceRule[]): Hit[] {
  const hits: Hit[] = [];
  for (const rule of rules)
    for (const match of words.matchAll(lean(rule))) {
      const start = sentence.start + match.index;
      const inner = match.groups?.["topic"];
      const at = inner === undefined ? -1 : match[0].lastIndexOf(inner);
      hits.push({
        start,
        end: start + match[0].length,
        sentence,
        rule,
        topic: at < 0 ? null : { start: start + at, end: start + at + inner!.length },
      });
    }
  hits.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  return hits.filter((hit) => {
    if (hit.start < end) return false;
    end = hit.end;
    return true;
  });
}

function silenceOf(
  document: Document,
  text: string,
  grammar: SilenceGrammar,
  hit: Hit,
  silent: readonly string[],
  topicRange: Range | null,
): Silence {
  const topicWords = topicRange === null ? "" : text.slice(topicRange.start, topicRange.end);
  const named =
    hit.rule.type === "omission" &&
    grammar.byName.test(
      `${text.slice(hit.start, hit.end)} ${topicWords} ${restOfClause(text, hit)}`,
    );
  const claimant = claimantOf(document, hit);
  if (grammar.elides && hit.rule.type === "refusal" && silent.length === 0 && claimant !== null)
    silent = [claimant];
  const own = topicRange !== null && topicRange.end > hit.start - 200 ? topicRange : hit;
  return {
    start: Math.min(hit.start, own.start),
    end: Math.max(hit.end, own.end),
    rule: hit.rule.id,
    type: named ? "by-name" : hit.rule.type,
    silent: [...new Set(silent)],
    claimant: claimant !== null && silent.includes(claimant) ? null : claimant,
    topicRange,
    topic: null,
    encounter: null,
  };
}

/** The words from a place to the next mark. */
function restOfClause(text: string, { end, sentence }: Hit): string {
  return /^[^,.;:!?，。；：！？]*/u.exec(text.slice(end, Math.min(sentence.end, end + 120)))![0];
}

/** Whose words the report stands in: the innermost statement around it. */
function claimantOf(document: Document, range: Range): string | null {
  let best: { length: number; actor: string | null } | null = null;
  for (const { content, actors } of document.layers.statements)
    for (const part of content) {
      const length = part.end - part.start;
      if (part.start > range.start || range.end > part.end) continue;
      if (best === null || length < best.length) best = { length, actor: actors[0] ?? null };
    }
  return best?.actor ?? null;
}

/** Ids of a mention: the members of a group, else the actor alone. */
export function membersOf(mention: ActorMention): readonly string[] {
  if (mention.actors.length > 0) return mention.actors;
  return mention.actor === null ? [] : [mention.actor];
}

/** Longest stretch taken for what is left unsaid, in characters. */
const longestTopic = 160;

/**
 * The words behind a place up to the end of their clause.
 * @param filler - words in between that don't belong to it
 * @param clauseEnd - ends it
 * @returns `null` when fewer than two characters are left
 */
export function clauseAfter(
  text: string,
  from: number,
  limit: number,
  filler: RegExp,
  clauseEnd: RegExp,
): Range | null {
  const rest = text.slice(from, Math.min(limit, from + longestTopic));
  const skipped = filler.exec(rest)?.[0].length ?? 0;
  const words = rest.slice(skipped);
  const stop = words.search(clauseEnd);
  let topic = stop === -1 ? words : words.slice(0, stop);
  if (topic.length === longestTopic - skipped) topic = topic.replace(/\s+\S*$/u, "");
  topic = topic.replace(/[\s.,;:!?。，；！？–—-]+$/u, "");
  if (/^[^“«「]*[”»」]$/u.test(topic)) topic = topic.replace(/[\s.,;:!?。，；！？]*[”»」]$/u, "");
  return topic.length < 2 ? null : { start: from + skipped, end: from + skipped + topic.length };
}
