import type { Document, Range } from "../../document.ts";
import type { Cue, CueLexicon } from "../../statements/cues.ts";
import { subjectAt, type Subject } from "./statement-subjects.ts";

/** The head of a statement: who, by which cue, and where what is said begins. */
export interface Head {
  readonly clause: Range;
  readonly subject: Subject | null;
  readonly cue: Range;
  readonly entry: Cue;
  readonly frame: "say" | "np" | "express" | "topic";
  /** Where the content starts; `content` where the pattern knows its whole extent. */
  readonly from: number;
  readonly content: Range | null;
  /** A comma, colon or quotation mark follows the cue. */
  readonly marked: boolean;
  readonly negated: boolean;
}

/** Words that may stand between the subject and the cue. */
const adverbs =
  /^(?:\s|，|（[^）]{1,14}）|集中|还|也|都|均|皆|一致|共同|最后|首先|再次|再|进一步|明确|郑重|多次|曾|已经?|今天|当天|当日|同时|分别|随后|此前|则|并|又|重点|详细|深入|深刻|全面|坚定|坚决|强烈|高度|积极|热烈|诚挚|衷心|亲切|真诚|充分|公开|反复|主动|特别|专门|严正|严肃|断然|当场|即|就此|对此|为此|一贯|始终|历来|仍|继续|代表\S{2,8}|不|没有?|并未|从未|未|并不|从不|拒绝|(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:[上下中]午|晚间?)?|(?:[上下中]午|晚间?)|(?:本)?周[一二三四五六日天]|星期[一二三四五六日天])*$/u;

/** A phrase of place, occasion or addressee between the subject and a cue of speech. */
const phrase =
  /^(?:\s|还|也|\d{1,2}日|今天|当天|晚|上午|下午)*(?:在|向|对|同|与|就|于|从|应|围绕|针对|代表|作为|接受|出席|主持|会见|谈及|谈到|回应|回答|答|关于|听取|通过|当)[^，。；：“”]{1,40}$/u;

const negation = /(?:不|没有?|并未|从未|未|不再|拒绝)\s*$/u;

/** Words that open a clause whose subject is left out. */
const elision =
  /^(?:\s|，|集中|并且?|还|也|又|都|均|同时|此外|再次|最后|一致|共同|进一步|明确|不|没有|未|坚决|坚定|高度|热烈|积极|强烈|随后|重点|首先|则|但)*$/u;

const express =
  /(?:(?:对|就|为|向)([^，。；：]{1,60}?)(?:向[^，。；]{1,20}?)?)?(?:再次|深|都|均|也|均已|分别|一致|致以|并|亲自)*(表示(?:了)?)((?:衷心|热烈|诚挚|真诚|由衷|高度|强烈|严重|坚决|深切|沉痛|最|极大|充分|坚定|完全|深|严正|积极|亲切|的|地|和|、)*)/u;

/** Longest stretch between a subject and its cue, in characters. */
const reach = 60;

/** Everything that finds heads in a clause. */
export interface HeadReader {
  read(clause: Range): Head | null;
  /** The subject of a clause, whether or not a cue follows. */
  subject(clause: Range): Subject | null;
}

/**
 * A reader of statement heads over a document.
 * @param text - the document's text in simplified characters
 */
export function headReader(document: Document, text: string, cues: CueLexicon): HeadReader {
  const longest = Math.max(...[...cues.verbs.keys()].map((form) => form.length));
  const nouns = [...cues.nouns.values()].toSorted((a, b) => b.lemma.length - a.lemma.length);
  return {
    subject: (clause) => subjectAt(document, text, clause),
    read(clause) {
      const subject = subjectAt(document, text, clause);
      const from = subject?.range.end ?? clause.start;
      if (text[from] === "的") return null;
      return (
        topicHead(text, clause, subject, from, nouns) ??
        expressHead(text, clause, subject, from, nouns) ??
        verbHead(text, clause, subject, from, cues, longest)
      );
    },
  };
}

