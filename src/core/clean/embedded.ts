import type { Reasons } from "./chrome.ts";
import type { Row } from "./sheet.ts";

/** A block that a template sets into an article, between a line that opens it and one that closes it. */
interface EmbeddedBlock {
  readonly open: RegExp;
  readonly close: RegExp;
  readonly example: string;
  readonly source: string;
}

const source = "lines for screen readers in templates of news sites";

const blocks: readonly EmbeddedBlock[] = [
  {
    open: /^skip (?:past )?(?:the )?newsletter promotion$/i,
    close: /^after (?:the )?newsletter promotion$/i,
    example: "skip past newsletter promotion … after newsletter promotion",
    source,
  },
  {
    open: /^list of \d{1,2} items$/i,
    close: /^end of list$/i,
    example: "list of 3 items … end of list",
    source,
  },
  {
    open: /^skip (?:x|twitter|facebook|instagram|tiktok|youtube|telegram) (?:post|content|video)(?: by .{2,60})?$/i,
    close: /^end of (?:x|twitter|facebook|instagram|tiktok|youtube|telegram) .{2,80}$/i,
    example: "Skip X post by Jane Roe … End of X post by Jane Roe",
    source,
  },
];

/** A block holds at most so many lines. */
const mostLines = 25;

/** Give the lines of embedded blocks, the lines around them included, a reason to be dropped. */
export function markEmbedded(rows: readonly Row[], reasons: Reasons): void {
  for (let index = 0; index < rows.length; index++) {
    const { text } = rows[index]!.line;
    const block = blocks.find(({ open }) => open.test(text));
    if (block === undefined) continue;
    const length = rows
      .slice(index + 1, index + 1 + mostLines)
      .findIndex(({ line }) => block.close.test(line.text));
    if (length === -1) continue;
    for (let at = index; at <= index + 1 + length; at++) reasons[at] = "clean/embedded";
    index += length + 1;
  }
}
