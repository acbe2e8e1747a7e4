import type { Phrase } from "./compose.ts";
import { type Reading, type Candidate, mention } from "./reading.ts";
import { strangerActor, readName, readNamesake } from "./names.ts";
import { readRole, readMinistry } from "./roles.ts";
import { readNation } from "./nations.ts";

/** Resolve a phrase on its own; `null` when it is no mention after all. */
export function readPhrase(reading: Reading, phrase: Phrase): Candidate | null {
  if (phrase.stranger !== null) {
    const name = reading.scan.text.slice(phrase.stranger.start, phrase.stranger.end);
    return mention(reading, phrase, strangerActor(reading, name), "person", "name", "stranger");
  }
  if (phrase.name !== null) return readName(reading, phrase, phrase.name);
  if (phrase.titles.length > 0) return readRole(reading, phrase);
  if (phrase.ministry !== null) return readMinistry(reading, phrase);
  if (phrase.nation === null) return null;
  return readNamesake(reading, phrase, phrase.nation) ?? readNation(reading, phrase.nation);
}
