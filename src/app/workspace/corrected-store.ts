import { dated } from "../../core/clean/published.ts";
import type { Document, DocumentKind, MetadataField } from "../../core/document.ts";
import { byDate } from "../../store/documents.ts";
import type { Correction } from "../../store/personal.ts";
import type { DocumentFilter, DocumentSummary, Store } from "../../store/store.ts";

/** Metadata that a person can correct. The language is none of it: the text was read in it. */
export type CorrectableField = Exclude<MetadataField, "language" | "modified" | "url">;

const fields: readonly CorrectableField[] = [
  "title",
  "subtitle",
  "outlet",
  "byline",
  "published",
  "kind",
  "party",
];

const kinds: ReadonlySet<string> = new Set<DocumentKind>([
  "readout",
  "joint-statement",
  "remarks",
  "briefing",
  "report",
  "opinion",
  "other",
]);

/** What a correction of metadata is about. */
export interface MetadataTarget {
  readonly document: string;
  readonly field: CorrectableField;
}

/** The target of a correction of kind `document-metadata`, `DOCUMENT:FIELD`; `null` for any other text. */
export function metadataTarget(target: string): MetadataTarget | null {
  const at = target.lastIndexOf(":");
  const field = fields.find((one) => one === target.slice(at + 1));
  return at < 1 || field === undefined ? null : { document: target.slice(0, at), field };
}

/** Whether a value can stand in a field: a day or month for `published`, a known kind, something for the others. */
export function isValueOf(field: CorrectableField, value: string): boolean {
  if (field === "published")
    return /^\d{4}-(?:0[1-9]|1[0-2])(?:-\d{2})?$/.test(value) && isDay(value);
  if (field === "kind") return kinds.has(value);
  return value.trim() !== "";
}

function isDay(value: string): boolean {
  const day = value.length === 7 ? `${value}-01` : value;
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/**
 * A store whose documents carry what a person corrected in their metadata. What is stored stays as it was
 * read: a correction that is taken back leaves no trace. Text and layers are not read anew, and a search
 * within one party goes by what was read.
 */
export function correctedStore(store: Store): Store {
  const values = async (): Promise<Corrected> =>
    correctedValues(await store.personal.corrections());
  return {
    ...store,
    document: async (id, layers) => {
      const document = await store.document(id, layers);
      return document === null ? null : corrected(document, await values());
    },
    list: async (filter) => {
      const known = await values();
      if (known.size === 0) return await store.list(filter);
      const { party: _party, ...rest } = filter;
      const all = (await store.list(rest)).map((summary) => correctedSummary(summary, known));
      return all.filter((summary) => isOfParty(summary, filter)).toSorted(byDate);
    },
    versions: async (id) => {
      const known = await values();
      return (await store.versions(id)).map((summary) => correctedSummary(summary, known));
    },
    relink: async (link) => {
      const known = await values();
      await store.relink((documents) =>
        link(documents.map((document) => corrected(document, known))),
      );
    },
  };
}

/** Corrected values by document and field, the last one of each. */
type Corrected = ReadonlyMap<string, ReadonlyMap<CorrectableField, string>>;

function correctedValues(corrections: readonly Correction[]): Corrected {
  const found = new Map<string, Map<CorrectableField, string>>();
  for (const { kind, target, value, undoneAt } of corrections) {
    const meant = kind === "document-metadata" ? metadataTarget(target) : null;
    if (meant === null || value === null || undoneAt !== null) continue;
    const values = found.get(meant.document) ?? new Map<CorrectableField, string>();
    found.set(meant.document, values.set(meant.field, value));
  }
  return found;
}

function corrected(document: Document, known: Corrected): Document {
  const values = known.get(document.id);
  if (values === undefined) return document;
  const kept = document.evidence?.filter(({ field }) => !values.has(field as CorrectableField));
  return {
    ...document,
    ...summaryValues(values, document),
    subtitle: values.get("subtitle") ?? document.subtitle,
    byline: values.get("byline")?.split(/\s*;\s*/u) ?? document.byline,
    evidence: [
      ...[...values].map(([field, value]) => ({
        field,
        value,
        written: null,
        rule: "correction",
        place: null,
      })),
      ...(kept ?? []),
    ],
  };
}

function correctedSummary(summary: DocumentSummary, known: Corrected): DocumentSummary {
  const values = known.get(summary.id);
  return values === undefined ? summary : { ...summary, ...summaryValues(values, summary) };
}

type SummaryValues = Pick<DocumentSummary, "title" | "outlet" | "party" | "kind" | "published">;

function summaryValues(
  values: ReadonlyMap<CorrectableField, string>,
  read: SummaryValues,
): SummaryValues {
  const day = values.get("published");
  return {
    title: values.get("title") ?? read.title,
    outlet: values.get("outlet") ?? read.outlet,
    party: values.get("party") ?? read.party,
    kind: (values.get("kind") as DocumentKind | undefined) ?? read.kind,
    published: day === undefined ? read.published : dated(day, "given"),
  };
}

function isOfParty({ party }: DocumentSummary, filter: DocumentFilter): boolean {
  return filter.party === undefined || party === filter.party;
}
