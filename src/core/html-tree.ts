/** A text node with its place in the decoded page. */
export interface TextNode {
  readonly kind: "text";
  /** Decoded text (entities resolved). */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** An element with its attributes and children. */
export interface Element {
  readonly kind: "element";
  /** Lower-case tag name. */
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (Element | TextNode)[];
  /** Offsets of the whole element in the decoded page. */
  readonly start: number;
  readonly end: number;
}
