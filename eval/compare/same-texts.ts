import type { Context } from "../../src/core/context.ts";
import { cleanPage } from "../../src/core/clean/clean-page.ts";
import type { Document } from "../../src/core/document.ts";
import type { Page } from "../../src/core/page.ts";
import { annotate } from "../../src/core/pipeline.ts";
import { corpusPage, seriesOf } from "../pages.ts";
import { compareDocuments } from "./events.ts";

/** A way in which prints of one text differ without saying anything else. */
interface Print {
  readonly name: string;
  change(text: string): string;
}

const spellings: readonly (readonly [RegExp, string])[] = [
  [/\b([Dd])efense/g, "$1efence"],
  [/\b([Cc])enter\b/g, "$1entre"],
  [/([a-z])ization\b/g, "$1isation"],
  [/([a-z])ize(d?)\b/g, "$1ise$2"],
  [/\b([Pp])rogram\b/g, "$1rogramme"],
  [/\b([Ll])abor\b/g, "$1abour"],
  [/\bmultilateral\b/g, "multi-lateral"],
];

const prints: readonly Print[] = [
  { name: "as it is", change: (text) => text },
  { name: "unwrapped", change: (text) => text.replace(/([^\n])\n(?!\n)/g, "$1 ") },
  { name: "wrapped at 65", change: (text) => wrap(text, 65) },
  {
    name: "plain marks",
    change: (text) => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/—/g, " - "),
  },
  {
    name: "British spelling",
    change: (text) => spellings.reduce((done, [from, to]) => done.replace(from, to), text),
  },
  {
    name: "heading",
    change: (text) => `## Statement of the Leaders on Peace and Security\n\n${text}`,
  },
  { name: "double blanks", change: (text) => text.replace(/ /g, "  ") },
  { name: "no-break blanks", change: (text) => text.replace(/ of /g, "\u00a0of\u00a0") },
];

/** Joint statements of the series that are printed twice, besides the P5 statement. */
const statements = 12;

/** False differences between prints of one text: rows that are not shared, by print, and texts compared. */
export function falseDifferences(
  data: string,
  context: Context,
): { readonly p5: readonly string[]; readonly others: readonly string[]; readonly texts: number } {
  const folder = "readouts/2022-01-03_p5-nuclear-statement";
  const kremlin = corpusPage(data, `${folder}/kremlin.txt`);
  const whiteHouse = corpusPage(data, `${folder}/whitehouse.txt`);
  const p5 = prints.flatMap((print) => differences(kremlin, whiteHouse, print, context));
  const file = "series/whitehouse-joint-statements-2021-2026.jsonl";
  const all = [...seriesOf(data, file).values()].filter(
    (record) => record.text.length > 2_000 && record.text.length < 12_000,
  );
  const step = Math.max(1, Math.floor(all.length / statements));
  const chosen = all.filter((_record, index) => index % step === 0).slice(0, statements);
  const others = chosen.flatMap((record) => {
    const page = corpusPage(data, `${file}#${record.id}`);
    return prints.flatMap((print) => differences(page, page, print, context));
  });
  return { p5, others, texts: prints.length * (1 + chosen.length) };
}

function differences(one: Page, two: Page, print: Print, context: Context): string[] {
  const changed: Page = {
    ...two,
    id: `${two.id}-print`,
    source: two.source.slice(0, two.bodyStart) + print.change(two.source.slice(two.bodyStart)),
  };
  const read = (page: Page, party: string): { party: string; document: Document } => ({
    party,
    document: { ...annotate(cleanPage(page, context, null), context), party },
  });
  const { comparison } = compareDocuments(
    "prints",
    [read(one, "RUS"), read(changed, "USA")],
    context,
  );
  return comparison.rows
    .filter((row) => row.verdict !== "shared")
    .map((row) => `${print.name}: ${two.path.slice(0, 60)}: ${row.kind} ${row.id} ${row.verdict}`);
}

function wrap(text: string, width: number): string {
  return text
    .split(/\n\n+/)
    .map((paragraph) => {
      const lines: string[] = [""];
      for (const word of paragraph.split(/\s+/).filter((candidate) => candidate !== "")) {
        if (lines.at(-1)!.length + word.length > width) lines.push("");
        lines[lines.length - 1] += `${lines.at(-1) === "" ? "" : " "}${word}`;
      }
      return lines.join("\n");
    })
    .join("\n\n");
}
