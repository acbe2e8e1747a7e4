import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { changed, send, sides, useData } from "../api.ts";
import type { DocumentDetail, MetadataLine } from "../../server/records.ts";
import { attempt, correct } from "./actions.tsx";
import { Awaited } from "./basics.tsx";

const labels: Readonly<Record<string, string>> = {
  title: "Title",
  subtitle: "Subtitle",
  outlet: "Outlet",
  byline: "By",
  party: "Account of",
  kind: "Kind",
  published: "Published",
  modified: "Changed",
  language: "Language",
  url: "Address",
};
const kinds = ["readout", "joint-statement", "remarks", "briefing", "report", "opinion", "other"];
/** What the text was read by can't be set after reading it. */
const fixed: ReadonlySet<string> = new Set(["language", "modified", "url"]);

/** What a page is, where each value was read, and the means to correct it. */
export function Metadata({ page }: { readonly page: DocumentDetail }): JSX.Element {
  const [place, setPlace] = useState<MetadataLine["place"]>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <dl class="metadata">
        {page.metadata
          .filter(({ field, value }) => value !== null || !fixed.has(field))
          .map((line) => (
            <Field
              key={line.field}
              line={line}
              document={page.id}
              onShow={() => {
                setPlace(line.place);
                setOpen(true);
              }}
            />
          ))}
        <dt>File</dt>
        <dd class="path quiet">{page.path}</dd>
        <dt>SHA-256</dt>
        <dd class="path quiet">{page.sha256}</dd>
      </dl>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>The page as it came</summary>
        {open && <Source document={page.id} place={place} />}
      </details>
    </>
  );
}

function Field({
  line,
  document: id,
  onShow,
}: {
  readonly line: MetadataLine;
  readonly document: string;
  readonly onShow: () => void;
}): JSX.Element {
  const { field, value, written, rule, place, correction } = line;
  const [typed, setTyped] = useState<string | null>(null);
  const label = labels[field] ?? field;
  const takeBack = (): void =>
    void attempt(async () => {
      await send("POST", `/corrections/${correction!.id}/undo`);
      changed();
    });
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {typed === null ? (
          <>
            <span dir="auto" class="path">
              {value ?? <i class="quiet">not stated</i>}
            </span>
            {written !== null && written !== value && <span class="quiet"> “{written}”</span>}{" "}
            {correction !== null && (
              <>
                <span class="tag yours">set by you, was: {correction.was ?? "not stated"}</span>{" "}
                <button type="button" class="link small" onClick={takeBack}>
                  Undo
                </button>{" "}
              </>
            )}
            {place !== null && (
              <button type="button" class="link small" title={rule ?? ""} onClick={onShow}>
                Where
              </button>
            )}{" "}
            {!fixed.has(field) && (
              <button
                type="button"
                class="link small"
                aria-label={`Correct ${label}`}
                onClick={() => setTyped(value ?? "")}
              >
                Correct
              </button>
            )}
          </>
        ) : (
          <form
            class="pick"
            onSubmit={(event) => {
              event.preventDefault();
              const set = new FormData(event.currentTarget).get("value");
              if (typeof set !== "string") return;
              setTyped(null);
              void attempt(() =>
                correct(
                  { kind: "document-metadata", target: `${id}:${field}`, value: set },
                  `${label} corrected.`,
                ),
              );
            }}
          >
            <Value field={field} label={label} value={typed} />
            <button type="submit" class="primary">
              Set
            </button>
            <button type="button" onClick={() => setTyped(null)}>
              Cancel
            </button>
          </form>
        )}
      </dd>
    </>
  );
}

function Value({
  field,
  label,
  value,
}: {
  readonly field: string;
  readonly label: string;
  readonly value: string;
}): JSX.Element {
  const first = useRef<HTMLInputElement & HTMLSelectElement>(null);
  useEffect(() => first.current?.focus(), []);
  const options: readonly (readonly [string, string])[] =
    field === "kind"
      ? kinds.map((kind) => [kind, kind])
      : field === "party"
        ? sides.value.map((side) => [side.id, side.label])
        : [];
  if (options.length > 0)
    return (
      <select ref={first} name="value" aria-label={label}>
        {options.map(([id, text]) => (
          <option key={id} value={id} selected={text === value}>
            {text}
          </option>
        ))}
      </select>
    );
  return (
    <input
      ref={first}
      name="value"
      aria-label={label}
      defaultValue={value}
      required
      {...(field === "published"
        ? { pattern: "\\d{4}-\\d{2}(-\\d{2})?", placeholder: "2024-06-15 or 2024-06" }
        : field === "byline"
          ? { placeholder: "names, “;” between" }
          : {})}
    />
  );
}

function Source({
  document: id,
  place,
}: {
  readonly document: string;
  readonly place: MetadataLine["place"];
}): JSX.Element {
  const data = useData<{ readonly source: string }>(`/documents/${id}/page`);
  const mark = useRef<HTMLElement>(null);
  useEffect(() => mark.current?.scrollIntoView({ block: "nearest" }), [place, data.data]);
  return (
    <Awaited of={data}>
      {({ source }) => (
        <pre class="source boxed" dir="auto" tabIndex={0} aria-label="The page as it came">
          {place === null ? (
            source
          ) : (
            <>
              {source.slice(0, place.start)}
              <mark class="now" ref={mark}>
                {source.slice(place.start, place.end)}
              </mark>
              {source.slice(place.end)}
            </>
          )}
        </pre>
      )}
    </Awaited>
  );
}
