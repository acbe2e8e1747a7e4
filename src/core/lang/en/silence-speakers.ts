import { headMentionOf, mentionsIn } from "../../actors/lookup.ts";
import type { ActorMention, Document, Range } from "../../document.ts";
import { membersOf, type Hit } from "../../silences/find-silences.ts";
import { sourceRange, subjectOf } from "../../statements/subject.ts";
import type { Tree } from "../../statements/tree.ts";

/** Texts that speak for somebody. */
const texts =
  /\b(?:statements?|read-?outs?|communiqu[eé]s?|declarations?|resolutions?|documents?|texts?|transcripts?|remarks|speech(?:es)?|address|summar(?:y|ies)|releases?|accounts?|versions?|op-eds?|articles?|messages?|announcements?|letters?|drafts?)\b/iu;

/** Speakers who don't report somebody's silence but talk about their own. */
const ownVoice = /^(?:I|we|me|us|myself|let['’]s)$/iu;

/** No particular thing is left unsaid. */
const anything = /^(?:anything|something|everything|those|all|many|anyone|someone|whatever)$/iu;

/** Who is silent; `null` where the speaker talks of himself, asks, or only supposes it. */
export function silentOf(document: Document, tree: Tree, hit: Hit): readonly string[] | null {
  const { text } = document;
  const before = text.slice(hit.sentence.start, hit.start);
  if (/(?:^|[\s,;:—–])(?:I|[Ww]e)\s+(?:\w+ly\s+)?$/u.test(before)) return null;
  const verb = verbOf(tree, hit);
  if (verb !== null && isUnreal(tree, verb, hit)) return null;
  const teller = tellerBefore(document, hit);
  if (teller !== null) return teller;
  const attributed = attributedBefore(document, hit);
  if (attributed !== null) return attributed;
  if (hit.rule.silent === "behind")
    return ofText(document, { start: hit.end, end: hit.sentence.end }) ?? [];
  if (hit.rule.silent === "text") return ofTextAround(document, hit);
  if (
    /\bthere\s(?:\S+\s){0,3}$/iu.test(before) ||
    /^there\b/iu.test(text.slice(hit.start, hit.end))
  )
    return ofText(document, hit.sentence) ?? [];
  if (hit.rule.id === "silence/en/neither") {
    const named = mentionsIn(document, hit).filter(canSpeak);
    if (named.length > 0) return named.flatMap(membersOf);
  }
  const subject = verb === null ? null : speakerOf(tree, verb);
  if (subject !== null) return ofSubject(document, tree, hit, subject, before);
  if (hit.rule.id.endsWith("not-yet")) return null;
  if (/(?:^|[\s,;—–])(?:you|it|this|that)\s+(?:\w+ly\s+)?$/iu.test(before)) return [];
  return nearest(document, hit);
}

function ofSubject(
  document: Document,
  tree: Tree,
  hit: Hit,
  subject: number,
  before: string,
): readonly string[] | null {
  const form = tree.form(subject);
  if (ownVoice.test(form)) return wonderedAt(document, hit, before, tree.token(subject).end);
  if (/^(?:you|your)$/iu.test(form)) return addressedBy(document, hit);
  if (hit.rule.id.endsWith("not-yet") && !isActor(document, tree, subject)) return null;
  if (/^(?:who|which|that)$/iu.test(form)) return nearest(document, hit);
  if (/^it$/iu.test(form)) return ofTextBefore(document, hit);
  const range = sourceRange(tree, subject);
  if (range === null) return nearest(document, hit);
  if (range.start >= hit.start) return ofPhrase(document, range);
  if (!texts.test(form))
    return ofPhrase(document, { start: range.start, end: Math.min(range.end, hit.start) });
  const from = Math.max(hit.sentence.start, range.start);
  return ofText(document, { start: from, end: hit.start }) ?? ofPhrase(document, range);
}

/** “…,” Roe said after the talks, without referring to the crew: who is quoted, wherever the parse hangs the words. */
function attributedBefore({ text, layers }: Document, hit: Hit): readonly string[] | null {
  if (!/^without\b/iu.test(text.slice(hit.start, hit.end))) return null;
  const told = layers.statements.find(({ form, cue, source, content }) => {
    const end = Math.max(cue?.end ?? 0, source?.end ?? 0);
    return (
      form === "direct" &&
      end > hit.sentence.start &&
      end <= hit.start &&
      (content[0]?.end ?? end) < end &&
      hit.start - end <= 60 &&
      !/[;:“”"«»]/u.test(text.slice(end, hit.start))
    );
  });
  return told?.actors ?? null;
}

/** “Roe said the talks were useful but declined to elaborate”: whose words end right before is silent, not whom they are about. */
function tellerBefore({ text, layers }: Document, hit: Hit): readonly string[] | null {
  const told = layers.statements.find(({ content, actors }) => {
    const end = content.at(-1)?.end ?? Number.POSITIVE_INFINITY;
    return (
      actors.length > 0 &&
      end > hit.sentence.start &&
      end <= hit.start &&
      /^[”"’]?,?\s*(?:(?:but|yet|and|though)\s+)?(?:also\s+)?$/u.test(text.slice(end, hit.start))
    );
  });
  return told?.actors ?? null;
}

/** The verb (or other head) of the words that report. */
export function verbOf(tree: Tree, hit: Hit): number | null {
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
export function speakerOf(tree: Tree, verb: number): number | null {
  let at = outsideInsertion(tree, verb) ?? verb;
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

/** “Roe praised the ports – which grow – and said nothing”: the verb that the words go on from, where the parse takes the insertion's. */
function outsideInsertion(tree: Tree, verb: number): number | null {
  const { head, deprel } = tree.token(verb);
  if (head < 0 || deprel !== "conj") return null;
  const { text } = tree.document;
  const between = text.slice(tree.token(head).end, tree.token(verb).start);
  const opened = text.slice(tree.sentence.start, tree.token(head).start).match(dashes)?.length ?? 0;
  if (opened % 2 === 0 || (between.match(dashes)?.length ?? 0) !== 1) return null;
  let at = head;
  for (let step = 0; step < 12 && tree.token(at).head >= 0; step++) at = tree.token(at).head;
  return at;
}

const dashes = /\s[–-]\s|\s?—\s?/gu;

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

/** Who put a text out, behind its name: “that was issued by”, “the Kremlin put out”. */
const issuer =
  /^\w*(?:\s(?:that|which))?(?:\s(?:was|were|has been|is))?(?:\s(?:issued|released|published|put out|given|made|sent out|circulated))?(?:\s(?:by|from|of))?(?:\s(?:the|its|a))?\s/u;

/** Whose text is named: “from the Kremlin's readout”, “the readout that the White House put out”; `null` where nobody's is. */
function ofText(document: Document, range: Range): readonly string[] | null {
  const words = document.text.slice(range.start, range.end);
  for (const match of words.matchAll(new RegExp(texts, "giu"))) {
    const at = range.start + match.index;
    const phrase = document.text.slice(Math.max(range.start, at - 60), at);
    const opened = phrase.search(/(?:^|\s)(?:the|his|her|its|their|a|an|from|in|of)\s[^,.;:]*$/iu);
    const start = opened === -1 ? at - phrase.length : at - phrase.length + opened;
    const owner = mentionsIn(document, { start, end: at }).find(
      (mention) => mention.start >= start && mention.type !== "place" && mention.end <= at,
    );
    if (owner !== undefined && !/[,;:]/u.test(document.text.slice(owner.end, at)))
      return membersOf(owner);
    const by = issuer.exec(document.text.slice(at, Math.min(range.end, at + 70)));
    const behind = at + (by?.[0].length ?? 0);
    const named =
      by === null ? undefined : mentionsIn(document, { start: behind, end: behind + 1 })[0];
    if (named !== undefined && canSpeak(named) && named.start <= behind) return membersOf(named);
  }
  return null;
}

/** The owner of a text named around the words; “notably absent was …” may name its speaker itself. */
function ofTextAround(document: Document, hit: Hit): readonly string[] {
  const owner = ofText(document, hit.sentence);
  if (owner !== null) return owner;
  const near = mentionsIn(document, hit).filter(canSpeak);
  return near.length > 0 && hit.rule.id.endsWith("absent-was") ? near.flatMap(membersOf) : [];
}

/** “It did not mention …”: the only text that the sentence before is about. */
function ofTextBefore(document: Document, hit: Hit): readonly string[] {
  const { sentences } = document.layers;
  const before = sentences[sentences.indexOf(hit.sentence) - 1];
  if (before === undefined || before.block !== hit.sentence.block) return [];
  const words = document.text.slice(before.start, before.end);
  const named = new Set(
    [...words.matchAll(new RegExp(texts, "giu"))].map((match) => match[0].toLowerCase()),
  );
  return named.size === 1 ? (ofText(document, before) ?? []) : [];
}

/** “You didn't mention …” in a transcript: the one who speaks before and after. */
function addressedBy(document: Document, hit: Hit): readonly string[] {
  const turns = document.layers.statements.filter(
    ({ rule, actors }) => rule.endsWith("/turn") && actors.length === 1,
  );
  const next = turns.find(({ start }) => start >= hit.end)?.actors[0];
  const last = turns.findLast(({ end }) => end <= hit.start)?.actors[0];
  if (turns.some(({ start, end }) => start <= hit.start && hit.end <= end)) return [];
  const one = next ?? last;
  return one === undefined || (last ?? one) !== one ? [] : [one];
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
