import { describe, expect, test } from "vitest";
import type { Language } from "../document.ts";
import { foldWord } from "./fold.ts";
import { compileForms, findForms, type PatternRow } from "./matcher.ts";
import { parsePattern, scriptOf, splitPatterns } from "./pattern.ts";

interface RowText {
  readonly en?: string;
  readonly zh?: string;
  readonly ru?: string;
  readonly not?: string;
  readonly ancestors?: readonly string[];
}

function row(id: string, text: RowText): PatternRow {
  return {
    id,
    forms: {
      en: splitPatterns(text.en ?? ""),
      zh: splitPatterns(text.zh ?? ""),
      ru: splitPatterns(text.ru ?? ""),
    },
    not: splitPatterns(text.not ?? ""),
    ancestors: text.ancestors ?? [],
  };
}

/** The text with `⟦…⟧` around what one row finds. */
function mark(pattern: RowText, text: string, language: Language): string {
  const matches = findForms(compileForms("topic", [row("x", pattern)]), text, language);
  let marked = "";
  let from = 0;
  for (const { start, end } of matches) {
    marked += `${text.slice(from, start)}⟦${text.slice(start, end)}⟧`;
    from = end;
  }
  return marked + text.slice(from);
}

const unmark = (marked: string): string => marked.replace(/[⟦⟧]/g, "");

describe("findForms", () => {
  test.each<[string, Language, RowText, string]>([
    ["case and plural", "en", { en: "core interest~" }, "Our ⟦Core Interests⟧ and theirs"],
    ["verb forms", "en", { en: "escalate~ tension~" }, "they ⟦escalated tensions⟧, then more"],
    ["not inside a word", "en", { en: "oil" }, "boiling soil, ⟦oil⟧."],
    ["hyphen as a blank", "en", { en: "win-win" }, "a ⟦win win⟧ and a ⟦win-win⟧ deal"],
    ["line wrap", "en", { en: "core interests" }, "their ⟦core\ninterests⟧"],
    ["not across a paragraph", "en", { en: "core interests" }, "the core\n\ninterests"],
    ["not across a comma", "en", { en: "core interests" }, "the core, interests"],
    ["not across a sentence", "en", { en: "sanctions ..3 oil" }, "on sanctions. Then oil"],
    ["gap across a comma", "en", { en: "sanctions ..3 oil" }, "⟦sanctions, above all on oil⟧"],
    ["gap too wide", "en", { en: "sanctions ..3 oil" }, "sanctions on one two three oil"],
    ["quotation marks between", "en", { en: "one China policy" }, "the ⟦“one China” policy⟧"],
    ["British spelling", "en", { en: "defense program" }, "the ⟦defence programme⟧"],
    ["-ise and -ize", "en", { en: "organization" }, "an ⟦organisation⟧"],
    ["possessive", "en", { en: "Arvania's war" }, "⟦Arvania’s war⟧ in the north"],
    ["exact letters", "en", { en: "=WHO" }, "those who spoke for the ⟦WHO⟧"],
    ["U.S. is no pronoun", "en", { en: "US policy" }, "⟦U.S. policy⟧ between us; policy"],
    ["optional part", "en", { en: "[legally] binding guarantees" }, "⟦legally binding guarantees⟧"],
    ["alternatives", "en", { en: "(red|bottom) line~" }, "the ⟦red lines⟧ and the ⟦bottom line⟧"],
    [
      "exclusion",
      "en",
      { en: "Cold War", not: "during the Cold War" },
      "during the Cold War; a new ⟦Cold War⟧",
    ],
    ["declension", "ru", { ru: "коренн* интерес~" }, "о ⟦коренных интересах⟧ сторон"],
    ["not a longer stem", "ru", { ru: "газ~" }, "газета пишет о поставках ⟦газа⟧"],
    ["ё and е", "ru", { ru: "партнерств*" }, "стратегическое ⟦партнёрство⟧"],
    ["soft hyphen", "ru", { ru: "внутриполитическ*" }, "во ⟦внутриполитичес\u00adкую⟧ жизнь"],
    ["guillemets", "ru", { ru: "санкци*" }, "так называемые «⟦санкции⟧»"],
    ["Chinese substring", "zh", { zh: "核心利益" }, "涉及彼此⟦核心利益⟧问题"],
    ["Chinese gap", "zh", { zh: "尊重…核心利益" }, "应当⟦尊重彼此的核心利益⟧。"],
    ["gap ends with the sentence", "zh", { zh: "尊重…核心利益" }, "相互尊重。核心利益"],
    ["quotation marks inside", "zh", { zh: "不支持台独" }, "⟦不支持“台独”⟧，"],
    ["Chinese exclusion", "zh", { zh: "中东", not: "华中东部" }, "华中东部和⟦中东⟧地区"],
    ["Latin inside Chinese", "zh", { zh: "AI" }, "讨论⟦AI⟧治理，MAID公司"],
  ])("%s", (_name, language, pattern, marked) => {
    expect(mark(pattern, unmark(marked), language)).toBe(marked);
  });

  test("the longest match wins, an ancestor stays", () => {
    const matcher = compileForms("topic", [
      row("strait", { en: "strait" }),
      row("isle-strait", { en: "Isle Strait peace", ancestors: ["isle"] }),
      row("isle", { en: "Isle" }),
    ]);
    expect(findForms(matcher, "Isle Strait peace", "en").map(({ id }) => id)).toEqual([
      "isle-strait",
      "isle",
    ]);
  });

  test("a gap doesn't hide what stands in it", () => {
    const matcher = compileForms("topic", [
      row("industry", { en: "cooperation ..5 industry" }),
      row("energy", { en: "energy" }),
    ]);
    const found = findForms(matcher, "cooperation in energy and industry", "en");
    expect(found.map(({ id, rule }) => [id, rule])).toEqual([
      ["industry", "topic/en/industry/1"],
      ["energy", "topic/en/energy/1"],
    ]);
  });

  test("time grows in step with the text", () => {
    const matcher = compileForms("topic", [row("x", { en: "a ..9 a ..9 b", zh: "一…二" })]);
    const started = Date.now();
    findForms(matcher, "a ".repeat(50_000), "en");
    findForms(matcher, "一".repeat(100_000), "zh");
    expect(Date.now() - started).toBeLessThan(5_000);
  });
});

describe("patterns", () => {
  test.each([
    ["unclosed", "(a|b"],
    ["stray bracket", "a)"],
    ["gap at the edge", "a ..3"],
    ["mark inside", "a*b"],
    ["stray mark", "a, b"],
  ])("%s is refused", (_name, pattern) => {
    expect(() => parsePattern(pattern, "en")).toThrow(pattern);
  });
  test("a bar in brackets does not split a field", () => {
    expect(splitPatterns("(a|b) c|d [e|f]")).toEqual(["(a|b) c", "d [e|f]"]);
    expect(splitPatterns("-")).toEqual([]);
  });
  test("scripts tell languages apart", () => {
    expect(["oil", "нефть", "石油"].map(scriptOf)).toEqual(["en", "ru", "zh"]);
  });
});

test.each([
  ["neighbourhood", "neighborhood"],
  ["source", "source"],
  ["licence", "license"],
  ["U.S.", "u.s."],
  ["us", "us"],
  ["подчёркнут", "подчеркнут"],
])("foldWord %s", (word, key) => {
  expect(foldWord(word)).toBe(key);
});
