import type { Io } from "../../src/cli/io.ts";
import { main } from "../../src/cli/main.ts";

/** Run the command line in this process: its exit code, standard output and standard error. */
export async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = "";
  let err = "";
  const io: Io = {
    out: (text) => void (out += text),
    bytes: (content) =>
      void (out +=
        typeof content === "string" ? content : new TextDecoder("latin1").decode(content)),
    err: (text) => void (err += text),
    terminal: false,
    colour: false,
    interactive: false,
    columns: 100,
  };
  const code = await main(args, io);
  return { code, out, err };
}
