import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { stringify } from "csv-stringify/sync";
import {
  addGrade,
  keptGrades,
  outletOf,
  removeGrades,
  type KeptGrade,
} from "../../app/judgements/grades.ts";
import type { Context } from "../../core/context.ts";
import { lookupsOf } from "../../core/compare/lookups.ts";
import { claimKinds, gradeMeaning, parseGrade, type ClaimKind } from "../../core/grades/grades.ts";
import { loadContext } from "../../resources/load.ts";
import { exitCodes, UsageError, type Command, type Io } from "../io.ts";
import { jsonText } from "../json-text.ts";
import { plainLine } from "../text.ts";
import { tablesOf, withWorkspace, workspaceHelp, workspaceOptions } from "../workspace.ts";

/** `readout grade`: how far a person relies on a source, for which kind of claim, and why. */
export const gradeCommand: Command = {
  help: `Usage: readout grade [list] [--workspace DIR]
       readout grade OUTLET GRADE --reason TEXT [--claims KIND] [--workspace DIR]
       readout grade remove OUTLET [--claims KIND] [--workspace DIR]

Your grades of sources on the Admiralty scale: a letter for the source (A completely reliable … E
unreliable, F cannot be judged), a number for the information (1 confirmed … 5 improbable, 6 truth
cannot be judged), the number optional. A grade is yours, needs a reason, is kept with its time beside
what was read, and is shown wherever claims and commitments of that source are. It is no likelihood
and changes none. F and 6 mean that there is no basis to judge.

OUTLET is an id (CHN:xinhua), a name the tables know (Xinhua) or the outlet as the page has it.

  --claims KIND    all (the default), own-side (what it says of its own side), other-sides (what it
                   says of others), figures or judgements
  --reason TEXT    why; required
  --csv            print a row a grade
${workspaceHelp}

Example: readout grade Xinhua D4 --claims other-sides --reason "leaves out the other side's conditions"
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...workspaceOptions,
        claims: { type: "string" },
        reason: { type: "string" },
        csv: { type: "boolean", default: false },
      },
    });
    const claims = kindOf(values.claims);
    const context = loadContext(tablesOf(values));
    const [first, second, ...rest] = positionals;
    if (rest.length > 0) throw new UsageError("write names of several words in quotation marks.");
    if (first === undefined || (first === "list" && second === undefined))
      return await withWorkspace(values.workspace, { create: false }, async (store) => {
        print(await keptGrades(store.personal), context, values, io);
        return exitCodes.fine;
      });
    if (second === undefined)
      throw new UsageError(`which grade for “${first}”? Write a letter and a number: B2.`);
    const at = new Date().toISOString();
    if (first === "remove")
      return await withWorkspace(values.workspace, { create: false }, async (store) => {
        const outlet = outletOf(second, context);
        const count = await removeGrades(store.personal, outlet, claims, at);
        if (count === 0) throw new UsageError(`there is no such grade of “${second}”.`);
        io.out(`${count} taken back.\n`);
        return exitCodes.fine;
      });
    const grade = parseGrade(second);
    if (grade === null)
      throw new UsageError(`“${second}” is no grade: a letter A–F and a number 1–6 (B2), or B.`);
    const reason = values.reason?.trim() ?? "";
    if (reason === "") throw new UsageError("a grade needs its --reason.");
    return await withWorkspace(values.workspace, { create: false }, async (store) => {
      const outlet = outletOf(first, context);
      const whole = { outlet, claims: claims ?? "all", ...grade, reason };
      await addGrade(store.personal, whole, { id: randomUUID(), at });
      io.out(
        `${labelOf(outlet, context)}: ${second.toUpperCase()} for ${whole.claims}: ${gradeMeaning(context, grade)}\n`,
      );
      return exitCodes.fine;
    });
  },
};

function kindOf(text: string | undefined): ClaimKind | null {
  if (text === undefined) return null;
  const kind = claimKinds.find((one) => one === text);
  if (kind === undefined)
    throw new UsageError(`there is no kind of claim “${text}”. Known: ${claimKinds.join(", ")}.`);
  return kind;
}

function labelOf(outlet: string, context: Context): string {
  return plainLine(lookupsOf(context).labelOf(outlet));
}

function print(
  grades: readonly KeptGrade[],
  context: Context,
  { json, csv }: { readonly json: boolean; readonly csv: boolean },
  io: Io,
): void {
  if (json) return io.out(`${jsonText({ grades }, 1)}\n`);
  const rows = grades.map((grade) => ({
    outlet: grade.outlet,
    label: labelOf(grade.outlet, context),
    claims: grade.claims,
    grade: `${grade.source}${grade.information ?? ""}`,
    meaning: gradeMeaning(context, grade),
    reason: grade.reason,
    gradedAt: grade.addedAt,
  }));
  if (csv)
    return io.out(
      stringify(rows, {
        header: true,
        columns: ["outlet", "label", "claims", "grade", "meaning", "reason", "gradedAt"],
        record_delimiter: "unix",
        escape_formulas: true,
      }),
    );
  if (rows.length === 0) return io.out("No source is graded.\n");
  for (const { label, claims, grade, meaning, reason, gradedAt } of rows)
    io.out(
      `${grade.padEnd(2)}  ${label} · ${claims} · ${meaning} · ${gradedAt.slice(0, 10)}\n    ${plainLine(reason)}\n`,
    );
}