function verbHead(
  text: string,
  clause: Range,
  subject: Subject | null,
  from: number,
  cues: CueLexicon,
  longest: number,
): Head | null {
  const limit = Math.min(clause.end, from + reach);
  for (let at = from; at < limit; at++) {
    let entry: Cue | undefined;
    let length = Math.min(longest, clause.end - at);
    for (; length > 0; length--) {
      entry = cues.verbs.get(text.slice(at, at + length));
      if (entry !== undefined) break;
    }
    if (entry === undefined) continue;
    if (entry.frames.has("stop")) {
      at += length - 1;
      continue;
    }
    const gap = text.slice(from, at);
    const plain = (subject === null ? elision : adverbs).test(gap);
    const framed = entry.frames.has("say") && subject !== null && phrase.test(gap);
    const topic =
      subject !== null && !framed ? /^[^就，。]{0,6}就([^，。；：]{2,70})$/u.exec(gap) : null;
    if (!plain && !framed && topic === null) continue;
    let end = at + length;
    if (/[了道过]/u.test(text[end] ?? "")) end++;
    if (text[end] === "的" || text.startsWith("以来", end)) return null;
    const marked = /^[，,：:“「]/u.test(text.slice(end, end + 1));
    if (end >= clause.end && !marked) return null;
    return {
      clause,
      subject,
      cue: { start: at, end },
      entry,
      frame: entry.frames.has("say") ? "say" : "np",
      from: end,
      content:
        topic === null || entry.lemma === "提出" ? null : { start: at - topic[1]!.length, end: at },
      marked,
      negated: negation.test(gap),
    };
  }
  return null;
}

/** “对 … 表示感谢”: the cue is the feeling, the content what it is about. */
function expressHead(
  text: string,
  clause: Range,
  subject: Subject | null,
  from: number,
  nouns: readonly Cue[],
): Head | null {
  const rest = text.slice(from, clause.end);
  const match = express.exec(rest);
  if (match === null) return null;
  const before = rest.slice(0, match.index);
  if (!(subject === null ? elision : adverbs).test(before)) return null;
  const after = from + match.index + match[0].length;
  const noun = nouns.find((cue) => cue.frames.has("express") && text.startsWith(cue.lemma, after));
  if (noun === undefined) return null;
  const end = after + noun.lemma.length;
  if (!/^(?:$|[\s，。；！和、并])/u.test(text.slice(end, end + 1))) return null;
  const cueStart = from + match.index + match[0].length - match[3]!.length - match[2]!.length;
  const topic = match[1];
  const at = from + match.index + 1;
  const named =
    topic !== undefined && !match[0].startsWith("向") && topic !== "此" && topic.length > 1;
  return {
    clause,
    subject,
    cue: { start: cueStart, end },
    entry: noun,
    frame: "express",
    from: after,
    content: named ? { start: at, end: at + topic.length } : { start: after, end },
    marked: true,
    negated: false,
  };
}

/** Words of manner before 交换意见. */
const manner =
  /(?:(?:深入|充分|坦诚|广泛|友好|全面|坦率|再次|继续|还|已|共同|重点|进一步|热烈|详细|积极|诚恳)(?:[、和而地])?)*$/u;

/** “就 … 交换意见”: the content is what they talked about. */
function topicHead(
  text: string,
  clause: Range,
  subject: Subject | null,
  from: number,
  nouns: readonly Cue[],
): Head | null {
  const rest = text.slice(from, clause.end);
  const opened = /(?:就|围绕)/u.exec(rest);
  if (opened === null) return null;
  const before = rest.slice(0, opened.index);
  if (
    !(subject === null ? elision : adverbs).test(before) &&
    !/^[^，]{0,14}(?:中|里)$/u.test(before)
  )
    return null;
  const start = from + opened.index + opened[0].length;
  let best: { at: number; cue: Cue } | null = null;
  for (const cue of nouns) {
    if (!cue.frames.has("topic")) continue;
    const at = rest.lastIndexOf(cue.lemma);
    if (at <= opened.index + 2) continue;
    if (!/^(?:了|，|。|；|$|和|、|并|达成)/u.test(rest.slice(at + cue.lemma.length))) continue;
    if (best === null || at < best.at) best = { at, cue };
  }
  if (best === null) return null;
  const upTo = rest.slice(opened.index + opened[0].length, best.at);
  const held = /(?:进行|开展|举行|展开)(?:了|过)?[^，。]{0,30}$|作了?$|保持$|(?:了|达成)$/u.exec(
    upTo,
  );
  const core = held === null ? upTo : upTo.slice(0, held.index);
  const topicEnd = start + core.length - (manner.exec(core)?.[0].length ?? 0);
  if (topicEnd <= start + 1) return null;
  return {
    clause,
    subject,
    cue: { start: from + best.at, end: from + best.at + best.cue.lemma.length },
    entry: best.cue,
    frame: "topic",
    from: start,
    content: { start, end: topicEnd },
    marked: true,
    negated: false,
  };
}
