import type { Context } from "../../context.ts";
import { mentionsIn } from "../../actors/lookup.ts";
import type { Block, Document, Range } from "../../document.ts";
import type { Statement } from "../../records.ts";
import { assembleStatements, type Draft } from "../../statements/assemble.ts";
import { cueLexicon } from "../../statements/cues.ts";
import { findQuotations, type Quotation } from "../../statements/quotes.ts";
import type { Found } from "../pack.ts";
import { foldToHans } from "./hans.ts";
import { headReader, type Head, type HeadReader } from "./statement-heads.ts";
import { proposeQuoted, proposeReported, proposeTurns, type Passed } from "./statement-quotes.ts";
import { membersOf, type Subject } from "./statement-subjects.ts";

/** Body blocks carry statements; headlines and captions repeat them. */
const body: ReadonlySet<Block["role"]> = new Set(["paragraph", "list-item", "key-point"]);

/** A draft whose content may still grow. */
interface Open {
  draft: Omit<Draft, "content">;
  content: Range[];
  subject: Subject | null;
  /** Block and kind of the speech it belongs to. */
  growing: boolean;
}

/**
 * Find who said what in a Chinese document, in either script. What somebody says after 指出 or 强调 runs on
 * through the paragraph up to the next speaker, and through paragraphs that go on with the same speech.
 * @param document - needs sentences; actors are used where they are marked
 * @returns statements by start; warns `QUOTE_UNCLOSED`
 */
export function findStatements(document: Document, context: Context): Found<Statement> {
  const { quotations, diagnostics } = findQuotations(document);
  const text = foldToHans(document.text, context);
  const cues = cueLexicon(context, "zh");
  const turns = proposeTurns(document, text);
  const quoted = proposeQuoted(document, text, quotations, cues);
  const reported = proposeReported(document, text);
  const reader = new Speeches(
    document,
    text,
    quotations,
    headReader(document, text, cues),
    reported,
  );
  const taken = [...turns, ...quoted].flatMap((draft) => draft.content);
  for (const [index, block] of document.blocks.entries())
    if (body.has(block.role) || document.blocks.length === 1) reader.readBlock(index, taken);
  const spoken = reader.drafts().filter((draft) => !coveredBy(draft, [...turns, ...quoted]));
  const passed = reported.filter(
    (report) =>
      !spoken.some((draft) => draft.via !== null && draft.via.range.start === report.source.start),
  );
  const drafts = [...turns, ...quoted, ...spoken, ...passed.map((report) => report.draft)];
  const speeches = quotations.filter((quotation) => quotation.end - quotation.start >= 10);
  return { found: assembleStatements(document, drafts, speeches), diagnostics };
}

/** Statements by cue inside a quotation, or with the same cue as one, are part of it. */
function coveredBy(draft: Draft, others: readonly Draft[]): boolean {
  const at = draft.cue ?? draft.source;
  return (
    at !== null &&
    others.some(
      (other) =>
        other.cue?.start === at.start ||
        other.content.some((part) => part.start <= at.start && at.end <= part.end),
    )
  );
}

/** How a paragraph opens that goes on with the speech of the one before. */
const goesOn =
  /^(?:第?[一二三四五六七八九十]+[，、是]|其[一二三四]|[一二三四五六七]是|要|应该?|我们?|我愿|同时|目前|所谓|中[方国]|必须|让我们|希望|今天|明天|当前|此外)/u;

/** What only a speech says: the speaker's own voice, demands and hopes. */
const speech =
  /我们?|要[^求么]|应[该当]?|必须|不能|不应|愿|希望|呼吁|让我们|将|是[^，。]{2,30}的|一贯|坚决|不可|不容/u;

/** How a paragraph opens that tells what happened. */
const tells =
  /^(?:会[谈见议晤]|峰会|活动|当[天晚]|席间|随后|此前|据|[^，。]{0,12}(?:等)?(?:参加|出席|陪同))/u;

/** Clauses before the subject that only say when or in answer to what. */
const leadOnly =
  /^(?:[^，。]{0,10}(?:日|午|晚|年|时|后|前|间|中|上)|相应地?|同时|此外|[^，。]{0,3}地)，\s*$/u;

class Speeches {
  readonly #document: Document;
  readonly #text: string;
  readonly #quotations: ReadonlyMap<number, Quotation>;
  readonly #sentences: ReadonlyMap<number, readonly Range[]>;
  readonly #heads: HeadReader;
  readonly #reported: readonly Passed[];
  readonly #open: Open[] = [];
  /** The speech that goes on, and the last subject of the paragraph. */
  #run: Open | null = null;
  #last: Subject | null = null;
  /** Who the spokesperson last named speaks for. */
  #voice: readonly string[] = [];

