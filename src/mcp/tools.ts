import type { Library } from "../server/library.ts";
import { spanOf } from "../core/document.ts";
import { deskBriefToMarkdown } from "../export/brief-markdown.ts";
import type { DeskBrief } from "../core/brief/brief.ts";
import { briefAnswer } from "./brief-answer.ts";
import { ToolError, type Ask } from "./api.ts";
import { longestQuote, partOf, placed, type AddressOf } from "./bounds.ts";

/** What a tool answers: records, and what a reader without records reads (the records as JSON where absent). */
export interface Answer {
  readonly records: Readonly<Record<string, unknown>>;
  readonly text?: string;
}

/** Arguments as the schema of the tool allows them. */
export type Arguments = Readonly<Record<string, unknown>>;

/** A tool that reads. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** JSON Schema of the arguments. */
  readonly inputSchema: {
    readonly type: "object";
    readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    readonly required?: readonly string[];
    readonly additionalProperties: false;
  };
  answer(given: Arguments, desk: Desk): Promise<Answer>;
}

/** What tools read from. */
export interface Desk {
  readonly ask: Ask;
  readonly library: Library;
  readonly addressOf: AddressOf;
}

const words = (description: string): Record<string, unknown> => ({
  type: "string",
  maxLength: 300,
  description,
});

const paging = (most: number): Record<string, Record<string, unknown>> => ({
  offset: { type: "integer", minimum: 0, default: 0, description: "How many to skip" },
  limit: {
    type: "integer",
    minimum: 1,
    maximum: most,
    default: most / 2,
    description: "Most wanted",
  },
});

const side = "Side by its code (CHN, RUS, INT:eu)";
const day = (which: string): Record<string, unknown> => words(`${which} day, ISO (2022-06-15)`);

