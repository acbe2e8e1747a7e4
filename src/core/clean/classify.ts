import type { BlockRole, DroppedLine } from "../document.ts";
import type { Context } from "../context.ts";
import { chromeRuleFor } from "./chrome-rules.ts";
import { sliceLine, withoutPart, type Line } from "./lines.ts";
import { inlineFurniture } from "./inline-furniture.ts";
import { trimRules } from "./trims.ts";

/** A line that is kept, with its role. */
export interface KeptLine {
  readonly line: Line;
  readonly role: BlockRole;
}

/** What became of the lines of a page. */
export interface Classified {
  readonly kept: readonly KeptLine[];
  readonly dropped: readonly DroppedLine[];
  readonly title: string | null;
  readonly subtitle: string | null;
  /** Bylines found in the text, as written. */
  readonly byline: readonly string[];
  /** Datelines and date lines cut off the text, as written. */
  readonly datelines: readonly string[];
  /** The text breaks off (“loading”). */
  readonly cutOff: boolean;
  /** Minutes the page says it takes to read, `null` when it doesn't. */
  readonly readingMinutes: number | null;
  /** Label before the title (“Opinion |”). */
  readonly label: string | null;
}

/** Hashes of lines that also stand on other pages of the same outlet. */
export type OutletRepeats = ReadonlySet<string>;

const bullet = /^(?:[•●▪◦·*]|[-–—])\s+/u;
const labelled =
  /^(opinion|analysis|comment(?:ary)?|editorial|explainer|exclusive|мнение|评论|观点)\s*[|｜:：]\s+/iu;
const nameLine =
  /^(?:by\s+)?(\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}[\p{L}.'’-]*|de|van|von|der|al|bin|el|la)){1,3}(?:(?:,| and)\s+\p{Lu}[\p{L}.'’-]+(?:\s+\p{Lu}[\p{L}.'’-]+){1,3}){0,3})$/u;
const dateLine =
  /^(?:(?:published|updated|posted|last (?:updated|modified)|created|date|опубликовано|обновлено|дата|发布时间|时间|日期)\s*(?:on|at|:|：)?\s*)?(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*,?\s+)?(?:\d{1,2}\s+[\p{L}.]{3,10}\s+\d{4}|[\p{L}.]{3,10}\s+\d{1,2},?\s+\d{4}|\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?|\d{1,2}[./]\d{1,2}[./]\d{4})(?:[\s,–|·-]*(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,5})?)?(?:\s*года?)?(?:,?\s*\d{1,2}:\d{2})?\.?$/iu;
const credit =
  /^(?:source|photo(?:graph)?s?|image|picture|credit|illustration|фото|изображение|图源|图片来源|图)\s*(?:by|credit)?\s*[:：/]\s*.{2,120}$/iu;
const captionEnd =
  /(?:\b(?:photo(?:graph)?|image|picture|credit|file photo|illustration)\s*[:：]\s*[^.]{2,80}|\((?:photo|image|ap|reuters|afp)\b[^)]{0,80}\)|[./]\s*(?:AP|AFP|Reuters|EPA|Getty Images|Xinhua|TASS|Sputnik)(?:\s+(?:photo|images?))?|фото\s*[:：].{2,60}|新华社记者.{2,10}摄)\.?$/iu;

/**
 * Decide for each line of a page whether it belongs to the article and what it is.
 * @param given - title known from metadata, to recognise its line
 */
export function classifyLines(
  lines: readonly Line[],
  given: { readonly title: string | null; readonly html: boolean },
  repeats: OutletRepeats | null,
  context: Context,
): Classified {
  return new Classifier(given, repeats, context).run(lines);
}

class Classifier {
  readonly #kept: KeptLine[] = [];
  readonly #dropped: DroppedLine[] = [];
  readonly #byline: string[] = [];
  readonly #datelines: string[] = [];
  #title: string | null = null;
  #subtitle: string | null = null;
  #cutOff = false;
  #minutes: number | null = null;
  #label: string | null = null;
  readonly #given: { readonly title: string | null; readonly html: boolean };
  readonly #repeats: OutletRepeats | null;
  readonly #context: Context;

