import { describe, expect, test } from "vitest";
import { valueOf, valuesOf } from "../../src/core/tsv.ts";
import { loadContext } from "../../src/resources/load.ts";

const context = loadContext();
const table = (name: string): ReturnType<typeof context.rows> => context.rows(`knowledge/${name}`);
const ids = (name: string): Set<string> => new Set(table(name).map((row) => row["id"]!));
const states = ids("states");
const bodies = ids("bodies");
const posts = new Map(table("posts").map((row) => [row["post"]!, row]));
const offices = new Map(table("offices").map((row) => [row["id"]!, row]));
const postOf = (office: string): string => office.slice(office.lastIndexOf(":") + 1);
const dated = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/** Rows of a table that fail a check, by id, for a failure that can be read. */
function failing(name: string, fits: (row: Record<string, string>) => boolean): string[] {
  return table(name)
    .filter((row) => !fits(row))
    .map((row) => row["id"] ?? `${row["office"]} ${row["person"]}`);
}

describe.each(["states", "places", "bodies", "outlets", "people", "offices", "summits"])(
  "knowledge/%s",
  (name) => {
    test("has distinct ids and a source for each", () => {
      const seen = new Set<string>();
      expect(failing(name, ({ id }) => !seen.has(id!) && seen.add(id!) !== undefined)).toEqual([]);
      expect(failing(name, (row) => valueOf(row, "source") !== null)).toEqual([]);
    });
    test("has no empty form, and none twice", () => {
      const columns = ["en", "en_short", "zh", "zh_short", "ru", "ru_short"];
      expect(
        failing(name, (row) =>
          columns.every((column) => {
            const field = row[column] ?? "-";
            const forms = field.split("|");
            return (
              forms.every((form) => form.trim() === form && form !== "") &&
              new Set(forms).size === forms.length
            );
          }),
        ),
      ).toEqual([]);
    });
  },
);

test("people, places and bodies belong to states that are known", () => {
  const known = (row: Record<string, string>): boolean =>
    ["INT", "-"].includes(row["state"]!) || states.has(row["state"]!);
  expect(failing("people", known)).toEqual([]);
  expect(failing("places", known)).toEqual([]);
  expect(failing("bodies", known)).toEqual([]);
});

