import type { Document } from "../../document.ts";
import type { Silence } from "../../records.ts";
import { findSilencesWith, type SilenceGrammar } from "../../silences/find-silences.ts";
import type { Found } from "../pack.ts";

const counted = "hits read in 1.2 M words of news";
const adverbs = "(?:\\w+ly |even |once |also |ever )?";
const speak =
  "(?:mention|refer(?:red)? to|address|name|discuss|raise|bring up|speak of|touch (?:up)?on|acknowledge|cite)";

/** English patterns of reported silences; those that failed when read (“fell short of”) are left out. */
export const englishSilences: SilenceGrammar = {
  rules: [
    {
      id: "silence/en/made-no-mention",
      type: "omission",
      silent: "before",
      pattern:
        /\b(?:made|makes|making|with|contained|contains|included|includes|gave|there (?:was|is)|but) no (?:explicit |direct |specific |public )?(?:mention|reference)s?(?: (?:was|is) made)? (?:of|to|about)\b/giu,
      example: "made no mention of the canal",
      source: counted,
    },
    {
      id: "silence/en/did-not-mention",
      type: "omission",
      silent: "before",
      pattern: new RegExp(
        `\\b(?:did|does|do|had|has|have)(?: not|n['’]t) ${adverbs}(?:explicitly |specifically |directly |publicly |repeatedly )?${speak}(?:ed)?\\b`,
        "giu",
      ),
      example: "did not mention the canal",
      source: counted,
    },
    {
      id: "silence/en/without-mentioning",
      type: "omission",
      silent: "before",
      pattern:
        /\bwithout (?:explicitly |directly |specifically |ever |even )?(?:mentioning|referring to|naming|addressing|any mention of|any reference to|reference to|mention of)\b/giu,
      example: "without referring to the canal",
      source: counted,
    },
    {
      id: "silence/en/stopped-short",
      type: "omission",
      silent: "before",
      pattern:
        /\bstop(?:ped|s|ping)? short of (?:explicitly |directly |openly )?(?:mentioning|naming|saying|endorsing|condemning|calling|criticizing|criticising|backing|supporting|referring to|promising|committing to)\b/giu,
      example: "stopped short of mentioning the canal",
      source: counted,
    },
    {
      id: "silence/en/left-out",
      type: "omission",
      silent: "before",
      pattern: /\b(?:left out|leaves out|leaving out|omitted|omits|omitting)\b(?! of\b)/giu,
      example: "agreed on trade but left out the canal",
      source: counted,
    },
    {
      id: "silence/en/nor-did",
      type: "omission",
      silent: "before",
      pattern:
        /\bnor (?:did|does|has|have) (?:he|she|they|it) (?:mention|refer to|say|address)\b/giu,
      example: "nor did he mention the canal",
      source: counted,
    },
    {
      id: "silence/en/didnt-list",
      type: "omission",
      silent: "before",
      pattern:
        /\bwhat (?:he|she|they|it) (?:did(?: not|n['’]t)|left out|omitted)(?: (?:say|list|mention))?(?: as [^,]{2,60})?, (?:namely|including)\b/giu,
      example: "what he didn't list, namely the canal",
      source: counted,
    },
    {
      id: "silence/en/absent-from",
      type: "omission",
      silent: "after",
      pattern:
        /\b(?:conspicuously|notably|noticeably) (?:absent|missing|silent)(?: (?:from|in|on|about))?\b/giu,
      example: "notably absent from the readout",
      source: counted,
    },
    {
      id: "silence/en/declined-comment",
      type: "refusal",
      silent: "before",
      pattern:
        /\b(?:declined|refused) to (?:comment|say|answer|discuss|elaborate|confirm)(?: (?:on|about|whether|if))?\b/giu,
      example: "declined to comment on the canal",
      source: "CAMEO 011",
    },
  ],
  clauseEnd:
    /[.;:—]|,\s|\s[–-]\s|\s(?:but|although|though|while|which|and (?:he|she|they|it|said|the))\s|\bduring the\b|\bin (?:his|her|their|its) (?:remarks|speech|statement)\b/iu,
  filler: /^\s+(?:the fact that\s+|that\s+|of\s+|to\s+)?/iu,
};

/** Reported silences of an English document. */
export function findSilences(document: Document): Found<Silence> {
  return findSilencesWith(document, englishSilences);
}
