import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ComparisonRow } from "../../src/core/compare/comparison.ts";
import { checkUnsaid } from "../../src/core/compare/silence-search.ts";
import type { Context } from "../../src/core/context.ts";
import { corpusDocument } from "../pages.ts";
import { compareEvent, type AccountPage } from "./events.ts";

/** A line of the check list: what must be found, and whether it was. */
export interface Check {
  readonly name: string;
  readonly found: boolean;
}

/** A contrast between accounts that is known from reading them. */
interface Contrast {
  readonly name: string;
  readonly event: string;
  readonly accounts: readonly AccountPage[];
  readonly holds: (rows: readonly ComparisonRow[]) => boolean;
}

/** The row is of one of these ids, put in `mouth` by `party`, and the mouth's own account lacks it. */
function putBy(party: string, mouth: string, ...ids: string[]): Contrast["holds"] {
  return (rows) =>
    ids.some((id) =>
      rows.some(
        (row) =>
          row.id === id &&
          row.verdict === "attributed-only" &&
          row.cells[party]?.status === "attributed" &&
          row.cells[party].speakers.some((actor) => actor.startsWith(mouth)),
      ),
    );
}

/** Only `party` has a row of one of these ids (whoever it lets say it). */
function onlyIn(party: string, ...ids: string[]): Contrast["holds"] {
  return (rows) =>
    ids.some((id) =>
      rows.some(
        (row) =>
          row.id === id &&
          (row.verdict === "one-sided" || row.verdict === "attributed-only") &&
          row.cells[party] !== undefined &&
          row.cells[party].spans.length > 0,
      ),
    );
}

const june = {
  event: "2022-06-15_putin-xi-call",
  accounts: [
    { page: "readouts/2022-06-15_putin-xi-call/kremlin.txt", party: "RUS" },
    { page: "readouts/2022-06-15_putin-xi-call/cctv-zh.txt", party: "CHN" },
  ],
};

const march = {
  event: "2022-03-18_biden-xi-video-call",
  accounts: [
    { page: "readouts/2022-03-18_biden-xi-video-call/whitehouse.txt", party: "USA" },
    { page: "readouts/2022-03-18_biden-xi-video-call/cctv-zh.txt", party: "CHN" },
  ],
};

/** The contrasts that reading the accounts shows (15 June 2022 Putin–Xi, 18 March 2022 Biden–Xi). */
const contrasts: readonly Contrast[] = [
  {
    ...june,
    name: "Kremlin puts “legitimacy of actions” in Xi's mouth",
    holds: putBy("RUS", "CHN", "legitimacy-russia-actions"),
  },
  {
    ...june,
    name: "only the Kremlin has sanctions by the West",
    holds: onlyIn("RUS", "illegitimate-sanctions", "sanctions"),
  },
  {
    ...june,
    name: "only the Kremlin has military ties",
    holds: onlyIn("RUS", "military-ties"),
  },
  {
    ...june,
    name: "only the Chinese account has core interests",
    holds: onlyIn("CHN", "core-interests", "core-interests-and-major-concerns"),
  },
  {
    ...june,
    name: "only the Chinese account has the Global Security Initiative",
    holds: onlyIn("CHN", "global-security-initiative"),
  },
  ...["xinjiang", "hong-kong", "taiwan"].map((topic) => ({
    ...june,
    name: `only the Chinese account has ${topic}, in Putin's mouth`,
    holds: putBy("CHN", "RUS", topic),
  })),
  {
    ...march,
    name: "Chinese account puts “does not support independence” in Biden's mouth",
    holds: putBy("CHN", "USA", "not-support-taiwan-independence"),
  },
  {
    ...march,
    name: "Chinese account puts “no new Cold War” in Biden's mouth",
    holds: putBy("CHN", "USA", "not-seek-new-cold-war", "new-cold-war"),
  },
  {
    ...march,
    name: "only the White House has “policy on Taiwan has not changed”",
    holds: onlyIn("USA", "taiwan-policy-unchanged"),
  },
  {
    ...march,
    name: "only the White House has consequences of material support",
    holds: onlyIn("USA", "consequences-material-support", "material-support-russia"),
  },
];

/** Which of the known contrasts are found. */
export function checkContrasts(data: string, context: Context): Check[] {
  const rows = new Map<string, readonly ComparisonRow[]>();
  return contrasts.map(({ name, event, accounts, holds }) => {
    const known = rows.get(event) ?? compareEvent(data, event, accounts, context).comparison.rows;
    rows.set(event, known);
    return { name, found: holds(known) };
  });
}

/** A claim in a press room that a readout leaves something out, as `reference/silence_claims.json` has it. */
interface Claim {
  readonly claim: string;
  readonly readout: string;
}

/** What a claim says is unsaid: the words after “mention”. */
const unsaid =
  /\bmention(?:s|ed)?(?: (?:of|on|in the readout of|whether))*\s+(.+?)(?: (?:in this readout|were discussed))?$/;

/** Which claims that a readout leaves something out are confirmed by searching it. */
export function checkClaims(data: string, context: Context): Check[] {
  const path = join(dirname(data), "reference", "silence_claims.json");
  if (!existsSync(path)) return [];
  const claims = JSON.parse(readFileSync(path, "utf8")) as Claim[];
  const series = "series/whitehouse-readouts-2021-2026.jsonl";
  return claims.map(({ claim, readout }) => {
    const words = claim.split(";").map((part) => unsaid.exec(part.trim())?.[1] ?? part);
    const document = corpusDocument(data, `${series}#${idOf(readout)}`, context);
    return {
      name: `unsaid: ${words.join("; ")}`,
      found: words.every(
        (word) => checkUnsaid(word, "en", [document], context).status === "confirmed",
      ),
    };
  });
}

/** Id of a White House readout in the series, from the name the claims use. */
function idOf(readout: string): string {
  return `statements-releases/${readout.slice(0, 7)}/${readout}`;
}
