import type { FastifyInstance } from "fastify";

/** A question that can't be answered, in words that name the way out. */
export class ToolError extends Error {
  override readonly name = "ToolError";
}

/** Values of a query string; those that are `undefined` are left out. */
export type Query = Readonly<Record<string, string | number | undefined>>;

/** Asks the HTTP API within this process. */
export type Ask = (path: string, query?: Query) => Promise<Record<string, unknown>>;

/**
 * The reading part of the HTTP API, asked without a network.
 * @throws ToolError with the API's own words where it refuses
 */
export function askOf(app: FastifyInstance): Ask {
  return async (path, query = {}) => {
    const given = Object.entries(query).filter(([, value]) => value !== undefined);
    const search = new URLSearchParams(
      given.map(([name, value]): [string, string] => [name, String(value)]),
    );
    const response = await app.inject({
      url: `/api${path}?${search.toString()}`,
      headers: { host: "localhost" },
    });
    if (response.statusCode >= 400)
      throw new ToolError(response.json<{ readonly message: string }>().message);
    return response.json<Record<string, unknown>>();
  };
}
