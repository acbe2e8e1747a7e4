import type { FastifyInstance, InjectOptions } from "fastify";

/** What a request brought. */
export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly text: string;
}

/** How to ask a server that does not listen, as the workbench would. */
export function asking(
  app: FastifyInstance,
): (url: string, options?: InjectOptions) => Promise<Answer> {
  return async (url, options = {}) => {
    const headers = {
      host: "localhost",
      ...(options.method === undefined ? {} : { "x-readout": "1" }),
      ...options.headers,
    };
    const response = await app.inject({ url, ...options, headers });
    let body: Record<string, unknown> = {};
    if ((response.headers["content-type"] ?? "").toString().includes("json"))
      body = response.json();
    return { status: response.statusCode, body, text: response.body };
  };
}

/** A request that sends one file. */
export function form(name: string, content: string | Uint8Array): InjectOptions {
  const boundary = "----readout";
  const payload = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    Buffer.from(content),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return {
    method: "POST",
    payload,
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
  };
}

/** A page whose address stays while its words change. */
export const notice = (words: string): Uint8Array =>
  new TextEncoder().encode(
    `---\ntitle: Notice to mariners\nsource: https://harbour.example/notice\n---\n\nThe harbour of Selmont ${words} from Monday on. Ships have to report to the pilot.\n`,
  );
