import type { JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { useData } from "../api.ts";
import type { DocumentDetail, Highlight } from "../../server/records.ts";
import { Actions, addNote, attempt, copyPlace } from "../parts/actions.tsx";
import { Awaited, counted, Heading, Side, useQuery } from "../parts/basics.tsx";
import { EncounterItem } from "../parts/encounter-item.tsx";
import { ReadAloud } from "../parts/read-aloud.tsx";
import { StatementRow } from "../parts/statement-row.tsx";

const layers: readonly (readonly [Highlight["layer"], string])[] = [
  ["statement", "statements"],
  ["silence", "silences"],
  ["phrase", "set phrases"],
  ["topic", "topics"],
  ["actor", "actors"],
  ["time", "times"],
  ["encounter", "encounters"],
  ["assessment", "judgements"],
  ["commitment", "commitments"],
  ["figure", "figures"],
];

/** Words a minute of silent reading, for the reading time (Brysbaert 2019: 238 for English non-fiction). */
const readingSpeed = 238;

/** One page to read, with what was marked in it. */
export function Page({ id }: { readonly id?: string }): JSX.Element {
  const data = useData<DocumentDetail>(`/documents/${encodeURIComponent(id ?? "")}`);
  return (
    <section>
      <Awaited of={data}>{(page) => <Reader key={page.id} page={page} />}</Awaited>
    </section>
  );
}

function Reader({ page }: { readonly page: DocumentDetail }): JSX.Element {
  const [query, set] = useQuery();
  const shown = new Set((query["layers"] ?? "statement,silence,phrase").split(","));
  const [spoken, setSpoken] = useState<readonly [number, number] | null>(null);
  const match = /^(\d+)-(\d+)$/.exec(query["at"] ?? "");
  const at = match === null ? null : { start: Number(match[1]), end: Number(match[2]) };
  const whole = {
    document: page.id,
    start: 0,
    end: Math.min(page.text.length, 200),
    quote: page.text.slice(0, Math.min(page.text.length, 200)),
  };
  useEffect(() => {
    document.querySelector("mark.now")?.scrollIntoView({ block: "center" });
  }, [query["at"]]);
  const toggle = (layer: string): void => {
    const next = new Set(shown);
    if (!next.delete(layer)) next.add(layer);
    set({ layers: [...next].join(",") || "none" });
  };
  const counts = useMemo(() => Map.groupBy(page.highlights, (one) => one.layer), [page]);
  return (
    <>
      <Heading title={page.title}>
        {page.subtitle !== null && <p dir="auto">{page.subtitle}</p>}
        <p class="quiet">
          <Side side={page.party} /> · {page.kind} · {page.outlet ?? "outlet not stated"}
          {page.byline.length > 0 && ` · ${page.byline.join(", ")}`} ·{" "}
          {page.published ?? "date unknown"} ({page.publishedBasis ?? "not stated"}) ·{" "}
          {page.language ?? "language unknown"} ·{" "}
          {Math.max(1, Math.round(page.words / readingSpeed))} min to read (
          {counted(page.words, "word")})
        </p>
        {!page.current && (
          <p class="notice">
            A newer version of this page has taken its place:{" "}
            {page.versions
              .filter((one) => one.current)
              .map((one) => (
                <a key={one.id} href={`/page/${one.id}`}>
                  open it
                </a>
              ))}
            .
          </p>
        )}
      </Heading>
      <div class="toolbar" role="group" aria-label="Layers to highlight">
        {layers.map(([layer, label]) => {
          const count = counts.get(layer)?.length ?? 0;
          return (
            <label key={layer} class={`check layer-${layer}`}>
              <input
                type="checkbox"
                checked={shown.has(layer)}
                disabled={count === 0}
                onChange={() => toggle(layer)}
              />{" "}
              {label} <span class="quiet">{count}</span>
            </label>
          );
        })}
        <button type="button" onClick={() => print()}>
          Print
        </button>
      </div>
      <ReadAloud
        text={page.text}
        sentences={
          page.sentences.length > 0
            ? page.sentences
            : page.blocks.map(({ start, end }) => [start, end] as const)
        }
        language={page.language}
        onSentence={setSpoken}
      />
      <div class="reader">
        <Text page={page} shown={shown} at={at} spoken={spoken} />
        <aside aria-label="About this page">
          {page.keyPoints.length > 0 && (
            <>
              <h2>Key points</h2>
              <ul>
                {page.keyPoints.map((point) => (
                  <li key={point} dir="auto">
                    {point}
                  </li>
                ))}
              </ul>
            </>
          )}
          {page.encounterLines.length > 0 && <h2>Encounters</h2>}
          {page.encounterLines.map((encounter) => (
            <EncounterItem key={encounter.id} encounter={encounter} />
          ))}
          <h2>{counted(page.statementLines.length, "statement")}</h2>
          {page.statementLines.map((statement) => (
            <StatementRow key={statement.id} statement={statement} withPage={false} />
          ))}
          <h2>This page</h2>
          <p class="path quiet">{page.path}</p>
          {page.url !== null && <p class="path quiet">{page.url}</p>}
          <p class="path quiet">sha256 {page.sha256}</p>
          {page.versions.length > 1 && (
            <ul>
              {page.versions.map((version) => (
                <li key={version.id}>
                  <a href={`/page/${version.id}`}>version added {version.addedAt.slice(0, 10)}</a>
                  {version.current && " (current)"}
                </li>
              ))}
            </ul>
          )}
          {page.diagnostics.length > 0 && (
            <details>
              <summary>{counted(page.diagnostics.length, "remark")} about reading it</summary>
              <ul>
                {page.diagnostics.map((one, index) => (
                  <li key={index}>
                    {one.message} <code>{one.code}</code>
                  </li>
                ))}
              </ul>
            </details>
          )}
          <p class="foot">
            <Actions place={whole} />
          </p>
        </aside>
      </div>
    </>
  );
}

/** A stretch of a block that the same highlights cover. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly over: readonly Highlight[];
}

function Text({
  page,
  shown,
  at,
  spoken,
}: {
  readonly page: DocumentDetail;
  readonly shown: ReadonlySet<string>;
  readonly at: { readonly start: number; readonly end: number } | null;
  readonly spoken: readonly [number, number] | null;
}): JSX.Element {
  const [selected, setSelected] = useState<{ readonly start: number; readonly end: number } | null>(
    null,
  );
  const active = useMemo(
    () => page.highlights.filter((one) => shown.has(one.layer)),
    [page, [...shown].join()],
  );
  const cuts = [...(at === null ? [] : [at.start, at.end]), ...(spoken ?? [])];
  const place =
    selected === null
      ? null
      : { document: page.id, ...selected, quote: page.text.slice(selected.start, selected.end) };
  return (
    <article
      class="text"
      lang={page.language ?? ""}
      onMouseUp={() => setSelected(selection())}
      onKeyUp={() => setSelected(selection())}
    >
      {place !== null && (
        <p class="selected" role="group" aria-label="Selected words">
          <span dir="auto">
            “{place.quote.slice(0, 60)}
            {place.quote.length > 60 && " …"}”
          </span>
          <button type="button" class="primary" onClick={() => void attempt(() => addNote(place))}>
            Add to notebook
          </button>
          <button type="button" onClick={() => void attempt(() => copyPlace(place, "chicago"))}>
            Copy with citation
          </button>
        </p>
      )}
      {page.blocks.map((block) => (
        <p key={block.start} class={block.role} dir="auto">
          {piecesOf(block, active, cuts).map(({ start, end, over }) => {
            const words = page.text.slice(start, end);
            const now = at !== null && start >= at.start && end <= at.end;
            const said = spoken !== null && start >= spoken[0] && end <= spoken[1];
            if (over.length === 0 && !now && !said)
              return (
                <span key={start} data-at={start}>
                  {words}
                </span>
              );
            const classes = [
              ...new Set(over.map((one) => `layer-${one.layer}`)),
              ...(now ? ["now"] : []),
              ...(said ? ["spoken"] : []),
            ];
            return (
              <mark
                key={start}
                data-at={start}
                class={classes.join(" ")}
                title={over.map((one) => `${one.layer}: ${one.label}`).join("\n")}
              >
                {words}
              </mark>
            );
          })}
        </p>
      ))}
    </article>
  );
}

/** Cut a block where highlights begin and end. Linear in the highlights that touch it. */
function piecesOf(
  block: { readonly start: number; readonly end: number },
  highlights: readonly Highlight[],
  cuts: readonly number[],
): Piece[] {
  const here = highlights.filter((one) => one.start < block.end && one.end > block.start);
  const points = [
    ...new Set([block.start, block.end, ...here.flatMap((one) => [one.start, one.end]), ...cuts]),
  ]
    .filter((point) => point >= block.start && point <= block.end)
    .toSorted((a, b) => a - b);
  return points.slice(1).map((end, index) => {
    const start = points[index]!;
    return { start, end, over: here.filter((one) => one.start <= start && one.end >= end) };
  });
}

/** The selected stretch in offsets of the clean text; `null` when nothing of it is selected. */
function selection(): { readonly start: number; readonly end: number } | null {
  const chosen = getSelection();
  if (chosen === null || chosen.isCollapsed || chosen.rangeCount === 0) return null;
  const range = chosen.getRangeAt(0);
  const offset = (node: Node, inside: number): number | null => {
    const element = node instanceof Element ? node : node.parentElement;
    const piece = element?.closest<HTMLElement>("[data-at]");
    return piece === null || piece === undefined
      ? null
      : Number(piece.dataset["at"]) + (node instanceof Text_ ? inside : 0);
  };
  const start = offset(range.startContainer, range.startOffset);
  const end = offset(range.endContainer, range.endOffset);
  return start === null || end === null || start >= end ? null : { start, end };
}

/** The DOM's text node; this file's own component has the same name. */
const Text_ = globalThis.Text;
