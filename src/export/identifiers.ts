import { v5 } from "uuid";
import type { Document } from "../core/document.ts";

/** Namespace of Readout's identifiers (a random UUID, fixed for good). */
const namespace = "3f0f9c5e-52f1-4d0a-9d0b-6f3c1f0a7b52";

/** An identifier (UUID version 5) that is the same whenever the same thing is exported. */
export function guidOf(...parts: readonly string[]): string {
  return v5(parts.join("\u0000"), namespace);
}

/**
 * An IRI for a page: its address where it has a usable one, else its content by hash (RFC 6920, `ni:` names).
 */
export function iriOf({ url, sha256 }: Document): string {
  if (url !== null && /^https?:$/.test(protocolOf(url))) return new URL(url).href;
  const bytes = (sha256.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16));
  const base64 = btoa(String.fromCharCode(...bytes));
  return `ni:///sha-256;${base64.replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "")}`;
}

/** Address of a page as a citation gives it; `null` where it has none that a browser opens. */
export function webAddress({ url }: Document): string | null {
  return url !== null && /^https?:$/.test(protocolOf(url)) ? new URL(url).href : null;
}

function protocolOf(url: string): string {
  return URL.canParse(url) ? new URL(url).protocol : "";
}
