import { disputesAmong, isShared, type Dispute } from "../core/claims/disputes.ts";
import { positionsOf, type Position } from "../core/claims/positions.ts";
import type { Layers } from "../core/document.ts";
import type { Library } from "./library.ts";

/** Layers that positions are read from. */
const layers: readonly (keyof Layers)[] = [
  "sentences",
  "actors",
  "statements",
  "silences",
  "encounters",
  "phrases",
  "assessments",
  "commitments",
];
/** How many documents are looked at before other requests get their turn. */
const slice = 20;

/**
 * Questions that the workspace's pages take sides on, answered by two holders or more; the disputed first.
 * @param known - positions by document that were read before; those that are read now are added
 */
export async function claimsOf(
  library: Library,
  known: Map<string, readonly Position[]>,
): Promise<Dispute[]> {
  const ids = [...library.entries.keys()].toSorted();
  for (const [index, id] of ids.entries()) {
    if (known.has(id)) continue;
    const document = await library.store.document(id, layers);
    known.set(id, document === null ? [] : positionsOf(document, library.context));
    if (index % slice === slice - 1) await new Promise((resolve) => setImmediate(resolve));
  }
  return disputesAmong(
    ids.flatMap((id) => known.get(id) ?? []),
    library.context,
  ).filter(isShared);
}
