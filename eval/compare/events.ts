import { compareEncounter } from "../../src/core/compare/compare.ts";
import type { Comparison } from "../../src/core/compare/comparison.ts";
import type { Context } from "../../src/core/context.ts";
import type { Document } from "../../src/core/document.ts";
import { corpusDocument } from "../pages.ts";

/** An account to compare: a page of the corpora and whose it is. */
export interface AccountPage {
  readonly page: string;
  readonly party: string;
}

/** Accounts read and compared as those of one encounter, whatever linking makes of them. */
export interface ComparedEvent {
  readonly documents: ReadonlyMap<string, Document>;
  readonly comparison: Comparison;
  /** Processor time of the comparison alone, in milliseconds. */
  readonly milliseconds: number;
}

/** Read and compare accounts; the parties are the participants. */
export function compareEvent(
  data: string,
  event: string,
  pages: readonly AccountPage[],
  context: Context,
): ComparedEvent {
  const read = pages.map(({ page, party }) => ({
    party,
    document: { ...corpusDocument(data, page, context), party },
  }));
  return compareDocuments(event, read, context);
}

/** Compare documents as accounts of one encounter. */
export function compareDocuments(
  event: string,
  read: readonly { readonly party: string; readonly document: Document }[],
  context: Context,
): ComparedEvent {
  const documents = new Map(read.map(({ document }) => [document.id, document]));
  const encounter = {
    id: event,
    participants: [...new Set(read.map(({ party }) => party))],
    accounts: read.map(({ party, document }) => ({
      document: document.id,
      party,
      genre: document.kind,
      copyOf: null,
    })),
  };
  const before = process.cpuUsage();
  const comparison = compareEncounter({ encounter, documents }, context);
  const used = process.cpuUsage(before);
  return { documents, comparison, milliseconds: (used.user + used.system) / 1000 };
}
