import { headMentionOf, mentionsIn } from "../../actors/lookup.ts";
import type { ActorMention, Document, Range } from "../../document.ts";
import {
  clauseAfter,
  findSilencesWith,
  membersOf,
  type Hit,
  type SilenceGrammar,
} from "../../silences/find-silences.ts";
import type { Silence } from "../../records.ts";
import { sourceRange, subjectOf } from "../../statements/subject.ts";
import { Tree } from "../../statements/tree.ts";
import type { Found } from "../pack.ts";
import { englishSilenceRules } from "./silence-rules.ts";

const signs =
  /mention|refer|allu|nam(?:e|ing)|silen|omit|left out|leav|absent|missing|declin|refus|comment|yet|short of|neither|nor|avoid|refrain|steer|shy|shied|sidestep|skirt|gloss|fail|neglect|forgot|without|word|not|n['’]t|never|instead of|rather than|opposed to|question|nothing|mum|tight-lipped|no one|none|drop|exclud|remov|delet|tiptoe|danc|skipp|unmention|unsaid|won['’]t/iu;

/** A comma inside an enumeration: “military, economic and financial aid”. */
const enumeration =
  "(?!\\s(?!but|although|though|while|which|who|he|she|they|it|we|with|as|or|nor|so|yet|even)(?:[\\p{L}’'-]+\\s){0,3}[\\p{L}’'-]+(?:, (?:[\\p{L}’'-]+\\s){0,3}[\\p{L}’'-]+){0,4},? and )";

/** A text in which something is left unsaid, behind the unsaid: “… in his remarks at the summit”. */
const occasion =
  "\\s(?:during|in|at|throughout|after|following|before)\\s(?:(?:the|his|her|their|its|a|an|your|this|that|last|today['’]s|yesterday['’]s|[A-Z][\\p{L}]+['’]s?)\\s)+(?:[\\p{L}-]+\\s){0,3}?(?:remarks|speech|statement|address|read-?out|communiqu\\p{L}+|call|meeting|talks|interview|briefing|conference|press|summit|op-ed|article|declaration|text|document|tweet|post)(?![\\p{L}])";

/** Ends what is left unsaid. */
const clauseEnd = new RegExp(
  `[;:?!—]|,(?=[”"’'»])|,(?=\\s)${enumeration}|\\s[–-]\\s|\\s(?:but|although|though|while|whereas|which|because|since|when|despite|and (?:he|she|they|it|we|I|you|said|the|instead|did|has|have|is|was|that)|as well as when|nor)\\s|${occasion}|\\s(?:earlier|yesterday|today|tonight|at all|just now|so far|last (?:night|week|month|year)|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?![\\p{L}])|\\s(?:at|in) the [A-Z]{2,8} (?:summit|meeting)`,
  "u",
);

/** Words between the report and the unsaid. */
const filler =
  /^(?:,\s*(?:however|though|of course|for (?:instance|example)|at all|at any point),)?\s*(?:,\s*(?:which\s+)?(?=(?:is|was|were|are)\s))?(?:(?:is|was|were|are)\s+)?(?:the fact that\s+|that\s+|anything\s+(?:about|on|of)\s+|(?:a|any) (?:word|thing) (?:about|on|of)\s+|of\s+|to\s+|about\s+|on\s+|for\s+)*/iu;

/** Texts that speak for somebody. */
const texts =
  /\b(?:statements?|read-?outs?|communiqu[eé]s?|declarations?|resolutions?|documents?|texts?|transcripts?|remarks|speech(?:es)?|address|summar(?:y|ies)|releases?|accounts?|versions?|op-eds?|articles?|messages?|drafts?)\b/iu;

