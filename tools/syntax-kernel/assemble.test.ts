import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { kernelCode } from "../../src/core/syntax/kernel-code.ts";
import { assembleKernel } from "./assemble.ts";

test("the kernel that ships is its source assembled", async () => {
  const source = readFileSync(new URL("kernel.wat", import.meta.url), "utf8");
  expect(await assembleKernel(source)).toBe(kernelCode);
});
