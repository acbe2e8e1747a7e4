import type { Document, Range, Token } from "../../document.ts";
import type { Draft } from "../../statements/assemble.ts";
import type { Cue } from "../../statements/cues.ts";
import type { Quotation } from "../../statements/quotes.ts";
import { isJoined, wordsBefore, type Accepted } from "./accepted-cues.ts";
import { contentOf } from "./clause-contents.ts";
import { formKey, type CueForm, type RussianCues } from "./cue-forms.ts";
import { frameAfter, type Framed } from "./cue-frames.ts";
import { PassiveReader } from "./statement-passives.ts";
import { firstToken, inBody } from "./statement-sources.ts";
import type { SubjectReader } from "./statement-subjects.ts";

/** What a clause reader looks at beside the sentence. */
export interface ClauseContext {
  readonly document: Document;
  readonly cues: RussianCues;
  readonly subjects: SubjectReader;
  readonly speeches: readonly Quotation[];
  /** Whether a word belongs to a statement already found: its cue or inside its quotation. */
  readonly isTaken: (range: Range) => boolean;
  /** Whom “мы” means in a declaration of several sides; `null` in other texts. */
  readonly we: readonly string[] | null;
}

/** Opens a subordinate clause. */
const subordinate =
  /(?:^|[\s,])(?:что|чтобы|котор\p{L}+|если|когда|где|(?:том|тому|того),\sкак)\s/u;
/** A comma and conjunction that lead out of a subordinate clause; before a gerund the comma alone does. */
const leadsOut = /,\s*(?:а также|и|но|а|при этом)\s+(?:\p{Ll}+о |также |ещё раз )*$/u;
/** Opens a sentence whose plural verb goes on with those who spoke before. */
const goesOn =
  /^\s*(?:(?:Также|Отдельно|Подробно|Кроме того,|Особо|Предметно|При этом|Вместе с тем,?|В ходе \p{L}+|В том числе|В частности,?)\s+)*$/u;
const pronoun = /^(?:он|она)$/iu;
/** How somebody values something belongs to the verb: “высоко оценил”. */
const high = /(?<!\p{L})(?:высоко|положительно|позитивно|негативно|крайне отрицательно)\s$/iu;
/** How far “he” reaches back to who spoke, in characters. */
const shortly = 700;
/** In a body one talks and agrees without speaking for it: “в Кремле обсудили”. */
const wordless: ReadonlySet<string> = new Set(["discuss", "agree", "ask"]);

/** A gerund that opens a sentence, before its subject is known. */
interface Opening {
  readonly token: Token;
  readonly form: CueForm;
  readonly framed: Framed;
}

/** Reads the statements of one sentence at a time; remembers who spoke in the one before. */
export class ClauseReader {
  readonly #context: ClauseContext;
  readonly #passives: PassiveReader;
  /** End of the cue of who spoke last. */
  #spokeEnd = 0;

  constructor(context: ClauseContext) {
    this.#context = context;
    this.#passives = new PassiveReader(context.document, context.cues, context.subjects);
  }

  /** Who “he” is at a place: the one person who spoke shortly before, where no other is named in between. */
  spokeAt(at: number): readonly string[] {
    const { spoke } = this.#passives;
    const [actor] = spoke;
    return actor === undefined ||
      spoke.length > 1 ||
      at - this.#spokeEnd > shortly ||
      this.#context.subjects.namesAnother({ start: this.#spokeEnd, end: at }, actor)
      ? []
      : spoke;
  }

  /** Somebody has spoken by other words than a clause's. */
  heard(actors: readonly string[], end: number): void {
    this.#passives.hear(actors);
    this.#spokeEnd = end;
  }

