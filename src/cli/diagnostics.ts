import pc from "picocolors";
import type { Diagnostic } from "../core/diagnostic.ts";
import type { Document } from "../core/document.ts";
import type { Io } from "./io.ts";
import { plainLine } from "./text.ts";

/**
 * Print diagnostics on standard error, one line each; `info` is left to `--json`.
 * @param documents - those read, so that a diagnostic names its page's path instead of its id
 */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  io: Io,
  documents: readonly Pick<Document, "id" | "path">[] = [],
): void {
  const colour = pc.createColors(io.interactive);
  const paths = new Map(documents.map((document) => [document.id, document.path]));
  for (const diagnostic of diagnostics) {
    if (diagnostic.severity === "info") continue;
    const mark = diagnostic.severity === "error" ? colour.red("error") : colour.yellow("warning");
    io.err(
      `${mark} ${diagnostic.code} ${plainLine(paths.get(diagnostic.document) ?? diagnostic.document)}: ${plainLine(diagnostic.message)}\n`,
    );
  }
}
