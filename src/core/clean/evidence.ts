import type { MetadataEvidence, MetadataField } from "../document.ts";
import type { Found } from "./sheet.ts";

/** One value of a document's metadata as evidence; nothing for a value that is unknown. */
export function evidenceOf(
  field: MetadataField,
  found: Found | null,
  value: string | null = found?.value ?? null,
): MetadataEvidence[] {
  if (found === null || value === null) return [];
  const written = found.value === value ? null : found.value;
  return [{ field, value, written, rule: found.rule, place: found.place }];
}
