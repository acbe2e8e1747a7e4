const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const tens: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Characters of Chinese whole numbers below ten thousand, for patterns. */
export const numeralClass = "[〇零一二两三四五六七八九十百千]";

/** The value of a whole number in Arabic or Chinese digits (`15`, `十五`, `二〇二二`); `null` when it is none. */
export function readNumeral(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  if (/^[〇零一二三四五六七八九]{2,}$/u.test(text))
    return Number([...text].map((sign) => digits[sign]).join(""));
  let sum = 0;
  let open: number | null = null;
  for (const sign of text) {
    const digit = digits[sign];
    const unit = tens[sign];
    if (digit !== undefined) open = digit;
    else if (unit !== undefined) {
      sum += (open ?? 1) * unit;
      open = null;
    } else return null;
  }
  return text === "" ? null : sum + (open ?? 0);
}
