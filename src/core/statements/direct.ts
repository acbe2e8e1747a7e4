import type { Document, Range } from "../document.ts";
import type { CueLexicon } from "./cues.ts";
import type { Proposal } from "./proposal.ts";
import type { Quotation } from "./quotes.ts";

/** Quotations of fewer words than this are phrases within somebody's own words, not quotations of speech. */
const shortestSpeech = 4;

const nameWord = "(?:\\p{Lu}[\\p{L}.'’-]*|of|the|de|van|von|der|al|bin|and|for|at|in|to)";

/** The statement a quotation was last given to. */
interface Last {
  readonly proposal: number;
  readonly block: number;
  readonly end: number;
}

/**
 * Attributions around direct quotations: “…,” said Ali. / “…,” Ali said, “…” / Ali said: “…” /
 * Wang: “…” / “…” – Commissioner Roe. Works on the text between quotations, so that a wrong parse
 * of quoted speech does no harm.
 */
export function proposeDirect(
  document: Document,
  quotations: readonly Quotation[],
  cues: CueLexicon,
): Proposal[] {
  const proposals: Proposal[] = [];
  let last = null as Last | null;
  for (const [index, quotation] of quotations.entries()) {
    const block = document.blocks[quotation.block]!;
    if (block.role === "title" || block.role === "key-point") continue;
    if (quotation.continues && last !== null && last.block === quotation.block - 1) {
      extend(proposals, last.proposal, quotation);
      last = { proposal: last.proposal, block: quotation.block, end: quotation.end };
      continue;
    }
    if (isPhrase(document, quotation) || isEmbedded(document, quotation, block)) continue;
    const next = quotations[index + 1];
    const previous = quotations[index - 1];
    const after = {
      start: quotation.end,
      end: Math.min(block.end, next?.block === quotation.block ? next.start : block.end),
    };
    const before = {
      start: Math.max(
        block.start,
        previous?.block === quotation.block ? previous.end : block.start,
      ),
      end: quotation.start,
    };
    const found: Proposal | null =
      attributionAfter(document, quotation, after, cues) ??
      attributionBefore(document, quotation, before, cues);
    if (found !== null) {
      const joined: number =
        last !== null &&
        last.block === quotation.block &&
        isSplit(document, proposals[last.proposal]!, found)
          ? last.proposal
          : -1;
      if (joined >= 0) extend(proposals, joined, quotation);
      else proposals.push(found);
      last = {
        proposal: joined >= 0 ? joined : proposals.length - 1,
        block: quotation.block,
        end: quotation.end,
      };
      continue;
    }
    if (
      last !== null &&
      last.block === quotation.block &&
      followsOn(document, last.end, quotation, proposals[last.proposal]!)
    ) {
      extend(proposals, last.proposal, quotation);
      last = { ...last, end: quotation.end };
    } else if (
      last !== null &&
      last.block === quotation.block - 1 &&
      quotation.start === block.start &&
      quotation.end >= block.end - 1
    ) {
      const speaker = proposals[last.proposal] as Proposal;
      proposals.push({
        ...speaker,
        rule: "statement/en/direct-continued",
        cue: null,
        content: [quotation],
      });
      last = { proposal: proposals.length - 1, block: quotation.block, end: quotation.end };
    }
  }
  return proposals;
}

function extend(proposals: Proposal[], index: number, quotation: Range): void {
  const proposal = proposals[index]!;
  proposals[index] = {
    ...proposal,
    content: [...proposal.content, { start: quotation.start, end: quotation.end }],
  };
}

/** The second part's attribution is the first one's: the same cue between them. */
function isSplit(_document: Document, first: Proposal, second: Proposal): boolean {
  return first.cue !== null && second.cue !== null && first.cue.start === second.cue.start;
}

/** Only the first attribution stands between the two quotations: “…,” he said. “…” */
function followsOn(
  document: Document,
  end: number,
  quotation: Quotation,
  first: Proposal,
): boolean {
  const between = document.text.slice(end, quotation.start);
  if (between.length > 160) return false;
  const cue = first.cue;
  return (
    cue !== null && cue.start >= end && cue.end <= quotation.start && /[.,;:]\s*$/u.test(between)
  );
}

