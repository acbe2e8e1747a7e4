import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packageRoot } from "../../src/resources/load.ts";
import { startBench, type Bench } from "./browser.ts";
import { chromiumOrRemedy } from "./chromium.ts";

const executable = await chromiumOrRemedy();
const shots = join(packageRoot, "dist", "screenshots");

describe.skipIf(executable === null)("views of the workbench in Chromium", () => {
  let bench: Bench;
  const addresses: Record<string, string> = {
    overview: "/",
    timeline: "/timeline",
    statements: "/statements",
    silences: "/silences",
    phrases: "/phrases",
    judgements: "/judgements",
    commitments: "/judgements?show=commitments",
    questions: "/judgements?show=questions",
    candidates: "/phrases?show=candidates",
    pages: "/pages",
    search: "/search?q=energy",
    actors: "/actors?actor=XVA%3Airena-kostrova",
    notebook: "/notebook",
    corrections: "/corrections",
    encounter: "",
    page: "",
  };
  beforeAll(async () => {
    if (!existsSync(join(packageRoot, "dist", "web", "index.html")))
      throw new Error("the workbench is not built: run npm start or npm test once");
    mkdirSync(shots, { recursive: true });
    bench = await startBench(executable!, [join(packageRoot, "samples", "pages")]);
    const compared = bench.library.encounters.find((encounter) => encounter.accounts.length > 1)!;
    addresses["encounter"] = `/encounter/${encodeURIComponent(compared.id)}`;
    addresses["page"] =
      `/page/${compared.accounts[0]!.document}?layers=statement,phrase,topic,actor,time,silence`;
  });
  afterAll(() => bench.stop());

  test.each(["light", "dark"])(
    "every view in %s: no violation by axe, no error, no foreign request; screenshots",
    async (scheme) => {
      const page = await bench.page({ dark: scheme === "dark" });
      const violations: string[] = [];
      for (const [name, address] of Object.entries(addresses)) {
        await page.goto(`${bench.url}${address}`);
        await page.waitForSelector("main h1");
        await page.waitForLoadState("networkidle");
        await page.screenshot({ path: join(shots, `${name}-${scheme}.png`) });
        const axe = new AxeBuilder({ page });
        // What dark changes is colour.
        const result = await (
          scheme === "dark"
            ? axe.withRules(["color-contrast"])
            : axe.withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"])
        ).analyze();
        for (const violation of result.violations)
          violations.push(
            `${name}: ${violation.id}: ${violation.nodes
              .slice(0, 2)
              .map((node) => `${node.html.slice(0, 140)} | ${node.failureSummary?.slice(0, 200)}`)
              .join(" || ")}`,
          );
      }
      expect(violations).toEqual([]);
      expect(bench.trouble).toEqual([]);
    },
  );

  test("narrow window: nothing runs out of it", async () => {
    const page = await bench.page({ width: 390 });
    const wide: string[] = [];
    for (const [name, address] of Object.entries(addresses)) {
      await page.goto(`${bench.url}${address}`);
      await page.waitForSelector("main h1");
      await page.waitForLoadState("networkidle");
      await page.screenshot({ path: join(shots, `${name}-narrow.png`) });
      const over = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
      if (typeof over === "number" && over > 1) wide.push(`${name}: ${over}px`);
    }
    expect(wide).toEqual([]);
  });

  test("the first view needs little code", async () => {
    const page = await bench.page();
    const scripts: Promise<number>[] = [];
    page.on("response", (response) => {
      if (response.url().endsWith(".js"))
        scripts.push(response.body().then((body) => gzipSync(body).length));
    });
    await page.goto(bench.url);
    await page.locator("figure.chart svg").first().waitFor();
    const bytes = (await Promise.all(scripts)).reduce((sum, one) => sum + one, 0);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(350_000);
  });
});
