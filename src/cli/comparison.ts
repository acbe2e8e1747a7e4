import pc from "picocolors";
import type {
  AccountView,
  CellView,
  ComparisonView,
  PassageView,
  Quote,
  SectionView,
} from "../app/comparison/view.ts";
import { accountLine, emptyCell, silenceWords } from "../app/comparison/words.ts";
import type { Io } from "./io.ts";
import { displayWidth, plainLine, wrap } from "./text.ts";

/** What to show of a comparison. */
export interface ComparisonOptions {
  /** All passages, silences and shared rows; else the most telling ones and how many more there are. */
  readonly all: boolean;
}

/** Passages shown of a section, and silences shown, when not all are asked for. */
const mostPassages = 8;

/** Labels shown of a passage when not all are asked for. */
const mostLabels = 6;

type Colours = ReturnType<typeof pc.createColors>;

/** A terminal to write for. */
interface Terminal {
  readonly colour: Colours;
  readonly width: number;
  readonly all: boolean;
}

/** A comparison for a terminal: differences first, each passage once with all it stands for; what is shared in a line. */
export function comparisonToTerminal(
  view: ComparisonView,
  io: Pick<Io, "colour" | "columns">,
  options: ComparisonOptions,
): string {
  const terminal: Terminal = {
    colour: pc.createColors(io.colour),
    width: Math.max(72, Math.min(io.columns, 140)),
    all: options.all,
  };
  const { colour, width } = terminal;
  const lines = [
    colour.bold(plainLine(`${view.when}  ${view.heading}`.trim())),
    colour.dim(view.id),
  ];
  for (const account of view.accounts) lines.push(...accountLines(account, terminal));
  for (const note of view.notes)
    lines.push(wrap(colour.yellow(plainLine(note)), width, "  ! ", "    "));
  for (const section of view.sections) lines.push(...sectionLines(section, terminal));
  if (view.edits.length > 0) lines.push("", colour.bold("Where the prints of one text part"));
  for (const edit of view.edits) lines.push(...pairLines([edit.a, edit.b], terminal));
  if (view.shared.length > 0) {
    const labels = view.shared.map(
      ({ label, lacking }) =>
        `${label}${lacking.length === 0 ? "" : ` (not ${lacking.join(", ")})`}`,
    );
    lines.push("", colour.bold(`In both (${view.shared.length})`));
    lines.push(wrap(colour.dim(plainLine(labels.join("; "))), width, "  ", "  "));
  }
  lines.push(...silenceLines(view, terminal));
  if (view.uncompared.length > 0) {
    lines.push(
      "",
      colour.bold(`Not compared (${view.uncompared.length})`),
      wrap(
        "put in another side's mouth in words that no table knows; the languages differ",
        width,
        "  ",
        "  ",
      ),
    );
    for (const quote of view.uncompared)
      lines.push(wrap(quoted(quote, terminal), width, "    ", "    "));
  }
  lines.push("");
  return lines.join("\n");
}

function accountLines(account: AccountView, { colour, width }: Terminal): string[] {
  return [
    wrap(plainLine(accountLine(account)), width, `  ${colour.bold(account.party)}: `, "    "),
    `    ${colour.dim(`page ${account.page}: ${plainLine(account.path)}`)}`,
  ];
}

function sectionLines(section: SectionView, terminal: Terminal): string[] {
  const { colour, width, all } = terminal;
  const lines = ["", colour.bold(`${section.title} (${section.rows})`)];
  const shown = all ? section.passages : section.passages.slice(0, mostPassages);
  const columns = section.verdict !== "one-sided" && section.verdict !== "attributed-only";
  for (const passage of shown) lines.push(...passageLines(passage, columns, terminal));
  const rest = section.passages.slice(shown.length);
  if (rest.length > 0) {
    const labels = [...new Set(rest.flatMap((passage) => passage.labels))];
    lines.push(
      wrap(colour.dim(`and ${rest.length} more: ${labels.join("; ")}`), width, "  … ", "    "),
    );
  }
  return lines;
}

