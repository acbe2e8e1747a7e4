import type { Context } from "../context.ts";
import type { Document, Range } from "../document.ts";
import { valueOf, valuesOf } from "../tsv.ts";

/** The state or international body that a name phrase says a person is of (“Croatian Prime Minister …”); `null` where it names none or several. */
export function nationIn(document: Document, range: Range, context: Context): string | null {
  const { language } = document;
  if (language === null) return null;
  const { pattern, states } = context.derived(`encounters/nations/${language}`, () =>
    compile(language, context),
  );
  const found = new Set<string>();
  for (const match of document.text.slice(range.start, range.end).matchAll(pattern)) {
    const state = states.get(match[1]!.toLowerCase());
    if (state !== undefined) found.add(state);
  }
  return found.size === 1 ? [...found][0]! : null;
}

interface Nations {
  readonly pattern: RegExp;
  readonly states: ReadonlyMap<string, string>;
}

/** Names and adjectives of all states, Russian ones by their stem, and names of international bodies. */
function compile(language: string, context: Context): Nations {
  const states = new Map<string, string>();
  for (const row of context.rows("knowledge/states")) {
    const forms =
      language === "zh"
        ? valuesOf(row, "zh")
        : language === "ru"
          ? [...valuesOf(row, "ru"), ...valuesOf(row, "ru_adj")].map(stemOf)
          : [...valuesOf(row, "en"), ...valuesOf(row, "en_demonym")];
    for (const form of forms) {
      const key = form.toLowerCase();
      if (!states.has(key)) states.set(key, row["id"]!);
    }
  }
  for (const row of context.rows("knowledge/bodies")) {
    const side = valueOf(row, "side") ?? "";
    if (!side.startsWith("INT:")) continue;
    for (const form of valuesOf(row, language)) {
      const key = form.toLowerCase();
      if (!states.has(key)) states.set(key, side);
    }
  }
  const sources = [...states.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const [before, after] =
    language === "zh"
      ? ["", ""]
      : ["(?<!\\p{L})", language === "ru" ? "\\p{L}{0,4}(?!\\p{L})" : "(?!\\p{L})"];
  const body = sources.length === 0 ? "(?!)" : sources.join("|");
  return { pattern: new RegExp(`${before}(${body})${after}`, "giu"), states };
}

function stemOf(form: string): string {
  return form.length > 5 ? form.slice(0, -2) : form.length > 3 ? form.slice(0, -1) : form;
}
