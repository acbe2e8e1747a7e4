import type { DocumentKind } from "../document.ts";
import type { Found } from "./sheet.ts";

/** A kind and what it was told by. */
export interface ReadKind {
  readonly kind: DocumentKind;
  readonly found: Found;
}

/** A kind that no single place tells. */
export function inferred(kind: DocumentKind, rule: string): ReadKind {
  return { kind, found: { value: kind, rule, place: null } };
}
