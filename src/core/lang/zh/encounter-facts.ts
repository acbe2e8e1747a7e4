import type { FactRule } from "../../encounters/rules.ts";

/** What Chinese words around an encounter make of it; the first that fits counts (see the English ones for the rules behind). */
export const encounterFacts: readonly FactRule[] = [
  {
    id: "fact/zh/denied",
    fact: "none",
    where: "before",
    pattern: /(?:未|没有|没|并未|拒绝|不会|不再|无|否认)[^，。；]{0,6}$/u,
    example: "没有举行会谈",
  },
  {
    id: "fact/zh/not-planned",
    fact: "none",
    where: "after",
    pattern: /^[^。；]{0,16}(?:没有安排|没有计划|尚无计划|尚未安排|不会举行|未能举行|没有举行)/u,
    example: "会晤目前没有安排",
  },
  {
    id: "fact/zh/cancelled",
    fact: "cancelled",
    where: "around",
    pattern: /取消/u,
    example: "取消访问",
  },
  {
    id: "fact/zh/postponed",
    fact: "postponed",
    where: "around",
    pattern: /推迟|延期/u,
    example: "推迟访问",
  },
  {
    id: "fact/zh/announced",
    fact: "announced",
    where: "before",
    pattern:
      /(?:将(?!军)|即将|拟|定于|预定|预计|计划|期待|邀请|欢迎|准备|商定|约定|明年|下月|下周|下次|下一次|尽早)[^。；]{0,26}$/u,
    example: "将对俄罗斯进行国事访问",
  },
  {
    id: "fact/zh/announced-after",
    fact: "announced",
    where: "after",
    pattern: /^[^，。；]{0,8}(?:将|拟|定)(?:于|在|举行)/u,
    example: "会晤将于下周举行",
  },
  {
    id: "fact/zh/hypothetical",
    fact: "none",
    where: "before",
    pattern:
      /(?:如果|若|可能|能否|是否|希望|呼吁|主张|推动|推进|支持|愿同|愿与|愿意|加强|恢复|继续|保持|促进|应该|应当|应(?!约|邀)|需要|有望|争取|通过|密切|任何|各层级|今后|开展)[^，。；]{0,12}$/u,
    example: "呼吁双方举行会谈",
  },
  {
    id: "fact/zh/earlier",
    fact: "earlier",
    where: "before",
    pattern: /(?:上次|此前|不久前|之前|早前|先前|上一次|去年|前年)[^，。；]{0,14}$/u,
    example: "上次会晤",
  },
];
