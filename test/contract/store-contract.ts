import { describe, expect, test } from "vitest";
import { emptyLayers, type Document } from "../../src/core/document.ts";
import type { Encounter } from "../../src/core/link/encounter.ts";
import type { EncounterMention } from "../../src/core/records.ts";
import { parseSearch } from "../../src/store/search-terms.ts";
import { EvidenceError, type Store } from "../../src/store/store.ts";
import { bareContext, storedPage } from "./stored-pages.ts";

/** A fresh, empty workspace of one engine; `reopen` opens it once more beside the first. */
export interface Workspace {
  readonly store: Store;
  reopen(): Promise<Store>;
  dispose(): Promise<void>;
}

const mention: EncounterMention = {
  start: 0,
  end: 6,
  rule: "encounters/en/test",
  places: [],
  mode: "phone",
  participants: ["NOR", "ZED"],
  principals: ["NOR", "ZED"],
  sides: ["NOR", "ZED"],
  sideOf: {},
  place: null,
  date: { earliest: "2031-05-02", latest: "2031-05-02" },
  dateBasis: "stated",
  datedBy: "text",
  status: "held",
  level: null,
  sequence: null,
  summit: null,
  atSummit: false,
  main: true,
};

/** What every engine must do. Call it inside a test file with a maker of empty workspaces. */
export function describeStore(engine: string, open: () => Promise<Workspace>): void {
  const withStore =
    (run: (store: Store, workspace: Workspace) => Promise<void>) => async (): Promise<void> => {
      const workspace = await open();
      try {
        await run(workspace.store, workspace);
      } finally {
        await workspace.dispose();
      }
    };

  describe(`store on ${engine}: pages`, () => {
    test(
      "gives back what was added",
      withStore(async (store) => {
        const page = storedPage("Nordia called.\n\n🕊 Zedland’s envoy “agreed”.\u0000", {
          title: "Call",
          party: "NOR",
          published: {
            value: "2031-05-02",
            earliest: "2031-05-02",
            latest: "2031-05-02",
            basis: "header",
          },
          layers: { ...emptyLayers, encounters: [mention] },
        });
        expect(await store.add(page)).toBe("added");
        expect(await store.document(page.document.id)).toEqual(page.document);
        expect(new Uint8Array((await store.bytes(page.document.id))!)).toEqual(page.bytes);
        expect(await store.idOf(page.document.sha256)).toBe(page.document.id);
      }),
    );

    test(
      "repeating changes nothing",
      withStore(async (store) => {
        const page = storedPage("Once.", { place: "/a" });
        await store.add(page);
        await store.relink(() => []);
        expect(await store.add({ ...page, addedAt: "2040-01-01T00:00:00.000Z" })).toBe("known");
        expect(await store.place(page.document.id, "/elsewhere")).toBe("known");
        expect(await store.needsLinking()).toBe(false);
        expect(await store.list({ replaced: true })).toMatchObject([
          { id: page.document.id, addedAt: page.addedAt, current: true },
        ]);
      }),
    );

    test(
      "keeps both versions of a page, one current",
      withStore(async (store) => {
        const first = storedPage("First words.", { place: "/a" });
        const second = storedPage("Second words.", { place: "/a", addedAt: "2030-02-01" });
        await store.add(first);
        await store.add(second);
        expect((await store.list({})).map((page) => page.id)).toEqual([second.document.id]);
        const versions = await store.versions(first.document.id);
        expect(versions.map(({ id, current }) => [id, current])).toEqual([
          [first.document.id, false],
          [second.document.id, true],
        ]);
        expect(await store.add(first)).toBe("moved");
        expect((await store.list({})).map((page) => page.id)).toEqual([first.document.id]);
        expect(await store.counts()).toMatchObject({ pages: 1, replaced: 1 });
      }),
    );

    test(
      "a page saved under another name is a version by its address",
      withStore(async (store) => {
        const url = "https://example.org/statement";
        await store.add(storedPage("Draft.", { place: "/a", url }));
        const later = storedPage("Final.", { place: "/b", url });
        await store.add(later);
        expect((await store.list({})).map((page) => page.id)).toEqual([later.document.id]);
      }),
    );

    test(
      "pages without a lasting place don't replace each other",
      withStore(async (store) => {
        await store.add(storedPage("One."));
        await store.add(storedPage("Two."));
        expect(await store.counts()).toEqual({ pages: 2, replaced: 0, encounters: 0 });
      }),
    );

    test(
      "lists by date with filters",
      withStore(async (store) => {
        const day = (value: string) =>
          ({ value, earliest: value, latest: value, basis: "header" }) as const;
        await store.add(storedPage("Undated."));
        await store.add(storedPage("Later.", { published: day("2031-06-01"), party: "NOR" }));
        await store.add(
          storedPage("Earlier.", {
            published: day("2031-05-01"),
            language: "zh-Hant",
            outlet: "Портовый вестник",
          }),
        );
        const texts = async (filter: Parameters<Store["list"]>[0]) =>
          await Promise.all(
            (await store.list(filter)).map(async ({ id }) => (await store.document(id))!.text),
          );
        expect(await texts({})).toEqual(["Earlier.", "Later.", "Undated."]);
        expect(await texts({ language: "zh" })).toEqual(["Earlier."]);
        expect(await texts({ party: "NOR" })).toEqual(["Later."]);
        expect(await texts({ outlet: "Портовый вестник" })).toEqual(["Earlier."]);
        expect(await texts({ outlet: "XVA:herald" })).toEqual([]);
      }),
    );

    test(
      "completes the beginning of an id",
      withStore(async (store) => {
        const { document } = storedPage("Found by its id.");
        await store.add(storedPage("Found by its id."));
        expect(await store.complete(document.id.slice(0, 5), 2)).toEqual([document.id]);
        expect(await store.complete("zz", 2)).toEqual([]);
      }),
    );

    test(
      "refuses a mark outside the text, whole",
      withStore(async (store) => {
        const page = storedPage("Short.", {
          layers: { ...emptyLayers, encounters: [{ ...mention, end: 60 }] },
        });
        await expect(store.add(page)).rejects.toThrow(EvidenceError);
        expect(await store.counts()).toEqual({ pages: 0, replaced: 0, encounters: 0 });
      }),
    );

    test(
      "unknown ids are null",
      withStore(async (store) => {
        expect(await store.document("none")).toBeNull();
        expect(await store.bytes("none")).toBeNull();
        expect(await store.idOf("none")).toBeNull();
        expect(await store.versions("none")).toEqual([]);
      }),
    );
  });

  describe(`store on ${engine}: linking`, () => {
    const page = (text: string) =>
      storedPage(text, { layers: { ...emptyLayers, encounters: [mention] } });
    const linked = (documents: readonly Document[]): Encounter => ({
      id: "2031-05-02-nor-zed-phone",
      mode: "phone",
      participants: ["NOR", "ZED"],
      principals: ["NOR", "ZED"],
      sides: ["NOR", "ZED"],
      place: null,
      date: { earliest: "2031-05-02", latest: "2031-05-02", basis: "stated" },
      status: "held",
      level: "leaders",
      sequence: null,
      summit: null,
      parent: null,
      mentions: documents.map(({ id }) => ({ document: id, index: 0 })),
      accounts: documents.map(({ id }) => ({
        document: id,
        party: "NOR",
        genre: "readout",
        copyOf: id === documents[0]!.id ? null : documents[0]!.id,
      })),
      evidence: [{ rule: "link/same-day", detail: "same day and participants" }],
    });
    const link = (documents: readonly Document[]): Encounter[] =>
      documents.length === 0 ? [] : [linked(documents)];

    test(
      "keeps encounters, the same in any order of adding",
      withStore(async (store, workspace) => {
        const pages = [page("Nordia rang."), page("Zedland rang."), page("Both rang.")];
        for (const one of pages) await store.add(one);
        await store.relink(link);
        const other = await open();
        for (const one of pages.toReversed()) {
          await other.store.add(one);
          await other.store.relink(link);
        }
        const expected = link(
          pages.map((one) => one.document).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        );
        expect(await store.encounters()).toEqual(expected);
        expect(await other.store.encounters()).toEqual(expected);
        await other.dispose();
        const again = await workspace.reopen();
        expect(await again.encounters(pages[1]!.document.id)).toEqual(expected);
        expect(await again.encounters("none")).toEqual([]);
        await again.close();
      }),
    );

    test(
      "knows when pages changed since",
      withStore(async (store) => {
        expect(await store.needsLinking()).toBe(false);
        await store.add(page("Nordia rang."));
        expect(await store.needsLinking()).toBe(true);
        await store.relink(link);
        expect(await store.needsLinking()).toBe(false);
      }),
    );

    test(
      "leaves replaced versions out",
      withStore(async (store) => {
        await store.add({ ...page("Old text."), place: "/a" });
        await store.add({ ...page("New text."), place: "/a" });
        let texts: string[] = [];
        await store.relink((documents) => {
          texts = documents.map((document) => document.text);
          return [];
        });
        expect(texts).toEqual(["New text."]);
      }),
    );
  });

  describe(`store on ${engine}: search`, () => {
    const english = "The envoys met on Monday.\n\nNordia’s stance has no limits, the envoy said.";
    const chinese = "诺国外长表示，双方将深化战略合作。\n\n會談在友好气氛中进行。";
    const russian = "Стороны провели переговоры.\n\nОни договорились о сотрудничестве.";

    test.each([
      ["a word in its form", "stance", ["Nordia’s stance has no limits, the envoy said."]],
      ["a word by its lemma", "meet", ["The envoys met on Monday."]],
      ["a word by another inflection", "meeting", ["The envoys met on Monday."]],
      [
        "a plural finds the singular form",
        "stances",
        ["Nordia’s stance has no limits, the envoy said."],
      ],
      ["all words in one passage", "monday stance", []],
      ["a phrase", '"no limits"', ["Nordia’s stance has no limits, the envoy said."]],
      ["a phrase in another order", '"limits no"', []],
      ["capitals and accents", "NÓRDIA", ["Nordia’s stance has no limits, the envoy said."]],
      ["Chinese", "战略合作", ["诺国外长表示，双方将深化战略合作。"]],
      ["one Chinese character in either script", "会", ["會談在友好气氛中进行。"]],
      ["the last Chinese character of a run", "作", ["诺国外长表示，双方将深化战略合作。"]],
      ["Chinese that is not there", "战略作", []],
      ["traditional for simplified", "会談", ["會談在友好气氛中进行。"]],
      ["Russian in another case", "переговорам", ["Стороны провели переговоры."]],
      ["nothing but marks", "“…” !", []],
      ["operators of the engine are words", "NOT AND *", []],
    ])("%s", async (_name, query, expected) => {
      const workspace = await open();
      const { store } = workspace;
      const met = { start: 11, end: 14, lemma: "meet", upos: "VERB", head: -1, deprel: "root" };
      await store.add(storedPage(english, { layers: { ...emptyLayers, tokens: [met] } }));
      await store.add(storedPage(chinese, { language: "zh" }));
      await store.add(storedPage(russian, { language: "ru" }));
      const found = await store.search({ clauses: parseSearch(query, bareContext), limit: 10 });
      const quotes = await Promise.all(
        found.map(async ({ document, start, end }) =>
          (await store.document(document))!.text.slice(start, end),
        ),
      );
      expect(quotes).toEqual(expected);
      await workspace.dispose();
    });

    test(
      "ranks, filters, limits, and leaves replaced versions out",
      withStore(async (store) => {
        const clauses = parseSearch("treaty", bareContext);
        const long = storedPage(`The treaty ${"and many other matters ".repeat(20)}.`, {
          party: "NOR",
        });
        const short = storedPage("Treaty, treaty.", { party: "ZED" });
        await store.add(long);
        await store.add(short);
        await store.add(storedPage("An old treaty.", { place: "/a" }));
        await store.add(storedPage("A new text.", { place: "/a" }));
        const ids = async (more: object) =>
          (await store.search({ clauses, limit: 10, ...more })).map((found) => found.document);
        expect(await ids({})).toEqual([short.document.id, long.document.id]);
        expect(await ids({ limit: 1 })).toEqual([short.document.id]);
        expect(await ids({ party: "NOR" })).toEqual([long.document.id]);
        expect(await ids({ language: "ru" })).toEqual([]);
        expect(await ids({ replaced: true })).toHaveLength(3);
      }),
    );
  });
}
