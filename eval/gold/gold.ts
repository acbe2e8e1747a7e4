import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Range } from "../../src/core/document.ts";

/**
 * A place in a page: UTF-16 offsets in the decoded page as it came (`Page.source`), and a hash of its words
 * instead of the words, since the text itself does not ship.
 */
export interface GoldSpan extends Range {
  /** First 10 hex digits of the SHA-256 of the words. */
  readonly hash: string;
}

/** What a person marked in one page; each set of gold adds its own members. */
export interface GoldPage {
  /** As `corpusPage` takes it. */
  readonly page: string;
  /** SHA-256 of the page's bytes (of the record's text, for a series). */
  readonly sha256: string;
}

/**
 * Read a set of gold annotations of this folder.
 * @param name - file name without `.json`
 */
export function readGold<T extends GoldPage>(name: string): T[] {
  return JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), "utf8")) as T[];
}

/** Hash of words as gold keeps it. */
export function hashOf(words: string): string {
  return createHash("sha256").update(words).digest("hex").slice(0, 10);
}

/** Whether the words a person marked still stand at their place. */
export function holds(source: string, { start, end, hash }: GoldSpan): boolean {
  return hashOf(source.slice(start, end)) === hash;
}
