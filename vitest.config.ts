import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts", "tools/**/*.test.ts", "eval/**/*.test.ts"],
    exclude: ["test/web/**"],
    // Generous: a machine that does other work as well must not fail a test.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
