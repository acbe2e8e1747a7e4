import type { Range } from "../../document.ts";
import type { Draft } from "../../statements/assemble.ts";
import type { ClauseReader } from "./clause-reader.ts";
import {
  attributionIn,
  type Attribution,
  type AttributionReader,
} from "./statement-attributions.ts";
import { draftOf } from "./statement-quotes.ts";
import { voucherOf, type Voucher } from "./statement-vouchers.ts";

/** “Об этом сообщил X.”: the sentence before is what X said. */
const ofThis = /^\s*(?:Об этом|О том же|С таким заявлением|Такое (?:мнение|заявление))\s/u;

/** Told with reserve. */
const reserve =
  /(?<!\p{L})(?:якобы|предположительно|по слухам|по непроверенным данным|по неподтвержд[её]нным данным|будто бы)(?!\p{L})/iu;

/** Reads whole sentences: what clauses say, and who vouches for it. */
export class SentenceReader {
  readonly #attributions: AttributionReader;
  readonly #clauses: ClauseReader;
  readonly #isTaken: (range: Range) => boolean;

  constructor(
    attributions: AttributionReader,
    clauses: ClauseReader,
    isTaken: (range: Range) => boolean,
  ) {
    this.#attributions = attributions;
    this.#clauses = clauses;
    this.#isTaken = isTaken;
  }

  /**
   * Statements of a part of a sentence.
   * @param next - the part after it, which may tell who says this one
   */
  read(part: Range, next: Range | null): Draft[] {
    if (this.#sayerOfThis(part) !== null) return [];
    const drafts = this.#vouched(part, 0);
    const sayer = next === null || next.start - part.end > 3 ? null : this.#sayerOfThis(next);
    const told =
      sayer === null
        ? drafts
        : drafts.length === 0
          ? [draftOf("statement/ru/of-this", sayer, [part])]
          : passedBy(sayer, drafts);
    return told.map((draft) => this.#withReserve(draft));
  }

  /** What a part says by those who vouch for it; one may pass on the next (“…, заявил X, передаёт Y”). */
  #vouched(part: Range, depth: number): Draft[] {
    const found =
      depth > 2 ? null : voucherOf(this.#attributions, part, this.#clauses.spokeAt(part.start));
    if (found === null || this.#isTaken(found.attribution.cue))
      return this.#clauses.read(part, null);
    const { attribution, content, range } = found;
    const inner =
      content.length === 1
        ? this.#vouched(content[0]!, depth + 1)
        : this.#clauses.read(part, range);
    if (attribution.actors.length === 1 && !attribution.passes)
      this.#clauses.heard(attribution.actors, attribution.cue.end);
    return vouched(found, inner, this.#attributions.document.text);
  }

  /** “Об этом сообщает X.”: who says the sentence before. */
  #sayerOfThis(part: Range): Attribution | null {
    const { text } = this.#attributions.document;
    if (!ofThis.test(text.slice(part.start, part.start + 40))) return null;
    const words = text.slice(part.start, Math.min(part.end, part.start + 300)).trimEnd();
    const end = part.start + words.replace(/[.!?…]+$/u, "").length;
    const attribution = attributionIn(this.#attributions, { start: part.start, end });
    return attribution === null || this.#isTaken(attribution.cue) ? null : attribution;
  }

  #withReserve(draft: Draft): Draft {
    const { text } = this.#attributions.document;
    const first = draft.content[0]!;
    const start = draft.source?.start ?? draft.cue?.start ?? first.start;
    const end = Math.min(first.end, first.start + 30);
    return start < end && reserve.test(text.slice(Math.max(start, end - 200), end))
      ? { ...draft, hedged: true }
      : draft;
  }
}

/** Deeds of talk rather than words: they stand in what a person tells of them. */
const deeds: ReadonlySet<string> = new Set(["discuss", "agree"]);

const toldBefore = /^\s*об этом (?:говорится|сообщается|сказано|идет речь|ид[её]т речь)/u;

/** The statement of who vouches, the statements he passes on, or both. */
function vouched(voucher: Voucher, inner: readonly Draft[], text: string): Draft[] {
  const { attribution, content, rule } = voucher;
  // “Как передаёт X, об этом говорится в …” tells nothing itself.
  if (
    content.length === 1 &&
    toldBefore.test(text.slice(content[0]!.start, content[0]!.start + 40))
  )
    return [...inner];
  const own = draftOf(rule, attribution, content);
  const told = attribution.passes
    ? inner
    : inner.filter(
        ({ entry, rule: by }) => !deeds.has(entry?.class ?? "") && !by.includes("passive"),
      );
  const passed = passedBy(attribution, told);
  // Of a medium that no table holds nothing is known but that it passes on what others say.
  if (attribution.passes && attribution.entry === null && rule.endsWith("/trailing")) return passed;
  return attribution.passes && passed.length > 0 ? passed : [own, ...passed];
}

function passedBy({ source, actors }: Attribution, drafts: readonly Draft[]): Draft[] {
  const via = { range: source, actor: actors.length === 1 ? actors[0]! : null };
  return drafts.map((draft) => ({ ...draft, via: draft.via ?? via }));
}
