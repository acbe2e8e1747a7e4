import { stringify } from "csv-stringify/sync";
import type { Timeline } from "../app/timeline/timeline.ts";

/**
 * Encounters as CSV (UTF-8), one row each, in time order. Several values of a cell are parted by `; `, ids and labels
 * in the same order; cells that a spreadsheet would take for a formula are made text.
 */
export function timelineToCsv({ entries, labelOf }: Timeline): string {
  const list = (values: readonly string[]): string => values.join("; ");
  const rows = entries.map(({ encounter, accounts, ...entry }) => ({
    id: encounter.id,
    earliest: encounter.date.earliest,
    latest: encounter.date.latest,
    precision: entry.precision,
    basis: encounter.date.basis,
    mode: encounter.mode,
    status: encounter.status,
    sides: list(encounter.sides),
    sideLabels: list(encounter.sides.map(labelOf)),
    participants: list(encounter.participants),
    participantLabels: list(encounter.participants.map(labelOf)),
    place: encounter.place,
    placeLabel: entry.place,
    level: encounter.level,
    sequence: encounter.sequence,
    summit: encounter.summit,
    parent: encounter.parent,
    accountsHeldOf: list(entry.published),
    noAccountHeldOf: list(entry.unheard),
    accounts: list(accounts.map(({ url, path }) => url ?? path)),
    pages: entry.pages,
  }));
  return stringify(rows, {
    header: true,
    columns: columns.map((key) => ({ key })),
    record_delimiter: "unix",
    escape_formulas: true,
  });
}

const columns = [
  "id",
  "earliest",
  "latest",
  "precision",
  "basis",
  "mode",
  "status",
  "sides",
  "sideLabels",
  "participants",
  "participantLabels",
  "place",
  "placeLabel",
  "level",
  "sequence",
  "summit",
  "parent",
  "accountsHeldOf",
  "noAccountHeldOf",
  "accounts",
  "pages",
];