function passageLines(passage: PassageView, columns: boolean, terminal: Terminal): string[] {
  const { colour, width, all } = terminal;
  const labels = all ? passage.labels : passage.labels.slice(0, mostLabels);
  const more = passage.labels.length - labels.length;
  const head = `${labels.join(" · ")}${more > 0 ? ` · +${more}` : ""}`;
  const lines = [wrap(colour.cyan(plainLine(head)), width, "  • ", "    ")];
  if (columns) return [...lines, ...columnLines(passage.cells, terminal)];
  for (const cell of passage.cells) {
    if (cell.quotes.length === 0) continue;
    lines.push(...cellLines(cell, width - 6, terminal).map((line) => `      ${line}`));
  }
  return lines;
}

/** Cells side by side, as many columns as there are parties. */
function columnLines(cells: readonly CellView[], terminal: Terminal): string[] {
  const gap = 2;
  const room = Math.floor((terminal.width - 4 - gap * (cells.length - 1)) / cells.length);
  const columns = cells.map((cell) => [
    terminal.colour.underline(plainLine(cell.party)),
    ...cellLines(cell, room, terminal),
  ]);
  const height = Math.max(...columns.map((column) => column.length));
  return Array.from({ length: height }, (_, row) =>
    `    ${columns.map((column) => padded(column[row] ?? "", room)).join(" ".repeat(gap))}`.trimEnd(),
  );
}

function cellLines(cell: CellView, width: number, terminal: Terminal): string[] {
  if (cell.quotes.length === 0) return [terminal.colour.dim(emptyCell(cell))];
  const mouth = cell.mouth === null ? "" : `${cell.mouth}: `;
  const quotes = cell.quotes.map(
    (quote, index) => `${index === 0 ? mouth : ""}${quoted(quote, terminal)}`,
  );
  const more = cell.more > 0 ? [terminal.colour.dim(`and ${cell.more} more places`)] : [];
  const conditions = cell.conditions.map((condition) => `condition: “${plainLine(condition)}”`);
  return [...quotes, ...conditions, ...more].flatMap((text) =>
    wrap(text, width, "", "").split("\n"),
  );
}

/** A quotation with its marked words bold where there is colour, and its page and paragraph. */
function quoted(quote: Quote, { colour }: Terminal): string {
  let text = "";
  let from = 0;
  for (const mark of quote.marks) {
    text +=
      quote.text.slice(from, mark.start) + colour.bold(quote.text.slice(mark.start, mark.end));
    from = mark.end;
  }
  const { page, paragraph } = quote.place;
  const safe = (text + quote.text.slice(from)).replace(unsafe, "");
  return `“${safe}” ${colour.dim(`[${page} ¶${paragraph}]`)}`;
}

/** Control characters and bidirectional overrides of a page; the escape of our own colours stays. */
const unsafe =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001a\u001c-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

function padded(line: string, width: number): string {
  return line + " ".repeat(Math.max(0, width - displayWidth(line.replace(/\u001b\[\d+m/gu, ""))));
}

function pairLines(quotes: readonly (Quote | null)[], terminal: Terminal): string[] {
  return quotes.map((quote) =>
    wrap(quote === null ? "—" : quoted(quote, terminal), terminal.width, "  ", "    "),
  );
}

function silenceLines(view: ComparisonView, { colour, width, all }: Terminal): string[] {
  // What an account lacks stands above already, under “Only in …”.
  const told = view.silences.filter(
    (silence) => all || (silence.kind !== "asymmetric" && silence.kind !== "attributed-only"),
  );
  if (told.length === 0) return [];
  const lines = ["", colour.bold(`Silences (${view.silences.length})`)];
  for (const silence of told) {
    const places = silence.elsewhere.map(({ page, paragraph }) => `[${page} ¶${paragraph}]`);
    const text = `${silence.label}. ${silenceWords(silence)} ${places.slice(0, 4).join(" ")}`;
    lines.push(wrap(plainLine(text), width, "  • ", "    "));
  }
  return lines;
}
