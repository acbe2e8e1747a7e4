/**
 * A value as JSON that a terminal can show: control characters above ASCII and marks of direction,
 * which JSON may hold as they are, are written as `\u…`. Any JSON reader gives back the same value.
 */
export function jsonText(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent).replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
