import type { Range } from "../document.ts";
import type { Cue, CueLexicon } from "./cues.ts";
import type { Proposal } from "./proposal.ts";
import type { Tree } from "./tree.ts";

const clausal: ReadonlySet<string> = new Set(["ccomp", "parataxis"]);

/**
 * Statements that the parse shows: a cue verb with its subject and a clause, an infinitive or a noun
 * phrase as content (“said that …”, “pledged to …”, “noted the legitimacy of …”).
 * @param official - in official accounts cue verbs take bare noun phrases as content
 */
export function proposeClauses(tree: Tree, cues: CueLexicon, official: boolean): Proposal[] {
  const proposals: Proposal[] = [];
  for (let index = tree.first; index < tree.last; index++) {
    const token = tree.token(index);
    if (token.upos !== "VERB" && token.upos !== "AUX") continue;
    const entry = cues.verbs.get(particleLemma(tree, index)) ?? cues.verbs.get(tree.lemma(index));
    if (entry === undefined || entry.pos !== "verb") continue;
    const proposal = fromVerb(tree, index, entry, official);
    if (proposal !== null) proposals.push(proposal);
  }
  return proposals;
}

/** `point out`, `set out`: the verb with its particle. */
function particleLemma(tree: Tree, index: number): string {
  const particle = tree.child(index, "compound:prt");
  return particle === null ? tree.lemma(index) : `${tree.lemma(index)} ${tree.lemma(particle)}`;
}

function fromVerb(tree: Tree, verb: number, entry: Cue, official: boolean): Proposal | null {
  const passive = tree.child(verb, "aux:pass") !== null || tree.child(verb, "nsubj:pass") !== null;
  if (passive) return fromPassive(tree, verb, entry, official);
  const subject = subjectOf(tree, verb);
  if (subject === null || isExpletive(tree, subject)) return null;
  if (
    isModal(tree, verb) ||
    /^(?:this|that|these|those|which|what|one|you)$/i.test(tree.form(subject)) ||
    /^(?:VERB|AUX)$/.test(tree.token(subject).upos)
  )
    return null;
  const found = asNoted(tree, verb, entry) ?? contentOf(tree, verb, entry, official, subject);
  if (found === null) return null;
  return {
    rule: `statement/en/${found.kind}`,
    source: sourceRange(tree, subject),
    cue: cueRange(tree, verb),
    entry,
    content: found.content,
    negated: isNegated(tree, verb),
    hedged: isHedged(tree, verb),
    via: null,
  };
}

/** “could explain”, “should consider”: nobody has said it. */
function isModal(tree: Tree, verb: number): boolean {
  return tree
    .children(verb)
    .some(
      (child) =>
        tree.token(child).deprel === "aux" &&
        /^(?:should|could|would|may|might|must|can|ca)$/i.test(tree.form(child)),
    );
}

/** “…, as X noted, …”: the content is the sentence around it. */
function asNoted(tree: Tree, verb: number, entry: Cue): Content | null {
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

interface Content {
  readonly kind: string;
  readonly content: readonly Range[];
}

function contentOf(
  tree: Tree,
  verb: number,
  entry: Cue,
  official: boolean,
  subject: number,
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
    const range = tree.rangeOf(contentTokens(tree, clause, verb, entry));
    if (range !== null && longEnough(tree, range)) {
      return { kind: clause > verb ? "clause" : "clause-inverted", content: [range] };
    }
  }
  const inverted = invertedContent(tree, verb, entry);
  if (inverted !== null) return inverted;
  const infinitive = tree.child(verb, "xcomp");
  if (
    infinitive !== null &&
    entry.frames.has("to") &&
    infinitive > verb &&
    hasTo(tree, infinitive)
  ) {
    const range = tree.rangeOf(tree.subtree(infinitive, (child) => isOuter(tree, child)));
    if (range !== null) return { kind: "infinitive", content: [range] };
  }
  if (entry.frames.has("person")) {
    const request = personContent(tree, verb);
    if (request !== null) return request;
  }
  return nounContent(tree, verb, entry, official);
}

