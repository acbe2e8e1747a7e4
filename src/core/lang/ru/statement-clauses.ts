import { mentionsIn } from "../../actors/lookup.ts";
import type { Document, Range, Token } from "../../document.ts";
import type { Draft } from "../../statements/assemble.ts";
import type { Cue } from "../../statements/cues.ts";
import type { Quotation } from "../../statements/quotes.ts";
import { frameAfter } from "./cue-frames.ts";
import { formKey, type CueForm, type RussianCues } from "./cue-forms.ts";
import { actorsOfSource, firstToken, inBody } from "./statement-quotes.ts";
import { membersOf, type SubjectReader } from "./statement-subjects.ts";

/** A cue accepted in its sentence, before its content is cut. */
interface Accepted {
  readonly token: Token;
  readonly form: CueForm;
  readonly rule: string;
  readonly source: Range | null;
  readonly actors: readonly string[];
  readonly plural: boolean;
  /** Where the content begins and what the cue covers. */
  readonly from: number;
  readonly cue: Range;
  /** Where the statement's own words begin: its speaker or its cue. */
  readonly head: number;
  /** The content where the pattern knows it. */
  readonly content: Range | null;
  readonly negated: boolean;
}

/** Words between the verb and its conjunction with the one before. */
const joined =
  /(?:,|\sи|\sа также|\sно|\sтакже|\sпри этом|^)\s*(?:а |и |но |также |при этом |в частности,? |одновременно |тепло |ещё раз |еще раз |вновь |особо |кроме того,? |[\p{Ll}]+о )*$/u;

/** Reads the statements of one sentence at a time; remembers who spoke in the one before. */
export class SentenceReader {
  readonly #document: Document;
  readonly #cues: RussianCues;
  readonly #subjects: SubjectReader;
  readonly #speeches: readonly Quotation[];
  readonly #quoted: readonly Draft[];
  /** One-sided speech goes on in the passives that follow it. */
  #before: readonly string[] | null = null;
  #agent: { source: Range; actors: readonly string[] } | null = null;

  constructor(
    document: Document,
    cues: RussianCues,
    subjects: SubjectReader,
    speeches: readonly Quotation[],
    quoted: readonly Draft[],
  ) {
    this.#document = document;
    this.#cues = cues;
    this.#subjects = subjects;
    this.#speeches = speeches;
    this.#quoted = quoted;
  }

  /** Statements of a part of a sentence; cues inside `taken` belong to another statement. */
  read(part: Range, taken: readonly Range[]): Draft[] {
    const accepted: Accepted[] = [];
    const { tokens } = this.#document.layers;
    for (let index = firstToken(tokens, part.start); index < tokens.length; index++) {
      const token = tokens[index]!;
      if (token.start >= part.end) break;
      const form = this.#cues.forms.get(formKey(this.#document.text.slice(token.start, token.end)));
      if (form === undefined || this.#isTaken(token, taken)) continue;
      const cue = this.#accept(token, form, part, accepted);
      if (cue !== null) accepted.push(cue);
    }
    const talk = accepted.length === 0 ? this.#talk(part) : null;
    if (talk !== null) accepted.push(talk);
    const drafts = accepted.map((cue, index) =>
      this.#draft(cue, accepted[index + 1] ?? null, part),
    );
    this.#remember(accepted);
    return drafts.filter((draft) => draft.content.length > 0);
  }

  #remember(accepted: readonly Accepted[]): void {
    const last = accepted.findLast((cue) => cue.actors.length > 0 || cue.source !== null);
    if (last === undefined) {
      if (accepted.length === 0) this.#agent = null;
      return;
    }
    this.#before = last.actors;
    this.#agent =
      last.form.kind === "passive" && last.source !== null
        ? { source: last.source, actors: last.actors }
        : last.form.kind === "passive"
          ? this.#agent
          : null;
  }

