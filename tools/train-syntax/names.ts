import type { Words } from "./augment.ts";

/**
 * A sentence with one of its people given another name. The treebanks know few names that are not
 * English; press pages and accounts are full of them.
 * @param names - full names, words separated by blanks
 */
export function renamed(sentence: Words, names: readonly string[], random: () => number): Words {
  const people = [...sentence.forms.keys()].flatMap((first) => personAt(sentence, first) ?? []);
  const person = people[Math.floor(random() * people.length)];
  const name = names[Math.floor(random() * names.length)]?.split(" ");
  if (person === undefined || name === undefined) return sentence;
  const { first, length } = person;
  const words = length === 1 ? name.slice(-1) : name;
  const place = (at: number): number => {
    if (at <= first) return at;
    return at < first + length ? first : at + words.length - length;
  };
  const put = <T>(values: readonly T[], of: (index: number) => T): T[] => [
    ...values.slice(0, first),
    ...words.map((_, index) => of(index)),
    ...values.slice(first + length),
  ];
  const heads = sentence.heads.map(place);
  return {
    forms: put(sentence.forms, (index) => words[index]!),
    upos: put(sentence.upos, () => "PROPN"),
    heads: put(heads, (index) => (index === 0 ? heads[first]! : first)),
    labels: put(sentence.labels, (index) => (index === 0 ? sentence.labels[first]! : "flat")),
  };
}

/** A name of several words, or one word after a title. */
function personAt(
  { forms, upos, heads, labels }: Words,
  first: number,
): { first: number; length: number } | null {
  const isName = (at: number): boolean =>
    upos[at] === "PROPN" && /^\p{Lu}(?:\p{Ll}+|\.)$/u.test(forms[at]!);
  if (!isName(first) || labels[first] === "flat" || labels[first] === "compound") return null;
  let length = 1;
  while (
    heads[first + length] === first &&
    labels[first + length] === "flat" &&
    isName(first + length)
  )
    length++;
  const below = [...heads.keys()].filter((at) => heads[at] === first);
  if (below.filter((at) => labels[at] === "flat").length !== length - 1) return null;
  const titled = below.some((at) => at === first - 1 && labels[at] === "nmod:desc");
  return length > 1 || titled ? { first, length } : null;
}
