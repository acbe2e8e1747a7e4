import type { Document, Range } from "../../document.ts";
import { clauseAfter, type Hit } from "../../silences/find-silences.ts";
import { sourceRange, subjectOf } from "../../statements/subject.ts";
import type { Tree } from "../../statements/tree.ts";
import { speakerOf, verbOf } from "./silence-speakers.ts";

/** A comma inside an enumeration: “military, economic and financial aid”. */
const enumeration =
  "(?!\\s(?!but|although|though|while|which|who|he|she|they|it|we|with|as|or|nor|so|yet|even)(?:[\\p{L}’'-]+\\s){0,3}[\\p{L}’'-]+(?:, (?:[\\p{L}’'-]+\\s){0,3}[\\p{L}’'-]+){0,4},? and )";

const occasions =
  "[Rr]emarks|[Ss]peech|[Ss]tatement|[Aa]ddress|[Rr]ead-?out|[Cc]ommuniqu\\p{L}+|[Cc]all|[Mm]eeting|[Tt]alks|[Ii]nterview|[Bb]riefing|[Cc]onference|[Pp]ress|[Ss]ummit|[Oo]p-ed|[Aa]rticle|[Dd]eclaration|[Tt]ext|[Dd]ocument|[Tt]weet|[Pp]ost|[Ll]etter|[Mm]essage|[Aa]nnouncement|[Tt]oast|[Ss]peeches|[Ss]tatements|[Rr]eadouts";

/** A text or occasion at which something is left unsaid, behind the unsaid: “… in his remarks at the summit”. */
const occasion = `\\s(?:during|in|at|throughout|after|following|before|from)\\s(?:(?:the|his|her|their|its|a|an|your|our|this|that|last|either|both|any|today['’]s|yesterday['’]s|[A-Z][\\p{L}]+['’]s?)\\s)+(?:[\\p{L}’'-]+\\s){0,3}?(?:${occasions})(?![\\p{L}])`;

/** Ends what is left unsaid. */
const clauseEnd = new RegExp(
  `[;:?!—]|,(?=[”"’'»])|,(?=\\s)${enumeration}|\\s[–-]\\s|\\s(?:but|although|though|while|whereas|which|because|since|when|despite|and (?:he|she|they|it|we|I|you|said|the|instead|did|has|have|is|was|that)|as well as when|nor)\\s|${occasion}|\\s(?:earlier|yesterday|today|tonight|at all|just now|so far|last (?:night|week|month|year)|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?![\\p{L}])|\\s(?:at|in) the [A-Z]{2,8} (?:summit|meeting)`,
  "u",
);

/** Words between the report and the unsaid. */
const filler =
  /^(?:,\s*(?:however|though|of course|for (?:instance|example)|at all|at any point),)?\s*(?:,\s*(?:which\s+)?(?=(?:is|was|were|are)\s))?(?:(?:is|was|were|are)\s+)?(?:the fact that\s+|that\s+(?=\S+\s)|anything\s+(?:about|on|of)\s+|(?:a|any) (?:word|thing) (?:about|on|of)\s+|of\s+|to\s+|about\s+|on\s+|for\s+)*/iu;

/** Words behind the unsaid that tell how it was left unsaid. */
const trailing =
  /(?:\s(?:by name|directly|publicly|explicitly|specifically|openly|either|too|again|anywhere|here|there|in (?:that|this|it|there|public|any way|real time)))+$/iu;

/** Words that point at something said elsewhere, or at nothing. */
const pointing =
  /^(?:(?:any|some|all|much|most) of )?(?:it|this|that|these|those|them|such|so|what|which|who|whom|the|an?|any|some|anything|something|everything|there|one|either|much|more)(?: (?:at all|either|too|himself|itself))?$/iu;

/** Where, when or as what something was left unsaid, without the thing. */
const adjunct =
  /^(?:and|or|but|in|at|during|throughout|from|after|before|(?:even )?(?:when|as|though|if)|while|by|with|since|until|because)\s/iu;

/** Nouns that only count what is missing. */
const countsThings = /^(?:aspects?|points?|topics?|things?|elements?|issues?|details?|one)$/iu;

/** “X was one of the points missing from …”: X, not the points. */
function missingThing(tree: Tree, noun: number): number {
  if (!countsThings.test(tree.form(noun))) return noun;
  const { head, deprel } = tree.token(noun);
  const whole = deprel === "nmod" && head >= 0 ? head : noun;
  return tree.child(noun, "nsubj") ?? tree.child(whole, "nsubj") ?? noun;
}

