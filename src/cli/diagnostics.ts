import pc from "picocolors";
import type { Diagnostic } from "../core/diagnostic.ts";
import type { Io } from "./io.ts";
import { plainLine } from "./text.ts";

/** Print diagnostics on standard error, one line each; `info` is left to `--json`. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], io: Io): void {
  const colour = pc.createColors(io.interactive);
  for (const diagnostic of diagnostics) {
    if (diagnostic.severity === "info") continue;
    const mark = diagnostic.severity === "error" ? colour.red("error") : colour.yellow("warning");
    io.err(
      `${mark} ${diagnostic.code} ${plainLine(diagnostic.document)}: ${plainLine(diagnostic.message)}\n`,
    );
  }
}
