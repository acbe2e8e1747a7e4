import { parseArgs } from "node:util";
import { isAddress } from "../../app/batch/collect.ts";
import {
  addPages,
  type AddedBatch,
  type AddedPage,
  type AddSettings,
} from "../../app/workspace/add.ts";
import type { Diagnostic } from "../../core/diagnostic.ts";
import { pageEndings } from "../../ingest/formats.ts";
import { loadContext } from "../../resources/load.ts";
import type { Store } from "../../store/store.ts";
import { printDiagnostics } from "../diagnostics.ts";
import { withFetcher } from "../../app/workspace/with-fetcher.ts";
import { fetchingHelp, fetchingOptions } from "../fetching.ts";
import { exitCodes, UsageError, type Command, type Io } from "../io.ts";
import { jsonText } from "../json-text.ts";
import { readingProgress } from "../progress.ts";
import { readingHelp, readingOptions, readingSettings } from "../reading-options.ts";
import { plainLine } from "../text.ts";
import { tablesOf, withWorkspace, workspaceOptions } from "../workspace.ts";

/** `readout add PATH…`: read pages into a workspace. */
export const addCommand: Command = {
  help: `Usage: readout add PATH… [--workspace DIR]

Reads files, folders of them, web addresses (https://…) or standard input (-) into a workspace and
links their encounters. A page is kept by its content: the same bytes are kept once, a changed page
becomes a new version. Stopped at any moment, what was added stays; run the command again to go on.
What can't be read goes to the quarantine list with the reason (“readout quarantine”).

Pages       text, Markdown (with front matter), HTML (also “complete” saves and SingleFile), MHTML,
            PDF, DOCX, ODT, RTF, mail (EML)
Many pages  RSS, Atom and JSON feeds, EPUB (chapters), mailboxes, ZIP, TAR, GZIP, WARC, WACZ,
            JSON and JSON Lines (one record a page: text, title, date, url, lang, party …),
            exports of reference managers with their attachments (Zotero RDF, RIS, BibTeX)
Endings     ${wrapped(pageEndings)}
Limits      50 MB a page, archives in archives four deep; docs/formats.md has the rest

An address is asked for once, politely: robots.txt is obeyed, a site is asked at most once a second.
Asked for again, only a changed page is fetched, and its older version is kept. Addresses of this
machine and of private networks are refused.

  --workspace DIR   folder of the workspace (default ./.readout)
  --json            print records instead
${fetchingHelp}
${readingHelp}

Examples: readout add pages crawl.warc.gz --workspace archive
          readout add https://example.org/press/feed.xml --follow
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...workspaceOptions, ...readingOptions, ...fetchingOptions },
    });
    if (positionals.length === 0)
      throw new UsageError("name at least one file, folder or address, or - for standard input.");
    const settings: AddSettings = {
      ...readingSettings(values),
      tables: tablesOf(values),
      follow: values.follow,
    };
    return await withWorkspace(values.workspace, { create: true }, async (store) => {
      if (!positionals.some(isAddress))
        return await addAndTell(store, positionals, settings, values.json, io);
      return await withFetcher(store, { allowPrivate: values["allow-private"] }, (fetcher) =>
        addAndTell(store, positionals, { ...settings, fetcher }, values.json, io),
      );
    });
  },
};

/** Add pages and say what became of them. @returns the exit code */
export async function addAndTell(
  store: Store,
  paths: readonly string[],
  settings: AddSettings,
  json: boolean,
  io: Io,
): Promise<number> {
  const progress = readingProgress(io);
  const context = loadContext(settings.tables ?? null);
  let batch: AddedBatch;
  try {
    batch = await addPages(store, paths, context, () => new Date(), {
      ...settings,
      progress: progress.report,
    });
  } finally {
    progress.done();
  }
  const counts = await store.counts();
  if (json) io.out(`${jsonText({ pages: batch.pages, workspace: counts })}\n`);
  else {
    for (const page of batch.pages)
      if (page.outcome === "added") io.out(`${page.document ?? ""}  ${plainLine(page.path)}\n`);
    io.out(
      `${summaryOf(batch.pages)}. The workspace holds ${counts.pages} pages and ${counts.encounters} encounters.\n`,
    );
  }
  const { shown, more } = firstOfEach(batch.diagnostics);
  printDiagnostics(
    shown,
    io,
    batch.pages.flatMap(({ document, path }) => (document === null ? [] : { id: document, path })),
  );
  for (const [code, count] of more)
    io.err(`warning ${code} on ${count} more, kept with their pages.\n`);
  if (batch.untold > 0) io.err(`… and ${batch.untold} warnings more.\n`);
  for (const { code, message } of batch.diagnostics)
    if (code === "ITEMS_SKIPPED") io.err(`note: ${plainLine(message)}\n`);
  const failed = batch.pages.some((page) => page.outcome === "failed");
  if (failed) io.err("“readout quarantine” lists what could not be read, and tries again.\n");
  return failed ? exitCodes.unread : exitCodes.fine;
}

/** Warnings of one kind that are shown one by one; an archive has hundreds that say the same. */
const mostOfOneKind = 5;

/** Errors all, warnings the first of each kind, and how many there are more. */
function firstOfEach(diagnostics: readonly Diagnostic[]): {
  readonly shown: Diagnostic[];
  readonly more: ReadonlyMap<string, number>;
} {
  const counts = new Map<string, number>();
  const shown = diagnostics.filter(({ code, severity }) => {
    if (severity !== "warning") return true;
    counts.set(code, (counts.get(code) ?? 0) + 1);
    return counts.get(code)! <= mostOfOneKind;
  });
  const more = [...counts]
    .filter(([, count]) => count > mostOfOneKind)
    .map(([code, count]) => [code, count - mostOfOneKind] as const);
  return { shown, more: new Map(more) };
}

/** What became of pages, in words. */
export function summaryOf(pages: readonly AddedPage[]): string {
  const count = (outcome: AddedPage["outcome"]): number =>
    pages.filter((page) => page.outcome === outcome).length;
  const parts = [`${count("added")} added`, `${count("known")} already here`];
  if (count("moved") > 0) parts.push(`${count("moved")} current again`);
  if (count("failed") > 0) parts.push(`${count("failed")} not read`);
  return parts.join(", ");
}

function wrapped(endings: readonly string[]): string {
  const lines: string[] = [""];
  for (const ending of endings) {
    if (lines.at(-1)!.length + ending.length > 84) lines.push("");
    lines[lines.length - 1] += `${ending} `;
  }
  return lines.map((line) => line.trimEnd()).join("\n            ");
}
