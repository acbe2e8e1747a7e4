import { mentionsIn } from "../../actors/lookup.ts";
import type { Context } from "../../context.ts";
import type { Document, Range } from "../../document.ts";
import type { Silence } from "../../records.ts";
import {
  clauseAfter,
  findSilencesWith,
  membersOf,
  type Hit,
  type SilenceGrammar,
} from "../../silences/find-silences.ts";
import type { Found } from "../pack.ts";
import { foldToHans } from "./hans.ts";
import { chineseSilenceRules } from "./silence-rules.ts";
import { subjectAt } from "./statement-subjects.ts";

const signs = /[未没不无避略删省漏跳绕隐拒缄默噤婉暂迟规淡拿遗语含轻一三顾转]/u;

const clauseEnd =
  /[，。；：！？…]|(?:但|而|却|并且|并(?=[^非不])|也没有|也未|以及没有|时(?=，)|的情况下|的同时)|(?:一词|二字|的?(?:字眼|字样|提法|表述|措辞|说法))(?![^，。；！？])/u;

const filler = /^(?:了|过|到|任何|有关|关于|对|此前的|以往的|这一|其|中的){0,3}/u;

/** Texts that speak for somebody. */
const texts =
  /(?:声明|通稿|新闻稿|公报|宣言|通告|公告|文件|文告|讲话|演讲|致辞|发言稿|发言|报道|消息稿|纪要|文本|稿件|版本|社论|文章|通报|新闻公报|会议记录|决议|报告)/u;

/** Reported silences of a Chinese document, in either script. */
export function findSilences(document: Document, context: Context): Found<Silence> {
  const text = foldToHans(document.text, context);
  const grammar: SilenceGrammar = {
    rules: chineseSilenceRules,
    signs,
    elides: true,
    byName: /点名|指名/u,
    silentOf: (hit) => silentOf(document, text, hit),
    topicOf: (hit) => topicOf(text, hit),
  };
  return findSilencesWith(document, text, grammar);
}

/** Who is silent; `null` for what the speaker says of himself, asks or demands. */
function silentOf(document: Document, text: string, hit: Hit): readonly string[] | null {
  const before = text.slice(hit.sentence.start, hit.start);
  if (/(?:我们?|本台|本报|本网|笔者)(?:也|都|均|从|并|还|一直|始终)*$/u.test(before)) return null;
  if (
    /(?:如果|若|倘若|假如|一旦|即使|除非|不要|不得|不能|应该?|必须|要|请|希望|呼吁|为何不|岂能|何不)[^，。；]{0,12}$/u.test(
      before,
    )
  )
    return null;
  if (/[吗么]？$|是否[^，。]*？$/u.test(text.slice(hit.sentence.start, hit.sentence.end)))
    return null;
  const owner = ownerOfText(document, text, hit);
  if (owner !== null) return owner;
  for (const clause of clausesBefore(text, hit)) {
    const subject = subjectAt(document, text, clause);
    if (subject === null) continue;
    if (subject.actors.length > 0) return subject.actors;
    if (subject.kind === "voice" || subject.kind === "group") return [];
  }
  return [];
}

/** Clauses of the sentence up to the words, the nearest first. */
function clausesBefore(text: string, hit: Hit): Range[] {
  const clauses: Range[] = [];
  let start = hit.sentence.start;
  for (let at = hit.sentence.start; at < hit.start; at++)
    if (/[，；：]/u.test(text[at]!)) {
      clauses.push({ start, end: at });
      start = at + 1;
    }
  if (start < hit.end) clauses.push({ start, end: hit.end });
  return clauses.toReversed().slice(0, 5);
}

/** “中方通稿”, “白宫发表的声明”: whose text says nothing; `null` where no text is spoken of. */
function ownerOfText(document: Document, text: string, hit: Hit): readonly string[] | null {
  const words = text.slice(hit.sentence.start, hit.start);
  const posted = ofPost(document, text, hit, words);
  if (posted !== null) return posted;
  const at = [...words.matchAll(new RegExp(texts, "gu"))].at(-1);
  if (at === undefined || /[；：]/u.test(words.slice(at.index))) return null;
  const clause = Math.max(words.lastIndexOf("，", at.index), words.lastIndexOf("；", at.index)) + 1;
  const inside = words.slice(clause, at.index).search(/(?:在|从|于)(?=[^在从于]*$)/u);
  const mentions = mentionsIn(document, {
    start: hit.sentence.start + clause + Math.max(0, inside),
    end: hit.sentence.start + at.index,
  }).filter((mention) => mention.type !== "place" || mention.how === "metonym");
  if (mentions.length === 0)
    return /(?:联合|共同)$/u.test(words.slice(0, at.index))
      ? []
      : ownerBefore(document, text, hit, words.slice(0, at.index), at[0]);
  return mentions.length === 1 || /(?:联合|共同)/u.test(words.slice(clause, at.index))
    ? mentions.flatMap(membersOf)
    : membersOf(mentions[0]!);
}

