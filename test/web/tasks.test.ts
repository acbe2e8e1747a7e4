import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packageRoot } from "../../src/resources/load.ts";
import { says, startSite, type Site } from "../fetch/site.ts";
import { startBench, type Bench } from "./browser.ts";
import { chromiumOrRemedy } from "./chromium.ts";

const executable = await chromiumOrRemedy();
const samples = join(packageRoot, "samples", "pages");

/** A later page about the same two, for what is added from an address; its second version has other words. */
const laterPage = (words: string): string => `<!doctype html><html lang="en"><head>
<title>Irena Kostrova received Tomas Eldridge in Selmont</title>
<meta property="og:site_name" content="Presidency of Valdoria">
<meta property="article:published_time" content="2024-06-03T10:00:00Z">
</head><body><main><article><h1>Irena Kostrova received Tomas Eldridge in Selmont</h1>
<p>Irena Kostrova received Prime Minister of Merania Tomas Eldridge in Selmont on June 3, 2024.</p>
<p>The President of Valdoria said that ${words}. The sides agreed to continue contacts at various levels.</p>
</article></main></body></html>`;

/** The ten things an analyst does here, each going on from the one before: from dropping files to a cited paragraph. */
describe.skipIf(executable === null)("an analyst's ten tasks in Chromium", () => {
  let bench: Bench;
  let page: Page;
  let site: Site;
  const at = (path: string): string => `${bench.url}${path}`;
  const clipboard = async (): Promise<string> =>
    String(await page.evaluate("navigator.clipboard.readText()"));
  /** The words marked in the page, once it shows them in sight. */
  const marked = async (): Promise<string> => {
    await page.waitForSelector("mark.now");
    const texts = await page.locator("article.text mark.now").allTextContents();
    expect(await page.locator("mark.now").first().isVisible()).toBe(true);
    return texts.join("");
  };

  beforeAll(async () => {
    [bench, site] = await Promise.all([startBench(executable!, []), startSite()]);
    page = await bench.page();
    page.setDefaultTimeout(20_000);
  });
  afterAll(async () => {
    await Promise.all([bench.stop(), site.close()]);
  });

  test("1. drops files and sees what became of each", async () => {
    await page.goto(at("/"));
    await page.getByRole("link", { name: "Drop files or a folder" }).click();
    const files = readdirSync(samples).map((name) => ({
      name,
      text: readFileSync(join(samples, name), "utf8"),
    }));
    const transfer = await page.evaluateHandle(`(() => {
      const held = new DataTransfer();
      for (const { name, text } of ${JSON.stringify(files)}) held.items.add(new File([text], name));
      held.items.add(new File([new Uint8Array([0, 1, 2, 0, 255, 0, 0])], "scan.txt"));
      return held;
    })()`);
    await page.dispatchEvent(".drop", "drop", { dataTransfer: transfer });
    await page.getByText("10 of 10 pages").waitFor();
    expect(await page.locator(".uploads li .tag").allTextContents()).toEqual([
      ...files.map(() => "added"),
      "could not be read",
    ]);
    await page.getByText("1 page could not be read").waitFor();
    await page.getByRole("status").getByText("9 pages", { exact: true }).waitFor();
    await page.locator(".quarantine").getByRole("button", { name: "Forget" }).click();
    await page.getByText("1 page could not be read").waitFor({ state: "detached" });
  });

  test("2. adds a page from its address, later its newer version, and sees what changed", async () => {
    const url = `http://127.0.0.1:${site.port}/news/7`;
    site.answers.set("/news/7", says(laterPage("the harbour stays open")));
    const field = page.getByPlaceholder("or paste the address");
    for (const words of ["the harbour stays open", "the harbour stays closed"]) {
      site.answers.set("/news/7", says(laterPage(words)));
      const wait = page.waitForResponse((answer) => answer.url().endsWith("/api/relink"));
      await field.fill(url);
      await page.keyboard.press("Enter");
      await wait;
    }
    await page
      .getByRole("region", { name: "Pages of the workspace" })
      .getByText("Irena Kostrova received")
      .click();
    await page.getByRole("heading", { name: "2 versions" }).waitFor();
    await page.getByRole("button", { name: "What changed" }).click();
    await page.locator(".difference p[dir]").first().waitFor();
    expect(await page.locator(".difference p[dir] del").allTextContents()).toEqual(["open"]);
    expect(await page.locator(".difference p[dir] ins").allTextContents()).toEqual(["closed"]);
    await page.getByRole("button", { name: "Where" }).first().click();
    expect(await page.locator("pre.source mark").textContent()).toContain("Kostrova");
  });

  test("3. finds the encounter of which both sides' accounts are held", async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("t");
    await page.getByRole("heading", { level: 1, name: "Timeline" }).waitFor();
    await page.getByLabel("Accounts held").selectOption("2");
    await page.getByRole("status").getByText("2 encounters").waitFor();
    expect(page.url()).toContain("accounts=2");
    await page.getByRole("link", { name: /^Tomas .+: telephone call$/ }).click();
    await page.getByRole("heading", { level: 1, name: "telephone call" }).waitFor();
  });

  test("4. compares the accounts, takes the differences alone, and goes to a sentence in its page", async () => {
    await page.getByLabel("Show").selectOption("attributed-only");
    const row = page.locator("table.compare tbody tr", { hasText: "legitimacy" });
    expect(await row.locator("td").nth(0).textContent()).toContain("as said by Tomas Eldridge");
    expect(await row.locator("td").nth(1).textContent()).toBe("not found");
    await row.getByRole("link", { name: "Source" }).click();
    expect(await marked()).toBe("the legitimacy of Valdoria's security concerns");
  });

  test("5. corrects a speaker beside the machine's, and takes it back", async () => {
    await page.goto(at("/statements?q=harbour"));
    const line = page.locator("article.statement").first();
    await line.getByText("Correct").click();
    await line.getByRole("button", { name: "Another speaker" }).click();
    await line.getByLabel("Speaker").selectOption({ label: "Tomas Eldridge" });
    await line.getByRole("button", { name: "Set" }).click();
    await line.getByText("corrected by you, was: Irena Kostrova").waitFor();
    expect(await line.locator(".who .side").textContent()).toContain("Tomas Eldridge");
    await page.locator(".message").getByRole("button", { name: "Undo" }).click();
    await line.getByText("corrected by you").waitFor({ state: "detached" });
    expect(await line.locator(".who .side").textContent()).toContain("Irena Kostrova");
  });

  test("6. narrows statements to one speaker by the other side's account", async () => {
    await page.goto(at("/statements"));
    await page.getByLabel(/^Speaker/).selectOption({ value: "XME:tomas-eldridge" });
    await page.getByLabel("Account of").selectOption({ value: "XVA" });
    await page.waitForURL(/party=XVA/);
    await page.getByText("Presidency of Valdoria").first().waitFor();
    await expect
      .poll(async () => {
        const speakers = await page.locator("article.statement .who .side").allTextContents();
        return speakers.length > 0 && speakers.every((names) => names.includes("Tomas Eldridge"));
      })
      .toBe(true);
    await page.reload();
    await page.locator("article.statement").first().waitFor();
    expect(await page.getByLabel("Account of").inputValue()).toBe("XVA");
  });

  test("7. searches a phrase and opens it at its place", async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("f");
    await page.getByLabel("Words").fill("“energy cooperation”");
    await page.locator("article.found mark").first().waitFor();
    await page.locator("article.found a").first().click();
    expect((await marked()).toLowerCase()).toBe("energy cooperation");
    await page.goBack();
    await page.locator("article.found").first().waitFor();
    expect(await page.getByLabel("Words").inputValue()).toBe("“energy cooperation”");
  });

  test("8. reads a silence with the search that shows it", async () => {
    await page.goto(at("/silences?kind=asymmetric"));
    const silence = page.locator("article.silence", { hasText: "Human rights" });
    await silence.getByText("Not found in 1 text").click();
    expect(await silence.locator("details q").textContent()).toContain("human rights");
    const text = silence.locator("details a");
    const name = (await text.textContent()) ?? "";
    await text.click();
    await page.getByRole("heading", { level: 1, name }).waitFor();
  });

  test("9. follows a set phrase through time to a page", async () => {
    await page.goto(at("/phrases"));
    await page.getByRole("button", { name: "Sovereignty and territorial integrity" }).click();
    await page
      .getByRole("heading", { level: 2, name: "Sovereignty and territorial integrity" })
      .waitFor();
    const marks = page.locator("figure.chart svg a");
    await expect.poll(() => marks.count()).toBe(2);
    await marks.first().click();
    expect(await marked()).toContain("territorial integrity");
  });

  test("10. takes words of a page into the notebook, adds its own, and leaves with a cited paragraph", async () => {
    const start = page.locator("article.text p", { hasText: "It was agreed" });
    await start.selectText();
    await page.locator("article.text").dispatchEvent("mouseup");
    await page.getByRole("button", { name: "Add to notebook" }).click();
    await page.getByText("Added to the notebook").waitFor();
    await page.keyboard.press("g");
    await page.keyboard.press("n");
    const words = page.getByLabel("Your words about it");
    await words.fill("Contacts go on, says Valdoria.");
    await words.blur();
    await page.getByText("Cite").click();
    await page.getByRole("button", { name: "Copy: Chicago" }).click();
    await page.getByText("Quotation (Chicago) copied").waitFor();
    const cited = await clipboard();
    expect(cited).toContain("It was agreed to continue contacts at various levels.");
    expect(cited).toMatch(
      /” “Telephone conversation .+,” Presidency of Valdoria, March 12, 2024, https:/,
    );
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Export as Markdown" }).click(),
    ]);
    const markdown = readFileSync(await download.path(), "utf8");
    expect(markdown).toContain("Contacts go on, says Valdoria.");
    expect(markdown).toMatch(/^> It was agreed .+\[\^1\]$/m);
    expect(markdown).toMatch(/^\[\^1\]: “Telephone conversation/m);
  });

  test("parts an encounter that is two, sees it as one of theirs, and takes it back", async () => {
    const encounter = bench.library.encounters.find((one) => one.mode === "phone")!;
    await page.goto(at(`/encounter/${encodeURIComponent(encounter.id)}`));
    await page.locator(".heading").getByText("Correct").click();
    await page.getByRole("button", { name: "Some pages mean another one" }).click();
    await page.getByRole("checkbox", { name: "Eldridge warns Valdoria" }).check();
    const before = bench.library.encounters.length;
    await page.getByRole("button", { name: "Part them" }).click();
    await page.getByText("corrected by you").waitFor();
    expect(bench.library.encounters.length).toBe(before + 1);
    await page.locator(".message").getByRole("button", { name: "Undo" }).click();
    await page.getByText("Correction taken back").waitFor();
    await page.getByText("corrected by you").waitFor({ state: "detached" });
    expect(bench.library.encounters.length).toBe(before);
  });

  test("nothing went wrong on the way", () => {
    expect(bench.trouble).toEqual([]);
  });
});
