import pc from "picocolors";
import type { PhraseCandidate } from "../core/candidates/candidates.ts";
import type { Io } from "./io.ts";
import { displayWidth, plainLine } from "./text.ts";

/** Candidates shown of each side, and of those that many share, when not all are asked for. */
const mostShown = 20;

/** Candidates for a terminal: what marks each side, then what many documents share, with counts and patterns. */
export function candidatesToTerminal(
  candidates: readonly PhraseCandidate[],
  labelOf: (id: string) => string,
  io: Pick<Io, "colour">,
  all: boolean,
): string {
  const colour = pc.createColors(io.colour);
  if (candidates.length === 0)
    return "No formulation that the tables don't know is common enough in these texts.\n";
  const groups = [
    ...Map.groupBy(candidates, ({ mark, language }) =>
      mark === null
        ? `Common, in ${languages[language]}`
        : `Marks ${labelOf(mark.party)}, in ${languages[language]}`,
    ),
  ];
  const lines = groups.flatMap(([title, own]) => {
    const shown = all ? own : own.slice(0, mostShown);
    const more = own.length - shown.length;
    return [
      colour.bold(plainLine(title)),
      ...shown.flatMap((candidate) => candidateLines(candidate, colour)),
      ...(more > 0 ? [colour.dim(`  … and ${more} more (--all shows them)`)] : []),
      "",
    ];
  });
  lines.push("Take one up: readout candidates --workspace DIR --accept PATTERN --label LABEL");
  return `${lines.join("\n")}\n`;
}

const languages = { en: "English", zh: "Chinese", ru: "Russian" } as const;

function candidateLines(
  { words, pattern, mark, uses, first, last }: PhraseCandidate,
  colour: ReturnType<typeof pc.createColors>,
): string[] {
  const score = mark === null ? "" : mark.score.toFixed(0);
  const counts = uses.map((use) => `${use.party} ${use.using}/${use.documents}`).join(", ");
  const dates = first === null ? "" : `  ${first}…${last}`;
  const plain = plainLine(words);
  const lines = [
    `${score.padStart(6)}  ${plain}${" ".repeat(Math.max(2, 50 - displayWidth(plain)))}${colour.dim(`${counts}${dates}`)}`,
  ];
  if (/[~(|]/.test(pattern)) lines.push(colour.dim(`        ${plainLine(pattern)}`));
  return lines;
}
