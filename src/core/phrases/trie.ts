import type { Atom } from "./pattern.ts";

/** Where a pattern ends: its row, and its number, or 0 for a cancelling pattern. */
export interface Ending {
  readonly row: number;
  readonly pattern: number;
  /** The pattern has a gap, so its matches don't hide what stands inside them. */
  readonly open: boolean;
}

/** A node of the tree of patterns: the steps that can follow. */
export interface Node {
  words: ReadonlyMap<string, Node>;
  stems: ReadonlyMap<string, Node>;
  inflected: ReadonlyMap<string, Node>;
  /** Lengths of the keys of `stems` and `inflected`, ascending. */
  lengths: readonly number[];
  gaps: ReadonlyMap<number, Node>;
  endings: readonly Ending[];
  /** Some word of `words` asks for exact letters. */
  exact: boolean;
}

/** Most of the many thousand nodes have one kind of child or none: what is empty is shared. */
const none: ReadonlyMap<never, Node> = new Map<never, Node>();
const nothing: readonly never[] = [];

/** An empty node. */
export function createNode(): Node {
  return {
    words: none,
    stems: none,
    inflected: none,
    lengths: nothing,
    gaps: none,
    endings: nothing,
    exact: false,
  };
}

/** Add a sequence of steps below a node. */
export function insert(root: Node, atoms: readonly Atom[], ending: Ending): void {
  let node = root;
  for (const atom of atoms) {
    if (atom.kind === "gap") {
      const [gaps, child] = withChild(node.gaps, atom.max);
      node.gaps = gaps;
      node = child;
    } else if (atom.kind === "word") {
      if (atom.key.startsWith("=")) node.exact = true;
      const [words, child] = withChild(node.words, atom.key);
      node.words = words;
      node = child;
    } else {
      if (!node.lengths.includes(atom.key.length)) {
        node.lengths = [...node.lengths, atom.key.length].sort((a, b) => a - b);
      }
      const kind = atom.rest === "any" ? "stems" : "inflected";
      const [children, child] = withChild(node[kind], atom.key);
      node[kind] = children;
      node = child;
    }
  }
  if (!node.endings.some((known) => known.row === ending.row))
    node.endings = [...node.endings, ending];
}

/** The children with one for this key, and that one. */
function withChild<Key>(
  children: ReadonlyMap<Key, Node>,
  key: Key,
): [ReadonlyMap<Key, Node>, Node] {
  const known = children.get(key);
  if (known !== undefined) return [children, known];
  const child = createNode();
  const own = children.size === 0 ? new Map<Key, Node>() : (children as Map<Key, Node>);
  own.set(key, child);
  return [own, child];
}
