import type { DefaultTreeAdapterTypes as Tree } from "parse5";
import type { TextNode } from "../core/html-tree.ts";

/** Longest character reference: a name of the standard's table with its ampersand and semicolon. */
const longestReference = 34;

/** The page that was parsed, and where the parser's offsets are in it. */
export interface PlacedSource {
  readonly source: string;
  readonly at: (offset: number) => number;
}

/**
 * A text node of the parser as nodes that stand one to one for their place in the page; each character
 * reference (`&amp;`, `&#8217;`) is a node of its own, so that the text around it keeps exact offsets.
 * @returns the whole as one node where it can't be traced (text moved out of a table)
 */
export function textNodes(node: Tree.TextNode, { source, at }: PlacedSource): TextNode[] {
  const place = node.sourceCodeLocation;
  if (!place) return [];
  const start = at(place.startOffset);
  const end = at(place.endOffset);
  const whole: TextNode = { kind: "text", text: node.value, start, end };
  if (node.value.length === end - start) return [whole];
  return traced(node.value, source, start, end) ?? [whole];
}

function traced(text: string, source: string, start: number, end: number): TextNode[] | null {
  const nodes: TextNode[] = [];
  const push = (from: number, to: number, at: number, stop: number): void => {
    if (to > from) nodes.push({ kind: "text", text: text.slice(from, to), start: at, end: stop });
  };
  let from = 0;
  let at = 0;
  let place = start;
  let began = start;
  while (at < text.length) {
    if (place >= end) return null;
    const reference = source[place] === "&" ? referenceAt(source, place, end, text, at) : null;
    if (reference !== null) {
      push(from, at, began, place);
      push(at, at + reference.length, place, reference.stop);
      at += reference.length;
      place = reference.stop;
    } else if (source[place] === "\r" && text[at] === "\n") {
      // The parser folds line ends: \r\n is one character of the text.
      push(from, at, began, place);
      const stop = source[place + 1] === "\n" ? place + 2 : place + 1;
      push(at, at + 1, place, stop);
      at++;
      place = stop;
    } else if (source[place] === text[at]) {
      at++;
      place++;
      continue;
    } else if (source[place] === "\0") {
      push(from, at, began, place);
      place++;
    } else return null;
    from = at;
    began = place;
  }
  push(from, at, began, place);
  return place <= end && source.slice(place, end).trim() === "" ? nodes : null;
}

/** A character reference: where it stops, and how many characters of the text it gives. */
function referenceAt(
  source: string,
  place: number,
  end: number,
  text: string,
  at: number,
): { readonly stop: number; readonly length: number } | null {
  const written = source.slice(place, Math.min(end, place + longestReference));
  const match = /^&(?:#[xX][\da-fA-F]{1,8};?|#\d{1,8};?|[A-Za-z][A-Za-z\d]{1,31};?)/.exec(
    written,
  )?.[0];
  if (match === undefined) return null;
  // A bare “&” before letters is text unless the standard's table has the name: the text tells.
  if (text.startsWith(match, at) && match !== "&amp;") return null;
  const length = text.codePointAt(at)! > 0xffff ? 2 : 1;
  for (const size of [length, length + 1]) {
    for (let stop = place + match.length; stop > place + 2; stop--) {
      const next = source[stop];
      const rest = text[at + size];
      const agrees =
        stop === end ? rest === undefined : next === rest || next === "&" || next === "\r";
      if (agrees) return { stop, length: size };
      if (match.endsWith(";")) break;
    }
  }
  return null;
}
