import type { Selection } from "../app/selection.ts";
import { stateOf } from "../core/actors/actor-table.ts";
import type { Document, Range } from "../core/document.ts";
import type { Encounter } from "../core/link/encounter.ts";
import { daysBetween } from "../core/time/calendar.ts";
import { codePointsOf } from "./code-points.ts";
import {
  orphanedPlaces,
  some,
  undatedPages,
  type ExportFormat,
  type Exported,
  type ExportOptions,
} from "./format.ts";
import { webAddress } from "./identifiers.ts";
import { jsonLine } from "./json-line.ts";
import { marksOf, type ExportMark } from "./marks.ts";
import { actOf, codeOfEncounter, scaleOf, type PloverCode } from "./plover-codes.ts";
import { countUnsafe, replacedCharacters, safeText } from "./safe-text.ts";

/** Encounters, statements that are acts, and commitments as events. */
export const ploverFormat: ExportFormat = {
  id: "plover",
  label: "PLOVER events",
  readers: "event-data research (PLOVER 2.0, POLECAT)",
  extension: ".jsonl",
  mediaType: "application/jsonl; charset=utf-8",
  export: toPlover,
};

/** Longest interval that is still a date, in days. */
const longest = 31;

/** Who acts, as PLOVER's actor objects: `code` is the country, `IGO` for international bodies. */
interface PloverActor {
  readonly code: string;
  readonly name: string;
  readonly readout_id: string;
  readonly actor_text?: string;
}

/**
 * Events as JSON Lines with PLOVER's field names, ordered by date; `by_account_of` and `readout_id` are additions.
 * Positions in `text_info` are code points of the page's clean text. Several who meet are all `actor`; where one hosts,
 * the visitors are `actor` and the host is `recipient`.
 */
function toPlover(part: Selection, options: ExportOptions): Exported {
  const events = new Events(part, options);
  for (const encounter of part.reading.encounters) events.addEncounter(encounter);
  const { marks, omitted } = marksOf(part);
  for (const mark of marks) if (mark.layer === "commitment") events.addCommitment(mark);
  const byPage = Map.groupBy(marks, ({ document }) => document.id);
  for (const mark of marks)
    if (mark.layer === "statement") events.addStatement(mark, byPage.get(mark.document.id)!);
  const lines = events.lines.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return {
    content: lines.map(jsonLine).join(""),
    count: lines.length,
    what: "event",
    omitted: [...omitted, ...events.omitted(), ...some(orphanedPlaces(part), undatedPages(part))],
  };
}

/** Reasons why something is no event, in the order they are told. */
const reasons = {
  comment: ["statement", "PLOVER codes acts, no mere talk"],
  negated: ["statement", "what is not said or done is no act"],
  doubled: ["statement", "the commitment told there is coded"],
  retold: ["statement", "commentaries retell what was said on days left open"],
  nobody: ["record", "nobody with a country is known to act"],
  undated: ["record", "no day is known"],
  uncoded: ["encounter", "PLOVER has no type for its mode or status"],
  placeless: ["encounter", "no page of the part speaks of it"],
} as const;

type Reason = keyof typeof reasons;

class Events {
  readonly lines: { readonly date: string; readonly [field: string]: unknown }[] = [];
  readonly #part: Selection;
  readonly #options: ExportOptions;
  readonly #pages: ReadonlyMap<string, Document>;
  readonly #encounters: ReadonlyMap<string, Encounter>;
  readonly #codePoints = new Map<string, (offset: number) => number>();
  readonly #left = new Map<Reason, number>();
  #replaced = 0;

