import type { Document, Range, Token } from "../../document.ts";
import type { Draft } from "../../statements/assemble.ts";
import type { Cue } from "../../statements/cues.ts";
import type { Quotation } from "../../statements/quotes.ts";
import { isJoined, wordsBefore, type Accepted } from "./accepted-cues.ts";
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
}

/** Opens a subordinate clause. */
const subordinate =
  /(?:^|[\s,])(?:что|чтобы|котор\p{L}+|если|когда|где|(?:том|тому|того),\sкак)\s/u;
/** A comma and conjunction that lead out of a subordinate clause; before a gerund the comma alone does. */
const leadsOut = /,\s*(?:а также|и|но|а|при этом)\s+(?:\p{Ll}+о |также |ещё раз )*$/u;
/** What stands between a content and the next statement's own words. */
const tailBeforeNext =
  /(?:\sи, в частности,|,|;|\s[–—-]|\sи|\sа также|,\s*а также|,\s*и)(?:\s+(?:а |и |но )?(?:в этой связи |в связи с этим |в частности, |также |при этом |одновременно |в частности |тепло |ещё раз |вновь |особо |высоко |не |была? |были |было |\p{Ll}+о )*)?\s*$/u;
/** How somebody values something belongs to the verb: “высоко оценил”. */
const high = /(?<!\p{L})(?:высоко|положительно|позитивно|негативно|крайне отрицательно)\s$/iu;
/** Opens a sentence whose plural verb goes on with those who spoke before. */
const goesOn =
  /^\s*(?:(?:Также|Отдельно|Подробно|Кроме того,|Особо|Предметно|При этом|Вместе с тем,?|В ходе \p{L}+|В том числе|В частности,?)\s+)*$/u;
/** In a body one talks and agrees without speaking for it: “в Кремле обсудили”. */
const wordless: ReadonlySet<string> = new Set(["discuss", "agree", "ask"]);

/** Reads the statements of one sentence at a time; remembers who spoke in the one before. */
export class ClauseReader {
  readonly #context: ClauseContext;
  readonly #passives: PassiveReader;

  constructor(context: ClauseContext) {
    this.#context = context;
    this.#passives = new PassiveReader(context.document, context.cues, context.subjects);
  }

  /** Who spoke last. */
  get spoke(): readonly string[] {
    return this.#passives.spoke;
  }

  /** Statements of a part of a sentence; cues inside `skipped` are no statements of their own. */
  read(part: Range, skipped: Range | null): Draft[] {
    const accepted: Accepted[] = [];
    const { document, cues, isTaken } = this.#context;
    const { tokens } = document.layers;
    for (let index = firstToken(tokens, part.start); index < tokens.length; index++) {
      const token = tokens[index]!;
      if (token.start >= part.end) break;
      const forms = cues.forms.get(formKey(document.text.slice(token.start, token.end)));
      if (forms === undefined || isTaken(token)) continue;
      if (skipped !== null && skipped.start <= token.start && token.end <= skipped.end) continue;
      for (const form of forms) {
        const cue = this.#accept(token, form, part, accepted);
        if (cue === null) continue;
        accepted.push(cue);
        break;
      }
    }
    const talk = accepted.length === 0 ? this.#passives.talk(part) : null;
    if (talk !== null) accepted.push(talk);
    const drafts = accepted.map((cue, index) =>
      this.#draft(cue, accepted[index + 1] ?? null, part),
    );
    this.#passives.remember(accepted);
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
    if (subject !== null) return make(subject.range, subject.actors, "clause", subject.plural);
    if (last !== null && last.plural === plural && last.source !== null && isJoined(before))
      return make(last.source, last.actors, "coordinated", plural);
    if (!plural) return null;
    if (!wordless.has(form.entry.class)) {
      const body = inBody(document, { start: from, end: token.end }, token);
      if (body !== null) return make(body.range, body.actors, "in-body", true);
    }
    if (last === null && document.party !== null && goesOn.test(before)) {
      const both = this.spoke.length > 1 ? this.spoke : subjects.pair.sides;
      return form.entry.class === "discuss" || form.entry.class === "agree"
        ? make(null, both, "elided", true)
        : null;
    }
    return null;
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
    const before = wordsBefore(document.text, part.start, token.start);
    const initial = /^\s*(?:При этом |Также |Вновь )?$/u.test(before);
    const subject = last === null ? subjects.first(part) : null;
    const source = last?.source ?? subject?.range ?? null;
    if (
      source === null ||
      (!initial && last === null && subject !== null && subject.range.start > token.start)
    )
      return null;
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
      content:
        initial && subject !== null && subject.range.start > token.start
          ? { start: framed.from, end: subject.range.start }
          : null,
      negated: /(?:^|\s)не\s+$/u.test(before),
    };
  }

  #draft(cue: Accepted, next: Accepted | null, part: Range): Draft {
    const { text } = this.#context.document;
    let end = part.end;
    if (next !== null) {
      end = Math.max(cue.from, next.head);
      const tail = tailBeforeNext.exec(wordsBefore(text, cue.from, end));
      if (tail !== null) end -= tail[0].length;
    }
    const from = afterListener(text, cue, end);
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

/** “сообщил “Ъ”, что …”, “рассказал журналистам, что …”: a listener before “что” is no content. */
function afterListener(text: string, cue: Accepted, end: number): number {
  const match =
    /^\s(?:журналистам|репортёрам|репортерам|корреспонденту [^,]{1,30}|ТАСС|РИА Новости|“[^”]{1,30}”|«[^»]{1,30}»|"[^"]{1,30}"|Reuters|AFP|газете [^,]{1,40}|изданию [^,]{1,40}|агентству [^,]{1,40}|телеканалу [^,]{1,40})(?:,\s(?=что\s)|\s(?=об?\s))/u.exec(
      text.slice(cue.from, Math.min(end, cue.from + 80)),
    );
  return match === null ? cue.from : cue.from + match[0].length;
}
