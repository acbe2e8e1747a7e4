import type { Language } from "../document.ts";
import { wordsOfClass, type Lexemes, type Sense } from "./lexemes.ts";
import { gapOf, type Item, type Scan } from "./scan.ts";

/** How a language puts state, title and name together. */
export interface ActorGrammar {
  readonly language: Language;
  /** Between a state and the title that hangs on it (`Chinese [new] president`, `China’s president`). */
  readonly nationToTitle: RegExp;
  /** Between two titles (`State Councilor and Foreign Minister`). */
  readonly titleToTitle: RegExp;
  /** Between a title and the state or body after it (`President of the …`); `null` where none follows. */
  readonly titleToNation: RegExp | null;
  /** Between a title, with its state, and a name. */
  readonly titleToName: RegExp;
  /** What before a title or in a gap says that the office is no longer, or not yet, held. */
  readonly former: RegExp;
  /** Determiner that belongs to a role, at the end of the text before it; `null` where there are none. */
  readonly determiner: RegExp | null;
  /** Possessive before “counterpart”, at the end of the text before it. */
  readonly possessive: RegExp;
  /** End word of a person's name the tables don't know, from its first word on; `null` when no name stands there. */
  readonly strangerEnd: (scan: Scan, lexemes: Lexemes, first: number) => number | null;
}

/** A noun phrase about an actor, not yet resolved. */
export interface Phrase {
  readonly start: number;
  readonly end: number;
  /** Words `first` up to `last` (exclusive). */
  readonly first: number;
  readonly last: number;
  /** State, body or medium named with the title, or the item itself when it stands alone. */
  readonly nation: Item | null;
  /** Ministry noun (`foreign ministry`) named with its state. */
  readonly ministry: Sense | null;
  readonly titles: readonly Item[];
  /** The title's state follows it (`President of China`). */
  readonly name: Item | null;
  /** Range of a name the tables don't know. */
  readonly stranger: { readonly start: number; readonly end: number } | null;
  readonly former: boolean;
  readonly determined: boolean;
  readonly possessive: boolean;
}

const nationKinds = new Set(["state", "demonym", "place", "body", "medium", "pair"]);

/** Whether an item has a reading of one of some kinds. */
export function hasKind(item: Item | null | undefined, ...kinds: readonly string[]): boolean {
  return (
    item !== null && item !== undefined && item.senses.some((sense) => kinds.includes(sense.kind))
  );
}

/** The first reading of an item of a kind. */
export function senseOf(item: Item, kind: string): Sense | null {
  return item.senses.find((sense) => sense.kind === kind) ?? null;
}

/** Put the items of a scan together to noun phrases, left to right. */
export function composePhrases(scan: Scan, lexemes: Lexemes, grammar: ActorGrammar): Phrase[] {
  const phrases: Phrase[] = [];
  let index = 0;
  while (index < scan.items.length) {
    const phrase = composeAt(scan, lexemes, grammar, index);
    phrases.push(phrase);
    while (index < scan.items.length && scan.items[index]!.first < phrase.last) index++;
  }
  return phrases;
}

interface Draft {
  last: number;
  end: number;
  nation: Item | null;
  ministry: Sense | null;
  titles: Item[];
  former: boolean;
}

function composeAt(scan: Scan, lexemes: Lexemes, grammar: ActorGrammar, at: number): Phrase {
  const head = scan.items[at]!;
  const draft: Draft = {
    last: head.last,
    end: head.end,
    nation: null,
    ministry: null,
    titles: [],
    former: false,
  };
  let name: Item | null = null;
  let next = at;
  let opening = head;
  if (hasKind(head, "full", "short") && !hasKind(head, "title", ...nationKinds)) {
    name = head;
    opening = withInitials(scan, head);
  } else {
    if (isNation(head)) {
      draft.nation = head;
      next = at + 1;
    }
    if (grammar.language === "ru" && draft.nation !== null && !hasKind(head, "demonym")) {
      return finish(scan, grammar, head, draft, null, null);
    }
    next = takeMinistry(scan, grammar, draft, next, next === at);
    next = takeTitles(scan, grammar, draft, next, next === at);
    if (draft.titles.length > 0 || draft.ministry !== null)
      next = takeNationAfter(scan, grammar, draft, next);
  }
  let stranger: Phrase["stranger"] = null;
  if (name === null && draft.titles.length > 0) {
    const following = scan.items[next];
    const gap =
      following === undefined
        ? ""
        : gapOf(scan.text, draft.end, following.start).replace(initials, "");
    if (
      following !== undefined &&
      hasKind(following, "full", "short") &&
      joinsName(grammar, draft, gap) &&
      !opensLongerName(scan, lexemes, following)
    ) {
      name = following;
      draft.last = following.last;
      draft.end = following.end;
    } else stranger = takeStranger(scan, lexemes, grammar, draft);
    if (name === null && stranger === null) separateTitles(scan, draft);
  }
  return finish(scan, grammar, opening, draft, name, stranger);
}

