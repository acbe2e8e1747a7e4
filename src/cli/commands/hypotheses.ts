import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import {
  evidenceGrades,
  hypothesisBook,
  keep,
  newEvidence,
  nextId,
  type HypothesisBook,
} from "../../app/judgements/hypotheses.ts";
import { holderLabel } from "../../app/judgements/labels.ts";
import { readWorkspace } from "../../app/workspace/reading.ts";
import { disputesOf } from "../../core/claims/disputes.ts";
import { ratings, type Rating, type Weight } from "../../core/hypotheses/scores.ts";
import { hypothesesToCsv } from "../../export/hypotheses-csv.ts";
import { loadContext } from "../../resources/load.ts";
import type { Correction } from "../../store/personal.ts";
import type { Store } from "../../store/store.ts";
import { hypothesesToTerminal } from "../hypotheses.ts";
import { exitCodes, UsageError, type Command, type Io } from "../io.ts";
import { jsonText } from "../json-text.ts";
import {
  documentId,
  tablesOf,
  withWorkspace,
  workspaceHelp,
  workspaceOptions,
} from "../workspace.ts";

const weights: readonly Weight[] = ["low", "medium", "high"];

/** `readout hypotheses`: a person's hypotheses against the evidence of a workspace. */
export const hypothesesCommand: Command = {
  help: `Usage: readout hypotheses [show] [--audit] [--workspace DIR]
       readout hypotheses add TEXT [--claim ID --answer yes|no]
       readout hypotheses evidence TEXT [--place PAGE:START-END]
       readout hypotheses propose CLAIM
       readout hypotheses rate H E CC|C|N|I|II|NA [--by NAME]
       readout hypotheses weigh E [--credibility low|medium|high] [--relevance low|medium|high]
       readout hypotheses remove H|E

Your hypotheses against the evidence, as in the analysis of competing hypotheses. “add” writes a
hypothesis; with --claim it is tied to an answer to a question in dispute (“readout claims” shows
the ids). “propose” takes everybody's words on that question as evidence with their places, and
proposes cells for hypotheses tied to it: the same answer CC, hedged C, the contrary II, hedged I,
left open N. “rate” is your own cell; it replaces what was proposed. Several persons may rate.

Shown are the matrix, how far raters disagree, and inconsistency by two rules (PARC, weighted by
credibility and relevance; Open Synthesis). There is no winner, and no score is a probability.

  --by NAME        who rates (default: analyst)
  --audit          also everything ever entered, with its time
  --csv            print a row a vote
${workspaceHelp}

Example: readout hypotheses add "China arms Russia" --claim military-support:CHN+RUS --answer yes
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...workspaceOptions,
        claim: { type: "string" },
        answer: { type: "string" },
        place: { type: "string" },
        by: { type: "string", default: "analyst" },
        credibility: { type: "string" },
        relevance: { type: "string" },
        audit: { type: "boolean", default: false },
        csv: { type: "boolean", default: false },
      },
    });
    const [action = "show", ...rest] = positionals;
    return await withWorkspace(values.workspace, { create: false }, async (store) => {
      const corrections = await store.personal.corrections();
      const desk: Desk = { store, corrections, book: hypothesisBook(corrections), io };
      switch (action) {
        case "show":
          await show(desk, values);
          break;
        case "add":
          await add(desk, rest, values);
          break;
        case "evidence":
          await addEvidence(desk, rest, values.place);
          break;
        case "propose":
          await propose(desk, rest, tablesOf(values));
          break;
        case "rate":
          await rate(desk, rest, values.by);
          break;
        case "weigh":
          await weigh(desk, rest, values);
          break;
        case "remove":
          await remove(desk, rest);
          break;
        default:
          throw new UsageError(
            "hypotheses takes show, add, evidence, propose, rate, weigh or remove.",
          );
      }
      return exitCodes.fine;
    });
  },
};

/** What an action works on. */
interface Desk {
  readonly store: Store;
  readonly corrections: readonly Correction[];
  readonly book: HypothesisBook;
  readonly io: Io;
}

function stamp(): { id: string; at: string } {
  return { id: randomUUID(), at: new Date().toISOString() };
}

async function show(
  { store, book, io }: Desk,
  values: { readonly json: boolean; readonly csv: boolean; readonly audit: boolean },
): Promise<void> {
  if (values.json && values.csv) throw new UsageError("--csv and --json exclude each other.");
  const grades = await evidenceGrades(store, book.evidence);
  if (values.json) io.out(`${jsonText({ ...book, grades: Object.fromEntries(grades) }, 1)}\n`);
  else if (values.csv) io.out(hypothesesToCsv(book, grades));
  else io.out(hypothesesToTerminal(book, io, values.audit, grades));
}

async function add(
  { store, corrections, io }: Desk,
  rest: readonly string[],
  { claim, answer }: { readonly claim?: string | undefined; readonly answer?: string | undefined },
): Promise<void> {
  const text = one(rest, "write the hypothesis in quotation marks.");
  if ((claim === undefined) !== (answer === undefined))
    throw new UsageError("--claim and --answer go together.");
  if (answer !== undefined && answer !== "yes" && answer !== "no")
    throw new UsageError("--answer takes yes or no.");
  const id = nextId(corrections, "h");
  const value = { text, claim: claim ?? null, answer: answer ?? null };
  await keep(store.personal, "hypothesis", id, JSON.stringify(value), stamp());
  io.out(`${id}\n`);
}

async function addEvidence(
  { store, corrections, io }: Desk,
  rest: readonly string[],
  place: string | undefined,
): Promise<void> {
  const text = one(rest, "write the evidence in quotation marks.");
  const id = nextId(corrections, "e");
  const anchor = place === undefined ? null : await anchorAt(store, place);
  const value = { text, holder: null, claim: null, stance: null, hedged: false };
  await keep(store.personal, "hypothesis-evidence", id, JSON.stringify(value), stamp(), anchor);
  io.out(`${id}\n`);
}

async function anchorAt(
  store: Store,
  place: string,
): Promise<{ document: string; start: number; end: number; quote: string }> {
  const match = /^([^:]+):(\d+)-(\d+)$/u.exec(place);
  if (match === null) throw new UsageError("--place takes PAGE:START-END.");
  const id = await documentId(store, match[1]!);
  const [start, end] = [Number(match[2]), Number(match[3])];
  const text = (await store.document(id))?.text ?? "";
  if (start >= end || end > text.length)
    throw new UsageError(
      `the page ${id} has no place ${start}-${end} (it ends at ${text.length}).`,
    );
  return { document: id, start, end, quote: text.slice(start, end) };
}

async function propose(desk: Desk, rest: readonly string[], tables: string | null): Promise<void> {
  const { store, book, io } = desk;
  const claim = one(rest, "which claim? “readout claims” shows their ids.");
  const context = loadContext(tables);
  const reading = await readWorkspace(store, context);
  const dispute = disputesOf(reading.documents, context).find(({ id }) => id === claim);
  if (dispute === undefined)
    throw new UsageError(
      `there is no claim “${claim}” in this workspace; “readout claims” shows the ids.`,
    );
  const positions = newEvidence(dispute, book);
  let number = Number(nextId(desk.corrections, "e").slice(1));
  for (const position of positions) {
    const { span, stance, hedged } = position;
    const value = {
      text: span.quote,
      holder: holderLabel(position.holder, position.holderQuote, reading),
      claim,
      stance,
      hedged,
    };
    const id = `e${number++}`;
    await keep(store.personal, "hypothesis-evidence", id, JSON.stringify(value), stamp(), span);
  }
  io.out(`${positions.length} taken up as evidence.\n`);
}

async function rate({ store, book, io }: Desk, rest: readonly string[], by: string): Promise<void> {
  const [hypothesis = "", evidence = "", rating = ""] = rest;
  known(book.hypotheses, hypothesis, "hypothesis");
  known(book.evidence, evidence, "evidence");
  const mark = rating.toUpperCase();
  if (rest.length !== 3 || !ratings.includes(mark as Rating))
    throw new UsageError(`rate takes a hypothesis, an evidence and one of ${ratings.join(", ")}.`);
  if (by.trim() === "" || by.includes("|")) throw new UsageError("--by takes a name.");
  await keep(store.personal, "hypothesis-rating", `${hypothesis}|${evidence}|${by}`, mark, stamp());
  io.out(`${hypothesis} × ${evidence}: ${mark} by ${by}\n`);
}

async function weigh(
  { store, book, io }: Desk,
  rest: readonly string[],
  values: { readonly credibility?: string | undefined; readonly relevance?: string | undefined },
): Promise<void> {
  const id = one(rest, "which evidence?");
  known(book.evidence, id, "evidence");
  const item = book.evidence.find((one) => one.id === id)!;
  const [credibility, relevance] = [
    values.credibility ?? item.credibility,
    values.relevance ?? item.relevance,
  ];
  for (const weight of [credibility, relevance])
    if (!weights.includes(weight as Weight))
      throw new UsageError("credibility and relevance are low, medium or high.");
  await keep(
    store.personal,
    "hypothesis-weight",
    id,
    JSON.stringify({ credibility, relevance }),
    stamp(),
  );
  io.out(`${id}: credibility ${credibility}, relevance ${relevance}\n`);
}

async function remove({ store, corrections, io }: Desk, rest: readonly string[]): Promise<void> {
  const id = one(rest, "which hypothesis or evidence?");
  const entry = corrections.find(
    ({ kind, target, undoneAt }) =>
      (kind === "hypothesis" || kind === "hypothesis-evidence") &&
      target === id &&
      undoneAt === null,
  );
  if (entry === undefined) throw new UsageError(`there is no “${id}”.`);
  await store.personal.undoCorrection(entry.id, new Date().toISOString());
  io.out(`${id} taken back; the audit trail keeps it.\n`);
}

function one(rest: readonly string[], otherwise: string): string {
  if (rest.length !== 1 || rest[0]!.trim() === "") throw new UsageError(otherwise);
  return rest[0]!;
}

function known(entries: readonly { readonly id: string }[], id: string, what: string): void {
  if (!entries.some((entry) => entry.id === id))
    throw new UsageError(`there is no ${what} “${id}”.`);
}
