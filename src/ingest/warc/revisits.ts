import type { Diagnostic } from "../../core/diagnostic.ts";
import { problem, type Setting } from "../item.ts";

/** A record that says “as before”: the bytes of another place stand at this one too. */
export interface Repeat {
  readonly setting: Setting;
  /** Place of the original. */
  readonly of: string;
}

/** Originals and revisits of the web archives of one batch, in any order. */
export class RevisitIndex {
  readonly #originals = new Map<string, string>();
  readonly #revisits: { digest: string | null; setting: Setting }[] = [];

  /** A record with a payload. */
  original(digest: string, place: string): void {
    if (!this.#originals.has(digest)) this.#originals.set(digest, place);
  }

  /** A record that refers to the payload of another. */
  revisit(digest: string | null, setting: Setting): void {
    this.#revisits.push({ digest, setting });
  }

  /** Revisits whose original is known, and one diagnostic for the others of each archive. */
  resolve(): { readonly repeats: readonly Repeat[]; readonly problems: readonly Diagnostic[] } {
    const repeats: Repeat[] = [];
    const open = new Map<string, { count: number; url: string }>();
    for (const { digest, setting } of this.#revisits) {
      const of = digest === null ? undefined : this.#originals.get(digest);
      if (of !== undefined) repeats.push({ setting, of });
      else {
        const archive = setting.path.replace(/@\d+$/, "");
        const before = open.get(archive);
        open.set(archive, {
          count: (before?.count ?? 0) + 1,
          url: before?.url ?? setting.given.url ?? "",
        });
      }
    }
    const problems = [...open].map(([archive, { count, url }]) =>
      problem(
        "REVISIT_UNRESOLVED",
        archive,
        `${count} records only say that a page had not changed since an archive that is not here (the first is ${url}). Add that archive too.`,
        "warning",
      ),
    );
    return { repeats, problems };
  }
}