/** “川普发文…，而文中未提…”: who wrote it. */
function ofPost(
  document: Document,
  text: string,
  hit: Hit,
  words: string,
): readonly string[] | null {
  const inside = /(?:^|[，；])(?:而|但|不过|却)?(?:[该此全]?[文帖推]文?中|全文)[^，；]{0,6}$/u.exec(
    words,
  );
  const written = /(?:发文|贴文|帖文|推文|撰文|发帖|发推)/u.exec(words);
  if (inside === null || written === null || written.index > inside.index) return null;
  const at = hit.sentence.start + written.index;
  const writer = mentionsIn(document, { start: hit.sentence.start, end: at })
    .filter((mention) => mention.type === "person")
    .at(-1);
  return writer === undefined || /[，。；]/u.test(text.slice(writer.end, at))
    ? null
    : membersOf(writer);
}

/** “该声明未提…”: whose it is says the sentence before. */
function ownerBefore(
  document: Document,
  text: string,
  hit: Hit,
  words: string,
  noun: string,
): readonly string[] | null {
  if (!/^(?:该|这[份篇项]|此|上述)?$/u.test(words)) return null;
  const from = Math.max(
    document.blocks[hit.sentence.block]!.start,
    hit.sentence.start - longestSentence,
  );
  const named = text.slice(from, hit.sentence.start).lastIndexOf(noun);
  if (named === -1) return null;
  const owner = mentionsIn(document, { start: from + Math.max(0, named - 24), end: from + named })
    .filter((mention) => mention.type !== "place" && mention.start >= from)
    .at(-1);
  const between = owner === undefined ? "" : text.slice(owner.end, from + named);
  return owner === undefined || /[，。；：]/u.test(between) ? null : membersOf(owner);
}

/** How far back a sentence names whose text is spoken of, in characters. */
const longestSentence = 160;

/** What the words are about, named before them: “对运河问题”, “就此”. */
const aboutBefore =
  /(?:对于|关于|至于|针对|有关|对|就|在)(?![此外内上])([^，。；：]{2,40}?)(?:(?:问题|议题|一事|一案|情况|方面)?上?)$/u;

/** What is left unsaid. */
function topicOf(text: string, hit: Hit): Range | null {
  const inner = /(?:就|对)(?!此|外)([^，。；：]{2,24}?)(?:置评|评论|回应|表态|作出)/u.exec(
    text.slice(hit.start, hit.end),
  );
  if (inner !== null) {
    const start = hit.start + inner.index + 1;
    return { start, end: start + inner[1]!.length };
  }
  const words = text.slice(hit.sentence.start, hit.start);
  const clause =
    Math.max(words.lastIndexOf("，"), words.lastIndexOf("："), words.lastIndexOf("；")) + 1;
  const leading = aboutBefore.exec(
    words.slice(clause).replace(/(?:的(?:提问|问题|询问|报道))$/u, ""),
  );
  const about = leading !== null && /(?:时|后|上|中|前)$/u.test(leading[0]) ? null : leading;
  const after = clauseAfter(text, hit.end, hit.sentence.end, filler, clauseEnd);
  const from = hit.sentence.start + clause;
  if (hit.rule.topic === "before") {
    const subject =
      /^(?:而|但|不过|其中)?([^，。；：]{2,40}?)(?:在[^，。；：]{2,24}[中里])?$/u.exec(
        words.slice(clause),
      );
    const topic = hit.rule.silent === "text" ? subject : about;
    return topic === null ? null : inside(from, topic);
  }
  const quoted = after === null ? null : wholeQuotation(text, after, hit.sentence.end);
  return quoted ?? (about === null ? fronted(words, hit.sentence.start) : inside(from, about));
}

/** “至于能源问题，双方声明并没有提及”: what stands at the head of the sentence. */
function fronted(words: string, at: number): Range | null {
  const match = /^(?:至于|关于|对于|有关)([^，。；]{2,40}?)(?:问题|议题)?，/u.exec(words);
  return match === null ? null : inside(at, match);
}

/** A quotation is not cut at the marks inside it. */
function wholeQuotation(text: string, range: Range, limit: number): Range {
  const words = text.slice(range.start, range.end);
  if (!/^[“「『][^”」』]*$/u.test(words)) return range;
  const close = /^[^”」』“「『]{0,40}[”」』]/u.exec(text.slice(range.end, limit));
  return close === null ? range : { start: range.start, end: range.end + close[0].length };
}

function inside(from: number, match: RegExpExecArray): Range {
  const start = from + match.index + match[0].indexOf(match[1]!);
  return { start, end: start + match[1]!.length };
}
