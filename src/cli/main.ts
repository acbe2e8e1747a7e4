#!/usr/bin/env node
import { realpathSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { commands } from "./commands.ts";
import { exitCodes, UsageError, type Io } from "./io.ts";

/**
 * The program: find the command, run it, turn errors into words.
 * @param argv - arguments after the program's name
 * @returns the exit code
 */
export async function main(argv: readonly string[], outer: Io): Promise<number> {
  const [name, ...args] = argv;
  const io = safeIo(outer);
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    const wanted = name === "help" ? args[0] : undefined;
    const command = commands.find((candidate) => candidate.name === wanted);
    io.out(command === undefined ? overview() : (await command.load()).help);
    return exitCodes.fine;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) {
    io.err(`readout: there is no command “${name}”. Run “readout help” for the list.\n`);
    return exitCodes.failure;
  }
  if (args.includes("--help") || args.includes("-h")) {
    io.out((await command.load()).help);
    return exitCodes.fine;
  }
  try {
    const loaded = await command.load();
    return await loaded.run(args, io);
  } catch (error) {
    if (error instanceof UsageError || isParseArgsError(error)) {
      io.err(`readout ${name}: ${error.message}\nRun “readout help ${name}” for how to use it.\n`);
    } else {
      io.err(`readout ${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    }
    return exitCodes.failure;
  }
}

/**
 * What is shown holds no control characters and no marks that change direction, wherever it came
 * from: text of pages, names of files, messages of other programs. Colours stay. JSON writes such
 * characters as escapes before (`jsonText`), so that it loses nothing.
 */
function safeIo(io: Io): Io {
  const safe = (text: string, colour: boolean): string =>
    text.replace(colour ? dangerousBesideColour : dangerous, "");
  return {
    ...io,
    out: (text) => io.out(safe(text, io.colour)),
    err: (text) => io.err(safe(text, io.interactive)),
  };
}

const dangerous =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const dangerousBesideColour = new RegExp(
  `\\u001b(?!\\[[\\d;]*m)|(?!\\u001b)${dangerous.source}`,
  "gu",
);

function isParseArgsError(error: unknown): error is Error {
  return (
    error instanceof Error &&
    "code" in error &&
    typeof error.code === "string" &&
    error.code.startsWith("ERR_PARSE_ARGS")
  );
}

function overview(): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  const lines = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return `readout: who said what, by whose account, and what each side left out

Usage: readout COMMAND [ARGUMENTS]

${lines.join("\n")}

“readout help COMMAND” explains a command. Data goes to standard output, progress and
diagnostics to standard error. Exit codes: 0 fine, 1 some page could not be read, 2 misuse or failure.
`;
}

function processIo(): Io {
  return {
    out: (text) => void process.stdout.write(text),
    bytes: (content) => void process.stdout.write(content),
    err: (text) => void process.stderr.write(text),
    terminal: process.stdout.isTTY === true,
    colour: process.stdout.isTTY === true && process.env["NO_COLOR"] === undefined,
    interactive: process.stderr.isTTY === true,
    columns: process.stdout.columns ?? 100,
  };
}

if (
  process.argv[1] !== undefined &&
  realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)
) {
  // Patterns are compiled once, not first to bytecode and at their second use again.
  setFlagsFromString("--no-regexp-tier-up");
  // Modules keep their compiled code; where the folder can't be written, nothing is kept.
  const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  enableCompileCache(join(root, "node_modules", ".cache", "readout", "compiled"));
  // A reader that closes early (`| head`) is no error.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(exitCodes.fine);
    throw error;
  });
  process.exitCode = await main(process.argv.slice(2), processIo());
}
