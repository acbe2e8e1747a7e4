import { mentionsIn } from "../../actors/lookup.ts";
import type { Document, Range, Token } from "../../document.ts";
import { isJoined, wordsBefore, type Accepted } from "./accepted-cues.ts";
import type { CueForm, RussianCues } from "./cue-forms.ts";
import type { Framed } from "./cue-frames.ts";
import { membersOf } from "./statement-pair.ts";
import type { SubjectReader } from "./statement-subjects.ts";

interface Agent {
  readonly source: Range;
  readonly actors: readonly string[];
}

const agents =
  /(?:^|\s)(лидерами|президентами|главами(?: двух)? государств|собеседниками|сторонами|министрами)(?:\s|$)/u;
const shared =
  /обоюдн|взаимн\p{L}+ (?:настро|готовност|заинтересован|стремлен)|(?:обеих|двух) (?:стран|сторон)|обеими сторонами/u;
const holding =
  /^\s+(?:\p{Ll}+\s+){0,2}?(?:готовность|решимость|намерение|приверженность|стремление|позиция|поддержка)\s+(?:\p{Ll}+\s+)?/u;

/** The passives of official accounts: by whom, if they say so, else by both sides where both are meant. */
export class PassiveReader {
  readonly #document: Document;
  readonly #cues: RussianCues;
  readonly #subjects: SubjectReader;
  /** One-sided speech goes on in the passives that follow it. */
  #before: readonly string[] | null = null;
  #agent: Agent | null = null;

  constructor(document: Document, cues: RussianCues, subjects: SubjectReader) {
    this.#document = document;
    this.#cues = cues;
    this.#subjects = subjects;
  }

  /** Who spoke last; empty before anybody did. */
  get spoke(): readonly string[] {
    return this.#before ?? [];
  }

  /** Somebody has spoken. */
  hear(actors: readonly string[]): void {
    this.#before = actors;
    this.#agent = null;
  }

  /** What a sentence said counts for the next. */
  remember(accepted: readonly Accepted[]): void {
    const last = accepted.findLast((cue) => cue.actors.length > 0 || cue.source !== null);
    if (last === undefined) {
      if (accepted.length === 0) this.#agent = null;
      return;
    }
    this.#before = last.actors;
    if (last.form.kind !== "passive") this.#agent = null;
    else if (last.source !== null) this.#agent = { source: last.source, actors: last.actors };
  }

  /** A passive cue: “обсуждены”, “была выражена”, “рассматривался”. */
  read(
    token: Token,
    form: CueForm,
    part: Range,
    framed: Framed,
    last: Accepted | null,
  ): Accepted | null {
    const { text, party } = this.#document;
    if (party === null) return null;
    const from = last?.from ?? part.start;
    const before = wordsBefore(text, from, token.start);
    if (/(?:^|\s)(?:буд(?:ет|ут)|ранее|не)\s+(?:\p{Ll}+\s+){0,2}$/iu.test(before)) return null;
    if (/(?:котор\p{L}+|что)\s[^,]*$/u.test(before)) return null;
    const auxiliary =
      /(?:был[аои]?\s+(?:также|особо|вновь|\p{Ll}+но)|был[аои]?|также|особо|вновь)\s+$/iu.exec(
        before,
      );
    const agent = this.#agentOf({ start: from, end: token.start }) ?? agentBefore(last, before);
    // In other pages of an office things are reviewed and noted without anybody's words.
    if (agent === null && !this.#tellsOfTalks()) return null;
    const rest = text.slice(framed.from, part.end);
    const content = /^[\s.!?]*$/u.test(rest)
      ? { start: part.start, end: token.start - (auxiliary?.[0].length ?? 0) }
      : null;
    const start =
      auxiliary === null || !auxiliary[0].toLowerCase().startsWith("был")
        ? token.start
        : token.start - auxiliary[0].length;
    return {
      token,
      form,
      rule: agent === null ? "statement/ru/passive" : "statement/ru/passive-by",
      source: agent?.source ?? null,
      actors: agent?.actors ?? this.#sharedActors(form, part, rest),
      plural: true,
      from: framed.from,
      cue: { start, end: framed.end },
      head: start,
      content,
      negated: false,
    };
  }

  /** “Состоялся обмен мнениями о …”, “Речь шла о …”. */
  talk(part: Range): Accepted | null {
    const { text, party } = this.#document;
    const words = text.slice(part.start, part.end);
    if (party === null || /(?:будет|предстоит|планируется)/u.test(words)) return null;
    for (const entry of this.#cues.talk) {
      const match = talkPattern(entry.lemma).exec(words);
      if (match === null) continue;
      const start = part.start + match.index;
      const cue = { start, end: start + entry.lemma.length };
      return {
        token: { start, end: cue.end, upos: "X", lemma: entry.lemma, head: -1, deprel: "dep" },
        form: { entry, kind: "passive", words: null },
        rule: "statement/ru/talk",
        source: null,
        actors: this.#subjects.pair.sides,
        plural: true,
        from: start + match[0].length,
        cue,
        head: start,
        content: null,
        negated: false,
      };
    }
    return null;
  }

  #tellsOfTalks(): boolean {
    return this.#document.kind === "readout" || this.#subjects.pair.sides.length > 0;
  }

