import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { startBench, type Bench } from "./browser.ts";
import { chromiumOrRemedy } from "./chromium.ts";
import { hostilePages } from "./hostile-pages.ts";

const executable = await chromiumOrRemedy();

/** Pages that try to act, opened in every view that shows anything of them. */
describe.skipIf(executable === null)("hostile pages in Chromium", () => {
  let bench: Bench;
  let page: Page;
  beforeAll(async () => {
    bench = await startBench(executable!, []);
    for (const { name, bytes } of hostilePages) await bench.library.addBytes(name, bytes);
    await bench.library.relink();
    page = await bench.page();
  });
  afterAll(() => bench.stop());

  /** Whether a script of a page ran: each of them sets this. */
  const ran = async (): Promise<unknown> => await page.evaluate("globalThis.pwned ?? null");

  /** Elements that hold a direction override in their own text and let it act on what stands around them. */
  const leaking = async (): Promise<unknown> =>
    await page.evaluate(`[...document.querySelectorAll("body *")]
      .filter((element) => [...element.childNodes].some((node) =>
        node.nodeType === 3 && /[\\u202a-\\u202e\\u2066-\\u2069]/.test(node.data)))
      .filter((element) => element.closest("option, title") === null)
      .filter((element) => {
        for (let at = element; at !== document.body; at = at.parentElement) {
          const { unicodeBidi, display } = getComputedStyle(at);
          if (/isolate|plaintext/.test(unicodeBidi)) return false;
          if (!display.startsWith("inline")) break;
        }
        return true;
      })
      .map((element) => element.outerHTML.slice(0, 200))`);

  test("all were read, or are in quarantine with a reason", () => {
    const read = [...bench.library.entries.values()].map((entry) => entry.summary.path);
    const refused = bench.library.quarantine.map((line) => line.name);
    expect([...read, ...refused].length).toBe(hostilePages.length);
  });

  test("no view of them runs anything, asks for anything or lets directions leak", async () => {
    const documents = [...bench.library.entries.keys()];
    const views = ["/", "/pages", "/statements", "/search?q=harbour", "/actors", "/silences"];
    const leaks: unknown[] = [];
    for (const address of [...views, ...documents.map((id) => `/page/${id}`)]) {
      await page.goto(`${bench.url}${address}`);
      await page.waitForSelector("main h1");
      await page.waitForLoadState("networkidle");
      expect([address, await ran()]).toEqual([address, null]);
      leaks.push(...((await leaking()) as unknown[]).map((html) => [address, html]));
    }
    expect(leaks).toEqual([]);
    expect(bench.trouble).toEqual([]);
  });

  test("the page as it came is text, and no link of a page can be followed", async () => {
    const [id] = [...bench.library.entries].find(([, entry]) =>
      entry.summary.path.includes("script"),
    )!;
    await page.goto(`${bench.url}/page/${id}`);
    await page.getByText("The page as it came").click();
    await page.locator("pre.source").getByText("<script>").waitFor();
    const foreign = await page.evaluate(
      `[...document.querySelectorAll("[href], [src], [srcset], form[action]")]
        .map((one) => one.getAttribute("href") ?? one.getAttribute("src") ?? one.outerHTML.slice(0, 80))
        .filter((address) => address !== "data:," && new URL(address, location).origin !== location.origin)`,
    );
    expect(foreign).toEqual([]);
    expect(await ran()).toBeNull();
  });

  test("a page with a huge tree opens, and the view answers", async () => {
    const [id] = [...bench.library.entries].find(([, entry]) =>
      entry.summary.path.includes("huge"),
    )!;
    await page.goto(`${bench.url}/page/${id}`);
    await page.waitForSelector("article.text");
    await page.getByLabel("actors").check();
    await page.waitForURL(/layers=.*actor/);
    expect(await page.locator("article.text p").count()).toBeGreaterThan(100);
  });
});
