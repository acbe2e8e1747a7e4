import { checkedSilence, type ReportedSilence } from "../app/reported.ts";
import { earlierAccounts, earlierEncounters, isComparable, sidesKey } from "../app/compare.ts";
import { compareEncounter } from "../core/compare/compare.ts";
import type { Comparison } from "../core/compare/comparison.ts";
import type { SilenceRecord } from "../core/compare/silence-record.ts";
import type { Context } from "../core/context.ts";
import type { Document, Layers } from "../core/document.ts";
import type { Encounter } from "../core/link/encounter.ts";
import type { Store } from "../store/store.ts";

/** What comparing needs of the workspace. */
export interface ComparisonSource {
  readonly store: Store;
  readonly context: Context;
  /** In time order. */
  readonly encounters: readonly Encounter[];
  readonly encounterById: ReadonlyMap<string, Encounter>;
  readonly reported: readonly ReportedSilence[];
  /** A document with the set phrases and topics of own tables. */
  withForms(document: Document): Document;
  /** The document as the person corrected its statements. */
  corrected(document: Document): Document;
}

/** How many whole comparisons are kept; their silences are kept of all. */
const mostKept = 40;
/** Layers that earlier accounts are looked at for. */
const earlierLayers: readonly (keyof Layers)[] = ["topics", "phrases"];
/** So many reported silences or encounters are looked at while a request waits. */
const fewAtOnce = 10;
/** How long after a request the search for silences waits, so that views come first, in milliseconds. */
const courtesy = 250;

/** Compares encounters when they are asked for, and looks for silences in all of them when nothing else is to do. */
export class Comparisons {
  readonly #source: ComparisonSource;
  readonly #kept = new Map<string, Promise<Comparison>>();
  /** By encounter; `key` tells what it was found in. */
  #silences = new Map<string, { readonly key: string; readonly found: readonly SilenceRecord[] }>();
  #checked = new Map<string, { readonly key: string; readonly silence: SilenceRecord }>();
  #waiting: Encounter[] = [];
  /** Encounters by their sides: each is compared with the earlier ones of its own. */
  #bySides: ReadonlyMap<string, readonly Encounter[]> = new Map();
  #running: Promise<void> | null = null;
  #askedAt = 0;
  #stopped = false;

  constructor(source: ComparisonSource) {
    this.#source = source;
  }

  /** How many encounters are still to be searched for silences. */
  get left(): number {
    return this.#waiting.length;
  }

  /** A request was made: looking for silences waits a moment. */
  asked(): void {
    this.#askedAt = performance.now();
  }

  /** The accounts of an encounter compared; `null` when there is no such encounter. */
  async of(id: string): Promise<Comparison | null> {
    const encounter = this.#source.encounterById.get(id);
    if (encounter === undefined) return null;
    const known = this.#kept.get(id);
    if (known !== undefined) return await known;
    const made = this.#compare(encounter);
    this.#kept.set(id, made);
    made.catch(() => this.#kept.delete(id));
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= mostKept) break;
      this.#kept.delete(oldest);
    }
    return await made;
  }

  /** Encounters or documents changed: look for silences anew where what they were found in did. */
  renew(): void {
    this.#kept.clear();
    const { encounters, context } = this.#source;
    this.#bySides = Map.groupBy(encounters, (encounter) => sidesKey(encounter, context));
    const comparable = encounters.filter(isComparable);
    const keys = new Map(comparable.map((one) => [one.id, keyOf(one)]));
    this.#silences = new Map([...this.#silences].filter(([id, { key }]) => keys.get(id) === key));
    this.#waiting = comparable.filter((one) => !this.#silences.has(one.id)).toReversed();
    this.#running ??= this.#search();
  }

  /** Forget everything that was found, as after a correction inside a document. */
  forget(): void {
    this.#silences.clear();
    this.#checked.clear();
  }

  /**
   * Silences: those that pages report, then those that comparison finds, latest encounters first. In a large
   * workspace those that were found so far; `left` tells that there may be more.
   */
  async silences(): Promise<SilenceRecord[]> {
    while (this.#waiting.length > 0 && this.#waiting.length <= fewAtOnce) await this.#step();
    const found: SilenceRecord[] = [];
    let checks = fewAtOnce;
    for (const silence of this.#source.reported) {
      const known = this.#known(silence) ?? (checks-- > 0 ? await this.#check(silence) : null);
      if (known !== null) found.push(known);
    }
    for (const { id } of this.#source.encounters.toReversed())
      found.push(...(this.#silences.get(id)?.found ?? []));
    return found;
  }

  /** Resolves when all encounters were searched for silences. */
  async searched(): Promise<void> {
    await this.#running;
  }

  /** End the search for silences. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running?.catch(() => {});
  }

  async #search(): Promise<void> {
    for (const silence of this.#source.reported) {
      if (this.#stopped) break;
      if (this.#known(silence) === null) await this.#check(silence);
    }
    while (!this.#stopped && this.#waiting.length > 0) {
      const wait = this.#askedAt + courtesy - performance.now();
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, wait)));
      if (wait <= 0) await this.#step();
    }
    this.#running = null;
  }

  /** Look for silences at the next encounter. What fails there fails loudly where the encounter is opened. */
  async #step(): Promise<void> {
    const [encounter] = this.#waiting;
    if (encounter === undefined) return;
    const comparison = await this.#compare(encounter).catch(() => null);
    if (this.#waiting[0] !== encounter) return;
    this.#silences.set(encounter.id, {
      key: keyOf(encounter),
      found: comparison?.silences ?? [],
    });
    this.#waiting.shift();
  }

  async #compare(encounter: Encounter): Promise<Comparison> {
    const { store, context } = this.#source;
    const documents = new Map<string, Document>();
    const group = this.#bySides.get(sidesKey(encounter, context)) ?? [];
    const before = earlierEncounters(encounter, group, context);
    for (const { document } of before.flatMap((one) => one.accounts)) {
      const read = await store.document(document, earlierLayers);
      if (read !== null) documents.set(document, this.#source.withForms(read));
    }
    for (const { document } of encounter.accounts) {
      const read = await store.document(document);
      if (read !== null)
        documents.set(document, this.#source.corrected(this.#source.withForms(read)));
    }
    const earlier = earlierAccounts(encounter, before, documents, context);
    return compareEncounter({ encounter, documents, earlier }, context);
  }

  /** A reported silence as it was checked; `null` where it still has to be. */
  #known(silence: ReportedSilence): SilenceRecord | null {
    const encounter = this.#source.encounterById.get(silence.encounter ?? "");
    if (encounter === undefined || silence.span === null) return silence;
    const known = this.#checked.get(silence.id);
    return known?.key === keyOf(encounter) ? known.silence : null;
  }

  async #check(silence: ReportedSilence): Promise<SilenceRecord> {
    const { store, context, encounterById } = this.#source;
    const encounter = encounterById.get(silence.encounter ?? "")!;
    const documents = new Map<string, Document>();
    for (const id of [silence.span!.document, ...encounter.accounts.map((one) => one.document)]) {
      const document = await store.document(id);
      if (document !== null) documents.set(id, document);
    }
    const checked = checkedSilence(silence, encounter, documents, context);
    this.#checked.set(silence.id, { key: keyOf(encounter), silence: checked });
    return checked;
  }
}

/** Everything about an encounter that its comparison depends on, beside the documents' own words. */
function keyOf({ id, date, participants, accounts }: Encounter): string {
  return JSON.stringify([id, date, participants, accounts]);
}
