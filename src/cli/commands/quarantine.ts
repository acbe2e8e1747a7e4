import { parseArgs } from "node:util";
import pc from "picocolors";
import { isAddress } from "../../app/batch/collect.ts";
import type { QuarantineLine } from "../../store/intake.ts";
import { withFetcher } from "../../app/workspace/with-fetcher.ts";
import { fetchingHelp, fetchingOptions } from "../fetching.ts";
import { exitCodes, UsageError, type Command, type Io } from "../io.ts";
import { jsonText } from "../json-text.ts";
import { readingHelp, readingOptions, readingSettings } from "../reading-options.ts";
import { plainLine, wrap } from "../text.ts";
import { tablesOf, withWorkspace, workspaceOptions } from "../workspace.ts";
import { addAndTell } from "./add.ts";

/** `readout quarantine`: what could not be read. */
export const quarantineCommand: Command = {
  help: `Usage: readout quarantine [list | retry [TEXT…] | forget [TEXT…]] [--workspace DIR]

list     what could not be read, with the reason (the default)
retry    read it again: after a repair of the file, with a higher limit, or with a newer Readout
forget   take it off the list; the files themselves are not touched

TEXT picks the lines whose path or code has it (“reports/”, PAGE_TIMED_OUT); without it all are meant.
A line goes off the list by itself when “readout add” can read its page.

  --workspace DIR   folder of the workspace (default ./.readout)
  --json            print records instead
${fetchingHelp}
${readingHelp}

Example: readout quarantine retry PAGE_TIMED_OUT --page-seconds 300
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...workspaceOptions, ...readingOptions, ...fetchingOptions },
    });
    const [action = "list", ...texts] = positionals;
    if (!["list", "retry", "forget"].includes(action))
      throw new UsageError("quarantine takes list, retry or forget.");
    return await withWorkspace(values.workspace, { create: false }, async (store) => {
      const lines = (await store.intake.quarantined()).filter((line) => isMeant(line, texts));
      if (action === "forget") {
        const count = await store.intake.release(lines.map((line) => line.place));
        io.out(`${count} taken off the list.\n`);
        return exitCodes.fine;
      }
      if (action === "list") {
        if (values.json) io.out(`${jsonText({ quarantine: lines }, 1)}\n`);
        else print(lines, io);
        return lines.length === 0 ? exitCodes.fine : exitCodes.unread;
      }
      const sources = [...new Set(lines.flatMap((line) => line.source ?? []))];
      for (const { path } of lines.filter((line) => line.source === null))
        io.err(`${plainLine(path)} can't be read again; add it anew.\n`);
      if (sources.length === 0) {
        io.out("Nothing to read again.\n");
        return exitCodes.fine;
      }
      const settings = {
        ...readingSettings(values),
        tables: tablesOf(values),
        follow: values.follow,
      };
      if (!sources.some(isAddress))
        return await addAndTell(store, sources, settings, values.json, io);
      return await withFetcher(store, { allowPrivate: values["allow-private"] }, (fetcher) =>
        addAndTell(store, sources, { ...settings, fetcher }, values.json, io),
      );
    });
  },
};

function isMeant(line: QuarantineLine, texts: readonly string[]): boolean {
  return (
    texts.length === 0 ||
    texts.some(
      (text) => line.code === text || line.path.includes(text) || line.place.includes(text),
    )
  );
}

function print(lines: readonly QuarantineLine[], io: Io): void {
  const colour = pc.createColors(io.colour);
  if (lines.length === 0) io.out("Nothing is in quarantine.\n");
  for (const { path, code, message, attempts, at } of lines) {
    io.out(
      `${colour.bold(plainLine(path))}  ${colour.dim(`${code} · ${at.slice(0, 10)}${attempts > 1 ? ` · tried ${attempts} times` : ""}`)}\n`,
    );
    io.out(`${wrap(plainLine(message), Math.min(io.columns, 110), "    ", "    ")}\n`);
  }
}
