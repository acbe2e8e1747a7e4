import { parseArgs } from "node:util";
import { publishedLabel } from "../../app/brief/labels.ts";
import { keptGrades } from "../../app/judgements/grades.ts";
import { gradeFor } from "../../core/grades/grades.ts";
import { exitCodes, type Command } from "../io.ts";
import { jsonText } from "../json-text.ts";
import { plainLine } from "../text.ts";
import { withWorkspace, workspaceHelp, workspaceOptions } from "../workspace.ts";

/** `readout list`: the pages of a workspace. */
export const listCommand: Command = {
  help: `Usage: readout list [--workspace DIR] [--language CODE] [--party ID]

Lists the pages by date of publication: id, date, language, kind, whose account, title,
and your grade of its source for all it says, where there is one.

  --language CODE  only pages in this language (en, zh, ru …)
  --party ID       only accounts of this side (CHN, RUS …)
  --all            also versions that newer ones have replaced
${workspaceHelp}
`,
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...workspaceOptions,
        language: { type: "string" },
        party: { type: "string" },
        all: { type: "boolean", default: false },
      },
    });
    return await withWorkspace(values.workspace, { create: false }, async (store) => {
      const pages = await store.list({
        ...(values.language === undefined ? {} : { language: values.language }),
        ...(values.party === undefined ? {} : { party: values.party }),
        replaced: values.all,
      });
      const grades = await keptGrades(store.personal);
      if (values.json) io.out(`${jsonText({ documents: pages }, 1)}\n`);
      else if (pages.length === 0) io.out("No pages.\n");
      else
        for (const page of pages) {
          const columns = [
            page.id,
            publishedLabel(page.published).padEnd(10),
            (page.language ?? "?").padEnd(2),
            page.kind.padEnd(8),
            (page.party ?? "").padEnd(3),
            plainLine(page.title ?? page.path),
          ];
          const grade = gradeFor(grades, page, "all");
          const graded = grade === null ? "" : `  [${grade.source}${grade.information ?? ""}]`;
          io.out(`${columns.join("  ")}${graded}${page.current ? "" : "  (replaced)"}\n`);
        }
      return exitCodes.fine;
    });
  },
};
