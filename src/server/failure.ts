import type { FastifyError, FastifyInstance } from "fastify";
import { CorrectionError } from "../app/encounters/corrections.ts";
import { StoreError, type StoreErrorCode } from "../store/store.ts";
import type { Failure } from "./records.ts";

/** A failure a person can do something about. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** There is nothing with this id. */
export function unknownId(what: string, id: string): RequestError {
  return new RequestError(
    404,
    "UNKNOWN_ID",
    `There is no ${what} “${id.slice(0, 80)}” in this workspace. It may have been replaced by a newer version, or the address is from another workspace.`,
  );
}

const statusOf: Readonly<Record<StoreErrorCode, number>> = {
  NO_WORKSPACE: 500,
  NEWER_WORKSPACE: 500,
  NOT_A_WORKSPACE: 500,
  WORKSPACE_DAMAGED: 500,
  WORKSPACE_BUSY: 503,
  WORKSPACE_UNWRITABLE: 500,
  DISK_FULL: 507,
};

/** Turn every error into `{code, message}` with a message that names the way out. */
export function addFailures(app: FastifyInstance): void {
  app.setErrorHandler(
    (error: FastifyError | RequestError | StoreError | CorrectionError, _request, reply) => {
      const { status, body } = failureOf(error);
      return reply.code(status).send(body);
    },
  );
}

function failureOf(error: FastifyError | RequestError | StoreError | CorrectionError): {
  readonly status: number;
  readonly body: Failure;
} {
  if (error instanceof RequestError)
    return { status: error.status, body: { code: error.code, message: error.message } };
  if (error instanceof CorrectionError)
    return {
      status: error.code.startsWith("UNKNOWN") ? 404 : 400,
      body: { code: error.code, message: error.message },
    };
  if (error instanceof StoreError)
    return { status: statusOf[error.code], body: { code: error.code, message: error.message } };
  if (error.code === "FST_REQ_FILE_TOO_LARGE")
    return {
      status: 413,
      body: {
        code: "FILE_TOO_LARGE",
        message: "The file is larger than 50 MB. Split it into pages and drop those.",
      },
    };
  if ("validation" in error && error.validation !== undefined)
    return {
      status: 400,
      body: {
        code: "REQUEST_INVALID",
        message: `The request does not fit its description: ${error.message}.`,
      },
    };
  const status = "statusCode" in error ? (error.statusCode ?? 500) : 500;
  if (status < 500) return { status, body: { code: error.code, message: error.message } };
  return {
    status,
    body: {
      code: "SERVER_FAILED",
      message: `Readout failed at this request (${error.message}). Nothing that was saved is lost; try again, or start it anew.`,
    },
  };
}