/** Initials at the end of a text: “М.”, “С. В. ”. */
const initials = /(?:\p{Lu}\.[ \u00a0]?){1,3}$/u;

/** A surname together with the initials before it. */
function withInitials(scan: Scan, item: Item): Item {
  const before = scan.text.slice(Math.max(0, item.start - 10), item.start);
  const found = /(?<![\p{L}.])(?:\p{Lu}\.[ \u00a0]?){1,3}$/u.exec(before)?.[0];
  if (found === undefined) return item;
  const start = item.start - found.length;
  let first = item.first;
  while (first > 0 && scan.words[first - 1]!.start >= start && scan.itemOver[first - 1]! < 0)
    first--;
  return scan.words[first]!.start === start ? { ...item, start, first } : item;
}

/** Whether an item names people by short forms only. */
export function isShortOnly(item: Item): boolean {
  return item.senses.every((sense) => sense.kind === "short");
}

/** Whether a capitalised word can be part of the same name as the one beside it: unknown, or a surname itself. */
export function isNamePart(scan: Scan, word: number): boolean {
  const item = scan.items[scan.itemOver[word]!];
  return item === undefined || isShortOnly(item);
}

/** A short name before another word of a name is not that person's: `Mark` in `Mark Brown`, `米歇尔` in `米歇尔·布兰`. */
function opensLongerName(scan: Scan, lexemes: Lexemes, item: Item): boolean {
  const next = scan.words[item.last];
  const dotted = /^[·・‧•∙]\p{Script=Han}/u.test(scan.text.slice(item.end, item.end + 2));
  if (dotted && isShortOnly(item)) return true;
  return (
    next !== undefined &&
    next.capital &&
    isShortOnly(item) &&
    (scan.shouted[item.first] === 0 ||
      scan.capitalPairs.has(`${scan.words[item.last - 1]!.key} ${next.key}`)) &&
    /^\s$/.test(scan.text.slice(item.end, next.start)) &&
    isNamePart(scan, item.last) &&
    !wordsOfClass(lexemes, "notperson").has(next.key)
  );
}

function isNation(item: Item): boolean {
  return item.senses.some((sense) => nationKinds.has(sense.kind));
}

function takeMinistry(
  scan: Scan,
  grammar: ActorGrammar,
  draft: Draft,
  at: number,
  opening: boolean,
): number {
  const item = scan.items[at];
  const sense = item?.senses.find((candidate) => candidate.value.startsWith("ministry:"));
  if (item === undefined || sense === undefined) return at;
  if (!opening && !grammar.nationToTitle.test(gapOf(scan.text, draft.end, item.start))) return at;
  draft.ministry = sense;
  draft.last = item.last;
  draft.end = item.end;
  return at + 1;
}

function takeTitles(
  scan: Scan,
  grammar: ActorGrammar,
  draft: Draft,
  from: number,
  opening: boolean,
): number {
  let at = from;
  let first = opening;
  for (let item = scan.items[at]; item !== undefined; item = scan.items[++at]) {
    const isTitle = hasKind(item, "title") || item.senses.some((sense) => isPersonRole(sense));
    if (!isTitle) break;
    if (!first) {
      const gap = gapOf(scan.text, draft.end, item.start);
      const fits = draft.titles.length === 0 ? grammar.nationToTitle : grammar.titleToTitle;
      if (!fits.test(gap) || ownsTitle(grammar, draft.titles.at(-1), gap)) break;
      if (grammar.former.test(gap)) draft.former = true;
    }
    first = false;
    draft.titles.push(item);
    draft.last = item.last;
    draft.end = item.end;
  }
  return at;
}

/** Two titles joined by “and” without a state or a name are two people's (`the President and Prime Minister`). */
function separateTitles(scan: Scan, draft: Draft): void {
  const [first, second] = draft.titles;
  if (first === undefined || second === undefined || draft.nation !== null) return;
  if (draft.ministry !== null || !/^ (?:and|и) $/.test(scan.text.slice(first.end, second.start)))
    return;
  draft.titles = [first];
  draft.last = first.last;
  draft.end = first.end;
}

