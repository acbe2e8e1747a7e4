import type { ActorMention, Document } from "../document.ts";

/**
 * A person named by a part of the name first, as titles do (“President Ali”), and in full later (“President Irfaan Ali”):
 * the part means the one known person of the page whose full name holds it, unless a stranger's name holds it too.
 * @returns the mentions, those parts given their person
 */
export function reunite(document: Document, mentions: readonly ActorMention[]): ActorMention[] {
  const named = mentions.filter(
    ({ type, how, actor }) => type === "person" && how === "name" && actor !== null,
  );
  const strangers = named.filter(({ actor }) => actor!.startsWith("new:"));
  if (strangers.length === 0) return [...mentions];
  const known = named
    .filter(({ actor }) => !actor!.startsWith("new:"))
    .map((mention) => ({ actor: mention.actor!, words: wordsOf(document, mention) }));
  const meant = new Map<string, string>();
  for (const actor of new Set(strangers.map((mention) => mention.actor!))) {
    const parts = actor.slice("new:".length).split("-").map(stem);
    const persons = new Set(
      known.filter(({ words }) => holds(words, parts)).map((person) => person.actor),
    );
    const others = strangers.some(
      (mention) => mention.actor !== actor && holds(wordsOf(document, mention), parts),
    );
    if (persons.size === 1 && !others) meant.set(actor, [...persons][0]!);
  }
  if (meant.size === 0) return [...mentions];
  return mentions.map((mention) => {
    const person = mention.actor === null ? undefined : meant.get(mention.actor);
    return person === undefined ? mention : { ...mention, actor: person, actors: [person] };
  });
}

/** Every part stands in the name, which says more than they do. */
function holds(words: readonly string[], parts: readonly string[]): boolean {
  return words.length > parts.length && parts.every((part) => words.includes(part));
}

function wordsOf({ text }: Document, { start, end }: ActorMention): string[] {
  return (
    text
      .slice(start, end)
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.map(stem) ?? []
  );
}

/** Russian names are compared without their endings. */
function stem(word: string): string {
  return /^\p{Script=Cyrillic}{5,}$/u.test(word) ? word.slice(0, -2) : word;
}
