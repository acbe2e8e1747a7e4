import pc from "picocolors";
import type {
  Brief,
  BriefEncounter,
  BriefPage,
  BriefSilence,
  BriefStatement,
  BriefVoice,
  Place,
} from "../app/brief/brief.ts";
import {
  absenceHeading,
  bandWords,
  judgementWords,
  checkWords,
  pageLine,
  pageNumbers,
  silenceSubject,
  voiceHeading,
} from "../app/brief/words.ts";
import type { Io } from "./io.ts";
import { plainLine, wrap } from "./text.ts";

/** Longest quotation shown in full, in characters; longer ones are cut with “…” (the place has the rest). */
const longestQuote = 320;

/** The brief as lines for a terminal of the given width. */
export function briefToTerminal(brief: Brief, io: Pick<Io, "colour" | "columns">): string {
  const page = new TerminalPage(io);
  page.heading(`Pages read (${brief.pages.length})`);
  for (const read of brief.pages) page.title(read);
  page.heading(`Encounters (${brief.encounters.length})`);
  for (const encounter of brief.encounters) writeEncounter(page, encounter);
  if (brief.elsewhere.length > 0) page.heading("Said elsewhere");
  for (const voice of brief.elsewhere) writeVoice(page, voice);
  if (brief.silences.length > 0) page.heading(`Reported as unsaid (${brief.silences.length})`);
  for (const silence of brief.silences) page.item(silenceLine(silence), silence.place);
  if (brief.phrases.length > 0) page.heading(`Set phrases by side (${brief.phrases.length})`);
  for (const phrase of brief.phrases) {
    const uses = phrase.uses.map((use) => `${use.party} ${use.places.map(at).join(" ")}`);
    page.item(`${phrase.label}: ${uses.join("; ")}`, null);
  }
  if (brief.judgements.length > 0) page.heading(`Judgements (${brief.judgements.length})`);
  for (const judgement of brief.judgements) {
    const bands = bandWords(judgement.bands);
    page.item(
      `${judgement.assessor}: ${judgementWords(judgement)}: ${quoted(cut(judgement.about))}${bands === "" ? "" : ` · ${bands}`}`,
      judgement.place,
    );
  }
  return page.text();
}

function writeEncounter(page: TerminalPage, encounter: BriefEncounter): void {
  const where = encounter.where === null ? "" : `, ${encounter.where}`;
  const status = encounter.status === "held" ? "" : ` (${encounter.status})`;
  page.bold(`${encounter.when}${where}  ${encounter.heading}${status}`, "");
  const pages = encounter.mentionedOn.map((place) => place.page);
  page.quiet(`spoken of on ${pageNumbers(pages)} · ${encounter.id}`);
  for (const voice of encounter.voices) writeVoice(page, voice);
  if (encounter.reported.length > 0) page.label("Reported as unsaid");
  for (const silence of encounter.reported) page.item(silenceLine(silence), silence.place);
  for (const absence of encounter.absences) {
    page.label(absenceHeading(absence));
    const missing = absence.missing.map(
      ({ label, attributed, at: place }) =>
        `${label}${attributed ? ", put in its mouth" : ""}${place === null ? "" : ` ${at(place)}`}`,
    );
    if (missing.length > 0) page.item(missing.join("; "), null);
  }
  page.blank();
}

function writeVoice(page: TerminalPage, voice: BriefVoice): void {
  page.label(voiceHeading(voice));
  for (const statement of voice.statements) page.item(statementLine(statement), statement.place);
}

/** Lines gathered for a terminal: wrapped to its width, coloured where it has colours. */
class TerminalPage {
  readonly #lines: string[] = [];
  readonly #colour: ReturnType<typeof pc.createColors>;
  readonly #width: number;

  constructor({ colour, columns }: Pick<Io, "colour" | "columns">) {
    this.#colour = pc.createColors(colour);
    this.#width = Math.max(60, Math.min(columns, 110));
  }

  heading(text: string): void {
    if (this.#lines.length > 0 && this.#lines.at(-1) !== "") this.blank();
    this.#lines.push(this.#colour.bold(text.toUpperCase()), "");
  }

  title(read: BriefPage): void {
    const number = `${String(read.number).padStart(3)}  `;
    this.#lines.push(wrap(this.#colour.bold(plainLine(read.title)), this.#width, number, "     "));
    this.#lines.push(wrap(plainLine(pageLine(read)), this.#width, "     ", "     "));
    this.#lines.push(`     ${this.#colour.dim(plainLine(read.path))}`);
  }

  bold(text: string, indent: string): void {
    this.#lines.push(wrap(this.#colour.bold(plainLine(text)), this.#width, indent, "  "));
  }

  quiet(text: string): void {
    this.#lines.push(this.#colour.dim(wrap(plainLine(text), this.#width, "  ", "  ")));
  }

  label(text: string): void {
    this.#lines.push(this.#colour.underline(wrap(plainLine(text), this.#width, "  ", "  ")));
  }

  item(text: string, place: Place | null): void {
    const where = place === null ? "" : `  ${at(place)}`;
    this.#lines.push(wrap(`${plainLine(text)}${where}`, this.#width, "    • ", "      "));
  }

  blank(): void {
    this.#lines.push("");
  }

  text(): string {
    return `${this.#lines.join("\n").trimEnd()}\n`;
  }
}

/** “[3 ¶2]”, “[3 ¶2 p. 7]”: page, paragraph, printed page; the blanks do not break. */
function at(place: Place): string {
  const original = place.original === null ? "" : `\u00a0${place.original.replace(" ", "\u00a0")}`;
  return `[${place.page}\u00a0¶${place.paragraph}${original}]`;
}

/** “Xi Jinping, by Xinhua, noted: “…””. */
function statementLine(statement: BriefStatement): string {
  const account = statement.account === null ? "" : `, by ${statement.account},`;
  const negated = statement.negated ? " [negated]" : "";
  const hedged = statement.hedged ? " [hedged]" : "";
  const cue = statement.cue === null ? "" : ` ${statement.cue}`;
  const named = statement.named === null ? "" : ` [“${cut(statement.named, 60)}”]`;
  return `${statement.speaker}${named}${account}${cue}${negated}${hedged}: ${statement.content.map((part) => quoted(cut(part))).join(" … ")}`;
}

/** “China on “Ukraine”: “the readout did not mention …” (not found in page 2 either)”. */
function silenceLine(silence: BriefSilence): string {
  const check = checkWords(silence);
  return `${silenceSubject(silence)}: ${quoted(cut(silence.report))}${check === null ? "" : ` (${check})`}`;
}

/** Put quotation marks around a text that has none of its own. */
function quoted(text: string): string {
  return /^[“"«「‘]/u.test(text) && /[”"»」’]$/u.test(text) ? text : `“${text}”`;
}

function cut(text: string, longest = longestQuote): string {
  return text.length <= longest ? text : `${text.slice(0, longest).replace(/\s+\S*$/u, "")} …`;
}
