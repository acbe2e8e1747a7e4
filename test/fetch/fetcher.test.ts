import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { FetchError } from "../../src/ingest/fetch/fetch-error.ts";
import { Fetcher, type FetchSettings } from "../../src/ingest/fetch/fetcher.ts";
import { leadsTo, says, startSite, type Site } from "./site.ts";

let open: Site;
let inner: Site;
let fetchers: Fetcher[] = [];
beforeEach(async () => {
  // 127.0.0.2 stands for the internet, 127.0.0.1 for this machine.
  open = await startSite("127.0.0.2");
  inner = await startSite("127.0.0.1");
  inner.answers.set("/secret", says("secret"));
  open.answers.set("/page", says("<p>page</p>"));
});
afterEach(async () => {
  await Promise.all(fetchers.map((fetcher) => fetcher.close()));
  fetchers = [];
  await Promise.all([open.close(), inner.close()]);
});

const names: Readonly<Record<string, readonly string[]>> = {
  "courier.example": ["127.0.0.2"],
  "inner.example": ["127.0.0.1"],
  "mixed.example": ["127.0.0.1", "127.0.0.2"],
};

function fetcher(settings: FetchSettings = {}): Fetcher {
  const made = new Fetcher({
    allowed: (address) => address === "127.0.0.2",
    resolver: async (host) => (names[host] ?? []).map((address) => ({ address, family: 4 })),
    pause: async () => {},
    ...settings,
  });
  fetchers.push(made);
  return made;
}

async function failure(url: string, settings?: FetchSettings): Promise<FetchError> {
  return await fetcher(settings)
    .fetch(url)
    .then(
      () => {
        throw new Error("it was fetched");
      },
      (error: unknown) => error as FetchError,
    );
}

const at = (host: string, path: string, site: Site = open): string =>
  `http://${host}:${site.port}${path}`;

describe("addresses of this machine and of private networks are refused", () => {
  test("by number, by name, by a redirect, by a name that changes its address", async () => {
    open.answers.set("/to-number", leadsTo(at("127.0.0.1", "/secret", inner)));
    open.answers.set("/to-name", leadsTo(at("inner.example", "/secret", inner)));
    open.answers.set("/to-six", leadsTo(`http://[::ffff:127.0.0.1]:${inner.port}/secret`));
    for (const url of [
      at("127.0.0.1", "/secret", inner),
      at("inner.example", "/secret", inner),
      `http://[::1]:${inner.port}/secret`,
      `http://0x7f.1:${inner.port}/secret`,
      `http://2130706433:${inner.port}/secret`,
      at("courier.example", "/to-number"),
      at("courier.example", "/to-name"),
      at("courier.example", "/to-six"),
    ]) {
      const error = await failure(url);
      expect(error.code).toBe("URL_PRIVATE");
      expect(error.message).toContain("--allow-private");
    }
    let look = 0;
    const changing = async (): Promise<{ address: string; family: number }[]> => [
      { address: look++ === 0 ? "127.0.0.2" : "127.0.0.1", family: 4 },
    ];
    open.answers.set("/robots.txt", (_request, response) => {
      response.writeHead(200, { connection: "close" });
      response.end("");
    });
    expect((await failure(at("rebound.example", "/page"), { resolver: changing })).code).toBe(
      "URL_PRIVATE",
    );
    expect(inner.asked).toEqual([]);
  });

  test("of a name with a public and a private address only the public one is asked", async () => {
    expect((await fetcher().fetch(at("mixed.example", "/page"))).status).toBe(200);
    expect(inner.asked).toEqual([]);
  });

  test("--allow-private asks them", async () => {
    const fetched = await fetcher({ allowPrivate: true }).fetch(at("127.0.0.1", "/secret", inner));
    expect(new TextDecoder().decode(fetched.body!)).toBe("secret");
  });
});

