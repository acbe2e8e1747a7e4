import { randomUUID } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { isValueOf, metadataTarget } from "../../app/workspace/corrected-store.ts";
import type { Anchor, Correction, CorrectionKind, Note } from "../../store/personal.ts";
import { encounterIdIn, isOfEncounter, pagesIn } from "../../app/encounters/corrections.ts";
import { acceptedPhrase } from "../accepted-phrases.ts";
import { RequestError, unknownId } from "../failure.ts";
import type { Library } from "../library.ts";
import { citationOf } from "../lines.ts";
import type { Citation, CorrectionLine, NoteLine } from "../records.ts";
import {
  correctionLine,
  describe,
  idParams,
  listOfRecords,
  noteLine,
  place,
  record,
} from "../schemas.ts";

interface NoteBody {
  readonly text?: string;
  readonly anchor?: Anchor | null;
  readonly position?: number;
}

interface CorrectionBody {
  readonly kind: CorrectionKind;
  readonly target: string;
  readonly value?: string | null;
  readonly anchor?: Anchor | null;
}

const anchorSchema = { anyOf: [place, { type: "null" }] };
const kinds: readonly CorrectionKind[] = [
  "statement-reject",
  "statement-speaker",
  "statement-encounter",
  "actor-merge",
  "actor-rename",
  "encounter-merge",
  "encounter-split",
  "encounter-date",
  "document-metadata",
];

/** The person's own: notebook, citations and corrections. */
export function personalRoutes(api: FastifyInstance, library: Library): void {
  const { personal } = library.store;
  api.get(
    "/notebook",
    {
      schema: describe(
        "Notes and quotations in order; each anchor says whether it holds",
        listOfRecords(noteLine),
      ),
    },
    async () => notesOf(library),
  );
  api.get(
    "/notebook.md",
    { schema: { summary: "The notebook as Markdown with footnotes", produces: ["text/markdown"] } },
    async (_request, reply) =>
      reply
        .type("text/markdown; charset=utf-8")
        .header("content-disposition", 'attachment; filename="notebook.md"')
        .send(notebookMarkdown(await notesOf(library))),
  );
  const body = {
    type: "object",
    properties: {
      text: { type: "string", maxLength: 100_000 },
      anchor: anchorSchema,
      position: { type: "number" },
    },
    additionalProperties: false,
  };
  api.post<{ Body: NoteBody }>(
    "/notebook",
    { schema: describe("Add a note", noteLine, { body }) },
    async (request): Promise<Note> => {
      const notes = await personal.notes();
      const anchor = request.body.anchor ?? null;
      if (anchor !== null) await checkAnchor(library, anchor);
      const note = {
        id: randomUUID(),
        position: request.body.position ?? (notes.at(-1)?.position ?? 0) + 1,
        text: request.body.text ?? "",
        anchor,
        addedAt: new Date().toISOString(),
      };
      await personal.putNote(note);
      return note;
    },
  );
  api.patch<{ Params: { id: string }; Body: NoteBody }>(
    "/notebook/:id",
    { schema: describe("Change a note's words or place", noteLine, { params: idParams, body }) },
    async (request): Promise<Note> => {
      const note = (await personal.notes()).find((one) => one.id === request.params.id);
      if (note === undefined) throw unknownId("note", request.params.id);
      const changed = {
        ...note,
        text: request.body.text ?? note.text,
        position: request.body.position ?? note.position,
      };
      await personal.putNote(changed);
      return changed;
    },
  );
  api.delete<{ Params: { id: string } }>(
    "/notebook/:id",
    {
      schema: describe("Remove a note", record({ removed: { type: "boolean" } }), {
        params: idParams,
      }),
    },
    async (request) => {
      if (!(await personal.removeNote(request.params.id)))
        throw unknownId("note", request.params.id);
      return { removed: true };
    },
  );
  api.get<{ Params: { id: string } }>(
    "/documents/:id/citation",
    {
      schema: describe(
        "Citation of a page in three styles",
        record({ chicago: { type: "string" }, apa: { type: "string" }, plain: { type: "string" } }),
        { params: idParams },
      ),
    },
    async (request): Promise<Citation> => {
      const citation = await citationFor(library, request.params.id);
      if (citation === null) throw unknownId("page", request.params.id);
      return citation;
    },
  );
  api.get(
    "/corrections",
    {
      schema: describe(
        "A person's corrections, those taken back included",
        listOfRecords(correctionLine),
      ),
    },
    async () => (await personal.corrections()).toReversed().map((one) => line(library, one)),
  );
  const correctionBody = {
    type: "object",
    properties: {
      kind: { type: "string", enum: kinds },
      target: { type: "string", maxLength: 300 },
      value: { type: ["string", "null"], maxLength: 300 },
      anchor: anchorSchema,
    },
    required: ["kind", "target"],
    additionalProperties: false,
  };
  api.post<{ Body: CorrectionBody }>(
    "/corrections",
    {
      schema: describe("Correct a record; the machine's stays beside it", correctionLine, {
        body: correctionBody,
      }),
    },
    async (request) => {
      const { kind, target, value = null, anchor = null } = request.body;
      if (value === null && !["statement-reject", "statement-encounter"].includes(kind))
        throw new RequestError(
          400,
          "VALUE_MISSING",
          "This correction needs the value to put in its place.",
        );
      if (value === target)
        throw new RequestError(
          400,
          "SAME_VALUE",
          "A record can't be merged with itself. Choose another one.",
        );
      if (kind === "document-metadata") checkMetadata(library, target, value ?? "");
      if (anchor !== null) await checkAnchor(library, anchor);
      // An encounter's id tells date and sides: its first mention leads to the one it is now.
      const first = library.encounterById.get(target)?.mentions[0];
      const made = line(library, await library.correct(kind, target, value, anchor));
      return first === undefined
        ? made
        : { ...made, encounter: library.encounterOf(first.document, first.index) };
    },
  );
  for (const [action, holds] of [
    ["undo", false],
    ["redo", true],
  ] as const) {
    api.post<{ Params: { id: string } }>(
      `/corrections/:id/${action}`,
      {
        schema: describe(
          holds ? "Let a correction hold again" : "Take a correction back",
          record({ done: { type: "boolean" } }),
          { params: idParams },
        ),
      },
      async (request) => {
        if (!(await library.undo(request.params.id, holds)))
          throw unknownId("correction", request.params.id);
        return { done: true };
      },
    );
  }
}

