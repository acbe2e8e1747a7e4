import { request, type Agent } from "undici";
import { decodeBody, readContentType } from "../http-body.ts";
import { largestPage } from "../limits.ts";
import { isPublicAddress } from "./address.ts";
import { guardedAgent, systemResolver, type Resolver } from "./connect.ts";
import { FetchError, explainFailure } from "./fetch-error.ts";
import { agentName, longestRobots, robotRules, type RobotRules } from "./robots.ts";

/** How addresses are asked for. */
export interface FetchSettings {
  /** Also ask addresses of this machine and of private networks. */
  readonly allowPrivate?: boolean;
  /** Which addresses may be asked; public ones by default. Stands in for the internet in tests. */
  readonly allowed?: (address: string) => boolean;
  /** Stands in for the system's resolver in tests. */
  readonly resolver?: Resolver;
  /** Waits; stands in for real time in tests. */
  readonly pause?: (milliseconds: number) => Promise<void>;
  /** Version told to sites. */
  readonly version?: string;
}

/** What was kept of an earlier answer, to ask only for what is new. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** An answer with its body, or the word that nothing changed. */
export interface Fetched {
  /** Where redirects led. */
  readonly finalUrl: string;
  readonly status: number;
  /** As they came, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Without its content coding; `null` when nothing changed (304). */
  readonly body: Uint8Array | null;
  readonly mediaType: string | null;
  readonly charset: string | null;
}

/** Redirects that are followed. */
const mostRedirects = 5;

/** Seconds a body may take in all. */
const longestBody = 60;

/** Asks for addresses: politely (robots.txt, a pause between requests to a site), within limits, and public ones only. */
export class Fetcher {
  readonly #agent: Agent;
  readonly #pause: (milliseconds: number) => Promise<void>;
  readonly #userAgent: string;
  readonly #robots = new Map<string, Promise<RobotRules>>();
  readonly #nextTurn = new Map<string, number>();

  constructor(settings: FetchSettings = {}) {
    this.#agent = guardedAgent({
      allowed: settings.allowPrivate === true ? () => true : (settings.allowed ?? isPublicAddress),
      resolver: settings.resolver ?? systemResolver,
    });
    this.#pause =
      settings.pause ??
      ((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)));
    this.#userAgent = `${agentName}/${settings.version ?? "0"} (reads pages a person asked for; obeys robots.txt)`;
  }

  /**
   * Ask for an address.
   * @param validators - of an earlier answer; the site then may say that nothing changed
   * @throws FetchError that says what is wrong and what to do
   */
  async fetch(url: string, validators: Validators | null = null): Promise<Fetched> {
    let at = parseAddress(url);
    for (let step = 0; step <= mostRedirects; step++) {
      const rules = await this.#rulesOf(at);
      if (!rules.allows(at.href))
        throw new FetchError(
          "URL_ROBOTS",
          `${at.host} does not allow programs to read this page (robots.txt). Save it in your browser and add the file.`,
        );
      await this.#turn(at, rules.delay);
      const answer = await this.#ask(at, step === 0 ? validators : null, largestPage);
      const target = redirectOf(answer.status, answer.headers["location"]);
      if (target === null) return await finish(at.href, answer);
      at = parseAddress(target, at.href);
    }
    throw new FetchError("URL_FAILED", `It redirects more than ${mostRedirects} times.`);
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async #rulesOf(at: URL): Promise<RobotRules> {
    let rules = this.#robots.get(at.origin);
    if (rules === undefined) {
      rules = this.#readRules(at);
      this.#robots.set(at.origin, rules);
      // A failure to ask is no answer: the next page asks again.
      rules.catch(() => this.#robots.delete(at.origin));
    }
    return await rules;
  }

  async #readRules(page: URL): Promise<RobotRules> {
    let at = new URL("/robots.txt", page);
    for (let step = 0; step <= mostRedirects; step++) {
      const answer = await this.#ask(at, null, longestRobots);
      const target = redirectOf(answer.status, answer.headers["location"]);
      if (target === null)
        return robotRules(at.href, answer.status, new TextDecoder().decode(answer.body));
      at = parseAddress(target, at.href);
    }
    return robotRules(at.href, 404, "");
  }

  /** Wait until a site may be asked again. */
  async #turn(at: URL, delay: number): Promise<void> {
    const now = Date.now();
    const turn = Math.max(now, this.#nextTurn.get(at.host) ?? 0);
    this.#nextTurn.set(at.host, turn + delay * 1000);
    if (turn > now) await this.#pause(turn - now);
  }

  async #ask(at: URL, validators: Validators | null, limit: number): Promise<Answer> {
    const signal = AbortSignal.timeout(longestBody * 1000);
    try {
      const { statusCode, headers, body } = await request(at, {
        dispatcher: this.#agent,
        signal,
        headers: {
          "user-agent": this.#userAgent,
          accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
          "accept-encoding": "gzip, br",
          ...(validators?.etag == null ? {} : { "if-none-match": validators.etag }),
          ...(validators?.lastModified == null
            ? {}
            : { "if-modified-since": validators.lastModified }),
        },
      });
      const chunks: Uint8Array[] = [];
      let size = 0;
      for await (const chunk of body) {
        size += (chunk as Buffer).length;
        if (size > limit) {
          if (limit === longestRobots) break;
          throw new FetchError("FILE_TOO_LARGE", `It has more than ${limit / 1024 / 1024} MB.`);
        }
        chunks.push(chunk as Buffer);
      }
      return { status: statusCode, headers: flatHeaders(headers), body: Buffer.concat(chunks) };
    } catch (error) {
      throw explainFailure(at, error);
    }
  }
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

