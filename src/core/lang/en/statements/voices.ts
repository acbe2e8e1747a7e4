import { actorTable } from "../../../actors/actor-table.ts";
import { mentionsIn } from "../../../actors/lookup.ts";
import { dateOf, holderOf, strangerId } from "../../../actors/people.ts";
import { governmentLeads } from "../../../actors/reading.ts";
import type { Context } from "../../../context.ts";
import type { Document, Range } from "../../../document.ts";
import { speakerNouns, type SpeakerNoun } from "./credible.ts";
import { actorsIn } from "./denotation.ts";

/** Titles of texts that somebody speaks himself. */
const ownWords =
  /^(?:(?:joint )?statement|remarks|address|message|letter|greetings|congratulations|speech|press statement|article|op-ed|video message|opening remarks|introductory remarks|welcome)\b/iu;

/** Cues of what several parties do together: “we” is then both sides. */
const together = /^(?:discuss|agree)$/;

/**
 * Who speaks in a document beyond what its mentions say: the first person of an official account, the
 * sides of an encounter behind a sourceless passive, “him” after a statement of his.
 */
export class Voices {
  readonly #document: Document;
  readonly #context: Context;
  readonly #nouns: ReadonlyMap<string, SpeakerNoun>;
  #principal: string | null | undefined;
  #sides: readonly string[] | undefined;

  constructor(document: Document, context: Context) {
    this.#document = document;
    this.#context = context;
    this.#nouns = speakerNouns(context);
  }

  /**
   * Actors of a source; of a sourceless statement in an account the sides it speaks of.
   * @param before - actors of the statement before in the same paragraph
   */
  actorsOf(
    source: Range | null,
    cueClass: string | null,
    before: readonly string[],
  ): readonly string[] {
    if (source === null) {
      if (this.#document.party !== null) return this.sides();
      return this.#document.kind === "joint-statement" ? this.jointParties() : [];
    }
    const words = this.#document.text.slice(source.start, source.end);
    if (this.#document.party !== null) {
      if (/^(?:i|me|my)$/i.test(words)) return listed(this.principal());
      if (/^(?:we|us|our|we each|we all)$/i.test(words)) return this.#we(cueClass);
      if (/^we,?\s/i.test(words)) {
        const named = actorsIn(this.#document, source, this.#nouns);
        return named.length > 0 ? named : this.#we(cueClass);
      }
    } else if (/^i$/i.test(words)) return listed(this.author());
    else if (/^we$/i.test(words))
      return this.#document.kind === "joint-statement" ? this.jointParties() : [];
    if (/^(?:him|her|his)$/i.test(words)) return before.length === 1 ? before : [];
    const actors = actorsIn(this.#document, source, this.#nouns);
    const both = actors.length === 0 && this.#document.party !== null && /^they$/i.test(words);
    return both ? (this.#firstPair() ?? []) : actors;
  }

  /** Actors that a noun phrase denotes. */
  namedIn(phrase: Range): readonly string[] {
    return actorsIn(this.#document, phrase, this.#nouns);
  }

  /** Who wrote an opinion, where one alone has signed it. */
  author(): string | null {
    const { kind, byline, layers, text } = this.#document;
    if (kind !== "opinion" || byline.length !== 1) return null;
    const name = byline[0]!.toLowerCase();
    const mention = layers.actors.find(
      ({ type, start, end }) => type === "person" && text.slice(start, end).toLowerCase() === name,
    );
    return mention === undefined ? strangerId(byline[0]!) : mention.actor;
  }

  /** The person in whose name an official text speaks. */
  principal(): string | null {
    if (this.#principal === undefined) this.#principal = this.#named() ?? this.#inOffice();
    return this.#principal;
  }

  /** “Remarks by President Roe”: whom the title names. */
  #named(): string | null {
    const block = this.#document.blocks.find(({ role }) => role === "title");
    if (block === undefined) return null;
    const title = this.#document.text.slice(block.start, block.end);
    if (!ownWords.test(title)) return null;
    const by = /\b(?:by|from|of)\s+/iu.exec(title)?.index ?? 0;
    const person = mentionsIn(this.#document, block).find(
      (mention) =>
        mention.type === "person" && mention.actor !== null && mention.start >= block.start + by,
    );
    return person?.actor ?? null;
  }

  /** Who holds the office of the body that published the text; of a presidency or government, who leads the state. */
  #inOffice(): string | null {
    const { party, issuer } = this.#document;
    if (party === null) return null;
    const table = actorTable(this.#context);
    const when = dateOf(this.#document);
    const offices = table.officesOf.get(party) ?? [];
    const own = offices.filter(
      (office) =>
        office.body !== null && office.body === issuer && office.role.startsWith("head-of"),
    );
    if (own.length > 0) return holderOf(own, when);
    const detail = issuer === null ? "" : (table.actors.get(issuer)?.detail ?? "");
    if (detail !== "presidency" && issuer !== null) return null;
    const role = governmentLeads(this.#context).has(party) ? "head-of-government" : "head-of-state";
    return holderOf(
      offices.filter((office) => office.role === role),
      when,
    );
  }

  #we(cueClass: string | null): readonly string[] {
    if (this.#document.kind === "joint-statement") return this.jointParties();
    if (together.test(cueClass ?? "")) return this.sides();
    return listed(this.#document.party);
  }

  /** States that issue a joint statement together: those its first sentence or its title lists. */
  jointParties(): readonly string[] {
    const { layers, blocks } = this.#document;
    const [first] = layers.sentences.filter(({ block }) => blocks[block]?.role === "paragraph");
    const title = blocks.find(({ role }) => role === "title");
    for (const range of [first, title]) {
      if (range === undefined) continue;
      const states = new Set(
        mentionsIn(this.#document, range)
          .filter((mention) => mention.type === "state" && mention.actor !== null)
          .map((mention) => mention.actor!),
      );
      const group = mentionsIn(this.#document, range).find(({ actors }) => actors.length > 1);
      for (const actor of group?.actors ?? []) states.add(actor.split(":")[0]!);
      if (states.size > 1) return [...states.add(this.#document.party ?? [...states][0]!)];
      const body = mentionsIn(this.#document, range).find(
        (mention) => mention.actor?.startsWith("INT:") === true,
      );
      if (body !== undefined) return listed(body.actor);
    }
    return [];
  }

  /** The sides of the encounter an account tells of: the two persons of its beginning, else whom it calls “the two leaders”. */
  sides(): readonly string[] {
    this.#sides ??= this.#firstPair() ?? this.#group() ?? [];
    return this.#sides;
  }

  #group(): readonly string[] | null {
    const group = this.#document.layers.actors.find(
      (mention) =>
        mention.type === "group" &&
        mention.actors.length > 1 &&
        !/\bof\b/u.test(this.#document.text.slice(mention.start, mention.end)),
    );
    return group?.actors ?? null;
  }

  #firstPair(): readonly string[] | null {
    const { party, layers } = this.#document;
    if (party === null) return null;
    const found = new Map<string, string>();
    for (const { type, actor } of layers.actors.slice(0, 24)) {
      if (type !== "person" || actor === null || actor.startsWith("new:")) continue;
      const side = actor.split(":")[0]!;
      if (!found.has(side)) found.set(side, actor);
    }
    return found.size === 2 && found.has(party) ? [...found.values()] : null;
  }
}

function listed(actor: string | null): readonly string[] {
  return actor === null ? [] : [actor];
}
