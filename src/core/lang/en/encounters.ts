import type { Context } from "../../context.ts";
import type { Document } from "../../document.ts";
import { findEncountersWith } from "../../encounters/find-encounters.ts";
import type { EncounterGrammar } from "../../encounters/rules.ts";
import type { EncounterMention } from "../../records.ts";
import type { Found } from "../pack.ts";
import { encounterFacts } from "./encounter-facts.ts";
import { encounterRules } from "./encounter-rules.ts";

/** Words of titles and attributes that stand before a name, in any case. */
const titleWord =
  "(?:the|a|an|his|her|their|its|our|then|former|new|newly|visiting|elected|appointed|acting|interim|outgoing|democratic|opposition|transitional|fellow|senior|top|chief|deputy|vice|prime|first|second|foreign|defen[cs]e|national|security|state|special|presidential|supreme|crown|party|military|trade|finance|economic|energy|president|minister|ministers|chancellor|premier|king|queen|prince|emir|sultan|secretary|advis[eo]r|ambassador|envoy|candidate|nominee|hopeful|representative|representatives|counterpart|counterparts|colleague|colleagues|leader|leaders|head|heads|chair|chairman|chairwoman|chairperson|chairmen|speaker|commissioner|director|governor|general|official|officials|member|members|delegation|delegates|delegations|negotiators|team|teams|government|governments|spokesperson|guest|guests|friend|ally|allies|host|H\\.E\\.|Dr\\.|Mr\\.|Ms\\.|Mrs\\.|of|for|and|on|to)";

