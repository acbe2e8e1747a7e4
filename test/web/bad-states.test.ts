import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../src/server/app.ts";
import { StoreError } from "../../src/store/store.ts";
import { startBench, type Bench } from "./browser.ts";
import { chromiumOrRemedy } from "./chromium.ts";

const executable = await chromiumOrRemedy();
const words =
  "Selmont, 1 June 2024. The President of Valdoria said that the harbour stays open, and stressed the territorial integrity of both states.";

/** What goes wrong is said in words with the way out, and nothing is lost. */
describe.skipIf(executable === null)("when something goes wrong, in Chromium", () => {
  let bench: Bench;
  let page: Page;
  beforeAll(async () => {
    bench = await startBench(executable!, []);
    await bench.library.addBytes("talks.txt", new TextEncoder().encode(words));
    await bench.library.relink();
    page = await bench.page();
    page.setDefaultTimeout(20_000);
  });
  afterAll(() => bench.stop());

  /** Errors of the network that these tests cause are no trouble. */
  const expected = (): void => {
    const rest = bench.trouble.filter((line) => !/Failed to load resource/.test(line));
    bench.trouble.length = 0;
    expect(rest).toEqual([]);
  };
  /** Let a method of the store fail once with a StoreError. */
  const fails = <Of extends object>(of: Of, method: keyof Of, error: StoreError): void => {
    const real = of[method];
    Object.assign(of, {
      [method]: async () => {
        Object.assign(of, { [method]: real });
        throw error;
      },
    });
  };
  const drop = async (name: string, text: string): Promise<void> => {
    await page
      .locator("input[type=file]")
      .setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
  };

  test.each(["/page/nope", "/encounter/nope", "/phrases?phrase=nope", "/actors?actor=nope"])(
    "%s: an unknown id is said, with a way back",
    async (address) => {
      await page.goto(`${bench.url}${address}`);
      const alert = page.getByRole("alert");
      await alert.waitFor();
      expect(await alert.textContent()).toMatch(/There is no .+“nope” in this workspace/);
      await alert.getByRole("link", { name: "Back to the overview" }).click();
      await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
      expected();
    },
  );

  test("an address without a view", async () => {
    await page.goto(`${bench.url}/nothing/here`);
    const back = page.getByText("There is no view at this address").locator("..").getByRole("link");
    expect(await back.getAttribute("href")).toBe("/");
    expected();
  });

  test("an interrupted upload is told, and sent again", async () => {
    await page.goto(`${bench.url}/pages`);
    await page.route("**/api/documents", (route) => route.abort(), { times: 1 });
    await drop("second.txt", `${words} Again.`);
    await page.locator(".uploads").getByText("not sent").waitFor();
    const before = bench.library.entries.size;
    await page.getByRole("button", { name: "Send 1 again" }).click();
    await page.locator(".uploads").getByText("added", { exact: true }).waitFor();
    expect(bench.library.entries.size).toBe(before + 1);
    await page.getByRole("button", { name: "Close", exact: true }).click();
    expected();
  });

  test("a full disk is told where the page was dropped, and it can be sent again", async () => {
    fails(
      bench.library.store,
      "addPrepared",
      new StoreError("DISK_FULL", "The disk of the workspace is full. Make room, then try again."),
    );
    await page.goto(`${bench.url}/pages`);
    await drop("third.txt", `${words} A third time.`);
    await page.getByText("The disk of the workspace is full. Make room").waitFor();
    const before = bench.library.entries.size;
    await page.getByRole("button", { name: "Send 1 again" }).click();
    await page.locator(".uploads").getByText("added", { exact: true }).waitFor();
    expect(bench.library.entries.size).toBe(before + 1);
    expected();
  });

  test("a busy workspace loses no note", async () => {
    fails(
      bench.library.store.personal,
      "putNote",
      new StoreError("WORKSPACE_BUSY", "Another program writes to the workspace. Try again."),
    );
    await page.goto(`${bench.url}/notebook`);
    const field = page.getByLabel("Your own words");
    await field.fill("Not to be lost.");
    await page.getByRole("button", { name: "Add" }).click();
    await page.getByText("Another program writes to the workspace").waitFor();
    expect(await field.inputValue()).toBe("Not to be lost.");
    await page.getByRole("button", { name: "Add" }).click();
    await page.locator(".notes li").waitFor();
    expected();
  });

  test("words about a note that could not be saved stay, and are saved later", async () => {
    fails(
      bench.library.store.personal,
      "putNote",
      new StoreError("WORKSPACE_BUSY", "Another program writes to the workspace. Try again."),
    );
    const field = page.getByLabel("Note", { exact: true });
    await field.fill("Changed words.");
    await field.blur();
    await page.getByText("Another program writes").waitFor();
    expect(await field.inputValue()).toBe("Changed words.");
    await field.focus();
    await field.blur();
    await expect
      .poll(async () => (await bench.library.store.personal.notes())[0]?.text)
      .toBe("Changed words.");
    expected();
  });

  test("a lost server is told; the page goes on when it is back", async () => {
    await page.goto(`${bench.url}/statements`);
    await page.locator("article.statement").first().waitFor();
    const { port } = bench.app.server.address() as AddressInfo;
    bench.app.server.closeAllConnections();
    await bench.app.close();
    await page.getByRole("alert").getByText("The server does not answer").waitFor();
    expect(await page.locator("article.statement").count()).toBeGreaterThan(0);
    const again = await createApp(bench.library);
    await again.listen({ host: "127.0.0.1", port });
    await page.getByRole("alert").waitFor({ state: "detached" });
    await page.getByLabel("Words").fill("harbour");
    await page.waitForURL(/q=harbour/);
    await page.locator("article.statement").first().waitFor();
    await page.close();
    await again.close();
    expected();
  });
});
