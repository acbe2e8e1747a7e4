import { createHash } from "node:crypto";
import type { Diagnostic } from "../core/diagnostic.ts";
import type { FurnitureRun, GivenMetadata, HtmlTree, Page } from "../core/page.ts";
import type { Place, PlaceRun } from "../core/places.ts";
import type { Item } from "./item.ts";

/** What a format makes of an item's bytes. */
export interface Draft {
  readonly mediaType: string;
  readonly source: string;
  /** WHATWG label; `utf-8` for formats that hold characters. */
  readonly encoding?: string;
  readonly bodyStart?: number;
  readonly given?: GivenMetadata;
  readonly hints?: GivenMetadata;
  readonly tree?: HtmlTree | null;
  readonly places?: readonly PlaceRun[];
  readonly furniture?: readonly FurnitureRun[];
  readonly diagnostics?: readonly Diagnostic[];
}

/** SHA-256 of bytes, lower-case hex. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Id of the page with these bytes. */
export function idOf(sha256: string): string {
  return sha256.slice(0, 12);
}

/** A page from an item and what its format made of it. What the surroundings give outranks what the bytes say. */
export function makePage(item: Item, draft: Draft): Page {
  const sha256 = sha256Of(item.bytes);
  const places = draft.places ?? originRun(item.origin, draft.source.length);
  const hints = { ...item.hints, ...draft.hints };
  return {
    id: idOf(sha256),
    path: item.path,
    sha256,
    mediaType: draft.mediaType,
    encoding: draft.encoding ?? "utf-8",
    source: draft.source,
    bodyStart: draft.bodyStart ?? 0,
    given: { ...draft.given, ...item.given },
    ...(Object.keys(hints).length === 0 ? {} : { hints }),
    ...(places === null ? {} : { places }),
    ...(draft.furniture === undefined ? {} : { furniture: draft.furniture }),
    tree: draft.tree ?? null,
    diagnostics: draft.diagnostics ?? [],
  };
}

function originRun(origin: Place | null, length: number): PlaceRun[] | null {
  return origin === null ? null : [{ start: 0, end: length, place: origin }];
}