/** Speakers who don't report somebody's silence but talk about their own. */
const ownVoice = /^(?:I|we|me|us|myself|let['’]s)$/iu;

/** No particular thing is left unsaid. */
const anything = /^(?:anything|something|everything|those|all|many|anyone|someone|whatever)$/iu;

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
    byName: /\b(?:by name|naming|not name[ds]?|n['’]t name[ds]?|never named?|unnamed)\b/iu,
    silentOf: (hit) => silentOf(document, treeOf(hit), hit),
    topicOf: (hit, before) => topicOf(document, treeOf(hit), hit, before),
  };
  return findSilencesWith(document, document.text, grammar);
}

/** Who is silent; `null` where the speaker talks of himself, asks, or only supposes it. */
function silentOf(document: Document, tree: Tree, hit: Hit): readonly string[] | null {
  const { text } = document;
  const before = text.slice(hit.sentence.start, hit.start);
  if (/(?:^|[\s,;:—–])(?:I|[Ww]e)\s+(?:\w+ly\s+)?$/u.test(before)) return null;
  const verb = verbOf(tree, hit);
  if (verb !== null && isUnreal(tree, verb, hit)) return null;
  if (hit.rule.silent === "behind")
    return ofText(document, { start: hit.end, end: hit.sentence.end });
  if (hit.rule.silent === "text") return ofText(document, hit.sentence, hit);
  if (hit.rule.id === "silence/en/neither") {
    const named = mentionsIn(document, hit).filter(canSpeak);
    if (named.length > 0) return named.flatMap(membersOf);
  }
  const subject = verb === null ? null : speakerOf(tree, verb);
  if (subject !== null) {
    const form = tree.form(subject);
    if (ownVoice.test(form)) return wonderedAt(document, hit, before, tree.token(subject).end);
    if (/^(?:you|your)$/iu.test(form)) return [];
    if (hit.rule.id.endsWith("not-yet") && !isActor(document, tree, subject)) return null;
    const range = sourceRange(tree, subject);
    if (/^(?:who|which|that)$/iu.test(form)) return nearest(document, hit);
    if (range !== null) return ofPhrase(document, range);
  }
  if (hit.rule.id.endsWith("not-yet")) return null;
  if (/(?:^|[\s,;—–])(?:you|it|this|that|there)\s+(?:\w+ly\s+)?$/iu.test(before)) return [];
  return nearest(document, hit);
}

/** The verb (or other head) of the words that report. */
function verbOf(tree: Tree, hit: Hit): number | null {
  let noun: number | null = null;
  let verb: number | null = null;
  for (let index = tree.first; index < tree.last; index++) {
    const { start, end, upos } = tree.token(index);
    if (end <= hit.start) continue;
    if (start >= hit.end) break;
    if (upos === "VERB") verb ??= index;
    else if (upos === "NOUN" || upos === "ADJ") noun ??= index;
  }
  return verb ?? noun;
}

/** Conditions, wishes, generalities and plain yes-or-no questions report nothing. */
function isUnreal(tree: Tree, verb: number, hit: Hit): boolean {
  const { document } = tree;
  for (let at = verb, step = 0; step < 3; step++) {
    const mark = tree.child(at, "mark");
    if (mark !== null && /^(?:if|unless|whether|lest)$/iu.test(tree.form(mark))) return true;
    const { head, deprel } = tree.token(at);
    if (head < 0) break;
    if (deprel === "acl:relcl") return anything.test(tree.form(head));
    if (!/^(?:conj|xcomp|aux|dobj|obj)/.test(deprel)) break;
    at = head;
  }
  const words = document.text.slice(hit.sentence.start, hit.sentence.end);
  const before = document.text.slice(Math.max(hit.sentence.start, hit.start - 40), hit.start);
  if (/\bif (?:he|she|they|it|I|you|we|the \w+|\p{Lu}\w+) $/u.test(before)) return true;
  if (/\b(?:anything|something|everything) (?:else )?(?:that )?(?:\W+that )*$/iu.test(before))
    return true;
  if (!words.trimEnd().endsWith("?")) return false;
  return !/\b(?:why|how come|reason|what|who|read into|given|deliberate|conscious|intentional)\b/iu.test(
    words,
  );
}

/** The subject of the words, also across “without …” and “saying …”. */
function speakerOf(tree: Tree, verb: number): number | null {
  let at = verb;
  for (let step = 0; step < 6; step++) {
    const found = subjectOf(tree, at);
    if (found !== null) return found;
    const { head, deprel, upos } = tree.token(at);
    if (head < 0) return null;
    if (deprel === "acl" && upos === "VERB" && tree.child(at, "mark") === null) return head;
    if (!/^(?:advcl|conj|xcomp|ccomp|obj|obl|nmod|acl|parataxis|dep|appos)/.test(deprel))
      return null;
    at = head;
  }
  return null;
}

function isActor(document: Document, tree: Tree, subject: number): boolean {
  const range = sourceRange(tree, subject);
  return range !== null && mentionsIn(document, range).some(canSpeak);
}

/** Actors of a subject: the one who speaks, or whose text it is. */
function ofPhrase(document: Document, range: Range): readonly string[] {
  const head = headMentionOf(document, range);
  if (head !== null) {
    const rest = document.text.slice(head.end, range.end);
    if (head.type === "person" && /^['’]s?\s/u.test(rest) && !texts.test(rest)) return [];
    const joined = mentionsIn(document, range).filter(
      (mention) => mention.start >= head.end && canSpeak(mention),
    );
    const between = joined[0] === undefined ? "" : document.text.slice(head.end, joined[0].start);
    return /^\s*(?:,|and|or|, and)\s*(?:the )?$/u.test(between)
      ? [head, joined[0]!].flatMap(membersOf)
      : membersOf(head);
  }
  const words = document.text.slice(range.start, range.end);
  const owner = mentionsIn(document, range).find((mention) => mention.how === "demonym");
  if (
    owner !== undefined &&
    (texts.test(words) || /\b(?:side|leader|president|official)/iu.test(words))
  )
    return membersOf(owner);
  return [];
}

/** Whose text is named: “from the Kremlin's readout”, “the joint statement”. */
function ofText(document: Document, range: Range, around?: Hit): readonly string[] {
  const words = document.text.slice(range.start, range.end);
  for (const match of words.matchAll(new RegExp(texts, "giu"))) {
    const at = range.start + match.index;
    const phrase = document.text.slice(Math.max(range.start, at - 60), at);
    const opened = phrase.search(/(?:^|\s)(?:the|his|her|its|their|a|an|from|in|of)\s[^,.;:]*$/iu);
    const start = opened === -1 ? at - phrase.length : at - phrase.length + opened;
    const rest =
      /^\w*(?: (?:by|from|of|issued by|that was issued by|put out by) [^,.;:]{2,40})?/u.exec(
        document.text.slice(at, Math.min(range.end, at + 70)),
      );
    const mentions = mentionsIn(document, { start, end: at + (rest?.[0].length ?? 0) }).filter(
      (mention) => mention.start >= start && mention.type !== "place",
    );
    if (mentions.length > 0) return membersOf(mentions[0]!);
  }
  if (around === undefined) return [];
  const near = mentionsIn(document, around).filter(canSpeak);
  return near.length > 0 && around.rule.id.endsWith("absent-was") ? near.flatMap(membersOf) : [];
}

function canSpeak(mention: ActorMention): boolean {
  return mention.how !== "demonym" && (mention.type !== "place" || mention.how === "metonym");
}

/** “I’m curious why X and others haven’t mentioned it”: those after “why”, where the parse hangs the words on “I”. */
function wonderedAt(
  document: Document,
  hit: Hit,
  before: string,
  from: number,
): readonly string[] | null {
  const why = /\bwhy\s(?:[^;:?!]{2,120})$/iu.exec(before);
  if (why === null || hit.sentence.start + why.index < from) return null;
  const named = mentionsIn(document, {
    start: hit.sentence.start + why.index,
    end: hit.start,
  }).filter(canSpeak);
  return named.length === 0 ? null : named.flatMap(membersOf);
}

/** Without a parse that shows it: the only one who can be meant. */
function nearest(document: Document, hit: Hit): readonly string[] {
  const before = mentionsIn(document, { start: hit.sentence.start, end: hit.start }).filter(
    canSpeak,
  );
  return before.length === 1 ? membersOf(before[0]!) : [];
}

/** “this phrase”: the last one in quotation marks before it. */
function lastTerm(text: string, hit: Hit): Range | null {
  const before = text.slice(hit.sentence.start, hit.start);
  const term = [...before.matchAll(/[“"‘][^“”"’]{2,60}[”"’]/gu)].at(-1);
  if (term === undefined) return null;
  const start = hit.sentence.start + term.index;
  return { start, end: start + term[0].length };
}

/** What is left unsaid. */
function topicOf(document: Document, tree: Tree, hit: Hit, before: Range | null): Range | null {
  const { text } = document;
  if (hit.topic !== null) return hit.topic;
  const words = text.slice(hit.start, hit.end);
  if (/\bdo so$/u.test(words)) return before;
  if (/\b(?:this|that|such)\b[^”]*$/u.test(words) && hit.rule.id.endsWith("did-not-judge"))
    return lastTerm(text, hit);
  if (hit.rule.topic === "before") {
    const verb = verbOf(tree, hit);
    const subject = verb === null ? null : (subjectOf(tree, verb) ?? speakerOf(tree, verb));
    const range = subject === null ? null : sourceRange(tree, subject);
    return range === null || range.end > hit.start || range.end - range.start < 2 ? null : range;
  }
  const rest = text.slice(hit.end, hit.sentence.end);
  if (/\belaborat\w+$/u.test(words)) return null;
  if (/\bcomments?$/u.test(words) && !/^\s+(?:\w+day )?(?:on|about|regarding)\s/u.test(rest))
    return null;
  if (/^\s+(?:and|or|but|by|as|with|because|so)\s/u.test(rest)) return null;
  const after = clauseAfter(text, hit.end, hit.sentence.end, filler, clauseEnd);
  if (after !== null) return after;
  const verb = verbOf(tree, hit);
  if (verb === null || hit.rule.type !== "omission") return null;
  const { head, deprel } = tree.token(verb);
  return head < 0 || deprel !== "acl:relcl" || /^(?:who|which)$/iu.test(tree.form(head))
    ? null
    : sourceRange(tree, head);
}
