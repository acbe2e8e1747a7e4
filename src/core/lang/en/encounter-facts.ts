import type { FactRule } from "../../encounters/rules.ts";

/** Up to so many words between what decides and the encounter it decides on. */
const within = (words: number): string => `\\b(?:\\s+[\\p{L}\\p{N}'’–-]+){0,${words}}\\s*$`;

/** The same, within one phrase: a denial or wish does not reach over “after” or “during”. */
const inPhrase = (words: number): string =>
  `\\b(?:\\s+(?!(?:after|before|since|during|at|when|until|following|on|in)\\b)[\\p{L}\\p{N}'’–-]+){0,${words}}\\s*$`;

/**
 * What English words around an encounter make of it; the first that fits counts. After the decision rules of PLOVER 2.0
 * (field guide §2.2): planned or invited is announced, refused or wished for in general is none.
 */
export const encounterFacts: readonly FactRule[] = [
  {
    id: "fact/en/denied",
    fact: "none",
    where: "before",
    pattern: new RegExp(
      `\\b(?:no|without(?: any| a)?|never|not|n['’]t|neither|nor|refus(?:ed|es|al|ing) to|declin(?:ed|es) to|rul(?:ed|es|ing) out|reject(?:ed|s)?|instead of|rather than|lack of|absence of|fail(?:ed|s) to)${inPhrase(3)}`,
      "iu",
    ),
    example: "there was no meeting with …",
  },
  {
    id: "fact/en/not-planned",
    fact: "none",
    where: "after",
    pattern:
      /^[^;]{0,90}?\b(?:(?:is|are|was|were|has|have|had) not (?:been )?(?:planned|scheduled|expected|foreseen|on the agenda)|will not (?:take place|be held|happen)|did not (?:take place|happen))\b/i,
    example: "a meeting with … is not planned",
  },
  {
    id: "fact/en/in-fora",
    fact: "none",
    where: "before",
    pattern:
      /\b(?:such as|fora|forums|mechanisms|organi[sz]ations|frameworks|bodies|institutions)\b(?: [^.;]{0,160})?, (?:and )?(?:the |at the )?$/iu,
    example: "in fora such as the United Nations, APEC, the East Asia Summit",
  },
  {
    id: "fact/en/cancelled",
    fact: "cancelled",
    where: "around",
    pattern: /\b(?:cancel(?:l?ed|s|lation)|called off|scrapped|scuttled)\b/i,
    example: "cancelled his visit to …",
  },
  {
    id: "fact/en/postponed",
    fact: "postponed",
    where: "around",
    pattern: /\b(?:postpone[ds]?|postponement|put off|delayed)\b/i,
    example: "the summit was postponed",
  },
  {
    id: "fact/en/announced",
    fact: "announced",
    where: "before",
    pattern: new RegExp(
      `(?:\\b(?:will|shall|(?:is|are) (?:(?:also|now|still|then|both|later) )?(?:set|scheduled|expected|due|slated|preparing|planning|going) (?:to|for)|to be (?:hosted|held)|plan(?:s|ned|ning)? (?:to|for|on)|planned|upcoming|forthcoming|invit(?:ed|es|ation|ing)|wish(?:es|ed)? (?:for|to)|look(?:s|ed|ing)? forward to|would(?: (?:hold|visit|travel|host))?|agreed to|(?:agreed|efforts?|work(?:ing)?|try(?:ing)?|tried|seeks?|sought|hop(?:es?|ed|ing)|pledged|vowed|promised|aim(?:s|ed|ing)?|push(?:es|ed|ing)?) (?:to|towards?) (?:meet|hold|speak|visit|convene|arrange|host|organi[sz]e|resume|restart)(?:ing)?|intends? to|scheduled|prepar(?:e|es|ing|ations?) for|next)${within(7)})`,
      "iu",
    ),
    example: "will meet with …",
  },
  {
    id: "fact/en/on-the-eve",
    fact: "announced",
    where: "before",
    pattern:
      /\b(?:ahead of|in advance of|on the eve of|prior to)(?:\s+(?!(?:held|had|met|hosted|spoke|received|welcomed|attended|visited)\b)[\p{L}\p{N}'’–-]+){0,7}\s*$/iu,
    example: "ahead of the meeting with …",
  },
  {
    id: "fact/en/looked-forward-to",
    fact: "announced",
    where: "before",
    pattern: new RegExp(`\\blook(?:s|ed|ing)? forward to${within(12)}`, "iu"),
    example: "I look forward to welcoming the Prime Minister to Port Selne for the summit",
  },
  {
    id: "fact/en/announced-after",
    fact: "announced",
    where: "after",
    pattern:
      /^[^,;]{0,60}?\b(?:will (?:take place|be (?:held|hosted))|(?:is|are) (?:scheduled|planned|expected|due|set) |to be held|to take place|planned for|scheduled for|next (?:week|month|year))\b/i,
    example: "a meeting is scheduled for …",
  },
  {
    id: "fact/en/hypothetical",
    fact: "none",
    where: "before",
    pattern: new RegExp(
      `\\b(?:if|whether|unless|could|might|may|should|possible|potential|possibility of|prospects? (?:of|for)|chance of|hop(?:e|es|ed) (?:of|for|to)|hoping (?:to|for)|wants? to|seeks? to|seeking|ready (?:to|for)|readiness (?:to|for)|willing(?:ness)? to|open to|able to|need(?:s|ed)? (?:to|for|of)?|in favou?r of|call(?:s|ed|ing)? (?:for|on)|urg(?:e|ed|es|ing)|demand(?:s|ed|ing)?|push(?:ed|es|ing)? for|appeal(?:s|ed|ing)? (?:for|to)|request(?:s|ed|ing)?|propos(?:ed|es|al|ing)|offer(?:s|ed|ing)?|resum(?:e|ing|ption of)|return(?:ing)? to|continu(?:e|ing|ation of)|support(?:s|ed|ing)?(?: for)?|facilitat(?:e|ing)|any|future|further|more|regular|frequent|annual|occasional|such|peace|like to|love to|serious|meaningful|substantive|host of|level of|kind of|format of|importance of)${inPhrase(4)}`,
      "iu",
    ),
    example: "called for talks with …",
  },
  {
    id: "fact/en/asked",
    fact: "none",
    where: "before",
    pattern: /\b(?:ask|urge|want|press|expect)(?:s|ed|ing)? (?:[\p{L}’'-]+ ){1,4}to $/iu,
    example: "asked the President to visit …",
  },
  {
    id: "fact/en/earlier",
    fact: "earlier",
    where: "before",
    pattern: new RegExp(
      `\\b(?:last|previous|prior|earlier|past|since (?:the|their|his|our|my)|follow(?:ing|ed|s)? up (?:on|from|to)|follow-up (?:on|from|to))${within(7)}`,
      "iu",
    ),
    example: "since their last meeting in …",
  },
];
