import type { Context } from "../context.ts";
import { dropChrome, dropLinkLists, type OutletRepeats } from "./chrome.ts";
import { readHead, type HeadEvidence } from "./head.ts";
import type { Line } from "./lines.ts";
import { dropCopies, dropOrphans, dropTail, giveRoles } from "./roles.ts";
import { Sheet } from "./sheet.ts";

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
  dropChrome(sheet, evidence.title, repeats, context);
  if (evidence.html) dropLinkLists(sheet);
  readHead(sheet, evidence, context);
  giveRoles(sheet);
  dropCopies(sheet);
  if (!evidence.html) dropTail(sheet);
  dropOrphans(sheet);
  return sheet;
}
