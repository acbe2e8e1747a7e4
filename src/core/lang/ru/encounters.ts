import type { Context } from "../../context.ts";
import type { Document } from "../../document.ts";
import { findEncountersWith } from "../../encounters/find-encounters.ts";
import type { EncounterGrammar } from "../../encounters/rules.ts";
import type { EncounterMention } from "../../records.ts";
import type { Found } from "../pack.ts";
import { encounterFacts } from "./encounter-facts.ts";
import { encounterRules } from "./encounter-rules.ts";

/** A word of a noun phrase: no preposition, conjunction or verb. */
const word =
  "(?!(?:с|со|в|во|на|по|и|о|об|от|за|для|из|к|ко|у|при|до|после|перед|между|что|как|а|но|который|которая|которые|чтобы|не)\\s)[\\p{L}«»\\d-]+";

/** Russian words that speak of encounters, and how they stand in a sentence. */
export const russianEncounters: EncounterGrammar = {
  rules: encounterRules,
  facts: encounterFacts,
  slots: {
    light:
      /(?<!\p{L})(?:в|во|на|по|с|со|и|при|под|из|у|к|за|между|его|её|их|свой|своего|рамках|ходе|полях|площадке|кулуарах|режиме|формате|сегодня|вчера|накануне|состоял\p{L}+|пров[её]л\p{L}*|прош\p{L}+|проход\p{L}+|начал\p{L}+|завершил\p{L}+|вечером|утром|днём|позднее|также|двусторонн\p{L}+|трёхсторонн\p{L}+|отдельн\p{L}+|краткая|краткую|очередн\p{L}+|рабоч\p{L}+|официальн\p{L}+|государственн\p{L}+|визит\p{L}*|саммит\p{L}*|форум\p{L}*|заседани\p{L}+|переговор\p{L}*|встреч\p{L}*|бесед\p{L}*|видеосвязи|видеоконференции|телефону|узком|широком|расширенном|составе|тет-а-тет|дворц\p{L}+|зале|резиденции|город\p{L}*|столиц\p{L}+|году|года|г)(?!\p{L})/giu,
    partnerAfter: /(?<!\p{L})(?:с|со|между)(?=\s)/giu,
    ownsServant: /(?!)/u,
    notPartner: /(?!)/u,
    amongAll: /^между$/i,
    partnerBefore: null,
    attributes: new RegExp(`^\\s(?:${word}[\\s,]+){0,8}$`, "u"),
    ownerAfter: new RegExp(`^\\s(?:${word}\\s){0,3}$`, "u"),
    ownerBefore:
      /^-?\p{Ll}*\s(?:[\p{Ll}-]+(?:ие|ые|ая|ый|ой|ий|ого|ых|их|ую|ым|ими|ыми|ом|ей)\s){0,3}$/u,
    possessive: /(?<!\p{L})(?:его|её|их|своего|свою|своей|свой)\s(?:[\p{Ll}-]+\s){0,3}$/iu,
    plural: /^их/iu,
    ownAfter: /(?!)/,
    occasion: /(?<!\p{L})(?:(?:в ходе|во время)\s(?:\p{L}+\s){0,3}|в\s)$/iu,
    servantOf: /(?!)/u,
    sameSubject: /, где (?:также |затем |позднее |вечером |днём )?$/iu,
    asOccasion:
      /(?<!\p{L})(?:на полях|в кулуарах|в рамках|на площадке|по случаю)\s(?:[\p{L}«»-]+\s){0,2}$/iu,
    aheadOf: /(?<!\p{L})(?:накануне|в преддверии)\s(?:[\p{L}«»-]+\s){0,2}$/iu,
    during:
      /(?<!\p{L})(?:в ходе|во время|в рамках|в период|наход(?:ится|ятся|ящ\p{L}+)|пребыва\p{L}+|прибывш\p{L}+)(?:\s[\p{L}-]+){0,5}\s¦/iu,
    headlineAhead: /(?!)/,
    oneByOne:
      /(?<!\p{L})(?:отдельно|по отдельности|раздельно|двусторонние встречи|пров[её]л\p{L}* (?:\p{L}+ ){0,2}встречи)(?!\p{L})/iu,
    objectAfter: new RegExp(`^\\s(?:(?:в|во|на)\\s${word}\\s)?(?:${word}\\s){0,8}$`, "u"),
    objectNot: /(?!)/u,
    list: new RegExp(
      `^(?:,\\s+|\\s+и\\s+|,?\\s+а\\s+также\\s+(?:с\\s+)?|\\s+–\\s+|\\s+и\\s+с\\s+)(?:${word}\\s){0,8}$`,
      "u",
    ),
    closing: /(?<!\p{L})и(?!\p{L})|а также/u,
    predicate:
      /^,?\s+(?:заявил\p{L}*|сказал\p{L}*|отметил\p{L}*|подчеркнул\p{L}*|обсудил\p{L}*|пров[её]л\p{L}*|выразил\p{L}*|договорил\p{L}*|будет|будут|принял\p{L}*|подписал\p{L}*)/u,
    oblique: new RegExp(
      `(?:^|\\s)(?:с|со|к|ко|о|об|от|для|у|из|в|во|на|по|за|между|при|через|против|перед|над|под|после|до)\\s(?:${word}\\s){0,3}$`,
      "iu",
    ),
    support:
      /(?<!\p{L})(?:пров[её]л\p{L}*|провод\p{L}+|провед\p{L}+|состоял\p{L}+|состо[ия]тся|состоятся|принял\p{L}*|прин[ия]ма\p{L}+|примет|выступ\p{L}+|начал\p{L}+|завершил\p{L}+|прибыл\p{L}*|находи\p{L}+|подписал\p{L}*|имел\p{L}*|обменял\p{L}+|участву\p{L}+|участвовал\p{L}*|присутствовал\p{L}*|посетил\p{L}*|открыл\p{L}*|направил\p{L}*|обсудил\p{L}*|сделал\p{L}*|соверш\p{L}+)(?!\p{L})/iu,
    clause: /[.;:!?«»“”]|(?<!\p{L})(?:что|когда|где|если|чтобы|но|однако|хотя)(?!\p{L})/iu,
    modifier: new RegExp(`^\\s(?:${word}\\s){0,6}$`, "u"),
    ofState: /^\s(?:\p{Lu}[\p{L}-]+\s){0,3}$/u,
    ofStateFar: new RegExp(`^\\s(?:${word}\\s){0,3}$`, "u"),
    serving: /(?!)/u,
    nationBody:
      /^\s(?:военн\p{L}+|арми\p{L}+|флот\p{L}*|войск\p{L}*|сторон\p{L}+|делегаци\p{L}+|власт\p{L}+|корабл\p{L}+)/iu,
  },
  happening:
    /(?<!\p{L})(?:состоял\p{L}+|пров[её]л\p{L}*|прош[её]?л\p{L}*|проход\p{L}+|в ходе|во время|после|по итогам|по окончании|начал\p{L}+|завершил\p{L}+|на|в рамках|принял\p{L}*|подписал\p{L}*|перед|по завершении|открыл\p{L}+)(?!\p{L})/iu,
  modes: [
    { mode: "video", pattern: /видеосвяз|видеоконференц|онлайн/iu },
    { mode: "phone", pattern: /по телефону|телефонн/iu },
    { mode: "meeting", pattern: /очн\p{L}+|личн\p{L}+ встреч/iu },
  ],
  sequence:
    /(?<!\p{L})(?:перв|втор|трет|четв[её]рт|пят|шест)\p{L}+ (?:\p{L}+ ){0,3}(?:встреч|разговор|визит|переговор|саммит|бесед)\p{L}*/iu,
  notDate: /(?:после|до|с|со|накануне|перед|от)\s+$/iu,
  otherEvent: /(?<!\p{L})(?:после|накануне|перед|с момента|со времени|в преддверии)\s/iu,
  boundary: /[;:]|,?\s(?:но|который|которая|которые|которое|где|когда|что|после|до|перед)\s/giu,
  current:
    /(?<!\p{L})(?:эт(?:а|ой|у|и|их|от|ого|ом)|нынешн\p{L}+|сегодняшн\p{L}+)\s(?:[\p{Ll}-]+\s){0,2}$/iu,
  reference: /(?!)/,
  placeBefore: /(?:^|\s)(?:в|во|на)\s+(?:\p{L}+ом\s|\p{L}+ой\s)?$/iu,
  gathered:
    /(?:встретил|переговор|в ходе (?:официального |государственного |рабочего )?визита|в рамках (?:официального |государственного )?визита|провели встречу)/iu,
  attendance:
    /(?:прин[ия]л\p{L}*(?: также)? участие|участвовал\p{L}*|присутствовал\p{L}*|принима\p{L}+ участие|участие принима\p{L}+|сопровождал\p{L}*|с \p{L}+ской стороны)/iu,
};

/** Encounters that a Russian document speaks of. */
export function findEncounters(document: Document, context: Context): Found<EncounterMention> {
  return findEncountersWith(document, context, russianEncounters);
}
