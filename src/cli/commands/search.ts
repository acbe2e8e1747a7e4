import { parseArgs } from "node:util";
import pc from "picocolors";
import { searchWorkspace, type SearchHit } from "../../app/workspace/search.ts";
import { loadContext } from "../../resources/load.ts";
import { exitCodes, UsageError, type Command, type Io } from "../io.ts";
import { jsonText } from "../json-text.ts";
import { plainLine, wrap } from "../text.ts";
import { tablesOf, withWorkspace, workspaceHelp, workspaceOptions } from "../workspace.ts";

/** Characters shown before and after the first hit of a passage. */
const around = 140;

/** `readout search WORDS`: passages of a workspace. */
export const searchCommand: Command = {
  help: `Usage: readout search WORDS… [--workspace DIR] [--language CODE] [--party ID] [--limit N]

Finds passages that have every word, in any inflection (Russian, English) and in simplified or
traditional characters. Words between quotation marks are found as written, one after another.

  --language CODE  only pages in this language
  --party ID       only accounts of this side (CHN, RUS …)
  --limit N        most passages shown (default 20)
${workspaceHelp}

Example: readout search '"core interests"' Taiwan
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...workspaceOptions,
        language: { type: "string" },
        party: { type: "string" },
        limit: { type: "string", default: "20" },
      },
    });
    const limit = Number(values.limit);
    if (!Number.isInteger(limit) || limit < 1)
      throw new UsageError("--limit needs a whole number from 1.");
    const query = positionals.join(" ");
    return await withWorkspace(values.workspace, { create: false }, async (store) => {
      const found = await searchWorkspace(store, query, loadContext(tablesOf(values)), {
        limit,
        ...(values.language === undefined ? {} : { language: values.language }),
        ...(values.party === undefined ? {} : { party: values.party }),
      });
      if (found === null) throw new UsageError("name at least one word to search for.");
      if (values.json) io.out(`${jsonText({ passages: found }, 1)}\n`);
      else if (found.length === 0) io.out("Nothing found.\n");
      else for (const hit of found) io.out(passageLines(hit, io));
      return exitCodes.fine;
    });
  },
};

function passageLines(hit: SearchHit, io: Io): string {
  const colour = pc.createColors(io.colour);
  const original = hit.original === null ? "" : ` ${hit.original}`;
  const head = `${hit.document} ¶${hit.paragraph}${original}  ${hit.published ?? "date unknown"}  ${plainLine(hit.title ?? hit.path)}`;
  const { quote, start } = hit.passage;
  const first = (hit.hits[0]?.start ?? start) - start;
  const from = Math.max(0, first - around);
  const to = Math.min(quote.length, first + 2 * around);
  let text = "";
  let at = from;
  for (const place of hit.hits) {
    const [begin, end] = [place.start - start, place.end - start];
    if (begin < at || end > to) continue;
    text += `${plain(quote.slice(at, begin))}${colour.bold(plain(quote.slice(begin, end)))}`;
    at = end;
  }
  text += plain(quote.slice(at, to));
  const cut = `${from > 0 ? "… " : ""}${text}${to < quote.length ? " …" : ""}`;
  return `${colour.dim(head)}\n${wrap(cut, Math.min(io.columns, 110), "    ", "    ")}\n`;
}

/** Text safe for a terminal that keeps the blanks at its ends. */
function plain(text: string): string {
  const inner = plainLine(text);
  return `${/^\s/u.test(text) ? " " : ""}${inner}${inner !== "" && /\s$/u.test(text) ? " " : ""}`;
}
