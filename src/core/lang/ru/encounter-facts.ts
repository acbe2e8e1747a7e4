import type { FactRule } from "../../encounters/rules.ts";

/** Up to so many words between what decides and the encounter it decides on. */
const within = (words: number): string => `(?!\\p{L})(?:\\s+[\\p{L}\\p{N}–-]+){0,${words}}\\s*$`;

/** What Russian words around an encounter make of it; the first that fits counts (see the English ones for the rules behind). */
export const encounterFacts: readonly FactRule[] = [
  {
    id: "fact/ru/denied",
    fact: "none",
    where: "before",
    pattern: new RegExp(
      `(?<!\\p{L})(?:не|нет|без|ни|отказал\\p{L}+ от|вместо|отсутстви\\p{L}+)${within(3)}`,
      "iu",
    ),
    example: "без встречи с …",
  },
  {
    id: "fact/ru/cancelled",
    fact: "cancelled",
    where: "around",
    pattern: /отмен[её]?н\p{L}*|отменил\p{L}*/iu,
    example: "визит отменён",
  },
  {
    id: "fact/ru/called-off",
    fact: "cancelled",
    where: "after",
    pattern: /^[^,;]{0,70}?(?<!\p{L})не (?:состоится|состоятся|состоял\p{L}+)(?!\p{L})/iu,
    example: "встреча не состоится",
  },
  {
    id: "fact/ru/not-planned",
    fact: "none",
    where: "after",
    pattern:
      /^[^;]{0,90}?(?<!\p{L})не (?:планир\p{L}+|намечен\p{L}*|запланирован\p{L}*|предусмотрен\p{L}*|ожидается|готовится)(?!\p{L})/iu,
    example: "встреча с … не планируется",
  },
  {
    id: "fact/ru/postponed",
    fact: "postponed",
    where: "around",
    pattern: /отложен\p{L}*|перенес[её]н\p{L}*/iu,
    example: "визит отложен",
  },
  {
    id: "fact/ru/announced",
    fact: "announced",
    where: "before",
    pattern: new RegExp(
      `(?<!\\p{L})(?:состоится|состоятся|планиру\\p{L}+|предстоящ\\p{L}+|запланирован\\p{L}*|намечен\\p{L}*|пройд[её]т|пройдут|провед[её]т|проведут|примет|приглаш\\p{L}+|пригласил\\p{L}*|готовит\\p{L}+|подготовк\\p{L}+|ожида\\p{L}+|будет|будут|следующ\\p{L}+|намерен\\p{L}*)${within(8)}`,
      "iu",
    ),
    example: "состоится встреча с …",
  },
  {
    id: "fact/ru/on-the-eve",
    fact: "announced",
    where: "before",
    pattern: new RegExp(
      `(?<!\\p{L})(?:накануне|в преддверии)(?!\\p{L})(?:\\s+(?!(?:пров[её]л|состоял|встретил|прош[её]?л|принял|обсудил)\\p{L}*\\s)[\\p{L}\\p{N}–-]+){0,5}\\s*$`,
      "iu",
    ),
    example: "накануне встречи с …",
  },
  {
    id: "fact/ru/announced-after",
    fact: "announced",
    where: "after",
    pattern:
      /^[^,;]{0,70}?(?<!\p{L})(?:состоится|состоятся|пройд[её]т|пройдут|запланирован\p{L}*|намечен\p{L}*|планируется)(?!\p{L})/iu,
    example: "встреча состоится …",
  },
  {
    id: "fact/ru/hypothetical",
    fact: "none",
    where: "before",
    pattern: new RegExp(
      `(?<!\\p{L})(?:если|мог(?:ут|ла|ли|ло)?|можно|нужн\\p{L}+|необходим\\p{L}+|возможн\\p{L}+|готов\\p{L}*|предлож\\p{L}+|предлага\\p{L}+|призва\\p{L}+|призыва\\p{L}+|возобновл\\p{L}+|возобновит\\p{L}*|продолж\\p{L}+|любы\\p{L}+|регулярн\\p{L}+|мирны\\p{L}+|хот\\p{L}+|дальнейш\\p{L}+|поддержива\\p{L}+|поддерж\\p{L}+|вести|идти)${within(4)}`,
      "iu",
    ),
    example: "готов к переговорам с …",
  },
  {
    id: "fact/ru/day-before",
    fact: "earlier",
    where: "before",
    pattern:
      /(?<!\p{L})(?:накануне,|днём ранее|ранее(?:,)? в этот(?: же)? день|(?:в )?предыдущ(?:ий|его|им) дн\p{L}+)(?!\p{L})[^;:]{0,110}$/iu,
    example: "Накануне, 8 июля, … провели встречу",
  },
  {
    id: "fact/ru/earlier",
    fact: "earlier",
    where: "before",
    pattern: new RegExp(
      `(?<!\\p{L})(?:предыдущ\\p{L}+|прошл(?:ый|ая|ое|ом|ой|ую|ого|ым|ых)|последн\\p{L}+|в развитие|в продолжение|ранее|недавн\\p{L}+|прошедш\\p{L}+|состоявш\\p{L}+)${within(7)}`,
      "iu",
    ),
    example: "со времени последней встречи",
  },
];
