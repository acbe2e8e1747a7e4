import pc from "picocolors";
import type { Change, ChangedPart } from "../core/versions/changes.ts";
import type { DocumentSummary } from "../store/store.ts";
import type { Io } from "./io.ts";
import { plainLine, wrap } from "./text.ts";

/** Characters of unchanged words kept on either side of a change. */
const kept = 120;

/** What changed from one version of a page to another, for a terminal. */
export function changesToTerminal(
  changes: readonly Change[],
  { older, newer }: { readonly older: DocumentSummary; readonly newer: DocumentSummary },
  io: Pick<Io, "colour" | "columns">,
): string {
  const colour = pc.createColors(io.colour);
  const width = Math.min(io.columns, 110);
  const heads = [
    colour.red(`--- ${older.id}  added ${older.addedAt}`),
    colour.green(`+++ ${newer.id}  added ${newer.addedAt}`),
  ];
  if (changes.length === 0) return `${heads.join("\n")}\nThe words are the same.\n`;
  const shown = changes.map(({ parts }) => {
    const words = parts.map((part, index) => marked(part, index, parts.length, colour)).join("");
    return wrap(words, width, "  ", "  ");
  });
  return `${heads.join("\n")}\n\n${shown.join("\n\n")}\n`;
}

function marked(
  { kind, text }: ChangedPart,
  index: number,
  count: number,
  colour: ReturnType<typeof pc.createColors>,
): string {
  const plain = safe(text);
  if (kind === "removed") return colour.red(`[-${plain}-]`);
  if (kind === "added") return colour.green(`{+${plain}+}`);
  if (plain.length <= 2 * kept) return plain;
  const head = index === 0 ? "" : plain.slice(0, kept);
  return `${head}…${index === count - 1 ? "" : plain.slice(-kept)}`;
}

/** Safe for a terminal, with the blanks at the edges. */
function safe(text: string): string {
  const [before, after] = [/^\s/u.test(text) ? " " : "", /\s$/u.test(text) ? " " : ""];
  const plain = plainLine(text);
  return plain === "" ? before : `${before}${plain}${after}`;
}
