import { cleanPage } from "../../src/core/clean/clean-page.ts";
import type { Context } from "../../src/core/context.ts";
import type { Document } from "../../src/core/document.ts";
import type { Page } from "../../src/core/page.ts";
import { annotate } from "../../src/core/pipeline.ts";
import type { DateInterval, EncounterMention } from "../../src/core/records.ts";
import { toPage } from "../../src/core/offset-map.ts";
import { readGold, type GoldPage, type GoldSpan } from "../gold/gold.ts";
import { accountPage } from "./account-page.ts";
import { scoreOf, type Score } from "./clusters.ts";

/** Somebody by id, or by the place of his name where the tables don't have him. */
type GoldPerson = string | { readonly name: GoldSpan; readonly side: string };

/** The encounter a page is an account of, as a person read it. */
interface GoldOwn extends GoldPage {
  readonly own: {
    readonly mode: string;
    readonly principals: readonly GoldPerson[];
    /** Who was with them. */
    readonly also: readonly GoldPerson[];
    /** Left out where it is not judged. */
    readonly place?: string | null;
    readonly date: DateInterval;
    readonly status: string;
  };
}

/** What came of own encounters, of one language or all. */
export interface OwnScores {
  readonly pages: number;
  readonly participants: Score;
  /** Shares in per cent of all pages. */
  readonly principals: number;
  readonly mode: number;
  readonly status: number;
  readonly place: number;
  readonly date: number;
  /** Without metadata: pages whose date is that very day; whose interval holds it; that have none. */
  readonly bareExact: number;
  readonly bareRight: number;
  readonly bareOpen: number;
  readonly errors: readonly string[];
}

interface Read {
  readonly gold: GoldOwn;
  readonly language: string;
  readonly document: Document;
  /** The same page without what its metadata say. */
  readonly bare: Document;
}

/** Read the pages with and without their metadata. */
export function readOwn(data: string, context: Context): Read[] {
  return readGold<GoldOwn>("encounters-own").map((gold) => {
    const page = accountPage(data, gold.page);
    const read = (one: Page): Document => annotate(cleanPage(one, context, null), context);
    const document = read(page);
    return { gold, language: document.language ?? "", document, bare: read(withoutDate(page)) };
  });
}

/** A page as if nobody had told when it was published. */
function withoutDate(page: Page): Page {
  const { published: _published, url: _url, ...given } = page.given;
  const source =
    page.bodyStart === 0
      ? page.source
      : page.source.replace(/^(?:published|date|source|url):.*$/gmu, (line) =>
          "#".padEnd(line.length, " "),
        );
  return { ...page, source, given };
}

/** Compare own encounters with the gold. */
export function scoreOwn(all: readonly Read[], language: string | null): OwnScores {
  const reads = all.filter((read) => language === null || read.language.startsWith(language));
  let [hits, found, wanted] = [0, 0, 0];
  const right = { principals: 0, mode: 0, status: 0, place: 0, date: 0 };
  const bare = { exact: 0, right: 0, open: 0 };
  const errors: string[] = [];
  for (const { gold, document, bare: stripped } of reads) {
    const { own } = gold;
    const name = gold.page.replace(/^.*?[#/]/, "").slice(-70);
    const main = document.layers.encounters.find((mention) => mention.main);
    const everybody = [...own.principals, ...own.also];
    wanted += everybody.length;
    const also = stripped.layers.encounters.find((mention) => mention.main)?.date ?? null;
    if (also === null) bare.open++;
    else if (sameDate(also, own.date)) bare.exact++;
    if (also !== null && holds(also, own.date)) bare.right++;
    else if (also !== null) errors.push(`bare date ${name}: ${also.earliest}..${also.latest}`);
    if (main === undefined) {
      errors.push(`no own encounter: ${name}`);
      continue;
    }
    const persons = main.participants.filter((actor) => !covered(actor, main.participants));
    found += persons.length;
    const missed = everybody.filter(
      (person) => !persons.some((actor) => isPerson(person, actor, document)),
    );
    const invented = persons.filter(
      (actor) => !everybody.some((person) => isPerson(person, actor, document)),
    );
    hits += everybody.length - missed.length;
    for (const person of missed) errors.push(`missed ${labelOf(person)}: ${name}`);
    for (const actor of invented) errors.push(`invented ${actor}: ${name}`);
    const met = own.principals.every((person) =>
      main.principals.some((actor) => isPerson(person, actor, document)),
    );
    note("principals", met && main.principals.length === own.principals.length, main.principals);
    note("mode", main.mode === own.mode, main.mode);
    note("status", main.status === own.status, main.status);
    note("place", own.place === undefined || own.place === main.place, main.place);
    note("date", main.date !== null && sameDate(main.date, own.date), main.date?.earliest);

    function note(what: keyof typeof right, is: boolean, was: unknown): void {
      if (is) right[what]++;
      else errors.push(`${what} ${String(was)}: ${name}`);
    }
  }
  const share = (count: number): number => (reads.length === 0 ? 0 : (100 * count) / reads.length);
  return {
    pages: reads.length,
    participants: scoreOf(hits, found, wanted),
    principals: share(right.principals),
    mode: share(right.mode),
    status: share(right.status),
    place: share(right.place),
    date: share(right.date),
    bareExact: share(bare.exact),
    bareRight: share(bare.right),
    bareOpen: share(bare.open),
    errors,
  };
}

/** A state or body beside somebody who is there for it says nothing more. */
function covered(actor: string, all: EncounterMention["participants"]): boolean {
  return !actor.includes(":") && all.some((other) => other.startsWith(`${actor}:`));
}

function isPerson(person: GoldPerson, actor: string, document: Document): boolean {
  if (typeof person === "string") return person === actor;
  return document.layers.actors.some((mention) => {
    if (mention.actor !== actor) return false;
    const place = toPage(document.offsets, mention);
    return place !== null && place.start < person.name.end && place.end > person.name.start;
  });
}

function labelOf(person: GoldPerson): string {
  return typeof person === "string" ? person : `somebody of ${person.side}`;
}

function sameDate(one: DateInterval, other: DateInterval): boolean {
  return one.earliest === other.earliest && one.latest === other.latest;
}

function holds(outer: DateInterval, inner: DateInterval): boolean {
  return outer.earliest <= inner.earliest && inner.latest <= outer.latest;
}