async function finish(finalUrl: string, { status, headers, body }: Answer): Promise<Fetched> {
  const type = readContentType(headers["content-type"]);
  if (status === 304) return { finalUrl, status, headers, body: null, ...type };
  if (status !== 200 && status !== 203) throw statusError(status, headers);
  try {
    return {
      finalUrl,
      status,
      headers,
      body: await decodeBody(body, headers["content-encoding"] ?? null),
      ...type,
    };
  } catch (error) {
    throw new FetchError(
      "URL_FAILED",
      `Its answer can't be unpacked (${(error as Error).message}).`,
      error,
    );
  }
}

function statusError(status: number, headers: Readonly<Record<string, string>>): FetchError {
  const meanings: Readonly<Record<number, string>> = {
    401: "it asks for a login; save the page in your browser and add the file",
    403: "it refuses; save the page in your browser and add the file",
    404: "there is no such page (any more)",
    410: "the page is gone",
    429: "it asks for fewer requests; try again later",
    451: "it may not be shown here for legal reasons",
    503: "it is overloaded; try again later",
  };
  const meaning = Object.hasOwn(meanings, status) ? `: ${meanings[status]}` : "";
  const error = new FetchError("URL_STATUS", `The site answers ${status}${meaning}.`);
  error.status = status;
  error.retryAfter = retryAfter(headers["retry-after"]);
  return error;
}

/** Seconds a site asks to wait; `null` when it doesn't say. */
function retryAfter(header: string | undefined): number | null {
  if (header === undefined) return null;
  if (/^\d{1,7}$/.test(header.trim())) return Number(header);
  const until = Date.parse(header);
  return Number.isNaN(until) ? null : Math.max(0, Math.round((until - Date.now()) / 1000));
}

function redirectOf(status: number, location: string | undefined): string | null {
  return [301, 302, 303, 307, 308].includes(status) && location !== undefined ? location : null;
}

/** A web address without its fragment. @throws FetchError */
export function parseAddress(text: string, base?: string): URL {
  let url: URL;
  try {
    url = new URL(text, base);
  } catch (error) {
    throw new FetchError("URL_INVALID", "This is no web address.", error);
  }
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw new FetchError(
      "URL_INVALID",
      `It leads to an address that is no web page (${url.protocol}).`,
    );
  if (url.username !== "" || url.password !== "")
    throw new FetchError(
      "URL_INVALID",
      "It holds a user name or password, which Readout does not send.",
    );
  url.hash = "";
  return url;
}

function flatHeaders(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined
        ? []
        : [[name.toLowerCase(), Array.isArray(value) ? value.join(", ") : value]],
    ),
  );
}
