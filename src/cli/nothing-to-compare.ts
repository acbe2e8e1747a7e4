import type { Reading } from "../app/reading.ts";
import { intervalLabel, listOf, modeNames } from "../app/brief/labels.ts";
import { plainLine } from "./text.ts";

/** Accounts listed before the rest is only counted. */
const mostListed = 20;

/** Why no encounter of a reading can be compared, account by account, and what would help. */
export function nothingToCompare(reading: Reading): string {
  const lines = ["No encounter here has accounts of two sides, so nothing is compared."];
  if (reading.documents.length === 0) return `${lines[0]}\n`;
  for (const document of reading.documents.slice(0, mostListed)) {
    const name = plainLine(document.title ?? document.path);
    lines.push(`  ${name}: ${accountOf(reading, document.id, document.party)}`);
  }
  if (reading.documents.length > mostListed)
    lines.push(`  … and ${reading.documents.length - mostListed} more pages`);
  lines.push(
    "Add the other side's account of the same encounter. If these pages are of one encounter all the same,",
    "--as-one compares them and says what speaks against it.",
  );
  return `${lines.join("\n")}\n`;
}

function accountOf(reading: Reading, document: string, party: string | null): string {
  const encounter = reading.encounters.find((candidate) =>
    candidate.accounts.some((account) => account.document === document),
  );
  if (party === null) return "no side's account (a page of the press, or of a site no table knows)";
  const side = reading.labelOf(party);
  if (encounter === undefined) return `${side}'s, of no encounter that could be told`;
  const who = listOf(encounter.participants.map((id) => reading.labelOf(id)));
  const when = intervalLabel(encounter.date.earliest, encounter.date.latest) ?? "day unknown";
  return `${side}'s, of ${who}: ${modeNames[encounter.mode]}, ${when}`;
}
