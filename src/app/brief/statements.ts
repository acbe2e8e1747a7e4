import { spanOf, type Document } from "../../core/document.ts";
import type { AccountLink, Statement } from "../../core/records.ts";
import { statementId } from "../../export/statement-id.ts";
import type { Reading } from "../reading.ts";
import type { BriefPage, BriefStatement, BriefVoice } from "./brief.ts";
import { listOf } from "./labels.ts";
import type { PlaceOf } from "./places.ts";

/** A statement as the brief shows it under the page that tells it. */
export function briefStatement(
  document: Document,
  statement: Statement,
  index: number,
  placeOf: PlaceOf,
  reading: Reading,
): BriefStatement {
  const named = statement.source === null ? null : spanOf(document, statement.source).quote;
  const known = listOf(statement.actors.map((id) => reading.labelOf(id)));
  return {
    id: statementId(document.id, index),
    speaker: named === null ? nobody(known) : known || named,
    named: known !== "" && named !== null && !known.includes(named) ? named : null,
    cue: statement.cue === null ? null : spanOf(document, statement.cue).quote,
    content: statement.content.map((range) => spanOf(document, range).quote),
    form: statement.form,
    negated: statement.polarity === "negated",
    hedged: statement.hedged,
    account: between(document, statement.account, reading),
    place: placeOf(document, statement),
  };
}

/** A statement without a source: on whose behalf it stands, where that follows from the page. */
function nobody(behalf: string): string {
  return behalf === "" ? "(nobody named)" : `(nobody named, for ${behalf})`;
}

/** Whose account a page is: its issuer, outlet or author. */
export function voiceOf(
  document: Document,
  page: BriefPage,
  statements: readonly BriefStatement[],
  reading: Reading,
): BriefVoice {
  const authors = document.kind === "opinion" ? listOf(document.byline) : "";
  if (authors !== "") {
    const by = document.outlet === null ? authors : `${authors}, ${document.outlet}`;
    return { page, by, statements };
  }
  const own = document.layers.statements[0]?.account.at(-1);
  const issuer = document.issuer ?? document.party;
  const by =
    (own === undefined ? null : linkLabel(own, reading)) ??
    (issuer === null ? null : reading.labelOf(issuer)) ??
    document.outlet ??
    (document.byline.length > 0 ? listOf(document.byline) : "the page itself");
  return { page, by, statements };
}

/** Who stands between the speaker and the page, innermost first; the page itself is left out. */
function between(
  { kind, byline }: Document,
  account: readonly AccountLink[],
  reading: Reading,
): string | null {
  const isAuthor = ({ range, quote }: AccountLink): boolean =>
    kind === "opinion" && range === null && byline.includes(quote);
  const names = account
    .slice(0, -1)
    .filter((link) => !isAuthor(link))
    .flatMap((link) => linkLabel(link, reading) ?? []);
  return names.length === 0 ? null : names.join(", in ");
}

function linkLabel(link: AccountLink, reading: Reading): string | null {
  if (link.actor !== null) return reading.labelOf(link.actor);
  return link.quote === "" ? null : link.quote;
}
