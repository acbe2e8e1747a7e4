/** Endings that Russian inflection adds, longest first (after Porter's Snowball description of Russian). */
const participle = /(?:ившись|ывшись|вшись|ивши|ывши|вши|ив|ыв)$/u;
const adjective =
  /(?:ими|ыми|его|ого|ему|ому|ее|ие|ые|ое|ей|ий|ый|ой|ем|им|ым|ом|их|ых|ую|юю|ая|яя|ою|ею)$/u;
const verb =
  /(?:ейте|уйте|ите|йте|ешь|нно|ены|ила|ыла|ена|ите|или|ыли|ило|ыло|ено|ует|уют|ены|ить|ыть|ишь|ла|на|ли|ем|ло|но|ет|ют|ны|ть|ил|ыл|им|ым|ен|ят|ит|ыт|ую|ей|уй|ю|й|л|н)$/u;
const noun =
  /(?:иями|ями|ами|иях|иям|ием|ией|ев|ов|ие|ье|еи|ии|ей|ой|ий|ям|ем|ам|ом|ах|ях|ию|ью|ия|ья|я|а|е|и|й|о|у|ы|ь|ю)$/u;

/** Stems are not cut below this many letters. */
const shortest = 3;

/**
 * Stem of a Russian word form: lower case, `ё` as `е`, inflection removed. Good for looking up
 * lexicon entries by stem and for search, no dictionary form.
 */
export function stemOf(word: string): string {
  const lower = word.toLowerCase().replaceAll("ё", "е");
  if (!/^[а-я-]+$/u.test(lower) || lower.length <= shortest) return lower;
  let stem = cut(lower, participle);
  if (stem === lower) {
    stem = cut(stem, /с[яь]$/u);
    const bare = cut(stem, adjective);
    if (bare !== stem) stem = cut(bare, /(?:ивш|ывш|вш|ующ|ющ|ащ|ящ|щ|ем|нн)$/u);
    else {
      const plain = cut(stem, verb);
      stem = plain === stem ? cut(stem, noun) : plain;
    }
  }
  return cut(stem, /и$/u).replace(/нн$/u, "н").replace(/ь$/u, "");
}

function cut(word: string, ending: RegExp): string {
  const stem = word.replace(ending, "");
  return stem.length >= shortest ? stem : word;
}
