import type { Piece } from "./lines.ts";

/** A mark inside a line of Markdown; the group `text` is what stays of it. */
interface Mark {
  readonly id: string;
  readonly pattern: string;
  readonly example: string;
  readonly source: string;
}

const target = String.raw`\([^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,500})?(?:\s"[^"\n]{0,300}")?\)`;

/**
 * Marks inside a line, as note programs and web clippers write them. An asterisk or underscore counts
 * only where it touches a letter on its inner side and none outside, so that `5 * 3` and `a_b` stay.
 */
const marks: readonly Mark[] = [
  {
    id: "escape",
    pattern: "\\\\(?<t1>[\\\\`*_{}[\\]()#+.!~|<>-])",
    example: "1\\. May",
    source: "CommonMark 2.4",
  },
  {
    id: "image",
    pattern: `!\\[[^\\][\\n]{0,500}\\]${target}|!\\[\\[[^\\][\\n]{1,300}\\]\\]`,
    example: "![A flag](a.png)",
    source: "CommonMark 6.4",
  },
  {
    id: "wiki-link",
    pattern: "\\[\\[(?:[^\\][|\\n]{1,300}\\|)?(?<t2>[^\\][|\\n]{1,300})\\]\\]",
    example: "[[Irena Kostrova|the President]]",
    source: "Obsidian, internal links",
  },
  { id: "footnote", pattern: "\\[\\^[\\w-]{1,50}\\]:?", example: "[^1]", source: "GFM footnotes" },
  {
    id: "link",
    pattern: `\\[(?<t3>[^\\][\\n]{1,1000})\\]${target}`,
    example: "[Selmont](https://a.example)",
    source: "CommonMark 6.3",
  },
  {
    id: "comment",
    pattern: "%%[^%\\n]{0,2000}%%",
    example: "%% check this %%",
    source: "Obsidian, comments",
  },
  {
    id: "address",
    pattern: "<(?<t4>(?:https?:\\/\\/|mailto:)[^>\\s]{1,2000})>",
    example: "<https://a.example>",
    source: "CommonMark 6.5",
  },
  {
    id: "strong",
    pattern:
      "(?:\\*{2,3}|(?<![\\p{L}\\p{N}_])__|==|~~)(?=[*_]{0,2}[\\p{L}\\p{N}“\"'‘«([])|(?<=[\\p{L}\\p{N}.,;:!?”\"'’»)\\]][*_]{0,2})(?:\\*{2,3}|__(?![\\p{L}\\p{N}_])|==|~~)",
    example: "**important**",
    source: "CommonMark 6.2, Obsidian highlights",
  },
  {
    id: "emphasis",
    pattern:
      "(?<![\\p{L}\\p{N}*_])[*_](?=[\\p{L}\\p{N}“\"'‘«(])|(?<=[\\p{L}\\p{N}.,;:!?”\"'’»)])[*_](?![\\p{L}\\p{N}*_])",
    example: "*important*",
    source: "CommonMark 6.2",
  },
  {
    id: "block",
    pattern: "\\s\\^[\\w-]{1,40}$",
    example: "The text. ^a1b2c3",
    source: "Obsidian, block references",
  },
];

const anyMark = new RegExp(marks.map(({ pattern }) => pattern).join("|"), "dgu");

/**
 * The text of a line of Markdown without the marks inside it.
 * @param text - the line, its blanks folded one for one
 * @param page - where it begins in the decoded page
 * @returns what stays, each piece copied one to one
 */
export function markdownPieces(text: string, page: number): Piece[] {
  const pieces: Piece[] = [];
  keepText(text, page, pieces, 0);
  return pieces;
}

function keepText(text: string, page: number, pieces: Piece[], depth: number): void {
  const keep = (from: number, to: number): void => {
    if (to > from)
      pieces.push({ text: text.slice(from, to), page: page + from, pageLength: to - from });
  };
  let at = 0;
  for (const match of text.matchAll(anyMark)) {
    keep(at, match.index);
    at = match.index + match[0].length;
    const inner = Object.values(match.indices?.groups ?? {}).find((range) => range !== undefined);
    if (inner === undefined) continue;
    const [from, to] = inner;
    if (depth < 3 && match[0][0] === "[")
      keepText(text.slice(from, to), page + from, pieces, depth + 1);
    else keep(from, to);
  }
  keep(at, text.length);
}
