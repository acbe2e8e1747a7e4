import { headMentionOf, mentionsIn } from "../actors/lookup.ts";
import type { ActorMention, Document, Range, Sentence } from "../document.ts";
import type { Found } from "../lang/pack.ts";
import type { Silence } from "../records.ts";
import type { SilenceRule } from "./rules.ts";

/** What a language needs to read a silence beside its rules. */
export interface SilenceGrammar {
  readonly rules: readonly SilenceRule[];
  /** Ends what is left unsaid. */
  readonly clauseEnd: RegExp;
  /** Words between the pattern and the unsaid that don't belong to it. */
  readonly filler: RegExp;
}

/** Longest stretch taken for what is left unsaid, in characters. */
const longestTopic = 160;

/**
 * Find the silences that a page itself reports. The silent one is the last actor named before the
 * words in the sentence (or the source of the statement around them); the claimant is whoever says so.
 */
export function findSilencesWith(document: Document, grammar: SilenceGrammar): Found<Silence> {
  const found: Silence[] = [];
  for (const sentence of document.layers.sentences) {
    const text = document.text.slice(sentence.start, sentence.end);
    for (const rule of grammar.rules) {
      for (const match of text.matchAll(rule.pattern)) {
        const start = sentence.start + match.index;
        const end = start + match[0].length;
        if (found.some((other) => other.start < end + longestTopic && start < other.end)) continue;
        const topicRange = topicAfter(document, end, sentence, grammar);
        const type =
          topicRange !== null &&
          rule.type === "omission" &&
          /\bby name$/iu.test(document.text.slice(topicRange.start, topicRange.end))
            ? "by-name"
            : rule.type;
        const around = statementAround(document, { start, end });
        found.push({
          start,
          end: topicRange?.end ?? end,
          rule: rule.id,
          type,
          silent: silentIn(document, sentence, start, rule, end),
          claimant: around?.actors[0] ?? null,
          topicRange,
          topic: null,
          encounter: null,
        });
      }
    }
  }
  return { found: found.toSorted((a, b) => a.start - b.start), diagnostics: [] };
}

function statementAround(
  document: Document,
  range: Range,
): Document["layers"]["statements"][number] | null {
  return (
    document.layers.statements.find((statement) =>
      statement.content.some((part) => part.start <= range.start && range.end <= part.end),
    ) ?? null
  );
}

/** The actor that is silent: the nearest one before the words that can speak, or the holder of the account named after. */
function silentIn(
  document: Document,
  sentence: Sentence,
  start: number,
  rule: SilenceRule,
  end: number,
): string[] {
  if (rule.silent === "after") {
    const head = headMentionOf(document, {
      start: end,
      end: Math.min(sentence.end, end + longestTopic),
    });
    if (head !== null) return membersOf(head);
  }
  const before = mentionsIn(document, { start: sentence.start, end: start }).filter(
    (mention) => mention.how !== "demonym" && mention.type !== "place",
  );
  const speaker = document.layers.statements.find(
    (statement) =>
      statement.source !== null &&
      statement.cue !== null &&
      statement.start >= sentence.start &&
      statement.start < sentence.end &&
      statement.end <= start &&
      statement.end > start - 220,
  );
  const subject =
    before.findLast(
      (mention) => mention.type === "person" || mention.type === "group" || mention.how === "role",
    ) ?? before.at(-1);
  if (subject === undefined) return speaker === undefined ? [] : [...speaker.actors];
  return membersOf(firstOfRun(document, before, subject));
}

/** “The two agreed on …, but left out …”: the clause's subject is the first actor when the last is an object. */
function firstOfRun(
  document: Document,
  before: readonly ActorMention[],
  last: ActorMention,
): ActorMention {
  const first = before.find(
    (mention) => mention.type === "person" || mention.type === "group" || mention.how === "role",
  );
  if (first === undefined) return last;
  const token = document.layers.tokens.find((candidate) => candidate.end === last.end);
  return token !== undefined && /^(?:obj|obl|nmod|appos)/.test(token.deprel) ? first : last;
}

function membersOf(mention: ActorMention): string[] {
  if (mention.actors.length > 0) return [...mention.actors];
  return mention.actor === null ? [] : [mention.actor];
}

/** What is left unsaid: the words after the pattern up to the end of the clause. */
function topicAfter(
  document: Document,
  end: number,
  sentence: Sentence,
  grammar: SilenceGrammar,
): Range | null {
  const rest = document.text.slice(end, Math.min(sentence.end, end + longestTopic));
  const skipped = grammar.filler.exec(rest)?.[0].length ?? 0;
  const words = rest.slice(skipped);
  const stop = words.search(grammar.clauseEnd);
  const topic = (stop === -1 ? words : words.slice(0, stop))
    .trimEnd()
    .replace(/[.,;:。，；”"’]+$/u, "");
  if (topic.length < 2) return null;
  const start = end + skipped;
  return { start, end: start + topic.length };
}