/** A quotation inside a sentence of the writer's own: no capital, no end mark, words on both sides. */
function isEmbedded(document: Document, quotation: Quotation, block: Range): boolean {
  const inside = document.text.slice(quotation.start + 1, quotation.end - 1);
  const before = document.text.slice(Math.max(block.start, quotation.start - 3), quotation.start);
  const ends =
    /[.,!?…—]$/u.test(inside.trimEnd()) ||
    /^[.,]/u.test(document.text.slice(quotation.end, quotation.end + 1));
  const begins = /^[\p{Lu}\d…(]/u.test(inside.trimStart());
  return (
    !begins &&
    !(ends && /(?:^|[,:]\s*|[.!?”"]\s+)$/u.test(before)) &&
    !(quotation.start === block.start)
  );
}

/** A few quoted words that neither begin nor end like a sentence. */
function isPhrase(document: Document, range: Range): boolean {
  if (wordsIn(document, range) >= shortestSpeech) return false;
  const inside = document.text.slice(range.start + 1, range.end - 1);
  return !(/^\p{Lu}/u.test(inside) && /[,.!?…]$/u.test(inside));
}

function wordsIn(document: Document, range: Range): number {
  return document.text.slice(range.start, range.end).split(/\s+/u).length;
}

/** A cue verb among the tokens of a stretch, with what stands before and after it as its source. */
function attributionAfter(
  document: Document,
  quotation: Quotation,
  stretch: Range,
  cues: CueLexicon,
): Proposal | null {
  const text = document.text.slice(stretch.start, stretch.end);
  const dash = new RegExp(`^\\s*[–—-]{1,2}\\s*((?:${nameWord}[\\s,]*){1,12})$`, "u").exec(text);
  if (dash !== null && /\p{Lu}/u.test(dash[1]!)) {
    const start = stretch.start + dash.index + dash[0].length - dash[1]!.length;
    return proposal(
      "statement/en/dash-name",
      { start, end: start + dash[1]!.trimEnd().length },
      null,
      null,
      quotation,
    );
  }
  const clause = /^[^.;:!?“"]{0,220}/u.exec(text)?.[0] ?? "";
  return fromClause(
    document,
    { start: stretch.start, end: stretch.start + clause.length },
    quotation,
    cues,
    "statement/en/direct-after",
  );
}

function attributionBefore(
  document: Document,
  quotation: Quotation,
  stretch: Range,
  cues: CueLexicon,
): Proposal | null {
  const text = document.text.slice(stretch.start, stretch.end);
  const colon = new RegExp(`(?:^|[.!?”"]\\s+)((?:${nameWord}\\s*){1,8}):\\s*$`, "u").exec(text);
  if (colon !== null && /^\p{Lu}/u.test(colon[1]!)) {
    const start = stretch.start + colon.index + colon[0].indexOf(colon[1]!);
    return proposal(
      "statement/en/colon-name",
      { start, end: start + colon[1]!.trimEnd().length },
      null,
      null,
      quotation,
    );
  }
  if (!/(?:[,:]|\bthat|\bsaying|\b\p{L}+(?:s|ed|id|old))\s*$/u.test(text)) return null;
  const from = Math.max(
    text.lastIndexOf(". ") + 2,
    text.search(/[^.!?”]*$/u),
    text.length - 260,
    0,
  );
  return fromClause(
    document,
    { start: stretch.start + from, end: stretch.end },
    quotation,
    cues,
    "statement/en/direct-before",
  );
}

function fromClause(
  document: Document,
  clause: Range,
  quotation: Quotation,
  cues: CueLexicon,
  rule: string,
): Proposal | null {
  const { tokens } = document.layers;
  const first = firstTokenAt(document, clause.start);
  for (let index = first; index < tokens.length && tokens[index]!.start < clause.end; index++) {
    const token = tokens[index]!;
    if (token.upos !== "VERB") continue;
    const entry = cues.verbs.get(token.lemma.toLowerCase());
    if (entry === undefined || !(entry.frames.has("quote") || entry.frames.has("that"))) continue;
    if (
      rule.endsWith("before") &&
      entry.frames.has("quote") === false &&
      !/:\s*$/u.test(document.text.slice(clause.start, clause.end))
    )
      continue;
    const source = subjectNear(document, index, clause);
    if (source === null) continue;
    const { via, end } = viaOf(document, index, clause);
    return { ...proposal(rule, source, { start: token.start, end }, entry, quotation), via };
  }
  return null;
}

/** The subject of a cue: by the parse, else the noun phrase right before or, inverted, right after it. */
function subjectNear(document: Document, verb: number, clause: Range): Range | null {
  const { tokens } = document.layers;
  const leading = leadingSource(document, clause, tokens[verb]!.start);
  if (leading !== null) return leading;
  const inside = (index: number): boolean =>
    tokens[index]!.start >= clause.start && tokens[index]!.end <= clause.end;
  const nominal = (index: number): boolean =>
    index >= 0 &&
    index < tokens.length &&
    inside(index) &&
    /^(?:PROPN|NOUN|PRON|ADJ|DET|NUM|ADP|PART|CCONJ)$/.test(tokens[index]!.upos);
  let from = verb;
  while (
    from > 0 &&
    (nominal(from - 1) || (inside(from - 1) && /^(?:AUX|ADV)$/.test(tokens[from - 1]!.upos)))
  )
    from--;
  const before = headRun(document, from, verb);
  if (before !== null) return before;
  let to = verb + 1;
  while (
    nominal(to) ||
    (to < tokens.length &&
      inside(to) &&
      tokens[to]!.upos === "PUNCT" &&
      tokens[to]!.deprel === "punct" &&
      /^[,]$/.test(document.text.slice(tokens[to]!.start, tokens[to]!.end)) &&
      nominal(to + 1))
  )
    to++;
  return headRun(document, verb + 1, to);
}

/** Everything from the start of the clause to the verb, when it reads as a noun phrase with its apposition. */
function leadingSource(document: Document, clause: Range, verb: number): Range | null {
  const text = document.text.slice(clause.start, verb);
  const match =
    /^[\s,]*((?:\p{Lu}|the\s|a\s|he\b|she\b|they\b|one\s|an\s)[^“”":;()]{0,200}?)(?:,?\s+(?:also|then|later|further|has|have|had|was|were|is))*[\s,]*$/u.exec(
      text,
    );
  if (match === null) return null;
  const phrase = match[1]!.trimEnd().replace(/,$/u, "");
  if (/\b(?:that|because|when|while|if|and then|but|as)\b/iu.test(phrase)) return null;
  const start = clause.start + text.indexOf(match[1]!);
  return { start, end: start + phrase.length };
}

/** A run of tokens as a source: it needs a name, a noun or a personal pronoun. */
function headRun(document: Document, from: number, to: number): Range | null {
  const { tokens } = document.layers;
  let first = from;
  let last = to;
  while (first < last && /^(?:CCONJ|ADP|PART|ADV|AUX)$/.test(tokens[first]!.upos)) first++;
  while (last > first && /^(?:ADP|CCONJ|PART|AUX|ADV|PUNCT|DET)$/.test(tokens[last - 1]!.upos))
    last--;
  const run = tokens.slice(first, last);
  if (
    !run.some(
      (token) =>
        token.upos === "PROPN" ||
        token.upos === "NOUN" ||
        (token.upos === "PRON" &&
          /^(?:he|she|they|i|we)$/i.test(document.text.slice(token.start, token.end))),
    )
  )
    return null;
  return { start: run[0]!.start, end: run.at(-1)!.end };
}

/** Who passed the quotation on: “was quoted by Xinhua as saying”, “told the Courier”. */
function viaOf(
  document: Document,
  verb: number,
  clause: Range,
): { via: Range | null; end: number } {
  const { tokens } = document.layers;
  const token = tokens[verb]!;
  const rest = document.text.slice(token.end, clause.end);
  const passed = /^\s+(?:by\s+(.{2,80}?)\s+)?as\s+(?:saying|telling|writing)/u.exec(rest);
  if (passed !== null) {
    const by = passed[1];
    const start = by === undefined ? 0 : token.end + passed[0].indexOf(by);
    return {
      via: by === undefined ? null : { start, end: start + by.length },
      end: token.end + passed[0].length,
    };
  }
  const told =
    token.lemma === "tell"
      ? /^\s+((?:the\s+)?\p{Lu}[\p{L}’'.-]*(?:\s+\p{Lu}[\p{L}’'.-]*){0,4})/u.exec(rest)
      : null;
  if (told === null) return { via: null, end: token.end };
  const start = token.end + told[0].indexOf(told[1]!);
  return { via: { start, end: start + told[1]!.length }, end: token.end };
}

function proposal(
  rule: string,
  source: Range,
  cue: Range | null,
  entry: Proposal["entry"],
  quotation: Range,
): Proposal {
  return {
    rule,
    source,
    cue,
    entry,
    content: [{ start: quotation.start, end: quotation.end }],
    negated: false,
    hedged: false,
    via: null,
  };
}

/** Index of the first token that starts at or after an offset. */
function firstTokenAt(document: Document, offset: number): number {
  const { tokens } = document.layers;
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
