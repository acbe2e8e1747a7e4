import { cleanPage } from "../../src/core/clean/clean-page.ts";
import type { Context } from "../../src/core/context.ts";
import type { Document } from "../../src/core/document.ts";
import { annotate } from "../../src/core/pipeline.ts";
import type { EncounterMention } from "../../src/core/records.ts";
import { pageFromBytes } from "../../src/ingest/load-page.ts";
import { loadContext } from "../../src/resources/load.ts";

let made: Context | null = null;

/** The shipped tables with invented states, persons and summits beside them (`tables/`), loaded once a test process. */
export function inventedContext(): Context {
  made ??= loadContext(new URL("tables", import.meta.url).pathname);
  return made;
}

/** What a page says of itself. */
export interface PageFacts {
  readonly party?: string;
  readonly published?: string;
  readonly title?: string;
  readonly kind?: string;
}

/** Read a text as a page with front matter; without facts as a plain one. */
export function read(text: string, facts: PageFacts = {}, name: string = "page.txt"): Document {
  const lines = Object.entries(facts).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  const source = lines.length === 0 ? text : `---\n${lines.join("\n")}\n---\n${text}\n`;
  const { page } = pageFromBytes(name, new TextEncoder().encode(source));
  if (page === null) throw new Error("no page");
  return annotate(cleanPage(page, inventedContext(), null), inventedContext());
}

/** `* meeting kostrova+eldridge (dorin) @XME:port-anselm 2022-06-15 held`; `*` for the page's own encounter. */
export function shown(mention: EncounterMention): string {
  const { main, mode, principals, participants, place, date, status } = mention;
  const name = (id: string): string => id.replace(/^X..:\w+-/, "");
  const also = participants.filter((id) => !principals.includes(id)).map(name);
  const day =
    date === null
      ? "-"
      : date.earliest === date.latest
        ? date.earliest
        : `${date.earliest}..${date.latest}`;
  return [
    main ? "*" : "",
    mode,
    principals.map(name).join("+"),
    also.length > 0 ? `(${also.join("+")})` : "",
    place === null ? "" : `@${place}`,
    day,
    status,
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** All encounters of a document, the page's own first. */
export function encountersOf(document: Document): string[] {
  return document.layers.encounters.map(shown);
}
