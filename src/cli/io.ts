/** What a command may touch of the outside: passed in, so that tests can stand in for a terminal. */
export interface Io {
  /** Data: the command's own output. */
  out(text: string): void;
  /** A file on standard output, as it is: nothing is taken out of it. */
  bytes(content: string | Uint8Array): void;
  /** Progress and diagnostics. */
  err(text: string): void;
  /** Standard output is a terminal. */
  readonly terminal: boolean;
  /** Colour is welcome on standard output. */
  readonly colour: boolean;
  /** Standard error is a terminal: progress may be drawn. */
  readonly interactive: boolean;
  /** Width of the terminal in columns. */
  readonly columns: number;
}

/** Exit codes: all well, some page could not be read, misuse or failure. */
export const exitCodes = { fine: 0, unread: 1, failure: 2 } as const;

/** What a command of the program does. */
export interface Command {
  /** Help text: usage, options, an example. */
  readonly help: string;
  /** Run with the arguments after the command's name; resolves to the exit code. */
  run(args: readonly string[], io: Io): Promise<number>;
}

/** Wrong use of a command: shown with a pointer to its help, exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
