/** JSON schemas of the API, shared by its routes. A record may have more keys than those named. */
export type Schema = Readonly<Record<string, unknown>>;

const string = { type: "string" };
const nullableString = { type: ["string", "null"] };
const count = { type: "integer", minimum: 0 };

/** An object with these required keys; further ones pass. */
export function record(properties: Readonly<Record<string, Schema>>, description = ""): Schema {
  return {
    type: "object",
    ...(description === "" ? {} : { description }),
    properties,
    required: Object.keys(properties),
    additionalProperties: true,
  };
}

/** A part of a list of such records. */
export function pageOf(item: Schema): Schema {
  return record({ total: count, offset: count, items: { type: "array", items: item } });
}

/** A list. */
export function listOfRecords(item: Schema): Schema {
  return { type: "array", items: item };
}

/** An id with its label. */
export const named: Schema = record({ id: string, label: string });
/** A place with its exact quote. */
export const place: Schema = record({ document: string, start: count, end: count, quote: string });
/** A failure with the way out. */
export const failure: Schema = record(
  { code: string, message: string },
  "What is wrong, in a sentence that names the way out",
);
/** A line of the document list. */
export const documentLine: Schema = record({
  id: string,
  title: string,
  kind: string,
  language: nullableString,
  published: nullableString,
  statements: count,
});
/** What adding a page gave. */
export const addedLine: Schema = record({
  name: string,
  outcome: string,
  document: nullableString,
  message: nullableString,
});
/** A line of the encounter list. */
export const encounterLine: Schema = record({
  id: string,
  label: string,
  mode: string,
  when: string,
  status: string,
  participants: { type: "array", items: named },
  accounts: { type: "array", items: record({ document: string, genre: string }) },
});
/** A line of the statement list. */
export const statementLine: Schema = record({
  id: string,
  key: string,
  document: string,
  speakers: { type: "array", items: named },
  content: { type: "array", items: string },
  form: string,
  place,
});
/** A line of the ledger of silences. */
export const silenceLine: Schema = record({
  id: string,
  kind: string,
  what: string,
  silent: { type: "array", items: named },
  status: string,
  searched: {
    type: "array",
    items: record({ document: string, forms: { type: "array", items: string } }),
  },
});
/** A line of the list of set phrases. */
export const phraseLine: Schema = record({
  id: string,
  label: string,
  count,
  documents: count,
  first: nullableString,
  last: nullableString,
});
/** A formulation that may be a set phrase. */
export const candidateLine: Schema = record({
  language: string,
  words: string,
  pattern: string,
  uses: { type: "array", items: record({ id: string, label: string, count, of: count }) },
  places: { type: "array", items: place },
});
/** A use of a set phrase. */
export const phraseUse: Schema = record({ place, title: string, published: nullableString });
/** A judgement. */
export const judgementLine: Schema = record({
  assessorQuote: string,
  term: string,
  kind: string,
  about: string,
  place,
});
/** A question that pages take sides on. */
export const claimLine: Schema = record({
  id: string,
  question: string,
  verdict: string,
  sides: { type: "array", items: named },
  positions: { type: "array", items: record({ stance: string, holderQuote: string, place }) },
});
/** A commitment. */
export const commitmentLine: Schema = record({
  actors: { type: "array", items: named },
  toward: { type: "array", items: named },
  status: string,
  about: string,
  place,
});
/** An actor. */
export const actorLine: Schema = record({
  id: string,
  label: string,
  type: string,
  statements: count,
});
/** A passage that search found. */
export const foundLine: Schema = record({
  place,
  hits: { type: "array", items: { type: "array", items: count } },
  title: string,
});
/** A note of the notebook. */
export const noteLine: Schema = record({
  id: string,
  position: { type: "number" },
  text: string,
  addedAt: string,
});
/** A correction. */
export const correctionLine: Schema = record({
  id: string,
  kind: string,
  target: string,
  addedAt: string,
});

/** Which part of a list is wanted. */
export const paging: Readonly<Record<string, Schema>> = {
  offset: { type: "integer", minimum: 0, default: 0, description: "How many to skip" },
  limit: { type: "integer", minimum: 1, maximum: 500, default: 100, description: "Most wanted" },
};

/** A query string with these members, all optional. */
export function query(properties: Readonly<Record<string, Schema>>): Schema {
  return { type: "object", properties, additionalProperties: false };
}

/** A filter by text. */
export function filter(description: string): Schema {
  return { type: "string", maxLength: 500, description };
}

/** A route's description. */
export function describe(
  summary: string,
  answer: Schema,
  more: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return { summary, response: { 200: answer, "4xx": failure, "5xx": failure }, ...more };
}

/** An id in the path. */
export const idParams: Schema = {
  type: "object",
  properties: { id: { type: "string", maxLength: 200 } },
  required: ["id"],
};
