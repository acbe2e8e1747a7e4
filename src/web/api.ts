import { useEffect, useState } from "preact/hooks";
import { signal, type Signal } from "@preact/signals";
import type { Failure, Named, Overview, Status } from "../server/records.ts";

/** A request that failed, in words for the reader. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const lost =
  "The server does not answer. If you stopped it, start it again with the same command; this page goes on where it was.";

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(`/api${path}`, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError("SERVER_LOST", lost);
  }
  if (response.ok) return response;
  let failure: Failure = {
    code: `HTTP_${response.status}`,
    message: `The server answered ${response.status}.`,
  };
  try {
    failure = (await response.json()) as Failure;
  } catch {
    // The answer was no JSON; the status says what there is to say.
  }
  throw new ApiError(failure.code, failure.message);
}

/** Read a resource. @throws ApiError with words for the reader */
export async function get<T>(path: string, signalTo?: AbortSignal): Promise<T> {
  const response = await ask(path, signalTo === undefined ? {} : { signal: signalTo });
  return (await response.json()) as T;
}

/** Change something. @throws ApiError with words for the reader */
export async function send<T>(
  method: "POST" | "PATCH" | "DELETE",
  path: string,
  body?: unknown,
): Promise<T> {
  const headers: Record<string, string> = { "x-readout": "1" };
  if (body instanceof FormData)
    return (await (await ask(path, { method, headers, body })).json()) as T;
  if (body !== undefined) headers["content-type"] = "application/json";
  const response = await ask(path, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await response.json()) as T;
}

/** Grows with each change made here, so that views load anew. */
export const changes: Signal<number> = signal(0);

/** Tell all views that the workspace has changed. */
export function changed(): void {
  changes.value++;
}

/** What a view knows of a resource. The old data stays while new data is on its way. */
export interface Loaded<T> {
  readonly data: T | null;
  readonly error: ApiError | null;
  readonly loading: boolean;
  retry(): void;
}

/** Load a resource, again when its path or the workspace changes; `null` loads nothing. */
export function useData<T>(path: string | null): Loaded<T> {
  const [state, setState] = useState<{
    data: T | null;
    error: ApiError | null;
    loading: boolean;
    path: string | null;
  }>({ data: null, error: null, loading: path !== null, path });
  const [attempt, setAttempt] = useState(0);
  const version = changes.value;
  useEffect(() => {
    if (path === null) return undefined;
    const abort = new AbortController();
    setState((before) => ({ ...before, loading: true, path }));
    get<T>(path, abort.signal).then(
      (data) => setState({ data, error: null, loading: false, path }),
      (error: unknown) => {
        if (abort.signal.aborted) return;
        setState((before) => ({
          ...before,
          loading: false,
          error: error instanceof ApiError ? error : new ApiError("FAILED", String(error)),
        }));
      },
    );
    return () => abort.abort();
  }, [path, attempt, version]);
  return {
    data: state.data,
    error: state.error,
    loading: state.loading,
    retry: () => setAttempt(attempt + 1),
  };
}

/** State of the workspace, asked every second while it is being read. */
export const status: Signal<Status | null> = signal(null);
/** The server stopped answering. */
export const serverLost: Signal<boolean> = signal(false);
/** Sides of the workspace in a fixed order: their place gives their colour. */
export const sides: Signal<readonly Named[]> = signal([]);

/** Watch the workspace for as long as the page is open. */
export async function watchWorkspace(): Promise<void> {
  let ready = "";
  for (;;) {
    try {
      const now = await get<Status>("/status");
      const state = `${now.state} ${now.total}`;
      if (state !== ready && now.state === "ready") {
        const overview = await get<Overview>("/overview");
        sides.value = overview.parties
          .filter((party) => party.id !== "press")
          .toSorted((a, b) => (a.id < b.id ? -1 : 1));
        if (ready !== "" || status.value !== null) changed();
      }
      ready = state;
      status.value = now;
      serverLost.value = false;
    } catch {
      serverLost.value = true;
    }
    const wait = status.value?.state === "ready" && !serverLost.value ? 5000 : 700;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

/** A query string of what is set. */
export function queryOf(
  values: Readonly<Record<string, string | number | null | undefined>>,
): string {
  const set = Object.entries(values).filter(
    ([, value]) => value !== null && value !== undefined && value !== "",
  );
  return set.length === 0
    ? ""
    : `?${new URLSearchParams(set.map(([key, value]) => [key, String(value)])).toString()}`;
}
