import type { Reading } from "../../src/app/reading.ts";
import { select, type Selection, type Wanted } from "../../src/app/selection.ts";
import { deskBrief } from "../../src/app/desk-brief.ts";
import { assemble } from "../../src/app/read.ts";
import type { Document, Layers, Range } from "../../src/core/document.ts";
import { emptyLayers } from "../../src/core/document.ts";
import type { Encounter } from "../../src/core/link/encounter.ts";
import type { Exported, ExportFormat, ExportOptions } from "../../src/export/format.ts";
import { cleanPage } from "../../src/core/clean/clean-page.ts";
import { annotate } from "../../src/core/pipeline.ts";
import { pageFromBytes } from "../../src/ingest/load-page.ts";
import { account, sampleContext } from "../support/accounts.ts";

/** Options of a test's export: a fixed time, no byte order mark, no page taken from an address. */
export const options: ExportOptions = {
  now: "2024-06-01T12:00:00.000Z",
  bom: false,
  accessed: () => null,
  grades: [],
  brief: () => {
    throw new Error("no brief was asked for");
  },
};

/** Export all of a reading, or a part. */
export async function exported(
  format: ExportFormat,
  reading: Reading,
  wanted: Wanted = {},
  own: Partial<ExportOptions> = {},
): Promise<Exported> {
  return await format.export(select(reading, wanted), {
    ...options,
    brief: () =>
      deskBrief(reading, { pair: [], from: null, to: null, encounter: null }, sampleContext()),
    ...own,
  });
}

/** A page of the press, read as the program would. */
export function pressPage(text: string, title: string, published: string): Document {
  const page = `---\ntitle: ${title}\npublished: ${published}\nsource: https://courier.example/1\n---\n\n${title}\n\n${text}\n`;
  const { page: read } = pageFromBytes("press.txt", new TextEncoder().encode(page));
  return annotate(cleanPage(read!, sampleContext(), null), sampleContext());
}

let twoSides: Reading | null = null;

/** Two accounts of a meeting and one of a call of invented sides, read as the program would. */
export function sampleReading(): Reading {
  twoSides ??= assemble(
    [
      account(
        "valdoria",
        "Irena Kostrova met with Tomas Eldridge in Port Anselm. Irena Kostrova promised to lift the sanctions on trade. Tomas Eldridge, without mentioning the canal, stressed that trade rose 12% in 2023.",
      ),
      account(
        "merania",
        "Prime Minister Eldridge met with President Kostrova in Port Anselm. He demanded that President Kostrova respect human rights. The two leaders agreed to launch talks on a free trade agreement.",
        "Readout of the Meeting of Irena Kostrova and Tomas Eldridge",
      ),
      account(
        "valdoria",
        "Irena Kostrova had a telephone conversation with Prime Minister of Merania Tomas Eldridge. She thanked him for his support of the territorial integrity of Valdoria.",
        "Telephone conversation with Tomas Eldridge",
        "2024-03-12",
      ),
    ],
    [],
    0,
    sampleContext(),
  );
  return twoSides;
}

/** What the texts of hostile pages are made of. */
export const hostilePieces = [
  '=HYPERLINK("http://a.example";"x")',
  "+1",
  "-2",
  "@SUM(A1)",
  "\t=3",
  "“We agree,” she said.",
  'comma, "quote"; semicolon',
  "line\nbreak",
  "carriage\r\nreturn\r",
  "astral 😀 𝒳 👩‍👩‍👧",
  "\u202eright to left\u202c \u2067isolate\u2069",
  "50% of $5 & #1 _under_ ~tilde~ ^caret^ \\cmd{x} {open",
  "<b>&amp;</b> ]]> <?x?>",
  "control \u0000\u0001\u000b\u001f end",
  "lone \ud83d half \ude00 end",
  "\ufeffmark \ufffe\uffff",
  "separator\u2028\u2029\u0085",
  "习近平强调核心利益",
  "Подчеркнул ёж",
  "ER  - \nTY  - JOUR",
  "END:VEVENT",
  "e\u0301 combining",
];