test("people have a gender, a name in English and a script that fits each language", () => {
  const script = { zh: /^[\p{Script=Han}·—-]+$/u, ru: /^[\p{Script=Cyrillic}XVI .’'-]+$/u };
  expect(failing("people", (row) => /^[mf]$/.test(row["gender"]!))).toEqual([]);
  expect(failing("people", (row) => /^\p{Lu}/u.test(row["en"]!))).toEqual([]);
  for (const language of ["zh", "ru"] as const) {
    const forms = (row: Record<string, string>): string[] => [
      ...valuesOf(row, language),
      ...valuesOf(row, `${language}_short`),
    ];
    expect(
      failing("people", (row) =>
        forms(row).every((form) => script[language].test(form.replace("~", ""))),
      ),
    ).toEqual([]);
  }
});

test("those who lead a state have a name in all three languages", () => {
  const leaders = new Set(
    table("terms")
      .filter(({ office }) => {
        const role =
          valueOf(offices.get(office!) ?? {}, "role") ?? posts.get(postOf(office!))?.["role"];
        return role === "head-of-state" || role === "head-of-government";
      })
      .map(({ person }) => person!),
  );
  const nameless = failing(
    "people",
    (row) =>
      !leaders.has(row["id"]!) ||
      (["en", "zh", "ru"] as const).every(
        (language) =>
          valuesOf(row, language).length + valuesOf(row, `${language}_short`).length > 0,
      ),
  );
  expect(nameless).toEqual([]);
});

describe("knowledge/terms", () => {
  test("names offices and people that are known", () => {
    const people = ids("people");
    expect(
      failing("terms", ({ office }) => offices.has(office!) || posts.has(postOf(office!))),
    ).toEqual([]);
    expect(failing("terms", ({ person }) => people.has(person!))).toEqual([]);
    expect(
      failing(
        "terms",
        ({ office }) => office!.startsWith("INT:") || states.has(office!.split(":")[0]!),
      ),
    ).toEqual([]);
  });
  test("has dates in order", () => {
    expect(
      failing("terms", (row) =>
        [row["from"]!, row["to"]!].every((bound) => bound === "-" || dated.test(bound)),
      ),
    ).toEqual([]);
    expect(failing("terms", (row) => compare(row["from"]!, row["to"]!) <= 0)).toEqual([]);
  });
  test("lets no two people hold an office at once, but where several do", () => {
    const overlaps: string[] = [];
    const last = new Map<string, Record<string, string>>();
    const rows = [...table("terms")].sort((one, other) => (one["from"]! < other["from"]! ? -1 : 1));
    for (const row of rows) {
      const office = row["office"]!;
      const holders = offices.get(office)?.["holders"] ?? posts.get(postOf(office))?.["holders"];
      if (holders === "several" || posts.get(postOf(office))?.["holders"] === "several") continue;
      const before = last.get(office);
      if (before !== undefined && compare(before["to"]!, row["from"]!) > 0)
        overlaps.push(
          `${office}: ${before["person"]} to ${before["to"]}, ${row["person"]} from ${row["from"]}`,
        );
      last.set(office, row);
    }
    expect(overlaps).toEqual([]);
  });
});

/** Order of two dates as far as both are known; an open end is after all, an open start before. */
function compare(one: string, other: string): number {
  if (one === "-" || other === "-") return one === other || one === "-" ? 0 : 0;
  const length = Math.min(one.length, other.length);
  const [a, b] = [one.slice(0, length), other.slice(0, length)];
  return a < b ? -1 : a > b ? 1 : 0;
}

test("offices name states and bodies that are known, and have titles", () => {
  expect(
    failing("offices", (row) => row["state"]!.startsWith("INT:") || states.has(row["state"]!)),
  ).toEqual([]);
  expect(
    failing("offices", (row) => valueOf(row, "body") === null || bodies.has(row["body"]!)),
  ).toEqual([]);
  expect(
    failing(
      "offices",
      (row) =>
        posts.has(postOf(row["id"]!)) ||
        (["en", "zh", "ru"] as const).every((language) => valuesOf(row, language).length > 0),
    ),
  ).toEqual([]);
});

describe("knowledge/states", () => {
  test("has names in three languages, and a demonym, for the members of the UN", () => {
    expect(states.size).toBeGreaterThanOrEqual(193);
    const columns = ["en", "zh", "ru", "en_demonym"];
    expect(
      failing("states", (row) => columns.every((column) => valuesOf(row, column).length > 0)),
    ).toEqual([]);
  });
  test("has a capital that is a place", () => {
    const places = ids("places");
    expect(
      failing("states", (row) => valueOf(row, "capital") === null || places.has(row["capital"]!)),
    ).toEqual([]);
  });
});

describe("knowledge/summits", () => {
  const series = new Set(table("summit-series").map((row) => row["id"]!));
  const seriesOf = (id: string): string => id.replace(/-\d{4}(?:-\d{2})?$/, "");
  test("has a series, or names of its own, for every edition", () => {
    const fits = (row: Record<string, string>): boolean =>
      series.has(seriesOf(row["id"]!)) ||
      ["en", "zh", "ru"].some((column) => valuesOf(row, column).length > 0);
    expect(failing("summits", fits)).toEqual([]);
  });
  test("is held at places that are known, on days in order", () => {
    const places = ids("places");
    expect(
      failing("summits", (row) => valueOf(row, "place") === null || places.has(row["place"]!)),
    ).toEqual([]);
    const day = /^\d{4}-\d{2}-\d{2}$/;
    expect(
      failing("summits", (row) => day.test(row["from"]!) && row["from"]! <= row["to"]!),
    ).toEqual([]);
    const days = (row: Record<string, string>): number =>
      (Date.parse(row["to"]!) - Date.parse(row["from"]!)) / 86_400_000;
    expect(failing("summits", (row) => days(row) < 21)).toEqual([]);
  });
  test("names the year of its edition", () => {
    expect(
      failing("summits", (row) => {
        const year = /-(\d{4})(?:-\d{2})?$/.exec(row["id"]!)?.[1];
        return year === undefined || row["from"]!.startsWith(year);
      }),
    ).toEqual([]);
  });
  test("has no two editions of a series on one day", () => {
    const seen = new Map<string, string>();
    const doubled: string[] = [];
    for (const row of [...table("summits")].sort((one, other) =>
      one["from"]! < other["from"]! ? -1 : 1,
    )) {
      const key = seriesOf(row["id"]!);
      if (row["from"]! <= (seen.get(key) ?? "")) doubled.push(row["id"]!);
      seen.set(key, row["to"]!);
    }
    expect(doubled).toEqual([]);
  });
});