/** “X urged Y to …”, “X accused Y of …”, “X told Y that …”: the content follows the person. */
function personContent(tree: Tree, verb: number): Content | null {
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
    const range = tree.rangeOf([...person, ...tree.subtree(clause)].sort((a, b) => a - b));
    if (range !== null) return { kind: "request", content: [range] };
  }
  return null;
}

/** A noun phrase as content: only where the verb takes one, and in the press only with matter of its own. */
function nounContent(tree: Tree, verb: number, entry: Cue, official: boolean): Content | null {
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
    toPhraseEnd(
      tree,
      verb,
      [...tokens, ...extra].sort((a, b) => a - b),
    ),
  );
  return range === null ? null : { kind: "noun-phrase", content: [range] };
}

/** Take along what follows a noun phrase up to the next mark or the cue's next clause: the parse often ties it elsewhere. */
function toPhraseEnd(tree: Tree, verb: number, tokens: readonly number[]): number[] {
  const last = tokens.at(-1)!;
  const clauses = tree
    .children(verb)
    .filter(
      (child) =>
        child > last && /^(?:conj|advcl|parataxis|ccomp|obl:tmod)$/.test(tree.token(child).deprel),
    );
  const stop = Math.min(tree.last, ...clauses.map((child) => Math.min(...tree.subtree(child))));
  const result = [...tokens];
  for (let index = last + 1; index < stop; index++) {
    if (tree.token(index).upos === "PUNCT" && !/^[“”"'’‘]$/u.test(tree.form(index))) break;
    if (/^(?:VERB|AUX|SCONJ)$/.test(tree.token(index).upos) && tree.token(index).deprel !== "amod")
      break;
    result.push(index);
  }
  while (
    result.length > tokens.length &&
    /^(?:CCONJ|ADP|PART|PRON|ADV)$/.test(tree.token(result.at(-1)!).upos)
  )
    result.pop();
  return result;
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

function trimmed(tree: Tree, from: number, to: number): Range | null {
  const indices = Array.from({ length: to - from + 1 }, (_, offset) => from + offset);
  return tree.rangeOf(indices);
}

function hasVerb(tree: Tree, from: number, to: number): boolean {
  for (let index = from; index < to; index++)
    if (/^(?:VERB|AUX)$/.test(tree.token(index).upos)) return true;
  return false;
}

/** “X was quoted by Y as saying …”, “It was agreed to …”, “… were reviewed”, “X is said to …”. */
function fromPassive(tree: Tree, verb: number, entry: Cue, official: boolean): Proposal | null {
  const subject = tree.child(verb, "nsubj:pass", "nsubj");
  const agent = tree
    .children(verb)
    .find((child) => tree.token(child).deprel.startsWith("obl") && hasCase(tree, child, "by"));
  const cue = cueRange(tree, verb);
  const base = { entry, negated: isNegated(tree, verb), hedged: isHedged(tree, verb) };
  const saying = tree.children(verb).find((child) => child > verb && hasMark(tree, child, "as"));
  if (
    subject !== null &&
    saying !== undefined &&
    ["quote", "cite", "report"].includes(entry.lemma)
  ) {
    const clause = tree.child(saying, "ccomp", "parataxis", "obj");
    const range = clause === null ? beforeMark(tree, subject) : tree.rangeOf(tree.subtree(clause));
    if (range === null) return null;
    return {
      ...base,
      rule: "statement/en/quoted-as-saying",
      source: sourceRange(tree, subject),
      cue: span(cue, cueRange(tree, saying)),
      content: [range],
      via: agent === undefined ? null : sourceRange(tree, agent),
    };
  }
  const expletive = subject !== null && isExpletive(tree, subject);
  const clause = tree.child(verb, "ccomp", "csubj", "csubj:pass", "xcomp", "advcl");
  if (expletive || (subject === null && tree.child(verb, "expl") !== null)) {
    if (clause === null || clause < verb) return null;
    const range = tree.rangeOf(tree.subtree(clause));
    if (range === null || !(entry.frames.has("that") || entry.frames.has("to"))) return null;
    return {
      ...base,
      rule: "statement/en/impersonal",
      source: agent === undefined ? null : sourceRange(tree, agent),
      cue,
      content: [range],
      via: null,
    };
  }
  if (!official || subject === null || !(entry.frames.has("np") || entry.frames.has("about")))
    return null;
  const range = tree.rangeOf(tree.subtree(subject));
  return range === null
    ? null
    : {
        ...base,
        rule: "statement/en/passive",
        source: agent === undefined ? null : sourceRange(tree, agent),
        cue,
        content: [range],
        via: null,
      };
}

/** The stretch before the subject up to its comma: `“…,” Xi was quoted as saying`. */
function beforeMark(tree: Tree, subject: number): Range | null {
  const start = Math.min(...tree.subtree(subject));
  return start - 1 > tree.first && /^[,”"’]$/u.test(tree.form(start - 1))
    ? trimmed(tree, tree.first, start - 1)
    : null;
}

/** Subject of a verb: its own, or the one it shares (“added”, “adding that …”). */
export function subjectOf(tree: Tree, verb: number): number | null {
  let at = verb;
  for (let step = 0; step < 4; step++) {
    const own = tree.child(at, "nsubj", "nsubj:pass", "csubj");
    if (own !== null) return relativeAntecedent(tree, at, own);
    const { head, deprel } = tree.token(at);
    if (head < 0) return null;
    if (deprel === "acl") return head;
    if (!["conj", "xcomp", "advcl", "parataxis"].includes(deprel)) return null;
    if (
      deprel === "advcl" &&
      tree.child(at, "mark") !== null &&
      !hasMark(tree, at, "by", "while", "in")
    )
      return null;
    at = head;
  }
  return null;
}

/** “Xi, who said …”: the antecedent speaks. */
function relativeAntecedent(tree: Tree, verb: number, subject: number): number {
  const { deprel, head } = tree.token(verb);
  return deprel === "acl:relcl" && /^(?:who|which|that)$/i.test(tree.form(subject))
    ? head
    : subject;
}

/** The noun phrase of a source with its appositions, without relative clauses. */
export function sourceRange(tree: Tree, index: number): Range | null {
  const tokens = tree.subtree(index, (child) => {
    const { deprel } = tree.token(child);
    return (
      deprel.startsWith("acl") ||
      deprel === "case" ||
      deprel === "parataxis" ||
      (deprel === "punct" && child > index && !within(tree, child, index)) ||
      (deprel === "cc" && false) ||
      deprel === "advcl"
    );
  });
  const range = tree.rangeOf(contiguous(tokens, index));
  return range === null ? null : tidySource(tree, range);
}

/** A source cut out of a bracket (“… Selne), President Roe”) or before a split prefix (“re-emphasised”). */
function tidySource(tree: Tree, range: Range): Range {
  const { text } = tree.document;
  let { start, end } = range;
  const inside = text.slice(start, end);
  const bracket = inside.includes("(") ? -1 : inside.lastIndexOf("), ");
  if (bracket >= 0) start += bracket + 3;
  if (text[end] === "-") end = start + Math.max(1, text.slice(start, end).search(/\s+\S+$/u));
  return { start, end };
}

function within(tree: Tree, punct: number, index: number): boolean {
  return tree
    .children(index)
    .some(
      (child) => child > punct && /^(?:appos|conj|flat|nmod|list)/.test(tree.token(child).deprel),
    );
}

/** The unbroken run of tokens around one. */
function contiguous(tokens: readonly number[], around: number): number[] {
  const at = tokens.indexOf(around);
  let from = at;
  let to = at;
  while (from > 0 && tokens[from]! - tokens[from - 1]! <= 2) from--;
  while (to + 1 < tokens.length && tokens[to + 1]! - tokens[to]! <= 2) to++;
  return tokens.slice(from, to + 1);
}

/** The cue with its auxiliaries, negation and particle. */
export function cueRange(tree: Tree, verb: number): Range {
  const parts = tree.children(verb).filter((child) => {
    const { deprel } = tree.token(child);
    return (
      (deprel.startsWith("aux") ||
        deprel === "compound:prt" ||
        (deprel === "advmod" &&
          /^(?:n['’]t|not|never|also|further|reportedly|repeatedly|again)$/i.test(
            tree.form(child),
          ))) &&
      Math.abs(child - verb) <= 3
    );
  });
  const indices = [verb, ...parts].sort((a, b) => a - b);
  return { start: tree.token(indices[0]!).start, end: tree.token(indices.at(-1)!).end };
}

/** The clause's tokens, with a subject the parse gave to the cue and the rest of the sentence that hangs loose. */
function contentTokens(tree: Tree, clause: number, verb: number, entry: Cue): number[] {
  const tokens = tree.subtree(clause).filter((index) => index !== verb);
  if (clause < verb) return tokens.filter((index) => index < verb);
  const after = tokens.filter((index) => index > verb);
  const object = tree.child(verb, "obj");
  const first = Math.min(...after);
  if (object !== null && object > verb && object < first && !entry.frames.has("person"))
    after.push(...tree.subtree(object).filter((index) => index > verb && index < first));
  const last = Math.max(...after);
  const rest = Array.from({ length: tree.last - last - 1 }, (_, offset) => last + 1 + offset);
  const others = tree
    .children(verb)
    .filter(
      (child) =>
        child > last &&
        ["conj", "advcl", "parataxis", "obl:tmod", "obl"].includes(tree.token(child).deprel),
    );
  const claimed = new Set(others.flatMap((child) => tree.subtree(child)));
  if (rest.every((index) => !claimed.has(index)) && tree.token(verb).deprel !== "advcl")
    after.push(...rest);
  return after.sort((a, b) => a - b);
}

/** A dash before a clause opens an aside, not what the cue introduces. */
function afterDash(tree: Tree, clause: number, verb: number): boolean {
  if (clause < verb) return false;
  const start = Math.min(...tree.subtree(clause).filter((index) => index > verb));
  return (
    (start - 1 > verb && /^[–—-]$/u.test(tree.form(start - 1))) || /^[–—-]$/u.test(tree.form(start))
  );
}

function span(a: Range, b: Range): Range {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

function longEnough(tree: Tree, range: Range): boolean {
  return /\s/u.test(tree.document.text.slice(range.start, range.end));
}

function isOuter(tree: Tree, child: number): boolean {
  const { deprel } = tree.token(child);
  return deprel === "parataxis" || deprel === "discourse";
}

function isExpletive(tree: Tree, index: number): boolean {
  return /^(?:it|there)$/i.test(tree.form(index));
}

function hasTo(tree: Tree, index: number): boolean {
  return hasMark(tree, index, "to");
}

function hasMark(tree: Tree, index: number, ...words: readonly string[]): boolean {
  return tree
    .children(index)
    .some(
      (child) =>
        /^(?:mark|case)$/.test(tree.token(child).deprel) && words.includes(tree.lemma(child)),
    );
}

function hasCase(tree: Tree, index: number, ...words: readonly string[]): boolean {
  return tree
    .children(index)
    .some((child) => tree.token(child).deprel === "case" && words.includes(tree.lemma(child)));
}

function isNegated(tree: Tree, verb: number): boolean {
  return tree
    .children(verb)
    .some((child) => /^(?:n['’]t|not|never|neither|nor)$/i.test(tree.form(child)) && child < verb);
}

function isHedged(tree: Tree, verb: number): boolean {
  return tree
    .children(verb)
    .some((child) =>
      /^(?:reportedly|allegedly|apparently|supposedly|purportedly)$/i.test(tree.form(child)),
    );
}
