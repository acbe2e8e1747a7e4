import { addCommand } from "./commands/add.ts";
import { candidatesCommand } from "./commands/candidates.ts";
import { compareCommand } from "./commands/compare.ts";
import { inspectCommand } from "./commands/inspect.ts";
import { listCommand } from "./commands/list.ts";
import { quarantineCommand } from "./commands/quarantine.ts";
import { phrasesCommand } from "./commands/phrases.ts";
import { readCommand } from "./commands/read.ts";
import { searchCommand } from "./commands/search.ts";
import { showCommand } from "./commands/show.ts";
import { serveCommand } from "./commands/serve.ts";
import { startCommand } from "./commands/start.ts";
import { timelineCommand } from "./commands/timeline.ts";
import { watchCommand } from "./commands/watch.ts";
import type { Command } from "./io.ts";

/** All commands, in the order help lists them. */
export const commands: readonly Command[] = [
  readCommand,
  compareCommand,
  timelineCommand,
  phrasesCommand,
  candidatesCommand,
  addCommand,
  watchCommand,
  quarantineCommand,
  listCommand,
  showCommand,
  searchCommand,
  inspectCommand,
  serveCommand,
  startCommand,
];
