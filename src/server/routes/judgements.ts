import type { FastifyInstance } from "fastify";
import type { Dispute } from "../../core/claims/disputes.ts";
import type { Position } from "../../core/claims/positions.ts";
import { claimsOf } from "../claims.ts";
import type { AccountEntry, Entry } from "../catalogue.ts";
import type { Library } from "../library.ts";
import { named, namedOrNull } from "../lines.ts";
import { facetsOf, hasWords, part, type FindingQuery } from "../parts.ts";
import { plainLabel } from "../plain-label.ts";
import type { PageOf } from "../records.ts";
import type {
  ClaimLine,
  CommitmentLine,
  CommitmentPage,
  JudgementLine,
  JudgementPage,
} from "../finding-records.ts";
import {
  claimLine,
  commitmentLine,
  describe,
  filter,
  judgementLine,
  pageOf,
  paging,
  query,
} from "../schemas.ts";

interface JudgementQuery {
  readonly q?: string;
  readonly assessor?: string;
  readonly kind?: string;
  readonly topic?: string;
  readonly offset: number;
  readonly limit: number;
}

interface CommitmentQuery {
  readonly q?: string;
  readonly actor?: string;
  readonly status?: string;
  readonly domain?: string;
  readonly offset: number;
  readonly limit: number;
}

/** What is held to be how likely, and what is committed to. */
export function judgementRoutes(api: FastifyInstance, library: Library): void {
  claimRoutes(api, library);
  const words = { q: filter("Words that occur in it") };
  api.get<{ Querystring: JudgementQuery }>(
    "/assessments",
    {
      schema: describe(
        "Judgements, newest page first: who holds what to be how likely",
        pageOf(judgementLine),
        {
          querystring: query({
            ...words,
            assessor: filter("Actor id of who holds it"),
            kind: filter("likely, unlikely, possible …"),
            topic: filter("Topic id"),
            ...paging,
          }),
        },
      ),
    },
    (request): JudgementPage => {
      const { q, assessor, kind, topic } = request.query;
      const found = library
        .derived("judgements", () => newestFirst(library, judgementsOf))
        .filter(
          (one) =>
            (kind === undefined || one.kind === kind) &&
            (assessor === undefined || one.assessor?.id === assessor) &&
            (topic === undefined || one.topics.some(({ id }) => id === topic)) &&
            hasWords(`${one.about} ${one.term} ${one.assessor?.label ?? one.assessorQuote}`, q),
        );
      return {
        ...part(found, request.query, (one) => one),
        facets: {
          assessor: facetsOf(found.flatMap((one) => one.assessor ?? [])),
          kind: facetsOf(found.map(({ kind: id }) => ({ id, label: id }))),
          topic: facetsOf(found.flatMap((one) => one.topics)),
        },
      };
    },
  );
  api.get<{ Querystring: CommitmentQuery }>(
    "/commitments",
    {
      schema: describe(
        "Commitments, newest page first: who commits to what, how far along",
        pageOf(commitmentLine),
        {
          querystring: query({
            ...words,
            actor: filter("Actor id of who commits"),
            status: filter("promised, signed, carried-out, withheld, refused, undone"),
            domain: filter("Domain of its topics"),
            ...paging,
          }),
        },
      ),
    },
    (request): CommitmentPage => {
      const { q, actor, status, domain } = request.query;
      const found = library
        .derived("commitments", () => newestFirst(library, commitmentsOf))
        .filter(
          (one) =>
            (status === undefined || one.status === status) &&
            (domain === undefined || one.domain === domain) &&
            (actor === undefined || one.actors.some(({ id }) => id === actor)) &&
            hasWords(`${one.about} ${one.actors.map(({ label }) => label).join(" ")}`, q),
        );
      return {
        ...part(found, request.query, (one) => one),
        facets: {
          actor: facetsOf(found.flatMap((one) => one.actors)),
          status: facetsOf(found.map(({ status: id }) => ({ id, label: id }))),
          domain: facetsOf(
            found.flatMap(({ domain: id }) => (id === null ? [] : [{ id, label: id }])),
          ),
        },
      };
    },
  );
}

