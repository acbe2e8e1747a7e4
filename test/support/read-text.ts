import { cleanPage } from "../../src/core/clean/clean-page.ts";
import type { Context } from "../../src/core/context.ts";
import type { Document } from "../../src/core/document.ts";
import { annotate } from "../../src/core/pipeline.ts";
import { pageFromBytes } from "../../src/ingest/load-page.ts";
import { loadContext } from "../../src/resources/load.ts";

let context: Context | null = null;

/** The context with everything that ships, loaded once a test process. */
export function shippedContext(): Context {
  context ??= loadContext();
  return context;
}

/** Read a text as the program would; `name` decides the format by its ending. */
export function readText(text: string, name: string = "page.txt"): Document {
  const { page, diagnostics } = pageFromBytes(name, new TextEncoder().encode(text));
  if (page === null) throw new Error(diagnostics[0]?.message ?? "no page");
  return annotate(cleanPage(page, shippedContext(), null), shippedContext());
}

/** An official account: front matter with the party, then the text. */
export function readAccount(party: string, published: string, text: string): Document {
  return readText(`---\nparty: ${party}\npublished: ${published}\n---\n${text}\n`, "account.txt");
}
