import type { Document } from "../core/document.ts";

/** Pages as a list under a report names them: title and path. */
export function pageNames(documents: readonly Pick<Document, "title" | "path">[]): string[] {
  return documents.map(({ title, path }) => (title === null ? path : `${title}. ${path}`));
}
