#!/usr/bin/env node
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { commands } from "./commands.ts";
import { exitCodes, UsageError, type Io } from "./io.ts";

/**
 * The program: find the command, run it, turn errors into words.
 * @param argv - arguments after the program's name
 * @returns the exit code
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const [name, ...args] = argv;
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    const wanted = name === "help" ? args[0] : undefined;
    const command = commands.find((candidate) => candidate.name === wanted);
    io.out(command === undefined ? overview() : command.help);
    return exitCodes.fine;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) {
    io.err(`readout: there is no command “${name}”. Run “readout help” for the list.\n`);
    return exitCodes.failure;
  }
  if (args.includes("--help") || args.includes("-h")) {
    io.out(command.help);
    return exitCodes.fine;
  }
  try {
    return await command.run(args, io);
  } catch (error) {
    if (error instanceof UsageError || isParseArgsError(error)) {
      io.err(`readout ${name}: ${error.message}\nRun “readout help ${name}” for how to use it.\n`);
    } else {
      io.err(`readout ${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    }
    return exitCodes.failure;
  }
}

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
    err: (text) => void process.stderr.write(text),
    colour: process.stdout.isTTY === true && process.env["NO_COLOR"] === undefined,
    interactive: process.stderr.isTTY === true,
    columns: process.stdout.columns ?? 100,
  };
}

if (
  process.argv[1] !== undefined &&
  realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)
) {
  // A reader that closes early (`| head`) is no error.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(exitCodes.fine);
    throw error;
  });
  process.exitCode = await main(process.argv.slice(2), processIo());
}
