import { timingSafeEqual, createHash } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

/** Who may talk to the server. */
export interface GuardOptions {
  /** Host names the server answers to, lower case, without port. */
  readonly hosts: readonly string[];
  /** Needed by every request when set: the server listens beyond this machine. */
  readonly token: string | null;
}

/** Names of this machine that a browser may use. */
export const loopbackHosts: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

const cookieName = "readout-token";

/**
 * Refuse what does not come from the workbench itself: a foreign Host (DNS rebinding), a foreign
 * Origin, a change without the header that forms and images of other sites can't send (CSRF), and,
 * off loopback, whoever lacks the token.
 */
export function addGuards(app: FastifyInstance, { hosts, token }: GuardOptions): void {
  app.addHook("onRequest", async (request, reply) => {
    const host = (request.headers.host ?? "").toLowerCase();
    const name = host.replace(/:\d+$/, "");
    if (!hosts.includes(name)) {
      return refuse(
        reply,
        421,
        "HOST_REFUSED",
        `This server does not answer to the name “${name}”. Open the address that Readout printed.`,
      );
    }
    const origin = request.headers.origin;
    if (origin !== undefined && !sameOrigin(origin, host)) {
      return refuse(
        reply,
        403,
        "ORIGIN_REFUSED",
        "Another site made this request; Readout answers its own pages only.",
      );
    }
    if (!["GET", "HEAD"].includes(request.method) && request.headers["x-readout"] === undefined) {
      return refuse(
        reply,
        403,
        "HEADER_MISSING",
        "A change needs the header “x-readout: 1”, which pages of other sites can't send.",
      );
    }
    return token === null ? undefined : checkToken(request, reply, token);
  });
}

function checkToken(
  request: FastifyRequest,
  reply: FastifyReply,
  token: string,
): FastifyReply | undefined {
  const query = (request.query as Record<string, unknown>)["token"];
  if (typeof query === "string" && same(query, token)) {
    void reply.header("set-cookie", `${cookieName}=${token}; HttpOnly; SameSite=Strict; Path=/`);
    return undefined;
  }
  const cookie = (request.headers.cookie ?? "")
    .split(/;\s*/)
    .find((part) => part.startsWith(`${cookieName}=`))
    ?.slice(cookieName.length + 1);
  const bearer = request.headers.authorization?.replace(/^Bearer /, "");
  if ([cookie, bearer].some((given) => given !== undefined && same(given, token))) return undefined;
  return refuse(
    reply,
    401,
    "TOKEN_NEEDED",
    "This server needs the token that Readout printed when it started. Open the full address with “?token=…”.",
  );
}

function sameOrigin(origin: string, host: string): boolean {
  try {
    return new URL(origin).host.toLowerCase() === host;
  } catch {
    return false;
  }
}

/** Compare without telling by the time taken how much is right. */
function same(a: string, b: string): boolean {
  const digest = (value: string): Buffer => createHash("sha256").update(value).digest();
  return timingSafeEqual(digest(a), digest(b));
}

function refuse(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply.code(status).send({ code, message });
}
