import { mentionsIn } from "../../actors/lookup.ts";
import type { Block, Document, Range } from "../../document.ts";
import type { Draft } from "../../statements/assemble.ts";
import type { Quotation } from "../../statements/quotes.ts";
import { opensStatement, passesOn, proposes, type Open } from "./speech-rules.ts";
import {
  circumstance,
  demand,
  goesOn,
  leadOnly,
  ownVoice,
  speech,
  tells,
  toldOfAnother,
  turning,
} from "./speech-signs.ts";
import type { Head } from "./statement-head.ts";
import type { HeadReader } from "./statement-heads.ts";
import type { Passed } from "./statement-reports.ts";
import { clausesOf } from "./statement-clauses.ts";
import { membersOf, twoBefore, type Subject } from "./statement-subjects.ts";

/** Reads the statements of a document sentence by sentence and knows whose speech goes on. */
export class SpeechReader {
  readonly #document: Document;
  readonly #text: string;
  readonly #quotations: ReadonlyMap<number, Quotation>;
  readonly #sentences: ReadonlyMap<number, readonly Range[]>;
  readonly #heads: HeadReader;
  readonly #reported: ReadonlyMap<number, Passed>;
  readonly #open: Open[] = [];
  /** The speech that goes on, and the last subject of the paragraph. */
  #run: Open | null = null;
  #last: Subject | null = null;
  /** Who the spokesperson last named speaks for, and the medium last named in the paragraph. */
  #voice: readonly string[] = [];
  #medium: readonly string[] = [];
  /** The last person whose words the paragraph told: “he” who goes on to say something. */
  #speaker: readonly string[] = [];
  #spokeAt = -1;
  /** All persons whose words the paragraph told, and the only one of the paragraph before. */
  readonly #speakers = new Set<string>();
  #before: readonly string[] = [];
  #opens = -1;
  #via: Passed | null = null;
  #asked: Passed | null = null;

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
    this.#reported = new Map(reported.map((passed) => [passed.range.end, passed]));
  }

  drafts(): Draft[] {
    return this.#open.map(({ draft, content }) => ({ ...draft, content }));
  }

  /**
   * @param taken - whether a sentence is within a statement already known, and left out
   * @param asked - a journalist's question: it tells what others said, but nobody's speech runs on in it
   */
  readBlock(index: number, taken: (sentence: Range) => boolean, asked: Passed | null): void {
    const block = this.#document.blocks[index]!;
    this.#asked = asked;
    if (!this.#continues(block)) {
      this.#run = null;
      this.#last = null;
      this.#medium = [];
      this.#before = this.#speakers.size === 1 ? this.#speaker : [];
      this.#speaker = [];
      this.#speakers.clear();
      this.#opens = block.start;
    }
    for (const sentence of this.#sentences.get(index) ?? []) {
      if (taken({ start: sentence.start, end: sentence.end - 2 })) {
        this.#run = null;
        continue;
      }
      this.#via = this.#reported.get(sentence.end) ?? asked;
      if (this.#via !== null) this.#run = null;
      if (this.#via?.actor != null) this.#medium = [this.#via.actor];
      if (!this.#keepsOn(sentence)) this.#run = null;
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
    if (this.#opensSpeech(block)) return false;
    return goesOn.test(words) || speech.test(words);
  }

  /** Somebody whom no table knows begins to speak: “总设计师某某表示，…”. */
  #opensSpeech(block: Range): boolean {
    const words = this.#text.slice(block.start, Math.min(block.end, block.start + 70));
    const stop = words.search(/[，：。；]/u);
    if (stop === -1) return false;
    const head = this.#heads.read({ start: block.start, end: block.start + stop });
    return head !== null && head.frame === "say" && head.marked && head.subject !== null;
  }

  /** Whether a sentence can go on with the speech of the one before; in the press only what is plainly the speaker's voice. */
  #keepsOn(sentence: Range): boolean {
    const run = this.#run;
    if (run === null) return true;
    const words = this.#text.slice(sentence.start, sentence.end);
    const lead = circumstance.exec(words)?.[0].length ?? 0;
    const subject = this.#heads.subject({ start: sentence.start + lead, end: sentence.end });
    if (words.endsWith("？") && this.#asked !== null) return false;
    if (this.#document.party === null || this.#asked !== null) {
      if (ownVoice.test(words)) return true;
      if (run.marked && (demand.test(words) || this.#ownSideIn(sentence))) return true;
      if (subject === null) return run.marked && /^(?:如果|希望|同时|因此|所以)/u.test(words);
      return (
        subject.kind === "side" &&
        run.subject?.kind !== "group" &&
        this.#sameSide(subject) &&
        speech.test(words)
      );
    }
    if (subject === null || !this.#isSpeaker(subject) || this.#isPraised(subject)) return true;
    return run.subject?.actors[0] === subject.actors[0] || subject.actors.length === 0;
  }

  /** “习近平主席提出…”, within what the other leader says: an account names its own leader without a title. */
  #isPraised(subject: Subject): boolean {
    const run = this.#run?.subject;
    const words = this.#text.slice(subject.range.start, subject.range.end);
    return (
      run?.kind === "person" &&
      subject.kind === "person" &&
      this.#document.party !== null &&
      subject.actors[0]?.split(":")[0] === this.#document.party &&
      run.actors[0]?.split(":")[0] !== this.#document.party &&
      /(?:主席|总理)$/u.test(words) &&
      !this.#heads.read({ start: subject.range.start, end: this.#clauseEnd(subject) })?.marked
    );
  }

  #clauseEnd({ range }: Subject): number {
    const rest = this.#text.slice(range.end, range.end + 40);
    const stop = rest.search(/[，。；：]/u);
    return range.end + (stop === -1 ? rest.length : stop + 1);
  }

  /** A person, or somebody who speaks for a body. */
  #isSpeaker(subject: Subject): boolean {
    const words = this.#text.slice(subject.range.start, subject.range.end);
    return subject.kind === "person" || /(?:发言人|负责人|代表|官员)$/u.test(words);
  }

  /** “…，中方愿…”: the speaker's side is a subject further on. */
  #ownSideIn(sentence: Range): boolean {
    if (this.#run?.subject?.kind !== "person") return false;
    return clausesOf(this.#text, sentence, this.#quotations)
      .slice(1, 6)
      .some((clause) => {
        const subject = this.#heads.subject(clause);
        return (
          subject?.kind === "side" &&
          this.#sameSide(subject) &&
          this.#text.slice(subject.range.start, subject.range.end).endsWith("方")
        );
      });
  }

  #sameSide(subject: Subject): boolean {
    const side = this.#run?.subject?.actors[0]?.split(":")[0];
    return side !== undefined && subject.actors[0] === side;
  }

  #readSentence(sentence: Range): void {
    let from = sentence.start;
    let inSentence: Open | null = null;
    let opened: Subject | null = null;
    for (const clause of clausesOf(this.#text, sentence, this.#quotations)) {
      const first =
        clause.start === sentence.start ||
        (this.#via !== null &&
          this.#via !== this.#asked &&
          clause.start <= this.#via.range.start) ||
        this.#onlyLead(sentence, clause);
      const subject = this.#heads.subject(clause);
      const head = this.#heads.read(clause);
      if (first && subject !== null) {
        if (this.#run === null || head !== null) opened = subject;
        if (head === null && this.#otherSide(subject)) this.#run = null;
      } else if (inSentence === null && this.#run === null && this.#areTwo(subject))
        opened = subject;
      const accepted =
        head !== null &&
        !(this.#run !== null && head.subject !== null && this.#isPraised(head.subject)) &&
        clause.start >= from &&
        head.cue.start >= this.#reportEnd() &&
        opensStatement(head, {
          first,
          open: inSentence,
          run: this.#run,
          opened,
          last: this.#last,
          press: this.#document.party === null,
          text: this.#text,
        });
      if (!accepted) {
        const turned =
          inSentence === null ? null : this.#turnsAway(inSentence, subject, clause, from);
        if (
          inSentence !== null &&
          (turned !== null || this.#endsAt(inSentence, subject, clause, from))
        ) {
          this.#grow(from, turned ?? clause.start, inSentence);
          if (this.#run === inSentence) this.#run = null;
          inSentence = null;
          opened = subject;
          from = clause.start;
        }
        continue;
      }
      const turn = inSentence === null ? null : turning.exec(this.#text.slice(from, clause.start));
      const until = turn === null ? clause.start : from + turn.index;
      this.#grow(from, this.#leadsIn(from, head) ? from : until, inSentence);
      if (inSentence !== null && passesOn(inSentence, head, this.#text)) {
        this.#passThrough(inSentence);
        opened = head.subject;
      }
      const next = this.#begin(head, opened, sentence);
      this.#run = head.frame === "say" || proposes(this.#text, head) ? next : null;
      inSentence = next;
      from = head.content === null ? head.from : head.clause.end;
      if (head.content === null) next.content.push({ start: head.from, end: head.from });
    }
    this.#grow(from, sentence.end, inSentence);
    if (opened !== null && (this.#run === null || inSentence !== null)) this.#last = opened;
  }

  #areTwo(subject: Subject | null): boolean {
    return (
      subject !== null &&
      /^[两二]人/u.test(this.#text.slice(subject.range.start, subject.range.end))
    );
  }

  #passThrough(open: Open): void {
    this.#open.splice(this.#open.indexOf(open), 1);
    this.#via = {
      range: open.subject!.range,
      source: open.subject!.range,
      actor: open.draft.actors[0] ?? null,
      hedged: false,
      draft: null,
    };
  }

  /** Where what a report passes on begins. */
  #reportEnd(): number {
    return this.#via?.draft?.content[0]?.start ?? 0;
  }

  /** Nothing but the time, the occasion or the report stands before the clause. */
  #onlyLead(sentence: Range, clause: Range): boolean {
    const start = Math.max(sentence.start, this.#reportEnd());
    return clause.start <= start || leadOnly.test(this.#text.slice(start, clause.start));
  }

  /** A statement whose object follows its verb ends where another speaker or actor takes over. */
  #endsAt(open: Open, subject: Subject | null, clause: Range, from: number): boolean {
    if (open.marked || !open.growing || subject === null || clause.start <= from) return false;
    if (subject.kind !== "person" && subject.kind !== "voice") return false;
    return subject.actors[0] !== open.subject?.actors[0];
  }

  /** In the press “…, but Roe's post does not mention it” is no longer what the speaker says: where that begins. */
  #turnsAway(open: Open, subject: Subject | null, clause: Range, from: number): number | null {
    if (this.#document.party !== null || !open.marked || subject?.kind !== "person") return null;
    if (subject.actors[0] === open.subject?.actors[0] || clause.start <= from) return null;
    if (!toldOfAnother.test(this.#text.slice(subject.range.end, clause.end))) return null;
    const before = this.#text.slice(from, subject.range.start);
    const turn = turning.exec(before);
    return turn === null ? null : from + turn.index;
  }

  /** Words before the head that only lead in: “关于能源问题，X指出”. */
  #leadsIn(from: number, head: Head): boolean {
    const words = this.#text.slice(from, head.clause.start);
    return /^(?:关于|谈到|谈及|针对|对于?|在|就|会[谈见议晤]|席间|随后|当[天晚]|据|围绕|被问|\S{0,10}时，$)/u.test(
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
      return /^(?:新闻|该|这[名位])?(?:发言人|负责人)$/u.test(words) ? this.#voice : subject.actors;
    }
    if (/^(?:该|这[份篇])?(?:报道|报导|文章|消息|报|媒体|社|台|网|刊)$/u.test(words))
      return this.#medium;
    if (/^[他她]$/u.test(words) && (subject.actors.length === 0 || this.#spokeAt >= sentence.start))
      return this.#heIs(subject);
    if (/^[两二]人$/u.test(words))
      return twoBefore(this.#document, { start: sentence.start, end: subject.range.start });
    if (head.frame !== "topic" || head.subject !== null || subject.kind !== "person")
      return subject.actors;
    const before = mentionsIn(this.#document, { start: sentence.start, end: head.clause.start });
    return [...new Set(before.filter((mention) => mention.type === "person").flatMap(membersOf))];
  }

  /** “他”: who spoke before in the paragraph, or alone in the one before where this one opens with “he”. */
  #heIs(subject: Subject): readonly string[] {
    if (this.#speaker.length > 0) return this.#speaker;
    if (subject.actors.length > 0 || subject.range.start > this.#opens + 2) return subject.actors;
    return this.#before;
  }

  #begin(head: Head, opened: Subject | null, sentence: Range): Open {
    const subject = head.subject ?? opened ?? this.#last;
    const via = this.#via?.source ?? null;
    const next: Open = {
      draft: {
        rule: `statement/zh/${head.subject === null ? "elided-" : ""}${head.frame}`,
        source: subject?.range ?? null,
        actors: this.#actorsOf(head, subject, sentence),
        cue: head.cue,
        entry: head.entry,
        negated: head.negated,
        via: via === null ? null : { range: via, actor: this.#via!.actor },
        hedged: this.#via?.hedged === true,
      },
      content: this.#contentOf(head, sentence),
      subject,
      growing: head.content === null,
      marked: head.marked && head.frame === "say",
    };
    this.#open.push(next);
    if (subject?.kind === "person") {
      this.#speaker = next.draft.actors;
      this.#spokeAt = head.cue.start;
      for (const actor of next.draft.actors) this.#speakers.add(actor);
    }
    if (subject !== null) this.#last = subject;
    return next;
  }

  /** “对于…的说法，X予以否认”: what the feeling is about stands before its subject. */
  #contentOf(head: Head, sentence: Range): Range[] {
    if (head.content === null) return [];
    if (head.frame !== "express" || head.content.start < head.cue.start) return [head.content];
    const before = /^(?:对于?|针对|就)([^。；]{3,90})，\s*$/u.exec(
      this.#text.slice(sentence.start, head.clause.start),
    );
    if (before === null) return [head.content];
    const start = sentence.start + before[0].indexOf(before[1]!);
    return [{ start, end: start + before[1]!.length }];
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
}