  constructor(
    given: { readonly title: string | null; readonly html: boolean },
    repeats: OutletRepeats | null,
    context: Context,
  ) {
    this.#given = given;
    this.#repeats = repeats;
    this.#context = context;
  }

  run(lines: readonly Line[]): Classified {
    const counts = countLines(lines);
    const left = this.#dropChrome(lines, counts);
    this.#assignRoles(left);
    this.#dropPullQuotes();
    this.#dropTail();
    const order = (a: { start: number }, b: { start: number }): number => a.start - b.start;
    return {
      kept: this.#kept,
      dropped: this.#dropped.toSorted(order),
      title: this.#title,
      subtitle: this.#subtitle,
      byline: this.#byline,
      datelines: this.#datelines,
      cutOff: this.#cutOff,
      readingMinutes: this.#minutes,
      label: this.#label,
    };
  }

  #drop(line: Line, rule: string): void {
    this.#dropped.push({ start: line.start, end: line.end, text: line.text, rule });
  }

  /** Lines that the outlet's repeats or a rule call chrome go; furniture inside lines is cut off. */
  #dropChrome(lines: readonly Line[], counts: ReadonlyMap<string, number>): Line[] {
    const left: Line[] = [];
    const seen = new Set<string>();
    for (const whole of lines) {
      const line = this.#trim(whole);
      if (line === null) continue;
      const key = keyOf(line.text);
      if (this.#repeats?.has(key) === true && !isTitle(line.text, this.#given.title)) {
        this.#drop(line, "clean/outlet-repeat");
        continue;
      }
      const rule =
        this.#given.html && line.links < 0.5 && isSentence(line.text)
          ? null
          : chromeRuleFor(line.text, this.#context);
      if (rule !== null) {
        if (rule === "clean/loading") this.#cutOff = true;
        this.#noteMinutes(line.text, rule);
        this.#drop(line, rule);
        continue;
      }
      if (this.#given.html && line.links > 0.8 && !isSentence(line.text)) {
        this.#drop(line, "clean/link-line");
        continue;
      }
      const repeated = (counts.get(key) ?? 0) > 1 && !isSentence(line.text);
      if (
        repeated &&
        left.length > 0 &&
        !(isTitle(line.text, this.#given.title) && !seen.has(key))
      ) {
        this.#drop(line, "clean/repeated-line");
        continue;
      }
      if (seen.has(key) && line.text.length > 60) {
        this.#drop(line, "clean/repeated-line");
        continue;
      }
      seen.add(key);
      left.push(line);
    }
    return left;
  }

  #noteMinutes(text: string, rule: string): void {
    if (rule !== "clean/reading-time" && rule !== "clean/byline-reading-time") return;
    this.#minutes ??= Number(/\d+/.exec(text)?.[0] ?? "0") || null;
    const author = /^by (.{3,60}?) time to read/i.exec(text)?.[1];
    if (author !== undefined) this.#addByline(author);
  }

  /** Cut furniture off inside a line; what is cut goes to the dropped lines. */
  #trim(whole: Line): Line | null {
    let line: Line | null = whole;
    for (const rule of trimRules) {
      if (line === null) break;
      const match = rule.pattern.exec(line.text);
      if (match === null || match[0] === "") continue;
      const from = match.index;
      const to = from + match[0].length;
      const cut = sliceLine(line, from, to);
      if (cut !== null) this.#drop(cut, rule.id);
      if (rule.id === "clean/dateline") this.#datelines.push(match[0].trim());
      const tail = /clean\/kremlin-tail/.test(rule.id) ? match[0] : null;
      if (tail !== null) this.#datelines.push(tail);
      line = from === 0 ? sliceLine(line, to, line.text.length) : sliceLine(line, 0, from);
    }
    return line === null ? null : this.#cutInside(line);
  }

  #cutInside(whole: Line): Line | null {
    let line: Line | null = whole;
    for (const { start, end, id } of inlineFurniture(whole.text).toReversed()) {
      const cut = sliceLine(whole, start, end);
      if (cut !== null) this.#drop(cut, id);
      if (id === "clean/kremlin-dateline") this.#datelines.push(whole.text.slice(start, end));
      line = line === null ? null : withoutPart(line, start, end);
    }
    return line;
  }

  #addByline(name: string): void {
    const clean = name.replace(/^by\s+/i, "").trim();
    if (!this.#byline.includes(clean)) this.#byline.push(clean);
  }

  #keep(line: Line, role: BlockRole): void {
    this.#kept.push({ line, role });
  }

  #assignRoles(lines: readonly Line[]): void {
    const firstBody = lines.findIndex(
      (line) =>
        isSentence(line.text) &&
        wordCount(line.text) >= 12 &&
        !bullet.test(line.text) &&
        !captionEnd.test(line.text),
    );
    for (const [index, line] of lines.entries()) {
      const head = firstBody === -1 || index < firstBody;
      if (this.#headRole(line, head, index)) continue;
      const unmarked = withoutBullet(line);
      if (
        line.tag === "figcaption" ||
        credit.test(line.text) ||
        (captionEnd.test(line.text) && wordCount(line.text) <= 60)
      )
        this.#keep(line, "caption");
      else if (head && unmarked !== line && wordCount(unmarked.text) >= 4)
        this.#keep(unmarked, "key-point");
      else if (/^h[1-6]$/.test(line.tag)) this.#keep(line, "heading");
      else if (line.tag === "li" || unmarked !== line) this.#keep(unmarked, "list-item");
      else this.#keep(line, "paragraph");
    }
    this.#findStandfirst();
  }

  /** Title, subtitle, byline and date lines at the head of the page. */
  #headRole(line: Line, head: boolean, index: number): boolean {
    const { title } = this.#given;
    if (this.#title === null && title !== null && isTitle(line.text, title)) {
      this.#setTitle(line);
      return true;
    }
    if (title !== null && this.#title === null && this.#splitTitle(line, title)) return true;
    if (!head && index > 6) return false;
    if (dateLine.test(line.text) && line.text.length < 70) {
      this.#datelines.push(line.text);
      this.#drop(line, "clean/date-line");
      return true;
    }
    const name = nameLine.exec(line.text);
    if (
      name !== null &&
      (this.#title !== null || title !== null) &&
      (head || /^by\s/i.test(line.text)) &&
      wordCount(line.text) <= 12 &&
      (/^by\s/i.test(line.text) || this.#kept.length <= 3)
    ) {
      this.#addByline(name[1]!);
      this.#drop(line, "clean/byline");
      return true;
    }
    if (!head || bullet.test(line.text) || captionEnd.test(line.text) || line.tag === "figcaption")
      return false;
    if (
      this.#title === null &&
      title === null &&
      wordCount(line.text) >= 2 &&
      line.text.length <= 300
    ) {
      this.#setTitle(line);
      return true;
    }
    if (
      this.#title !== null &&
      this.#subtitle === null &&
      !isSentence(line.text) &&
      wordCount(line.text) >= 4 &&
      !this.#given.html
    ) {
      this.#subtitle = line.text;
      this.#keep(line, "subtitle");
      return true;
    }
    return false;
  }

  #setTitle(line: Line): void {
    const video = /^\[视频\]\s*/u.exec(line.text);
    const label = labelled.exec(line.text) ?? video;
    let rest = line;
    if (label !== null) {
      if (video === null) this.#label = label[1]!.toLowerCase();
      const cut = sliceLine(line, 0, label[0].length);
      if (cut !== null) this.#drop(cut, "clean/section-label");
      rest = sliceLine(line, label[0].length, line.text.length) ?? line;
    }
    this.#title = rest.text;
    this.#keep(rest, "title");
  }

  /** A title that has run together with the text: “TITLE Text begins …” becomes two blocks. */
  #splitTitle(line: Line, title: string): boolean {
    const wanted = title.replace(/^\[视频\]\s*/u, "").trim();
    if (wanted.length < 4 || line.text.length < wanted.length + 20 || !line.text.startsWith(wanted))
      return false;
    const rest = sliceLine(line, wanted.length, line.text.length);
    const head = sliceLine(line, 0, wanted.length);
    if (rest === null || head === null) return false;
    this.#title = wanted;
    this.#keep(head, "title");
    this.#keep(rest, "paragraph");
    return true;
  }

  /** A standfirst that names the author (“argues Jane Roe”) gives the byline. */
  #findStandfirst(): void {
    const at = this.#kept.findIndex((kept) => kept.role === "paragraph");
    const first = this.#kept[at];
    if (first === undefined) return;
    const author =
      /\b(?:argues?|writes?|explains?|asks?|reports?|says?|contends?|warns?)\s+(\p{Lu}\p{L}+(?:\s+\p{Lu}[\p{L}.'’-]+){1,2})(?=[,.]|\s+in\b)/u.exec(
        first.line.text,
      )?.[1];
    if (
      author !== undefined &&
      this.#byline.length === 0 &&
      (this.#subtitle !== null || this.#given.html) &&
      /^(?:[^.]{0,60},\s+)?(?:argues|writes|contends|explains|asks)\b/u.test(
        first.line.text
          .slice(Math.max(0, first.line.text.indexOf(author) - 30))
          .trimStart()
          .replace(/^[^,]*,\s*/u, ""),
      )
    ) {
      this.#addByline(author);
      this.#kept[at] = { line: first.line, role: "subtitle" };
      this.#subtitle ??= first.line.text;
    }
  }

  /** A line without end mark that stands in a paragraph word for word is a pull quote. */
  #dropPullQuotes(): void {
    const bodies = this.#kept
      .filter((kept) => kept.role === "paragraph" && isSentence(kept.line.text))
      .map((kept) => keyOf(kept.line.text));
    for (let index = this.#kept.length - 1; index >= 0; index--) {
      const { line, role } = this.#kept[index]!;
      if (role !== "paragraph" && role !== "heading") continue;
      const key = keyOf(line.text);
      if (key.length < 25 || key.length > 400) continue;
      if (!bodies.some((body) => body.length > key.length + 10 && body.includes(key))) continue;
      this.#drop(line, "clean/pull-quote");
      this.#kept.splice(index, 1);
    }
    const title = this.#title === null ? null : keyOf(this.#title);
    for (let index = this.#kept.length - 1; index >= 0; index--) {
      const { line, role } = this.#kept[index]!;
      if (role === "title" || title === null) continue;
      const cut = /^(.{6,}?)\s*(?:…|\.{3})$/u.exec(line.text)?.[1];
      if (cut === undefined || !title.startsWith(keyOf(cut))) continue;
      this.#drop(line, "clean/cut-title");
      this.#kept.splice(index, 1);
    }
  }

  /** Short lines that are no sentences, after the last sentence: what templates put below an article. */
  #dropTail(): void {
    const last = this.#kept.findLastIndex(
      (kept) => isSentence(kept.line.text) || kept.role === "caption" || kept.role === "title",
    );
    if (last < 0) return;
    for (const { line, role } of this.#kept.splice(last + 1)) {
      if (wordCount(line.text) > 25 || (role === "list-item" && wordCount(line.text) > 6))
        this.#keep(line, role);
      else this.#drop(line, "clean/after-article");
    }
  }
}

/** How often each line stands on the page, by its key. */
function countLines(lines: readonly Line[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const key = keyOf(line.text);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** A line's text folded for comparison: case, marks, blanks. */
export function keyOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Ends like a sentence and is long enough for one. */
export function isSentence(text: string): boolean {
  if (/\p{Script=Han}/u.test(text))
    return text.length >= 12 && /[。！？；…：.!?][”’」』）)]*$/u.test(text);
  return wordCount(text) >= 5 && /[.!?…:;][”"’')\]»]*$/u.test(text);
}

/** Words in a text; two Chinese characters count as one. */
export function wordCount(text: string): number {
  const chinese = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words =
    text.replace(/\p{Script=Han}+/gu, " ").match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0;
  return words + Math.ceil(chinese / 2);
}

function isTitle(text: string, title: string | null): boolean {
  if (title === null) return false;
  const key = keyOf(title.replace(/^\[视频\]\s*/u, ""));
  return key !== "" && keyOf(text.replace(/^\[视频\]\s*/u, "").replace(labelled, "")) === key;
}

function withoutBullet(line: Line): Line {
  const mark = bullet.exec(line.text);
  return mark === null ? line : (sliceLine(line, mark[0].length, line.text.length) ?? line);
}
