// npm run build:kernel: assemble kernel.wat into src/core/syntax/kernel-code.ts.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { assembleKernel } from "./assemble.ts";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "../../src/core/syntax/kernel-code.ts");
const code = await assembleKernel(readFileSync(join(here, "kernel.wat"), "utf8"));
const lines = code.match(/.{1,90}/g)!.map((line) => `  "${line}"`);
writeFileSync(
  target,
  `/**
 * The loops of the syntax network as WebAssembly, in hexadecimal: \`tools/syntax-kernel/kernel.wat\`,
 * assembled by \`npm run build:kernel\`.
 */
export const kernelCode: string = [
${lines.join(",\n")},
].join("");
`,
);
console.log(`${target}: ${code.length / 2} bytes of code`);
