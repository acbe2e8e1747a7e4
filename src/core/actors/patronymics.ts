import type { Language } from "../document.ts";
import type { ActorTable } from "./actor-table.ts";
import { keyOf } from "./trie.ts";

/** A given name, a patronymic in Latin letters, and a surname (“Tomas Ivanovich Marsh”). */
const latin =
  /^(\p{Lu}[\p{L}'’-]+) \p{Lu}\p{L}+(?:ovich|evich|ovych|evych|ovna|evna|ivna|ichna) (\p{Lu}[\p{L}'’-]+)$/u;

/**
 * Who of the tables bears a name written with a patronymic, as agencies of Russia and its neighbours write it in English.
 * @returns the person's id; `null` where the name has no patronymic or nobody, or more than one, bears the rest
 */
export function bearerOf(table: ActorTable, language: Language, name: string): string | null {
  const match = language === "en" ? latin.exec(name) : null;
  if (match === null) return null;
  const key = keyOf(`${match[1]!} ${match[2]!}`);
  const bearers = new Set(
    table.forms.en
      .filter(({ kind, form }) => kind === "full" && keyOf(form) === key)
      .map(({ actor }) => actor),
  );
  return bearers.size === 1 ? [...bearers][0]! : null;
}
