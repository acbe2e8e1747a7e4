import type { Context } from "../context.ts";
import type { ActorMention, ActorType, Document } from "../document.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { DateInterval } from "../records.ts";
import { actorTable, stateOf, type ActorTable } from "./actor-table.ts";
import type { ActorGrammar } from "./compose.ts";
import type { Introductions } from "./introductions.ts";
import type { Lexemes, Sense } from "./lexemes.ts";
import { dateOf } from "./people.ts";
import type { Item, Scan } from "./scan.ts";

/** Everything that resolving the mentions of one document looks at. */
export interface Reading {
  readonly document: Document;
  readonly table: ActorTable;
  readonly lexemes: Lexemes;
  readonly grammar: ActorGrammar;
  readonly scan: Scan;
  readonly introductions: Introductions;
  readonly when: DateInterval | null;
  readonly governmentLeads: ReadonlySet<string>;
  readonly diagnostics: Diagnostic[];
}

/** A mention with what the later steps need to know about it. */
export interface Candidate extends ActorMention {
  /** Titles of the phrase; empty for a bare name. */
  readonly titles: readonly Sense[];
  /** A role without a state (`the president`), or a counterpart: resolved from what was said before. */
  readonly open: "role" | "counterpart" | null;
  /** State named with an open role (`his Chinese counterpart`). */
  readonly state: string | null;
}

/** States in which the head of government is the leader in everyday use (`knowledge/government-leads`). */
export function governmentLeads(context: Context): ReadonlySet<string> {
  return context.derived(
    "actors/government-leads",
    () => new Set(context.rows("knowledge/government-leads").map((row) => row["state"]!)),
  );
}

/** Gather what resolving needs; `actorTable` and date come from the context and the document. */
export function createReading(
  document: Document,
  context: Context,
  parts: Pick<Reading, "lexemes" | "grammar" | "scan" | "introductions">,
): Reading {
  return {
    document,
    table: actorTable(context),
    when: dateOf(document),
    governmentLeads: governmentLeads(context),
    diagnostics: [],
    ...parts,
  };
}

/** A candidate mention over a phrase; `basis` and `rule` follow from how it was found. */
export function mention(
  reading: Reading,
  phrase: { readonly start: number; readonly end: number; readonly titles?: readonly Item[] },
  actor: string | null,
  type: ActorType,
  how: ActorMention["how"],
  rule: string,
  extra: Partial<Candidate> = {},
): Candidate {
  return {
    start: phrase.start,
    end: phrase.end,
    actor,
    actors: actor === null ? [] : [actor],
    type,
    how,
    basis: how === "name" || how === "demonym" ? "stated" : "inferred",
    rule: `actor/${reading.grammar.language}/${rule}`,
    titles: titleSenses(phrase.titles ?? []),
    open: null,
    state: null,
    ...extra,
  };
}

/** The readings of title items as titles and roles. */
export function titleSenses(items: readonly Item[]): Sense[] {
  return items.flatMap((item) =>
    item.senses.filter((sense) => sense.kind === "title" || sense.kind === "role"),
  );
}

/** The state (or international body) an item stands for; `null` for one that several claim. */
export function stateFrom(reading: Reading, item: Item): string | null {
  const states = new Set<string>();
  for (const sense of item.senses) {
    if (sense.kind === "state" || sense.kind === "demonym") states.add(sense.value);
    else if (sense.kind === "pair" && item.senses.every((other) => other.kind === "pair"))
      states.add(sense.value);
    else if (sense.kind === "place") {
      const metonym = reading.table.actors.get(sense.value)?.metonym;
      if (metonym !== null && metonym !== undefined) states.add(metonym);
    } else if (sense.kind === "body") {
      const side = reading.table.actors.get(sense.value)?.side ?? stateOf(sense.value);
      if (side !== null) states.add(side);
    }
  }
  if (states.size <= 1) return [...states][0] ?? null;
  const named = [...states].filter((state) => reading.introductions.states.has(state));
  return named.length === 1 ? named[0]! : null;
}
