/**
 * A value as one line of JSON. Characters that some readers take for the end of a line, and direction marks that would
 * turn the line around in an editor, are written as escapes: any JSON reader gives back the same value.
 */
export function jsonLine(value: unknown): string {
  const text = JSON.stringify(value).replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `${text}\n`;
}
