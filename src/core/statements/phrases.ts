import type { Document, Range, Sentence } from "../document.ts";
import type { CueLexicon } from "./cues.ts";
import type { Proposal } from "./proposal.ts";
import type { Tree } from "./tree.ts";
import { sourceRange } from "./subject.ts";

const noEntry = { entry: null, negated: false, hedged: false, via: null } as const;

/** “According to X, …” / “…, according to X”; “in X's words/view”; “from X's point of view”. */
export function proposeAccording(document: Document, sentence: Sentence): Proposal[] {
  const text = document.text.slice(sentence.start, sentence.end);
  const proposals: Proposal[] = [];
  const pattern =
    /\b(according to|in the (?:words|view|opinion) of)\s+|\b(?:in|from)\s+(\p{Lu}[\p{L} .’'-]{1,60}?)['’]s?\s+((?:words|view|opinion|point of view|telling|account|assessment))\b/giu;
  for (const match of text.matchAll(pattern)) {
    const at = match.index;
    const named = match[2];
    const sourceStart = named === undefined ? at + match[0].length : at + match[0].indexOf(named);
    const rest = text.slice(sourceStart);
    const length = named?.length ?? nounPhraseLength(rest);
    if (length === 0) continue;
    const source = {
      start: sentence.start + sourceStart,
      end: sentence.start + sourceStart + length,
    };
    const cue = {
      start: sentence.start + at,
      end: named === undefined ? source.start - 1 : sentence.start + at + match[0].length,
    };
    const end = Math.max(source.end, cue.end) - sentence.start;
    const opening = at <= 3;
    const content = opening
      ? clean(document, sentence.start + end, sentence.end)
      : clean(document, sentence.start, sentence.start + at);
    if (content === null || !/\s/u.test(document.text.slice(content.start, content.end))) continue;
    proposals.push({
      ...noEntry,
      rule: "statement/en/according-to",
      source,
      cue,
      content: [content],
    });
  }
  return proposals;
}

/** Length of the noun phrase a text begins with: up to a comma that doesn't open an apposition, or the end. */
function nounPhraseLength(text: string): number {
  const phrase = /^[^,;:.“”"—–()]{2,120}/u.exec(text)?.[0] ?? "";
  const apposition =
    /^, (?:(?:a|an|the|associate|senior|former|director|professor|head|chief|deputy|fellow|analyst|expert)\b)[^,;:“”"—]{2,140}(?=,)/iu.exec(
      text.slice(phrase.length),
    )?.[0] ?? "";
  const initial = /^\p{Lu}$/u.test(phrase.trim())
    ? (/^[^,;:“”"—–()]{2,120}/u.exec(text)?.[0].replace(/\.$/u, "") ?? "")
    : phrase;
  const base = initial.length > phrase.length ? initial : phrase;
  const cut = base.search(/\s(?:who|which|that|as|but|and (?:is|was|has))\s/u);
  return (
    (cut === -1 ? base : base.slice(0, cut)).trimEnd().length +
    (base === phrase && cut === -1 ? apposition.length : 0)
  );
}

/** Edge blanks and punctuation off. */
function clean(document: Document, from: number, to: number): Range | null {
  let start = from;
  let end = to;
  while (start < end && /[\s,;:–—-]/u.test(document.text[start]!)) start++;
  while (end > start && /[\s,;:.–—-]/u.test(document.text[end - 1]!)) end--;
  return end > start ? { start, end } : null;
}

/** Noun cues with their owner: “his wish for …”, “Beijing's claim that …”, “a statement proclaiming …”. */
export function proposeNouns(tree: Tree, cues: CueLexicon): Proposal[] {
  const proposals: Proposal[] = [];
  for (let index = tree.first; index < tree.last; index++) {
    const token = tree.token(index);
    if (token.upos !== "NOUN") continue;
    const entry = cues.nouns.get(tree.lemma(index));
    if (
      entry === undefined ||
      entry.belief ||
      !/^(?:state|promise|demand|accuse|deny|warn|announce|predict)$/.test(entry.class)
    )
      continue;
    const owner = tree.child(index, "nmod:poss");
    const clause = tree
      .children(index)
      .find((child) => child > index && contentOpens(tree, child, entry.frames));
    if (clause === undefined) continue;
    const source = owner === null ? null : sourceRange(tree, owner);
    const verb = token.head >= 0 && ["obj", "nsubj"].includes(token.deprel) ? token.head : null;
    const subject = verb === null || owner !== null ? null : tree.child(verb, "nsubj");
    const speaker =
      source ?? (subject === null || subject === index ? null : sourceRange(tree, subject));
    const content = tree.rangeOf(tree.subtree(clause));
    if (speaker === null || content === null) continue;
    proposals.push({
      rule: "statement/en/noun-cue",
      source: speaker,
      cue: { start: token.start, end: token.end },
      entry,
      content: [content],
      negated: false,
      hedged: false,
      via: null,
    });
  }
  return proposals;
}

function contentOpens(tree: Tree, child: number, frames: ReadonlySet<string>): boolean {
  const { deprel } = tree.token(child);
  if (!/^(?:acl|nmod|ccomp|obl)/.test(deprel) || deprel === "nmod:poss") return false;
  return tree
    .children(child)
    .some(
      (word) => /^(?:mark|case)$/.test(tree.token(word).deprel) && frames.has(tree.lemma(word)),
    );
}

/** Headlines and key points: “…, analysts say”; “X: …” */
export function proposeHeadlines(document: Document, cues: CueLexicon): Proposal[] {
  const proposals: Proposal[] = [];
  for (const block of document.blocks) {
    if (block.role !== "title" && block.role !== "key-point") continue;
    const text = document.text.slice(block.start, block.end);
    const match = /^(.{12,}?),\s+((?:\p{L}[\p{L}.’'-]*\s+){1,6}?)(\p{L}+)$/u.exec(text);
    if (match === null) continue;
    const verb = match[3]!.toLowerCase();
    const entry =
      cues.verbs.get(verb) ??
      cues.verbs.get(verb.replace(/s$/, "")) ??
      cues.verbs.get(verb === "said" ? "say" : verb);
    if (entry === undefined || !entry.frames.has("quote")) continue;
    const sourceStart =
      block.start + match[1]!.length + text.slice(match[1]!.length).indexOf(match[2]!);
    const cueStart = block.end - match[3]!.length;
    proposals.push({
      rule: "statement/en/headline",
      source: { start: sourceStart, end: sourceStart + match[2]!.trimEnd().length },
      cue: { start: cueStart, end: block.end },
      entry,
      content: [{ start: block.start, end: block.start + match[1]!.length }],
      negated: false,
      hedged: false,
      via: null,
    });
  }
  return proposals;
}