  /** Statements of a part of a sentence; cues inside `skipped` are no statements of their own. */
  read(part: Range, skipped: Range | null): Draft[] {
    const accepted: Accepted[] = [];
    let opening: Opening | null = null;
    const { document, cues, isTaken } = this.#context;
    const { tokens } = document.layers;
    for (let index = firstToken(tokens, part.start); index < tokens.length; index++) {
      const token = tokens[index]!;
      if (token.start >= part.end) break;
      const forms = cues.forms.get(formKey(document.text.slice(token.start, token.end)));
      if (forms === undefined || isTaken(token)) continue;
      if (skipped !== null && skipped.start <= token.start && token.end <= skipped.end) continue;
      for (const form of forms) {
        if (form.kind === "gerund" && accepted.length === 0 && opening === null) {
          opening = this.#opening(token, form, part);
          if (opening !== null) break;
        }
        const cue = this.#accept(token, form, part, accepted);
        if (cue === null || (opening !== null && this.#isWithin(opening, cue))) continue;
        accepted.push(cue);
        break;
      }
    }
    const first = opening === null ? null : this.#opened(opening, accepted[0] ?? null, part);
    if (first !== null) accepted.unshift(first);
    const talk = accepted.length === 0 ? this.#passives.talk(part) : null;
    if (talk !== null) accepted.push(talk);
    const drafts = accepted.map((cue, index) =>
      this.#draft(cue, accepted[index + 1] ?? null, part),
    );
    this.#passives.remember(accepted);
    this.#spokeEnd = accepted.at(-1)?.cue.end ?? this.#spokeEnd;
    return drafts.filter(
      ({ content, entry, negated }) =>
        content.length > 0 && !(negated && entry?.frames.has("unsaid") === true),
    );
  }

  #accept(
    token: Token,
    form: CueForm,
    part: Range,
    accepted: readonly Accepted[],
  ): Accepted | null {
    const framed = frameAfter(this.#context.document.text, token, form, part);
    if (framed === null) return null;
    const last = accepted.at(-1) ?? null;
    if (last !== null && this.#isInside(last, token, form.kind === "gerund")) return null;
    if (form.kind === "we") return this.#ours(token, form, part, framed, last);
    if (form.kind === "passive") return this.#passives.read(token, form, part, framed, last);
    if (form.kind === "gerund") return this.#gerund(token, form, part, framed, accepted);
    return this.#finite(token, form, part, framed, last);
  }

  /** A cue in a subordinate clause of what was said before is part of it. */
  #isInside(last: Accepted, token: Range, gerund: boolean): boolean {
    const { text } = this.#context.document;
    const between = text.slice(last.from, Math.min(token.start, last.from + 800));
    if (!subordinate.test(between)) return false;
    const before = wordsBefore(text, last.from, token.start);
    return !leadsOut.test(before) && !(gerund && /,\s*(?:также |не )?$/u.test(before));
  }

  #finite(
    token: Token,
    form: CueForm,
    part: Range,
    framed: Framed,
    last: Accepted | null,
  ): Accepted | null {
    const plural = form.kind === "plural";
    const { document, subjects } = this.#context;
    const from = last === null ? part.start : last.from;
    const before = wordsBefore(document.text, from, token.start);
    const make = (
      source: Range | null,
      actors: readonly string[],
      rule: string,
      many: boolean,
    ): Accepted => ({
      token,
      form,
      rule: `statement/ru/${rule}`,
      source,
      actors,
      plural: many,
      from: framed.from,
      cue: { start: token.start - (high.exec(before)?.[0].length ?? 0), end: framed.end },
      head: source !== null && source.start >= from ? source.start : token.start,
      content: null,
      negated: /(?:^|\s)не\s+$/iu.test(before),
    });
    const subject = subjects.before({ start: from, end: part.end }, token.start, plural);
    if (subject !== null) {
      const { start, end } = subject.range;
      const actors =
        subject.actors.length === 0 && pronoun.test(document.text.slice(start, end))
          ? this.spokeAt(start)
          : subject.actors;
      return make(subject.range, actors, "clause", subject.plural);
    }
    if (last !== null && last.plural === plural && last.source !== null && isJoined(before))
      return make(last.source, last.actors, "coordinated", plural);
    if (!plural) return null;
    if (!wordless.has(form.entry.class)) {
      const body = inBody(document, { start: from, end: token.end }, token);
      if (body !== null) return make(body.range, body.actors, "in-body", true);
    }
    if (last === null && document.party !== null && goesOn.test(before)) {
      const { spoke } = this.#passives;
      const both = spoke.length > 1 ? spoke : subjects.pair.sides;
      return form.entry.class === "discuss" || form.entry.class === "agree"
        ? make(null, both, "elided", true)
        : null;
    }
    return null;
  }

  /** “Мы подтверждаем …”, “Призываем …”, in a declaration of several sides only. */
  #ours(
    token: Token,
    form: CueForm,
    part: Range,
    framed: Framed,
    last: Accepted | null,
  ): Accepted | null {
    const { document, we } = this.#context;
    if (we === null) return null;
    const before = wordsBefore(document.text, part.start, token.start);
    const named = /(?:^|[\s,])(мы)\s(?:\p{Ll}+\s){0,2}$/iu.exec(before);
    const own =
      last?.form.kind === "we" && isJoined(wordsBefore(document.text, last.from, token.start));
    if (named === null && !own && !/^[\s\d.–—-]*$/u.test(before)) return null;
    const at = named === null ? -1 : token.start - named[0].length + named[0].search(/мы/iu);
    const source = at >= 0 ? { start: at, end: at + 2 } : own ? last.source : null;
    return {
      token,
      form,
      rule: `statement/ru/${named === null ? "coordinated" : "clause"}`,
      source,
      actors: we,
      plural: true,
      from: framed.from,
      cue: { start: token.start, end: framed.end },
      head: source !== null && source.start > (last?.from ?? 0) ? source.start : token.start,
      content: null,
      negated: /(?:^|\s)не\s+$/iu.test(before),
    };
  }

