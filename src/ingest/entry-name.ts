/** Longest name of an entry that is kept, in characters. */
const longest = 500;

/**
 * Name of an archive's entry as it is shown and kept: one kind of slash, no drive, no leading slash,
 * no `..`, no control characters or marks of direction. Nothing is ever written under it.
 * @returns the name, and whether the archive's own was unsafe
 */
export function cleanEntryName(name: string): { readonly name: string; readonly unsafe: boolean } {
  const bare = name.replace(
    /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    "",
  );
  const slashed = bare.replaceAll("\\", "/");
  const parts = slashed
    .replace(/^[a-z]:/i, "")
    .split("/")
    .filter((part) => part !== "" && part !== "." && part !== "..");
  const unsafe =
    bare !== name || /^(?:[a-z]:|\/)/i.test(slashed) || slashed.split("/").includes("..");
  return { name: (parts.join("/") || "unnamed").slice(0, longest), unsafe };
}
