import { listOf } from "../brief/labels.ts";
import type { AccountView, CellView, SilenceView } from "./view.ts";

/** “China's”, “United States'”. */
export function possessive(name: string): string {
  return name.endsWith("s") ? `${name}'` : `${name}'s`;
}

/** Title of a section of passages that one account has in its own voice. */
export function onlyTitle(party: string): string {
  return `Only in ${possessive(party)} account`;
}

/** Title of a section of what one account puts in other mouths. */
export function mouthTitle(party: string, mouths: readonly string[]): string {
  const them = listOf(mouths);
  return mouths.length === 1
    ? `${possessive(party)} account has ${them} say it; ${possessive(them)} own account lacks it`
    : `${possessive(party)} account has ${them} say it; their own accounts lack it`;
}

/** Title of a section of what both said by one account alone. */
export function agreedTitle(party: string): string {
  return `Both sides said it, by ${possessive(party)} account alone`;
}

/** Titles of the sections that have no direction. */
export const sectionTitles = {
  conflicts: "The accounts contradict each other",
  differs: "The same in other words",
  condition: "In both, but with a condition in one",
} as const;

/** “CCTV · 2022-06-15 · readout · zh · 513 characters · manner: 坦诚”. */
export function accountLine(account: AccountView): string {
  return [
    account.outlet ?? "outlet not stated",
    account.published ?? "date unknown",
    account.kind,
    account.language ?? "language unknown",
    `${account.length} characters`,
    ...(account.initiative === null ? [] : [account.initiative]),
    ...(account.manner.length === 0 ? [] : [`manner: ${account.manner.join(", ")}`]),
    ...(account.first === null ? [] : [`first: ${account.first}`]),
  ].join(" · ");
}

/** What stands in a column without a quotation. */
export function emptyCell(cell: CellView): string {
  return cell.status === "no-account" ? "no account held" : "not found";
}

/** “Russia: not found in its account” and the like, without the label. */
export function silenceWords(silence: SilenceView): string {
  switch (silence.kind) {
    case "attributed-only":
      return `${silence.party}: ${silence.check}, though put in its mouth`;
    case "dropped":
      return `${silence.party} said it of this partner before: ${silence.check}`;
    case "diluted":
      return `${silence.party} said it of this partner before, now in weaker words: ${silence.check}`;
    case "no-account":
      return `${silence.party}: nothing to search`;
    case "asymmetric":
    case "reported":
      return `${silence.party}: ${silence.check}`;
  }
}
