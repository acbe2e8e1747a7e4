import type { Context } from "../../context.ts";
import type { Document } from "../../document.ts";
import { findEncountersWith } from "../../encounters/find-encounters.ts";
import type { EncounterGrammar } from "../../encounters/rules.ts";
import type { EncounterMention } from "../../records.ts";
import type { Found } from "../pack.ts";
import { encounterFacts } from "./encounter-facts.ts";
import { encounterRules } from "./encounter-rules.ts";
import { foldToHans } from "./hans.ts";

/** Chinese words that speak of encounters, and how they stand in a sentence. */
export const chineseEncounters: EncounterGrammar = {
  rules: encounterRules,
  facts: encounterFacts,
  folded: foldToHans,
  slots: {
    light:
      /举行|进行|出席|参加|主持|继续|共同|先后|分别|正式|友好|双边|多边|三边|小范围|大范围|线上|线下|视频|电话|面对面|首次|再次|首场|首轮|第[一二三四五六七八九十\d]+(?:次|轮|届)|应约|应邀|专程|当地时间|上午|下午|中午|凌晨|傍晚|晚上|期间|以|方式|形式|通|了|过|在|于|的|并|晚|早|年度|定期|经贸|高层|高级别|战略|对话|会议|峰会|非正式|领导人|元首|首脑|总理|外长|防长|宫|大会堂|人民|国宾馆|庄园|酒店|机场|市|州|省|地区|时|中方|代表团|团队|[\d:：]/gu,
    partnerAfter: null,
    ownsServant: /(?!)/u,
    notPartner: /(?!)/u,
    amongAll: /(?!)/,
    partnerBefore:
      /(?:(?<![共合相不会])同(?!意|时|志|样)|与(?!会)|(?<![共温缓])和(?!平|谐)|跟|向|对)(?:[^，。；：！？“”]{0,30}的|[\p{Script=Han}]{0,4})?$/u,
    attributes: /^[\p{Script=Han}]{0,8}$/u,
    ownerAfter: /^的[\p{Script=Han}]{0,6}$/u,
    ownerBefore:
      /^(?:两国)?(?:的)?(?:元首|首脑|领导人|总理|外长|防长|外交部长|国防部长|财长|央行行长|高层|经贸|团队|代表团|双方|双边|三方|四国|战略|安全|外交|[、和]|年度|定期|第[一二三四五六七八九十\d]+(?:次|轮)|首次|视频|线上|举行|的)*$/u,
    possessive: /(?!)/u,
    plural: /(?!)/u,
    ownAfter: /(?!)/u,
    occasion: /(?!)/u,
    servantOf: /(?!)/u,
    sameSubject: /(?!)/u,
    asOccasion: /(?!)/u,
    aheadOf: /(?!)/u,
    during: /¦[\p{Script=Han}]{0,8}(?:期间|之际)/u,
    headlineAhead: /(?!)/,
    oneByOne: /分别/u,
    objectAfter:
      /^(?:了|过)?(?:(?:来|正在|应邀|到访|前来|率团|率队|出席|参加|途经|赴)[^，。；]{0,30}的|[\p{Script=Han}]{0,6})?$/u,
    objectNot: /^(?:的(?!同时)|对)/u,
    list: /^(?:、|和|与|及|以及|同)[\p{Script=Han}]{0,10}$/u,
    closing: /、|和|与|及|以及|同/u,
    predicate: /^(?:表示|指出|强调|说|称|认为|宣布|将|应|于|在)/u,
    oblique:
      /(?:同|与|向|对|由|被|据|就|在|从|给|为|比|让|令|使|请|的|访问|访|会见|抵达|前往|转往|飞往|赴|来到|出席|参加|欢迎|感谢|祝贺|支持)(?:[\p{Script=Han}]{0,2})?$/u,
    support: /举行|进行|出席|参加|发表|签署|达成|开始|结束|展开|开展|召开|主持|通过/u,
    clause: /[。；！？：“”]/u,
    modifier: /^(?:的)?(?:[\p{Script=Han}]{1,8}、)?[\p{Script=Han}]{0,10}$/u,
    ofState: /(?!)/u,
    ofStateFar: /(?!)/u,
    serving: /(?!)/u,
    nationBody: /(?!)/u,
  },
  happening:
    /举行|进行|开始|结束|期间|中|后|时|日|发表|签署|达成|开展|召开|完成|首次|再次|近期|日前/u,
  modes: [
    { mode: "video", pattern: /视频|线上|云会/u },
    { mode: "phone", pattern: /电话|通话/u },
    { mode: "meeting", pattern: /面对面|当面/u },
  ],
  sequence:
    /(?:首次|第[一二三四五六七八九十\d]+次|再次|时隔[^，。；]{1,8})[\p{Script=Han}]{0,10}(?:会晤|会谈|会见|通话|访问|峰会|见面)/u,
  notDate: /(?:自|自从|截至|早在|直到)$/u,
  otherEvent: /(?!)/u,
  boundary: /[，；：]|介绍|通报|回应/gu,
  current: /(?:这次|本次|此次|今天的)$/u,
  reference: /^(?:的)?(?:重要)?(?:成果|共识|情况|精神|联合声明|声明|结果|主题)/u,
  placeBefore: /(?:在|于|抵达|赴|访问|到|来到|到访|对)$/u,
  gathered: /(?:举行(?:了)?(?:会晤|会谈)|会见|访问期间|进行(?:国事|正式|工作)?访问|出席)/u,
  attendance:
    /(?:等)?(?:参加|陪同|出席)(?:了)?(?:上述)?(?:活动|会谈|会见|会晤|通话|会议)|等(?:参加|陪同|出席|在座)|(?:出席|主持)[。，]/u,
};

/** Encounters that a Chinese document speaks of. */
export function findEncounters(document: Document, context: Context): Found<EncounterMention> {
  return findEncountersWith(document, context, chineseEncounters);
}