/** Every tool, in the order clients list them. */
export const tools: readonly Tool[] = [
  {
    name: "search",
    title: "Search the pages",
    description:
      'Passages that hold all the words, in any inflection, or "phrases in quotation marks" as written, best first. Each with its exact place, whose account it stands in and the day.',
    inputSchema: {
      type: "object",
      properties: {
        query: words("Words, in the language of the pages wanted"),
        party: words(`${side} whose account it stands in`),
        language: words("en, zh or ru"),
        speaker: words("Actor id: passages in which this actor speaks"),
        from: day("First"),
        to: day("Last"),
        ...paging(40),
      },
      required: ["query"],
      additionalProperties: false,
    },
    async answer({ query, ...rest }, { ask, addressOf }) {
      const found = await ask("/search", queryOf({ q: query, ...rest }));
      return paged(found, addressOf);
    },
  },
  {
    name: "list_encounters",
    title: "List encounters",
    description:
      "Meetings, calls, visits, summits … that the pages tell of, newest first: who, when, where, whose accounts are held, and the places that speak of each.",
    inputSchema: {
      type: "object",
      properties: {
        participant: words(`Actor id of a participant (CHN:xi-jinping), or ${side.toLowerCase()}`),
        mode: {
          type: "string",
          enum: [
            "meeting",
            "visit",
            "phone",
            "video",
            "multilateral",
            "letter",
            "ceremony",
            "joint-statement",
            "exercise",
            "other",
          ],
          description: "How they met",
        },
        from: day("First"),
        to: day("Last"),
        accounts: { type: "integer", minimum: 0, description: "At least so many accounts held" },
        order: { type: "string", enum: ["newest", "oldest"], default: "newest" },
        ...paging(40),
      },
      additionalProperties: false,
    },
    async answer(given, desk) {
      const found = await desk.ask("/encounters", queryOf(given));
      const items: unknown[] = [];
      for (const item of found["items"] as readonly { readonly id: string }[])
        items.push({ ...item, places: await mentionsOf(item.id, desk) });
      return paged({ ...found, items }, desk.addressOf);
    },
  },
  {
    name: "get_encounter",
    title: "One encounter",
    description:
      "An encounter with every place that speaks of it, its accounts with their addresses, and why pages were taken to speak of the same one.",
    inputSchema: {
      type: "object",
      properties: { id: words("Encounter id, as list_encounters gives it") },
      required: ["id"],
      additionalProperties: false,
    },
    async answer({ id }, { ask, addressOf }) {
      const detail = await ask(`/encounters/${encodeURIComponent(String(id))}`);
      const { texts: _texts, comparison, mentionPlaces, accounts, ...rest } = detail;
      const notes = (comparison as { notes?: unknown } | null)?.notes ?? [];
      const places = mentionPlaces as readonly unknown[];
      const held = (accounts as readonly { readonly document: string }[]).map((account) => ({
        ...account,
        address: addressOf(account.document),
      }));
      const mentions = partOf(
        places.map((place) => placed(place, addressOf)),
        places.length,
        0,
      );
      return {
        records: { ...(placed(rest, addressOf) as object), accounts: held, notes, mentions },
      };
    },
  },
  {
    name: "compare",
    title: "Compare the accounts of an encounter",
    description:
      "What both accounts have, what only one has, what one puts in the other's mouth, where wording, figures or conditions differ; each cell with its places. “absent” is the result of a search, “no-account” means that no text of that side is held. With part=silences: what was searched for and not found.",
    inputSchema: {
      type: "object",
      properties: {
        encounter: words("Encounter id"),
        part: { type: "string", enum: ["rows", "silences"], default: "rows" },
        verdict: {
          type: "string",
          enum: ["conflicts", "attributed-only", "differs", "one-sided", "shared"],
          description: "Rows of this verdict only",
        },
        ...paging(60),
      },
      required: ["encounter"],
      additionalProperties: false,
    },
    async answer({ encounter, part, verdict, offset, limit }, desk) {
      const { ask, addressOf } = desk;
      const comparison = await ask("/compare", { encounter: String(encounter) });
      const { parties, notes } = comparison;
      const all =
        part === "silences"
          ? await silencesOf(String(encounter), desk)
          : (comparison["rows"] as readonly { readonly verdict: string }[]).filter(
              (row) => verdict === undefined || row.verdict === verdict,
            );
      const [from, most] = [Number(offset), Number(limit)];
      const items = all.slice(from, from + most).map((row) => placed(row, addressOf));
      return { records: { parties, notes, ...partOf(items, all.length, from) } };
    },
  },
  {
    name: "list_statements",
    title: "Who said what",
    description:
      "Statements with speaker, cue, content, form (direct, mixed, indirect), polarity, by whose account, and the exact place; newest page first.",
    inputSchema: {
      type: "object",
      properties: {
        speaker: words("Actor id of the speaker (RUS:vladimir-putin)"),
        party: words(`${side} whose account it stands in; press for none`),
        encounter: words("Encounter id"),
        document: words("Document id"),
        topic: words("Topic id that occurs in it"),
        form: { type: "string", enum: ["direct", "mixed", "indirect"] },
        words: words("Words that occur in speaker or content"),
        from: day("First"),
        to: day("Last"),
        ...paging(60),
      },
      additionalProperties: false,
    },
    async answer({ words: wanted, ...rest }, { ask, addressOf }) {
      return paged(await ask("/statements", queryOf({ q: wanted, ...rest })), addressOf);
    },
  },
  {
    name: "read_page",
    title: "Read a page around a place",
    description: `The clean text of a page from an offset on, at most ${4 * longestQuote} characters, with what the page is. For the context of a place, start a little before it.`,
    inputSchema: {
      type: "object",
      properties: {
        document: words("Document id"),
        start: { type: "integer", minimum: 0, default: 0, description: "UTF-16 offset" },
        length: {
          type: "integer",
          minimum: 1,
          maximum: 4 * longestQuote,
          default: longestQuote,
          description: "Most characters wanted",
        },
      },
      required: ["document"],
      additionalProperties: false,
    },
    async answer({ document: id, start: from, length }, { library, addressOf }) {
      const document = await library.store.document(String(id));
      if (document === null)
        throw new ToolError(
          `There is no page “${String(id).slice(0, 80)}” in this workspace; search and the lists give the ids.`,
        );
      const start = Math.min(Number(from), document.text.length);
      const end = Math.min(start + Number(length), document.text.length);
      return {
        records: {
          title: document.title,
          outlet: document.outlet,
          party: document.party,
          kind: document.kind,
          language: document.language,
          published: document.published,
          length: document.text.length,
          next: end < document.text.length ? end : null,
          place: { ...spanOf(document, { start, end }), address: addressOf(document.id) },
        },
      };
    },
  },
  {
    name: "brief",
    title: "A brief on encounters",
    description:
      "One to four pages made from records alone: what happened, what each side says, where accounts part, what is left unsaid, which words changed, who judges what, what to watch. Every sentence has footnotes to exact places.",
    inputSchema: {
      type: "object",
      properties: {
        pair: words("Sides that took part, with commas between: CHN,RUS"),
        from: words("First day, month or year"),
        to: words("Last day, month or year"),
        encounter: words("Encounter id"),
      },
      additionalProperties: false,
    },
    async answer(given, { ask, addressOf }) {
      const brief = (await ask("/brief", queryOf(given))) as unknown as DeskBrief;
      return { records: briefAnswer(brief, addressOf), text: deskBriefToMarkdown(brief) };
    },
  },
];

function queryOf(given: Arguments): Record<string, string | number | undefined> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      typeof value === "number" || typeof value === "string" ? value : undefined,
    ]),
  );
}

/** A page of the API's list as an answer. */
function paged(found: Readonly<Record<string, unknown>>, addressOf: AddressOf): Answer {
  const items = (found["items"] as readonly unknown[]).map((item) => placed(item, addressOf));
  return { records: { ...partOf(items, Number(found["total"]), Number(found["offset"])) } };
}

/** What comparing found absent: who lacks what, the texts and forms searched, and where another account has it. */
async function silencesOf(encounter: string, { library, addressOf }: Desk): Promise<unknown[]> {
  const comparison = await library.comparison(encounter);
  return (comparison?.silences ?? []).map(
    ({ kind, silent, topicQuote, topic, check, ...rest }) => ({
      kind,
      silent: silent.map((id) => ({ id, label: library.labelOf(id) })),
      what: topicQuote,
      topic,
      status: check.status,
      searched: check.searched.map((search) => ({
        ...search,
        address: addressOf(search.document),
      })),
      weaker: rest.span,
      elsewhere: rest.elsewhere ?? [],
    }),
  );
}

/** Places of an encounter that a list shows. */
const mostPlaces = 4;

async function mentionsOf(id: string, { library }: Desk): Promise<unknown[]> {
  const mentions = library.encounters.find((encounter) => encounter.id === id)?.mentions ?? [];
  const places: unknown[] = [];
  for (const { document: page, index } of mentions.slice(0, mostPlaces)) {
    const document = await library.store.document(page);
    const mention = document?.layers.encounters[index];
    if (document !== null && mention !== undefined) places.push(spanOf(document, mention));
  }
  return places;
}
