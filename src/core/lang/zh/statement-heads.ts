import type { Document, Range } from "../../document.ts";
import type { Cue, CueLexicon } from "../../statements/cues.ts";
import { declarersOf } from "../../statements/declaration.ts";
import type { Head, HeadContext } from "./statement-head.ts";
import { adverbsEnd, isAdverbial, isCircumstance, isNominal } from "./statement-gaps.ts";
import { headOf, subjectAt, type Subject } from "./statement-subjects.ts";
import { expressHead, topicHead } from "./statement-phrases.ts";

const negation =
  /(?:不|没[有能]?|并未|从未|未能?|不再|拒绝|无法|难以)(?:公开|明确|直接|正面|再|具体|立即|进一步|就此|对此)*(?:就[^，。；]{1,30})?\s*$/u;

/** Nouns as well as verbs: after 的 or 作出 they are nouns. */
const alsoNoun =
  /^(?:承诺|要求|呼吁|建议|倡议|声明|主张|支持|反对|批评|警告|决定|评论|保证|指责|指控|谴责|希望|期待|邀请|感谢|通报|宣布|判断|预测|估计|提议|提醒|抗议|讨论|探讨|协商|介绍|总结|回应|答复|欢迎|祝贺|关注|承认|肯定|确认|认可|认同|赞赏|誓言|说明|阐述|回顾)$/u;

/** Another verb of saying that follows at once: “警告说”, “回应表示”. */
const second = /^(?:说道?|称|道|表示|指出|强调|写道|认为)/u;

/** A verb that only tells the occasion: “在通报时”. */
const inOccasion = /^(?:时(?![间任常代候机期])|后(?![果者续])|期间|之际|中(?=[，警指强表说称呼]))/u;

/** “回复查询时表示”: the first verb only tells in answer to what. */
const answering =
  /^[^，。；：“”]{1,16}时，?(?:则|也|还|又|再次)?(?:表示|说|称|指出|指|强调|回应|透露|坦言)/u;

/** Before 声明 as a noun: “就联合声明”. */
const asNoun = /(?:联合|主席|共同|书面|媒体|外长|新闻|原则|发表|发布|就[^，]{0,8}|的)$/u;

/** Whom something is told, between the verb and what is said: “告诉记者，…”. */
const addressee = /^[^，。；：“”！？]{1,16}(?=[，：])/u;

/** Longest stretch between a subject and its cue, in characters. */
const reach = 90;

/** “我们，甲国、乙国领导人，…”: how a declaration says who speaks. */
const declaration =
  /^(?:[^，。]{1,4}[、.]\s?)?我们[，（]?[^。]{0,600}?(?:领导人|元首|首脑|国家主席|部长|外长|财长|防长|代表)/u;

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
  const context: HeadContext = {
    document,
    text,
    cues,
    longest: Math.max(...[...cues.verbs.keys()].map((form) => form.length)),
    nouns: [...cues.nouns.values()].toSorted((a, b) => b.lemma.length - a.lemma.length),
  };
  const we = declarersOf(document, text, declaration, /^(?:[^，。]{1,4}、)?我们/u);
  return {
    subject: (clause) => subjectAt(document, text, clause, we),
    read(clause) {
      const subject = subjectAt(document, text, clause, we);
      const from = subject?.range.end ?? headOf(text, clause);
      if (text[from] === "的") return null;
      return (
        topicHead(context, clause, subject, from) ??
        expressHead(context, clause, subject, from) ??
        verbHead(context, clause, subject, from) ??
        openHead(context, clause, subject?.range.start ?? from)
      );
    },
  };
}

/** Cues that are also names of papers. */
const papers = /^(?:通报|声明|报告|公告|通告|评论|报道|表态|讲话|回应|答复)$/u;

/** A cue word as it stands in the text. */
interface Found {
  readonly at: number;
  readonly end: number;
  readonly entry: Cue;
  readonly marked: boolean;
}

/** The cue verbs of a stretch, left to right; the longest form at each place, words that only look like cues left out. */
function* cuesIn(
  { text, cues, longest }: HeadContext,
  clause: Range,
  from: number,
): Generator<Found> {
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
    let end = at + length;
    if (entry.frames.has("say")) end += second.exec(text.slice(end, end + 2))?.[0].length ?? 0;
    if (/[了道过]/u.test(text[end] ?? "")) end++;
    const marked =
      /^(?:\s?[，,：:“「]|[“「])/u.test(text.slice(end, end + 2)) ||
      (end === clause.end && /[”」]/u.test(text[clause.start - 1] ?? ""));
    if (text[end] === "的" || text.startsWith("以来", end)) continue;
    if ((end >= clause.end && !marked) || inOccasion.test(text.slice(end, end + 3))) continue;
    // “白宫通报中未提…”: in a paper, not what it says.
    if (papers.test(entry.lemma) && /^[中里内](?!方)/u.test(text.slice(end, end + 2))) continue;
    if (entry.lemma === "谴责" && text[end] === "，") continue;
    if (entry.lemma === "声明" && !(marked && !asNoun.test(text.slice(from, at)))) continue;
    if (answering.test(text.slice(end, end + 26))) continue;
    if (
      entry.lemma === "接受" &&
      /^[^，。]{0,24}(?:采访|专访|访问|提问)/u.test(text.slice(end, end + 28))
    )
      continue;
    if (
      alsoNoun.test(entry.lemma) &&
      /(?:的[^，时后前中上]{0,6}|[作做出其此该听取有发个项条]|共同)$/u.test(text.slice(from, at))
    )
      continue;
    yield { at, end, entry, marked };
  }
}

