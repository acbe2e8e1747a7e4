import type { Context } from "../../context.ts";
import type { Document } from "../../document.ts";
import { findEncountersWith } from "../../encounters/find-encounters.ts";
import type { EncounterGrammar } from "../../encounters/rules.ts";
import type { EncounterMention } from "../../records.ts";
import type { Found } from "../pack.ts";

const source = "accounts and press pages at large";

/** Chinese words that speak of encounters. */
export const chineseEncounters: EncounterGrammar = {
  rules: [
    {
      id: "encounter/zh/video",
      pattern: /视频(?:通话|会晤|会见|会议|峰会|方式)|云会晤|線上會議|视频连线/gu,
      mode: "video",
      example: "举行视频会晤",
      source,
    },
    {
      id: "encounter/zh/phone",
      pattern: /通(?:了)?电话|通話|通话|电话(?:会谈|交谈)/gu,
      mode: "phone",
      example: "同普京通电话",
      source,
    },
    {
      id: "encounter/zh/joint-statement",
      pattern: /联合(?:声明|公报|宣言)/gu,
      mode: "joint-statement",
      example: "发表联合声明",
      source,
    },
    {
      id: "encounter/zh/exercise",
      pattern: /联合(?:军事)?(?:演习|演训|军演|巡航|巡逻)/gu,
      mode: "exercise",
      example: "举行联合军演",
      source,
    },
    {
      id: "encounter/zh/visit",
      pattern: /(?:国事|正式|工作)?访问|抵达/gu,
      mode: "visit",
      example: "进行国事访问",
      source,
    },
    {
      id: "encounter/zh/multilateral",
      pattern: /峰会|领导人(?:非正式)?会(?:议|晤)|元首理事会/gu,
      mode: "multilateral",
      example: "出席峰会",
      source,
    },
    {
      id: "encounter/zh/letter",
      pattern: /致(?:电|信|贺电|贺信|函)|互致/gu,
      mode: "letter",
      example: "致电祝贺",
      source,
    },
    {
      id: "encounter/zh/meeting",
      pattern: /会(?:谈|晤|见)|見面|见面|磋商|举行会议/gu,
      mode: "meeting",
      example: "举行会谈",
      source,
    },
  ],
  status: [
    { status: "cancelled", pattern: /取消/u },
    { status: "postponed", pattern: /推迟|延期/u },
    {
      status: "announced",
      pattern: /将(?:于|同|与|在|举行|出席|对)|即将|拟于|定于|期待|邀请|欢迎.{0,12}(?:访|来)/u,
    },
  ],
  sequence:
    /(?:首次|第[一二三四五六七八九十\d]+次|再次)[\p{Script=Han}]{0,10}(?:会晤|会谈|会见|通话|访问|峰会)/u,
  notDate: /(?:自|以来|截至)$/u,
  placeBefore: /(?:在|于|抵达|赴|访问)$/u,
};

/** Encounters that a Chinese document speaks of. */
export function findEncounters(document: Document, context: Context): Found<EncounterMention> {
  return findEncountersWith(document, context, chineseEncounters);
}