/** A page with this text and marks of every layer at these ranges; nothing in it was cleaned. */
export function hostileDocument(text: string, ranges: readonly Range[]): Document {
  const mark = (range: Range): Range & { rule: string } => ({ ...range, rule: "test" });
  const layers: Layers = {
    ...emptyLayers,
    encounters: ranges.map((range) => ({
      ...mark(range),
      places: [mark(range)],
      mode: "meeting",
      participants: ["XVA:irena-kostrova", "new:stranger"],
      principals: ["XVA:irena-kostrova"],
      sides: ["XVA", "XME"],
      sideOf: {},
      place: null,
      date: { earliest: "2024-05-21", latest: "2024-05-21" },
      dateBasis: "stated",
      datedBy: "text",
      status: "held",
      level: null,
      sequence: null,
      summit: null,
      atSummit: false,
      main: true,
    })),
    statements: ranges.map((range) => ({
      ...mark(range),
      source: range,
      actors: ["XVA:irena-kostrova"],
      cue: range,
      cueLemma: "promise",
      cueClass: "promise",
      content: [range],
      form: "direct",
      polarity: "affirmed",
      hedged: false,
      account: [{ actor: null, quote: text.slice(range.start, range.end), range, role: "outlet" }],
      encounter: 0,
    })),
    topics: ranges.map((range) => ({ ...mark(range), id: "trade", speaker: null, party: null })),
    silences: ranges.map((range) => ({
      ...mark(range),
      type: "omission",
      silent: ["XVA"],
      claimant: null,
      topicRange: range,
      topic: null,
      encounter: null,
    })),
    assessments: ranges.map((range) => ({
      ...mark(range),
      assessor: null,
      assessorQuote: text.slice(range.start, range.end),
      term: text.slice(range.start, range.end),
      termRange: range,
      negated: false,
      about: range,
      type: "prediction",
      kind: "likely",
      hedges: [],
      topics: [],
      actors: [],
      bands: null,
      bandsInferred: [],
      statement: null,
      account: [],
    })),
  };
  return {
    ...account("valdoria", "They met."),
    id: "hostile",
    title: text,
    outlet: text,
    byline: [text],
    path: text,
    url: `https://a.example/?q=${text.slice(0, 3)}`.toWellFormed(),
    text,
    blocks: [{ start: 0, end: text.length, role: "paragraph" }],
    layers,
  };
}

/** A reading of one such page, with an encounter told there and on a page that is not held. */
export function hostileReading(text: string, ranges: readonly Range[]): Reading {
  const document = hostileDocument(text, ranges);
  const encounter: Encounter = {
    id: "2024-05-21-xme-xva-meeting",
    mode: "meeting",
    participants: ["XVA:irena-kostrova", "XME:tomas-eldridge"],
    principals: ["XVA:irena-kostrova", "XME:tomas-eldridge"],
    sides: ["XME", "XVA"],
    place: null,
    date: { earliest: "2024-05-21", latest: "2024-05-21", basis: "stated" },
    status: "held",
    level: null,
    sequence: null,
    summit: null,
    parent: null,
    mentions: [
      ...ranges.map((_, index) => ({ document: "hostile", index })),
      { document: "replaced", index: 0 },
    ],
    accounts: [
      { document: "hostile", party: "XVA", genre: "readout", copyOf: null },
      { document: "replaced", party: "XME", genre: "readout", copyOf: null },
    ],
    evidence: [],
  };
  return {
    documents: [document],
    encounters: [encounter],
    silences: [],
    diagnostics: [],
    failed: 0,
    domainOf: () => "economic-trade-finance",
    contextsOf: () => ["economic"],
    labelOf: (id) => `${id} ${text.slice(0, 5)}`,
  };
}

/** The selection of all of a reading. */
export function whole(reading: Reading): Selection {
  return select(reading, {});
}
