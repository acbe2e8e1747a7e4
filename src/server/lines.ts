import { actorTable } from "../core/actors/actor-table.ts";
import { months } from "../core/brief/dates.ts";
import type { Encounter } from "../core/link/encounter.ts";
import { encounterIdIn, isOfEncounter } from "../app/encounters/corrections.ts";
import { correctedSpeakers } from "../app/workspace/corrected-statements.ts";
import { intervalLabel, listOf, modeNames } from "../app/brief/labels.ts";
import type { SilenceRecord } from "../core/compare/silence-record.ts";
import type { DocumentSummary } from "../store/store.ts";
import type { Entry, StatementEntry } from "./catalogue.ts";
import type { Library } from "./library.ts";
import type {
  Citation,
  DocumentLine,
  EncounterLine,
  Named,
  SilenceLine,
  StatementLine,
} from "./records.ts";

/** An id with its label. */
export function named(library: Library, id: string): Named {
  const actor = library.actorFor(id);
  return { id: actor, label: library.labelOf(actor) };
}

/** An id with its label, or `null`. */
export function namedOrNull(library: Library, id: string | null): Named | null {
  return id === null ? null : named(library, id);
}

/** Title of a document, or that it has none. */
export function titleOf(library: Library, document: string): string {
  return library.entries.get(document)?.summary.title ?? "(no title)";
}

/** A document as lists show it. */
export function documentLine(library: Library, entry: Entry): DocumentLine {
  const { summary } = entry;
  return {
    id: summary.id,
    title: summary.title ?? "(no title)",
    path: summary.path,
    outlet: summary.outlet,
    party: namedOrNull(library, summary.party),
    kind: summary.kind,
    language: summary.language,
    published:
      summary.published.value ??
      intervalLabel(summary.published.earliest, summary.published.latest),
    publishedBasis: summary.published.basis,
    addedAt: summary.addedAt,
    current: summary.current,
    statements: entry.statements.length,
    encounters: entry.mentions,
    url: summary.url,
  };
}

/** An encounter as lists show it. */
export function encounterLine(library: Library, encounter: Encounter): EncounterLine {
  const participants = encounter.participants.map((id) => named(library, id));
  const who = listOf(participants.map((actor) => actor.label));
  return {
    id: encounter.id,
    label: `${who === "" ? "" : `${who}: `}${modeNames[encounter.mode]}`,
    mode: encounter.mode,
    participants,
    place: namedOrNull(library, encounter.place),
    earliest: encounter.date.earliest,
    latest: encounter.date.latest,
    when: intervalLabel(encounter.date.earliest, encounter.date.latest) ?? "date open",
    status: encounter.status,
    accounts: encounter.accounts.map(({ document, party, genre }) => ({
      document,
      party: namedOrNull(library, party),
      genre,
    })),
    mentions: encounter.mentions.length,
    statements: statementCount(library, encounter),
    corrected: correctedIds(library).has(encounter.id),
  };
}

/** Encounters that a correction is about. */
function correctedIds(library: Library): ReadonlySet<string> {
  return library.derived(
    "corrected encounters",
    () =>
      new Set(
        library.corrections.all
          .filter(({ kind }) => isOfEncounter(kind))
          .flatMap(({ target, value }) => [encounterIdIn(target), encounterIdIn(value ?? "")]),
      ),
  );
}

function statementCount(library: Library, encounter: Encounter): number {
  const counts = library.derived("statements of encounters", () => {
    const made = new Map<string | null, number>();
    for (const statement of library.statements) {
      const id = encounterOfStatement(library, statement);
      made.set(id, (made.get(id) ?? 0) + 1);
    }
    return made;
  });
  return counts.get(encounter.id) ?? 0;
}

/** Speakers of a statement as the person corrected them. */
export function speakersOf(library: Library, statement: StatementEntry): readonly string[] {
  const corrected = library.corrections.last("statement-speaker", statement.key);
  if (corrected !== undefined) return correctedSpeakers(corrected);
  return statement.actors.map((id) => library.actorFor(id));
}

/** Encounter of a statement as the person corrected it. */
export function encounterOfStatement(library: Library, statement: StatementEntry): string | null {
  const corrected = library.corrections.last("statement-encounter", statement.key);
  return corrected === undefined
    ? library.encounterOf(statement.document, statement.mention)
    : corrected.value;
}

