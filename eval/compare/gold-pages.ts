import type { GoldPage, GoldSpan } from "../gold/gold.ts";
import { readGold } from "../gold/gold.ts";

/** A topic that a person found in an account. */
export interface GoldCell {
  /** Topic id; the narrowest that says it. */
  readonly topic: string;
  /** Sides in whose mouth the account puts it; empty in its own voice or its own speaker's. */
  readonly by: readonly string[];
  readonly span: GoldSpan;
}

/** Something that an account puts in another side's mouth. */
export interface GoldMouth {
  readonly by: readonly string[];
  /** Whether that side's own account has it: the whole, a part, nothing of it. */
  readonly own: "has" | "part" | "lacks";
  readonly span: GoldSpan;
}

/** An account with what a person found in it, read beside the other accounts of the encounter. */
export interface ComparePage extends GoldPage {
  readonly event: string;
  readonly party: string;
  readonly cells: readonly GoldCell[];
  readonly mouths: readonly GoldMouth[];
}

/** The annotated accounts by encounter, in the order of the file. */
export function goldEvents(): Map<string, ComparePage[]> {
  const events = new Map<string, ComparePage[]>();
  for (const page of readGold<ComparePage>("compare"))
    events.set(page.event, [...(events.get(page.event) ?? []), page]);
  return events;
}