/** English words that speak of encounters, and how they stand in a sentence. */
export const englishEncounters: EncounterGrammar = {
  rules: encounterRules,
  facts: encounterFacts,
  slots: {
    light:
      /\b(?:in|at|on|the|a|an|to|of|by|via|over|and|between|among|since|with|for|during|within|from|as|his|her|their|its|held|took place|taking place|takes place|here|today|tonight|yesterday|again|also|both|each|separately|briefly|privately|privately|virtually|remotely|together|jointly|in person|face[- ]to[- ]face|one[- ]on[- ]one|behind closed doors|phone|telephone|video|link|videoconference|video conference|conference|call|margins?|sidelines?|summit|session|forum|assembly|meetings?|conversation|talks|visit|bilateral|trilateral|expanded|restricted|secure|morning|afternoon|evening|night|early|late|earlier|later|week|month|last|this|past|recent|local time|White House|Oval Office|residence|palace|state|official|working|oval|format|first|second|third)\b/gi,
    partnerAfter: /(?<![\p{L}])(?:with|between|among)(?=\s)/giu,
    ownsServant:
      /^['’]s? (?:(?:[\p{L}-]+) ){0,4}(?:advis[eo]rs?|aides?|assistants?|envoys?|(?:special )?representatives?|chiefs? of staff|spokes\p{L}+|press secretary|office|administration|(?:top|chief) (?:diplomat|negotiator)|wife|husband|daughter|son)\b/iu,
    notPartner:
      /^,? (?:(?:at the )?top(?:ping)?|high(?:er)?(?: up)?|on|dominating|looming|overshadowing|as|in focus|expected to (?:top|dominate)|likely to (?:top|dominate))(?: of| on| as)?(?: the| their| its| a)?(?: main| key| central)? (?:agenda|table|talks|focus|issue|topic|discussions?|large)\b/iu,
    amongAll: /^(?:between|among)$/i,
    partnerBefore: null,
    attributes: new RegExp(
      `^\\s(?:(?:${titleWord}|\\d{4}|\\p{Lu}[\\p{L}.'’&-]*)[\\s,]+){0,14}$`,
      "u",
    ),
    ownerAfter: new RegExp(`^\\s(?:of|by)\\s(?:${titleWord}\\s){0,5}$`, "u"),
    ownerBefore:
      /^(?:['’]s?)? (?:(?:own|first|second|third|fourth|fifth|latest|last|recent|previous|earlier|planned|upcoming|historic|high-level|top-level|bilateral|trilateral|quadrilateral|virtual|video|phone|telephone|in-person|face-to-face|online|one-on-one|joint|official|working|state|private|economic|and|trade|security|strategic|peace|nuclear|military|annual|regular|separate|brief|two-day|three-day|long-awaited|much-anticipated|April|May|June|July|August|March|January|February|September|October|November|December|\d{1,2}|\d{4}|leaders['’]?|presidential|ministerial|intergovernmental|\+|2\+2) ){0,6}$/u,
    possessive: /\b(?:his|her|their|its)\s(?:[\p{L}\p{N}-]+\s){0,5}$/iu,
    plural: /^(?:their|our)/iu,
    ownAfter: /\b(?:after|before|following|since) (?:his|her|their) (?:[\p{L}\p{N}-]+ ){0,4}$/iu,
    occasion: /\b(?:in|during|over|by|at) an? (?:[\p{L}\p{N}-]+ ){0,4}$/iu,
    servantOf:
      /\b(?:chiefs? of (?:cabinet|staff)|cabinet|advis[eo]rs?|aides?|assistants?|envoys?|emissary|representatives?|spokes\p{Ll}+|members|office|wife|husband|daughter|son|brother|sister|widow|lawyers?) (?:for|to|of) (?:(?!of\b)[^,;])*$/iu,
    sameSubject:
      /\b(?:(?:after|before|while|by|since|upon|when) (?:holding|having|hosting|attending|conducting|concluding|completing|finishing|leaving|paying|wrapping up) (?:[\p{L}-]+ ){0,4}|(?:after|before) )$/iu,
    asOccasion:
      /\b(?:sidelines?|margins?|framework|fringes|backdrop) of (?:the |a |an )?(?:[\p{L}\p{N}-]+ ){0,3}$/iu,
    aheadOf:
      /\b(?:eve of|ahead of|in advance of|prior to) (?:the |a |an )?(?:[\p{L}\p{N}-]+ ){0,3}$/iu,
    during:
      /\b(?:during|as part of|in the course of|within|while on|(?:is|was|are|were) (?:currently |now )?on) (?:(?:an?|his|her|the|their) )?(?:[\p{L}\p{N}-]+ ){0,4}¦/iu,
    headlineAhead: /\bto $/iu,
    oneByOne:
      /\b(?:separate(?:ly)?|one by one|individually|respectively|in turn|(?:meetings|calls|conversations) with)\b/iu,
    objectAfter: new RegExp(
      `^\\s(?:(?:here|today|yesterday|on \\p{Lu}\\p{Ll}+day|(?:in|at)(?:\\s(?!(?:an?|from|that|who|with|by|for)\\s)[\\p{L}’'-]+){1,5}),?\\s){0,3}(?:(?:${titleWord}|\\p{Lu}[\\p{L}.'’&-]*)\\s){0,9}$`,
      "u",
    ),
    objectNot: /^(?:['’]s?\s|\s(?:a|an|as|not)\s|\s[“"‘])/u,
    list: new RegExp(
      `^(?:\\s*,\\s*(?:and\\s+)?|\\s+and\\s+|,?\\s+as well as\\s+|,?\\s+along with\\s+|\\s+together with\\s+|;\\s*(?:and\\s+)?|\\s*[-–—/&]\\s*)(?:(?:${titleWord}|\\p{Lu}[\\p{L}.'’&-]*)\\s){0,8}$`,
      "u",
    ),
    closing: /\band\b|as well as|along with|together with|[-–—/&]/u,
    predicate:
      /^,?\s+(?:said|says|told|has|have|had|is|are|was|were|will|would|also|then|later|both|agreed|discussed|\p{Ll}{3,}ed|spoke|met|held|took|made|gave)\b/u,
    oblique:
      /(?:\b(?:of|with|to|by|from|for|in|at|on|against|about|over|between|among|than|like|as|toward|towards|into|upon|around|near|under|including)|['’]s)\s+(?:(?:the|a|an|his|her|their|its)\s+)?(?:(?!(?:leaders?|presidents?|ministers?|heads|officials|representatives|delegations|negotiators|teams|envoys|troops|navies|armies|militaries|forces|diplomats)\b)\p{L}[\p{L}-]*\s+){0,2}$/iu,
    support:
      /\b(?:held|hold|holds|holding|had|have|having|has|hosted|hosts?|hosting|convened|convenes?|conducted|conducts?|conducting|took part|takes? part|taking part|participated|participates?|participating|attended|attends?|attending|joined|joins?|began|begins?|begun|started|starts?|opened|concluded|concludes?|wrapped up|completed|chaired|chairs?|continued|organi[sz]ed|went into|arrived for|gathered|sat down|engaged in|issued|signed|adopted|released|published|made|makes?|paid|pays?|paying|kicked off|ended|cancelled|canceled|postponed|met|sent|exchanged|staged|carried out|launched|reached|struck|secured|sealed|(?:is|was|are|were) (?:currently |now )?on)\b/iu,
    clause:
      /[.;:!?“”"]|\b(?:that|which|when|while|where|because|if|whether|although|though|but|whose)\b/iu,
    modifier: new RegExp(
      `^(?:['’]s?)?\\s?(?:(?:${titleWord}|\\p{Lu}[\\p{L}.'’&-]*)[\\s]+){0,9}$`,
      "u",
    ),
    ofState: /^,? (?:of|from) (?:the )?(?:(?:\p{Lu}[\p{L}’'-]+ )+of )?(?:[Tt]he )?$/u,
    ofStateFar:
      /^,? (?:(?:for|and|\p{Lu}[\p{L}’'-]*),? ){0,8}(?:of|from|at|to) (?:the )?(?:(?:\p{Lu}[\p{L}’'-]+ )+of )?(?:[Tt]he )?$/u,
    serving: new RegExp(
      `^,? (?:(?:${titleWord}|\\p{Lu}[\\p{L}.'’-]*)\\s){0,8}(?:to|at|of|in) (?:the )?$`,
      "u",
    ),
    nationBody:
      /^ (?:military|navy|navies|army|armies|air force|armed forces|forces|troops|warships|government|officials|delegation|negotiators|representatives|side|authorities|diplomats)\b/iu,
  },
  happening:
    /\b(?:held|had|took place|taking place|takes place|occurred|happened|conducted|hosted|convened|began|started|opened|concluded|ended|wrapped up|during|at|after|following|in|since|from|chaired|attended|signed|issued|released|adopted|made|completed|lasted|first|second|third|latest|recent|paid)\b/iu,
  modes: [
    {
      mode: "video",
      pattern: /\b(?:video|virtual|virtually|videoconference|via video|online|remotely|zoom)\b/i,
    },
    { mode: "phone", pattern: /\b(?:tele)?phone|\bby phone\b|\bcall(?:ed)?\b/i },
    {
      mode: "meeting",
      pattern: /\b(?:in person|face[- ]to[- ]face|in the Oval Office|at the White House)\b/i,
    },
  ],
  sequence:
    /\b(?:(?:their|his|her|the|a|our) )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)) (?:[\w-]+ ){0,4}(?:meeting|call|conversation|visit|summit|talks?|trip|round|since)\b(?:[^.,;]{0,60}? since [^.,;]{3,50})?/i,
  notDate:
    /\b(?:since|before|after|until|till|ahead of|dated|in advance of|leading up to|anniversary of)\s+(?:the\s+)?$/i,
  otherEvent:
    /\b(?:after|since|before|following|ahead of|prior to) (?!(?:lunch|dinner|midnight|noon|dark)\b)/iu,
  boundary:
    /[;:]|,? (?:but|while|which|who|whose|where|when|that|because|although|after|before|since|following|ahead of|until)\b|,? and (?=(?:\p{Ll}+ed|met|held|spoke|told|said|will|would|has|had|is|was)\b)/giu,
  current: /\b(?:this|today['’]s|the present)\s(?:[\p{Ll}-]+\s){0,2}$/iu,
  reference: /^(?:['’]s?)? (?:outcomes?|results|agreements?|communiqu)/i,
  placeBefore: /\b(?:in|at|near|outside|to)\s+(?:the\s+)?$/i,
  gathered:
    /\b(?:we (?:have )?(?:met|gathered|convened)|met (?:today|virtually|in|at|on)|gathered (?:today|in|at)|convened (?:today|in|at|virtually)|joined by|at (?:our|their) (?:meeting|summit)|held (?:talks|a meeting)|during (?:the|his|her|their) (?:state |official |working )?visit)\b/iu,
  attendance:
    /\b(?:attended by|also attended|joined by|also joined|were joined|was joined|joining|taking part|took part|participants|participating|attending|were present|present at|accompanied by|included)\b/i,
};

/** Encounters that an English document speaks of. */
export function findEncounters(document: Document, context: Context): Found<EncounterMention> {
  return findEncountersWith(document, context, englishEncounters);
}
