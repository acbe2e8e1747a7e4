import { parseArgs } from "node:util";
import { addPages, type AddedPage } from "../../app/workspace/add.ts";
import { loadContext } from "../../resources/load.ts";
import { printDiagnostics } from "../diagnostics.ts";
import { exitCodes, UsageError, type Command } from "../io.ts";
import { readingProgress } from "../progress.ts";
import { plainLine } from "../text.ts";
import { withWorkspace, workspaceHelp, workspaceOptions } from "../workspace.ts";

/** `readout add PATH…`: read pages into a workspace. */
export const addCommand: Command = {
  name: "add",
  summary: "add pages to a workspace; adding them again changes nothing",
  help: `Usage: readout add PATH… [--workspace DIR]

Reads pages, folders of them or standard input (-) into a workspace and links their encounters.
A page is kept by its content: the same bytes are kept once, a changed page becomes a new version.
Stopped at any moment, what was added stays; run the command again to go on.

${workspaceHelp}

Example: readout add pages --workspace archive
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: workspaceOptions,
    });
    if (positionals.length === 0)
      throw new UsageError("name at least one file or folder, or - for standard input.");
    return await withWorkspace(values.workspace, { create: true }, async (store) => {
      const progress = readingProgress(io);
      const context = loadContext(values.tables ?? null);
      const batch = await addPages(store, positionals, context, () => new Date(), progress.report);
      progress.done();
      const counts = await store.counts();
      if (values.json) io.out(`${JSON.stringify({ pages: batch.pages, workspace: counts })}\n`);
      else {
        for (const page of batch.pages)
          if (page.outcome === "added") io.out(`${page.document ?? ""}  ${plainLine(page.path)}\n`);
        io.out(
          `${summary(batch.pages)}. The workspace holds ${counts.pages} pages and ${counts.encounters} encounters.\n`,
        );
      }
      printDiagnostics(
        batch.diagnostics,
        io,
        batch.pages.flatMap(({ document, path }) =>
          document === null ? [] : { id: document, path },
        ),
      );
      const failed = batch.pages.some((page) => page.outcome === "failed");
      return failed ? exitCodes.unread : exitCodes.fine;
    });
  },
};

function summary(pages: readonly AddedPage[]): string {
  const count = (outcome: AddedPage["outcome"]): number =>
    pages.filter((page) => page.outcome === outcome).length;
  const parts = [`${count("added")} added`, `${count("known")} already here`];
  if (count("moved") > 0) parts.push(`${count("moved")} current again`);
  if (count("failed") > 0) parts.push(`${count("failed")} not read`);
  return parts.join(", ");
}
