import type { Context } from "../../context.ts";
import type { Document } from "../../document.ts";
import { findEncountersWith } from "../../encounters/find-encounters.ts";
import type { EncounterGrammar } from "../../encounters/rules.ts";
import type { EncounterMention } from "../../records.ts";
import type { Found } from "../pack.ts";

const source = "accounts and press pages at large";

/** Russian words that speak of encounters. */
export const russianEncounters: EncounterGrammar = {
  rules: [
    {
      id: "encounter/ru/video",
      pattern: /(?:видеоконференц|видеосвяз|онлайн-встреч|видеосаммит)\p{L}*/giu,
      mode: "video",
      example: "по видеосвязи",
      source,
    },
    {
      id: "encounter/ru/phone",
      pattern:
        /телефонн\p{L}+\s+(?:разговор|беседа|переговор|контакт)\p{L}*|по телефону|созвонил\p{L}+/giu,
      mode: "phone",
      example: "состоялся телефонный разговор",
      source,
    },
    {
      id: "encounter/ru/joint-statement",
      pattern: /совместн\p{L}+\s+(?:заявлени|коммюнике|декларац)\p{L}*/giu,
      mode: "joint-statement",
      example: "совместное заявление",
      source,
    },
    {
      id: "encounter/ru/exercise",
      pattern: /совместн\p{L}+\s+(?:военн\p{L}+\s+)?(?:учени|манёвр|маневр|патрулирован)\p{L}*/giu,
      mode: "exercise",
      example: "совместные учения",
      source,
    },
    {
      id: "encounter/ru/visit",
      pattern:
        /(?:государственн|официальн|рабоч)\p{L}+\s+визит\p{L}*|визит\p{L}*|прибыл\p{L}*|поездк\p{L}+/giu,
      mode: "visit",
      example: "официальный визит",
      source,
    },
    {
      id: "encounter/ru/multilateral",
      pattern: /саммит\p{L}*|заседани\p{L}+ (?:Совета|Высшего)/giu,
      mode: "multilateral",
      example: "на саммите",
      source,
    },
    {
      id: "encounter/ru/letter",
      pattern:
        /обменял\p{L}+ (?:посланиями|поздравлениями|телеграммами)|направил\p{L}* (?:послание|телеграмму|поздравлени\p{L}+)|поздравил\p{L}*/giu,
      mode: "letter",
      example: "обменялись посланиями",
      source,
    },
    {
      id: "encounter/ru/meeting",
      pattern: /(?:переговор|встреч|бесед)\p{L}*|встретил\p{L}+/giu,
      mode: "meeting",
      example: "провёл переговоры",
      source,
    },
  ],
  status: [
    { status: "cancelled", pattern: /отмен[её]?н\p{L}*|отменил\p{L}*/iu },
    { status: "postponed", pattern: /отложен\p{L}*|перенес[её]н\p{L}*/iu },
    {
      status: "announced",
      pattern:
        /планиру\p{L}+|состоится|состоятся|предстоящ\p{L}+|запланирован\p{L}*|пройд[её]т|намечен\p{L}*|приглаш\p{L}+|следующ\p{L}+ встреч/iu,
    },
  ],
  sequence:
    /(?:перв|втор|трет|четв[её]рт|пят)\p{L}+ (?:\p{L}+ ){0,3}(?:встреч|разговор|визит|переговор|саммит)\p{L}*/iu,
  notDate: /(?:после|до|с|со|накануне|перед)\s+$/iu,
  placeBefore: /(?:в|во|на)\s+$/iu,
};

/** Encounters that a Russian document speaks of. */
export function findEncounters(document: Document, context: Context): Found<EncounterMention> {
  return findEncountersWith(document, context, russianEncounters);
}