  #isTaken(token: Range, taken: readonly Range[]): boolean {
    const inside = (range: Range): boolean => range.start < token.start && token.end < range.end;
    return (
      this.#speeches.some(inside) ||
      taken.some(inside) ||
      this.#quoted.some((draft) => draft.cue?.start === token.start || draft.content.some(inside))
    );
  }

  #accept(
    token: Token,
    form: CueForm,
    part: Range,
    accepted: readonly Accepted[],
  ): Accepted | null {
    const framed = frameAfter(this.#document.text, token, form, part);
    if (framed === null) return null;
    const last = accepted.at(-1) ?? null;
    if (last !== null && this.#isInside(last, token)) return null;
    if (form.kind === "passive") return this.#passive(token, form, part, framed, last);
    if (form.kind === "gerund") return this.#gerund(token, form, part, framed, accepted);
    return this.#finite(token, form, part, framed, last);
  }

  /** A cue in a subordinate clause of what was said before is part of it. */
  #isInside(last: Accepted, token: Range): boolean {
    const between = this.#document.text.slice(last.from, token.start);
    const said = between.search(/(?:^|[\s,])(?:что|чтобы|котор\p{L}+|если|когда|как|где)\s/u);
    if (said === -1) return false;
    return !/(?:,\s*(?:а также|и|но|отметив|подчеркнув|добавив)|\sи|\sа также)\s+(?:\p{Ll}+о |также |ещё раз )*$/u.test(
      between,
    );
  }

  #finite(
    token: Token,
    form: CueForm,
    part: Range,
    framed: { from: number; end: number },
    last: Accepted | null,
  ): Accepted | null {
    const plural = form.kind === "plural";
    const { text } = this.#document;
    const from = last === null ? part.start : last.from;
    const before = text.slice(from, token.start);
    const trailing = last === null ? this.#trailing(token, form, part) : null;
    if (trailing !== null) return trailing;
    const subject = this.#subjects.before({ start: from, end: part.end }, token.start, plural);
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
      cue: { start: token.start, end: framed.end },
      head: source !== null && source.start >= from ? source.start : token.start,
      content: null,
      negated: /(?:^|\s)не\s+$/u.test(before),
    });
    if (subject !== null) return make(subject.range, subject.actors, "clause", subject.plural);
    if (last !== null && last.plural === plural && last.source !== null && joined.test(before))
      return make(last.source, last.actors, "coordinated", plural);
    if (plural && form.entry.frames.has("impersonal")) {
      const body = inBody(this.#document, { start: from, end: token.end }, token);
      if (body !== null) return make(body, actorsOfSource(this.#document, body), "in-body", true);
    }
    return null;
  }

  /** “…, сообщил X” at the end, and “Как отметил X, …” at the beginning. */
  #trailing(token: Token, form: CueForm, part: Range): Accepted | null {
    const { text } = this.#document;
    const before = text.slice(part.start, token.start);
    const opening = /^\s*[Кк]ак(?: ранее| уже| также)?\s+$/u.test(before);
    if (!opening && !/(?:,|,\s*как)\s*(?:как\s+)?$/u.test(before)) return null;
    const subject = this.#subjects.after(part, token.end);
    const source =
      subject?.range ?? inBody(this.#document, { start: token.start, end: part.end }, token);
    if (source === null) return null;
    const rest = text.slice(source.end, part.end);
    const close = rest.search(/,|[.!?]?\s*$/u);
    if (!opening && !/^[^,;:]{0,90}[.!?]?\s*$/u.test(rest)) return null;
    if (opening && close === -1) return null;
    return {
      token,
      form,
      rule: opening ? "statement/ru/as-said" : "statement/ru/trailing",
      source,
      actors: subject?.actors ?? actorsOfSource(this.#document, source),
      plural: subject?.plural ?? true,
      from: part.end,
      cue: { start: token.start, end: token.end },
      head: part.start,
      content: opening
        ? { start: source.end + close, end: part.end }
        : {
            start: part.start,
            end: token.start - (/,\s*(?:как\s+)?$/u.exec(before)?.[0].length ?? 0),
          },
      negated: false,
    };
  }

  #gerund(
    token: Token,
    form: CueForm,
    part: Range,
    framed: { from: number; end: number },
    accepted: readonly Accepted[],
  ): Accepted | null {
    const last =
      accepted.findLast((cue) => cue.source !== null && cue.form.kind !== "passive") ?? null;
    const initial = /^\s*(?:При этом |Также |Вновь )?$/u.test(
      this.#document.text.slice(part.start, token.start),
    );
    const subject = last === null ? this.#subjects.first(part) : null;
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
      negated: /(?:^|\s)не\s+$/u.test(this.#document.text.slice(part.start, token.start)),
    };
  }

  /** The passives of official accounts: by whom, if they say so, else by both sides where both are meant. */
  #passive(
    token: Token,
    form: CueForm,
    part: Range,
    framed: { from: number; end: number },
    last: Accepted | null,
  ): Accepted | null {
    const { text } = this.#document;
    if (this.#document.party === null) return null;
    const before = text.slice(last?.from ?? part.start, token.start);
    if (/(?:^|\s)(?:буд(?:ет|ут)|ранее|не)\s+(?:\p{Ll}+\s+){0,2}$/iu.test(before)) return null;
    if (/(?:котор\p{L}+|что)\s[^,]*$/u.test(before)) return null;
    const auxiliary = /(?:был[аои]?|также|особо|вновь)\s+$/u.exec(before);
    const agent = this.#agentOf({ start: last?.from ?? part.start, end: token.start });
    const rest = text.slice(framed.from, part.end);
    const content = /^[\s.!?]*$/u.test(rest)
      ? { start: part.start, end: token.start - (auxiliary?.[0].length ?? 0) }
      : null;
    const actors = agent?.actors ?? this.#sharedActors(form, part, rest);
    const start =
      auxiliary === null || !auxiliary[0].startsWith("был")
        ? token.start
        : token.start - auxiliary[0].length;
    return {
      token,
      form,
      rule: agent === null ? "statement/ru/passive" : "statement/ru/passive-by",
      source: agent?.source ?? null,
      actors,
      plural: true,
      from: framed.from,
      cue: { start, end: framed.end },
      head: start,
      content,
      negated: false,
    };
  }

  /** “с российской стороны”, “лидерами”, or whoever the passive before it was by. */
  #agentOf(range: Range): { source: Range; actors: readonly string[] } | null {
    const { text } = this.#document;
    const words = text.slice(range.start, range.end);
    const mention = mentionsIn(this.#document, range).findLast(
      (candidate) =>
        /сторон[ы]?$/u.test(text.slice(candidate.start, candidate.end)) &&
        /(?:^|\s)со?\s+$/iu.test(text.slice(range.start, candidate.start)),
    );
    if (mention !== undefined)
      return { source: { start: mention.start, end: mention.end }, actors: membersOf(mention) };
    const both =
      /(?:^|\s)(лидерами|президентами|главами(?: двух)? государств|собеседниками|сторонами)(?:\s|$)/u.exec(
        words,
      );
    if (both !== null) {
      const start = range.start + both.index + both[0].indexOf(both[1]!);
      const sides = both[1] === "сторонами";
      return {
        source: { start, end: start + both[1]!.length },
        actors: sides ? this.#subjects.pair.sides : this.#subjects.pair.people,
      };
    }
    return this.#agent !== null && this.#agent.actors.length === 1 ? this.#agent : null;
  }

  /** Both sides, where the verb or the words say that both speak; open after one side has spoken. */
  #sharedActors(form: CueForm, part: Range, rest: string): readonly string[] {
    const { sides } = this.#subjects.pair;
    const holder = this.#holderOf(part, rest);
    if (holder !== null) return holder;
    const shared =
      /обоюдн|взаимн\p{L}+ (?:настро|готовност|заинтересован|стремлен)|(?:обеих|двух) (?:стран|сторон)|обеими сторонами/u.test(
        this.#document.text.slice(part.start, part.end),
      );
    if (shared || form.entry.frames.has("joint")) return sides;
    return this.#before === null || this.#before.length > 1 ? sides : [];
  }

  /** “подтверждена готовность российской стороны …”: whose readiness it is. */
  #holderOf(part: Range, rest: string): readonly string[] | null {
    const match =
      /^\s+(?:\p{Ll}+\s+){0,2}?(?:готовность|решимость|намерение|приверженность|стремление|позиция|поддержка)\s+(?:\p{Ll}+\s+)?/u.exec(
        rest,
      );
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

  /** “Состоялся обмен мнениями о …”. */
  #talk(part: Range): Accepted | null {
    const { text } = this.#document;
    const words = text.slice(part.start, part.end);
    if (this.#document.party === null || /(?:будет|предстоит|планируется)/u.test(words))
      return null;
    for (const entry of this.#cues.talk) {
      const match = new RegExp(
        `(?<=(?:[Сс]остоял(?:ся|ось)|[Пп]ровед[её]н[оа]?|[Пп]роизош[её]л|[Пп]родолжен[оа]?)\\s(?:[\\p{Ll}]+\\s){0,4})${entry.lemma}\\s+(?:по|о|об|относительно|вокруг)(?=\\s)`,
        "u",
      ).exec(words);
      if (match === null) continue;
      const start = part.start + match.index;
      const cue = { start, end: start + entry.lemma.length };
      return {
        token: { start, end: cue.end, upos: "X", lemma: entry.lemma, head: -1, deprel: "dep" },
        form: { entry, kind: "passive" },
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

  #draft(cue: Accepted, next: Accepted | null, part: Range): Draft {
    const { text } = this.#document;
    let end = part.end;
    if (next !== null) {
      const between = text.slice(cue.from, Math.max(cue.from, next.head));
      const tail =
        /(?:,|;|\s[–—-]|\sи|\sа также|,\s*а также|,\s*и)(?:\s+(?:а |и |но )?(?:также |при этом |одновременно |в частности |тепло |ещё раз |вновь |особо |была? |были |было |\p{Ll}+о )*)?\s*$/u.exec(
          between,
        );
      end = cue.from + (tail === null ? between.length : tail.index);
    }
    const colon = /^[^«]{0,3}:?\s*«/u.test(text.slice(cue.from, end));
    return {
      rule: cue.rule,
      source: cue.source,
      actors: cue.actors,
      cue: cue.cue,
      entry: this.#classOf(cue),
      content: [cue.content ?? this.#upToSpeechEnd({ start: cue.from, end }, colon, next !== null)],
      negated: cue.negated,
      via: null,
    };
  }

  /** “выразил готовность”: the noun tells what kind of statement it is. */
  #classOf(cue: Accepted): Cue {
    const { entry } = cue.form;
    if (!/^выра(?:зи|жа)ть$/u.test(entry.lemma)) return entry;
    const words = this.#document.text.slice(cue.token.end, cue.token.end + 60);
    for (const [word] of [...words.matchAll(/\p{L}+/gu)].slice(0, 3)) {
      const key = formKey(word);
      const noun =
        this.#cues.express.get(key.slice(0, -2)) ?? this.#cues.express.get(key.slice(0, -1));
      if (noun !== undefined) return { ...entry, class: noun.class };
    }
    return { ...entry, class: "state" };
  }

  /** A quotation that goes past the sentence is taken whole. */
  #upToSpeechEnd(range: Range, opens: boolean, cut: boolean): Range {
    if (!opens || cut) return range;
    const speech = this.#speeches.find(
      (quotation) => quotation.start >= range.start && quotation.start < range.end,
    );
    return speech === undefined || speech.end <= range.end
      ? range
      : { start: range.start, end: speech.end };
  }
}
