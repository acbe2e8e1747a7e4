import type { Correction, CorrectionKind } from "../../store/personal.ts";

/** A person's corrections that hold, found at once by kind and target: lists ask for each of their lines. */
export class HeldCorrections {
  /** Oldest first. */
  readonly all: readonly Correction[];
  readonly #last = new Map<CorrectionKind, Map<string, Correction>>();
  readonly #about = new Map<string, Correction[]>();

  constructor(corrections: readonly Correction[]) {
    this.all = corrections.filter((correction) => correction.undoneAt === null);
    for (const correction of this.all) {
      const { kind, target } = correction;
      const ofKind = this.#last.get(kind) ?? new Map<string, Correction>();
      this.#last.set(kind, ofKind.set(target, correction));
      this.#about.set(target, [...(this.#about.get(target) ?? []), correction]);
    }
  }

  /** The last one of a kind about a target: it is the one that counts. */
  last(kind: CorrectionKind, target: string): Correction | undefined {
    return this.#last.get(kind)?.get(target);
  }

  /** The actor that an id stands for after a person's merges. */
  actorFor(id: string): string {
    let at = id;
    for (let step = 0; step < 10; step++) {
      const merged = this.last("actor-merge", at);
      if (merged?.value === undefined || merged.value === null || merged.value === id) break;
      at = merged.value;
    }
    return at;
  }

  /** All about a target, oldest first. */
  about(target: string): readonly Correction[] {
    return this.#about.get(target) ?? [];
  }
}
