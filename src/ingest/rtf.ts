import { writeBlocks, type TextBlock } from "./block-text.ts";
import { refused, type Item, type Opened } from "./item.ts";
import { makePage } from "./make-page.ts";
import { rtfTokens, type RtfToken } from "./rtf-tokens.ts";

/** Destinations that are no running text (RTF specification 1.9.1, “Destinations”). */
const leftOut: ReadonlySet<string> = new Set([
  "colortbl",
  "stylesheet",
  "info",
  "pict",
  "object",
  "header",
  "headerl",
  "headerr",
  "headerf",
  "footer",
  "footerl",
  "footerr",
  "footerf",
  "fldinst",
  "themedata",
  "listtable",
  "listoverridetable",
  "revtbl",
  "rsidtbl",
  "annotation",
  "atnid",
  "atnauthor",
  "xe",
  "tc",
  "listtext",
  "pntext",
]);

/** Characters that control words stand for. */
const characters: ReadonlyMap<string, string> = new Map([
  ["emdash", "—"],
  ["endash", "–"],
  ["lquote", "‘"],
  ["rquote", "’"],
  ["ldblquote", "“"],
  ["rdblquote", "”"],
  ["bullet", "•"],
  ["tab", " "],
  ["line", " "],
  ["cell", " "],
  ["emspace", " "],
  ["enspace", " "],
  ["~", "\u00a0"],
  ["_", "\u2011"],
  ["{", "{"],
  ["}", "}"],
  ["\\", "\\"],
]);

const paragraphEnds: ReadonlySet<string> = new Set(["par", "sect", "page", "row", "\n", "\r"]);

/** Character sets of fonts (`\fcharset`) → WHATWG encoding labels. */
const charsets: ReadonlyMap<number, string> = new Map([
  [0, "windows-1252"],
  [128, "shift_jis"],
  [129, "euc-kr"],
  [134, "gb18030"],
  [136, "big5"],
  [161, "windows-1253"],
  [162, "windows-1254"],
  [163, "windows-1258"],
  [177, "windows-1255"],
  [178, "windows-1256"],
  [186, "windows-1257"],
  [204, "windows-1251"],
  [222, "windows-874"],
  [238, "windows-1250"],
]);

/** Open a Rich Text file: its paragraphs in order. Hidden text, deleted text, heads and feet are left out. */
export function openRtf(item: Item): Opened {
  const reader = new RtfReader();
  for (const token of rtfTokens(item.bytes)) reader.take(token);
  const { source, tree, places } = writeBlocks(reader.finish());
  if (source === "") return refused("FILE_EMPTY", item.path, "There is no text in this RTF file.");
  return {
    kind: "page",
    page: makePage(item, { mediaType: "application/rtf", source, tree, places }),
  };
}

interface Group {
  skip: boolean;
  hidden: boolean;
  encoding: string;
  /** Characters that stand after `\u` for readers without Unicode. */
  fallback: number;
  fonts: boolean;
}

class RtfReader {
  #groups: Group[] = [
    { skip: false, hidden: false, encoding: "windows-1252", fallback: 1, fonts: false },
  ];
  #fonts = new Map<number, string>();
  #font = 0;
  #base = "windows-1252";
  #bytes: Uint8Array[] = [];
  #text = "";
  #blocks: TextBlock[] = [];
  #optional = false;
  #toSkip = 0;
  #paragraphs = 0;

  take(token: RtfToken): void {
    const group = this.#groups.at(-1)!;
    switch (token.kind) {
      case "open":
        this.#flush();
        this.#groups.push({ ...group });
        break;
      case "close":
        this.#flush();
        if (this.#groups.length > 1) this.#groups.pop();
        break;
      case "text":
        this.#data(token.bytes, group);
        break;
      case "control":
        this.#control(token.word, token.param, group);
        break;
    }
  }

  #data(data: Uint8Array, group: Group): void {
    this.#optional = false;
    const bytes = this.#toSkip === 0 ? data : data.subarray(this.#toSkip);
    this.#toSkip = Math.max(0, this.#toSkip - data.length);
    if (!group.skip && !group.hidden && !group.fonts && bytes.length > 0) this.#bytes.push(bytes);
  }

  #control(word: string, param: number | null, group: Group): void {
    const optional = this.#optional;
    this.#optional = false;
    if (word === "u" && param !== null) return this.#unicode(param, group);
    this.#flush();
    if (word === "*") this.#optional = true;
    else if (optional || leftOut.has(word)) group.skip = true;
    else if (word === "fonttbl") group.fonts = true;
    else if (word === "f") this.#setFont(param ?? 0, group);
    else if (word === "fcharset" && group.fonts)
      this.#fonts.set(this.#font, charsets.get(param ?? 0) ?? this.#base);
    else if (word === "ansicpg") group.encoding = this.#base = labelOf(param ?? 1252);
    else if (word === "uc") group.fallback = Math.min(8, Math.max(0, param ?? 1));
    else if (word === "v" || word === "deleted") group.hidden = param !== 0;
    else if (word === "plain") {
      group.hidden = false;
      group.encoding = this.#base;
    } else if (paragraphEnds.has(word)) this.#end(group);
    else if (!group.skip && !group.hidden) this.#text += characters.get(word) ?? "";
  }

  #setFont(font: number, group: Group): void {
    this.#font = font;
    if (!group.fonts) group.encoding = this.#fonts.get(font) ?? this.#base;
  }

  #unicode(param: number, group: Group): void {
    this.#flush();
    this.#toSkip = group.fallback;
    if (!group.skip && !group.hidden && !group.fonts)
      this.#text += String.fromCharCode(param & 0xffff);
  }

  #flush(): void {
    this.#toSkip = 0;
    if (this.#bytes.length === 0) return;
    this.#text += new TextDecoder(this.#groups.at(-1)!.encoding).decode(Buffer.concat(this.#bytes));
    this.#bytes = [];
  }

  #end(group: Group): void {
    if (group.skip) return;
    this.#paragraphs++;
    const text = this.#text.toWellFormed().replace(/\s+/gu, " ").trim();
    this.#text = "";
    if (text === "") return;
    this.#blocks.push({
      tag: "p",
      text,
      place: { kind: "part", part: "text", paragraph: this.#paragraphs },
    });
  }

  finish(): TextBlock[] {
    this.#flush();
    this.#end({ ...this.#groups[0]!, skip: false });
    return this.#blocks;
  }
}

function labelOf(codepage: number): string {
  const names: Readonly<Record<number, string>> = {
    932: "shift_jis",
    936: "gb18030",
    949: "euc-kr",
    950: "big5",
    866: "ibm866",
    10000: "macintosh",
    65001: "utf-8",
  };
  if (Object.hasOwn(names, codepage)) return names[codepage]!;
  return codepage >= 1250 && codepage <= 1258 ? `windows-${codepage}` : "windows-1252";
}
