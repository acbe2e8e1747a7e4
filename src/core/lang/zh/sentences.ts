import type { Range } from "../../document.ts";

const opening = "“‘「『《（(【";
const closing = "”’」』》）)】";

/** A quotation longer than this many characters is cut at its inner sentence ends as well. */
const longQuotation = 120;

/** Who said the quotation that has just closed: “……。”毛宁说。 */
const attribution =
  /^[^，。；：？！“”「」\n]{0,30}?(?:说道?|说过|表示|称|指出|强调|写道|坦言|认为|透露|回答|回应|补充|问道?|説道?|強調|寫道|認為|透露|回應|補充|問道?)[，。,]/u;

/**
 * Sentences of a Chinese block: they end at 。！？ and …… and take closing marks along. Inside a short
 * quotation an end mark doesn't end the sentence; inside a long one it does. A quotation that opens a sentence
 * keeps the words that say whose it is.
 */
export function splitSentences(text: string, block: Range): Range[] {
  const ranges: Range[] = [];
  let start = block.start;
  let depth = 0;
  let opened = block.start;
  for (let at = block.start; at < block.end; at++) {
    const character = text[at]!;
    if (opening.includes(character)) {
      if (depth++ === 0) opened = at;
    } else if (closing.includes(character)) depth = Math.max(0, depth - 1);
    if (!"。！？!?\n".includes(character) && !(character === "…" && text[at + 1] !== "…")) continue;
    if (character === "…" && depth > 0) continue;
    let end = at + 1;
    let inside = depth;
    while (end < block.end && (closing.includes(text[end]!) || "。！？!?".includes(text[end]!))) {
      if (closing.includes(text[end]!)) inside = Math.max(0, inside - 1);
      end++;
    }
    if (inside > 0 && at - opened < longQuotation) continue;
    if (depth > inside && opened === start && attribution.test(text.slice(end, end + 36))) {
      depth = inside;
      at = end - 1;
      continue;
    }
    push(ranges, text, start, end);
    depth = inside;
    start = end;
    at = end - 1;
  }
  push(ranges, text, start, block.end);
  return ranges;
}

function push(ranges: Range[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && /\s/u.test(text[start]!)) start++;
  while (end > start && /\s/u.test(text[end - 1]!)) end--;
  if (start < end) ranges.push({ start, end });
}
