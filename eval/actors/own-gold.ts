import { cleanPage } from "../../src/core/clean/clean-page.ts";
import type { Context } from "../../src/core/context.ts";
import type { ActorMention, Document, Language } from "../../src/core/document.ts";
import { toPage } from "../../src/core/offset-map.ts";
import { annotateUpTo } from "../../src/core/pipeline.ts";
import { holds, readGold, type GoldPage, type GoldSpan } from "../gold/gold.ts";
import { corpusPage } from "../pages.ts";

/** A mention that a person marked: a name, a role, a metonym, a pronoun or a group. */
interface GoldMention extends GoldSpan {
  /** Who is meant; empty for somebody the tables don't hold, several for a group. */
  readonly actors: readonly string[];
}

interface MentionPage extends GoldPage {
  readonly mentions: readonly GoldMention[];
}

/** Mentions of a kind by what became of them. */
export interface MentionScore {
  right: number;
  wrong: number;
  open: number;
}

/** What came of the marked pages. */
export interface OwnScores {
  /** Of names and roles of one known actor, by language. */
  readonly known: Record<Language, MentionScore>;
  /** Of pronouns and roles that point back to one known actor. */
  readonly pointing: MentionScore;
  /** Of groups (`the two leaders`): right when all are the ones meant, and no other. */
  readonly groups: MentionScore;
  /** Of people the tables don't hold: right when nobody of the tables is found in them. */
  readonly unknown: MentionScore;
  /** A line for each wrong or open mention. */
  readonly faults: readonly string[];
}

const pointing = /^(?:he|she|his|her|him|they|the former|the latter)$/i;

/**
 * Compare who is found in the marked mentions of `eval/gold/actors.json` with who is meant.
 * @throws when a page is no longer what was marked
 */
export function scoreMentions(data: string, context: Context): OwnScores {
  const blank = (): MentionScore => ({ right: 0, wrong: 0, open: 0 });
  const known = { en: blank(), zh: blank(), ru: blank() };
  const scores = { known, pointing: blank(), groups: blank(), unknown: blank() };
  const faults: string[] = [];
  for (const { page: name, mentions } of readGold<MentionPage>("actors")) {
    const page = corpusPage(data, name);
    const document = annotateUpTo(cleanPage(page, context, null), context, "actors");
    for (const mention of mentions) {
      if (!holds(page.source, mention))
        throw new Error(`${name}: the page is not the one that was marked at ${mention.start}`);
      const words = page.source.slice(mention.start, mention.end);
      const language = (document.language ?? "en") as Language;
      const score = kindOf(mention, words, scores, scores.known[language]);
      const found = findingOf(document, mention);
      const outcome = judge(mention.actors, found);
      score[outcome]++;
      if (outcome !== "right")
        faults.push(
          `${outcome}: “${words.replace(/\s+/g, " ")}” is ${mention.actors.join(" + ") || "unknown"}, ` +
            `found ${found?.rule ?? "nothing"} ${actorsOf(found).join(" + ")} [${name.slice(-60)}]`,
        );
    }
  }
  return { ...scores, faults };
}

function kindOf(
  mention: GoldMention,
  words: string,
  scores: Pick<OwnScores, "pointing" | "groups" | "unknown">,
  named: MentionScore,
): MentionScore {
  if (mention.actors.length === 0) return scores.unknown;
  if (mention.actors.length > 1) return scores.groups;
  return pointing.test(words) ? scores.pointing : named;
}

/** The mention that covers most of a marked place. */
function findingOf(document: Document, gold: GoldMention): ActorMention | null {
  let best: ActorMention | null = null;
  let most = 0;
  for (const mention of document.layers.actors) {
    const range = toPage(document.offsets, mention);
    if (range === null) continue;
    const shared = Math.min(range.end, gold.end) - Math.max(range.start, gold.start);
    if (shared > most) {
      most = shared;
      best = mention;
    }
  }
  return best;
}

function actorsOf(mention: ActorMention | null): readonly string[] {
  if (mention === null) return [];
  return mention.actors.length > 0 ? mention.actors : mention.actor === null ? [] : [mention.actor];
}

function judge(meant: readonly string[], mention: ActorMention | null): keyof MentionScore {
  const found = actorsOf(mention);
  const isKnown = found.some((actor) => !actor.startsWith("new:"));
  if (meant.length === 0) return isKnown ? "wrong" : "right";
  if (found.length === 0) return "open";
  const same = found.length === meant.length && meant.every((actor) => found.includes(actor));
  return same ? "right" : "wrong";
}
