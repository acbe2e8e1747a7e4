import type { EncounterRule } from "../../encounters/rules.ts";

const source = "accounts and press pages at large";

/** Russian words that speak of encounters. */
export const encounterRules: readonly EncounterRule[] = [
  {
    id: "encounter/ru/video",
    pattern:
      /(?<!\p{L})(?:онлайн-встреч|онлайн-саммит|видеосаммит|видеопереговор|видеоразговор)\p{L}*/giu,
    mode: "video",
    form: "noun",
    example: "видеосаммит",
    source,
  },
  {
    id: "encounter/ru/phone",
    pattern: /(?<!\p{L})телефонн\p{L}+\s+(?:разговор|бесед|переговор|контакт)\p{L}*/giu,
    mode: "phone",
    form: "noun",
    example: "состоялся телефонный разговор",
    source,
  },
  {
    id: "encounter/ru/phoned",
    pattern:
      /(?<!\p{L})(?:созвонил\p{L}+|(?:(?:по)?говорил|разговаривал)\p{L}* по телефону|позвонил\p{L}*)/giu,
    mode: "phone",
    form: "verb",
    past: true,
    example: "созвонился с Президентом",
    source,
  },
  {
    id: "encounter/ru/joint-statement",
    pattern: /(?<!\p{L})совместн\p{L}+\s+(?:заявлени|коммюнике|декларац)\p{L}*/giu,
    mode: "joint-statement",
    form: "noun",
    example: "совместное заявление",
    source,
  },
  {
    id: "encounter/ru/exercise",
    pattern:
      /(?<!\p{L})совместн\p{L}+\s+(?:военн\p{L}+\s+|морск\p{L}+\s+|военно-морск\p{L}+\s+)?(?:учени|манёвр|маневр|патрулировани)\p{L}*/giu,
    mode: "exercise",
    form: "noun",
    example: "совместные учения",
    source,
  },
  {
    id: "encounter/ru/visit",
    pattern: /(?<!\p{L})(?:визит(?!\p{L}*\s+вежливости)\p{L}*|поездк\p{L}+)/giu,
    mode: "visit",
    form: "noun",
    example: "официальный визит",
    source,
  },
  {
    id: "encounter/ru/visited",
    pattern:
      /(?<!\p{L})(?:посетил\p{L}*|прибыл\p{L}*|прилетел\p{L}*)(?=\s(?:с\s\p{L}+\s\p{L}+\s)?(?:в\s|на\s|\p{Lu}))/gu,
    mode: "visit",
    form: "object",
    past: true,
    example: "прибыл в Москву",
    source,
  },
  {
    id: "encounter/ru/will-visit",
    pattern: /(?<!\p{L})(?:посет[ия]т|прибуд[еу]т|прилетит)(?!\p{L})/gu,
    mode: "visit",
    form: "object",
    ahead: true,
    example: "посетит Москву",
    source,
  },
  {
    id: "encounter/ru/summit",
    pattern: /(?<!\p{L})(?:саммит\p{L}*|заседани\p{L}+ (?:Совета глав|Высшего Евразийского))/giu,
    mode: "multilateral",
    form: "summit",
    example: "на саммите",
    source,
  },
  {
    id: "encounter/ru/letters",
    pattern: /(?<!\p{L})обменял\p{L}+ (?:посланиями|поздравлениями|телеграммами|приветствиями)/giu,
    mode: "letter",
    form: "noun",
    past: true,
    example: "обменялись посланиями",
    source,
  },
  {
    id: "encounter/ru/letter",
    pattern:
      /(?<!\p{L})(?:направил\p{L}*(?=\s\p{Lu}\p{L}+(?:\s\p{L}+){0,5}?\s(?:послание|телеграмму|поздравлени|соболезновани|приветствие))|направил\p{L}* (?:послание|телеграмму|поздравлени\p{L}+|соболезновани\p{L}+|приветствие)|поздравил\p{L}*|выразил\p{L}* соболезновани\p{L}+)/giu,
    mode: "letter",
    form: "object",
    past: true,
    example: "направил послание Президенту",
    source,
  },
  {
    id: "encounter/ru/ceremony",
    pattern: /(?<!\p{L})(?:церемони\p{L}+|парад\p{L}*)(?!\p{L})/giu,
    mode: "ceremony",
    form: "noun",
    general: true,
    example: "приняли участие в церемонии",
    source,
  },
  {
    id: "encounter/ru/received",
    pattern:
      /(?<!\p{L})принял\p{L}*(?!\s(?:участи|решени|мер|закон|указ|постановлени|во вним|на себя|присяг|парад|также участие|деклараци|заявлени))(?=\s)/gu,
    mode: "meeting",
    form: "object",
    past: true,
    example: "принял Министра иностранных дел",
    source,
  },
  {
    id: "encounter/ru/met",
    pattern: /(?<!\p{L})(?:встретил(?:ся|ись|ась)|(?:побеседовал|переговорил|пообщал)\p{L}*)/giu,
    mode: "meeting",
    form: "verb",
    past: true,
    example: "встретился с Президентом",
    source,
  },
  {
    id: "encounter/ru/will-meet",
    pattern: /(?<!\p{L})(?:встретится|встретятся|встречается|встречаются)(?!\p{L})/giu,
    mode: "meeting",
    form: "verb",
    ahead: true,
    example: "встретится с Президентом",
    source,
  },
  {
    id: "encounter/ru/meeting",
    pattern:
      /(?<!\p{L})(?:встреч(?:а|у|е|и|ей|ею)|бесед(?:а|у|е|ы|ой|ою)|рабоч\p{L}+ (?:завтрак|обед)\p{L}*)(?!\p{L})/giu,
    mode: "meeting",
    form: "noun",
    example: "встреча с Президентом",
    source,
  },
  {
    id: "encounter/ru/talks",
    pattern:
      /(?<!\p{L})(?:переговор\p{L}*(?<!переговорщик\p{L}*)|консультаци\p{L}+|контакт(?:ы|ов|ах|ам|ами)|встречах|встречами|встречам)(?!\p{L})/giu,
    mode: "meeting",
    form: "noun",
    general: true,
    example: "провёл переговоры",
    source,
  },
  {
    id: "encounter/ru/conversation",
    pattern: /(?<!\p{L})разговор(?:а|у|ом|е)?(?!\p{L})/giu,
    mode: null,
    form: "noun",
    example: "разговор с Президентом",
    source,
  },
];
