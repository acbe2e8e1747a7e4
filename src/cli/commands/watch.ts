import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { isAddress } from "../../app/batch/collect.ts";
import { watchTargets } from "../../app/workspace/watch.ts";
import { loadContext } from "../../resources/load.ts";
import { printDiagnostics } from "../diagnostics.ts";
import { withFetcher } from "../../app/workspace/with-fetcher.ts";
import { fetchingHelp, fetchingOptions } from "../fetching.ts";
import { exitCodes, UsageError, type Command } from "../io.ts";
import { jsonText } from "../json-text.ts";
import { numberFrom, readingHelp, readingOptions, readingSettings } from "../reading-options.ts";
import { plainLine } from "../text.ts";
import { tablesOf, withWorkspace, workspaceOptions } from "../workspace.ts";
import { summaryOf } from "./add.ts";

/** `readout watch FEED|FOLDER…`: keep a workspace current. */
export const watchCommand: Command = {
  help: `Usage: readout watch TARGET… [--workspace DIR] [--every MINUTES]
       readout watch list | forget TARGET… [--workspace DIR]

Looks at web feeds, web pages and folders again and again and adds what is new, until you press
Ctrl+C. A page that changed becomes a new version; one whose words stayed the same does not. What
was looked at when is kept in the workspace: started again after any stop, a watch goes on.

Sites are asked politely: only for what changed, and less and less often while they fail or when
they ask for it. A file that is still being written waits for the next look.

  --every MINUTES   between two looks at an address (default 30)
  --seconds N       between two looks at a folder (default 10)
  --once            look at each target once and end (for a timer of your system)
  --workspace DIR   folder of the workspace (default ./.readout)
  --json            print a record a line instead
${fetchingHelp}
${readingHelp}

Example: readout watch https://example.org/feed.xml downloads --follow --every 60
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...workspaceOptions,
        ...readingOptions,
        ...fetchingOptions,
        every: { type: "string", default: "30" },
        seconds: { type: "string", default: "10" },
        once: { type: "boolean", default: false },
      },
    });
    const [first, ...rest] = positionals;
    if (first === undefined) throw new UsageError("name a feed, a page or a folder to watch.");
    const list = first === "list" || first === "forget";
    return await withWorkspace(values.workspace, { create: !list }, async (store) => {
      if (first === "list") {
        const watches = await store.intake.watches();
        if (values.json) io.out(`${jsonText({ watches }, 1)}\n`);
        else if (watches.length === 0) io.out("Nothing is watched.\n");
        else
          for (const { target, checkedAt, message } of watches)
            io.out(`${checkedAt ?? "never"}  ${plainLine(target)}  ${plainLine(message ?? "")}\n`);
        return exitCodes.fine;
      }
      if (first === "forget") {
        for (const target of rest) {
          const place = isAddress(target) ? target : resolve(target);
          if (await store.intake.removeWatch(place)) continue;
          throw new UsageError(`${target} is not watched; “readout watch list” shows what is.`);
        }
        return exitCodes.fine;
      }
      const stop = new AbortController();
      const onSignal = (): void => stop.abort();
      process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
      let failed = false;
      const tables = tablesOf(values);
      const context = loadContext(tables);
      try {
        await withFetcher(store, { allowPrivate: values["allow-private"] }, async (fetcher) => {
          await watchTargets(store, positionals, context, () => new Date(), {
            adding: { ...readingSettings(values), tables, fetcher, follow: values.follow },
            minutes: numberFrom("--every", values.every, 1, 100_000)!,
            seconds: numberFrom("--seconds", values.seconds, 1, 100_000)!,
            once: values.once,
            signal: stop.signal,
            onLook(target, batch, message) {
              failed ||= batch.pages.some((page) => page.outcome === "failed");
              const at = new Date().toISOString();
              if (values.json) io.out(`${jsonText({ at, target, message, pages: batch.pages })}\n`);
              else if (batch.pages.length > 0 || values.once)
                io.out(
                  `${at.slice(0, 19)}  ${plainLine(target)}: ${batch.pages.length === 0 ? plainLine(message) : summaryOf(batch.pages)}\n`,
                );
              printDiagnostics(
                batch.diagnostics.filter(({ severity }) => severity === "error"),
                io,
              );
            },
          });
        });
      } finally {
        process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
      }
      return values.once && failed ? exitCodes.unread : exitCodes.fine;
    });
  },
};
