import { join } from "node:path";
import { compareAsOne } from "../../src/app/compare.ts";
import { cleanPage } from "../../src/core/clean/clean-page.ts";
import type { Comparison, ComparisonRow } from "../../src/core/compare/comparison.ts";
import type { Context } from "../../src/core/context.ts";
import type { Document } from "../../src/core/document.ts";
import { annotate } from "../../src/core/pipeline.ts";
import { pageFromBytes } from "../../src/ingest/load-page.ts";
import { loadContext, packageRoot } from "../../src/resources/load.ts";

let context: Context | null = null;

/** What ships and the invented states of the samples: Valdoria (XVA, Kostrova) and Merania (XME, Eldridge). */
export function sampleContext(): Context {
  context ??= loadContext(join(packageRoot, "samples", "tables"));
  return context;
}

/** An account of an invented side, read as the program would. */
export function account(
  party: "valdoria" | "merania",
  text: string,
  title: string = "Meeting of Irena Kostrova and Tomas Eldridge",
  published: string = "2024-05-21",
): Document {
  const page = `---\ntitle: ${title}\npublished: ${published}\nparty: ${party}\n---\n\n${title}\n\n${text}\n`;
  const bytes = new TextEncoder().encode(page);
  const { page: read, diagnostics } = pageFromBytes(`${party}.txt`, bytes);
  if (read === null) throw new Error(diagnostics[0]?.message ?? "no page");
  return annotate(cleanPage(read, sampleContext(), null), sampleContext());
}

/** Two or more accounts set side by side. */
export function compared(...documents: readonly Document[]): Comparison {
  return compareAsOne(documents, sampleContext());
}

/** `verdict: XVA status, XME status` of a row; `-` where there is none. */
export function rowWords(comparison: Comparison, kind: ComparisonRow["kind"], id: string): string {
  const row = comparison.rows.find((candidate) => candidate.kind === kind && candidate.id === id);
  if (row === undefined) return "-";
  const cell = (party: string): string => row.cells[party]?.status ?? "-";
  return `${row.verdict}: ${cell("XVA")}, ${cell("XME")}`;
}
