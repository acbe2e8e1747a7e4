import type { Context } from "../context.ts";
import { valuesOf } from "../tsv.ts";

/** A way in which a line names who wrote a text. */
interface BylineRule {
  readonly id: string;
  /** What such a line begins with: asked first, since names in either case take long to compile. */
  readonly opening?: RegExp;
  /** The first group is the names. */
  readonly pattern: RegExp;
  readonly example: string;
  readonly source: string;
}

const source = "web: bylines of news sites at large";

/** A word of a name: a capital, or a particle between capitals. */
const word = String.raw`\p{Lu}[\p{L}\p{M}.'’‑-]*`;
const particle = String.raw`(?:de|da|di|do|dos|del|della|der|den|des|du|la|le|el|al|bin|ibn|ben|abu|van|von|vom|zu|zum|ter|ten|y|e|af|av)`;
const personName = String.raw`${word}(?: (?:${particle} )*${word}){1,4}`;
const joint = String.raw`\s*(?:,|;|&|\/|·|\||\band\b|\bund\b|\bet\b|\by\b|\be\b|\bi\b|и\b|и)\s*`;
const names = String.raw`${personName}(?:${joint}(?:${joint})?${personName}){0,7}`;

/** Lines that say who wrote the text; each pattern is matched against the whole line. */
const bylineRules: readonly BylineRule[] = [
  {
    id: "clean/byline-by",
    pattern: new RegExp(
      String.raw`^(?:(?:story |words |written |reported |text |posted |published )?by[:\s]|authors?\s*:)\s*(.{3,200})$`,
      "iu",
    ),
    example: "By Jane Roe and John Doe",
    source,
  },
  {
    id: "clean/byline-other",
    opening: /^(?:von|par|por|di|da|door|av|af|aut|text|testo|od|napisał|skrevet|оleh|oleh)/i,
    pattern: new RegExp(
      String.raw`^(?:von|par|por|di|da|door|av|af|autor(?:in)?\/autor(?:in)?|autor(?:en|in|es)?:?|auteurs?\s?:|autore:?|text:?|texte\s?:|testo:?|od|napisał[a]?|skrevet av|оleh|oleh)[:\s]\s*(${names})(?:[,|•·–—-].{0,80})?$`,
      "iu",
    ),
    example: "Von Erika Muster",
    source,
  },
  {
    id: "clean/byline-ru",
    opening: /^(?:автор|текст|корреспондент|подготовил|беседовал)/i,
    pattern: new RegExp(
      String.raw`^(?:автор(?:ы)?|текст|корреспондент|подготовил[аи]?|беседовал[аи]?)\s*[:：—–-]?\s+(${names})\.?$`,
      "iu",
    ),
    example: "Автор: Иван Петров",
    source,
  },
  {
    id: "clean/byline-zh",
    pattern:
      /^[（(【]?(?:(?:本报|本网|本社|特约)?(?:记者|評論員|评论员|特约评论员)|作者|撰文|文)\s*[:：/／|｜\s]\s*([\p{Script=Han}·]{2,8}(?:[\s、，,]+[\p{Script=Han}·]{2,8}){0,4}?)\s*[）)】]?$/u,
    example: "作者：某某",
    source,
  },
  {
    id: "clean/byline-reporting",
    opening: /^\(?(?:additional )?reporting /i,
    pattern: new RegExp(
      String.raw`^\(?(?:additional )?reporting (?:and writing )?by\s+(${names})`,
      "iu",
    ),
    example: "Reporting by Jane Roe; Editing by John Doe",
    source: "sign-off of news agencies",
  },
];

/** Who wrote the text, as a byline line says it; `null` for any other line. */
export function readByline(
  text: string,
  context: Context,
): { readonly names: readonly string[]; readonly rule: string } | null {
  if (text.length > 240) return null;
  for (const { id, opening, pattern } of bylineRules) {
    if (opening?.test(text) === false) continue;
    const match = pattern.exec(text);
    if (match === null) continue;
    const found = namesIn(match[1]!, context);
    if (found.length > 0) return { names: found, rule: id };
  }
  return null;
}

/** Role or place behind a name: “, staff writer”, “ in Port Selne”. */
const roleBehind =
  /,\s[^,]{0,40}\b(?:correspondent|writer|editor|reporter|columnist|bureau chief|analyst|journalist|fellow|корреспондент|обозреватель)\b.{0,40}$/iu;
const placeBehind = /\s+(?:in|aus|à|en|в)\s+\p{Lu}[\p{L} ,'’-]{2,40}$/u;

/** Whether a line is a journalist's role and place: “Diplomatic correspondent, Port Selne”. */
export function isRoleLine(text: string): boolean {
  return (
    text.length < 70 &&
    /^(?:[\p{L}’'-]+ ){0,4}(?:correspondent|staff writer|reporter|columnist|bureau chief|editor|senior fellow|fellow|корреспондент|обозреватель|специальный корреспондент)\b(?:,? .{2,40})?$/iu.test(
      text,
    )
  );
}

/** Whether a line ends in the place a reporter writes from: “Jane Roe in Port Selne”. */
export function namesPlace(text: string): boolean {
  return placeBehind.test(text);
}

const bareName = new RegExp(`^${names}$`, "u");
const barePerson = new RegExp(`^${personName}$`, "u");

/**
 * Names that stand alone on a line, as bylines do.
 * @returns `null` when the line is no name: a place, a section, an outlet, a word of headlines
 */
export function readNameLine(text: string, context: Context): readonly string[] | null {
  if (text.length > 120) return null;
  const named = text.replace(roleBehind, "").replace(placeBehind, "");
  if (!bareName.test(named)) return null;
  const found = namesIn(named, context);
  const persons = found.every((name) => isPersonName(name, context) && !isKnown(name, context));
  return found.length > 0 && persons ? found : null;
}

/** What a byline adds to a name: a role, a place, an address. */
const addition =
  /\s+(?:in|aus|à|from|reports?|reporting|berichtet|berichten|is (?:a|an|the)|was|for|für|pour|w)\s.*$|\s*[|•·–—(]\s*.*$|\s+-\s+.*$/u;
const roleWord =
  /\b(?:correspondent|reporter|editor|editors|staff|writer|columnist|bureau|chief|analyst|producer|journalist|contributor|contributing|special to|redakteur(?:in)?|redaktion|korrespondent(?:in)?|senior|political|diplomatic|foreign|news|newsroom|desk|team|service|agency|agencies|press|media|correspondant[e]?|envoyé|corrispondente|photographer|photos?|fotos?|video|updated|published|last|min|read|follow|twitter|email|author|profile|share|comments?)\b/iu;

/**
 * Names in what follows “By”: without places, roles, addresses and handles; split at commas and “and”.
 * Initials and particles stay, capitals stay as written.
 */
export function namesIn(written: string, context: Context): string[] {
  const text = written
    .replace(/\S+@\S+|https?:\S+|@\w+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  const found: string[] = [];
  for (const part of text.split(
    /\s*(?:,|;|\/|\||、|，|&|·|\band\b|\bund\b|\bet\b|\bwith\b|(?<=\s)и(?=\s))\s*/u,
  )) {
    const name = part
      .replace(addition, "")
      .trim()
      .replace(/[.:,]+$/u, "");
    if (name.length < 2 || name.length > 50 || /\d/.test(name)) continue;
    if (/\p{Script=Han}/u.test(name)) {
      if (name.length <= 8) found.push(name);
      continue;
    }
    if (roleWord.test(name)) continue;
    if (!barePerson.test(name)) continue;
    if (found.length > 0 && (placeWord.test(name) || isPlace(name, context))) continue;
    found.push(name);
  }
  return [...new Set(found)];
}

/** Words that begin names of places rather than of people. */
const placeWord =
  /^(?:Port|Saint|St\.?|Fort|Mount|Cape|Lake|New|North|South|East|West|Los|Las|Bad|Nizhny|Novy)\s/u;

/** Words that begin or end section names and headlines rather than names of people. */
const noName =
  /\b(?:News|World|Politics|Business|Opinion|Analysis|Europe|Asia|Africa|America|Americas|Middle|East|West|North|South|Latest|Live|Updates?|Breaking|Video|Photos?|Top|Stories|Read|More|Home|Search|Menu|Sign|Log|Subscribe|Newsletter|Share|Report|Reports|Press|Release|Statement|Statements|Briefing|Room|Speeches|Remarks|Ministry|Minister|President|Office|Government|Foreign|Affairs|Relations|International|National|Security|Defen[cs]e|Economy|Markets|Sport|Sports|Culture|Science|Technology|Health|Climate|Editorial|Board|Staff|Getty|Images|Image|Reuters|Shutterstock|iStock|Alamy|Photograph|Photography|Team|Desk|Agency|Agencies|Times|Post|Daily|Journal|Review|Tribune|Herald|Today|Weekly|Online|Radio|Television|Network|Center|Centre|Institute|University|Council|Committee|Commission|Union|Summit|Talks|Meeting|Visit|War|Peace|The|Of|To|And|For|With|On|In|At|By|From|Immediate|Release|Exclusive|Update|Image|Item)\b/iu;

/** Whether words in capitals are a person's name and no place, state, outlet or section. */
export function isPersonName(name: string, context: Context): boolean {
  if (/\p{Script=Han}/u.test(name)) return name.length <= 4;
  if (
    noName.test(name) ||
    /(?<!\p{L})\p{Lu}{2,4}(?!\p{L})/u.test(name.replace(/^[\p{Lu} .'’-]+$/u, ""))
  )
    return false;
  return !isPlace(name, context) && !isOutletName(name, context);
}

function lowerNames(key: string, tables: readonly string[], context: Context): ReadonlySet<string> {
  return context.derived(
    key,
    () =>
      new Set(
        tables.flatMap((table) =>
          context
            .rows(table)
            .flatMap((row) => [...valuesOf(row, "en"), ...valuesOf(row, "ru")])
            .map((name) => name.toLowerCase()),
        ),
      ),
  );
}

/** People that texts tell of: a line with their name alone is a caption or a tag rather than a byline. */
function isKnown(name: string, context: Context): boolean {
  return lowerNames("clean/known-people", ["knowledge/people"], context).has(name.toLowerCase());
}

function isPlace(name: string, context: Context): boolean {
  return lowerNames("clean/places", ["knowledge/states", "knowledge/places"], context).has(
    name.toLowerCase(),
  );
}

function isOutletName(name: string, context: Context): boolean {
  return lowerNames("clean/outlet-names", ["knowledge/outlets", "knowledge/bodies"], context).has(
    name.toLowerCase(),
  );
}