  constructor(
    document: Document,
    text: string,
    quotations: readonly Quotation[],
    heads: HeadReader,
    reported: readonly Passed[],
  ) {
    this.#document = document;
    this.#text = text;
    this.#quotations = new Map(quotations.map((quotation) => [quotation.start, quotation]));
    const sentences = new Map<number, Range[]>();
    for (const sentence of document.layers.sentences) {
      const others = sentences.get(sentence.block);
      if (others === undefined) sentences.set(sentence.block, [sentence]);
      else others.push(sentence);
    }
    this.#sentences = sentences;
    this.#heads = heads;
    this.#reported = reported;
  }

  drafts(): Draft[] {
    return this.#open.map(({ draft, content }) => ({ ...draft, content }));
  }

  readBlock(index: number, taken: readonly Range[]): void {
    const block = this.#document.blocks[index]!;
    if (!this.#continues(block)) {
      this.#run = null;
      this.#last = null;
    }
    for (const sentence of this.#sentences.get(index) ?? []) {
      if (taken.some((part) => part.start <= sentence.start && sentence.end <= part.end)) {
        this.#run = null;
        continue;
      }
      this.#readSentence(sentence);
    }
  }

  /** In an official account a speech runs on over paragraphs that neither name a speaker nor tell what happened. */
  #continues(block: Block): boolean {
    const run = this.#run;
    if (run === null || this.#document.party === null) return false;
    if (run.subject?.kind === "group") return false;
    const words = this.#text.slice(block.start, block.end);
    if (tells.test(words)) return false;
    const subject = this.#heads.subject(block);
    if (subject !== null && subject.kind !== "side") return false;
    return goesOn.test(words) || speech.test(words);
  }