function verbHead(
  context: HeadContext,
  clause: Range,
  subject: Subject | null,
  from: number,
): Head | null {
  const { text } = context;
  const all = [...cuesIn(context, clause, from)];
  const told =
    subject === null
      ? undefined
      : all.find(
          (found) =>
            found.marked &&
            found.entry.frames.has("say") &&
            isCircumstance(text, from, found.at, true),
        );
  for (const found of all) {
    const { at, entry, marked } = found;
    if (told !== undefined && told.at > at && !entry.frames.has("say")) continue;
    const say = entry.frames.has("say");
    const plain = isAdverbial(text, from, at);
    const framed =
      !plain &&
      (subject !== null || (marked && say && /^(?:接受|受访)/u.test(text.slice(from, at)))) &&
      isCircumstance(text, from, at, marked) &&
      (say || occasionBefore.test(text.slice(from, at)) || onBehalf.test(text.slice(from, at)));
    const gap = text.slice(from, at);
    const topic =
      subject !== null && !plain && !framed
        ? /^[^就，。]{0,6}就([^，。；：]{2,70})$/u.exec(gap)
        : null;
    if (!plain && !framed && topic === null) continue;
    return headOfFound(context, clause, subject, found, gap, topic?.[1] ?? null);
  }
  return null;
}

function headOfFound(
  { text }: HeadContext,
  clause: Range,
  subject: Subject | null,
  { at, end, entry, marked }: Found,
  gap: string,
  topic: string | null,
): Head {
  const told = /^(?:告诉|告知|对记者)/u.test(entry.lemma)
    ? addressee.exec(text.slice(end, end + 20))
    : null;
  return {
    clause,
    subject,
    cue: { start: at, end },
    entry,
    frame: entry.frames.has("say") ? "say" : "np",
    from: end + (told?.[0].length ?? 0),
    content:
      topic === null || entry.lemma === "提出"
        ? null
        : { start: at - topic.length, end: at - (towards.exec(topic)?.[0].length ?? 0) },
    marked: marked || told !== null,
    negated: negation.test(gap),
  };
}

/** Whom a topic is told, behind it: “就能源问题向各国外长介绍了…”. */
const towards = /(?<=[^，]{2})向[^，。；]{1,24}$/u;

/** A verb of saying with its comma or colon, after a speaker the tables don't know: “陆委会回应表示，…”. */
function openHead(context: HeadContext, clause: Range, from: number): Head | null {
  const { text } = context;
  for (const found of cuesIn(context, clause, from)) {
    if (!found.marked || !tellsAlone.test(found.entry.class) || !found.entry.frames.has("say"))
      continue;
    const end = speakerEnd(text, from, found.at);
    if (end === null) continue;
    const subject: Subject = { range: { start: from, end }, actors: [], kind: "voice" };
    const head = headOfFound(context, clause, subject, found, text.slice(end, found.at), null);
    return { ...head, open: true };
  }
  return null;
}

/** Classes of cues that show a speaker by themselves. */
const tellsAlone = /^(?:state|emphasise|believe|warn|accuse|claim|deny|predict)$/u;

/** An occasion between a person and a verb with an object: “莫迪在通话中感谢…”. */
const occasionBefore = /(?:时|后|中|期间|之际|会上)(?:还|也|都|再次|明确|首先)?$/u;

/** “拉马福萨代表南非政府和人民热烈欢迎…”. */
const onBehalf = /^代表[^，。；]{2,24}$/u;

/** Words that open a clause and name nobody. */
const nobody =
  /^(?:我|你|您|咱|这|那|此|其|它|据|有(?!人|官员|专家|消息|分析|媒体)|因|所以|如果|虽然|但|而|并|也|还|不|没|可以|应该|必须|需要|值得|换句话|也就是|简单|老实|坦白|总的来|一般来|具体来|相对来|对[^，]{1,8}来)/u;

/** Where a noun phrase that begins at a place ends, so that only circumstance is left before the cue. */
function speakerEnd(text: string, from: number, cue: number): number | null {
  if (nobody.test(text.slice(from, cue))) return null;
  for (let end = from + 2; end <= Math.min(cue, from + 34); end++) {
    if (!isNominal(text.slice(from, end))) return null;
    const bounded =
      end === cue ||
      adverbsEnd(text, end, cue) > end ||
      /[在对向就于接出受回答应被透]/u.test(text[end]!);
    if (bounded && isCircumstance(text, end, cue, true)) return end;
  }
  return null;
}
