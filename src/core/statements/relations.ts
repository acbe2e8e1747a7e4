import type { Tree } from "./tree.ts";

/** Opened by one of the words, as conjunction or preposition. */
export function hasMark(tree: Tree, index: number, ...words: readonly string[]): boolean {
  return tree
    .children(index)
    .some(
      (child) =>
        /^(?:mark|case)$/.test(tree.token(child).deprel) && words.includes(tree.lemma(child)),
    );
}
