import { actorTable } from "../../core/actors/actor-table.ts";
import type { Context } from "../../core/context.ts";
import { claimKinds, type ClaimKind, type SourceGrade } from "../../core/grades/grades.ts";
import type { Correction, PersonalStore } from "../../store/personal.ts";

/** When and as what an entry of a person is kept. */
export interface EntryStamp {
  readonly id: string;
  /** ISO time. */
  readonly at: string;
}

/** A grade as it is kept, with when it was given. */
export interface KeptGrade extends SourceGrade {
  readonly entry: string;
  readonly addedAt: string;
}

/** The grades that hold: the last given for each source and kind of claim, by source. */
export async function keptGrades(personal: PersonalStore): Promise<KeptGrade[]> {
  return gradesOf(await personal.corrections());
}

/** The grades among a person's entries. */
export function gradesOf(corrections: readonly Correction[]): KeptGrade[] {
  const kept = new Map<string, KeptGrade>();
  for (const { id, kind, target, value, addedAt, undoneAt } of corrections) {
    if (kind !== "source-grade" || value === null || undoneAt !== null) continue;
    const at = target.lastIndexOf("|");
    const grade = JSON.parse(value) as Pick<SourceGrade, "source" | "information" | "reason">;
    kept.set(target, {
      outlet: target.slice(0, at),
      claims: target.slice(at + 1) as ClaimKind,
      ...grade,
      entry: id,
      addedAt,
    });
  }
  return [...kept.values()].toSorted((a, b) =>
    a.outlet === b.outlet
      ? claimKinds.indexOf(a.claims) - claimKinds.indexOf(b.claims)
      : a.outlet < b.outlet
        ? -1
        : 1,
  );
}

/** Keep a grade; one for the same source and kind of claim gives way to it. */
export async function addGrade(
  personal: PersonalStore,
  { outlet, claims, source, information, reason }: SourceGrade,
  stamp: EntryStamp,
): Promise<void> {
  await personal.addCorrection({
    id: stamp.id,
    kind: "source-grade",
    target: `${outlet}|${claims}`,
    value: JSON.stringify({ source, information, reason }),
    anchor: null,
    addedAt: stamp.at,
    undoneAt: null,
  });
}

/** Take grades of a source back. @returns how many */
export async function removeGrades(
  personal: PersonalStore,
  outlet: string,
  claims: ClaimKind | null,
  at: string,
): Promise<number> {
  const entries = (await personal.corrections()).filter(
    ({ kind, target, undoneAt }) =>
      kind === "source-grade" &&
      undoneAt === null &&
      (claims === null ? target.startsWith(`${outlet}|`) : target === `${outlet}|${claims}`),
  );
  for (const { id } of entries) await personal.undoCorrection(id, at);
  return entries.length;
}

/**
 * The name a source is graded by, from what a person writes: an actor's id as it is, a label or name of an actor as its
 * id, any other name in lower case.
 */
export function outletOf(text: string, context: Context): string {
  const { actors } = actorTable(context);
  if (actors.has(text)) return text;
  const wanted = text.trim().toLowerCase();
  for (const [id, { label, type }] of actors)
    if (label.toLowerCase() === wanted && (type === "medium" || type === "body")) return id;
  return wanted;
}
