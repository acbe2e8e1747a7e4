import { headMentionOf } from "../../../actors/lookup.ts";
import type { Document, Range } from "../../../document.ts";
import { isOfficial } from "../../../statements/account.ts";
import type { Cue } from "../../../statements/cues.ts";
import { isCredible, speakerKind, type SpeakerNoun } from "./credible.ts";
import type { Proposal } from "./proposal.ts";

/** Whether the words that a proposal takes for a source can say it, by this cue, on this page. */
export function isSaid(
  document: Document,
  proposal: Proposal,
  nouns: ReadonlyMap<string, SpeakerNoun>,
): boolean {
  const { source, entry, rule, content } = proposal;
  const official = isOfficial(document);
  if (source === null) return official || /\/(?:impersonal|passive)$/.test(rule);
  const words = quoted(document, source);
  if (/^(?:you|one)$/i.test(words)) return false;
  if (/^(?:i|we)$/i.test(words) && !official)
    return (
      /\/(?:clause|as-noted|quoted|quotation)$/.test(rule) &&
      (entry?.belief !== true || (document.kind === "opinion" && entry.class === "believe"))
    );
  const what = quoted(document, content[0]!);
  if (entry !== null && isWordless(document, proposal, entry, words, what)) return false;
  if (content.length === 1 && /^(?:this|that|it|so)$/i.test(what)) return false;
  if (meetings.has(entry?.lemma ?? "") && /^(?:with|to)\b/i.test(what)) return false;
  if (rule.endsWith("/noun-cue") && what.split(/\s+/u).length < 3) return false;
  const owner = rule.endsWith("/according-to") && /^(?:his|their)$/i.test(words);
  const kind = owner ? "person" : speakerKind(document, source, nouns);
  if (rule.endsWith("/according-to") && (kind === null || noVoucher.test(words))) return false;
  if (
    entry?.act === true &&
    !official &&
    kind !== "person" &&
    /\/(?:noun-phrase|matter)$/.test(rule)
  )
    return false;
  return isCredible(kind, entry, rule);
}

/** By this cue nothing is said here: an account's own voice, a deed, a picture. */
function isWordless(
  document: Document,
  { source, rule, content }: Proposal,
  entry: Cue,
  words: string,
  what: string,
): boolean {
  const official = isOfficial(document);
  const reported = official && !(document.kind === "remarks" && /^(?:i|we)$/i.test(words));
  if (entry.accountOnly && !reported && !(entry.lemma === "raise" && matters.test(what)))
    return true;
  if (official && isOwnVoice(document, source!, entry)) return true;
  switch (entry.lemma) {
    case "assure":
      return rule.endsWith("/noun-phrase") && isSomebody(document, content[0]!);
    case "show":
      return /\b(?:photo|photograph|picture|image)s?\b/iu.test(words);
    case "decline":
    case "refuse":
    case "ask":
      return /^(?:not )?to be (?:named|identified|quoted)\b/iu.test(what);
    case "give":
      return !given.test(what);
    default:
      return false;
  }
}

/** The words are a name and nothing of whom they name. */
function isSomebody(document: Document, range: Range): boolean {
  const mention = headMentionOf(document, range);
  return mention !== null && mention.start <= range.start + 4 && mention.end >= range.end;
}

function quoted(document: Document, { start, end }: Range): string {
  return document.text.slice(start, end);
}

/** What is raised by speaking, also in the press: no taxes, no children. */
const matters =
  /^.{0,40}\b(?:concerns?|questions?|issues?|objections?|doubts?|complaints?|points)\b/u;

/** What is given in words. */
const given =
  /\b(?:account|assessment|overview|briefing|update|evaluation|explanations?|assurances?|details|reasons)\b/u;

/** What things go “according to” without anybody saying so. */
const noVoucher =
  /^(?:the |a |an |its |his |their |our )?(?:\p{L}+ )?(?:plan|plans|schedule|protocol|tradition|custom|law|laws|rules?|procedures?|agreement|constitution|need|needs|size|type|age|ability)$/iu;

/** An account's own words on what a state wants or stands ready for are the account's, nobody's statement. */
function isOwnVoice(document: Document, source: Range, entry: Cue): boolean {
  if (!entry.belief && !/^(?:be|remain|stay) /.test(entry.lemma)) return false;
  const mention = headMentionOf(document, source);
  return mention?.type === "state" || mention?.type === "body";
}

/** Cues that with “with” or “to” only say that people met. */
const meetings: ReadonlySet<string> = new Set([
  "speak",
  "talk",
  "meet",
  "consult",
  "converse",
  "exchange",
]);