describe("manners", () => {
  test("own name, robots.txt once a site, a pause between pages", async () => {
    const pauses: number[] = [];
    open.answers.set("/robots.txt", says("User-agent: *\nDisallow: /private\nCrawl-delay: 7"));
    open.answers.set("/private", says("private"));
    const polite = fetcher({ pause: async (milliseconds) => void pauses.push(milliseconds) });
    await polite.fetch(at("courier.example", "/page"));
    await polite.fetch(at("courier.example", "/page"));
    await expect(polite.fetch(at("courier.example", "/private"))).rejects.toMatchObject({
      code: "URL_ROBOTS",
    });
    expect(open.asked.map(({ path }) => path)).toEqual(["/robots.txt", "/page", "/page"]);
    expect(open.asked[1]!.headers["user-agent"]).toMatch(/^Readout\//);
    expect(pauses).toHaveLength(1);
    expect(pauses[0]).toBeGreaterThan(6000);
  });

  test("a redirect to a closed page is not followed", async () => {
    open.answers.set("/robots.txt", says("User-agent: *\nDisallow: /private"));
    open.answers.set("/hop", leadsTo("/private"));
    expect((await failure(at("courier.example", "/hop"))).code).toBe("URL_ROBOTS");
  });

  test("what was there before is asked for only if it changed", async () => {
    open.answers.set("/page", (request, response) => {
      const same =
        request.headers["if-none-match"] === '"v1"' &&
        request.headers["if-modified-since"] === "then";
      response.writeHead(same ? 304 : 200, { etag: '"v1"' });
      response.end(same ? undefined : "page");
    });
    const fetched = await fetcher().fetch(at("courier.example", "/page"), {
      etag: '"v1"',
      lastModified: "then",
    });
    expect(fetched).toMatchObject({ status: 304, body: null });
  });
});

describe("answers", () => {
  test.each([
    ["gzip", gzipSync("<p>packed</p>")],
    ["br", brotliCompressSync("<p>packed</p>")],
  ])("packed as %s are unpacked", async (coding, body) => {
    open.answers.set(
      "/page",
      says(body, { "content-encoding": coding, "content-type": "text/html;charset=UTF-8" }),
    );
    const fetched = await fetcher().fetch(at("courier.example", "/page#part"));
    expect(new TextDecoder().decode(fetched.body!)).toBe("<p>packed</p>");
    expect(fetched).toMatchObject({
      mediaType: "text/html",
      charset: "UTF-8",
      finalUrl: at("courier.example", "/page"),
    });
  });

  test.each([
    ["a missing page", says("", {}, 404), "URL_STATUS", "there is no such page"],
    ["a closed page", says("", {}, 403), "URL_STATUS", "save the page in your browser"],
    ["an endless redirect", leadsTo("/page"), "URL_FAILED", "redirects more than 5 times"],
    ["a redirect to a file", leadsTo("file:///etc/passwd"), "URL_INVALID", "no web page (file:)"],
    [
      "a redirect with a password",
      leadsTo("http://user:pass@courier.example/"),
      "URL_INVALID",
      "user name or password",
    ],
    [
      "a bomb",
      says(gzipSync(new Uint8Array(60 * 1024 * 1024)), { "content-encoding": "gzip" }),
      "URL_FAILED",
      "can't be unpacked",
    ],
    [
      "an unknown packing",
      says("x", { "content-encoding": "compress" }),
      "URL_FAILED",
      "packed as “compress”",
    ],
    [
      "a connection that breaks off",
      (_request: unknown, response: { destroy(): void }) => response.destroy(),
      "URL_FAILED",
      "broke off the connection",
    ],
  ])("%s is told in words", async (_name, answer, code, message) => {
    open.answers.set("/page", answer as ReturnType<typeof says>);
    const error = await failure(at("courier.example", "/page"));
    expect(error.code).toBe(code);
    expect(error.message).toContain(message);
  });

  test("a body without end is cut off", async () => {
    open.answers.set("/page", (_request, response) => {
      const more = Buffer.alloc(1024 * 1024, "a");
      const send = (): void => {
        while (response.write(more)) if (response.destroyed) return;
        response.once("drain", send);
      };
      send();
    });
    expect((await failure(at("courier.example", "/page"))).code).toBe("FILE_TOO_LARGE");
  });

  test("a site that asks to wait says how long", async () => {
    open.answers.set("/page", says("", { "retry-after": "120" }, 429));
    expect(await failure(at("courier.example", "/page"))).toMatchObject({
      status: 429,
      retryAfter: 120,
    });
  });

  test.each([
    "ftp://courier.example/",
    "javascript:alert(1)",
    "http://",
    "http://user@courier.example/",
  ])("%s is no web address", async (url) => {
    expect((await failure(url)).code).toBe("URL_INVALID");
  });
});
