import { sideOf } from "../actors/actor-table.ts";
import type { Context } from "../context.ts";
import type { Document } from "../document.ts";
import { copyPageOf, findCopies } from "../copies/copies.ts";
import { clustersOf } from "./clusters-of.ts";
import type { Encounter } from "./encounter.ts";
import { correctedClusters, type LinkCorrection } from "./corrections.ts";
import { encountersOf } from "./encounter-of.ts";
import { linkPageOf, type LinkPage } from "./link-page.ts";
import { membersOf, nodesByBlock } from "./node.ts";
import { withParents } from "./parents.ts";

/**
 * Link the mentions of pages to encounters, block by block (`blockOf`): a block's encounters depend on its own
 * mentions alone, so that only those blocks need linking anew that a page adds to.
 * @param corrections - what a person decided, in order
 * @returns encounters in time order; the same for any order of the pages
 */
export function linkPages(
  pages: readonly LinkPage[],
  context: Context,
  corrections: readonly LinkCorrection[] = [],
): Encounter[] {
  const members = membersOf(context);
  const blocks = nodesByBlock(pages, (actor) => sideOf(context, actor));
  const clusters = [...blocks.values()].flatMap((nodes) => clustersOf(nodes, members));
  return withParents(encountersOf(correctedClusters(clusters, corrections)));
}

/** Link the mentions of whole documents; those that repeat another's text add no evidence. */
export function linkEncounters(
  documents: readonly Document[],
  context: Context,
  corrections: readonly LinkCorrection[] = [],
): Encounter[] {
  const copies = findCopies(documents.map(copyPageOf));
  return linkPages(
    documents.map((document) => linkPageOf(document, copies.get(document.id) ?? null)),
    context,
    corrections,
  );
}
