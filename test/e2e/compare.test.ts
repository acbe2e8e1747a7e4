import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { run } from "../support/run-cli.ts";

const root = join(import.meta.dirname, "../..");
const tables = ["--tables", join(root, "samples/tables")];

/** A folder with accounts of an invented meeting; `pages` maps a file name to party, day, title and text. */
function folderOf(
  pages: Readonly<
    Record<string, readonly [party: string, day: string, title: string, text: string]>
  >,
): string {
  const folder = mkdtempSync(join(tmpdir(), "readout-"));
  for (const [name, [party, day, title, text]] of Object.entries(pages))
    writeFileSync(
      join(folder, name),
      `---\ntitle: ${JSON.stringify(title)}\npublished: ${day}\nparty: ${party}\n---\n\n${title}\n\n${text}\n`,
    );
  return folder;
}

function validates(schema: string, records: unknown): unknown[] {
  const validate = new Ajv({ strict: false }).compile(
    JSON.parse(readFileSync(join(root, "schema", schema), "utf8")),
  );
  validate(records);
  return validate.errors ?? [];
}

const valdorian =
  "Irena Kostrova held talks with Prime Minister of Merania Tomas Eldridge in Port Anselm. Tomas Eldridge stressed that Merania opposes illegitimate sanctions. They discussed grain exports.";
const meranian =
  "Prime Minister Tomas Eldridge met today with President Irena Kostrova of Valdoria in Port Anselm. The Prime Minister raised human rights. They discussed grain exports.";
const two = folderOf({
  "v.txt": ["valdoria", "2024-05-21", "Talks with Tomas Eldridge", valdorian],
  "m.txt": ["merania", "2024-05-21", "Readout of the Meeting with Irena Kostrova", meranian],
});

describe("readout compare", () => {
  test("a terminal, Markdown and an HTML file say the same", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "readout-")), "c.html");
    const terminal = await run("compare", two, ...tables, "--html", file);
    const markdown = await run("compare", two, ...tables, "--md");
    const html = readFileSync(file, "utf8");
    expect(terminal.code).toBe(0);
    for (const text of [terminal.out, markdown.out, html]) {
      expect(text).toContain("Illegitimate sanctions");
      expect(text).toContain("Human rights");
      expect(text.replaceAll(/\s+/g, " ")).toContain(
        "Tomas Eldridge stressed that Merania opposes",
      );
      expect(text).toContain("In both");
    }
    expect(html).not.toMatch(/(?:src|href)="(?!#)/);
  });

  test("what pages say is text in HTML, in Markdown and in a terminal", async () => {
    const hostile = folderOf({
      "v.txt": [
        "valdoria",
        "2024-05-21",
        "Talks with Tomas Eldridge <img src=x onerror=alert(1)>",
        `${valdorian} They spoke of human rights <script>alert(1)</script> | \u001b[31m and fisheries.`,
      ],
      "m.txt": ["merania", "2024-05-21", "Readout of the Meeting with Irena Kostrova", meranian],
    });
    const file = join(hostile, "c.html");
    const { out } = await run("compare", hostile, ...tables, "--as-one", "--html", file);
    const html = readFileSync(file, "utf8");
    expect(html).not.toContain("<script>alert");
    expect(html).not.toContain("<img src=x");
    expect(out).not.toContain("\u001b[31m");
    const markdown = (await run("compare", hostile, ...tables, "--as-one", "--md")).out;
    expect(markdown).not.toContain("<script>");
  });

  test("one account, and accounts of two encounters, are said to be no pair", async () => {
    const one = folderOf({
      "v.txt": ["valdoria", "2024-05-21", "Talks with Tomas Eldridge", valdorian],
    });
    const alone = await run("compare", one, ...tables);
    expect(alone.code).toBe(0);
    expect(alone.out).toContain("No encounter here has accounts of two sides");
    expect(alone.out).toContain("Add the other side's account of the same encounter");
    const apart = folderOf({
      "v.txt": [
        "valdoria",
        "2023-01-10",
        "Talks with Tomas Eldridge",
        valdorian.replace("held talks", "held talks on January 10, 2023"),
      ],
      "m.txt": ["merania", "2024-05-21", "Readout of the Meeting with Irena Kostrova", meranian],
    });
    expect((await run("compare", apart, ...tables)).out).toContain("nothing is compared");
    const forced = await run("compare", apart, ...tables, "--as-one");
    expect(forced.out.replaceAll(/\s+/g, " ")).toContain("they are hardly of one encounter");
  });

  test("misuse is told", async () => {
    expect((await run("compare")).err).toContain("name pages");
    expect((await run("compare", two, "--workspace", "x")).err).toContain("not both");
    expect((await run("compare", two, "--json", "--md")).err).toContain("exclude each other");
    expect((await run("compare", two, ...tables, "--encounter", "nowhere")).err).toContain(
      "there is no encounter nowhere",
    );
  });
});

