import type { Range } from "../document.ts";
import type { Cue, CueLexicon } from "./cues.ts";
import { afterDash, clauseTokens, toClauseEnd } from "./extent.ts";
import { hasCase, hasMark, hasTo, hasVerb, isOuter, longEnough, trimmed } from "./relations.ts";
import type { Tree } from "./tree.ts";

const clausal: ReadonlySet<string> = new Set(["ccomp", "parataxis"]);

/** “…, as X noted, …”: the content is the sentence around it. */
export function asNoted(tree: Tree, verb: number, entry: Cue): Content | null {
  if (!entry.frames.has("quote")) return null;
  const opening = tree
    .children(verb)
    .find(
      (child) =>
        tree.form(child).toLowerCase() === "as" &&
        child < verb &&
        !/^(?:long|well|soon|much|far|if|part)$/i.test(tree.form(child + 1)),
    );
  if (opening === undefined) return null;
  let end = verb;
  while (end < tree.last && !/^[,–—.;]$/u.test(tree.form(end))) end++;
  const left = opening > tree.first ? trimmed(tree, tree.first, opening - 1) : null;
  const right = end + 1 < tree.last ? trimmed(tree, end + 1, tree.last - 1) : null;
  const content = [left, right].filter((range) => range !== null);
  return content.length === 0 ? null : { kind: "as-noted", content };
}

/** What a cue introduces, and by which construction. */
export interface Content {
  readonly kind: string;
  readonly content: readonly Range[];
}

/** The content of an active cue verb, the surest construction first. */
export function contentOf(
  tree: Tree,
  verb: number,
  entry: Cue,
  official: boolean,
  subject: number,
  cues: CueLexicon,
): Content | null {
  const clause = tree
    .children(verb)
    .find(
      (child) => clausal.has(tree.token(child).deprel) && !tree.subtree(child).includes(subject),
    );
  if (
    clause !== undefined &&
    !afterDash(tree, clause, verb) &&
    !(tree.token(clause).deprel === "parataxis" && clause > verb && !entry.frames.has("quote"))
  ) {
    const range = tree.rangeOf(clauseTokens(tree, clause, verb, entry, cues));
    if (range !== null && longEnough(tree, range)) {
      return { kind: clause > verb ? "clause" : "clause-inverted", content: [range] };
    }
  }
  const that = thatContent(tree, verb, entry, cues);
  if (that !== null) return that;
  const inverted = invertedContent(tree, verb, entry);
  if (inverted !== null) return inverted;
  const infinitive = tree.child(verb, "xcomp");
  if (
    infinitive !== null &&
    entry.frames.has("to") &&
    infinitive > verb &&
    hasTo(tree, infinitive)
  ) {
    const range = tree.rangeOf(
      toClauseEnd(
        tree,
        verb,
        tree.subtree(infinitive, (child) => isOuter(tree, child)),
        cues,
      ),
    );
    if (range !== null) return { kind: "infinitive", content: [range] };
  }
  if (entry.frames.has("person")) {
    const request = personContent(tree, verb, cues);
    if (request !== null) return request;
  }
  return nounContent(tree, verb, entry, official, cues);
}

/** A clause right after the cue that opens with “that”, wherever the parse ties it. */
function thatContent(tree: Tree, verb: number, entry: Cue, cues: CueLexicon): Content | null {
  if (!entry.frames.has("that")) return null;
  let at = verb + 1;
  while (at < tree.last && /^(?:ADV|PUNCT)$/.test(tree.token(at).upos) && at - verb < 4) at++;
  if (at + 2 >= tree.last || tree.lemma(at) !== "that" || tree.token(at).upos === "DET")
    return null;
  if (!hasVerb(tree, at + 1, tree.last)) return null;
  const range = tree.rangeOf(toClauseEnd(tree, verb, [at, at + 1], cues));
  return range === null ? null : { kind: "clause", content: [range] };
}

