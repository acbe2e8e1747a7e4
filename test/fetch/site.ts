import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A site on this machine that says what it was asked. */
export interface Site {
  readonly port: number;
  /** Paths that were asked for, in order. */
  readonly asked: { readonly path: string; readonly headers: IncomingMessage["headers"] }[];
  /** What it answers; paths without an answer are 404. */
  readonly answers: Map<string, (request: IncomingMessage, response: ServerResponse) => void>;
  close(): Promise<void>;
}

/** Start a site on an address of this machine. */
export async function startSite(address = "127.0.0.1"): Promise<Site> {
  const asked: Site["asked"] = [];
  const answers: Site["answers"] = new Map();
  const server = createServer((request, response) => {
    asked.push({ path: request.url ?? "", headers: request.headers });
    const answer = answers.get((request.url ?? "").replace(/\?.*$/, ""));
    if (answer === undefined) {
      response.statusCode = 404;
      response.end();
    } else answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, address, done));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    answers,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** An answer with a body. */
export function says(
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = { "content-type": "text/html; charset=utf-8" },
  status = 200,
): (request: IncomingMessage, response: ServerResponse) => void {
  return (_request, response) => {
    response.writeHead(status, headers);
    response.end(body);
  };
}

/** An answer that leads elsewhere. */
export function leadsTo(location: string, status = 302): ReturnType<typeof says> {
  return says("", { location }, status);
}