/** Questions that pages take sides on. */
function claimRoutes(api: FastifyInstance, library: Library): void {
  const known = new Map<string, readonly Position[]>();
  api.get<{ Querystring: FindingQuery }>(
    "/claims",
    {
      schema: describe(
        "Questions that pages take sides on, disputed ones first: who says yes, who no",
        pageOf(claimLine),
        {
          querystring: query({
            q: filter("Words that occur in question, holders or quotes"),
            kind: filter("disputed, hedged or agreed"),
            party: filter("Side that is asked about"),
            ...paging,
          }),
        },
      ),
    },
    async (request): Promise<PageOf<ClaimLine>> => {
      const { q, kind, party } = request.query;
      const lines = (
        await library.derived("claims", async () => await claimsOf(library, known))
      ).map((dispute) => claimLineOf(library, dispute));
      const found = lines.filter(
        (line) =>
          (kind === undefined || line.verdict === kind) &&
          (party === undefined || line.sides.some(({ id }) => id === party)) &&
          hasWords(
            `${line.question} ${line.sides.map(({ label }) => label).join(" ")} ${line.positions
              .map((one) => `${one.holder?.label ?? one.holderQuote} ${one.place.quote}`)
              .join(" ")}`,
            q,
          ),
      );
      return part(found, request.query, (line) => line);
    },
  );
}

function claimLineOf(library: Library, dispute: Dispute): ClaimLine {
  return {
    id: dispute.id,
    question: dispute.label,
    sides: dispute.sides.map((id) => named(library, id)),
    verdict: dispute.verdict,
    positions: dispute.positions.map((position) => {
      const summary = library.entries.get(position.span.document)?.summary;
      const holder = namedOrNull(library, position.holder);
      const name = holder?.label ?? position.holderQuote;
      return {
        stance: position.stance,
        hedged: position.hedged,
        holder,
        holderQuote: plainLabel(position.holderQuote),
        term: position.term,
        account: accountNames(library, position.account).filter((one) => one !== name),
        inferred: position.basis === "inferred",
        place: position.span,
        title: summary?.title ?? "(no title)",
        outlet: summary?.outlet ?? null,
        published: summary?.published.value ?? null,
      };
    }),
  };
}

function newestFirst<Line>(
  library: Library,
  linesOf: (library: Library, entry: Entry) => readonly Line[],
): readonly Line[] {
  return [...library.entries.values()]
    .toSorted((a, b) =>
      (b.summary.published.latest ?? "").localeCompare(a.summary.published.latest ?? ""),
    )
    .flatMap((entry) => linesOf(library, entry));
}

function judgementsOf(library: Library, entry: Entry): JudgementLine[] {
  return entry.judgements.map(({ start, end, quote, account, ...one }) => ({
    ...one,
    ...pageOfLine(entry, start, end, quote),
    assessor: namedOrNull(library, one.assessor),
    topics: one.topics.map((id) => named(library, id)),
    account: accountNames(library, account),
  }));
}

function commitmentsOf(library: Library, entry: Entry): CommitmentLine[] {
  return entry.commitments.map(({ start, end, quote, account, mention, ...one }) => ({
    ...one,
    ...pageOfLine(entry, start, end, quote),
    actors: one.actors.map((id) => named(library, id)),
    toward: one.toward.map((id) => named(library, id)),
    account: accountNames(library, account),
    encounter: library.encounterOf(entry.summary.id, mention),
  }));
}

function pageOfLine(
  { summary }: Entry,
  start: number,
  end: number,
  quote: string,
): Pick<JudgementLine, "place" | "title" | "outlet" | "published"> {
  return {
    place: { document: summary.id, start, end, quote },
    title: summary.title ?? "(no title)",
    outlet: summary.outlet,
    published: summary.published.value,
  };
}

function accountNames(library: Library, account: readonly AccountEntry[]): string[] {
  return account
    .map(({ actor, quote }) => (actor === null ? quote : library.labelOf(actor)))
    .filter((name) => name !== "");
}
