import pc from "picocolors";
import type { Diagnostic } from "../core/diagnostic.ts";
import type { Document } from "../core/document.ts";
import type { Io } from "./io.ts";
import { plainLine } from "./text.ts";

/** So many problems of one kind are told of a page. */
const toldOfAKind = 3;

/**
 * Print diagnostics on standard error, one line each; `info` is left to `--json`, and so are more than a few of one kind
 * on a page.
 * @param documents - those read, so that a diagnostic names its page's path instead of its id
 */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  io: Io,
  documents: readonly Pick<Document, "id" | "path">[] = [],
): void {
  const colour = pc.createColors(io.interactive);
  const paths = new Map(documents.map((document) => [document.id, document.path]));
  const kinds = Map.groupBy(
    diagnostics.filter(({ severity }) => severity !== "info"),
    ({ code, document, severity }) => `${severity} ${code} ${document}`,
  );
  for (const alike of kinds.values()) {
    const { severity, code, document } = alike[0]!;
    const mark = severity === "error" ? colour.red("error") : colour.yellow("warning");
    const told = alike.slice(0, toldOfAKind).map(({ message }) => message);
    if (alike.length > toldOfAKind)
      told.push(`… and ${alike.length - toldOfAKind} more like this; --json lists them.`);
    for (const message of told)
      io.err(
        `${mark} ${code} ${plainLine(paths.get(document) ?? document)}: ${plainLine(message)}\n`,
      );
  }
}
