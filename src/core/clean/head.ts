import type { Context } from "../context.ts";
import { isRoleLine, namesPlace, readByline, readNameLine } from "./byline.ts";
import { isDateLine, isTimeLine, partsBesideDate } from "./date-line.ts";
import type { HtmlArticle } from "./html/article.ts";
import { namedRole } from "./html/names.ts";
import { isLetterhead } from "./issuer/authority-line.ts";
import { endsSentence, isSentence, wordCount } from "./line-text.ts";
import type { Line } from "./lines.ts";
import { aboveTitle } from "./letterhead.ts";
import { isCaption, isCredit, withoutBullet } from "./roles.ts";
import { foundIn, type Row, type Sheet } from "./sheet.ts";
import { isGenreLabel } from "./title.ts";
import { isFact, isLabel } from "./title-choice.ts";
import { bodyStart, genreLines, runningWords, type HeadEvidence } from "./title-line.ts";

/** A line of so many words that ends like a sentence tells something, also where it holds a date. */
const shortestTold = 7;

/** A name stands at most so many lines below the title. */
const nameLines = 5;

/** Where a line stands on its page. */
interface Place {
  /** Above the running text. */
  readonly head: boolean;
  readonly index: number;
  readonly body: number;
  readonly title: number | null;
  /** The last line of the head that tells author or day; -1 when none does. */
  readonly facts: number;
  /** The lines before and after, `null` at the ends. */
  readonly neighbours: readonly (Line | null)[];
}

/**
 * Read what stands above the text: standfirst, byline, date, key points. Lines that are none of these
 * stay open.
 */
export function readHead(sheet: Sheet, evidence: HeadEvidence, context: Context): void {
  const body = bodyStart(sheet.rows, sheet.title?.value ?? null, context);
  const at = sheet.rows.findIndex(({ role }) => role === "title");
  const title = at === -1 ? null : at;
  const facts = sheet.rows.findLastIndex(
    ({ line }, index) => index < body && isFact(line, context),
  );
  const reader = new HeadReader(sheet, evidence, context);
  sheet.rows = sheet.rows.filter((row, index, rows) => {
    if (row.role !== null) return true;
    const neighbours = [rows[index - 1]?.line ?? null, rows[index + 1]?.line ?? null];
    const place: Place = { head: index < body, index, body, title, facts, neighbours };
    return !reader.takesOut(row, place);
  });
  readStandfirst(sheet, evidence.html);
}

class HeadReader {
  readonly #sheet: Sheet;
  readonly #evidence: HeadEvidence;
  readonly #context: Context;
  readonly #said: string;

