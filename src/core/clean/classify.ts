import type { Context } from "../context.ts";
import {
  chromeReasons,
  dropChrome,
  dropLinkLists,
  trimLines,
  type OutletRepeats,
  type Reasons,
} from "./chrome.ts";
import { markEmbedded } from "./embedded.ts";
import { readHead } from "./head.ts";
import type { Line } from "./lines.ts";
import { dropAboutAuthor, dropCopies, dropOrphans, dropTail, giveRoles } from "./roles.ts";
import { Sheet } from "./sheet.ts";
import { dropLoose, keepTextRun } from "./text-run.ts";
import { bodyStart, readTitle, splitTitle, type HeadEvidence } from "./title-line.ts";

/**
 * Decide for each line of a page whether it belongs to the article and what it is.
 * @param repeats - lines that other pages of the same outlet have too
 */
export function classifyLines(
  lines: readonly Line[],
  evidence: HeadEvidence,
  repeats: OutletRepeats | null,
  context: Context,
): Sheet {
  const sheet = new Sheet(lines);
  trimLines(sheet);
  splitTitle(sheet, evidence.title);
  const reasons = chromeReasons(sheet, evidence.title, repeats, context);
  markEmbedded(sheet.rows, reasons);
  const run = evidence.html ? null : keepTextRun(sheet, reasons);
  const from = run?.head ?? 0;
  const body = run?.from ?? firstOpen(sheet, reasons, evidence.title, context);
  readTitle(sheet, reasons, evidence, { from, body }, context);
  dropChrome(sheet, reasons, context);
  readHead(sheet, evidence, context);
  if (evidence.html) dropLinkLists(sheet);
  dropLoose(sheet);
  dropAboutAuthor(sheet);
  giveRoles(sheet);
  dropCopies(sheet);
  if (!evidence.html) dropTail(sheet);
  dropOrphans(sheet);
  return sheet;
}

/** Index of the first line of running text that nothing speaks against. */
function firstOpen(sheet: Sheet, reasons: Reasons, title: string | null, context: Context): number {
  const open = sheet.rows.flatMap((row, index) =>
    reasons[index] === null ? [{ row, index }] : [],
  );
  const at = bodyStart(
    open.map(({ row }) => row),
    title,
    context,
  );
  return open[at]?.index ?? sheet.rows.length;
}
