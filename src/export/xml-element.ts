import { safeText } from "./safe-text.ts";

/** An XML element as text; attributes that are `null` are left out, characters XML has no place for are U+FFFD. */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string | null>>,
  ...children: readonly string[]
): string {
  const written = Object.entries(attributes)
    .filter((entry): entry is [string, string] => entry[1] !== null)
    .map(([key, value]) => ` ${key}="${xmlEscape(value)}"`)
    .join("");
  return children.length === 0
    ? `<${name}${written}/>`
    : `<${name}${written}>${children.join("")}</${name}>`;
}

/** Text as it may stand in an element or an attribute. */
export function xmlEscape(text: string): string {
  return safeText(text)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