  constructor(sheet: Sheet, evidence: HeadEvidence, context: Context) {
    this.#sheet = sheet;
    this.#evidence = evidence;
    this.#context = context;
    this.#said = [
      ...sheet.dropped.map(({ text }) => text),
      ...sheet.byline.map(({ value }) => value),
    ].join("\n");
  }

  /** Read a line as byline or date, which go, or as key point or standfirst, which stay with their role. */
  takesOut(row: Row, place: Place): boolean {
    const { line } = row;
    const named = namedRole(line.names)?.role ?? null;
    if (place.head && this.#isGenre(line, place)) return true;
    if (!isCaption(line) && this.#isDate(line, named, place)) return true;
    if (this.#isByline(line, named, place) || this.#isMarkedFact(line)) return true;
    if (!place.head || place.title === null) return false;
    if (place.index < place.title) return this.#isAboveTitle(line);
    if (this.#isNameAlone(line, place)) return true;
    if (!this.#evidence.html && isLetterhead(line.text, this.#context)) {
      this.#sheet.drop(line, "clean/outlet-line");
      return true;
    }
    this.#readUnderTitle(row, place);
    return false;
  }

  /** A genre alone on its line (“Analysis”, “Readout”), next to the title and in no list of sections. */
  #isGenre(line: Line, { index, title, neighbours }: Place): boolean {
    if (!isGenreLabel(line.text)) return false;
    const distance = title === null ? 0 : index - title;
    if (!this.#evidence.html && (distance < -1 || distance > genreLines)) return false;
    if (distance === -1 && isLabel(neighbours[0]?.text ?? "-")) return false;
    this.#sheet.label ??= foundIn(line, "clean/section-label", line.text.toLowerCase());
    this.#sheet.drop(line, "clean/section-label");
    return true;
  }

  /** Sections and letterheads above the title: what markup calls so, any short line of a page without markup. */
  #isAboveTitle(line: Line): boolean {
    if (isCaption(line)) return false;
    if (this.#evidence.html && namedRole(line.names)?.role !== "label") return false;
    if (isSentence(line.text) && wordCount(line.text) >= runningWords) return false;
    this.#sheet.drop(line, aboveTitle);
    return true;
  }

  /** A date alone, or with names and other facts of publication beside it. */
  #isDate(line: Line, named: string | null, place: Place): boolean {
    const near = place.head || place.index <= place.body + 2;
    if (place.head && isTimeLine(line.text)) {
      this.#sheet.drop(line, "clean/time-line");
      return true;
    }
    if (isDateLine(line.text) && (near || named === "date"))
      return this.#takeDate(line, "clean/date-line", []);
    if (!place.head && named !== "date" && named !== "byline") return false;
    if (endsSentence(line.text) && wordCount(line.text) >= shortestTold) return false;
    const parts = partsBesideDate(line.text);
    return parts !== null && this.#takeDate(line, "clean/publication-line", parts);
  }

  #takeDate(line: Line, rule: string, parts: readonly string[]): boolean {
    const { byline, dates } = this.#sheet;
    dates.push(foundIn(line, rule));
    for (const part of parts) {
      const names = readByline(part, this.#context)?.names ?? readNameLine(part, this.#context);
      for (const name of names ?? []) byline.push(foundIn(line, rule, name));
    }
    this.#sheet.drop(line, rule);
    return true;
  }

  #isByline(line: Line, named: string | null, place: Place): boolean {
    if (place.head && isRoleLine(line.text) && this.#sheet.byline.length > 0) {
      this.#sheet.drop(line, "clean/byline-role");
      return true;
    }
    if (!place.head && place.index > place.body + 2 && named !== "byline") return false;
    const byline = readByline(line.text, this.#context);
    if (byline === null) return false;
    for (const name of byline.names) this.#sheet.byline.push(foundIn(line, byline.rule, name));
    this.#sheet.drop(line, "clean/byline");
    return true;
  }

  /** A short line whose markup calls it byline or date. */
  #isMarkedFact(line: Line): boolean {
    const named = namedRole(line.names);
    if (named === null || (named.role !== "byline" && named.role !== "date")) return false;
    if (isSentence(line.text) || wordCount(line.text) > runningWords) return false;
    if (named.role === "byline")
      for (const name of readNameLine(line.text, this.#context) ?? this.#namesApart(line))
        this.#sheet.byline.push(foundIn(line, named.id, name));
    this.#sheet.drop(line, named.id);
    return true;
  }

  /** Names that stand side by side, each in an element of its own; none where anything else stands among them. */
  #namesApart(line: Line): readonly string[] {
    const parts = line.pieces.map(({ text }) => text.trim()).filter((text) => /\p{L}/u.test(text));
    const names = parts.map((part) => readNameLine(part, this.#context));
    return names.every((name) => name !== null) ? names.flat() : [];
  }

  /**
   * A name alone on its line, where something beside its capitals says so: a date next to it, the same name in a
   * byline elsewhere, or a page of nothing but title, name and text in a language that writes nouns small.
   */
  #isNameAlone(line: Line, place: Place): boolean {
    if (place.index - place.title! > nameLines) return false;
    const names = readNameLine(line.text, this.#context);
    if (names === null) return false;
    const dated = place.neighbours.some(
      (one) => one !== null && (isDateLine(one.text) || isRoleLine(one.text)),
    );
    const placed =
      namesPlace(line.text) &&
      this.#sheet.rows.slice(place.index, place.body).some((row) => isDateLine(row.line.text));
    const repeated = names.every((name) => this.#said.includes(name));
    const calm = this.#evidence.html || this.#sheet.rows.every(({ loose }) => loose !== true);
    if (!dated && !placed && !repeated && !(calm && capitalsTell(this.#evidence.language)))
      return false;
    for (const name of names) this.#sheet.byline.push(foundIn(line, "clean/byline-name", name));
    this.#sheet.drop(line, "clean/byline");
    return true;
  }

  #readUnderTitle(row: Row, place: Place): void {
    const { line } = row;
    if (isCaption(line)) return;
    if (!isSentence(line.text) && isCredit(place.neighbours[0]?.text ?? "")) {
      row.role = "caption";
      return;
    }
    const named = namedRole(line.names);
    const unmarked = withoutBullet(line);
    const listed = unmarked !== line || (line.tag === "li" && line.links < 0.5);
    if ((listed && wordCount(unmarked.text) >= 4) || named?.role === "key-point") {
      row.line = unmarked;
      row.role = "key-point";
      return;
    }
    if (this.#sheet.subtitle !== null || wordCount(line.text) < 4) return;
    const rule = this.#standfirstRule(line, place);
    if (rule === null) return;
    row.role = "subtitle";
    this.#sheet.subtitle = foundIn(line, rule);
  }

  #standfirstRule(line: Line, place: Place): string | null {
    const named = namedRole(line.names);
    if (named?.role === "subtitle") return named.id;
    if (line.apart !== undefined) return "clean/apart";
    const plain = !this.#evidence.html && !/^h[1-6]$/.test(line.tag);
    if (!plain) return null;
    if (!isSentence(line.text)) return "clean/under-title";
    return place.index < place.facts ? "clean/above-byline" : null;
  }
}

/** A standfirst that names the author (“argues Jane Roe”) gives the byline. */
function readStandfirst(sheet: Sheet, html: boolean): void {
  const first = sheet.rows.find(({ role, line }) => role === null && wordCount(line.text) >= 8);
  if (first === undefined || sheet.byline.length > 0) return;
  const author =
    /(?:^|[,.;:] )(?:argues?|writes?|explains?|asks?|reports?|contends?|warns?|пишет|считает)\s+(\p{Lu}\p{L}+(?:\s+\p{Lu}[\p{L}.'’-]+){1,2})(?=[,.]|\s+in\b)/u.exec(
      first.line.text,
    )?.[1];
  if (author === undefined || (sheet.subtitle === null && !html)) return;
  sheet.byline.push(foundIn(first.line, "clean/byline-standfirst", author));
  first.role = "subtitle";
  sheet.subtitle ??= foundIn(first.line, "clean/byline-standfirst");
}

/** Whether capitals tell names from other nouns in a language. */
function capitalsTell(language: string | null): boolean {
  return language !== "de" && language !== "lb";
}

/** Read author and date around the article, where nothing in it told them. */
export function readAround(
  sheet: Sheet,
  article: HtmlArticle,
  language: string | null,
  context: Context,
): void {
  const last = sheet.rows.at(-1);
  const signed =
    last?.role === "paragraph" && capitalsTell(language)
      ? readNameLine(last.line.text, context)
      : null;
  if (last !== undefined && signed !== null && sheet.byline.length === 0) {
    for (const name of signed) sheet.byline.push(foundIn(last.line, "clean/byline-last", name));
    sheet.drop(last.line, "clean/byline");
    sheet.rows.pop();
  }
  for (const line of [...article.inside, ...article.around]) {
    const dated =
      isDateLine(line.text) ||
      (article.inside.includes(line) &&
        /\d{1,2}[:.]\d{2}/.test(line.text) &&
        partsBesideDate(line.text) !== null);
    if (sheet.dates.length === 0 && dated) sheet.dates.push(foundIn(line, "clean/date-line"));
    const byline = sheet.byline.length > 0 ? null : readByline(line.text, context);
    for (const name of byline?.names ?? []) sheet.byline.push(foundIn(line, byline!.rule, name));
  }
}