describe("readout phrases", () => {
  const accounts = folderOf(
    Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [
        `${index}.txt`,
        [
          "valdoria",
          `2024-${String(index + 1).padStart(2, "0")}-03`,
          index === 0 ? "=cmd()" : `Talks ${index}`,
          index < 6
            ? `The President spoke of pier ${index}.`
            : `The President spoke of pier ${index} and of a rules-based international order.`,
        ] as const,
      ]),
    ),
  );
  const phrase = ["--phrase", "rules-based-order"];

  test("--json keeps its contract, every quote at its place", async () => {
    const { code, out } = await run("phrases", accounts, ...tables, ...phrase, "--json");
    expect(code).toBe(0);
    const records = JSON.parse(out) as {
      phrases: {
        total: { using: number; documents: number };
        changes: { kind: string; date: string }[];
        uses: { spans: { quote: string }[] }[];
      }[];
    };
    expect(validates("phrases.json", records)).toEqual([]);
    expect(records.phrases[0]).toMatchObject({
      party: "XVA",
      total: { using: 6, documents: 12 },
      changes: [{ kind: "new", date: "2024-07-03" }],
    });
    expect(records.phrases[0]?.uses[0]?.spans[0]?.quote).toBe("rules-based international order");
  });

  test("a terminal, CSV and SVG", async () => {
    const svg = join(accounts, "chart.svg");
    const terminal = (await run("phrases", accounts, ...tables, ...phrase, "--svg", svg)).out;
    expect(terminal).toContain("6/12");
    expect(terminal).toContain("······██████");
    expect(terminal).toContain("first on 2024-07-03; none of 6 documents before uses it");
    const csv = (await run("phrases", accounts, ...tables, ...phrase, "--csv")).out.split("\n");
    expect(csv[0]).toBe("phrase,label,party,partyLabel,period,documents,using,share,low90,high90");
    expect(csv).toHaveLength(14);
    const chart = readFileSync(svg, "utf8");
    expect(chart.match(/<a href=/g)).toHaveLength(6);
    expect(chart).toContain("90 % interval (Wilson)");
  });

  test("by year, from a day on, and without any", async () => {
    const from = await run(
      "phrases",
      accounts,
      ...tables,
      ...phrase,
      "--by",
      "year",
      "--from",
      "2024-06",
    );
    expect(from.out).toContain("6/7");
    const none = await run("phrases", accounts, ...tables, "--phrase", "no-such-phrase");
    expect(none.out).toContain("No set phrase");
    expect((await run("phrases", accounts, "--by", "week")).code).toBe(2);
    expect((await run("phrases", accounts, "--from", "last year")).code).toBe(2);
  });
});

describe("readout candidates", () => {
  const workspace = join(mkdtempSync(join(tmpdir(), "readout-")), "workspace");
  const accounts = folderOf(
    Object.fromEntries(
      Array.from({ length: 8 }, (_, index) => [
        `${index}.txt`,
        [
          "valdoria",
          `2024-0${index + 1}-03`,
          `Talks ${index}`,
          `At pier ${index} the President said: we row in one boat across every storm.`,
        ] as const,
      ]),
    ),
  );

  test("finds what the texts share, and keeps its contract", async () => {
    const { out } = await run("candidates", accounts, ...tables, "--json");
    const records = JSON.parse(out) as { candidates: { words: string }[] };
    expect(validates("candidates.json", records)).toEqual([]);
    expect(records.candidates.map(({ words }) => words)).toContain(
      "row in one boat across every storm",
    );
    expect((await run("candidates", accounts, ...tables)).out).toContain("Common, in English");
  });

  test("what is accepted is read in this workspace from then on, in stored pages too", async () => {
    await run("add", accounts, ...tables, "--workspace", workspace);
    const counted = () => run("phrases", "--workspace", workspace, "--phrase", "one boat");
    expect((await counted()).out).toContain("No set phrase");
    const accepted = await run(
      "candidates",
      "--workspace",
      workspace,
      "--accept",
      "row in one boat across every storm",
      "--label",
      "One boat",
      "--origin",
      "XVA",
    );
    expect(accepted.code).toBe(0);
    await run("candidates", "--workspace", workspace, "--accept", "同舟共济", "--id", "one-boat");
    const table = readFileSync(join(workspace, "tables/phrases.tsv"), "utf8");
    expect(table.split("\n")[1]).toBe(
      "one-boat\tpolitical-diplomatic\tOne boat\trow in one boat across every storm\t同舟共济\t-\t-\tXVA\t-\t-\t-\taccepted",
    );
    expect((await counted()).out).toContain("8/8");
    const left = await run("candidates", "--workspace", workspace, "--json");
    expect(left.out).not.toContain("row in one boat across every storm");
  });

  test("what can't be read is not accepted", async () => {
    const accept = (...args: string[]) => run("candidates", "--accept", ...args);
    expect((await accept("a (b", "--label", "X", "--workspace", workspace)).code).toBe(2);
    expect((await accept("a b", "--workspace", workspace)).err).toContain("needs a --label");
    expect((await accept("a b", "--label", "X")).err).toContain("needs a --workspace");
    expect((await run("candidates", accounts, "--accept", "a b", "--label", "X")).code).toBe(2);
    expect(existsSync(join(accounts, "tables"))).toBe(false);
  });
});