  /** “Отметив …, X сказал …”: a gerund before its subject. */
  #opening(token: Token, form: CueForm, part: Range): Opening | null {
    const { text } = this.#context.document;
    if (!/^\s*(?:При этом |Также |Вновь |Особо |Не )?$/u.test(text.slice(part.start, token.start)))
      return null;
    const framed = frameAfter(text, token, form, part);
    return framed === null ? null : { token, form, framed };
  }

  /** A cue whose subject no comma parts from the opening gerund is in its clause. */
  #isWithin(opening: Opening, cue: Accepted): boolean {
    const { text } = this.#context.document;
    return !/,\s*$/u.test(text.slice(opening.framed.from, cue.head));
  }

  /** The opening gerund with the subject that the rest of the sentence has. */
  #opened({ token, form, framed }: Opening, next: Accepted | null, part: Range): Accepted | null {
    const { subjects, document } = this.#context;
    const subject =
      next === null
        ? subjects.afterComma({ start: framed.from, end: part.end })
        : { range: next.source, actors: next.actors, plural: next.plural };
    if (subject === null || subject.range === null) return null;
    const end = next?.head ?? subject.range.start;
    return {
      token,
      form,
      rule: "statement/ru/gerund",
      source: subject.range,
      actors: subject.actors,
      plural: subject.plural,
      from: framed.from,
      cue: { start: token.start, end: framed.end },
      head: token.start,
      content: { start: framed.from, end },
      negated: /^\s*Не\s/u.test(document.text.slice(part.start, token.start)),
    };
  }

  #gerund(
    token: Token,
    form: CueForm,
    part: Range,
    framed: Framed,
    accepted: readonly Accepted[],
  ): Accepted | null {
    const { document, subjects } = this.#context;
    const last =
      accepted.findLast((cue) => cue.source !== null && cue.form.kind !== "passive") ?? null;
    const subject = last === null ? subjects.first({ start: part.start, end: token.start }) : null;
    const source = last?.source ?? subject?.range ?? null;
    if (source === null) return null;
    return {
      token,
      form,
      rule: "statement/ru/gerund",
      source,
      actors: last?.actors ?? subject!.actors,
      plural: last?.plural ?? subject!.plural,
      from: framed.from,
      cue: { start: token.start, end: framed.end },
      head: token.start,
      content: null,
      negated: /(?:^|\s)не\s+$/u.test(wordsBefore(document.text, part.start, token.start)),
    };
  }

  #draft(cue: Accepted, next: Accepted | null, part: Range): Draft {
    const { text } = this.#context.document;
    const { start: from, end } = contentOf(text, cue, next, part.end);
    const colon = /^[^«]{0,3}:?\s*«/u.test(text.slice(from, Math.min(end, from + 8)));
    return {
      rule: cue.rule,
      source: cue.source,
      actors: cue.actors,
      cue: cue.cue,
      entry: this.#classOf(cue),
      content: [cue.content ?? this.#upToSpeechEnd({ start: from, end }, colon, next !== null)],
      negated: cue.negated,
      via: null,
    };
  }

  /** “выразил готовность”: the noun tells what kind of statement it is. */
  #classOf(cue: Accepted): Cue {
    const { entry } = cue.form;
    if (!/^выра(?:зи|жа)ть$/u.test(entry.lemma)) return entry;
    const { document, cues } = this.#context;
    const words = document.text.slice(cue.token.end, cue.token.end + 60);
    for (const [word] of [...words.matchAll(/\p{L}+/gu)].slice(0, 3)) {
      const key = formKey(word);
      const noun = cues.express.get(key.slice(0, -2)) ?? cues.express.get(key.slice(0, -1));
      if (noun !== undefined) return { ...entry, class: noun.class };
    }
    return { ...entry, class: "state" };
  }

  /** A quotation that goes past the sentence is taken whole. */
  #upToSpeechEnd(range: Range, opens: boolean, cut: boolean): Range {
    if (!opens || cut) return range;
    const speech = this.#context.speeches.find(
      (quotation) => quotation.start >= range.start && quotation.start < range.end,
    );
    return speech === undefined || speech.end <= range.end
      ? range
      : { start: range.start, end: speech.end };
  }
}
