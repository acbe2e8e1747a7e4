import type { SilenceRule } from "../../silences/rules.ts";

const counted = "hits read in 1.2 M words of news";
const usage = "usage of press and briefings";

/** Negated auxiliaries in front of a verb of speaking, with the adverbs that leave the silence whole. */
const not =
  "(?:did|does|do|had|has|have)(?: not|n['’]t| never)(?: (?:really|even|once|also|ever|actually|yet|immediately|initially|explicitly|specifically|directly|publicly|openly|repeatedly|in fact|at all|otherwise|further)){0,2}";
const mention =
  "(?:mention(?:ed)?|refer(?:red)? to|name(?:d)?|discuss(?:ed)?|raised?|b(?:ring|rought) up|sp(?:eak|oke|oken) (?:of|about)|touch(?:ed)? (?:up)?on|acknowledged?|cited?|allude[d]? to|list(?:ed)?|elaborated?(?: on)?)";
const mentioning =
  "(?:mentioning|referring to|referencing|naming|addressing|citing|acknowledging|specifying|elaborating(?: on)?|saying|alluding to|discussing|singling out|identifying)";
const judge =
  "(?:endors|condemn|criticis|criticiz|denounc|back|support|promis|nam|mention|say|call|referr|acknowledg|address|commit|recognis|recogniz|challeng|blam|apologis|apologiz|rul|announc|declar|describ|confirm|urg|demand|pledg|threaten)";
const text =
  "(?:statement|read-?out|communiqu[eé]|declaration|resolution|document|text|transcript|remarks|speech|address|summary|press release|release|report|agreement|article|op-ed|message|account)";

