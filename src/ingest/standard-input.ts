import { largestPage } from "./limits.ts";

/** All of standard input, up to a little more than a page may have. */
export async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    chunks.push(bytes);
    if (size > largestPage) break;
  }
  return Buffer.concat(chunks);
}
