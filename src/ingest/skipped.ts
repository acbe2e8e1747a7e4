import type { Diagnostic } from "../core/diagnostic.ts";
import { problem } from "./item.ts";

/** Counts what a folder or archive holds besides pages, by kind, so that nothing goes unmentioned. */
export class Skipped {
  readonly #counts = new Map<string, number>();

  /** @param kind - what it is, in words of a few letters: `.png`, `redirect`, `link` */
  add(kind: string): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
  }

  /** One diagnostic for all of them; none when there was nothing. */
  report(path: string): Diagnostic[] {
    const total = [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
    if (total === 0) return [];
    const kinds = [...this.#counts]
      .toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
      .slice(0, 12)
      .map(([kind, count]) => `${count} ${kind}`);
    const rest = this.#counts.size > 12 ? " …" : "";
    return [
      problem(
        "ITEMS_SKIPPED",
        path,
        `${total} that are no pages were left out: ${kinds.join(", ")}${rest}.`,
        "info",
      ),
    ];
  }
}
