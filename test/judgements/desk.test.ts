import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../support/run-cli.ts";

let folder = "";
let workspace = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "readout-desk-"));
  workspace = join(folder, "workspace");
  const page = (name: string, author: string, text: string): string => {
    const file = join(folder, name);
    writeFileSync(
      file,
      `---\ntitle: Notes of the week\nauthor: ${author}\noutlet: The Selmont Courier\nkind: opinion\npublished: 2024-03-12\n---\n${text}\n`,
    );
    return file;
  };
  const pages = [
    page("one.txt", "Ada Merrow", "It is unlikely that India will give military aid to Iran."),
    page("two.txt", "Bo Lund", "India is giving military aid to Iran."),
  ];
  await run("add", ...pages, "--workspace", workspace);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command on the workspace. */
async function at(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return await run(...args, "--workspace", workspace);
}

describe("grades", () => {
  test("kept by kind of claim, shown with claims, taken back", async () => {
    expect((await at("grade", "The Selmont Courier", "b2", "--reason", "own reporters")).code).toBe(
      0,
    );
    await at("grade", "the selmont courier", "D", "--claims", "judgements", "--reason", "columns");
    const { out } = await at("grade", "--json");
    const { grades } = JSON.parse(out) as { grades: Record<string, unknown>[] };
    expect(grades.map((one) => [one["claims"], one["source"], one["information"]])).toEqual([
      ["all", "B", "2"],
      ["judgements", "D", null],
    ]);
    expect((await at("claims")).out).toContain("source graded D: columns");
    expect((await at("list")).out).toContain("[B2]");
    await at("grade", "remove", "The Selmont Courier", "--claims", "judgements");
    const { out: after } = await at("claims", "--json");
    const claim = JSON.parse(after) as {
      claims: { positions: { grade: unknown; bands: unknown }[] }[];
    };
    expect(claim.claims[0]!.positions[0]!.grade).toMatchObject({ source: "B", information: "2" });
  });

  test.each([
    [["Xinhua", "B7", "--reason", "x"], "is no grade"],
    [["Xinhua", "B2"], "needs its --reason"],
    [["Xinhua"], "which grade"],
    [["Xinhua", "B2", "--reason", "x", "--claims", "weather"], "no kind of claim"],
    [["remove", "Nobody"], "no such grade"],
  ])("%j is told to be misuse", async (args, message) => {
    const { code, err } = await at("grade", ...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

describe("hypotheses", () => {
  test("written, fed from claims, rated by two, scored, with a trail", async () => {
    const claim = "military-support:IND+IRN";
    await at("hypotheses", "add", "India arms Iran", "--claim", claim, "--answer", "yes");
    await at("hypotheses", "add", "=It does not", "--claim", claim, "--answer", "no");
    expect((await at("hypotheses", "propose", claim)).out).toBe("2 taken up as evidence.\n");
    expect((await at("hypotheses", "propose", claim)).out).toBe("0 taken up as evidence.\n");
    const { out: proposed } = await at("hypotheses");
    expect(proposed).toMatch(/^e1 +CC\? +II\?$/m);
    expect(proposed).toMatch(/^e2 +I\? +C\?$/m);
    await at("hypotheses", "rate", "h1", "e2", "II");
    await at("hypotheses", "rate", "h1", "e2", "c", "--by", "Ada");
    await at("hypotheses", "weigh", "e1", "--credibility", "high", "--relevance", "low");
    const { out: shown } = await at("hypotheses", "--audit");
    expect(shown).toMatch(/^e2 +I≠2\.1 +C\?$/m);
    expect(shown).toContain("h1    PARC -1.00");
    expect(shown).toContain("h2    PARC -2.00");
    expect(shown).toContain("rating h1 × e2 by Ada: C");
    expect(shown).toContain("hypothesis h1: India arms Iran (yes to military-support:IND+IRN)");
    expect(shown).toContain("source graded B2: own reporters");
    const rows = (await at("hypotheses", "--csv")).out.trim().split("\n");
    expect(rows).toHaveLength(6);
    expect(rows.some((row) => /(?:^|,)=/.test(row))).toBe(false);
  });

  test("what is removed leaves the matrix and stays in the trail", async () => {
    await at("hypotheses", "remove", "e2");
    const { out } = await at("hypotheses", "--audit");
    expect(out).not.toMatch(/^e2 /m);
    expect(out).toContain("taken back");
  });

  test.each([
    [["add"], "quotation marks"],
    [["add", "x", "--claim", "y"], "go together"],
    [["rate", "h9", "e1", "I"], "no hypothesis"],
    [["rate", "h1", "e1", "maybe"], "rate takes"],
    [["propose", "no-such"], "no claim"],
    [["evidence", "x", "--place", "zzz:0-1"], "no page"],
    [["weigh", "e1", "--credibility", "huge"], "low, medium or high"],
    [["burn"], "hypotheses takes"],
  ])("%j is told to be misuse", async (args, message) => {
    const { code, err } = await at("hypotheses", ...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