function checkMetadata(library: Library, target: string, value: string): void {
  const meant = metadataTarget(target);
  if (meant === null || !library.entries.has(meant.document)) throw unknownId("page", target);
  if (!isValueOf(meant.field, value))
    throw new RequestError(
      400,
      "VALUE_UNFIT",
      "This value does not fit: a date is written 2024-06-15 or 2024-06, a kind is one of those pages have.",
    );
}

async function checkAnchor(library: Library, anchor: Anchor): Promise<void> {
  const document = await library.store.document(anchor.document);
  if (document === null) throw unknownId("page", anchor.document);
  if (document.text.slice(anchor.start, anchor.end) !== anchor.quote) {
    throw new RequestError(
      409,
      "QUOTE_CHANGED",
      "The quotation does not stand at this place of the page. Load the page anew and mark it again.",
    );
  }
}

async function notesOf(library: Library): Promise<NoteLine[]> {
  const lines: NoteLine[] = [];
  for (const note of await library.store.personal.notes()) {
    lines.push({
      ...note,
      state: note.anchor === null ? null : await anchorState(library, note.anchor),
      citation: note.anchor === null ? null : await citationFor(library, note.anchor.document),
    });
  }
  return lines;
}

/** Whether a quotation still stands; a place that moved is only `moved` where the quote occurs once. */
async function anchorState(
  library: Library,
  anchor: Anchor,
): Promise<NonNullable<NoteLine["state"]>> {
  const document = await library.store.document(anchor.document, []);
  if (document === null) return "orphaned";
  const versions = await library.store.versions(anchor.document);
  const current = versions.find((version) => version.current);
  const text =
    current === undefined || current.id === anchor.document
      ? document.text
      : ((await library.store.document(current.id, []))?.text ?? "");
  if (text.slice(anchor.start, anchor.end) === anchor.quote) return "holds";
  const first = text.indexOf(anchor.quote);
  if (first === -1) return "orphaned";
  return text.indexOf(anchor.quote, first + 1) === -1 ? "moved" : "ambiguous";
}

async function citationFor(library: Library, id: string): Promise<Citation | null> {
  const document = await library.store.document(id, []);
  const summary = (await library.store.versions(id)).find((version) => version.id === id);
  return summary === undefined || document === null ? null : citationOf(summary, document.byline);
}

function notebookMarkdown(notes: readonly NoteLine[]): string {
  const footnotes: string[] = [];
  const parts = notes.map((note) => {
    const own = note.text === "" ? [] : [note.text];
    if (note.anchor === null) return own.join("\n\n");
    footnotes.push(
      `[^${footnotes.length + 1}]: ${note.citation?.chicago ?? note.anchor.document}${note.state === "holds" ? "" : ` (the page has changed: ${note.state})`}`,
    );
    const quote = `${note.anchor.quote
      .split("\n")
      .map((text) => `> ${text}`)
      .join("\n")}[^${footnotes.length}]`;
    return [...own, quote].join("\n\n");
  });
  return `${["# Notebook", ...parts, ...footnotes].join("\n\n")}\n`;
}

function line(library: Library, correction: Correction): CorrectionLine {
  const { id, kind, target, value, addedAt, undoneAt, anchor } = correction;
  const label = (text: string): string =>
    text
      .split("|")
      .map((one) => library.labelOf(one))
      .join(", ");
  return {
    id,
    kind,
    target,
    targetLabel: kind.startsWith("statement")
      ? (anchor?.quote ?? target)
      : kind.startsWith("actor")
        ? library.labelOf(target)
        : kind === "document-metadata"
          ? metadataLabel(library, target)
          : encounterIdIn(target),
    value: isOfEncounter(kind) && value !== null ? encounterIdIn(value) : value,
    valueLabel:
      value === null
        ? null
        : kind === "statement-speaker" || kind === "actor-merge"
          ? label(value)
          : kind === "phrase-accept"
            ? acceptedPhrase(correction).label
            : kind === "encounter-split"
              ? pagesIn(value)
                  .map((page) => library.entries.get(page)?.summary.title ?? page)
                  .join(", ")
              : encounterIdIn(value),
    addedAt,
    undoneAt,
  };
}

/** “published of TITLE” for the target of a correction of metadata. */
function metadataLabel(library: Library, target: string): string {
  const meant = metadataTarget(target);
  if (meant === null) return target;
  const title = library.entries.get(meant.document)?.summary.title ?? meant.document;
  return `${meant.field} of ${title}`;
}
