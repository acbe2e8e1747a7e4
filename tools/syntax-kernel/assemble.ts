import wabt from "wabt";

/** Assemble WebAssembly text with 128-bit vectors. Returns the module in hexadecimal. */
export async function assembleKernel(source: string): Promise<string> {
  const toolkit = await wabt();
  const module = toolkit.parseWat("kernel.wat", source, { simd: true });
  const { buffer } = module.toBinary({});
  module.destroy();
  return Buffer.from(buffer).toString("hex");
}
