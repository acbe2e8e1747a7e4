import type { JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { useData } from "../api.ts";
import type { DocumentDetail, Highlight, StatementLine } from "../../server/records.ts";
import { Actions } from "../parts/actions.tsx";
import { Awaited, counted, Heading, Side, useQuery } from "../parts/basics.tsx";
import { EncounterItem } from "../parts/encounter-item.tsx";
import { Figures } from "../parts/figures.tsx";
import { Metadata } from "../parts/page-metadata.tsx";
import { PageText } from "../parts/page-text.tsx";
import { Versions } from "../parts/page-versions.tsx";
import { ReadAloud } from "../parts/read-aloud.tsx";
import { StatementRow } from "../parts/statement-row.tsx";
import { VirtualList } from "../parts/virtual-list.tsx";

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
        {page.grades.map((one) => (
          <p key={one.claims} class="quiet" dir="auto">
            Your grade of this source: <strong>{one.grade}</strong>
            {one.claims === "all" ? "" : ` for ${one.claims}`} ({one.meaning}): {one.reason}
          </p>
        ))}
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
        <PageText page={page} shown={shown} at={at} spoken={spoken} />
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
          <h2>{counted(page.statements, "statement")}</h2>
          {page.statements > page.statementLines.length ? (
            <VirtualList<StatementLine>
              path={`/statements?document=${page.id}`}
              height={100}
              label="Statements of this page"
              empty={<p>None.</p>}
              line={(statement) => <StatementRow statement={statement} withPage={false} />}
            />
          ) : (
            page.statementLines.map((statement) => (
              <StatementRow key={statement.id} statement={statement} withPage={false} />
            ))
          )}
          {page.figures.length > 0 && (
            <>
              <h2>{counted(page.figures.length, "figure")}</h2>
              <Figures figures={page.figures} />
            </>
          )}
          <h2>This page</h2>
          <Metadata page={page} />
          {page.copies.length > 0 && (
            <>
              <h3>The same text elsewhere</h3>
              <ul>
                {page.copies.map((copy) => (
                  <li key={copy.id}>
                    <a href={`/page/${copy.id}`} dir="auto">
                      {copy.label}
                    </a>{" "}
                    <span class="quiet">
                      {copy.original ? "is the one that this page repeats" : "repeats this page"}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          )}
          <Versions page={page} />
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
