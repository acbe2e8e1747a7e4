/** A pair of quotation marks within one block: offsets of the opening mark and past the closing one. */
export interface MarkPair {
  readonly start: number;
  /** The block's length when the opening mark has no partner. */
  readonly end: number;
  readonly open: boolean;
}

type Kind = "double" | "guillemet" | "corner" | "white-corner" | "single" | "straight";

interface Mark {
  readonly at: number;
  readonly form: string;
  readonly kind: Kind;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** Farther apart than this, in characters, two marks are no pair: one of them is a slip. */
const longest = 12_000;

const anyMark = /''|``|’’|‘‘|[“”„‟«»「」『』‘’‚‛"']/gu;

/**
 * Pair the quotation marks of one block (mark pairs: Unicode CLDR `delimiters`; `''` and `’’` as in wire copy).
 * Apostrophes are no marks: a single mark opens after a blank or bracket before a letter, and closes
 * before a non-letter. One pass over the marks; each is pushed and popped once.
 * @returns outermost pairs in order, opening marks outside of them that found no partner, and past the mark
 *   that closes before any opens (`null` when there is none)
 */
export function pairMarks(text: string): {
  pairs: MarkPair[];
  unpaired: number[];
  closing: number | null;
} {
  const open = new Map<Kind, Mark[]>();
  const found: MarkPair[] = [];
  const unpaired: number[] = [];
  let closing: number | null = null;
  for (const mark of marksOf(text)) {
    const own = open.get(mark.kind) ?? [];
    open.set(mark.kind, own);
    const stack = own.length === 0 && !mark.opens ? (open.get(mixedWith(mark)) ?? own) : own;
    const last = stack.at(-1);
    const closes = mark.closes || (mark.form === "“" && last?.form === "„");
    if (closes && last !== undefined && mark.at - last.at <= longest) {
      stack.pop();
      for (const others of open.values())
        if (others !== stack) while ((others.at(-1)?.at ?? -1) > last.at) others.pop();
      found.push({ start: last.at, end: mark.at + mark.form.length, open: false });
    } else if (mark.opens) {
      const alike = mark.kind === "straight" || mark.kind === "single";
      if (alike && last !== undefined) unpaired.push(stack.pop()!.at);
      stack.push(mark);
    } else if (mark.closes && mark.kind !== "single" && found.length === 0 && closing === null) {
      const opened = [...open.values()].some(({ length }) => length > 0);
      if (!opened && unpaired.length === 0) closing = mark.at + mark.form.length;
    }
  }
  for (const [kind, stack] of open)
    if (kind !== "single") unpaired.push(...stack.map(({ at }) => at));
  const settled = settle(
    text,
    found,
    unpaired.toSorted((a, b) => a - b),
  );
  return { ...settled, closing };
}

/** The other kind of double mark, which some pages open or close with (`“Yes," she said`). */
function mixedWith({ kind }: Mark): Kind {
  return kind === "straight" ? "double" : kind === "double" ? "straight" : kind;
}

/** Outermost pairs; the last opening mark without a partner runs to the end when no pair follows it. */
function settle(
  text: string,
  found: readonly MarkPair[],
  left: readonly number[],
): { pairs: MarkPair[]; unpaired: number[] } {
  const pairs: MarkPair[] = [];
  for (const pair of found.toSorted((a, b) => a.start - b.start))
    if (pair.start >= (pairs.at(-1)?.end ?? 0)) pairs.push(pair);
  let next = 0;
  const unpaired = left.filter((at) => {
    while (next < pairs.length && pairs[next]!.end <= at) next++;
    return next === pairs.length || at < pairs[next]!.start;
  });
  const last = unpaired.at(-1);
  if (last !== undefined && last >= (pairs.at(-1)?.end ?? 0) && text.length - last <= longest) {
    pairs.push({ start: last, end: text.length, open: true });
    unpaired.pop();
  }
  return { pairs, unpaired };
}

function marksOf(text: string): Mark[] {
  const marks = [...text.matchAll(anyMark)].map((match) => readMark(text, match.index, match[0]));
  // From the right: whether a surer closing single mark follows, for the plural possessive (“the leaders’ talks”).
  let closerFollows = false;
  const kept: Mark[] = [];
  for (const mark of marks.toReversed()) {
    const possessive =
      mark.kind === "single" &&
      mark.closes &&
      /s/iu.test(text[mark.at - 1] ?? "") &&
      /^\s\p{L}/u.test(text.slice(mark.at + 1, mark.at + 3));
    if (possessive && closerFollows) continue;
    if (mark.kind === "single" && mark.closes && !possessive) closerFollows = true;
    if (mark.kind === "single" && mark.opens && !mark.closes) closerFollows = false;
    if (mark.opens || mark.closes) kept.push(mark);
  }
  return kept.reverse();
}

function readMark(text: string, at: number, form: string): Mark {
  const before = text[at - 1] ?? " ";
  const after = text[at + form.length] ?? " ";
  const mark = (kind: Kind, opens: boolean, closes: boolean): Mark => ({
    at,
    form,
    kind,
    opens,
    closes,
  });
  switch (form) {
    case "“":
    case "„":
    case "‟":
      return mark("double", true, false);
    case "‘‘":
      return mark("double", true, false);
    case "’’":
    case "”":
      return mark("double", false, true);
    case "«":
      return mark("guillemet", true, false);
    case "»":
      return mark("guillemet", false, true);
    case "「":
      return mark("corner", true, false);
    case "」":
      return mark("corner", false, true);
    case "『":
      return mark("white-corner", true, false);
    case "』":
      return mark("white-corner", false, true);
    case '"':
    case "''":
    case "``":
      return straight(mark, text, at, before, after);
    default: {
      const opens =
        form !== "’" &&
        /[\s([{—–“"„«-]/u.test(before) &&
        /[\p{L}\p{N}…$€£]/u.test(after) &&
        !/^[’']?(?:\d0s|tis|twas|em|til|cause)\b/iu.test(text.slice(at + 1, at + 7));
      return mark(
        "single",
        opens,
        form !== "‘" && /\S/u.test(before) && !/[\p{L}\p{N}]/u.test(after),
      );
    }
  }
}

/** A mark that looks the same on both sides: blanks and letters around it tell, else whether one is open. */
function straight(
  mark: (kind: Kind, opens: boolean, closes: boolean) => Mark,
  text: string,
  at: number,
  before: string,
  after: string,
): Mark {
  if (/\p{N}/u.test(before) && !/^"{1,2}[,.]?(?:\s|$)/u.test(text.slice(at)))
    return mark("straight", false, false);
  const left = /[\s([{—–“‘'-]/u.test(before);
  const right = /[\s)\]},.;:!?—–”’'-]/u.test(after);
  if (left && !right) return mark("straight", true, false);
  if (right && !left) return mark("straight", false, true);
  return mark("straight", /\S/u.test(after), true);
}
