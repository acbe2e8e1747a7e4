import { parseArgs } from "node:util";
import { briefOf } from "../../app/brief/arrange.ts";
import { keptGrades } from "../../app/judgements/grades.ts";
import { assemble } from "../../app/read.ts";
import { readingToJson } from "../../export/json.ts";
import { loadContext } from "../../resources/load.ts";
import { briefToTerminal } from "../brief.ts";
import { exitCodes, UsageError, type Command, type Io } from "../io.ts";
import { changesBetween } from "../../core/versions/changes.ts";
import { gradesOfPages } from "../../core/grades/grades.ts";
import type { DocumentSummary, Store } from "../../store/store.ts";
import { changesToTerminal } from "../changes.ts";
import { gradesToTerminal } from "../grade-lines.ts";
import { jsonText } from "../json-text.ts";
import { plainLine, wrap } from "../text.ts";
import {
  documentId,
  tablesOf,
  withWorkspace,
  workspaceHelp,
  workspaceOptions,
} from "../workspace.ts";

/** `readout show ID`: one page of a workspace. */
export const showCommand: Command = {
  help: `Usage: readout show ID [--text | --versions | --diff [--from ID]] [--workspace DIR]

Shows what was read in a page of the workspace. The beginning of an id is enough. When a page is
added again and its bytes have changed, both versions are kept and the newer one is current.

  --text           print the clean text, paragraphs numbered, instead
  --versions       list the versions of the page, oldest first
  --diff           show what changed since the version before: paragraphs that are gone, new or in
                   other words; [-words-] were taken out, {+words+} put in
  --from ID        with --diff, compare with this version
${workspaceHelp}

Example: readout show 4e10a2 --text
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...workspaceOptions,
        text: { type: "boolean", default: false },
        versions: { type: "boolean", default: false },
        diff: { type: "boolean", default: false },
        from: { type: "string" },
      },
    });
    const [prefix] = positionals;
    if (prefix === undefined || positionals.length > 1)
      throw new UsageError("name one page by its id; “readout list” shows the ids.");
    return await withWorkspace(values.workspace, { create: false }, async (store) => {
      const id = await documentId(store, prefix);
      const document = (await store.document(id))!;
      const versions = await store.versions(id);
      if (values.versions) {
        if (values.json) io.out(`${jsonText({ versions }, 1)}\n`);
        else io.out(`${versions.map(versionLine).join("\n")}\n`);
        return exitCodes.fine;
      }
      if (values.diff) {
        const from = values.from === undefined ? null : await documentId(store, values.from);
        await showChanges(store, versions, id, from, values.json, io);
        return exitCodes.fine;
      }
      const reading = assemble([document], [], 0, loadContext(tablesOf(values)));
      const grades = gradesOfPages(await keptGrades(store.personal), [document]);
      if (values.json) io.out(`${jsonText({ ...readingToJson(reading), versions, grades }, 1)}\n`);
      else if (values.text)
        for (const [index, block] of document.blocks.entries()) {
          const text = plainLine(document.text.slice(block.start, block.end));
          io.out(
            `${wrap(text, Math.min(io.columns, 110), `${String(index + 1).padStart(4)}  `, "      ")}\n`,
          );
        }
      else {
        io.out(briefToTerminal(briefOf(reading), io));
        io.out(gradesToTerminal(grades, (id) => reading.labelOf(id)));
        if (versions.length > 1)
          io.out(
            `\nVersions (--diff shows what changed)\n\n${versions.map(versionLine).join("\n")}\n`,
          );
      }
      return exitCodes.fine;
    });
  },
};

function versionLine({ id, addedAt, current }: DocumentSummary): string {
  return `  ${id}  added ${addedAt}${current ? "  (current)" : ""}`;
}

/** What changed in a page since another version of it, by default the one before. */
async function showChanges(
  store: Store,
  versions: readonly DocumentSummary[],
  id: string,
  from: string | null,
  json: boolean,
  io: Io,
): Promise<void> {
  const index = versions.findIndex((version) => version.id === id);
  const older = from === null ? versions[index - 1] : versions.find((one) => one.id === from);
  if (older === undefined || older.id === id)
    throw new UsageError(
      from === null
        ? "there is no version before this one; “--versions” lists them."
        : `“${from}” is no other version of this page; “--versions” lists them.`,
    );
  const [before, after] = [(await store.document(older.id))!, (await store.document(id))!];
  const changes = changesBetween(before, after);
  if (json) io.out(`${jsonText({ from: older.id, to: id, changes }, 1)}\n`);
  else io.out(changesToTerminal(changes, { older, newer: versions[index]! }, io));
}
