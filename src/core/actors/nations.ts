import { hasKind, senseOf } from "./compose.ts";
import { isPlaceHere } from "./metonyms.ts";
import type { Item } from "./scan.ts";
import { type Reading, type Candidate, mention, stateFrom } from "./reading.ts";

/** Resolve a state, body, medium or place named alone. */
export function readNation(reading: Reading, item: Item): Candidate | null {
  const { table, grammar } = reading;
  const state = senseOf(item, "state");
  if (state !== null) {
    const actor = stateFrom(reading, item);
    return mention(reading, item, actor, "state", "name", "state");
  }
  const body = senseOf(item, "body");
  if (body !== null) {
    const known = table.actors.get(body.value);
    const seat =
      known?.detail === "presidency" && !/government|council|office|staff/i.test(known.label);
    const residence = known?.detail === "residence" || seat;
    if (residence && isPlaceHere(reading.scan, reading.lexemes, grammar.language, item)) {
      return mention(reading, item, body.value, "place", "name", "residence-as-place");
    }
    return mention(reading, item, body.value, "body", residence ? "metonym" : "name", "body");
  }
  const medium = senseOf(item, "medium");
  if (medium !== null) {
    const own = ownOutlet(reading, item);
    return mention(
      reading,
      item,
      own ?? medium.value,
      "medium",
      "name",
      own === null ? "medium" : "own-outlet",
    );
  }
  if (hasKind(item, "demonym"))
    return mention(reading, item, stateFrom(reading, item), "state", "demonym", "demonym");
  const place = senseOf(item, "place");
  if (place === null) return null;
  const metonym = table.actors.get(place.value)?.metonym ?? null;
  if (metonym === null || isPlaceHere(reading.scan, reading.lexemes, grammar.language, item)) {
    return mention(reading, item, place.value, "place", "name", "place");
  }
  return mention(
    reading,
    item,
    metonym,
    table.actors.get(metonym)?.type ?? "state",
    "metonym",
    "capital",
  );
}

/** “The Times” in the Selne Times: a paper calls itself by the end of its name. */
function ownOutlet({ document, scan }: Reading, item: Item): string | null {
  const { outlet, issuer } = document;
  const words = scan.text.slice(item.start, item.end);
  const before = scan.text.slice(Math.max(0, item.start - 4), item.start);
  const noun = /^(?:The )?(\p{Lu}\p{L}+)$/u.exec(words)?.[1];
  if (noun === undefined || outlet === null || issuer === null) return null;
  if (!words.startsWith("The ") && !/the $/i.test(before)) return null;
  return outlet.endsWith(` ${noun}`) || outlet.startsWith(`${noun} of `) ? issuer : null;
}
