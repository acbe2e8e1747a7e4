import type { Context } from "../context.ts";
import type { Document } from "../document.ts";

/** Kinds of claims that a source is graded for apart: a ministry may be sure of its own words and not of others'. */
export const claimKinds = ["all", "own-side", "other-sides", "figures", "judgements"] as const;

/** See `claimKinds`. */
export type ClaimKind = (typeof claimKinds)[number];

/** A person's grade of a source for one kind of claim. */
export interface SourceGrade {
  /** Actor id of the outlet or body (`CHN:xinhua`), or its name in lower case. */
  readonly outlet: string;
  readonly claims: ClaimKind;
  /** `A`–`F`; how far the source is to be relied on. */
  readonly source: string;
  /** `1`–`6`; how far what it says is borne out; `null` where only the source is graded. */
  readonly information: string | null;
  readonly reason: string;
}

/** Read `B2` or `B`; `null` for anything else. Lower case is taken too. */
export function parseGrade(text: string): Pick<SourceGrade, "source" | "information"> | null {
  const match = /^([A-F])([1-6])?$/iu.exec(text.trim());
  if (match === null) return null;
  return { source: match[1]!.toUpperCase(), information: match[2] ?? null };
}

/** “usually reliable; probably true”: what a grade says (`knowledge/admiralty.tsv`). */
export function gradeMeaning(
  context: Context,
  { source, information }: Pick<SourceGrade, "source" | "information">,
): string {
  const meanings = context.derived("grades/meanings", () => {
    const rows = context.rows("knowledge/admiralty");
    return new Map(rows.map((row) => [row["grade"]!, row["meaning"]!]));
  });
  const parts = information === null ? [source] : [source, information];
  return parts.map((part) => meanings.get(part)!).join("; ");
}

/** The name a page's source is graded by: its issuer's id, else its outlet in lower case; `null` for neither. */
export function sourceOf(document: Pick<Document, "issuer" | "outlet">): string | null {
  return document.issuer ?? document.outlet?.toLowerCase() ?? null;
}

/**
 * The grade of a page's source for a kind of claim: the one for that kind, else the one for all.
 * @returns `null` where nobody graded it
 */
export function gradeFor(
  grades: readonly SourceGrade[],
  document: Pick<Document, "issuer" | "outlet">,
  claims: ClaimKind,
): SourceGrade | null {
  const names = [document.issuer, document.outlet?.toLowerCase()];
  const own = grades.filter(({ outlet }) => names.includes(outlet));
  return (
    own.find((grade) => grade.claims === claims) ??
    own.find((grade) => grade.claims === "all") ??
    null
  );
}

/** The grades that a person gave the sources of some pages, each once, in the order of the pages. */
export function gradesOfPages<Grade extends SourceGrade>(
  grades: readonly Grade[],
  documents: readonly Pick<Document, "issuer" | "outlet">[],
): Grade[] {
  const names = new Set(documents.flatMap(({ issuer, outlet }) => [issuer, outlet?.toLowerCase()]));
  const order = new Map(documents.map((document, index) => [sourceOf(document), index]));
  return grades
    .filter(({ outlet }) => names.has(outlet))
    .toSorted(
      (one, other) =>
        (order.get(one.outlet) ?? 0) - (order.get(other.outlet) ?? 0) ||
        claimKinds.indexOf(one.claims) - claimKinds.indexOf(other.claims),
    );
}
