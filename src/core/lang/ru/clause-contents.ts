import type { Range } from "../../document.ts";
import { wordsBefore, type Accepted } from "./accepted-cues.ts";

/** What stands between a content and the next statement's own words. */
const tailBeforeNext =
  /(?:\sи, в частности,|,|;|\s[–—-]|\sи|\sа также|,\s*а также|,\s*и)(?:\s+(?:а |и |но )?(?:в этой связи |в связи с этим |в частности, |также |при этом |одновременно |в частности |тепло |ещё раз |вновь |особо |высоко |не |была? |были |было |\p{Ll}+о )*)?\s*$/u;
const listener =
  /^\s(?:журналистам|репорт[её]рам|корреспонденту [^,]{1,30}|ТАСС|РИА Новости|“[^”]{1,30}”|«[^»]{1,30}»|"[^"]{1,30}"|Reuters|AFP|газете [^,]{1,40}|изданию [^,]{1,40}|агентству [^,]{1,40}|телеканалу [^,]{1,40})(?:,\s(?=что\s)|\s(?=об?\s))/u;
const toldWhere = /,\sо ч[её]м\s(?:он|она|они)?\s?\p{Ll}+л[аи]?\s/u;
const refused =
  /,\s(?:но|однако|а|хотя|при этом)\s(?:при этом\s|также\s|так и\s|пока\s)?(?:отказал(?:ся|ась|ись)|не\s(?:стал|уточнил|сообщил|назвал|раскрыл|прокомментировал|пояснил|упомянул))/u;
const occasion =
  /^\s(?:во?|на|по итогам|после|во время|перед|журналистам|репорт[её]рам|также|ранее)\s(?:[^,;:«»]{0,80}?)(?<!(?<!\p{L})(?:том|тому|того|тем|то)),\s(?=что\s)/u;

/** What an accepted cue tells: from its listener or occasion on, up to the next statement's own words or a refusal. */
export function contentOf(
  text: string,
  cue: Accepted,
  next: Accepted | null,
  limit: number,
): Range {
  let end = limit;
  if (next !== null) {
    end = Math.max(cue.from, next.head);
    const tail = tailBeforeNext.exec(wordsBefore(text, cue.from, end));
    if (tail !== null) end -= tail[0].length;
  }
  const start = afterListener(text, cue, end);
  if (onlyOccasion.test(text.slice(start, Math.min(end, start + 240))))
    return { start, end: start };
  return { start, end: beforeRefusal(text, start, end) };
}

/** Nothing is told but when and where. */
const onlyOccasion =
  /^\s(?:по итогам|во время|в ходе|на (?:брифинге|пресс-конференции|совещании|встрече|заседании)|в (?:интервью|эфире)|после|перед|накануне|журналистам|репорт[её]рам)(?:\s[^,;:«»]{0,200})?$/u;

/** “…, но отказался назвать сроки”: what is left unsaid is no content. */
function beforeRefusal(text: string, from: number, end: number): number {
  const words = text.slice(from, Math.min(end, from + 400));
  const refusal = toldWhere.exec(words) ?? refused.exec(words);
  return refusal === null || /(?:^|\s)что\s/u.test(words.slice(0, refusal.index))
    ? end
    : from + refusal.index;
}

/** “сообщил “Ъ”, что …”, “заявил в среду на брифинге, что …”: a listener or an occasion is no content. */
function afterListener(text: string, cue: Accepted, end: number): number {
  const words = text.slice(cue.from, Math.min(end, cue.from + 110));
  const match = listener.exec(words) ?? occasion.exec(words);
  return match === null ? cue.from : cue.from + match[0].length;
}
