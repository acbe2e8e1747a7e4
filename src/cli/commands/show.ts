import { parseArgs } from "node:util";
import { briefOf } from "../../app/brief/arrange.ts";
import { assemble } from "../../app/read.ts";
import { readingToJson } from "../../export/json.ts";
import { loadContext } from "../../resources/load.ts";
import { briefToTerminal } from "../brief.ts";
import { exitCodes, UsageError, type Command } from "../io.ts";
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
  help: `Usage: readout show ID [--text] [--workspace DIR]

Shows what was read in a page of the workspace. The beginning of an id is enough.

  --text           print the clean text, paragraphs numbered, instead
${workspaceHelp}

Example: readout show 4e10a2 --text
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...workspaceOptions, text: { type: "boolean", default: false } },
    });
    const [prefix] = positionals;
    if (prefix === undefined || positionals.length > 1)
      throw new UsageError("name one page by its id; “readout list” shows the ids.");
    return await withWorkspace(values.workspace, { create: false }, async (store) => {
      const id = await documentId(store, prefix);
      const document = (await store.document(id))!;
      const versions = await store.versions(id);
      const reading = assemble([document], [], 0, loadContext(tablesOf(values)));
      if (values.json) io.out(`${jsonText({ ...readingToJson(reading), versions }, 1)}\n`);
      else if (values.text)
        for (const [index, block] of document.blocks.entries()) {
          const text = plainLine(document.text.slice(block.start, block.end));
          io.out(
            `${wrap(text, Math.min(io.columns, 110), `${String(index + 1).padStart(4)}  `, "      ")}\n`,
          );
        }
      else {
        io.out(briefToTerminal(briefOf(reading), io));
        if (versions.length > 1)
          io.out(
            `\nVersions\n\n${versions
              .map(
                (version) =>
                  `  ${version.id}  added ${version.addedAt}${version.current ? "  (current)" : ""}`,
              )
              .join("\n")}\n`,
          );
      }
      return exitCodes.fine;
    });
  },
};
