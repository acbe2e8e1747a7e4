import { givenFrom, spokenName, type CatalogueEntry } from "./entry.ts";

/** Entries of a RIS file. */
export function readRis(text: string): CatalogueEntry[] {
  const entries: CatalogueEntry[] = [];
  let fields = new Map<string, string[]>();
  for (const line of text.split(/\r?\n/)) {
    const field = /^([A-Z][A-Z0-9]) {2}- ?(.*)$/.exec(line);
    if (field === null) continue;
    const [, tag, value] = field;
    if (tag === "TY") fields = new Map();
    else if (tag === "ER") {
      entries.push(entryOf(fields));
      fields = new Map();
    } else fields.set(tag!, [...(fields.get(tag!) ?? []), value!]);
  }
  return entries;
}

function entryOf(fields: ReadonlyMap<string, readonly string[]>): CatalogueEntry {
  const all = (...tags: string[]): string[] => tags.flatMap((tag) => fields.get(tag) ?? []);
  return {
    given: givenFrom({
      title: all("TI", "T1", "CT")[0],
      authors: all("AU", "A1").map(spokenName),
      // DA is YYYY/MM/DD/note, PY the year.
      published: all("DA", "Y1", "PY")[0]
        ?.replace(/^(\d{4})\/(\d{2})\/(\d{2}).*$/, "$1-$2-$3")
        .replace(/^(\d{4})\/(\d{2})\/*$/, "$1-$2"),
      url: all("UR")[0],
      outlet: all("T2", "JO", "JF", "PB")[0],
    }),
    files: all("L1", "L2", "L4").filter((path) => !/^https?:/i.test(path)),
    notes: all("N1"),
  };
}