/** “… that he did not mention [in his speech] was the deficit”: what comes after “was” is the unsaid. */
const predicate = /^[^.;:?!—–]{0,60}?[,\s](?:is|was|were|are)\s+(?=\S)/u;

/** What is left unsaid in a hit; `null` where the words don't tell it, or only point at it (“didn't mention that”). */
export function topicOf(
  document: Document,
  tree: Tree,
  hit: Hit,
  before: Range | null,
): Range | null {
  if (hit.topic !== null) return hit.topic;
  const words = document.text.slice(hit.start, hit.end);
  if (/\bdo so$/u.test(words)) return before;
  if (/\b(?:this|that|such)\b[^”]*$/u.test(words) && hit.rule.id.endsWith("did-not-judge"))
    return lastTerm(document.text, hit);
  const found =
    hit.rule.topic === "before" ? subjectTopic(tree, hit) : topicBehind(document, tree, hit, words);
  return found === null ? null : told(document.text, found);
}

/** The range without words of manner behind it; `null` where it names no thing. */
function told(text: string, range: Range): Range | null {
  const mark = /^["”’]\s+/u.exec(text.slice(range.start, range.end))?.[0].length ?? 0;
  const start = range.start + mark;
  const words = text.slice(start, range.end).replace(trailing, "");
  return words.length < 2 || pointing.test(words) || adjunct.test(words)
    ? null
    : { start, end: start + words.length };
}

function subjectTopic(tree: Tree, hit: Hit): Range | null {
  const { text } = tree.document;
  const verb = verbOf(tree, hit);
  const named = verb === null ? null : (subjectOf(tree, verb) ?? speakerOf(tree, verb));
  const subject = named === null ? null : missingThing(tree, named);
  const range = subject === null ? null : sourceRange(tree, subject);
  if (range === null || range.end > hit.start || range.end - range.start < 2) return null;
  const words = text.slice(range.start, range.end);
  if (/^[^“]*“[^”]*$/u.test(words)) return lastTerm(text, hit);
  if (!/^(?:what|that|which)$/iu.test(words)) return range;
  return behind(tree.document, hit, predicateStart(text, hit) ?? hit.sentence.end);
}

function topicBehind(document: Document, tree: Tree, hit: Hit, words: string): Range | null {
  const { text } = document;
  const rest = text.slice(hit.end, hit.sentence.end);
  if (/\belaborat\w+$/u.test(words)) return null;
  if (words.endsWith(":")) return behind(document, hit, hit.end);
  if (/\bcomments?$/u.test(words) && !/^\s+(?:\w+day )?(?:on|about|regarding)\s/u.test(rest))
    return null;
  const verb = verbOf(tree, hit);
  const antecedent = verb === null || hit.rule.silent === "text" ? null : antecedentOf(tree, verb);
  if (antecedent !== null) {
    const from = predicateStart(text, hit);
    if (from !== null) return behind(document, hit, from);
    if (!/^(?:who|which)$/iu.test(tree.form(antecedent))) return sourceRange(tree, antecedent);
  }
  if (/^\s+(?:and|or|but|by|as|with|because|so)\s/u.test(rest)) return null;
  return behind(document, hit, hit.end);
}

function behind(document: Document, hit: Hit, from: number): Range | null {
  return clauseAfter(document.text, from, hit.sentence.end, filler, clauseEnd);
}

function predicateStart(text: string, hit: Hit): number | null {
  const match = predicate.exec(text.slice(hit.end, hit.sentence.end));
  return match === null ? null : hit.end + match[0].length;
}

/** “the canal, which he did not mention”: the noun that the words are told of, where they have no object of their own. */
function antecedentOf(tree: Tree, verb: number): number | null {
  const { head, deprel } = tree.token(verb);
  if (head < 0 || deprel !== "acl:relcl") return null;
  const own = tree.children(verb).some((child) => {
    const { deprel: relation } = tree.token(child);
    return child > verb && /^(?:obj|ccomp|xcomp)$/u.test(relation);
  });
  const subject = tree.child(verb, "nsubj");
  const gap = subject === null || !/^(?:who|which|that)$/iu.test(tree.form(subject));
  return own || !gap ? null : head;
}

/** “this phrase”: the last one in quotation marks before it. */
function lastTerm(text: string, hit: Hit): Range | null {
  const before = text.slice(hit.sentence.start, hit.start);
  const term = [...before.matchAll(/[“"‘][^“”"’]{2,60}[”"’]/gu)].at(-1);
  if (term === undefined) return null;
  const start = hit.sentence.start + term.index;
  return { start, end: start + term[0].length };
}
