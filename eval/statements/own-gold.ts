import type { Context } from "../../src/core/context.ts";
import type { AccountLink, Statement } from "../../src/core/records.ts";
import { hashOf, holds, readGold, type GoldPage, type GoldSpan } from "../gold/gold.ts";
import { corpusPage } from "../pages.ts";
import type { Attribution, ScoredText } from "./attribution.ts";
import { matchOneToOne } from "./matching.ts";
import { attributionOf, documentOf } from "./own-output.ts";
import { isRelaxed } from "./score.ts";

/** A link of an account chain: an actor's id, or a hash of the name or words where the tables have none. */
interface GoldLink {
  readonly actor: string | null;
  readonly hash: string | null;
}

/** A statement that a person marked. */
interface GoldStatement {
  readonly source: GoldSpan | null;
  readonly cue: GoldSpan | null;
  readonly content: readonly GoldSpan[];
  /** Who speaks; `null` where no actor of the tables is meant, or which one is open. */
  readonly actors: readonly string[] | null;
  readonly polarity: Statement["polarity"];
  /** Who vouches for it, innermost first. */
  readonly account: readonly GoldLink[];
  /** A belief, an intention, a repetition in a caption: neither missed when absent nor wrong when found. */
  readonly optional?: boolean;
}

interface StatementPage extends GoldPage {
  readonly statements: readonly GoldStatement[];
}

/** What came of the pages of one set of gold. */
export interface GoldScores {
  /** Texts for `score`, without what is optional on either side. */
  readonly texts: readonly ScoredText[];
  /** Of statements found: their account chains. */
  readonly chains: { right: number; found: number; gold: number };
  /** Of statements found with a source whose actor is known: who speaks. */
  readonly actors: { right: number; wrong: number; open: number };
  /** Of sourceless statements found: on whose behalf. */
  readonly unnamed: { right: number; wrong: number; open: number };
  readonly polarity: { right: number; found: number };
  /** A line for each wrong chain or actor. */
  readonly faults: readonly string[];
}

/**
 * Read the pages of a set of gold and compare.
 * @param set - file in `eval/gold` without `.json`
 * @param keep - which of its pages
 * @throws when a page is no longer what was marked
 */
export function scoreGold(
  data: string,
  set: string,
  context: Context,
  keep: (page: string) => boolean = () => true,
): GoldScores {
  const scores = {
    texts: [] as ScoredText[],
    chains: { right: 0, found: 0, gold: 0 },
    actors: { right: 0, wrong: 0, open: 0 },
    unnamed: { right: 0, wrong: 0, open: 0 },
    polarity: { right: 0, found: 0 },
    faults: [] as string[],
  };
  for (const { page: name, statements } of readGold<StatementPage>(set)) {
    if (!keep(name)) continue;
    const page = corpusPage(data, name);
    for (const statement of statements)
      for (const span of [statement.source, statement.cue, ...statement.content])
        if (span !== null && !holds(page.source, span))
          throw new Error(`${name}: the page is not the one that was marked at ${span.start}`);
    const document = documentOf(page, context);
    const found = document.layers.statements;
    const predicted = found.map((statement) => attributionOf(document, page.source, statement));
    const gold = statements.map(asAttribution);
    const partners = matchOneToOne(gold.length, predicted.length, (one, other) =>
      isRelaxed(gold[one]!, predicted[other]!),
    );
    const optional = new Set(partners.filter((_, index) => statements[index]!.optional === true));
    scores.texts.push({
      name,
      text: page.source,
      gold: gold.filter((_, index) => statements[index]!.optional !== true),
      predicted: predicted.filter((_, index) => !optional.has(index)),
    });
    for (const [index, statement] of statements.entries()) {
      if (statement.optional === true) continue;
      scores.chains.gold++;
      const partner = found[partners[index]!];
      if (partner === undefined) continue;
      const words = page.source.slice(statement.content[0]!.start, statement.content[0]!.end);
      const place = `${name}: ${words.replace(/\s+/g, " ").slice(0, 60)}`;
      scores.chains.found++;
      if (sameChain(statement.account, partner.account)) scores.chains.right++;
      else
        scores.faults.push(
          `chain ${chainOf(partner.account)} ≠ ${statement.account.map((link) => link.actor ?? "name").join(" < ")} — ${place}`,
        );
      scores.polarity.found++;
      if (statement.polarity === partner.polarity) scores.polarity.right++;
      if (statement.actors === null) continue;
      const tally = statement.source === null ? scores.unnamed : scores.actors;
      if (partner.actors.length === 0) {
        tally.open++;
        scores.faults.push(`actor open ≠ ${statement.actors.join("+")} — ${place}`);
      } else if (sameActors(statement, partner.actors)) tally.right++;
      else {
        tally.wrong++;
        scores.faults.push(
          `actor ${partner.actors.join("+")} ≠ ${statement.actors.join("+")} — ${place}`,
        );
      }
    }
  }
  return scores;
}

function asAttribution({ source, cue, content }: GoldStatement): Attribution {
  return {
    source: source === null ? [] : [source],
    cue: cue === null ? [] : [cue],
    content,
  };
}

/** The same actors in the same order; where the tables have no actor, the same words. */
function sameChain(gold: readonly GoldLink[], found: readonly AccountLink[]): boolean {
  return (
    gold.length === found.length &&
    gold.every((link, index) => {
      const other = found[index]!;
      return link.actor === null ? hashOf(other.quote) === link.hash : other.actor === link.actor;
    })
  );
}

/** The same set; on whose behalf a sourceless statement stands may be told by persons or by their states. */
function sameActors(statement: GoldStatement, found: readonly string[]): boolean {
  const key = (ids: readonly string[]): string => [...new Set(ids)].toSorted().join(" ");
  if (key(statement.actors!) === key(found)) return true;
  return (
    statement.source === null &&
    key(statement.actors!) === key(found.map((id) => id.split(":")[0]!))
  );
}

function chainOf(account: readonly AccountLink[]): string {
  return account.map((link) => link.actor ?? `“${link.quote}”`).join(" < ");
}