  /** “с российской стороны”, “лидерами”, or whoever the passive before it was by. */
  #agentOf(range: Range): Agent | null {
    const { text } = this.#document;
    const start = Math.max(range.start, range.end - 300);
    const words = text.slice(start, range.end);
    const mention = mentionsIn(this.#document, { start, end: range.end }).findLast(
      (candidate) =>
        /сторон[ы]?$/u.test(text.slice(candidate.start, candidate.end)) &&
        /(?:^|\s)со?\s+$/iu.test(text.slice(Math.max(0, candidate.start - 4), candidate.start)),
    );
    if (mention !== undefined)
      return { source: { start: mention.start, end: mention.end }, actors: membersOf(mention) };
    const both = agents.exec(words);
    if (both !== null) {
      const at = start + both.index + both[0].indexOf(both[1]!);
      const { sides, people } = this.#subjects.pair;
      return {
        source: { start: at, end: at + both[1]!.length },
        actors: both[1] === "сторонами" ? sides : people,
      };
    }
    return this.#agent !== null && this.#agent.actors.length === 1 ? this.#agent : null;
  }

  /** Both sides, where the verb or the words say that both speak; open after one side has spoken. */
  #sharedActors(form: CueForm, part: Range, rest: string): readonly string[] {
    const { sides } = this.#subjects.pair;
    const holder = this.#holderOf(part, rest);
    if (holder !== null) return holder;
    const both = shared.test(this.#document.text.slice(part.start, part.end));
    if (both || form.entry.frames.has("joint")) return sides;
    return this.#before === null || this.#before.length > 1 ? sides : [];
  }

  /** “подтверждена готовность российской стороны …”: whose readiness it is. */
  #holderOf(part: Range, rest: string): readonly string[] | null {
    const match = holding.exec(rest);
    if (match === null) return null;
    const start = part.end - rest.length + match[0].length;
    const [first, second] = mentionsIn(this.#document, { start: start - 1, end: part.end });
    if (first === undefined || first.start > start + 1 || first.how === "demonym") return null;
    const joint =
      second !== undefined &&
      /^\s+и\s+$/u.test(this.#document.text.slice(first.end, second.start)) &&
      second.type === first.type;
    return [...new Set([...membersOf(first), ...(joint ? membersOf(second) : [])])];
  }
}

/** “с обеих сторон отмечен … и подтверждён …”: the agent goes on. */
function agentBefore(last: Accepted | null, before: string): Agent | null {
  return last !== null && last.form.kind === "passive" && last.source !== null && isJoined(before)
    ? { source: last.source, actors: last.actors }
    : null;
}

const patterns = new Map<string, RegExp>();

/** Nouns of talk after a verb that says it took place; whole phrases (“шла речь”) as they are. */
function talkPattern(lemma: string): RegExp {
  const known = patterns.get(lemma);
  if (known !== undefined) return known;
  const phrase = /^(?:речь|шла|разговор) /u.test(lemma);
  const lead = phrase
    ? "(?<!\\p{L})"
    : "(?<=(?:[Сс]остоял(?:ся|ось)|[Пп]ровед[её]н[оа]?|[Пп]роизош[её]л|[Пп]родолжен[оа]?)\\s(?:[\\p{Ll}]+\\s){0,4})";
  const words = lemma
    .replace("шел", "ш[её]л")
    .replace(/^./u, (letter) => `[${letter}${letter.toUpperCase()}]`);
  const pattern = new RegExp(
    `${lead}${words}(?:,? (?:также|в частности|главным образом|прежде всего),?)?(?=\\s+(?:по|о|об|обо|относительно|вокруг)\\s)`,
    "u",
  );
  patterns.set(lemma, pattern);
  return pattern;
}
