import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts", "tools/**/*.test.ts", "eval/**/*.test.ts"],
    exclude: ["test/web/**"],
    testTimeout: 60_000,
  },
});
