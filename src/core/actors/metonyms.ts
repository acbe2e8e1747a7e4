import type { Language } from "../document.ts";
import { wordsOfClass, type Lexemes } from "./lexemes.ts";
import type { Item, Scan } from "./scan.ts";

/**
 * Whether a capital or residence is meant as a place rather than as the government that sits there.
 *
 * Signs of a place: a locative before it, a verb or noun of motion shortly before it, a state or district after a comma,
 * a capitalised noun after it (`Beijing Olympics`), a dateline, or in Chinese anything but a verb of saying after it.
 */
export function isPlaceHere(scan: Scan, lexemes: Lexemes, language: Language, item: Item): boolean {
  if (language === "zh") return isPlaceInChinese(scan, lexemes, item);
  if (language === "en" && ownText.test(scan.text.slice(item.end, item.end + 60))) return false;
  if (language === "ru" && speaksInRussian(scan.text, item)) return false;
  const locative = wordsOfClass(lexemes, "locative");
  let before = item.first - 1;
  if (scan.words[before]?.key === "the" || scan.words[before]?.key === "central") before--;
  const previous = scan.words[before]?.key ?? "";
  if (locative.has(previous)) return true;
  if (isDateline(scan, item)) return true;
  const next = scan.words[item.last];
  const gap = next === undefined ? "\n" : scan.text.slice(item.end, next.start);
  if (
    next !== undefined &&
    /^\s$/.test(gap) &&
    next.capital &&
    scan.shouted[item.first] === 0 &&
    language === "en"
  )
    return true;
  if (next?.key === "," && scan.words[item.last + 1]?.capital === true && language === "ru") {
    const following = scan.items[scan.itemAt[item.last + 1] ?? -1];
    if (following?.senses.some((sense) => sense.kind === "body") === true) return true;
  }
  if (next?.key === "," && scan.words[item.last + 1]?.capital === true && language === "en") {
    const following = scan.itemAt[item.last + 1];
    if (following !== undefined && following >= 0)
      return scan.items[following]!.senses.some((s) => s.kind === "state");
  }
  const motion = wordsOfClass(lexemes, "motion");
  if (previous !== "to" && previous !== "from" && previous !== "for" && previous !== "of")
    return motion.has(previous);
  for (
    let index = before - 1;
    index >= 0 && index >= before - (previous === "to" ? 8 : 4);
    index--
  ) {
    const key = scan.words[index]!.key;
    if (motion.has(key)) return true;
    if (key === "." || key === ",") break;
  }
  return (
    previous === "of" &&
    /^(?:city|mayor|streets|outskirts|suburb|suburbs|centre|center|north|south|east|west|municipality)$/.test(
      scan.words[before - 1]?.key ?? "",
    )
  );
}

/** What a government has and a town has not: “the Kremlin’s readout”. */
const ownText =
  /^['’]s (?:[\p{L}-]+ ){0,2}(?:statements?|read-?outs?|communiqu[eé]s?|accounts?|versions?|press releases?|transcripts?|announcements?|positions?|stance|remarks)(?!\p{L})/u;

/** A capital at the head of a block before a date, an agency or a dash. */
function isDateline(scan: Scan, item: Item): boolean {
  const before = scan.text.charAt(item.start - 1);
  const inLine = /(?:^|\n)[^\n]{0,30}, $/.test(
    scan.text.slice(Math.max(0, item.start - 34), item.start),
  );
  if (inLine && /^[^\n]{0,12}(?:\n|$)/.test(scan.text.slice(item.end, item.end + 14))) return true;
  if (item.start !== 0 && before !== "\n" && before !== "(") return false;
  if (/^(?:, [^\n]{0,30})?\s*(?:\n|$)/.test(scan.text.slice(item.end, item.end + 40))) return true;
  return /^(?:[^\n.]{0,40}(?:\)|—|–|--| - )|, \p{L}+\.? \d|\. [\d/])/u.test(
    scan.text.slice(item.end, item.end + 60),
  );
}

