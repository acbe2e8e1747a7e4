import type { Range } from "../../document.ts";
import type { Cue } from "../../statements/cues.ts";
import { isAdverbial } from "./statement-gaps.ts";
import type { Head, HeadContext } from "./statement-head.ts";
import type { Subject } from "./statement-subjects.ts";

const degree =
  "(?:(?:衷心|热烈|诚挚|真诚|由衷|高度|强烈|严重|坚决|深切|沉痛|最|极大|充分|坚定|完全|深|严正|积极|亲切|不同程度|的|地|和|、|并|“|「|『)*)";

/** “对 … 表示感谢”, “就 … 提出严正交涉”, “深表关切”, “予以否认”. */
const express = new RegExp(
  `(?:(?:对于?|就|为|向)([^，。；：]{1,60}?)(?:向[^，。；]{1,20}?)?)?(?:再次|深|都|均|也|均已|分别|一致|致以|并|亲自)*(表示(?:了)?|表达(?:了)?|深表|深感|感到|致以|提出(?:了)?|予以|加以|(?<![支坚保主维扶把相秉])持)(${degree})`,
  "u",
);

/**
 * “对 … 表示感谢”: the cue is the feeling, the content what it is about.
 * @returns `null` where the noun is none of the lexicon
 */
export function expressHead(
  { text, nouns }: HeadContext,
  clause: Range,
  subject: Subject | null,
  from: number,
): Head | null {
  const rest = text.slice(from, clause.end);
  const match = express.exec(rest);
  if (match === null || !isAdverbial(text, from, from + match.index)) return null;
  const after = from + match.index + match[0].length;
  const noun = nouns.find((cue) => fitsVerb(cue, match[2]!) && text.startsWith(cue.lemma, after));
  if (noun === undefined) return null;
  const quoted = /[“「『]/u.test(match[3]!);
  const topic = match[1];
  const named =
    topic !== undefined && !match[0].startsWith("向") && topic !== "此" && topic.length > 1;
  if (quoted && !named) return null;
  let end = after + noun.lemma.length;
  end +=
    /^(?:和|与|、|并|以及)[\p{Script=Han}]{2,5}(?=[”」』]?(?:$|[\s，。；！]))/u.exec(
      text.slice(end, end + 8),
    )?.[0].length ?? 0;
  if (!/^[”」』]?(?:$|[\s，。；！和、并之])/u.test(text.slice(end, end + 2))) return null;
  const cueStart = after - match[3]!.length - match[2]!.length;
  if (quoted) end += /^[”」』]/u.test(text.slice(end, end + 1)) ? 1 : 0;
  const at = from + match.index + match[0].indexOf(topic ?? "", 1);
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

/** 予以 and 持 take what refuses or agrees, 提出 what is protested. */
function fitsVerb(cue: Cue, verb: string): boolean {
  if (!cue.frames.has("express")) return false;
  if (/^(?:予以|加以)/u.test(verb)) return /^(?:deny|accuse|agree|praise|affirm)$/u.test(cue.class);
  if (verb === "持") return cue.class === "deny";
  if (verb.startsWith("提出")) return /抗议|交涉/u.test(cue.lemma);
  return true;
}

/** Words of manner before 交换意见. */
const manner =
  /(?:(?:深入|充分|坦诚|广泛|友好|全面|坦率|再次|继续|还|已|共同|重点|进一步|热烈|详细|积极|诚恳)(?:[、和而地])?)*$/u;

/** “就 … 交换意见”: the content is what they talked about. */
export function topicHead(
  { text, nouns }: HeadContext,
  clause: Range,
  subject: Subject | null,
  from: number,
): Head | null {
  const rest = text.slice(from, clause.end);
  const opened = /(?:就|围绕)/u.exec(rest);
  if (opened === null) return null;
  const before = rest.slice(0, opened.index);
  if (
    !isAdverbial(text, from, from + opened.index) &&
    !/^[^，]{0,14}(?:中|里)$/u.test(before) &&
    !/^(?:还|也|又|并)?[同与和跟][^，。]{1,20}$/u.test(before)
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
  const held =
    best.cue.class === "agree"
      ? null
      : /(?:进行|开展|举行|展开)(?:了|过)?[^，。]{0,30}$|(?<![合工运協协操动写创耕])作了?$|保持$|(?:了|达成)$/u.exec(
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
