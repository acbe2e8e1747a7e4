import { createRequire } from "node:module";
import type { Robot } from "robots-parser";

// The package is CommonJS whose types claim a default export it doesn't have.
const robotsParser = createRequire(import.meta.url)("robots-parser") as (
  url: string,
  text: string,
) => Robot;

/** Name by which sites address this program in robots.txt. */
export const agentName = "Readout";

/** Bytes of a robots.txt that count (RFC 9309 asks for 500 KiB at least). */
export const longestRobots: number = 512 * 1024;

/** Longest pause between two requests that a site may ask for, in seconds. */
const longestDelay = 30;

/** Pause between two requests to a site that asks for none, in seconds. */
const usualDelay = 1;

/** What a site allows. */
export interface RobotRules {
  allows(url: string): boolean;
  /** Seconds between two requests. */
  readonly delay: number;
}

/**
 * Rules of a site from its robots.txt (RFC 9309).
 * @param status - of the answer; 4xx means there are none, 5xx that nothing is allowed for now
 */
export function robotRules(url: string, status: number, text: string): RobotRules {
  if (status >= 500) return { allows: () => false, delay: usualDelay };
  if (status >= 400) return { allows: () => true, delay: usualDelay };
  const rules = robotsParser(url, text);
  return {
    allows: (page) => rules.isAllowed(page, agentName) !== false,
    delay: Math.min(longestDelay, Math.max(usualDelay, rules.getCrawlDelay(agentName) ?? 0)),
  };
}
