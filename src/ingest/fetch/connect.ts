import { lookup as systemLookup, type LookupAddress, type LookupOptions } from "node:dns";
import { isIP } from "node:net";
import { Agent, buildConnector } from "undici";

/** Finds the addresses of a host. Injected by tests. */
export type Resolver = (host: string) => Promise<readonly LookupAddress[]>;

/** A host that leads into this machine or network. */
export class PrivateAddressError extends Error {
  override readonly name = "PrivateAddressError";
  readonly host: string;
  readonly address: string;
  constructor(host: string, address: string) {
    super(`${host} leads to ${address}, an address of this machine or of a private network`);
    this.host = host;
    this.address = address;
  }
}

/** The system's resolver. */
export const systemResolver: Resolver = (host) =>
  new Promise((resolve, reject) => {
    systemLookup(host, { all: true }, (error, addresses) =>
      error === null ? resolve(addresses) : reject(error),
    );
  });

/** Seconds to wait for a connection, for the head of an answer, and between two pieces of its body. */
const patience = { connect: 10, head: 20, body: 20 } as const;

/**
 * An agent that connects to public addresses only. The check is made on the address that is
 * connected to, at the moment of connecting: a redirect or a name that changes its address between
 * two look-ups (DNS rebinding) meets it as well.
 */
export function guardedAgent(options: {
  readonly allowed: (address: string) => boolean;
  readonly resolver: Resolver;
}): Agent {
  const { allowed } = options;
  const lookup = (
    host: string,
    asked: LookupOptions,
    callback: (error: Error | null, address: string | LookupAddress[], family?: number) => void,
  ): void => {
    options.resolver(host).then(
      (found) => {
        const usable = found.filter(({ address }) => allowed(address));
        const first = usable[0];
        if (first === undefined)
          callback(new PrivateAddressError(host, found[0]?.address ?? "no address"), "");
        else if (asked.all === true) callback(null, [...usable]);
        else callback(null, first.address, first.family);
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), ""),
    );
  };
  const connector = buildConnector({ timeout: patience.connect * 1000, lookup: lookup as never });
  return new Agent({
    headersTimeout: patience.head * 1000,
    bodyTimeout: patience.body * 1000,
    maxResponseSize: -1,
    connect(request, callback) {
      // A numeric address is never looked up: it is checked here.
      const host = request.hostname.replace(/^\[|\]$/g, "");
      if (isIP(host) !== 0 && !allowed(host)) {
        callback(new PrivateAddressError(request.hostname, host), null);
        return;
      }
      connector(request, (error, socket) => {
        const remote = socket?.remoteAddress;
        if (socket !== null && remote !== undefined && !allowed(remote)) {
          socket.destroy();
          callback(new PrivateAddressError(request.hostname, remote), null);
        } else if (error !== null) callback(error, null);
        else callback(null, socket!);
      });
    },
  });
}
