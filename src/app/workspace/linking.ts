import type { Context } from "../../core/context.ts";
import { linkEncounters } from "../../core/link/link.ts";
import type { Correction } from "../../store/personal.ts";
import type { Store } from "../../store/store.ts";
import { linkCorrections } from "../encounters/corrections.ts";

/**
 * Link a workspace anew where pages or corrections changed.
 * @returns corrections of encounters that no page answers to any more
 */
export async function linkWorkspace(
  store: Store,
  context: Context,
): Promise<readonly Correction[]> {
  if (!(await store.needsLinking())) return [];
  const { corrections, orphaned } = await linkCorrections(
    store,
    await store.personal.corrections(),
  );
  await store.relink((documents) => linkEncounters(documents, context, corrections));
  return orphaned;
}
