import type { Context } from "../context.ts";
import { leanPattern } from "../lean-pattern.ts";
import { valueOf } from "../tsv.ts";

/** A reason to drop a line that is not part of the article. */
export interface ChromeRule {
  readonly id: string;
  /** Tested against the whole line, blanks folded. */
  readonly pattern: RegExp;
  readonly example: string;
  readonly source: string;
}

/** Rules that hold in any language. */
const neutralRules: readonly ChromeRule[] = [
  {
    id: "clean/counter",
    pattern: /^[\d,. ]{1,7}[kKmM]?$/,
    example: "52",
    source: "comment and share counters",
  },
  {
    id: "clean/video-length",
    pattern: /^(?:\d{1,2}:)?\d{1,2}:\d{2}(?:\s*\/\s*(?:\d{1,2}:)?\d{1,2}:\d{2})?$/,
    example: "01:54",
    source: "video players",
  },
  {
    id: "clean/playback-speed",
    pattern: /^\d(?:\.\d+)?\s?[x×]$/i,
    example: "1.25x",
    source: "listening controls",
  },
  {
    id: "clean/end-mark",
    pattern: /^(?:\\?#{2,}|[*\s]{3,}|-{3,}|_{3,}|=+|[-–—•·|]+)$/,
    example: "###",
    source: "end marks of press releases",
  },
  {
    id: "clean/address",
    pattern: /^(?:https?:\/\/|www\.)\S+$/,
    example: "www.example.org/page",
    source: "bare links",
  },
  {
    id: "clean/copyright",
    pattern: /^(?:©|\(c\)|copyright\b).{0,120}$/i,
    example: "© 2022 The Courier",
    source: "page footers",
  },
];

/** Neutral rules and those of all languages' `chrome.tsv`, compiled once. */
export function chromeRules(context: Context): readonly ChromeRule[] {
  return context.derived("clean/chrome", () => [
    ...neutralRules,
    ...["en", "zh", "ru", "other"].flatMap((language) =>
      context.rows(`lang/${language}/lexicon/chrome`).map((row) => ({
        id: row["id"]!,
        pattern: leanPattern(row["pattern"]!, "iu"),
        example: valueOf(row, "example") ?? "",
        source: valueOf(row, "source") ?? "",
      })),
    ),
  ]);
}

/** Rules strict enough to hold for a sentence that markup shows to be part of the text. */
const insistent: ReadonlySet<string> = new Set([
  "clean/sign-off",
  "clean/paywall",
  "clean/consent",
  "clean/gallery",
]);

/**
 * The first rule that says the line is page chrome; `null` when none does.
 * @param running - markup shows that it is a sentence of the text: only strict rules are asked
 */
export function chromeRuleFor(text: string, context: Context, running = false): string | null {
  if (text.length > longestChrome) return null;
  for (const rule of chromeRules(context))
    if ((!running || insistent.has(rule.id)) && rule.pattern.test(text)) return rule.id;
  return null;
}

/** Lines longer than this are read as text; no rule is tried on them. */
const longestChrome = 300;