  #readSentence(sentence: Range): void {
    let from = sentence.start;
    let inSentence: Open | null = null;
    let opened: Subject | null = null;
    for (const clause of this.#clauses(sentence)) {
      const first =
        clause.start === sentence.start ||
        leadOnly.test(this.#text.slice(sentence.start, clause.start));
      const subject = this.#heads.subject(clause);
      const head = this.#heads.read(clause);
      if (first && subject !== null) {
        if (this.#run === null || head !== null) opened = subject;
        if (head === null && this.#otherSide(subject)) this.#run = null;
      }
      if (head === null || clause.start < from || !this.#accepts(head, first, inSentence, opened))
        continue;
      this.#grow(from, this.#leadsIn(from, head) ? from : clause.start, inSentence);
      const next = this.#begin(head, opened, sentence);
      this.#run = head.frame === "say" || proposes(this.#text, head) ? next : null;
      inSentence = next;
      from = head.content === null ? head.from : head.clause.end;
      if (head.content === null) next.content.push({ start: head.from, end: head.from });
    }
    this.#grow(from, sentence.end, inSentence);
    if (opened !== null && (this.#run === null || inSentence !== null)) this.#last = opened;
  }

  /** Words before the head that only lead in: “关于能源问题，X指出”. */
  #leadsIn(from: number, head: Head): boolean {
    const words = this.#text.slice(from, head.clause.start);
    return /^(?:关于|谈到|谈及|针对|对于|在|就|会[谈见议晤]|席间|随后|当[天晚]|据|围绕|\S{0,10}时，$)/u.test(
      words,
    );
  }

  /** The speech that goes on is one side's, and now the other side acts. */
  #otherSide(subject: Subject): boolean {
    const speaker = this.#run?.subject;
    return (
      speaker?.kind === "side" && subject.kind === "side" && speaker.actors[0] !== subject.actors[0]
    );
  }

  /** A spokesperson without a name is the one named before; whoever talked with others includes them. */
  #actorsOf(head: Head, subject: Subject | null, sentence: Range): readonly string[] {
    if (subject === null) return [];
    const words = this.#text.slice(subject.range.start, subject.range.end);
    if (subject.kind === "voice" && /(?:发言人|负责人)$/u.test(words)) {
      if (subject.actors.length > 0) this.#voice = subject.actors;
      return subject.actors.length > 0 ? subject.actors : this.#voice;
    }
    if (head.frame !== "topic" || head.subject !== null || subject.kind !== "person")
      return subject.actors;
    const before = mentionsIn(this.#document, { start: sentence.start, end: head.clause.start });
    return [...new Set(before.filter((mention) => mention.type === "person").flatMap(membersOf))];
  }

  #begin(head: Head, opened: Subject | null, sentence: Range): Open {
    const subject = head.subject ?? opened ?? this.#last;
    const via = this.#reported.find((report) => report.range.start === sentence.start) ?? null;
    const next: Open = {
      draft: {
        rule: `statement/zh/${head.subject === null ? "elided-" : ""}${head.frame}`,
        source: subject?.range ?? null,
        actors: this.#actorsOf(head, subject, sentence),
        cue: head.cue,
        entry: head.entry,
        negated: head.negated,
        via: via === null ? null : { range: via.source, actor: via.actor },
      },
      content: head.content === null ? [] : [head.content],
      subject,
      growing: head.content === null,
    };
    this.#open.push(next);
    if (subject !== null) this.#last = subject;
    return next;
  }

  /** Add a stretch to the speech that goes on, or to the statement begun in this sentence. */
  #grow(from: number, to: number, inSentence: Open | null): void {
    const target = inSentence ?? this.#run;
    if (target === null || !target.growing || to <= from) return;
    const last = target.content.at(-1);
    if (last !== undefined && this.#sameBlock(last.start, from))
      target.content[target.content.length - 1] = { start: last.start, end: to };
    else target.content.push({ start: from, end: to });
  }

  #sameBlock(a: number, b: number): boolean {
    return !this.#document.text.slice(a, b).includes("\n\n");
  }

  /** Whether a head opens a statement of its own here, or is part of what the speaker says. */
  #accepts(head: Head, first: boolean, inSentence: Open | null, opened: Subject | null): boolean {
    const run = this.#run;
    const { subject, frame, entry } = head;
    if (subject === null) return this.#acceptsElided(head, first, inSentence, opened);
    if (frame === "np" && subject.kind === "side" && !entry.frames.has("side")) return false;
    if (frame === "np" && subject.kind === "side" && !this.#speaksForItself(subject)) return false;
    if (run === null) return true;
    const speaker = run.subject?.kind ?? "voice";
    if (subject.kind === "person")
      return first || (frame === "say" && head.marked) || frame === "express";
    if (subject.kind === "group") {
      if (speaker === "group") return first;
      const leaders =
        subject.actors.some((actor) => actor.includes(":")) || subject.actors.length === 0;
      if (leaders) return first;
      return first && speaker === "person" && entry.class === "agree";
    }
    if (subject.kind === "side")
      return (
        first &&
        ((speaker === "side" && run.subject?.actors[0] !== subject.actors[0]) ||
          (frame === "say" && head.marked && this.#document.party === null) ||
          (speaker === "side" && this.#document.party === null) ||
          speaker === "group")
      );
    return first && (speaker === "group" || (frame === "say" && head.marked));
  }

  /** “中方支持…” speaks for a side; “中国支持…” only in an official account. */
  #speaksForItself(subject: Subject): boolean {
    const words = this.#text.slice(subject.range.start, subject.range.end);
    return words.endsWith("方") || this.#document.party !== null;
  }

  #acceptsElided(
    head: Head,
    first: boolean,
    inSentence: Open | null,
    opened: Subject | null,
  ): boolean {
    const speaker = opened ?? inSentence?.subject ?? this.#last;
    if (speaker === null) return false;
    const run = this.#run;
    const lead = this.#text.slice(head.clause.start, head.cue.start);
    if (speaker.kind === "group" && run?.subject?.kind !== "person") {
      if (head.entry.frames.has("group") || head.frame === "say")
        return first || inSentence !== null || run !== null;
    }
    if (head.frame === "say") {
      if (head.entry.frames.has("np") && !head.marked && run !== null) return false;
      if (head.marked && !head.entry.belief) return true;
      if (inSentence !== null && inSentence !== run) return true;
      return /并|还|一致/u.test(lead) || (run === null && opened !== null && !first);
    }
    if (run !== null) return false;
    if (head.frame === "np") {
      if (inSentence === null) return opened !== null && !first && opened.kind !== "side";
      return /并|还|也/u.test(lead) || speaker.kind !== "side";
    }
    if (inSentence?.growing === true) return /并|还/u.test(lead);
    return inSentence !== null || (opened !== null && !first);
  }

  /** Clauses of a sentence: cut at commas and semicolons outside quotation marks and book titles. */
  #clauses(sentence: Range): Range[] {
    const clauses: Range[] = [];
    let start = sentence.start;
    for (let at = sentence.start; at < sentence.end; at++) {
      const quotation = this.#quotations.get(at);
      if (quotation !== undefined && quotation.end <= sentence.end) {
        at = quotation.end - 1;
        continue;
      }
      const mark = this.#text[at]!;
      if (mark === "《") {
        const close = this.#text.indexOf("》", at);
        if (close !== -1 && close < sentence.end) at = close;
      } else if (/[，,；;：:]/u.test(mark)) {
        clauses.push({ start, end: at });
        start = at + 1;
      }
    }
    clauses.push({ start, end: sentence.end });
    return clauses;
  }
}

/** “提出五点建议”: the points follow in their own paragraphs. */
function proposes(text: string, head: Head): boolean {
  return (
    head.entry.lemma === "提出" &&
    /^[^，。]{0,12}(?:建议|主张|倡议|意见|看法|原则)/u.test(text.slice(head.from, head.from + 20))
  );
}
