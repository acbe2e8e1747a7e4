import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import {
  CorrectionError,
  encounterIdIn,
  isOfEncounter,
  keptCorrection,
  linkCorrections,
  pagesIn,
  type EncounterCorrectionKind,
} from "../../app/encounters/corrections.ts";
import { linkWorkspace } from "../../app/workspace/linking.ts";
import { loadContext } from "../../resources/load.ts";
import type { Correction } from "../../store/personal.ts";
import type { Store } from "../../store/store.ts";
import { exitCodes, UsageError, type Command, type Io } from "../io.ts";
import { jsonText } from "../json-text.ts";
import { plainLine } from "../text.ts";
import {
  documentId,
  tablesOf,
  withWorkspace,
  workspaceHelp,
  workspaceOptions,
} from "../workspace.ts";

/** `readout correct …`: a person's corrections of encounters. */
export const correctCommand: Command = {
  help: `Usage: readout correct merge ENCOUNTER INTO [--workspace DIR]
       readout correct split ENCOUNTER PAGE… [--workspace DIR]
       readout correct date ENCOUNTER DATE [--workspace DIR]
       readout correct list | undo ID | redo ID [--workspace DIR]

Corrects what linking made of the pages. A correction outranks the machine, holds when pages are
read anew or replaced by newer versions, and can be taken back; what was read stays as it was.
“readout timeline --workspace DIR” shows the ids of encounters, “readout list” those of pages.

  merge            the first encounter is the same as the second, and goes by its id
  split            what these pages say is of another encounter
  date             it took place on this day (2022-06-15), in this month (2022-06), or on these days
                   (2022-06-15/2022-06-17)
  list             all corrections; an orphaned one is of pages that are no longer there
  undo, redo       take a correction back, or let it hold again (the beginning of its id is enough)
${workspaceHelp}

Example: readout correct merge 2022-06-15-chn-rus-phone 2022-06-16-chn-rus-phone
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: workspaceOptions,
    });
    const [action, ...rest] = positionals;
    return await withWorkspace(values.workspace, { create: false }, async (store) => {
      const context = loadContext(tablesOf(values));
      // Encounters are named as they are now.
      await linkWorkspace(store, context);
      switch (action) {
        case "merge":
        case "date":
        case "split":
          await make(store, action, rest, io);
          break;
        case "list":
          await list(store, values.json, io);
          return exitCodes.fine;
        case "undo":
        case "redo":
          await takeBack(store, action, rest, io);
          break;
        default:
          throw new UsageError("say what to do: merge, split, date, list, undo or redo.");
      }
      await linkWorkspace(store, context);
      return exitCodes.fine;
    });
  },
};

async function make(
  store: Store,
  action: "merge" | "split" | "date",
  [encounter, ...values]: readonly string[],
  io: Io,
): Promise<void> {
  if (encounter === undefined || values.length === 0)
    throw new UsageError(`“correct ${action}” takes an encounter and what to make of it.`);
  if (action !== "split" && values.length > 1)
    throw new UsageError(`“correct ${action}” takes one value.`);
  const kind: EncounterCorrectionKind = `encounter-${action}`;
  const value =
    action === "split"
      ? (await Promise.all(values.map((page) => documentId(store, page)))).join("|")
      : values[0]!;
  const kept = await keptCorrection(store, await store.encounters(), kind, encounter, value).catch(
    (error: unknown) => {
      throw error instanceof CorrectionError ? new UsageError(error.message) : error;
    },
  );
  const correction: Correction = {
    id: randomUUID(),
    kind,
    ...kept,
    anchor: null,
    addedAt: new Date().toISOString(),
    undoneAt: null,
  };
  await store.personal.addCorrection(correction);
  io.out(`${lineOf(correction, false)}\n`);
}

async function takeBack(
  store: Store,
  action: "undo" | "redo",
  [prefix, ...more]: readonly string[],
  io: Io,
): Promise<void> {
  if (prefix === undefined || more.length > 0)
    throw new UsageError(`“correct ${action}” takes one correction; “correct list” shows them.`);
  const found = (await store.personal.corrections()).filter(({ id }) => id.startsWith(prefix));
  const [correction] = found;
  if (correction === undefined || found.length > 1)
    throw new UsageError(
      found.length > 1
        ? `“${prefix}” may mean ${found.length} corrections; write more of the id.`
        : `there is no correction “${prefix}”; “correct list” shows them.`,
    );
  const undoneAt = action === "undo" ? new Date().toISOString() : null;
  await store.personal.undoCorrection(correction.id, undoneAt);
  io.out(`${lineOf({ ...correction, undoneAt }, false)}\n`);
}

async function list(store: Store, json: boolean, io: Io): Promise<void> {
  const corrections = await store.personal.corrections();
  const { orphaned } = await linkCorrections(store, corrections);
  const lost = new Set(orphaned.map(({ id }) => id));
  if (json) {
    const records = corrections.map((one) => ({ ...one, orphaned: lost.has(one.id) }));
    io.out(`${jsonText({ corrections: records }, 1)}\n`);
  } else if (corrections.length === 0) io.out("No corrections.\n");
  else for (const one of corrections) io.out(`${lineOf(one, lost.has(one.id))}\n`);
}

function lineOf(correction: Correction, orphaned: boolean): string {
  const { id, kind, target, value, addedAt, undoneAt } = correction;
  const of = isOfEncounter(kind) ? encounterIdIn(target) : target;
  const now =
    value === null
      ? ""
      : kind === "encounter-split"
        ? pagesIn(value).join(" ")
        : encounterIdIn(value);
  const state = undoneAt !== null ? "taken back" : orphaned ? "orphaned" : "";
  return [
    id.slice(0, 8),
    addedAt.slice(0, 10),
    kind.padEnd(16),
    plainLine(of),
    "→",
    plainLine(now),
    state,
  ]
    .filter((part) => part !== "")
    .join("  ");
}
