import type { GivenMetadata } from "../../core/page.ts";

/** An entry of a reference manager's export. */
export interface CatalogueEntry {
  readonly given: GivenMetadata;
  /** Files attached to it, as the export writes their paths. */
  readonly files: readonly string[];
  /** Notes kept with it, HTML or text. */
  readonly notes: readonly string[];
}

/** Metadata from what an entry says; empty values are left out. */
export function givenFrom(facts: {
  readonly title?: string | undefined;
  readonly authors: readonly string[];
  readonly published?: string | undefined;
  readonly url?: string | undefined;
  readonly outlet?: string | undefined;
}): GivenMetadata {
  const clean = (value: string | undefined): string | undefined =>
    value?.replace(/\s+/gu, " ").trim() || undefined;
  const [title, published, url, outlet] = [
    facts.title,
    facts.published,
    facts.url,
    facts.outlet,
  ].map(clean);
  const authors = facts.authors.map(clean).filter((author) => author !== undefined);
  return {
    ...(title === undefined ? {} : { title }),
    ...(authors.length === 0 ? {} : { authors }),
    ...(published === undefined ? {} : { published }),
    ...(url === undefined || !/^https?:\/\//i.test(url) ? {} : { url }),
    ...(outlet === undefined ? {} : { outlet }),
  };
}

/** “Surname, Given” as it is spoken. */
export function spokenName(name: string): string {
  const parts = /^\s*([^,]+),\s*([^,]+?)\s*$/u.exec(name);
  return parts === null ? name : `${parts[2]!} ${parts[1]!.trim()}`;
}
