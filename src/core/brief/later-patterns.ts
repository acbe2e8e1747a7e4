import type { Quote } from "./brief.ts";
import { accountOf, quoted, verbOf, type DraftPart, type Side } from "./draft.ts";
import { capital, countWords, withArticle } from "./words.ts";

/** Patterns of what is unsaid, changed, judged and to watch. */
export const laterPatterns = {
  reported: {
    id: "brief/unsaid/reported",
    example:
      "The Anselm Post says of Valdoria: “Valdoria’s account of the call made no mention of Tarn Island.”¹ A search of Valdoria’s account found no form of it.²",
    write: (
      who: string,
      silent: string,
      quote: Quote,
      check: readonly DraftPart[],
    ): readonly DraftPart[] => [
      `${who}${silent === "" ? "" : ` of ${silent}`}: `,
      ...quoted(quote),
      ".",
      ...check,
    ],
  },
  fresh: {
    id: "brief/changed/new",
    example:
      "Valdoria’s account has Comprehensive strategic partnership: “…”,¹ which is in none of its three earlier accounts held.²",
    write: (
      side: Side,
      label: string,
      quote: Quote,
      earlier: number,
      note: DraftPart,
    ): readonly DraftPart[] => [
      accountOf(side),
      ` ${verbOf(side, "has", "have")} `,
      { label },
      ": ",
      ...quoted(quote),
      `, found in none of the ${countWords(earlier, "earlier account")} of that side held here.`,
      note,
    ],
  },
  dropped: {
    id: "brief/changed/dropped",
    example:
      "Strategic partnership, which three earlier accounts of that side have,¹ was not found in Valdoria’s account.²",
    write: (
      side: Side,
      label: string,
      times: number,
      before: DraftPart,
      searched: DraftPart,
    ): readonly DraftPart[] => [
      { label },
      `, which ${countWords(times, "earlier account")} of that side ${times === 1 ? "has" : "have"},`,
      before,
      " was not found in ",
      accountOf(side),
      ".",
      searched,
    ],
  },
  diluted: {
    id: "brief/changed/diluted",
    example:
      "Where three earlier accounts of that side had Firmly opposes,¹ Valdoria’s account has the weaker “…”.²",
    write: (
      side: Side,
      label: string,
      times: number,
      before: DraftPart,
      weaker: Quote,
    ): readonly DraftPart[] => [
      `Where ${countWords(times, "earlier account")} of that side had `,
      { label },
      ",",
      before,
      " ",
      accountOf(side),
      ` ${verbOf(side, "has", "have")} the weaker `,
      ...quoted(weaker),
      ".",
    ],
  },
  judgement: {
    id: "brief/judged/judgement",
    example:
      "Lena Quist judged: “a free trade agreement is now likely this year”;¹ “likely” is “likely 55–80 %” by ICD 203.",
    write: (holder: string, verb: string, quote: Quote, bands: string): readonly DraftPart[] => [
      `${holder} ${verb}: `,
      ...quoted(quote),
      bands === "" ? "." : `; ${bands}.`,
    ],
  },
  commitment: {
    id: "brief/watch/commitment",
    example:
      "Offered or promised by Merania to Valdoria, as told by the Cabinet Office of Merania: “…”.¹",
    write: (
      status: string,
      who: string,
      toward: string,
      quote: Quote,
      outlet: string,
    ): readonly DraftPart[] => [
      `${status} by ${who}${toward}, as told by ${withArticle(outlet)}: `,
      ...quoted(quote),
      ".",
    ],
  },
  toCome: {
    id: "brief/watch/summit",
    example:
      "The Northern Summit of 2024 is spoken of as still to come (by the table of summits in Selmont, 3 October 2024): “…”.¹",
    write: (what: string, when: string, quote: Quote): readonly DraftPart[] => [
      `${capital(what)} is spoken of as still to come${when}: `,
      ...quoted(quote),
      ".",
    ],
  },
  announced: {
    id: "brief/watch/announced",
    example:
      "A visit of Tomas Eldridge to Valdoria is spoken of as still to come, for 3 October 2024: “…”.¹",
    write: (what: string, when: string, quote: Quote): readonly DraftPart[] => [
      `${capital(what)} is spoken of as still to come${when}: `,
      ...quoted(quote),
      ".",
    ],
  },
};
