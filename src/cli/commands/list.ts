import { parseArgs } from "node:util";
import { publishedLabel } from "../../app/brief/labels.ts";
import { keptGrades } from "../../app/judgements/grades.ts";
import { gradeFor } from "../../core/grades/grades.ts";
import type { DocumentSummary } from "../../store/store.ts";
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
        for (const line of tableOf(pages, (page) => gradeFor(grades, page, "all")))
          io.out(`${line}
`);
      return exitCodes.fine;
    });
  },
};

/** A line a page, in columns as wide as what stands in them. */
function tableOf(
  pages: readonly DocumentSummary[],
  gradeOf: (page: DocumentSummary) => ReturnType<typeof gradeFor>,
): string[] {
  const rows = pages.map((page) => {
    const grade = gradeOf(page);
    const graded = grade === null ? "" : `  [${grade.source}${grade.information ?? ""}]`;
    return [
      page.id,
      publishedLabel(page.published),
      page.language ?? "?",
      page.kind,
      page.party ?? "",
      `${plainLine(page.title ?? page.path)}${graded}${page.current ? "" : "  (replaced)"}`,
    ];
  });
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, column) => Math.max(cell.length, widest[column] ?? 0)),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column]!)))
      .join("  "),
  );
}
