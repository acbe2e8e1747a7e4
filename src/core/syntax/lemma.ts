/** Forms of `be`, `have`, `do` and the modals' short forms. */
const auxiliaries: ReadonlyMap<string, string> = new Map([
  ["am", "be"],
  ["is", "be"],
  ["are", "be"],
  ["was", "be"],
  ["were", "be"],
  ["been", "be"],
  ["being", "be"],
  ["'s", "be"],
  ["'re", "be"],
  ["'m", "be"],
  ["has", "have"],
  ["had", "have"],
  ["having", "have"],
  ["'ve", "have"],
  ["'d", "would"],
  ["does", "do"],
  ["did", "do"],
  ["done", "do"],
  ["doing", "do"],
  ["'ll", "will"],
  ["wo", "will"],
  ["ca", "can"],
  ["n't", "not"],
]);

/**
 * Lemma of an English word form by rule alone (UD conventions: `-s`, `-ed`, `-ing`, `-er`, `-est`).
 * @param form - as written; @param upos - Universal part of speech
 */
export function lemmaByRule(form: string, upos: string): string {
  if (upos === "PROPN") return form;
  const lower = form.toLowerCase().replaceAll("’", "'");
  const auxiliary = auxiliaries.get(lower);
  if (auxiliary !== undefined && upos !== "PART") return auxiliary;
  if (lower === "n't" || lower === "not") return "not";
  switch (upos) {
    case "NOUN":
      return singular(lower);
    case "VERB":
    case "AUX":
      return infinitive(lower);
    case "ADJ":
    case "ADV":
      return positive(lower);
    default:
      return lower;
  }
}

function singular(word: string): string {
  if (/(?:ss|us|is)$/.test(word) || word.length < 4) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:[sxz]|ch|sh)es$/.test(word)) {
    return /(?:[aeiou]se|ze|ase|nse|rse|use)s$/.test(word) ? word.slice(0, -1) : word.slice(0, -2);
  }
  if (word.endsWith("s")) return word.slice(0, -1);
  return word;
}

function infinitive(word: string): string {
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (word.endsWith("ied") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz|o)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith("s") && !word.endsWith("ss") && word.length > 3) return word.slice(0, -1);
  if (word.endsWith("ing") && word.length > 5) return stem(word.slice(0, -3));
  if (word.endsWith("ed") && word.length > 4) return stem(word.slice(0, -2));
  return word;
}

/** Restore the end of a verb stem: undouble consonants, give back a silent `e`. */
function stem(base: string): string {
  if (/([bdfgklmnprt])\1$/.test(base) && !/(?:ll|ss|ff|zz)$/.test(base)) return base.slice(0, -1);
  if (
    /(?:at|iz|is|uc|rg|dg|nc|rc|ns|rs|ur|v|u|[aeiou]s|[^aeiou]l|ag|ng(?<=ang|eng)|ir|or(?<=plor|gnor|stor)|ar(?<=clar|par|shar)|os|ut|it(?<=rit|nit|vit)|ot(?<=mot|not|quot)|id(?<=vid|cid|uid)|ud(?<=lud|trud)|ad(?<=suad|vad)|in(?<=fin|min|lin|tin)|um|om(?<=com)|ak|ik|ok(?<=vok))$/.test(
      base,
    )
  ) {
    return `${base}e`;
  }
  return base;
}

function positive(word: string): string {
  if (word.endsWith("iest") && word.length > 6) return `${word.slice(0, -4)}y`;
  if (word.endsWith("ier") && word.length > 5) return `${word.slice(0, -3)}y`;
  return word;
}
