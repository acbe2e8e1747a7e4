import type { Context } from "../../context.ts";
import type { Cue } from "../../statements/cues.ts";
import { valuesOf, type Row } from "../../tsv.ts";
import { cueWords, type CueWords } from "./cue-words.ts";

/** How a word form of a cue stands in its sentence. */
export type FormKind = "singular" | "plural" | "we" | "gerund" | "passive";

/** A word form of a cue. */
export interface CueForm {
  readonly entry: Cue;
  readonly kind: FormKind;
  /** Words that must stand with it: `оценку` for “дать оценку”; `null` for a verb alone. */
  readonly words: CueWords | null;
}

/** Russian cues: verbs by word form (lower case, ё as е), and the phrases that stand before a speaker or a topic. */
export interface RussianCues {
  readonly forms: ReadonlyMap<string, readonly CueForm[]>;
  readonly according: readonly Cue[];
  readonly talk: readonly Cue[];
  /** Feelings one expresses, by stem (without their last two letters). */
  readonly express: ReadonlyMap<string, Cue>;
}

/** Lower case, `ё` as `е`: the key of word forms. */
export function formKey(word: string): string {
  return word.toLowerCase().replaceAll("ё", "е").replaceAll("\u00ad", "");
}

/** The cue lexicon of Russian (`lang/ru/lexicon/cues.tsv`) with the word forms of its verbs, built once. */
export function russianCues(context: Context): RussianCues {
  return context.derived("statements/cues/ru/forms", () => {
    const forms = new Map<string, CueForm[]>();
    const nouns: Cue[] = [];
    for (const row of context.rows("lang/ru/lexicon/cues")) {
      const entry: Cue = {
        lemma: row["form"]!,
        pos: row["pos"] === "noun" ? "noun" : "verb",
        class: row["class"]!,
        frames: new Set(valuesOf(row, "frames")),
        belief: row["kind"] === "belief",
      };
      if (entry.pos === "noun") nouns.push(entry);
      else addForms(forms, entry, row);
    }
    return {
      forms,
      according: nouns.filter((cue) => cue.frames.has("according")),
      talk: nouns.filter((cue) => cue.frames.has("talk")),
      express: new Map(
        nouns
          .filter((cue) => cue.frames.has("express"))
          .map((cue) => [formKey(cue.lemma).slice(0, -2), cue]),
      ),
    };
  });
}

/** A form that two verbs share belongs to the first; a verb with words of its own is tried before one without. */
function addForms(forms: Map<string, CueForm[]>, entry: Cue, row: Row): void {
  const [verb, ...others] = entry.lemma.split(" ");
  const words = others.length === 0 ? null : cueWords(others, entry.frames.has("object"));
  for (const [form, kind] of formsOf(verb!, row)) {
    if (kind === "gerund" && entry.frames.has("occasion")) continue;
    const key = formKey(form);
    const known = forms.get(key) ?? [];
    forms.set(key, known);
    if (words !== null) known.unshift({ entry, kind, words });
    else if (!known.some((other) => other.words === null)) known.push({ entry, kind, words });
  }
}

/** Word forms of a verb: past, present or simple future of the third person, “we”, gerund, short passive participle. */
function formsOf(infinitive: string, row: Row): [string, FormKind][] {
  const given = valuesOf(row, "forms");
  if (valuesOf(row, "frames").includes("passive")) return given.map((form) => [form, "passive"]);
  const reflexive = /с[яь]$/u.test(infinitive);
  const base = infinitive.replace(/с[яь]$/u, "");
  const forms: [string, FormKind][] = given.map((form) => [
    form,
    /(?:л[иы]с?ь?|ли|[ую]т|[ая]т|тся|н[ыи])$/u.test(form) && !/(?:[её]т|ит)(?:ся)?$/u.test(form)
      ? "plural"
      : "singular",
  ]);
  for (const passive of valuesOf(row, "passive"))
    for (const ending of ["", "а", "о", "ы"]) forms.push([passive + ending, "passive"]);
  const plurals = reflexive
    ? []
    : forms.filter(([form, kind]) => kind === "plural" && /[юуя]т$/u.test(form));
  for (const [form] of plurals)
    forms.push([form.replace(/[юу]т$/u, "ем").replace(/ят$/u, "им"), "we"]);
  if (!base.endsWith("ть")) return forms;
  const stem = base.slice(0, -2);
  const back = reflexive ? "ся" : "";
  const soft = reflexive ? "сь" : "";
  forms.push([`${stem}л${back}`, "singular"], [`${stem}ла${soft}`, "singular"]);
  forms.push([`${stem}ло${soft}`, "singular"], [`${stem}ли${soft}`, "plural"]);
  forms.push([reflexive ? `${stem}вшись` : `${stem}в`, "gerund"]);
  if (/[ое]вать$/u.test(base)) {
    const root = `${base.slice(0, -5)}у`;
    forms.push([`${root}ет${back}`, "singular"], [`${root}ют${back}`, "plural"]);
    forms.push([`${root}я${soft}`, "gerund"]);
    if (!reflexive) forms.push([`${root}ем`, "we"]);
  } else if (/[ая]ть$/u.test(base)) {
    forms.push([`${stem}ет${back}`, "singular"], [`${stem}ют${back}`, "plural"]);
    forms.push([`${stem}я${soft}`, "gerund"]);
    if (!reflexive) forms.push([`${stem}ем`, "we"]);
  } else if (base.endsWith("ить")) {
    const root = stem.slice(0, -1);
    forms.push([`${root}ит${back}`, "singular"], [`${root}ят${back}`, "plural"]);
    if (!reflexive) forms.push([`${root}им`, "we"]);
    forms.push([`${root}я${soft}`, "gerund"]);
  }
  return forms;
}
