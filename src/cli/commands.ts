import { compareCommand } from "./commands/compare.ts";
import { inspectCommand } from "./commands/inspect.ts";
import { readCommand } from "./commands/read.ts";
import { startCommand } from "./commands/start.ts";
import type { Command } from "./io.ts";

/** All commands, in the order help lists them. */
export const commands: readonly Command[] = [
  readCommand,
  compareCommand,
  inspectCommand,
  startCommand,
];
