import type { Context } from "../context.ts";
import { isPersonName, readByline } from "./byline.ts";
import type { Found } from "./sheet.ts";
import { foldName } from "./title.ts";

/** What separates names in one value. */
const separator =
  /\s*(?:;|\/|\||、|，|·|\s&\s|\s\+\s|\band\b|\bund\b|\bet\b|\bog\b|\boch\b|\by\b|(?<=\s)[eiyiи](?=\s\p{Lu}))\s*/u;

/** Values that are no author: templates' defaults, technical accounts, roles. */
const nobody =
  /^(?:(?:chief |senior |staff |foreign |political )*(?:journalist|reporter|writer|correspondent|columnist|contributor|editor|redakteur(?:in)?|korrespondent(?:in)?|journaliste|periodista|redactor(?:a)?|журналист|корреспондент|обозреватель|記者|记者|기자)|nachrichten|news|noticias|actualités|новости|admin(?:istrator)?|root|user|guest|author|editors?|staff|webmaster|web ?desk|redaktion|redakcija|unknown|none|null|undefined|n\/a|by|von|autor|автор|редакция|редактор|编辑|管理员|小编)$/iu;

/**
 * Choose among what the sources of a page name as its authors.
 *
 * A source that names persons comes before one that names the outlet alone; where two agree on some names, the
 * one with more counts. Nobody is added that no source names.
 * @param groups - names by source of markup, the more trustworthy first
 * @param lines - names in bylines of the page
 * @param outlets - names of the page's own outlet
 */
export function chooseAuthors(
  groups: readonly (readonly Found[])[],
  lines: readonly Found[],
  hints: readonly (readonly Found[])[],
  outlets: readonly string[],
  context: Context,
): readonly Found[] {
  const own = outlets.map(foldName).filter((name) => name.length > 1);
  const read = (list: readonly (readonly Found[])[]): Found[][] =>
    list
      .map((group) => distinct(group.flatMap((found) => namesOf(found, context))))
      .filter((group) => group.length > 0);
  const marked = read(groups);
  const sources = [...marked, ...read([lines, ...hints])];
  const isOwn = ({ value }: Found): boolean => {
    const folded = foldName(value);
    return own.some(
      (name) =>
        name === folded ||
        (folded.length > 3 && name.includes(folded)) ||
        (name.length > 3 && folded.includes(name)),
    );
  };
  const named = sources.filter((group) => !group.every(isOwn));
  const [best] = named.map((group) => group.filter((found) => !isOwn(found)));
  if (best === undefined) return sources[0] ?? [];
  const wider = marked.find(
    (group) => group.length > best.length && group.length === best.length + 1 && holds(group, best),
  );
  return wider ?? best;
}

/** The names in one value, each with the value's place. */
function namesOf(found: Found, context: Context): Found[] {
  if (/https?:|www\.|^@|^\S+@\S+$/.test(found.value)) return [];
  const byline = readByline(found.value, context);
  if (byline !== null && /^(?:by|von|par|por)\s/iu.test(found.value))
    return byline.names.map((value) => ({ ...found, value }));
  const parts = found.value
    .replace(/^\s*(?:by|von|par|por|di|text|words|автор|作者|记者)[:：]?\s+/iu, "")
    .replace(/\s*[([（][^)\]）]{0,60}[)\]）]|(?<=\p{Script=Hangul})\s*기자$/gu, "")
    .split(separator)
    .flatMap(atCommas)
    .map((name) =>
      name
        .replace(/\s+/gu, " ")
        .trim()
        .replace(/[,.;:]+$/u, ""),
    );
  return parts.filter(isName).map((value) => ({ ...found, value }));
}

/** Parts between commas, where they are names; a role or place behind a name goes. */
function atCommas(value: string): string[] {
  const parts = value.split(/\s*,\s*/u);
  if (parts.length === 1) return parts;
  const first = parts[0]!;
  const rest = parts.slice(1).filter((part) => /^\p{Lu}[^\s]*(?:\s+[^\s]+){1,3}$/u.test(part));
  return rest.length === parts.length - 1
    ? parts
    : [first, ...rest.filter((part) => looksLikePerson(part))];
}

function looksLikePerson(part: string): boolean {
  return part.split(" ").length <= 4 && part.split(" ").every((word) => /^\p{Lu}/u.test(word));
}

function isName(name: string): boolean {
  return (
    name.length > 1 &&
    name.length < 70 &&
    !/@|https?:|www\.|\d{3}|^\p{P}+$/u.test(name) &&
    !nobody.test(name) &&
    !/^(?:image|photo|foto|picture|bild|credit|source|quelle)\b/iu.test(name)
  );
}

function distinct(names: readonly Found[]): Found[] {
  const seen = new Set<string>();
  return names.filter(({ value }) => {
    const key = value.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function holds(group: readonly Found[], names: readonly Found[]): boolean {
  const keys = new Set(group.map(({ value }) => value.toLowerCase()));
  return names.every(({ value }) => keys.has(value.toLowerCase()));
}

/** Whether every name of a group is a person's. */
export function arePersons(group: readonly Found[], context: Context): boolean {
  return group.every(({ value }) => isPersonName(value, context));
}