/** What only a government does, after its capital, with the adverbs that may stand between. */
const voiceAfter =
  /^(?:方面|当局|官方|高层|政府)?(?:[一直始终再三多次明公开强烈坚决均都也还则却仍已曾将又更正随后此前今后日]|至今|迄今|尚|目前|当天|周[一二三四五六日]|就此|对此|从未|正式){0,4}(?:(?:并?没有?|[尚仍并]?未|不)(?:立即|公开|正式)?)?(?:表示|指责|希望|认为|称|警告|呼吁|宣布|拒绝|同意|否认|威胁|敦促|反对|支持|谴责|批评|回应|强调|指出|承诺|重申|要求|承认|置评|评论|邀请|担心|担忧|相信|坚持|愿意|愿|试图|寻求|抗议|提出|证实|回避|避谈|欢迎|赞赏|主张|提及|提到|制裁)/u;

/** The possessive and the noun of a standpoint: “北京的立场”. */
const standpointAfter =
  /^(?:方面|当局|政府)?的?(?:立场|态度|表态|回应|声明|通稿|政策|外交|官员|说法|反应|承诺|底线)/u;

/** What people say who are named by their capital alone: “в Киеве заявили”. */
const said =
  "(?:заявили|заявляли|заявляют|сообщили|сообщали|сообщают|считают|полагают|уверены|уверяют|убеждены|опровергли|опровергают|отвергли|отвергают|подтвердили|подтверждают|призвали|призывают|отметили|отмечают|подчеркнули|подчёркивают|подчеркивают|назвали|называют|осудили|осуждают|признали|признают|признались|пообещали|обещают|предупредили|предупреждают|пригрозили|угрожают|потребовали|требуют|обвинили|обвиняют|отреагировали|реагируют|приветствовали|приветствуют|поддержали|выразили|выражают|выступили|ожидают|ждут|надеются|рассчитывают|опасаются|утверждают|настаивают|напомнили|напоминают|указали|указывают|пояснили|поясняют|объяснили|уточнили|добавили|говорят|говорили|сказали|рассказали|допустили|допускают|исключили|исключают|предложили|предлагают|прокомментировали|комментируют|отказались|отказываются|оценили|оценивают|объявили|анонсировали|согласились|намерены|готовы|заверили|хотят|раскритиковали|критикуют|возмутились|усомнились|ответили|отвечают|парировали|одобрили|исходят)";
const sayAfter = new RegExp(
  `^(?: и \\p{Lu}[\\p{L}-]+)?(?:,? (?:ранее|также|уже|вновь|снова|неоднократно|тоже|пока|ещё|еще|позже|сегодня|вчера|накануне|официально|публично|открыто|резко|не|же|тем временем|в свою очередь|\\p{Ll}{2,14}о)){0,3},? ${said}(?!\\p{L})`,
  "u",
);
const sayBefore = new RegExp(`(?:,|[Кк]ак) ?[–—-]? ?${said} в $`, "u");

/** “В Киеве заявили”, “…, сообщили в Кремле”: without another subject the verb speaks of who governs there. */
function speaksInRussian(text: string, item: Item): boolean {
  const from = Math.max(0, item.start - 40);
  // A letter stands for what is cut off.
  const before = `${from === 0 ? "" : "…"}${text.slice(from, item.start)}`;
  if (sayBefore.test(before)) return /^(?:[,.;]| ?[–—-])/u.test(text.slice(item.end, item.end + 2));
  const opens =
    /(?:^|\n|[.!?…»”"] |[,;:–—(] ?|(?:^|\s)(?:а|но|и|что|однако|ранее|между тем|тем временем|при этом|как) )во? (?:\p{Lu}[\p{L}-]+ и )?$/iu;
  return opens.test(before) && sayAfter.test(text.slice(item.end, item.end + 80));
}

/** A residence that is also a body speaks unless a locative stands before it; a capital only where it acts. */
function isPlaceInChinese(scan: Scan, lexemes: Lexemes, item: Item): boolean {
  const after = scan.text.slice(item.end, item.end + 20);
  const before = scan.text.slice(Math.max(0, item.start - 2), item.start);
  if (standpointAfter.test(after)) return false;
  for (const word of wordsOfClass(lexemes, "locative")) if (before.endsWith(word)) return true;
  const body = item.senses.some((sense) => sense.kind === "body" || sense.kind === "medium");
  if (body || voiceAfter.test(after)) return false;
  return !/^(?:和|与)/.test(after) || !/(?:和|与)$/.test(before);
}
