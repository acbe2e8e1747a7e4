import { mentionsIn } from "../../actors/lookup.ts";
import type { Document, Range } from "../../document.ts";
import type { Draft } from "../../statements/assemble.ts";
import { headOf, membersOf } from "./statement-subjects.ts";

/** A medium passes on what a sentence says: “据新华社报道，…”. */
export interface Passed {
  /** The sentence, from here on. */
  readonly range: Range;
  readonly source: Range | null;
  readonly actor: string | null;
  /** Only hearsay: “据称”. */
  readonly hedged: boolean;
  /** The statement it is when nobody else speaks in the sentence; `null` without a source. */
  readonly draft: Draft | null;
}

const date = "(?:(?:当地时间)?(?:\\d{4}年)?(?:\\d{1,2}月)?\\d{1,2}日|[今昨前当]天|日前|近日|早前)?";
const reported =
  /^(?:另|又|再|但|不过|而)?(?:据|根据|按照)([^，。；]{2,44}?)((?:当地时间)?(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日|[今昨前当]天|日前|近日|早前)?(?:的)?(?:独家)?(报道|报导|消息|电|援引|引述|公布|通报|披露|透露|介绍|统计|发布|分析|说法|观察|新闻稿|通稿|声明|公报|文告)([^，。]{0,24})，/u;
/** “新华社报道，…”: the medium named itself, at the head of the sentence or of a clause in it. */
const paper = new RegExp(
  `(?:^|，)([^，。；：“”]{2,24}?)${date}(?:的)?(?:独家)?(报道|报导|引述|转述)(?:指出?|称|说|提到)?[，：]`,
  "u",
);
const hearsay =
  /^(?:另|又|再)?(?:据(?:报道|报导|悉|称|传|了解|说|信|媒体报道)|有(?:报道|消息|媒体|传闻)(?:称|说|指)?|相传|传闻)[，]?/u;
const quoting = new RegExp(
  `^([^，。；：“”]{2,30}?)${date}(?:的?报道)?(援引|引述|引用)([^，。；：“”]{2,40}?)(?:的话|的消息|的说法)?(?:报道)?(?:称|说|指出?|报道|表示)[，：:]`,
  "u",
);

/** What sentences pass on, and by whom. */
export function proposeReported(document: Document, text: string): Passed[] {
  return document.layers.sentences.flatMap((sentence) => {
    const start = headOf(text, sentence);
    const words = text.slice(start, Math.min(sentence.end, start + 96));
    return (
      byMedium(document, words, start, sentence) ??
      byQuoting(document, words, start, sentence) ??
      byPaper(document, words, start, sentence) ??
      byHearsay(words, start, sentence) ??
      []
    );
  });
}

function byMedium(document: Document, words: string, at: number, sentence: Range): Passed | null {
  const match = reported.exec(words);
  if (match === null || /^(?:不完全|初步|最新|有关|相关|上述|该)$/u.test(match[1]!)) return null;
  const start = at + match[0].indexOf(match[1]!);
  const source = { start, end: start + match[1]!.length };
  const mention = mediumIn(document, source);
  const cueAt = match[0].lastIndexOf(match[3]! + match[4]!);
  const quoted = /^(?:援引|引述)$/u.test(match[3]!)
    ? /^([^，。]{2,20}?)(?:的话|的消息|的说法)?(?:报道|称|说)*$/u.exec(match[4]!)
    : null;
  const inner =
    quoted === null
      ? null
      : {
          start: at + cueAt + match[3]!.length,
          end: at + cueAt + match[3]!.length + quoted[1]!.length,
        };
  return {
    range: { start: at, end: sentence.end },
    source,
    actor: mention?.actor ?? null,
    hedged: false,
    draft: {
      rule: inner === null ? "statement/zh/reported-by" : "statement/zh/quoted-by",
      source: inner ?? source,
      actors:
        inner === null ? (mention === null ? [] : membersOf(mention)) : speakersIn(document, inner),
      cue: { start: at + cueAt, end: at + cueAt + match[3]!.length },
      entry: null,
      content: [{ start: at + match[0].length, end: sentence.end }],
      negated: false,
      via: inner === null ? null : { range: source, actor: mention?.actor ?? null },
    },
  };
}

/** “路透社援引一名官员的话称，…”: the official speaks, the agency passes it on. */
function byQuoting(document: Document, words: string, at: number, sentence: Range): Passed | null {
  const match = quoting.exec(words);
  if (match === null) return null;
  const source = { start: at, end: at + match[1]!.length };
  const cueAt = at + match[0].indexOf(match[2]!, match[1]!.length);
  const inner = {
    start: cueAt + match[2]!.length,
    end: cueAt + match[2]!.length + match[3]!.length,
  };
  const mention = mediumIn(document, source);
  return {
    range: { start: at, end: sentence.end },
    source,
    actor: mention?.actor ?? null,
    hedged: false,
    draft: {
      rule: "statement/zh/quoted-by",
      source: inner,
      actors: speakersIn(document, inner),
      cue: { start: cueAt, end: cueAt + match[2]!.length },
      entry: null,
      content: [{ start: at + match[0].length, end: sentence.end }],
      negated: false,
      via: { range: source, actor: mention?.actor ?? null },
    },
  };
}

function byPaper(document: Document, words: string, at: number, sentence: Range): Passed | null {
  const match = paper.exec(words);
  if (match === null) return null;
  const start = at + match.index + match[0].indexOf(match[1]!);
  const source = { start, end: start + match[1]!.length };
  const medium = mentionsIn(document, source).findLast((mention) => mention.type === "medium");
  if (medium === undefined || /[^》]/u.test(document.text.slice(medium.end, source.end)))
    return null;
  const cue =
    source.end + match[0].slice(match[0].indexOf(match[1]!) + match[1]!.length).indexOf(match[2]!);
  return {
    range: { start, end: sentence.end },
    source,
    actor: medium.actor,
    hedged: false,
    draft: {
      rule: "statement/zh/reported-by",
      source,
      actors: membersOf(medium),
      cue: { start: cue, end: cue + match[2]!.length },
      entry: null,
      content: [{ start: at + match.index + match[0].length, end: sentence.end }],
      negated: false,
      via: null,
    },
  };
}

function byHearsay(words: string, at: number, sentence: Range): Passed | null {
  const match = hearsay.exec(words);
  if (match === null) return null;
  return {
    range: { start: at, end: sentence.end },
    source: null,
    actor: null,
    hedged: true,
    draft: null,
  };
}

function mediumIn(document: Document, range: Range): ReturnType<typeof mentionsIn>[number] | null {
  const mentions = mentionsIn(document, range).filter(
    (mention) => mention.type !== "place" && mention.how !== "demonym",
  );
  return (
    mentions.find((mention) => mention.type === "medium") ??
    mentions.find((mention) => mention.type === "body") ??
    mentions.find((mention) => mention.type === "person") ??
    mentions.find(
      (mention) =>
        mention.type === "state" &&
        /^(?:方面?|政府|官方)?的?(?:消息|声明|通报)?$/u.test(
          document.text.slice(mention.end, range.end),
        ),
    ) ??
    null
  );
}

/** Who is quoted, where it is an official or a person with a name. */
function speakersIn(document: Document, range: Range): readonly string[] {
  const mention = mentionsIn(document, range).find(
    (candidate) =>
      candidate.type === "person" || candidate.type === "body" || candidate.how === "role",
  );
  return mention === undefined ? [] : membersOf(mention);
}
