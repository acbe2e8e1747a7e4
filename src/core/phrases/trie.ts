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
  readonly words: Map<string, Node>;
  readonly stems: Map<string, Node>;
  readonly inflected: Map<string, Node>;
  /** Lengths of the keys of `stems` and `inflected`, ascending. */
  lengths: number[];
  readonly gaps: Map<number, Node>;
  readonly endings: Ending[];
  /** Some word of `words` asks for exact letters. */
  exact: boolean;
}

/** An empty node. */
export function createNode(): Node {
  return {
    words: new Map(),
    stems: new Map(),
    inflected: new Map(),
    lengths: [],
    gaps: new Map(),
    endings: [],
    exact: false,
  };
}

/** Add a sequence of steps below a node. */
export function insert(root: Node, atoms: readonly Atom[], ending: Ending): void {
  let node = root;
  for (const atom of atoms) {
    if (atom.kind === "gap") node = childOf(node.gaps, atom.max);
    else if (atom.kind === "word") {
      if (atom.key.startsWith("=")) node.exact = true;
      node = childOf(node.words, atom.key);
    } else {
      if (!node.lengths.includes(atom.key.length)) {
        node.lengths = [...node.lengths, atom.key.length].sort((a, b) => a - b);
      }
      node = childOf(atom.rest === "any" ? node.stems : node.inflected, atom.key);
    }
  }
  if (!node.endings.some((known) => known.row === ending.row)) node.endings.push(ending);
}

function childOf<Key>(children: Map<Key, Node>, key: Key): Node {
  let child = children.get(key);
  if (child === undefined) {
    child = createNode();
    children.set(key, child);
  }
  return child;
}
