import { defineConfig } from "vitest/config";

/** Tests of the workbench in a real browser: they need it built (`npm test` does) and take a minute. */
export default defineConfig({
  test: {
    include: ["test/web/**/*.test.ts"],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    fileParallelism: false,
  },
});
