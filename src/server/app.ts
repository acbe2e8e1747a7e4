import { existsSync } from "node:fs";
import { join } from "node:path";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import fastifyStatic from "@fastify/static";
import swagger from "@fastify/swagger";
import fastify, { type FastifyInstance } from "fastify";
import { packageRoot } from "../resources/load.ts";
import { largestPage } from "../ingest/limits.ts";
import { addFailures } from "./failure.ts";
import { addGuards, loopbackHosts } from "./guard.ts";
import type { Library } from "./library.ts";
import { briefRoutes } from "./routes/brief.ts";
import { documentRoutes } from "./routes/documents.ts";
import { encounterRoutes } from "./routes/encounters.ts";
import { exportRoutes } from "./routes/export.ts";
import { findingRoutes } from "./routes/findings.ts";
import { judgementRoutes } from "./routes/judgements.ts";
import { personalRoutes } from "./routes/personal.ts";
import { phraseRoutes } from "./routes/phrases.ts";
import { searchRoutes } from "./routes/search.ts";
import { statementRoutes } from "./routes/statements.ts";
import { workspaceRoutes } from "./routes/workspace.ts";

/** How the server is reached. */
export interface AppOptions {
  /** Host names beside this machine's own. */
  readonly hosts?: readonly string[];
  readonly token?: string | null;
  /** Folder of the built workbench; absent: the package's own. */
  readonly web?: string;
}

/**
 * The one style element that charts bring along (Observable Plot 0.6 writes it with a fixed class),
 * allowed by its hash; every other inline style or script is refused.
 */
export const plotStyleHash = "+TfQir1nvDucAdvE6XUQBt4ayUjpAWkbw2kCdSfekHM=";

/**
 * The workbench's server: API under `/api`, its description at `/api/openapi.json`, the pages of the
 * workbench everywhere else. Nothing listens yet.
 */
export async function createApp(
  library: Library,
  options: AppOptions = {},
): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: 1024 * 1024,
    routerOptions: { maxParamLength: 500 },
    ajv: { customOptions: { coerceTypes: "array" } },
  });
  addFailures(app);
  addGuards(app, {
    hosts: [...loopbackHosts, ...(options.hosts ?? [])],
    token: options.token ?? null,
  });
  app.addHook("onRequest", async (request) => {
    if (request.url !== "/api/status") library.comparisons.asked();
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", `'sha256-${plotStyleHash}'`],
        imgSrc: ["'self'", "data:"],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginEmbedderPolicy: true,
    referrerPolicy: { policy: "no-referrer" },
    strictTransportSecurity: false,
  });
  await app.register(multipart, {
    limits: { fileSize: largestPage, files: 1, fields: 4, parts: 6 },
  });
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Readout",
        version: "1",
        description:
          "Who said what at which encounter, by whose account. Offsets are UTF-16 code units of a document's clean text. Changes need the header `x-readout: 1`.",
      },
    },
  });
  await app.register(
    async (api) => {
      workspaceRoutes(api, library);
      documentRoutes(api, library);
      encounterRoutes(api, library);
      statementRoutes(api, library);
      findingRoutes(api, library);
      exportRoutes(api, library);
      phraseRoutes(api, library);
      judgementRoutes(api, library);
      briefRoutes(api, library);
      searchRoutes(api, library);
      personalRoutes(api, library);
      api.get("/openapi.json", { schema: { hide: true } }, () => app.swagger());
    },
    { prefix: "/api" },
  );
  await servePages(app, options.web ?? join(packageRoot, "dist", "web"));
  return app;
}

/** The built workbench; any address without a file of its own is one of its views. */
async function servePages(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, "index.html"))) {
    app.setNotFoundHandler((_request, reply) =>
      reply.code(503).send({
        code: "WORKBENCH_MISSING",
        message: "The workbench is not built. Run `npm start` or `npm run build` once.",
      }),
    );
    return;
  }
  await app.register(fastifyStatic, {
    root: folder,
    setHeaders: (reply, path) => {
      // Built files carry a hash in their name.
      if (path.includes("assets"))
        reply.header("cache-control", "public, max-age=31536000, immutable");
      else reply.header("cache-control", "no-cache");
    },
  });
  app.setNotFoundHandler((request, reply) => {
    if (request.url.startsWith("/api/")) {
      return reply.code(404).send({
        code: "UNKNOWN_ADDRESS",
        message: "The API has nothing at this address. /api/openapi.json lists what there is.",
      });
    }
    if (request.method !== "GET" || request.url.startsWith("/assets/"))
      return reply
        .code(404)
        .send({ code: "UNKNOWN_ADDRESS", message: "There is nothing at this address." });
    return reply.sendFile("index.html");
  });
}
