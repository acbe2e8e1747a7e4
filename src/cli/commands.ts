import { addCommand } from "./commands/add.ts";
import { compareCommand } from "./commands/compare.ts";
import { inspectCommand } from "./commands/inspect.ts";
import { listCommand } from "./commands/list.ts";
import { readCommand } from "./commands/read.ts";
import { serveCommand } from "./commands/serve.ts";
