import type { Context } from "../../context.ts";
import type { Document } from "../../document.ts";
import { findEncountersWith } from "../../encounters/find-encounters.ts";
import type { EncounterGrammar } from "../../encounters/rules.ts";
import type { EncounterMention } from "../../records.ts";
import type { Found } from "../pack.ts";

const source = "accounts and press pages at large";

/** English words that speak of encounters. */
export const englishEncounters: EncounterGrammar = {
  rules: [
    {
      id: "encounter/en/video",
      pattern:
        /\b(?:video (?:call|conference|conversation|link|summit|meeting)|virtual(?:ly)? (?:meeting|summit|talks|met)|videoconference|secure video|via video(?: ?link)?|by video ?(?:link|conference))s?\b/gi,
      mode: "video",
      example: "Readout of the President's Video Call with …",
      source,
    },
    {
      id: "encounter/en/phone",
      pattern:
        /\b(?:(?:tele)?phone (?:call|conversation|talk)s?|phone (?:talks|contact)|spoke(?:n)? (?:today |yesterday |on \w+ )?by (?:tele)?phone|by phone|over the phone|held a (?:phone )?call|call with|(?:the|a|this|their|recent|prior|last|first|second|third|\d{1,2}) (?:call|phone call)s?|calls? (?:between|since|with|on|from))\b/gi,
      mode: "phone",
      example: "Telephone conversation with …",
      source,
    },
    {
      id: "encounter/en/joint-statement",
      pattern: /\b(?:joint (?:statement|communiqu[eé]|declaration)|signed a statement)\b/gi,
      mode: "joint-statement",
      example: "issued a joint statement",
      source,
    },
    {
      id: "encounter/en/exercise",
      pattern:
        /\bjoint (?:military |naval |air )?(?:exercises?|drills?|man(?:o?eu)vers?|patrols?)\b/gi,
      mode: "exercise",
      example: "joint military exercises",
      source,
    },
    {
      id: "encounter/en/visit",
      pattern:
        /\b(?:state visit|official visit|working visit|visit(?:s|ed)? to|in-person (?:foreign )?visit|trip to|(?:his|her|their) visit|arriv(?:ed|es) (?:in|on))\b/gi,
      mode: "visit",
      example: "his state visit to …",
      source,
    },
    {
      id: "encounter/en/summit",
      pattern: /\b(?:summits?)\b/gi,
      mode: "multilateral",
      example: "at the summit",
      source,
    },
    {
      id: "encounter/en/letter",
      pattern:
        /\b(?:exchanged? (?:letters|messages|greetings)|sent a (?:letter|message|telegram) to|letter to)\b/gi,
      mode: "letter",
      example: "sent a letter to",
      source,
    },
    {
      id: "encounter/en/meeting",
      pattern:
        /\b(?:[Mm]eetings?|met(?= (?:with|in|at|on|his|her|their|today|President|Prime|Chinese|Russian|for|behind|face|again|\p{Lu}))|[Ff]ace[- ]to[- ][Ff]ace|[Tt]alks|reunion|[Nn]egotiations|sideline(?:s)?|held (?:bilateral )?consultations|remarks to \p{Lu}\w+ at)\b/gu,
      mode: "meeting",
      example: "their meeting in …",
      source,
    },
    {
      id: "encounter/en/spoke",
      pattern:
        /\b(?:spoke(?: today| yesterday| separately)? with|conversation(?:s)? (?:with|between)|had (?:a|an|his|her)(?: \w+){0,3} conversation|the conversation|held a conversation)\b/gi,
      mode: null,
      example: "spoke today with …",
      source,
    },
  ],
  status: [
    {
      status: "cancelled",
      pattern: /\b(?:cancel(?:l?ed|s)|called off|scrapped|refused to meet)\b/i,
    },
    { status: "postponed", pattern: /\b(?:postponed?|put off|delayed)\b/i },
    {
      status: "announced",
      pattern:
        /\b(?:will (?:meet|visit|hold|speak|travel|attend|host|take place|be held)|to be (?:hosted|held)|is (?:set|scheduled|expected|due) to|are (?:set|scheduled|expected|due) to|plan(?:s|ned)? to|upcoming|next (?:week|month|year)|invit(?:ed|ation|es)|wish for|proposed|looks? forward to|in the near future|readiness to hold|would hold)\b/i,
    },
  ],
  sequence:
    /\b(?:(?:their|his|her|the|a) )?(?:first|second|third|fourth|fifth|sixth|seventh|\d+(?:st|nd|rd|th)) (?:[\w-]+ ){0,4}(?:meeting|call|conversation|visit|summit|talks?|since)\b(?:[^.,;]{0,60}? since [^.,;]{3,50})?/i,
  notDate: /\b(?:since|before|after|until|till|by|ahead of|from)\s+(?:the\s+)?$/i,
  placeBefore: /\b(?:in|at|near|outside|to)\s+(?:the\s+)?$/i,
};

/** Encounters that an English document speaks of. */
export function findEncounters(document: Document, context: Context): Found<EncounterMention> {
  return findEncountersWith(document, context, englishEncounters);
}