  constructor(part: Selection, options: ExportOptions) {
    this.#part = part;
    this.#options = options;
    this.#pages = new Map(part.reading.documents.map((document) => [document.id, document]));
    this.#encounters = new Map(
      part.reading.encounters.map((encounter) => [encounter.id, encounter]),
    );
  }

  omitted(): Exported["omitted"] {
    return some(
      ...(Object.keys(reasons) as Reason[]).map((reason) => ({
        count: this.#left.get(reason) ?? 0,
        what: reasons[reason][0],
        why: reasons[reason][1],
      })),
      { count: this.#replaced, ...replacedCharacters },
    );
  }

  addEncounter(encounter: Encounter): void {
    const { earliest, latest } = encounter.date;
    const host = encounter.place === null ? null : stateOf(encounter.place);
    const code = codeOfEncounter(encounter, host);
    if (code === null) return this.#leave("uncoded");
    const account = encounter.accounts[0]?.document;
    const mention =
      encounter.mentions.find(({ document }) => document === account) ?? encounter.mentions[0];
    const document = this.#pages.get(mention?.document ?? "");
    if (mention === undefined || document === undefined) return this.#leave("placeless");
    const place = document.layers.encounters[mention.index]!;
    const who = (encounter.principals.length > 0 ? encounter.principals : encounter.participants)
      .map((id) => this.#actor(id, place.sideOf[id] ?? null, null))
      .filter((actor) => actor !== null);
    const hosts = who.filter(({ code: state }) => code.mode === "visit" && state === host);
    const guests = who.filter((actor) => !hosts.includes(actor));
    const sentence = document.layers.sentences.find(
      ({ start, end }) => start <= place.start && end >= place.end,
    );
    this.#add(code, document, sentence ?? place, {
      id: encounter.id,
      date: earliest ?? latest,
      enddate: latest,
      actor: guests.length === 0 ? who : guests,
      recipient: guests.length === 0 ? [] : hosts,
      context: encounter.mode === "exercise" ? ["military"] : ["diplomatic"],
      link: encounter.id,
    });
  }

  addCommitment(mark: ExportMark): void {
    if (mark.act !== null) this.#addMark(mark, mark.act, mark.act.contexts);
  }

  addStatement(mark: ExportMark, onPage: readonly ExportMark[]): void {
    const type = actOf(mark.class, mark.label);
    if (type === null) return this.#leave("comment");
    if (mark.negated) return this.#leave("negated");
    if (mark.encounter === null && mark.document.kind === "opinion") return this.#leave("retold");
    const within = onPage.filter(
      ({ range }) => range.start >= mark.range.start && range.end <= mark.range.end,
    );
    if (within.some(({ layer }) => layer === "commitment")) return this.#leave("doubled");
    const topics = within.flatMap(({ layer, code }) =>
      layer === "topic" && code !== null ? [code] : [],
    );
    this.#addMark(mark, { type, mode: null }, this.#part.reading.contextsOf(topics));
  }

  #addMark(mark: ExportMark, code: PloverCode, context: readonly string[]): void {
    const { reading } = this.#part;
    const encounter = this.#encounters.get(mark.encounter ?? "");
    // A page dates what it tells only where its own day is known.
    const { earliest, latest } = encounter?.date ?? mark.document.published;
    const known = encounter !== undefined || earliest === latest;
    const named = mark.actors.length === 1 ? mark.named : null;
    const account = mark.account
      .map(({ actor, quote }) => (actor === null ? quote : reading.labelOf(actor)))
      .filter((name) => name !== "");
    this.#add(code, mark.document, mark.range, {
      id: mark.id,
      date: known ? (earliest ?? latest) : null,
      enddate: latest,
      date_basis: encounter === undefined ? "page" : "encounter",
      actor: this.#actors(mark.document, mark.actors, named),
      recipient: this.#actors(mark.document, mark.toward, null),
      context,
      link: mark.encounter,
      ...(account.length === 0 ? {} : { by_account_of: account }),
      ...(mark.hedged ? { comment: "hedged" } : {}),
    });
  }

  #add(
    code: PloverCode,
    document: Document,
    { start, end }: Range,
    event: {
      readonly id: string;
      readonly date: string | null;
      readonly enddate: string | null;
      readonly actor: readonly PloverActor[];
      readonly recipient: readonly PloverActor[];
      readonly context: readonly string[];
      readonly link: string | null;
      readonly [addition: string]: unknown;
    },
  ): void {
    const { id, date, enddate, actor, recipient, context, link, ...rest } = event;
    if (actor.length === 0) return this.#leave("nobody");
    if (date === null || daysBetween(date, enddate ?? date) > longest)
      return this.#leave("undated");
    const scaled = scaleOf(code);
    const address = webAddress(document);
    const codePoints = this.#codePoints.get(document.id) ?? codePointsOf(document.text);
    this.#codePoints.set(document.id, codePoints);
    const text = document.text.slice(start, end);
    this.#replaced += countUnsafe(text);
    this.lines.push({
      id,
      date,
      ...(enddate === null || enddate === date ? {} : { enddate }),
      actor,
      ...(recipient.length === 0 ? {} : { recipient }),
      event: [code.type],
      ...(code.mode === null ? {} : { mode: [code.mode] }),
      ...(context.length === 0 ? {} : { context }),
      ...(scaled === null ? {} : { quad_code: scaled.quad, event_scale: scaled.scale }),
      ...(link === null ? {} : { link }),
      event_text: [safeText(text)],
      text_info: { start: codePoints(start), end: codePoints(end) },
      cite_info: {
        citation: document.id,
        ...(address === null ? {} : { url: address }),
        ...(document.title === null ? {} : { title: safeText(document.title) }),
        ...(document.language === null ? {} : { language: document.language.slice(0, 2) }),
        ...(document.outlet === null ? {} : { publication: safeText(document.outlet) }),
        codebook: "plover-2.0",
      },
      coder: "Readout",
      coded_date: this.#options.now.slice(0, 10),
      ...rest,
    });
  }

  #actors(document: Document, ids: readonly string[], named: string | null): PloverActor[] {
    return ids
      .map((id) => {
        const met = document.layers.encounters.find(({ sideOf }) => sideOf[id] !== undefined);
        return this.#actor(id, met?.sideOf[id] ?? null, named);
      })
      .filter((actor) => actor !== null);
  }

  /** `null` where no country is known. */
  #actor(id: string, side: string | null, named: string | null): PloverActor | null {
    const state = side === null ? stateOf(id) : stateOf(side);
    if (state === null) return null;
    return {
      code: state.startsWith("INT:") ? "IGO" : state,
      name: this.#part.reading.labelOf(id),
      readout_id: id,
      ...(named === null ? {} : { actor_text: safeText(named) }),
    };
  }

  #leave(reason: Reason): void {
    this.#left.set(reason, (this.#left.get(reason) ?? 0) + 1);
  }
}
