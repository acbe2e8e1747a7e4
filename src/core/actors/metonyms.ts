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

const voiceAfter =
  /^(?:方面|当局)?(?:表示|指责|希望|认为|称|警告|呼吁|宣布|拒绝|同意|否认|威胁|敦促|政府)/;

function isPlaceInChinese(scan: Scan, lexemes: Lexemes, item: Item): boolean {
  const after = scan.text.slice(item.end, item.end + 6);
  const before = scan.text.slice(Math.max(0, item.start - 2), item.start);
  for (const word of wordsOfClass(lexemes, "locative")) if (before.endsWith(word)) return true;
  if (voiceAfter.test(after)) return false;
  return !/^(?:和|与)/.test(after) || !/(?:和|与)$/.test(before);
}
