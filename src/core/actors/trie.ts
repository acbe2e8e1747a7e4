/** A word or mark of a text as the form trie walks it. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** Lower case, `ё` as `е`, letters without their accents, curly apostrophes as plain ones. */
  readonly key: string;
  /** Begins with a capital letter. */
  readonly capital: boolean;
}

/** A node of a trie over word keys (or characters); senses are what ends here. */
export interface TrieNode<Sense> {
  children: ReadonlyMap<string, TrieNode<Sense>>;
  senses: readonly Sense[];
}

const wordPattern = /\p{L}[\p{L}\p{M}\u00ad\u200b]*|\p{N}+|[^\s\p{L}\p{N}]/gu;

/**
 * Cut a text into words, numbers and single marks, in order.
 * @param most - stop after so many
 */
export function wordsOf(text: string, most: number = Infinity): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(wordPattern)) {
    const raw = match[0];
    words.push({
      start: match.index,
      end: match.index + raw.length,
      key: keyOf(raw),
      capital: /^\p{Lu}/u.test(raw),
    });
    if (words.length === most) break;
  }
  return words;
}

/** Latin letters that don't decompose, as names are written without them. */
const plainLetters: Readonly<Record<string, string>> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ə: "a",
};

/** The key under which the trie knows a word. */
export function keyOf(raw: string): string {
  if (/^[A-Za-zА-Яа-я]+$/.test(raw)) return raw.toLowerCase();
  return raw
    .toLowerCase()
    .normalize("NFD")
    .replace(/(?<!и)[\u0300-\u036f]/gu, "")
    .normalize("NFC")
    .replace(/ё/g, "е")
    .replace(/[łøđıßæœə]/g, (letter) => plainLetters[letter]!)
    .replace(/[\u00ad\u200b]/g, "")
    .replace(/[’ʼ‘]/g, "'")
    .replace(/[‐‑]/g, "-");
}

/** Most of the many thousand nodes are leaves, or lead on: what is empty is shared. */
const none: ReadonlyMap<string, never> = new Map<string, never>();
const nothing: readonly never[] = [];

/** An empty trie. */
export function createTrie<Sense>(): TrieNode<Sense> {
  return { children: none, senses: nothing };
}

/**
 * Add a path to a trie.
 * @param steps - the keys allowed at each step (the declined forms of a word)
 */
export function addPath<Sense>(
  root: TrieNode<Sense>,
  steps: readonly (readonly string[])[],
  sense: Sense,
): void {
  let nodes = [root];
  for (const keys of steps) {
    const next: TrieNode<Sense>[] = [];
    for (const node of nodes) {
      for (const key of keys) {
        let child = node.children.get(key);
        if (child === undefined) {
          child = createTrie<Sense>();
          const children =
            node.children.size === 0
              ? new Map<string, TrieNode<Sense>>()
              : (node.children as Map<string, TrieNode<Sense>>);
          children.set(key, child);
          node.children = children;
        }
        next.push(child);
      }
    }
    nodes = next;
  }
  for (const node of nodes) {
    if (!node.senses.includes(sense)) node.senses = [...node.senses, sense];
  }
}
