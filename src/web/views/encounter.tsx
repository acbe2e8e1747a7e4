import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { useData } from "../api.ts";
import type {
  ComparisonView,
  EncounterDetail,
  EncounterLine,
  PageOf,
  Place,
  StatementLine,
} from "../../server/records.ts";
import { Actions, attempt, correct, Menu } from "../parts/actions.tsx";
import {
  Awaited,
  Choice,
  counted,
  DayField,
  Heading,
  hrefOf,
  Side,
  useQuery,
} from "../parts/basics.tsx";
import { Pick, StatementRow } from "../parts/statement-row.tsx";
import { SilenceRow } from "./silences.tsx";

const verdicts: Readonly<Record<string, string>> = {
  shared: "shared",
  "one-sided": "one side only",
  "attributed-only": "put in the other's mouth",
  differs: "differs in strength",
  conflicts: "conflicts",
};

/** One encounter: the accounts side by side. */
export function Encounter({ id }: { readonly id?: string }): JSX.Element {
  const data = useData<EncounterDetail>(`/encounters/${encodeURIComponent(id ?? "")}`);
  return (
    <section>
      <Awaited of={data}>{(encounter) => <Body encounter={encounter} />}</Awaited>
    </section>
  );
}

function Body({ encounter }: { readonly encounter: EncounterDetail }): JSX.Element {
  const said = useData<PageOf<StatementLine>>(
    `/statements?encounter=${encodeURIComponent(encounter.id)}&limit=300`,
  );
  const { comparison } = encounter;
  return (
    <>
      <Heading title={encounter.label}>
        <p>
          <b>{encounter.when}</b>
          {encounter.place !== null && `, ${encounter.place.label}`} · {encounter.status}
          {encounter.corrected && <span class="tag yours">corrected by you</span>}
        </p>
        <p class="quiet">
          Spoken of in{" "}
          {encounter.mentionPlaces.map((place, index) => (
            <span key={`${place.document}-${place.start}`}>
              {index > 0 && ", "}
              <a href={hrefOf(place)} dir="auto">
                {place.title}
              </a>
            </span>
          ))}
        </p>
        <Correcting encounter={encounter} />
      </Heading>
      {comparison !== null &&
        comparison.notes.map((note) => (
          <p key={note} class="notice">
            {note}
          </p>
        ))}
      {comparison !== null && comparison.rows.length > 0 && <Table comparison={comparison} />}
      {encounter.texts.length > 0 && <Texts encounter={encounter} />}
      <h2>Said there</h2>
      {said.data?.items.length === 0 && (
        <p class="quiet">No statement is tied to this encounter.</p>
      )}
      {said.data?.items.map((statement) => (
        <StatementRow key={statement.id} statement={statement} />
      ))}
      {comparison !== null && comparison.silences.length > 0 && (
        <>
          <h2>Left unsaid</h2>
          {comparison.silences.map((silence) => (
            <SilenceRow key={silence.id} silence={silence} />
          ))}
        </>
      )}
      <details class="why">
        <summary>Why these pages speak of the same encounter</summary>
        <ul>
          {encounter.evidence.map((one) => (
            <li key={`${one.rule}${one.detail}`}>
              {one.detail} <code>{one.rule}</code>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function Correcting({ encounter }: { readonly encounter: EncounterLine }): JSX.Element {
  const [asking, setAsking] = useState<"merge" | "date" | null>(null);
  const [day, setDay] = useState(encounter.earliest ?? "");
  const change = (kind: string, value: string, done: string): void => {
    setAsking(null);
    void attempt(() => correct({ kind, target: encounter.id, value }, done));
  };
  return (
    <p class="foot">
      <Menu label="Correct">
        <button type="button" onClick={() => setAsking("date")}>
          Another date …
        </button>
        <button type="button" onClick={() => setAsking("merge")}>
          Same as another encounter …
        </button>
      </Menu>
      {asking === "date" && (
        <span class="pick">
          <DayField label="Date" value={day} onChange={setDay} />
          <button
            type="button"
            class="primary"
            disabled={day === ""}
            onClick={() => change("encounter-date", day, "Date corrected.")}
          >
            Set
          </button>
          <button type="button" onClick={() => setAsking(null)}>
            Cancel
          </button>
        </span>
      )}
      {asking === "merge" && (
        <Pick
          label="The same as"
          path="/encounters?limit=300"
          name={(other: EncounterLine) => `${other.when} ${other.label}`}
          onPick={(other) => change("encounter-merge", other, "Encounters merged.")}
          onCancel={() => setAsking(null)}
        />
      )}
    </p>
  );
}

function Table({ comparison }: { readonly comparison: ComparisonView }): JSX.Element {
  const [query, set] = useQuery();
  const kind = query["kind"] ?? "";
  const only = query["only"] ?? "";
  const rows = comparison.rows.filter(
    (row) =>
      (kind === "" || row.kind === kind) &&
      (only === "" || (only === "differences" ? row.verdict !== "shared" : row.verdict === only)),
  );
  return (
    <>
      <h2>Side by side</h2>
      <div class="filters">
        <Choice
          label="Compare"
          value={kind}
          onChange={(value) => set({ kind: value })}
          options={[
            ["", "everything"],
            ["topic", "topics"],
            ["phrase", "set phrases"],
            ["figure", "figures"],
            ["statement", "statements"],
          ]}
        />
        <Choice
          label="Show"
          value={only}
          onChange={(value) => set({ only: value })}
          options={[["", "all rows"], ["differences", "differences"], ...Object.entries(verdicts)]}
        />
        <p class="quiet" role="status">
          {rows.length} of {counted(comparison.rows.length, "row")}
        </p>
      </div>
      <div class="scroll" tabIndex={0} role="region" aria-label="Accounts side by side">
        <table class="compare">
          <thead>
            <tr>
              <th scope="col">What</th>
              {comparison.parties.map((party) => (
                <th scope="col" key={party.id}>
                  <Side side={party} />
                </th>
              ))}
              <th scope="col">Verdict</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.kind}-${row.id}`} class={row.verdict}>
                <th scope="row">
                  <span class="quiet">{row.kind}</span>
                  <br />
                  {row.label === row.kind ? "" : row.label}
                </th>
                {comparison.parties.map((party) => (
                  <Cell key={party.id} cell={row.cells[party.id]} />
                ))}
                <td>
                  <span class={`tag verdict ${row.verdict}`}>
                    {verdicts[row.verdict] ?? row.verdict}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length === 0 && <p class="notice empty">No row fits. Show all rows.</p>}
    </>
  );
}

function Cell({
  cell,
}: {
  readonly cell: ComparisonView["rows"][number]["cells"][string] | undefined;
}): JSX.Element {
  if (cell === undefined || cell.status === "no-account")
    return <td class="absent">no account held</td>;
  if (cell.status === "absent") return <td class="absent">not found</td>;
  return (
    <td>
      {cell.status === "attributed" && (
        <p class="quiet">
          says that {cell.speakers.map((speaker) => speaker.label).join(", ") || "the other side"}{" "}
          said
        </p>
      )}
      {cell.spans.slice(0, 4).map((span) => (
        <p key={`${span.document}-${span.start}`} class="cellquote">
          <a href={hrefOf(span)} dir="auto">
            {span.quote}
          </a>{" "}
          <Actions place={span} />
        </p>
      ))}
      {cell.spans.length > 4 && (
        <p class="quiet">and {counted(cell.spans.length - 4, "more place")}</p>
      )}
    </td>
  );
}

function Texts({ encounter }: { readonly encounter: EncounterDetail }): JSX.Element {
  const frame = useRef<HTMLDivElement>(null);
  const [original, setOriginal] = useState(false);
  const [together, setTogether] = useState(true);
  const alignment = encounter.comparison?.alignment ?? [];
  const follow = useRef(false);
  const scrolled = (from: HTMLElement): void => {
    if (!together || follow.current) return;
    follow.current = true;
    for (const other of frame.current?.querySelectorAll<HTMLElement>(".account-text") ?? [])
      if (other !== from) follows(from, other);
    requestAnimationFrame(() => requestAnimationFrame(() => (follow.current = false)));
  };
  return (
    <>
      <h2>Accounts held</h2>
      <div class="filters">
        <label class="check">
          <input
            type="checkbox"
            checked={together}
            onChange={(event) => setTogether(event.currentTarget.checked)}
          />{" "}
          Scroll together
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={original}
            onChange={(event) => setOriginal(event.currentTarget.checked)}
          />{" "}
          As they came
        </label>
        <p class="quiet">
          {alignment.length === 0
            ? "No passage of these accounts says the same in the same words."
            : `${counted(alignment.length, "passage")} aligned (marked)`}
        </p>
      </div>
      <div class="texts" ref={frame}>
        {encounter.texts.map((text) => (
          <article
            key={text.document}
            class="account-text"
            tabIndex={0}
            aria-label={`Account: ${text.title}`}
            lang={text.language ?? ""}
            onScroll={(event) => scrolled(event.currentTarget)}
          >
            <h3>
              <Side side={text.party} />{" "}
              <a href={`/page/${text.document}`} dir="auto">
                {text.title}
              </a>
            </h3>
            {original ? (
              <Original document={text.document} />
            ) : (
              text.blocks.map((block) => (
                <p key={block.start} class={block.role} dir="auto">
                  {aligned(
                    text.text,
                    block,
                    alignment.flatMap(({ a, b }, index) =>
                      [a, b]
                        .filter((place) => place.document === text.document)
                        .map((place) => ({ place, index })),
                    ),
                  )}
                </p>
              ))
            )}
          </article>
        ))}
      </div>
    </>
  );
}

function Original({ document: id }: { readonly document: string }): JSX.Element {
  const data = useData<{ readonly source: string }>(`/documents/${id}/page`);
  return (
    <Awaited of={data}>
      {({ source }) => (
        <pre class="source" dir="auto">
          {source}
        </pre>
      )}
    </Awaited>
  );
}

/** Text of a block with aligned passages marked. */
function aligned(
  text: string,
  block: { readonly start: number; readonly end: number },
  places: readonly { readonly place: Place; readonly index: number }[],
): (string | JSX.Element)[] {
  const parts: (string | JSX.Element)[] = [];
  let at = block.start;
  for (const { place, index } of places.toSorted((a, b) => a.place.start - b.place.start)) {
    if (place.start < at || place.end > block.end) continue;
    parts.push(
      text.slice(at, place.start),
      <mark key={place.start} class="aligned" data-pair={index}>
        {text.slice(place.start, place.end)}
      </mark>,
    );
    at = place.end;
  }
  parts.push(text.slice(at, block.end));
  return parts;
}

/** Scroll one account to where the aligned passages of another stand; by share of the length where none are. */
function follows(from: HTMLElement, to: HTMLElement): void {
  const top = from.getBoundingClientRect().top;
  const marks = [...from.querySelectorAll<HTMLElement>("mark.aligned")];
  const nearest = marks.toSorted(
    (a, b) =>
      Math.abs(a.getBoundingClientRect().top - top) - Math.abs(b.getBoundingClientRect().top - top),
  )[0];
  const pair =
    nearest === undefined
      ? null
      : to.querySelector<HTMLElement>(`mark.aligned[data-pair="${nearest.dataset["pair"]}"]`);
  if (nearest !== undefined && pair !== null) {
    to.scrollTop +=
      pair.getBoundingClientRect().top -
      to.getBoundingClientRect().top -
      (nearest.getBoundingClientRect().top - top);
    return;
  }
  to.scrollTop =
    (from.scrollTop / Math.max(1, from.scrollHeight - from.clientHeight)) *
    (to.scrollHeight - to.clientHeight);
}
