import type { Context } from "../../context.ts";
import { valueOf, valuesOf } from "../../tsv.ts";
import { wordCount } from "../line-text.ts";
import type { Found } from "../sheet.ts";
import { stateNamed } from "./states.ts";

/** Manners in which authorities tell of their own leaders and the press does not. */
interface MannerRule {
  readonly id: string;
  readonly example: string;
  readonly source: string;
  /** @returns the side, `null` when the text is not in this manner */
  readonly read: (text: Opening, context: Context) => string | null;
}

interface Opening {
  readonly title: string;
  /** First paragraph of running text. */
  readonly first: string;
  /** All of the opening. */
  readonly all: string;
}

/** Signs that somebody else reports what an authority says. */
const reported =
  /\b(?:Reuters|AFP|Associated Press|according to|told (?:reporters|journalists)|reported|said in a statement|the Kremlin said|the White House said|press service|news agency)\b|сообщ(?:ил|ает|или)|пресс-служб|передает|передаёт|报道称|据.{1,12}报道|据悉/iu;

const rules: readonly MannerRule[] = [
  {
    id: "clean/manner-title-of-release",
    example: "Readout of President Orlov’s Call with …",
    source: "titles of releases by presidencies and foreign ministries",
    read: ({ title }, context) => {
      const match =
        /^(?:READOUT|Readout|Read-out|STATEMENT|Statement|Remarks|REMARKS|(?:Press [Bb]|B)riefing|Press Gaggle|Background Press (?:Call|Briefing)|Press Call|Fact Sheet|FACT SHEET)\s*:?\s+(?:of|by|from|on|—|–)\s+(.{3,160})/u.exec(
          title,
        );
      return match === null ? null : ownerOf(match[1]!, context);
    },
  },
  {
    id: "clean/manner-british-colon",
    example: "PM call with President Kostrova of Valdoria: 4 March 2023",
    source: "gov.uk: office, occasion and partner, the day behind a colon",
    read: ({ title }) =>
      /^(?:PM|Prime Minister|Deputy Prime Minister|Foreign Secretary|Defence Secretary)(?:['’]s)? (?:[\p{Ll}-]+ ){0,2}(?:calls?|meetings?|bilateral|talks|statement|remarks) (?:with|on|following|at) .{3,120}: \d{1,2} \p{Lu}\p{L}+ \d{4}$/u.test(
        title,
      )
        ? "GBR"
        : null,
  },
  {
    id: "clean/manner-secretary-general",
    example: "Readout of the Secretary-General’s meeting with …",
    source: "spokesperson of the Secretary-General of the United Nations: the office alone",
    read: ({ title, all }) =>
      /^(?:Readout|Note|Statement|Remarks|Transcript)\b.{0,60}\bthe Secretary-General(?:['’]s)?\b/u.test(
        title,
      ) && /\b(?:United Nations|UN)\b/u.test(all)
        ? "INT:un"
        : null,
  },
  {
    id: "clean/manner-chinese-office",
    example: "国家主席某某6月15日下午同外国总统通电话。",
    source: "Xinhua and CCTV on the leaders of China: the office without the country",
    read: ({ first }, context) => {
      const match =
        /^(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日[上下]?[午晚]?，?(?:当地时间)?)?(?:当地时间\d{1,2}月\d{1,2}日[上下]?[午晚]?，)?(?:中共中央总书记、)?(?:国家主席|国家副主席|国务院总理|国务院副总理|国务委员(?:兼外长)?|中央军委主席|外交部长|外长|中共中央政治局委员、?[^，。]{0,24})、?(?:[^，。]{0,12}、)?([\p{Script=Han}]{2,4}?)(?=\d|同|会见|与|在|出席|应|今|上午|下午|抵达|向|主持|致|以)/u.exec(
          first,
        );
      return match !== null && personState(match[1]!, "zh", context) === "CHN" ? "CHN" : null;
    },
  },
  {
    id: "clean/manner-chinese-spokesperson",
    example: "2022年6月15日外交部发言人某某主持例行记者会",
    source: "titles of the foreign ministry of China: the ministry without the country",
    read: ({ title }) =>
      /^(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日)?(?:外交部|国防部|商务部|国台办|国务院台办)(?:新闻)?发言人[\p{Script=Han}]{2,4}(?:主持|就.{2,60}答记者问|发表谈话)/u.test(
        title,
      )
        ? "CHN"
        : null,
  },
  {
    id: "clean/manner-russian-capitals",
    example: "Имя Фамилия провёл телефонный разговор с Президентом Республики …",
    source: "kremlin.ru: its own leader without office, the other's office with a capital",
    read: ({ first }, context) => {
      const match = /^(?:\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+)(?=\s)/u.exec(first)?.[0] ?? null;
      const own = match === null ? null : personState(match, "ru", context);
      const office =
        /(?:Президент|Председател|Премьер-министр|Корол|Канцлер|Генеральн|Верховн)\p{Ll}*\s+\p{Lu}/u;
      return own === "RUS" && office.test(first.slice(0, 300)) ? own : null;
    },
  },
  {
    id: "clean/manner-own-leader-alone",
    example: "Irena Kostrova held talks with President of …",
    source:
      "kremlin.ru and presidencies of its neighbours in English: own leader without office, not in the title",
    read: ({ title, first }, context) => {
      const leader =
        /^(?:\p{Lu}[\p{L}-]+\s){1,3}\p{Lu}[\p{L}-]+(?=\s(?:had|held|met|spoke|sent|received|congratulated|expressed|took part|will|has|discussed|conveyed|welcomed|visited|chaired|addressed|signed|presented|attended|arrived)\b)/u.exec(
          first,
        )?.[0];
      const state = leader === undefined ? null : personState(leader, "en", context);
      const surname = leader?.split(" ").at(-1) ?? "";
      return state !== null && title !== "" && !title.includes(surname) ? state : null;
    },
  },
  {
    id: "clean/manner-today",
    example: "President Tomas Eldridge spoke today with President …",
    source: "readouts of the White House and of offices that follow it: office and name, “today”",
    read: ({ first }, context) => {
      const match =
        /^(?:Today,? |This (?:morning|afternoon|evening),? )?(?:President|Vice President|Prime Minister|Chancellor|Secretary(?: of \p{Lu}\p{L}+)?|Foreign Minister|National Security Advisor|Assistant to the President[^.]{0,60}?) ((?:\p{Lu}[\p{L}.'’-]*,? ){1,5})(?=and |today |spoke|met|held|participated|convened|hosted|welcomed|traveled|had|joined|is |will |called)/u.exec(
          first,
        );
      if (
        match === null ||
        !/\b(?:today|this (?:morning|afternoon|evening))\b/i.test(first.slice(0, 220))
      )
        return null;
      return ownerOf(match[1]!.trim(), context);
    },
  },
  {
    id: "clean/manner-title-and-office",
    example:
      "Irena Kostrova had a phone conversation with …; President of Valdoria Irena Kostrova …",
    source:
      "president.gov.ua and its like: the name alone in the title, office with “of” and name in the text",
    read: ({ title, all }, context) => {
      const leader = /^(?:\p{Lu}[\p{L}-]+\s){1,2}\p{Lu}[\p{L}-]+(?=\s\p{Ll}|:)/u.exec(title)?.[0];
      const state = leader === undefined ? null : personState(leader, "en", context);
      if (state === null) return null;
      const office = new RegExp(
        `(?:President|Prime Minister) of (?:the )?(\\p{Lu}[\\p{L}-]+(?: \\p{Lu}[\\p{L}-]+)?) ${leader}`,
        "u",
      ).exec(all)?.[1];
      return stateIn(office, context) === state ? state : null;
    },
  },
  {
    id: "clean/manner-office-of-state",
    example: "President of Valdoria Irena Kostrova had a phone conversation with …",
    source: "presidencies and ministries that write the office with “of”",
    read: ({ title, first }, context) => {
      const office =
        /^(?:The )?(?:President|Prime Minister|Foreign Minister|Minister of Foreign Affairs|Minister for Foreign Affairs|Ministry of Foreign Affairs|Ministry of External Affairs) of (?:the )?((?:Republic of |Kingdom of |Islamic Republic of |Kyrgyz |Czech |Slovak )?\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?)/u;
      const state = stateIn(office.exec(first)?.[1], context);
      if (state === null) return null;
      const titled = office.exec(title)?.[1];
      return titled === undefined || stateIn(titled, context) === state ? state : null;
    },
  },
  {
    id: "clean/manner-russian-about",
    example: "О телефонном разговоре Министра иностранных дел И.О.Фамилии с …",
    source:
      "titles of the foreign ministry of Russia: “О”, own minister first, initials before the surname",
    read: ({ title }, context) => {
      const named =
        /^Об? (?:[\p{L}-]+ ){1,3}?[^.]{0,80}?\p{Lu}\.\s?(?:\p{Lu}\.)?\s?(\p{Lu}[\p{Ll}-]{2,20})(?![\p{L}.])/u.exec(
          title,
        )?.[1];
      if (named === undefined) return null;
      const forms = [named, named.replace(/(?:а|я|ой|ым|ом)$/u, ""), named.replace(/ой$/u, "а")];
      return forms.some((form) => surnameOf(form, "ru", context) === "RUS") ? "RUS" : null;
    },
  },
  {
    id: "clean/manner-chinese-english",
    example: "Wang Yi Has a Phone Call with …",
    source:
      "foreign ministry of China in English: own leader without office in a title of capitals, party office in the text",
    read: ({ title, first }, context) => {
      const leader =
        /^((?:\p{Lu}\p{L}+ ){1,2}\p{Lu}\p{L}+) (?:Has|Holds|Meets|Speaks|Attends|Visits|Receives)\b/u.exec(
          title,
        )?.[1];
      const office =
        /\b(?:CPC Central Committee|State Councilor|Chinese Foreign Minister|President Xi Jinping|Premier Li|Assistant Foreign Minister|Vice Foreign Minister|Foreign Minister)\b/;
      const own = leader === undefined ? null : personState(leader, "en", context);
      return own === "CHN" && office.test(first) ? "CHN" : null;
    },
  },
  {
    id: "clean/manner-japanese-capitals",
    example:
      "Mr. TANAKA Ichiro, Minister for Foreign Affairs of Japan, held a telephone talk with …",
    source: "foreign ministry of Japan: the surname of its own people first, in capitals",
    read: ({ first }) =>
      /(?:Mr|Ms)\. \p{Lu}{3,} \p{Lu}\p{Ll}+, (?:\p{L}+ ){0,3}(?:Minister|Vice-Minister|Director-General)[\p{L} -]{0,40}of Japan\b/u.test(
        first,
      )
        ? "JPN"
        : null,
  },
  {
    id: "clean/manner-russian-turns",
    example: "И.Фамилия: Добрый день!",
    source: "transcripts of kremlin.ru: initial and surname before each turn",
    read: ({ all }, context) => {
      const turns = [...all.matchAll(/^\p{Lu}\.\s?(\p{Lu}\p{Ll}+)\s*(?:\([^)]{1,40}\))?:/gmu)];
      return turns.some((match) => surnameOf(match[1]!, "ru", context) === "RUS") ? "RUS" : null;
    },
  },
  {
    id: "clean/manner-eastern-time",
    example: "11:56 A.M. EST",
    source: "transcripts of the White House: the hour above the first turn",
    read: ({ all }) => (/^\d{1,2}:\d{2} [AP]\.M\. E[SD]T$/mu.test(all) ? "USA" : null),
  },
];

/**
 * The side of a page that names no outlet, by its manner.
 * @returns actor id with the rule, without a place: it is inferred; `null` where nothing tells
 */
export function readManner(
  title: string | null,
  opening: string,
  letterhead: readonly Found[],
  context: Context,
): Found | null {
  const lines = opening.split("\n").map((line) => line.trim());
  const first = lines.find((line) => wordCount(line) >= runningWords) ?? "";
  if (reported.test(first) || reported.test(title ?? "")) return null;
  const text: Opening = {
    title: title ?? "",
    first,
    all: [...letterhead.map(({ value }) => value), opening].join("\n"),
  };
  for (const { id, read } of rules) {
    const side = read(text, context);
    if (side !== null) return { value: side, rule: id, place: null };
  }
  return null;
}

/** Shortest line that is running text, in words. */
const runningWords = 7;

/** Words between the start of a title and the name in it: offices, initials, joining words. */
const leading = /^(?:the|of|for|and|to|\p{Lu}[\p{L}.'’-]*,?)$/u;

/** The state of the person whose call, meeting or words a title is about. */
function ownerOf(rest: string, context: Context): string | null {
  const words = rest.split(/\s+/u).slice(0, 9);
  const stop = words.findIndex((word) => !leading.test(word));
  const head = (stop === -1 ? words : words.slice(0, stop)).map((word) =>
    word.replace(/['’]s?$|[,.]$/gu, ""),
  );
  for (let from = 0; from < head.length; from++)
    for (let length = 4; length >= 1; length--) {
      if (from + length > head.length) continue;
      const name = head.slice(from, from + length).join(" ");
      const state = length === 1 ? surnameState(name, context) : personState(name, "en", context);
      if (state !== null) return state;
    }
  return null;
}

function peopleBy(column: "en" | "zh" | "ru", context: Context): ReadonlyMap<string, string> {
  return context.derived(`clean/people-${column}`, () => {
    const found = new Map<string, string>();
    for (const row of context.rows("knowledge/people")) {
      const state = valueOf(row, "state");
      if (state === null) continue;
      for (const name of valuesOf(row, column)) {
        // A name that people of two states share says nothing of either.
        const known = found.get(name);
        found.set(name, known === undefined || known === state ? state : "");
      }
    }
    return found;
  });
}

function personState(name: string, language: "en" | "zh" | "ru", context: Context): string | null {
  const people = peopleBy(language, context);
  const state = people.get(name) ?? people.get(name.replace(/\s\p{Lu}\.?(?=\s)/gu, ""));
  return state === undefined || state === "" ? null : state;
}

/** State of the person a surname means, where only people of one state bear it. */
function surnameState(surname: string, context: Context): string | null {
  return surname.length < 4 ? null : surnameOf(surname, "en", context);
}

function surnameOf(surname: string, language: "en" | "ru", context: Context): string | null {
  const states = context.derived(`clean/surnames-${language}`, () => {
    const found = new Map<string, Set<string>>();
    for (const [name, state] of peopleBy(language, context)) {
      const last = name.split(" ").at(-1)!;
      found.set(last, (found.get(last) ?? new Set()).add(state));
    }
    return found;
  });
  const [state, other] = [...(states.get(surname) ?? [])];
  return state === undefined || state === "" || other !== undefined ? null : state;
}

function stateIn(name: string | undefined, context: Context): string | null {
  if (name === undefined) return null;
  const words = name.split(" ");
  for (let length = words.length; length >= 1; length--) {
    const state = stateNamed(words.slice(0, length).join(" "), context);
    if (state !== null) return state;
  }
  return stateNamed(words.at(-1)!, context);
}
