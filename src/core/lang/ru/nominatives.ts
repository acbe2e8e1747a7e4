import type { Context } from "../../context.ts";
import { valuesOf } from "../../tsv.ts";
import { formKey } from "./cue-forms.ts";

/** Words before a noun phrase that make it no subject. */
const governed =
  /(?:^|[\s(«])(?:с|со|к|ко|от|для|о|об|обо|у|при|между|за|на|в|во|по|из|перед|после|через|без|против|под|над|до|среди|своей|обеих|этой|другой|всех|словам|мнению|имени|стороне)\s+$/iu;

/** Whether a preposition or noun before a place governs what follows. */
export function isGoverned(text: string, at: number): boolean {
  return governed.test(text.slice(Math.max(0, at - 14), at));
}

/** First words of names and titles as the tables give them, which is the nominative. */
export function nominativeWords(context: Context): ReadonlySet<string> {
  return context.derived("statements/ru/nominatives", () => {
    const words = new Set<string>();
    const add = (forms: readonly string[]): void => {
      for (const form of forms) for (const word of form.split(/\s+/u)) words.add(formKey(word));
    };
    for (const table of ["people", "states", "bodies", "outlets", "offices", "places"])
      for (const row of context.rows(`knowledge/${table}`))
        for (const form of [...valuesOf(row, "ru"), ...valuesOf(row, "ru_short")])
          add([form.split(/\s+/u)[0]!, ...(table === "people" ? form.split(/\s+/u) : [])]);
    for (const table of ["titles", "roles"])
      for (const row of context.rows(`lang/ru/lexicon/${table}`))
        add([(row["form"] ?? "").split(/\s+/u)[0]!]);
    add(["он", "она", "они", "стороны", "лидеры", "главы", "президенты", "обе", "оба"]);
    return words;
  });
}

/** Numerals and pronouns that show their case. */
const oblique =
  /^(?:двух|двум|двумя|обеих|обоих|обеим|обоим|обеими|обоими|наших|этих|всех|других|многих|ряда)$/u;

/** Whether a noun phrase looks like a nominative: by the tables, else by the ending of its first word. */
export function isNominative(words: string, nominatives: ReadonlySet<string>): boolean {
  const bare = words.replace(/^(?:\p{Lu}\.[\s\u00a0]?)+(?=\p{Lu}\p{Ll})/u, "");
  return isNominativeWord(bare.split(/[\s\u00a0]+/u)[0]!, nominatives);
}

/** Whether the name at the end of a phrase is a nominative: “российского лидера Ан Коваль”. */
export function endsInNominative(words: string, nominatives: ReadonlySet<string>): boolean {
  const name = /(?<=\p{Ll}\s)\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){1,3}$/u.exec(words);
  return name !== null && name[0].split(/\s/u).every((word) => isNominativeWord(word, nominatives));
}

/** Endings of surnames that keep their form in every case. */
const indeclinable = /^\p{Lu}[\p{L}-]*(?:заде|швили|дзе|оглу|енко|[аеиоу]ко|аго|ово|ых|их)$/u;

function isNominativeWord(word: string, nominatives: ReadonlySet<string>): boolean {
  const key = formKey(word);
  if (oblique.test(key)) return false;
  if (nominatives.has(key) || /(?:ий|ый|ая|яя|ое|ие|ые)$/u.test(key)) return true;
  if (indeclinable.test(word)) return true;
  return /[бвгджзклнпрстфхцчшщйь]$/u.test(key) && !/[её]й$|[иыо]й$/u.test(key);
}
