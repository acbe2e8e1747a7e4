import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cleanPage } from "../../src/core/clean/clean-page.ts";
import type { Context } from "../../src/core/context.ts";
import type { DocumentKind } from "../../src/core/document.ts";
import type { Page } from "../../src/core/page.ts";
import type { Measure } from "../evaluation.ts";
import { corpusPage, recordPage, seriesOf } from "../pages.ts";

/** Sides of the parties that the corpora's manifests name. */
const sides: ReadonlyMap<string, string> = new Map([
  ["whitehouse", "USA"],
  ["kremlin", "RUS"],
  ["cctv", "CHN"],
  ["ukraine-president", "UKR"],
]);

/** Roles of the manifest as our kinds; others (announcements, stubs) are not scored. */
const kinds: ReadonlyMap<string, DocumentKind> = new Map<string, DocumentKind>([
  ["readout", "readout"],
  ["related-readout", "readout"],
  ["press-statement", "readout"],
  ["remarks", "remarks"],
  ["briefing", "briefing"],
  ["preview", "briefing"],
  ["joint-statement", "joint-statement"],
  ["report-of-joint-statement", "report"],
  ["fact-sheet", "other"],
]);

/** Official accounts: their side and kind, with all metadata and with nothing but title and text. */
export function scoreAccounts(
  data: string,
  context: Context,
): { measures: Measure[]; details: string[] } {
  const details: string[] = [];
  let kindRight = 0;
  let kindAll = 0;
  let told = 0;
  let all = 0;
  for (const { file, party, role } of manifest(data)) {
    const page = corpusPage(data, `readouts/${file}`);
    const document = cleanPage(page, context, null);
    all++;
    if (document.party === sides.get(party)) told++;
    else details.push(`${file}: party ${document.party} instead of ${party}`);
    const kind = kinds.get(role);
    if (kind === undefined) continue;
    kindAll++;
    if (document.kind === kind) kindRight++;
    else details.push(`${file}: kind ${document.kind} instead of ${kind} (${document.title})`);
  }
  const bare = [
    ...manifest(data).map(({ file, party }) => ({
      party,
      page: withoutFrontMatter(corpusPage(data, `readouts/${file}`)),
    })),
    ...seriesPages(data),
  ];
  let right = 0;
  let wrong = 0;
  for (const { party, page } of bare) {
    const document = cleanPage(page, context, null);
    if (document.party === sides.get(party)) right++;
    else {
      if (document.party !== null) wrong++;
      details.push(
        `${page.path}: bare party ${document.party} instead of ${party} (${document.title})`,
      );
    }
  }
  return {
    measures: [
      { name: "accounts: side right", value: (told / all) * 100, target: 100 },
      { name: "accounts: kind right", value: (kindRight / kindAll) * 100, target: 90 },
      { name: "accounts, title and text alone: side told", value: (right / bare.length) * 100 },
      {
        name: "accounts, title and text alone: side wrong",
        value: (wrong / bare.length) * 100,
        target: 1,
        bound: "most",
      },
    ],
    details,
  };
}

interface Listed {
  readonly file: string;
  readonly party: string;
  readonly role: string;
}

function manifest(data: string): Listed[] {
  return readFileSync(join(data, "readouts", "MANIFEST.csv"), "utf8")
    .split("\n")
    .slice(1)
    .filter((line) => line !== "")
    .map((line) => {
      const [, file = "", party = "", role = ""] = line.split(",");
      return { file, party, role };
    });
}

/** Every tenth record of each series, without address, party and date. */
function seriesPages(data: string): { party: string; page: Page }[] {
  const files = [
    "kremlin-en-2021-10_2022-06",
    "kremlin-ru-2025-02_2025-05",
    "ukraine-president-en-2021-10_2022-06",
    "whitehouse-readouts-2021-2026",
    "whitehouse-joint-statements-2021-2026",
  ];
  return files.flatMap((file) =>
    [...seriesOf(data, `series/${file}.jsonl`).values()]
      .filter((_record, index) => index % 10 === 0)
      .map((record) => {
        const page = recordPage(`${file}#${record.id}`, record);
        return { party: record.party, page: { ...page, given: { title: record.title } } };
      }),
  );
}

/** A page as someone pastes it: without front matter. */
function withoutFrontMatter(page: Page): Page {
  return { ...page, given: {} };
}