/** “X urged Y to …”, “X accused Y of …”, “X told Y that …”: the content follows the person. */
function personContent(tree: Tree, verb: number, cues: CueLexicon): Content | null {
  const object = tree.child(verb, "obj", "iobj");
  const clause = tree
    .children(verb)
    .find(
      (child) =>
        child > verb &&
        ["xcomp", "ccomp", "advcl"].includes(tree.token(child).deprel) &&
        (hasTo(tree, child) || hasMark(tree, child, "of", "for")),
    );
  if (object !== null && clause !== undefined && object < clause) {
    const person = tree.subtree(object);
    const range = tree.rangeOf(
      toClauseEnd(
        tree,
        verb,
        [...person, ...tree.subtree(clause)].sort((a, b) => a - b),
        cues,
      ),
    );
    if (range !== null) return { kind: "request", content: [range] };
  }
  return null;
}

/** “…, Ali said.”, “…,” said Ali: the main clause before the cue is the content. */
function invertedContent(tree: Tree, verb: number, entry: Cue): Content | null {
  if (!entry.frames.has("quote") && !entry.frames.has("that")) return null;
  const token = tree.token(verb);
  const before = verb > tree.first ? previousMark(tree, verb) : null;
  if (before === null) return null;
  const head = token.head;
  const below =
    head >= 0 &&
    (token.deprel === "parataxis" ||
      token.deprel === "ccomp" ||
      token.deprel === "conj" ||
      token.deprel === "dep");
  const clauseBefore = below && head < verb;
  if (!clauseBefore) return null;
  const range = trimmed(tree, tree.first, before);
  if (range === null || !hasVerb(tree, tree.first, before)) return null;
  return { kind: "inverted", content: [range] };
}

/** Index of the comma or closing quotation mark that ends the stretch before an inverted attribution. */
function previousMark(tree: Tree, verb: number): number | null {
  for (let index = verb - 1; index > tree.first && verb - index < 14; index--) {
    if (/^[,”"’]$/u.test(tree.form(index))) return index;
    if (/^(?:that|because|if|when|who|which)$/i.test(tree.form(index))) return null;
  }
  return null;
}

/** A noun phrase as content: only where the verb takes one, and in the press only with matter of its own. */
function nounContent(
  tree: Tree,
  verb: number,
  entry: Cue,
  official: boolean,
  cues: CueLexicon,
): Content | null {
  const object = tree.child(verb, "obj");
  const oblique = tree
    .children(verb)
    .find(
      (child) =>
        child > verb &&
        tree.token(child).deprel === "obl" &&
        hasCase(tree, child, "about", "on", "for", "over", "against", "to", "of", "with"),
    );
  const start =
    entry.frames.has("np") && object !== null && object > verb
      ? object
      : entry.frames.has("about") && oblique !== undefined
        ? oblique
        : null;
  if (start === null) return null;
  const tokens = tree.subtree(start, (child) => isOuter(tree, child));
  const extra =
    object !== null && start === object && oblique !== undefined && oblique > object
      ? tree.subtree(oblique)
      : [];
  if (!official && tokens.length + extra.length < shortestNounContent) return null;
  if (!official && !pressNounClasses.has(entry.class)) return null;
  const range = tree.rangeOf(
    toClauseEnd(
      tree,
      verb,
      [...tokens, ...extra].sort((a, b) => a - b),
      cues,
    ),
  );
  return range === null ? null : { kind: "noun-phrase", content: [range] };
}

/** In the press a cue's noun-phrase object counts as content from this many words on. */
const shortestNounContent = 3;

/** Classes whose noun objects are what is said, in the press as well. */
const pressNounClasses: ReadonlySet<string> = new Set([
  "emphasise",
  "affirm",
  "deny",
  "acknowledge",
  "accuse",
  "praise",
  "demand",
  "promise",
  "propose",
  "predict",
  "state",
  "extend",
]);
