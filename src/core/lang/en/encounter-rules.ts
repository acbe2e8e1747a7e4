import type { EncounterRule } from "../../encounters/rules.ts";

const source = "accounts and press pages at large";

/** “met the demands of”, “met resistance”: no encounter. */
const metWhat =
  "(?! (?:(?:the|a|an|all|any|some|no|its|their|his|her|our|these|those|this|that|with|by) )?(?:\\p{Ll}+ ){0,2}(?:demands?|needs?|targets?|goals?|criteria|standards?|challenges?|deadlines?|requirements?|conditions?|resistance|opposition|expectations?|obligations?|commitments?|approval|criticism|scepticism|skepticism|failure|success|force|reality|costs?|halfway)\\b)";

/** English words that speak of encounters. */
export const encounterRules: readonly EncounterRule[] = [
  {
    id: "encounter/en/video",
    pattern:
      /\b(?:(?:secure |virtual )?video[- ]?(?:call|conference|conversation|link|summit|meeting|talks)|virtual (?:bilateral |trilateral |leaders['’] )?(?:meeting|summit|talks|call)|online (?:meeting|summit|talks)|video[- ]?teleconference)\b/gi,
    mode: "video",
    form: "noun",
    example: "Readout of the President's Video Call with …",
    source,
  },
  {
    id: "encounter/en/phone",
    pattern:
      /\b(?:(?:tele)?phone (?:call|conversation|talks?|discussion)|phone contact|(?<!press )conference call|(?<!(?:press|conference|background|wake-up|roll|close|a|this|the president['’]s|distress) )call(?= (?:with|between|to|today|yesterday|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))|(?<=\b(?:the|this|that|their|his|her|our|today['’]s|yesterday['’]s|recent|prior|last|latest|first|second|third|fourth|previous|joint|a|held a|\d{1,2}|day['’]s) )call(?! (?:for|to (?:action|arms|order|end|stop|all)|center|centre|logs?|on)\b)(?=[ .,;–—]|$))\b/gi,
    mode: "phone",
    form: "noun",
    example: "Telephone conversation with …",
    source,
  },
  {
    id: "encounter/en/called",
    past: true,
    pattern:
      /\b(?:called|phoned|telephoned)(?= (?:\p{Lu}|(?:the |his |her )?\p{L}+ (?:\p{L}+ )?(?:counterpart|president|prime minister|leader)))/gu,
    mode: "phone",
    form: "object",
    example: "The President called Prime Minister …",
    source,
  },
  {
    id: "encounter/en/received-call",
    past: true,
    pattern: /\breceived a (?:(?:tele)?phone )?call(?: today| yesterday)? from(?= )/gu,
    mode: "phone",
    form: "object",
    example: "received a phone call from Prime Minister …",
    source,
  },
  {
    id: "encounter/en/joint-statement",
    pattern:
      /\b(?:joint (?:[\w'’-]+ ){0,2}?(?:statement|communiqu[eé]|declaration)|(?<=signed |issued |adopted )a (?:\w+ )?(?:statement|declaration|communiqu[eé]))\b/gi,
    mode: "joint-statement",
    form: "noun",
    example: "issued a joint statement",
    source,
  },
  {
    id: "encounter/en/exercise",
    pattern:
      /\b(?:(?:joint|combined|bilateral|trilateral) (?:\w+ ){0,2}?(?:exercises?|drills?|man(?:o?eu)vers?|manoeuvres?|patrols?|wargames?)|(?:military|naval|air) (?:exercises?|drills?|maneuvers?|manoeuvres?|patrols?)(?= with))\b/gi,
    mode: "exercise",
    form: "noun",
    example: "joint military exercises",
    source,
  },
  {
    id: "encounter/en/visit",
    pattern:
      /\b(?:(?:state|official|working|return|reciprocal|in-person|foreign|historic|surprise|two-day|three-day) (?:foreign )?visit|visit(?= (?:to|by|of|from)\b)|(?<=\b(?:his|her|their|['’]s|a|the|this|first) )visit(?! (?:the|our|us)\b)|trip(?= to\b))\b/gi,
    mode: "visit",
    form: "noun",
    example: "his state visit to …",
    source,
  },
  {
    id: "encounter/en/visited",
    pattern: /\b(?:visited|paid a visit to|travell?ed to|arrived in|flew to)(?= (?:the )?\p{Lu})/gu,
    mode: "visit",
    form: "object",
    past: true,
    example: "visited Moscow",
    source,
  },
  {
    id: "encounter/en/visits",
    pattern: /(?<=\b(?:will|to|would|may|might|could) )(?:visit|travel to)(?= (?:the )?\p{Lu})/gu,
    mode: "visit",
    form: "object",
    example: "will visit Moscow",
    source,
  },
  {
    id: "encounter/en/summit",
    pattern:
      /\bsummits?\b(?! (?:(?:tele)?phone|video(?:conference)?|tele-?conference|meeting|talks?)\b)/gi,
    mode: "multilateral",
    form: "summit",
    example: "at the summit",
    source,
  },
  {
    id: "encounter/en/letter",
    pattern:
      /(?:(?<=\bexchanged? )(?:letters|messages|greetings|congratulations|telegrams|congratulatory messages)|\bletter(?= (?:to|from)\b))\b/gi,
    mode: "letter",
    form: "noun",
    example: "exchanged messages with",
    source,
  },
  {
    id: "encounter/en/sent-letter",
    pattern:
      /\bsent (?:a |his |her )?(?:congratulatory |condolence )?(?:letter|message|telegram|cable|condolences|congratulations|greetings)(?: of \w+)? to\b/gi,
    mode: "letter",
    form: "object",
    past: true,
    example: "sent a letter of congratulations to …",
    source,
  },
  {
    id: "encounter/en/ceremony",
    pattern:
      /\b(?:(?:signing|opening|closing|wreath-laying|inauguration|welcoming|handover|launch|commissioning|funeral|swearing-in) ceremony|(?:military|victory(?: day)?) parade)\b/gi,
    mode: "ceremony",
    form: "noun",
    example: "attended the opening ceremony with",
    source,
  },
  {
    id: "encounter/en/met",
    pattern: new RegExp(`\\bmet${metWhat}(?![\\p{L}-])`, "gu"),
    mode: "meeting",
    form: "verb",
    past: true,
    example: "met with …",
    source,
  },
  {
    id: "encounter/en/meet",
    pattern: new RegExp(
      `(?<=\\b(?:will|to|would|not|and|never|also|jointly|set to|can|could|may|might|should) )meet${metWhat}(?=[ ,.])`,
      "gu",
    ),
    mode: "meeting",
    form: "verb",
    example: "will meet with …",
    source,
  },
  {
    id: "encounter/en/hosted",
    past: true,
    pattern:
      /\b(?:hosted|received|welcomed|greeted)(?= (?:\p{L}+ ){0,6}?\p{Lu})(?! an? (?:[\p{L}-]+ ){0,3}(?:call|videoconference|video|meeting|summit|talks|conference|conversation|discussion|dinner|lunch)\b)/gu,
    mode: "meeting",
    form: "object",
    example: "hosted Prime Minister … at the White House",
    source,
  },
  {
    id: "encounter/en/hosting",
    pattern:
      /(?<=\b(?:after|while|by|before|upon|on|following) )(?:hosting|receiving|welcoming|meeting)(?= (?:with )?(?:the )?(?:\p{L}+ ){0,5}?\p{Lu})(?! an? )/gu,
    mode: "meeting",
    form: "object",
    example: "after hosting Prime Minister …",
    source,
  },
  {
    id: "encounter/en/told-counterpart",
    past: true,
    pattern:
      /\btold(?= (?:(?:his|her|the) (?:[\p{L}-]+ ){0,3}?(?:counterpart|(?:vice[- ])?president|(?:deputy |prime |foreign |defen[cs]e )?minister|premier|chancellor|king|emir|crown prince)|(?:visiting )?(?:\p{Lu}[\p{L}.-]+ ){0,3}(?:President|Prime Minister|Premier|Chancellor|King|Emir|Crown Prince|Foreign Minister|Foreign Secretary|Defen[cs]e Minister|Defen[cs]e Secretary|Secretary of State))\b)/gu,
    mode: null,
    form: "object",
    example: "told his Meranian counterpart on Thursday that …",
    source,
  },
  {
    id: "encounter/en/meeting",
    pattern:
      /\b(?:(?:bilateral|trilateral|face-to-face|in-person|one-on-one|working) (?:meeting|talks)|meeting(?! (?:the|its|their|our|these|those|all|needs|demands|room|halfway)\b)|reunion|consultations(?= with)|(?:working )?(?:lunch|dinner|breakfast)(?= with)|tête-à-tête)\b/giu,
    mode: "meeting",
    form: "noun",
    example: "their meeting in …",
    source,
  },
  {
    id: "encounter/en/dialogue",
    pattern:
      /(?<=\b(?:chaired|held|hosted|convened|concluded|attended|opened) (?:the |a |their )?(?:[\p{L}\p{N}-]+ ){0,3})(?:Strategic|High-Level|Ministerial|Economic|Defen[cs]e|Security|Human Rights|Bilateral|Foreign Ministers['’]|2\+2)(?: and \p{Lu}\p{L}+)?(?: \p{Lu}\p{L}+)? (?:Dialogue|Consultations|Council|Forum)\b/gu,
    mode: "meeting",
    form: "noun",
    example: "co-chaired the 12th Strategic Dialogue",
    source,
  },
  {
    id: "encounter/en/talks",
    pattern: /\b(?:[Tt]alks|[Nn]egotiations)\b/g,
    mode: "meeting",
    form: "noun",
    general: true,
    example: "held talks with …",
    source,
  },
  {
    id: "encounter/en/meetings",
    pattern:
      /\b(?:meetings|visits|calls|conversations|trips|reunions|phone calls|video calls|engagements|exchanges|joint statements)\b/gi,
    mode: null,
    form: "noun",
    general: true,
    example: "in many calls with …",
    source,
  },
  {
    id: "encounter/en/spoke",
    past: true,
    pattern:
      /\b(?:spoke(?:n)?|talked)(?= (?:[\w,']+ ){0,6}?(?:with|by|on|over|to \p{Lu}|today|yesterday)\b)/gu,
    mode: null,
    form: "verb",
    example: "spoke today with …",
    source,
  },
  {
    id: "encounter/en/deal",
    pattern:
      /(?<=\b(?:reached|struck|signed|concluded|secured|sealed) (?:a |an )(?:[\w-]+ (?:and )?){0,4})(?:deal|agreement|accord|memorandum)(?= with)/gi,
    mode: "other",
    form: "noun",
    past: true,
    example: "reached a trade deal with the President of …",
    source,
  },
  {
    id: "encounter/en/spoke-to",
    pattern:
      /\b(?:spoke|talked)(?: (?:today|yesterday|earlier|again|briefly|directly|by phone|on \p{Lu}\p{Ll}+day))? to(?= )/gu,
    mode: null,
    form: "object",
    past: true,
    example: "spoke today to President …",
    source,
  },
  {
    id: "encounter/en/speak",
    pattern: /(?<=\b(?:will|to|would) )speak(?= (?:[\w,']+ ){0,4}?(?:with|by)\b)/gu,
    mode: null,
    form: "verb",
    example: "will speak with …",
    source,
  },
  {
    id: "encounter/en/welcome",
    pattern: /(?<=\b(?:will|to|would) )(?:welcome|host|receive)(?= (?:\p{L}+ ){0,6}?\p{Lu})/gu,
    mode: "meeting",
    form: "object",
    example: "will welcome Prime Minister …",
    source,
  },
  {
    id: "encounter/en/conversation",
    pattern: /\b(?:conversation|discussion(?= (?:with|between)))\b/gi,
    mode: null,
    form: "noun",
    example: "had a conversation with",
    source,
  },
];
