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
    speaker: known || named || "(nobody named)",
    named: known !== "" && named !== null && !known.includes(named) ? named : null,
    cue: statement.cue === null ? null : spanOf(document, statement.cue).quote,
    content: statement.content.map((range) => spanOf(document, range).quote),
    form: statement.form,
    negated: statement.polarity === "negated",
    hedged: statement.hedged,
    account: between(statement.account, reading),
    place: placeOf(document, statement),
  };
}

/** Whose account a page is: its issuer, outlet or author. */
export function voiceOf(
  document: Document,
  page: BriefPage,
  statements: readonly BriefStatement[],
  reading: Reading,
): BriefVoice {
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
function between(account: readonly AccountLink[], reading: Reading): string | null {
  const names = account.slice(0, -1).flatMap((link) => linkLabel(link, reading) ?? []);
  return names.length === 0 ? null : names.join(", in ");
}

function linkLabel(link: AccountLink, reading: Reading): string | null {
  if (link.actor !== null) return reading.labelOf(link.actor);
  return link.quote === "" ? null : link.quote;
}
