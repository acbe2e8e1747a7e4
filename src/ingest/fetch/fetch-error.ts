import type { DiagnosticCode } from "../../core/diagnostic.ts";
import { PrivateAddressError } from "./connect.ts";

/** Why an address could not be read; the message is for people. */
export class FetchError extends Error {
  override readonly name = "FetchError";
  readonly code: DiagnosticCode;
  /** HTTP status, where there was one. */
  status: number | null = null;
  /** Seconds the site asks to wait. */
  retryAfter: number | null = null;
  constructor(code: DiagnosticCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** A failure of the connection in words. */
export function explainFailure(at: URL, error: unknown): FetchError {
  if (error instanceof FetchError) return error;
  const inner = rootOf(error);
  if (inner instanceof PrivateAddressError) {
    return new FetchError(
      "URL_PRIVATE",
      `${inner.host} leads to ${inner.address}, an address of this machine or of a private network. If that is meant, use --allow-private.`,
      error,
    );
  }
  const code = (inner as NodeJS.ErrnoException).code ?? "";
  const words: Readonly<Record<string, string>> = {
    ENOTFOUND: `there is no site ${at.host}; check the spelling`,
    EAI_AGAIN: "the name of the site could not be looked up; is there a network?",
    ECONNREFUSED: `${at.host} refuses the connection`,
    ECONNRESET: `${at.host} broke off the connection`,
    UND_ERR_CONNECT_TIMEOUT: `${at.host} does not answer`,
    UND_ERR_HEADERS_TIMEOUT: `${at.host} does not answer`,
    UND_ERR_BODY_TIMEOUT: `${at.host} stopped sending`,
    UND_ERR_SOCKET: `${at.host} broke off the connection`,
    CERT_HAS_EXPIRED: `the certificate of ${at.host} has expired`,
  };
  const reason =
    inner.name === "TimeoutError" || inner.name === "AbortError"
      ? `${at.host} sends too slowly`
      : Object.hasOwn(words, code)
        ? words[code]!
        : inner.message;
  return new FetchError("URL_FAILED", `It could not be fetched: ${reason}.`, error);
}

function rootOf(error: unknown): Error {
  let at: unknown = error;
  for (let step = 0; step < 5; step++) {
    if (at instanceof AggregateError && at.errors.length > 0) at = at.errors[0];
    else if (at instanceof Error && at.cause instanceof Error) at = at.cause;
    else break;
  }
  return at instanceof Error ? at : new Error(String(at));
}