/** A statement as lists show it. */
export function statementLine(
  library: Library,
  statement: StatementEntry,
  summary: DocumentSummary = library.entries.get(statement.document)!.summary,
): StatementLine {
  const corrections = library.corrections.about(statement.key);
  const speakers = speakersOf(library, statement).map((id) => named(library, id));
  const was = listOf(statement.actors.map((id) => library.labelOf(id)));
  return {
    id: statement.id,
    key: statement.key,
    document: statement.document,
    title: summary.title ?? "(no title)",
    outlet: summary.outlet,
    party: namedOrNull(library, summary.party),
    published:
      summary.published.value ??
      intervalLabel(summary.published.earliest, summary.published.latest),
    speakers,
    named: statement.named,
    cue: statement.cue,
    cueClass: statement.cueClass,
    content: statement.content,
    form: statement.form,
    negated: statement.negated,
    hedged: statement.hedged,
    account: statement.account
      .map((link) => (link.actor === null ? link.quote : library.labelOf(link.actor)))
      .filter((name) => name !== ""),
    encounter: encounterOfStatement(library, statement),
    topics: statement.topics,
    place: {
      document: statement.document,
      start: statement.start,
      end: statement.end,
      quote: statement.quote,
    },
    rule: statement.rule,
    correction:
      corrections.length === 0
        ? null
        : {
            ids: corrections.map((one) => one.id),
            rejected: corrections.some((one) => one.kind === "statement-reject"),
            was: corrections.some((one) => one.kind === "statement-speaker")
              ? was || statement.named
              : null,
          },
  };
}

/** A silence as the ledger shows it. */
export function silenceLine(library: Library, silence: SilenceRecord): SilenceLine {
  const encounter = library.encounterById.get(silence.encounter ?? "");
  return {
    id: silence.id,
    kind: silence.kind,
    silent: silence.silent.map((id) => named(library, id)),
    claimant: namedOrNull(library, silence.claimant),
    what: silence.topicQuote,
    topic: namedOrNull(library, silence.topic),
    encounter:
      encounter === undefined
        ? null
        : { id: encounter.id, label: encounterLine(library, encounter).label },
    place: silence.span,
    status: silence.check.status,
    searched: silence.check.searched.map((search) => ({
      document: search.document,
      title: titleOf(library, search.document),
      language: search.language,
      forms: search.forms,
    })),
    rule: silence.rule,
  };
}

/** Type of an actor in the tables, `person` for those met in texts only. */
export function actorType(library: Library, id: string): string {
  return actorTable(library.context).actors.get(id)?.type ?? "person";
}

/**
 * A citation of a document in Chicago (notes, 17th ed. 14.191 for news pages), APA (7th ed. 10.16) and plain form.
 * Parts that are unknown are left out; nothing is guessed.
 */
export function citationOf(summary: DocumentSummary, byline: readonly string[]): Citation {
  const { title, outlet, url, published } = summary;
  const day = published.value;
  const name = title ?? "(untitled page)";
  const authors = listOf(byline);
  const year = day ?? "n.d.";
  const join = (parts: readonly (string | null)[], by: string): string =>
    parts.filter((part) => part !== null && part !== "").join(by);
  return {
    chicago: `${join([authors, `“${name},”`, outlet === null ? null : `${outlet},`, day === null ? "n.d." : chicagoDay(day)], " ").replace(/^([^“]+) “/u, "$1, “")}${url === null ? "" : `, ${url}`}.`,
    apa: join(
      [
        authors !== "" ? `${authors}.` : outlet === null ? null : `${outlet}.`,
        `(${year}).`,
        `${name}.`,
        authors !== "" && outlet !== null ? `${outlet}.` : null,
        url,
      ],
      " ",
    ),
    plain: join([authors, name, outlet, day, url], ", "),
  };
}

function chicagoDay(day: string): string {
  const [year, month, date] = day.split("-");
  const name = months[Number(month) - 1];
  if (name === undefined) return year ?? day;
  return date === undefined ? `${name} ${year}` : `${name} ${Number(date)}, ${year}`;
}
