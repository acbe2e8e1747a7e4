import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { csvFormat } from "../../src/export/csv.ts";
import { exported, sampleReading } from "./readings.ts";

async function rowsOf(own: Parameters<typeof exported>[3] = {}): Promise<Record<string, string>[]> {
  const { content } = await exported(csvFormat, sampleReading(), {}, own);
  return parse(content as string, { columns: true, bom: true }) as Record<string, string>[];
}

test("a statement has who, whose account, which encounter and when it was", async () => {
  const row = (await rowsOf()).find(
    ({ layer, cue }) => layer === "statement" && cue === "promised",
  );
  expect(row).toMatchObject({
    published: "2024-05-21",
    party: "XVA",
    class: "promise",
    actors: "Irena Kostrova",
    actor_ids: "XVA:irena-kostrova",
    by_account_of: "Presidency of Valdoria",
    encounter: "2024-05-21-xme-xva-meeting",
    encounter_date: "2024-05-21",
  });
});

test("a source's grade is the one for claims of that kind", async () => {
  const grade = (claims: "all" | "own-side" | "figures", source: string) => ({
    outlet: "XVA:presidency",
    claims,
    source,
    information: null,
    reason: `for ${claims}`,
  });
  const rows = await rowsOf({
    grades: [grade("all", "C"), grade("own-side", "B"), grade("figures", "E")],
  });
  const graded = (layer: string, actor: string): string | undefined =>
    rows.find(
      (row) => row["party"] === "XVA" && row["layer"] === layer && row["actor_ids"] === actor,
    )?.["source_grade"];
  expect(graded("statement", "XVA:irena-kostrova")).toBe("B");
  expect(graded("statement", "XME:tomas-eldridge")).toBe("C");
  expect(graded("figure", "")).toBe("E");
  expect(rows.find(({ party }) => party === "XME")?.["source_grade"]).toBe("");
});
