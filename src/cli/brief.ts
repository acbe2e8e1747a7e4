import pc from "picocolors";
import type { Brief, BriefSilence, BriefStatement, Place } from "../app/brief.ts";
import type { Io } from "./io.ts";
import { plainLine, wrap } from "./text.ts";

/** Longest quotation shown in full, in characters; longer ones are cut with “…” (the place has the rest). */
const longestQuote = 320;

/** The brief as lines for a terminal of the given width. */
export function briefToTerminal(brief: Brief, io: Pick<Io, "colour" | "columns">): string {
  const colour = pc.createColors(io.colour);
  const width = Math.max(60, Math.min(io.columns, 110));
  const lines: string[] = [];
  const heading = (text: string): void => void lines.push("", colour.bold(text.toUpperCase()), "");
  const item = (text: string, place: Place | null, indent = "  "): void => {
    const where = place === null ? "" : `  [${place.page} ¶${place.paragraph}]`;
    lines.push(wrap(`${plainLine(text)}${where}`, width, `${indent}• `, `${indent}  `));
  };

  heading(`Pages read (${brief.pages.length})`);
  for (const page of brief.pages) {
    const about = [
      page.outlet ?? "outlet not stated",
      ...(page.byline.length > 0 ? [page.byline.join(", ")] : []),
      `${page.published} (${page.publishedHow})`,
      page.party === null ? page.kind : `${page.kind}, ${page.party}'s account`,
      page.language ?? "language unknown",
    ].join(" · ");
    lines.push(
      wrap(
        colour.bold(plainLine(page.title)),
        width,
        `${String(page.number).padStart(3)}  `,
        "     ",
      ),
    );
    lines.push(wrap(plainLine(about), width, "     ", "     "));
    lines.push(`     ${colour.dim(plainLine(page.path))}`);
  }

  heading(`Encounters (${brief.encounters.length})`);
  for (const encounter of brief.encounters) {
    const where = encounter.where === null ? "" : `, ${encounter.where}`;
    const status = encounter.status === "held" ? "" : ` (${encounter.status})`;
    lines.push(
      wrap(
        colour.bold(plainLine(`${encounter.when}${where}  ${encounter.heading}${status}`)),
        width,
        "",
        "  ",
      ),
    );
    const accounts = encounter.accounts.length === 0 ? "none held" : encounter.accounts.join(", ");
    const pages = [...new Set(encounter.mentionedOn.map((place) => place.page))].join(", ");
    lines.push(
      wrap(`accounts: ${accounts} · on pages ${pages} · ${encounter.id}`, width, "  ", "  "),
    );
    for (const statement of encounter.statements) item(statementLine(statement), statement.place);
    for (const silence of encounter.silences) item(silenceLine(silence), silence.place);
    lines.push("");
  }

  if (brief.elsewhere.length > 0) {
    heading("Said elsewhere");
    for (const { page, statements } of brief.elsewhere) {
      lines.push(
        wrap(
          colour.bold(plainLine(page.title)),
          width,
          `${String(page.number).padStart(3)}  `,
          "     ",
        ),
      );
      for (const statement of statements) item(statementLine(statement), statement.place);
      lines.push("");
    }
  }
  if (brief.silences.length > 0) {
    heading(`Left unsaid (${brief.silences.length})`);
    for (const silence of brief.silences) item(silenceLine(silence), silence.place);
  }
  if (brief.phrases.length > 0) {
    heading(`Set phrases by side (${brief.phrases.length})`);
    for (const phrase of brief.phrases) {
      const uses = phrase.uses
        .map(
          (use) =>
            `${use.party} ${use.places.map((place) => `[${place.page} ¶${place.paragraph}]`).join(" ")}`,
        )
        .join("; ");
      item(`${phrase.label}: ${uses}`, null);
    }
  }
  if (brief.judgements.length > 0) {
    heading(`Judgements (${brief.judgements.length})`);
    for (const judgement of brief.judgements) {
      item(`${judgement.assessor}: ${judgement.term}: “${cut(judgement.about)}”`, judgement.place);
    }
  }
  lines.push("");
  return lines.join("\n").replace(/^\n/, "");
}

/** “Xi Jinping, by Russia's account, noted: “…””. */
export function statementLine(statement: BriefStatement): string {
  const account = statement.account === null ? "" : ` (by the account of ${statement.account})`;
  const negated = statement.negated ? " [negated]" : "";
  const hedged = statement.hedged ? " [hedged]" : "";
  const cue = statement.cue === null ? "" : ` ${statement.cue}`;
  const named = statement.named === null ? "" : ` [“${cut(statement.named, 60)}”]`;
  return `${statement.speaker}${named}${account}${cue}${negated}${hedged}: ${statement.content.map((part) => quoted(cut(part))).join(" … ")}`;
}

/** “Left unsaid by China: Ukraine (says …; not checkable)”. */
export function silenceLine(silence: BriefSilence): string {
  const says = silence.claimant === null ? "" : `, says ${silence.claimant}`;
  const check = silence.check.status === "not-checkable" ? "" : ` [${silence.check.status}]`;
  return `Unsaid by ${silence.who}${says}: ${quoted(cut(silence.what))}${check}`;
}

/** Put quotation marks around a text that has none of its own. */
function quoted(text: string): string {
  return /^[“"«「‘]/u.test(text) && /[”"»」’]$/u.test(text) ? text : `“${text}”`;
}

function cut(text: string, longest = longestQuote): string {
  return text.length <= longest ? text : `${text.slice(0, longest).replace(/\s+\S*$/u, "")} …`;
}