/** English patterns of reported silences; those that failed when read (“fell short of”) are left out. */
export const englishSilenceRules: readonly SilenceRule[] = [
  {
    id: "silence/en/made-no-mention",
    type: "omission",
    topic: "after",
    silent: "subject",
    pattern:
      /\b(?:(?:ma(?:de|kes?|king)|contain(?:s|ed|ing)?|includ(?:es?|ed|ing)|gave|giv(?:es?|ing)|had|has|having|with|without|there (?:was|is|were|has been|had been)|but|yet|bore|carried|lack(?:s|ed|ing)?) )?(?:no|any|a single|not (?:even )?(?:a|one)(?: single)?|not any) (?:(?:explicit|direct|specific|public|further|single|passing|clear|overt|other|new) ){0,2}(?:mentions?|references?|allusions?)(?: (?:is|was|were) made)?(?: in (?:it|(?:the|its|his|her|their|this|that) (?:[\w-]+['’]?s? ){0,3}[\w-]+))?(?: (?:of|to|about|on)\b|(?= in\b| [—–-]))/giu,
    example: "made no mention of the canal",
    source: counted,
  },
  {
    id: "silence/en/did-not-mention",
    type: "omission",
    topic: "after",
    silent: "subject",
    pattern: new RegExp(
      `\\b${not} ${mention}(?![\\w-])|\\bdid(?: not|n['’]t| never)(?: (?:directly|explicitly|specifically|publicly|even|once))? address(?![\\w-])`,
      "giu",
    ),
    example: "did not mention the canal",
    source: counted,
  },
  {
    id: "silence/en/did-not-say",
    type: "omission",
    topic: "after",
    silent: "subject",
    pattern: new RegExp(
      `\\b${not} (?:say|said|specif(?:y|ied)|disclosed?|explain(?:ed)?|reveal(?:ed)?|state[d]?|clarif(?:y|ied)|spell(?:ed)? out)(?= (?:whether|if|when|where|how|why|who|what|which|that|the (?:reason|number|name|amount|date))\\b)|\\b${not} (?:g(?:ive|iven|ave)|provided?|offer(?:ed)?) (?:any |further |more |additional |specific )*(?:details?|specifics|explanations?|reasons?)\\b(?: (?:of|about|on|for)\\b)?`,
      "giu",
    ),
    example: "did not say when the canal would open",
    source: usage,
  },
  {
    id: "silence/en/did-not-include",
    type: "omission",
    topic: "after",
    silent: "text",
    pattern: new RegExp(
      `\\b${text}s?\\b(?:[^.;:,]{0,80}|[^.;:]{0,20} — [^.;:—]{0,60} — )\\b${not} (?:include[d]?|contain(?:ed)?|feature[d]?|carr(?:y|ied))\\b`,
      "giu",
    ),
    example: "the statement did not include any call for a ceasefire",
    source: usage,
  },
  {
    id: "silence/en/did-not-judge",
    type: "omission",
    topic: "after",
    silent: "subject",
    pattern: new RegExp(
      `\\b(?:did|had|has|have)(?: not|n['’]t| never)(?: (?:ever|even|yet|so far|explicitly|publicly|openly|directly|once)){0,2} (?:condemn(?:ed)?|criticis(?:e|ed)|criticiz(?:e|ed)|denounced?|endorsed?|(?:use[d]? (?:th(?:e|at|is)|such)(?: particular| very| exact)? (?:words?|terms?|phrases?|phrasing|language|expressions?|wording|formulation)))\\b(?: of\\b)?`,
      "giu",
    ),
    example: "has not used the phrase “old friends”",
    source: usage,
  },
  {
    id: "silence/en/did-not-call",
    type: "omission",
    topic: "after",
    silent: "subject",
    pattern: new RegExp(
      `\\b${not} (?:term(?:ed)?|label(?:l?ed)?|describe[d]?|characteris(?:e|ed)|characteriz(?:e|ed))\\b(?=[^.;]{3,80}\\bas?n?\\b)`,
      "giu",
    ),
    example: "did not describe the blockade as an act of war",
    source: usage,
  },
  {
    id: "silence/en/neither",
    type: "omission",
    topic: "after",
    silent: "subject",
    pattern: new RegExp(
      `\\bneither\\b[^.;:]{3,60}?\\bnor\\b(?: [^\\s,.;:]+){1,5}? (?:(?:has|have|had|did|does) )?(?:ever |even |explicitly |publicly )?(?:mentions?|mentioned|refer(?:s|red)? to|named?|terme?d?|address(?:ed|es)?|described?|call(?:ed)?|acknowledged?|elaborated?(?: on)?|specified|said)(?![\\w-])|\\bneither (?:endors(?:es?|ed)|condemn(?:s|ed)?|criticis(?:es?|ed)|criticiz(?:es?|ed)|confirm(?:s|ed)?|support(?:s|ed)?|back(?:s|ed)?) nor (?:endors(?:es?|ed)|condemn(?:s|ed)?|criticis(?:es?|ed)|criticiz(?:es?|ed)|den(?:y|ies|ied)|oppos(?:es?|ed)|reject(?:s|ed)?)\\b`,
      "giu",
    ),
    example: "neither capital has termed the pact an alliance",
    source: usage,
  },
  {
    id: "silence/en/nor-did",
    type: "omission",
    topic: "after",
    silent: "subject",
    pattern:
      /\bnor (?:did|does|has|have|had) (?:[^.;:,]{2,50}? )(?:do so\b|mention(?:ed)?|refer(?:red)? to|address(?:ed)?|named?|say\b|said\b|specif(?:y|ied)|acknowledged?|touch(?:ed)? on|called? for)|\bnor (?:is|was|are|were) there (?:any |a )(?:mention|reference)\b(?: (?:of|to)\b)?/giu,
    example: "nor did she mention the canal",
    source: counted,
  },
  {
    id: "silence/en/none-mentioned",
    type: "omission",
    topic: "after",
    silent: "subject",
    pattern: new RegExp(
      `\\b(?:no one|nobody|none of [^.;:]{3,50}?|neither of [^.;:]{3,40}?|never(?: once)?|nowhere (?:does|did|do|has|had) [^.;:]{2,50}?) (?:ever |even |explicitly )?(?:mention(?:s|ed)?|refer(?:s|red)? to|named?|address(?:es|ed)?|acknowledged?)\\b`,
      "giu",
    ),
    example: "none of the statements mentioned the canal",
    source: usage,
  },
  {
    id: "silence/en/without-mentioning",
    type: "omission",
    topic: "after",
    silent: "subject",
    pattern: new RegExp(
      `(?<!\\b(?:go|goes|went|going) )\\bwithout (?:(?:explicitly|directly|specifically|ever|even|once|publicly|openly|actually|further) ){0,2}(?:${mentioning}|giving (?:any |further |more )*(?:details?|specifics)(?: (?:of|about|on)\\b)?|(?:a single |any |direct |explicit |specific )*(?:mention of|reference to)|a word (?:about|on|of))(?![\\w-])`,
      "giu",
    ),
    example: "without referring to the canal",
    source: counted,
  },
  {
    id: "silence/en/instead-of",
    type: "omission",
    topic: "after",
    silent: "subject",
    pattern:
      /\b(?:as opposed to|instead of|rather than) (?:explicitly |directly |openly )?(?:mentioning|naming|referring to|affirming|endorsing|condemning|criticising|criticizing|acknowledging|blaming)\b/giu,
    example: "called for calm rather than condemning the blockade",
    source: usage,
  },
  {
    id: "silence/en/stopped-short",
    type: "omission",
    topic: "after",
    silent: "subject",
    pattern: new RegExp(
      `\\bstop(?:ped|s|ping)? (?:just |well |far )?short of (?:explicitly |directly |openly |actually |outright |fully |formally )?(?:${judge}\\w*ing\\b(?: (?:to|out|for)\\b)?|(?:a |an |any )?(?:outright |full |explicit |direct )?(?:condemnation|endorsement|criticism|commitment|apology|mention)s?(?: (?:of|to|for)\\b)?)`,
      "giu",
    ),
    example: "stopped short of mentioning the canal",
    source: counted,
  },
  {
    id: "silence/en/refrained",
    type: "omission",
    topic: "after",
    silent: "subject",
    pattern: new RegExp(
      `\\b(?:refrain(?:ed|s|ing) from|sh(?:ied|ies|ying) away from|steer(?:ed|s|ing) clear of|avoid(?:ed|s|ing)|held back from|carefully avoid(?:ed|s|ing)?) (?:explicitly |directly |openly |publicly |ever |even |any |outright |overt )*(?:${mentioning}|(?:condemn|criticis|criticiz|endors|nam|describ|label|blam|challeng|call|comment|us)ing\\b(?: (?:on|out|for|the (?:word|term|phrase|label|expression)s?)\\b)?|(?:direct |explicit |public )*(?:mentions?|criticism|condemnation|references?)(?: (?:of|to)\\b)|the (?:words?|terms?|phrases?|topic of|subject of|issue of|question of)(?= ))`,
      "giu",
    ),
    example: "avoided any mention of the canal",
    source: usage,
  },
  {
    id: "silence/en/skirted",
    type: "omission",
    topic: "after",
    silent: "subject",
    pattern:
      /\b(?:gloss(?:ed|es|ing)? over|sidestep(?:ped|s|ping)?|skirt(?:ed|s|ing)?(?: around)?(?= (?:the |any |an? |that |this |its |his |her |their |all )?(?:\S+ ){0,2}?(?:issue|question|topic|subject|matter|mention|point|debate|dispute)s?\b)|tiptoe[ds]? around|pass(?:ed|es|ing)? over in silence|skipp(?:ed|ing) over|danc(?:ed|es|ing) around)(?= (?:the|any|an?|questions?|that|this|its|his|her|their)\b)(?: (?:the |any |an? )?(?:issues?|questions?|topics?|subjects?|matters?|mention) (?:of|about|on|over)\b)?/giu,
    example: "sidestepped the issue of the canal",
    source: usage,
  },
  {
    id: "silence/en/left-out",
    type: "omission",
    topic: "after",
    silent: "subject",
    pattern:
      /(?<!\b(?:be|being|been|was|were|is|are|feel|feels|felt|feeling|get|got|am) )(?<!\b(?:facts|details|those|people|who) )\b(?:(?:left out|leaves out|leaving out|omitted|omits|omitting)(?= (?!of\b|or\b|and\b|in\b|from\b)[\p{L}“"‘'])|(?:dropped|removed|deleted|excluded|excised|cut) (?:any |all |every |a |the |an? earlier |a previous )?(?:mentions?|references?|wording|language|phrases?|passages?)(?: (?:of|to|about|on)\b))/giu,
    example: "agreed on trade but left out the canal",
    source: counted,
  },
  {
    id: "silence/en/failed-to-mention",
    type: "omission",
    topic: "after",
    silent: "subject",
    pattern: new RegExp(
      `\\b(?:fail(?:ed|s|ing)?|neglect(?:ed|s|ing)?|forg(?:ot|ets|etting)|omitt?(?:ed|s|ing)?) (?:even )?to (?:even )?(?:explicitly |directly |openly )?(?:mention|refer to|name|address|condemn|acknowledge|raise|specify|disclose|say|bring up|cite|denounce|criticise|criticize)\\b`,
      "giu",
    ),
    example: "failed to mention the canal",
    source: usage,
  },
  {
    id: "silence/en/what-was-left",
    type: "omission",
    topic: "after",
    silent: "subject",
    pattern:
      /\bwhat (?:he|she|they|it|we|the [\w ]{3,30}?|\p{Lu}[\p{L}.'’ -]{1,40}?) (?:(?:did(?: not|n['’]t)|does(?: not|n['’]t)|has(?: not|n['’]t)) (?:say|said|list|listed|mention|mentioned|include|included)|left out|leaves out|omitted|omits)(?: as [^,;:.]{2,60})?(?:, (?:namely|including)\b|:|,? (?:is|was|were|are)\b(?! (?:as|more|just|also|less)))/gu,
    example: "what she did not list, namely the canal",
    source: counted,
  },
  {
    id: "silence/en/absent-from",
    type: "omission",
    topic: "before",
    silent: "behind",
    pattern:
      /(?<!\b(?:was|were|[Ww]hat (?:is|was)) )\b(?:(?:conspicuously|notably|noticeably|strikingly|glaringly|completely|entirely|largely|pointedly|curiously|clearly) )(?:absent|missing)\b(?!,? (?:at|for|when|was|were|is|are|who)\b)(?! from (?!(?:[\p{L}’'-]+ ){0,6}?(?:statement|read-?out|communiqu|declaration|document|text|transcript|remarks|speech|address|summary|release|agreement|article|draft|account|version|list of)))|\b(?:absent|missing|omitted|left out|excluded|dropped|removed|deleted) from (?=(?:the|his|her|its|their|this|that|both|any|\p{Lu}[\p{L}]+(?:['’]s?)?) (?:[\p{L}-]+['’]?s? ){0,4}(?:statement|read-?out|communiqu|declaration|document|text|transcript|remarks|speech|address|summary|release|agreement|article|draft|account|version))/giu,
    example: "the canal was notably absent from the readout",
    source: counted,
  },
  {
    id: "silence/en/absent-was",
    type: "omission",
    topic: "after",
    silent: "text",
    pattern:
      /\b(?:(?:what|that) (?:is|was)|(?:conspicuously|notably|noticeably|strikingly|glaringly|also|completely|entirely)) (?:(?:also|conspicuously|notably|noticeably|strikingly|completely|entirely) )?(?:absent|missing|left out|omitted|not mentioned|unmentioned)(?: (?:from|in) [^.;:]{3,80}?)?(?: – [^–]{3,80} –|, [^,.;]{3,60},)? (?:was|were|is|are)\b(?!(?: that)? neither\b)(?: that\b)?/giu,
    example: "notably absent from the statement was the canal",
    source: usage,
  },
  {
    id: "silence/en/not-mentioned",
    type: "omission",
    topic: "before",
    silent: "text",
    pattern:
      /\b(?:(?:was|were|is|are|has been|have been|had been)(?: not|n['’]t|n['’]t even| not even| never| nowhere)(?: (?:explicitly|specifically|directly|even|ever|once|publicly|otherwise)){0,2} (?:mentioned|referred to|addressed|named|discussed publicly|raised|cited|touched (?:up)?on|alluded to)|(?:was|were|is|are|goes|went|remain(?:s|ed)?) (?:left )?(?:unmentioned|unsaid|unnamed|unaddressed)|(?:did|does|do)(?: not|n['’]t) (?:appear|feature|figure|come up)(?= (?:anywhere |at all )?(?:in|on) (?:the|his|her|its|their|this|that|either|any)\b))/giu,
    example: "the canal was not mentioned in the readout",
    source: counted,
  },
  {
    id: "silence/en/silent-on",
    type: "omission",
    topic: "after",
    silent: "subject",
    pattern:
      /\b(?:(?:remain(?:s|ed)?|kept|keeps|keeping|stay(?:s|ed)?|is|was|were|are|been|be|largely|conspicuously|notably|noticeably|strikingly|fell|gone|went|mostly|all but) (?:(?:largely|conspicuously|notably|strikingly|mostly|completely|curiously|publicly|deliberately) )?(?:silent|mum|quiet|tight-lipped|vague) (?:on|about|over|regarding)|(?:public |official |long |strategic )?silence (?:on|about|over|regarding)|(?:said|says|saying|had|has) (?:almost |next to |virtually )?nothing (?:to say )?(?:about|on|of|regarding)|(?:said |says |uttered |with )?(?:no|not a(?: single)?|nary a) word(?:s)? (?:was |were )?(?:said )?(?:about|on|of))\b(?! the (?:kind|sort)\b)/giu,
    example: "stayed silent on the canal",
    source: usage,
  },
  {
    id: "silence/en/declined-comment",
    type: "refusal",
    topic: "after",
    silent: "subject",
    pattern:
      /\b(?:declin(?:ed|es|ing)|refus(?:ed|es|ing)|unwilling|reluctant) (?:repeatedly |again |further |publicly )?to (?:publicly |directly |immediately |further |even )?(?:(?:comment|say|answer|discuss|elaborate|confirm|disclose|reveal|specify|respond|speculate|explain|address|be drawn|name|identify|condemn|describe|acknowledge|mention|divulge|talk about)\b(?: (?:on|about|to|any|further|details?|specifics|information|questions?)\b)*(?: (?:whether|if)\b)?|call(?=[^.;]{2,80}\ba[ns]?\b)|(?:give|provide|offer) (?:any |further |more |specific |additional )*(?:details?|comments?|information|explanations?|specifics|answers?|reasons?)\b(?: (?:on|about|of)\b)?)|\b(?:declin(?:ed|es|ing)|refus(?:ed|es|ing)) (?:any )?(?:further )?comment\b/giu,
    example: "declined to comment on the canal",
    source: "CAMEO 011",
  },
  {
    id: "silence/en/no-answer",
    type: "refusal",
    topic: "after",
    silent: "subject",
    pattern:
      /\b(?:did|does|have|has|had)(?: not|n['’]t) (?:immediately |directly |yet )?(?:respond(?:ed)?|repl(?:y|ied)|answer(?:ed)?|return(?:ed)?)(?: to)?(?: (?:a|an|any|several|multiple|repeated|further|the|his|her|our|e-?mailed|written|phone|\p{L}+['’]s?)\b['’]?)*(?: (?:requests? (?:for|seeking|to) (?:an? |further )*(?:comment|interview|information|clarification|details?)s?|questions?|calls?|e-?mails?|messages?|inquir(?:y|ies)|enquir(?:y|ies)|queries)(?![\w])(?: seeking (?:further )?comments?| for (?:further )?comments?)?)/giu,
    example: "did not respond to a request for comment",
    source: usage,
  },
  {
    id: "silence/en/would-not-say",
    type: "refusal",
    topic: "after",
    silent: "subject",
    pattern:
      /\b(?:would(?: not|n['’]t)|will not|won['’]t) (?:publicly |immediately |directly )?(?:comment|say|discuss|confirm|elaborate|speculate|be drawn|give details|disclose|reveal|specify)\b(?: (?:on|about))?(?: (?:whether|if)\b)?|\b(?:had|has|made|with|offered) no (?:immediate |further |public )?comment\b(?: (?:on|about)\b)?|\b(?:dodg|duck|evad|deflect|sidestepp|ignor)(?:ed|es|ing) (?:reporters['’] |the |a |any |repeated |shouted )*questions?\b(?: (?:about|on|over|of)\b)?(?: (?:whether)\b)?/giu,
    example: "would not say whether the canal would open",
    source: usage,
  },
  {
    id: "silence/en/not-yet",
    type: "not-yet",
    topic: "after",
    silent: "subject",
    pattern:
      /\b(?:(?:has|have|had) (?:yet|still) to|(?:has|have|had)(?: still)?(?: not|n['’]t) yet|(?:has|have) still(?: not|n['’]t)|(?:is|are|was|were) yet to) (?:publicly |formally |officially |explicitly |openly )?(?:comment|respond|react|repl|say|said|announc|confirm|acknowledg|condemn|criticis|criticiz|denounc|recogni[sz]|endors|commit|sign|ratif|offer|provid|publish|releas|issu|explain|explicat|address|mention|nam|join|approv|decid|reveal|disclos|specif|agre|visit|congratulat|declar|deny|denied|clarif|present|submit|propos|apologi[sz]|accept|reject)\w*/giu,
    example: "has yet to offer the port any aid",
    source: usage,
  },
];
