import type { Words } from "./augment.ts";

/** Who there is to name. */
export interface Directory {
  /** Full names of people, words separated by blanks. */
  readonly people: readonly string[];
  /** Names of states of one word. */
  readonly states: readonly string[];
}

/** How often a title gets its state, as official accounts write: “President of Valdoria Tomas Marsh”. */
const stated = 0.35;

/**
 * A sentence with one of its people given another name, and at times a state to the title before it.
 * The treebanks know few names that are not English; press pages and accounts are full of them.
 */
export function renamed(
  sentence: Words,
  { people, states }: Directory,
  random: () => number,
): Words {
  const places = [...sentence.forms.keys()].flatMap((first) => personAt(sentence, first) ?? []);
  const place = places[Math.floor(random() * places.length)];
  const name = people[Math.floor(random() * people.length)]?.split(" ");
  if (place === undefined || name === undefined) return sentence;
  const words = place.length === 1 ? name.slice(-1) : name;
  const { head, label } = {
    head: sentence.heads[place.first]!,
    label: sentence.labels[place.first]!,
  };
  const changed = replaced(
    sentence,
    place.first,
    place.length,
    {
      forms: words,
      upos: words.map(() => "PROPN"),
      heads: words.map((_, index) => (index === 0 ? null : 0)),
      labels: words.map((_, index) => (index === 0 ? label : "flat")),
    },
    head,
  );
  const state = states[Math.floor(random() * states.length)];
  if (!place.titled || state === undefined || random() >= stated) return changed;
  return replaced(
    changed,
    place.first,
    0,
    {
      forms: ["of", state],
      upos: ["ADP", "PROPN"],
      heads: [1, null],
      labels: ["case", "nmod"],
    },
    place.first - 1,
  );
}

/** Words to put in; heads are places among them, `null` for the head given apart. */
interface Insertion {
  readonly forms: readonly string[];
  readonly upos: readonly string[];
  readonly heads: readonly (number | null)[];
  readonly labels: readonly string[];
}

/** Words from `first` on replaced by others; what hung on them hangs on the first of the new ones. */
function replaced(
  { forms, upos, heads, labels }: Words,
  first: number,
  length: number,
  by: Insertion,
  head: number,
): Words {
  const grown = by.forms.length - length;
  const moved = (at: number): number => {
    if (at < first) return at;
    return at < first + length ? first : at + grown;
  };
  const put = <T>(values: readonly T[], inside: readonly T[]): T[] => [
    ...values.slice(0, first),
    ...inside,
    ...values.slice(first + length),
  ];
  return {
    forms: put(forms, by.forms),
    upos: put(upos, by.upos),
    heads: put(
      heads.map(moved),
      by.heads.map((at) => (at === null ? moved(head) : first + at)),
    ),
    labels: put(labels, by.labels),
  };
}

/** A name of several words, or one word after a title. */
function personAt(
  { forms, upos, heads, labels }: Words,
  first: number,
): { first: number; length: number; titled: boolean } | null {
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
  return length > 1 || titled ? { first, length, titled } : null;
}
