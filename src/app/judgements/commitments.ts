import { sideOf } from "../../core/actors/actor-table.ts";
import type { Context } from "../../core/context.ts";
import { lookupsOf } from "../../core/compare/lookups.ts";
import { spanOf, type Document } from "../../core/document.ts";
import { gradeFor, type SourceGrade } from "../../core/grades/grades.ts";
import type { Commitment, CommitmentStatus } from "../../core/records.ts";
import { encounterIds } from "../../export/json.ts";
import type { Place } from "../brief/brief.ts";
import { placesIn } from "../brief/places.ts";
import type { Reading } from "../reading.ts";
import { accountLabel } from "./labels.ts";

/** Which commitments are wanted; absent members mean all. */
export interface CommitmentsChoice {
  /** Sides that commit or are committed to; of several all must take part. */
  readonly sides?: readonly string[];
  readonly domains?: readonly string[];
  readonly statuses?: readonly CommitmentStatus[];
  readonly from?: string;
  readonly to?: string;
}

/** A commitment with its place. */
export interface CommitmentLine {
  readonly commitment: Commitment;
  readonly document: Document;
  /** Sides that commit, and to whom, as ids. */
  readonly sides: readonly string[];
  readonly toward: readonly string[];
  readonly who: string;
  readonly whom: string | null;
  /** Every domain its topics belong to; `null` stands for none known. */
  readonly domains: readonly (string | null)[];
  /** Day or month of the page; `null` where it is not known. */
  readonly date: string | null;
  readonly account: string | null;
  readonly encounter: string | null;
  readonly quote: string;
  /** A person's grade of the page's source for what it says of these sides; `null` where there is none. */
  readonly grade: SourceGrade | null;
  readonly place: Place;
}

/** A cell of the matrix: what one side commits to in one domain, in time order. */
export interface CommitmentCell {
  readonly domain: string | null;
  readonly side: string;
  readonly lines: readonly CommitmentLine[];
}

/** Commitments as a matrix of domains and sides. */
export interface CommitmentMatrix {
  readonly domains: readonly (string | null)[];
  readonly sides: readonly string[];
  readonly cells: readonly CommitmentCell[];
  readonly lines: readonly CommitmentLine[];
  readonly labelOf: (id: string) => string;
}

/** The stages in the order they are shown. */
export const stages: readonly CommitmentStatus[] = [
  "promised",
  "signed",
  "carried-out",
  "withheld",
  "refused",
  "undone",
];

/** Arrange the commitments of a reading by domain and side, each cell in time order. */
export function commitmentMatrix(
  reading: Reading,
  context: Context,
  choice: CommitmentsChoice,
  grades: readonly SourceGrade[] = [],
): CommitmentMatrix {
  const placeOf = placesIn(reading);
  const idOf = encounterIds(reading);
  const lines = reading.documents
    .flatMap((document) =>
      document.layers.commitments.map((commitment) =>
        lineOf(commitment, document, reading, context, grades, {
          place: placeOf(document, commitment),
          encounter: idOf(document.id, commitment.encounter),
        }),
      ),
    )
    .filter((line) => isWanted(line, choice))
    .toSorted((a, b) => compare(a.date ?? "9999", b.date ?? "9999"));
  const counts = new Map<string, number>();
  for (const { sides } of lines)
    for (const side of sides) counts.set(side, (counts.get(side) ?? 0) + 1);
  const sides = [...counts]
    .toSorted((a, b) => b[1] - a[1] || compare(a[0], b[0]))
    .map(([id]) => id);
  const domains = [...new Set(lines.flatMap((line) => line.domains))].toSorted((a, b) =>
    compare(a ?? "~", b ?? "~"),
  );
  const cells = domains.flatMap((domain) =>
    sides.flatMap((side) => {
      const own = lines.filter(
        (line) => line.sides.includes(side) && line.domains.includes(domain),
      );
      return own.length === 0 ? [] : [{ domain, side, lines: own }];
    }),
  );
  return { domains, sides, cells, lines, labelOf: (id) => reading.labelOf(id) };
}

function lineOf(
  commitment: Commitment,
  document: Document,
  reading: Reading,
  context: Context,
  grades: readonly SourceGrade[],
  at: { place: Place; encounter: string | null },
): CommitmentLine {
  const sidesOf = (actors: readonly string[]): string[] => [
    ...new Set(actors.map((actor) => sideOf(context, actor) ?? actor)),
  ];
  const names = (actors: readonly string[]): string =>
    actors.map((actor) => reading.labelOf(actor)).join(", ");
  const who = names(commitment.actors);
  const lookups = lookupsOf(context);
  const domains = [
    ...new Set(commitment.topics.map((topic) => lookups.domainOf("topic", topic))),
  ].filter((domain) => domain !== null);
  const sides = sidesOf(commitment.actors);
  const isOwn = document.party !== null && sides.includes(document.party);
  return {
    commitment,
    document,
    sides,
    toward: sidesOf(commitment.toward),
    who,
    whom: commitment.toward.length === 0 ? null : names(commitment.toward),
    // Its own domain first; others only where none is stronger.
    domains:
      commitment.domain !== null ? [commitment.domain] : domains.length === 0 ? [null] : domains,
    date: document.published.value,
    account: accountLabel(commitment.account, who, reading),
    quote: spanOf(document, commitment).quote,
    grade: gradeFor(grades, document, isOwn ? "own-side" : "other-sides"),
    ...at,
  };
}

function isWanted(line: CommitmentLine, choice: CommitmentsChoice): boolean {
  const { sides, domains, statuses, from, to } = choice;
  const taking = [...line.sides, ...line.toward];
  if (sides !== undefined && !sides.every((side) => taking.includes(side))) return false;
  if (
    domains !== undefined &&
    !line.domains.some((domain) => domain !== null && domains.includes(domain))
  )
    return false;
  if (statuses !== undefined && !statuses.includes(line.commitment.status)) return false;
  if (from === undefined && to === undefined) return true;
  if (line.date === null) return false;
  return (
    (from === undefined || line.date >= from) &&
    (to === undefined || line.date.slice(0, to.length) <= to)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
