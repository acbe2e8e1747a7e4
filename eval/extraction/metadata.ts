import { keyOf } from "../../src/core/clean/line-text.ts";
import { foldName } from "../../src/core/clean/title.ts";
import type { Context } from "../../src/core/context.ts";
import type { Document } from "../../src/core/document.ts";
import { valuesOf } from "../../src/core/tsv.ts";
import type { BenchmarkPage, GoldMetadata } from "./benchmark-pages.ts";

/** Which values of a page are right. */
export interface MetadataScore {
  readonly date: "right" | "wrong" | "none";
  readonly authors: boolean;
  readonly someAuthor: boolean;
  readonly invented: boolean;
  readonly title: boolean;
  readonly outlet: boolean;
}

/** Compare a document's metadata with what the benchmark's fixture gives. */
export function scoreMetadata(
  document: Document,
  page: BenchmarkPage,
  gold: GoldMetadata,
  context: Context,
): MetadataScore {
  const wanted = names(gold.authors);
  const found = names(document.byline);
  const day = document.published.value;
  return {
    date: day === null ? "none" : day === gold.day ? "right" : "wrong",
    authors: wanted.size === found.size && [...wanted].every((name) => found.has(name)),
    someAuthor:
      [...wanted].some((name) => found.has(name)) || (wanted.size === 0 && found.size === 0),
    invented: [...found].some((name) => !wanted.has(name)),
    title: document.title !== null && keyOf(document.title) === keyOf(gold.title),
    outlet: isOutlet(document, page, gold, context),
  };
}

function names(written: readonly string[]): Set<string> {
  return new Set(written.map((name) => keyOf(name.normalize("NFKD").replace(/\p{M}/gu, ""))));
}

/**
 * The name of the outlet contains the gold's class name or the domain's, or the other way round; the table's other
 * names for the outlet and the initials of its name count.
 */
function isOutlet(
  { outlet, issuer }: Document,
  { url }: BenchmarkPage,
  gold: GoldMetadata,
  context: Context,
): boolean {
  if (outlet === null) return false;
  const row = context.rows("knowledge/outlets").find((one) => one["id"] === issuer);
  const known = row === undefined ? [] : ["en", "keys"].flatMap((column) => valuesOf(row, column));
  const initials = outlet.match(/(?<!\p{L})\p{L}/gu)?.join("") ?? "";
  const host = new URL(url).hostname.replace(/^www\d?\./, "");
  const wanted = [gold.outlet, host.replace(/\.[^.]+$/, ""), host.replace(/\.\w{2,3}\.\w{2}$/, "")];
  return (
    [outlet, ...known].some((name) =>
      spellings(name).some((one) =>
        wanted.flatMap(spellings).some((other) => one.includes(other) || other.includes(one)),
      ),
    ) || spellings(initials).some((one) => one === foldName(gold.outlet))
  );
}

/** A name folded, with umlauts as one letter and as two. */
function spellings(name: string): string[] {
  const two = name.replace(/[äöü]/giu, (letter) => `${letter.normalize("NFD")[0]!}e`);
  return [foldName(name), foldName(two)].filter((folded) => folded.length > 1);
}
