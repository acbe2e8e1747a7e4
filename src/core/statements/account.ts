import type { Document, Range } from "../document.ts";
import type { AccountLink } from "../records.ts";

/** Whether a page is what one or more sides say themselves: an account of a side, or a text that several issued. */
export function isOfficial({ party, kind }: Document): boolean {
  return party !== null || kind === "joint-statement";
}

/**
 * Who vouches for a statement beyond its speaker: the page itself. An official account is its
 * issuer's readout, a report its outlet's, an opinion its author's, then the outlet; a report whose outlet
 * is not known, its author's.
 * @param via - words inside the text that name who passed it on, already as a link
 * @returns links, innermost first; never empty where the page's publisher or author is known
 */
export function accountChain(document: Document, via: AccountLink | null): AccountLink[] {
  const chain: AccountLink[] = via === null ? [] : [via];
  if (document.party !== null) {
    return [
      ...chain,
      {
        actor: document.issuer ?? document.party,
        quote: document.outlet ?? "",
        range: null,
        role: "readout",
      },
    ];
  }
  const published = document.issuer !== null || document.outlet !== null;
  if (document.kind === "opinion" || !published) {
    for (const author of document.byline.slice(0, 1))
      chain.push({ actor: null, quote: author, range: null, role: "person" });
  }
  if (published) {
    chain.push({
      actor: document.issuer,
      quote: document.outlet ?? "",
      range: null,
      role: "outlet",
    });
  }
  return chain;
}

/** A link for words in the text (“Xinhua”, “the Kremlin's readout”). */
export function linkFor(
  document: Document,
  range: Range,
  actor: string | null,
  role: AccountLink["role"],
): AccountLink {
  return { actor, quote: document.text.slice(range.start, range.end), range, role };
}