/** In Russian a title right after another is in the genitive (`представитель президента`), but for a form of address. */
function ownsTitle(grammar: ActorGrammar, before: Item | undefined, gap: string): boolean {
  if (grammar.language !== "ru" || before === undefined || !/^\s$/.test(gap)) return false;
  return !before.senses.some((sense) => sense.value === "honorific");
}

function isPersonRole(sense: Sense): boolean {
  return sense.kind === "role" && (sense.value === "spokesperson" || sense.value === "of-state");
}

function takeNationAfter(scan: Scan, grammar: ActorGrammar, draft: Draft, at: number): number {
  if (grammar.titleToNation === null) return at;
  const item = scan.items[at];
  if (item === undefined) return at;
  const gap = gapOf(scan.text, draft.end, item.start);
  if (!grammar.titleToNation.test(gap)) return at;
  const ministry = item.senses.find((sense) => sense.value.startsWith("ministry:"));
  if (ministry !== undefined && draft.ministry === null && draft.titles.length > 0) {
    draft.ministry = ministry;
    draft.last = item.last;
    draft.end = item.end;
    return takeNationAfter(scan, grammar, draft, at + 1);
  }
  if (draft.nation !== null || !hasKind(item, "state", "body", "medium", "demonym", "place"))
    return at;
  const following = scan.items[at + 1];
  const leads = draft.titles.at(-1)?.senses.some((sense) => sense.value === "leader") === true;
  const owned = following?.senses.find(
    ({ value }) => value.startsWith("ministry:") || (leads && value.startsWith("headed:")),
  );
  const joined =
    following !== undefined &&
    grammar.nationToTitle.test(gapOf(scan.text, item.end, following.start));
  if (owned !== undefined && joined && draft.ministry === null) {
    draft.nation = item;
    draft.ministry = owned;
    draft.last = following.last;
    draft.end = following.end;
    return at + 2;
  }
  if (hasKind(item, "demonym") && !hasKind(item, "state")) return at;
  if (grammar.language === "ru" && !hasKind(item, "state", "body", "medium", "place")) return at;
  draft.nation = item;
  draft.last = item.last;
  draft.end = item.end;
  return at + 1;
}

/** A comma joins only an office of a named state or body (`the French President, Emmanuel …`). */
function joinsName(grammar: ActorGrammar, draft: Draft, gap: string): boolean {
  if (!grammar.titleToName.test(gap)) return false;
  return gap !== ", " || (draft.nation !== null && hasKind(draft.titles.at(-1), "title"));
}

/** In Chinese a head of state or government without a state is not followed by an unknown name (`主席向…`). */
function isBareOffice(titles: readonly Item[]): boolean {
  return titles.every((item) =>
    item.senses.some((sense) => /^(?:head-of-|leader|monarch)/.test(sense.value)),
  );
}

/** What stands for those in office and is nobody's title (“Government Turnaround Strategy”). */
const bodies = /^(?:government|administration|authorities|regime|leadership|cabinet)$/iu;

function takeStranger(
  scan: Scan,
  lexemes: Lexemes,
  grammar: ActorGrammar,
  draft: Draft,
): Phrase["stranger"] {
  const word = scan.words[draft.last];
  if (word === undefined) return null;
  if (!joinsName(grammar, draft, gapOf(scan.text, draft.end, word.start))) return null;
  if (grammar.language === "zh" && draft.nation === null && isBareOffice(draft.titles)) return null;
  const title = draft.titles.at(-1);
  if (title !== undefined && bodies.test(scan.text.slice(title.start, title.end))) return null;
  const last = grammar.strangerEnd(scan, lexemes, draft.last);
  if (last === null) return null;
  const start = word.start;
  draft.last = last;
  draft.end = scan.words[last - 1]!.end;
  return { start, end: draft.end };
}

function finish(
  scan: Scan,
  grammar: ActorGrammar,
  head: Item,
  draft: Draft,
  name: Item | null,
  stranger: Phrase["stranger"],
): Phrase {
  const before = scan.text.slice(Math.max(0, head.start - 24), head.start);
  const isRole = draft.titles.length > 0 && name === null && stranger === null;
  const determiner =
    isRole || draft.ministry !== null ? (grammar.determiner?.exec(before)?.[0] ?? "") : "";
  const former = grammar.former.test(before) || draft.former;
  return {
    start: head.start - determiner.length,
    end: draft.end,
    first: head.first,
    last: draft.last,
    nation: draft.nation,
    ministry: draft.ministry,
    titles: draft.titles,
    name,
    stranger,
    former,
    determined: determiner !== "",
    possessive: grammar.possessive.test(before),
  };
}
