import { useLocation } from "preact-iso";
import type { JSX } from "preact";
import { queryOf, sides, useData } from "../api.ts";
import type { PhraseDetail, PhraseLine, PhraseUse } from "../../server/finding-records.ts";
import type { PageOf } from "../../server/records.ts";
import { Actions } from "../parts/actions.tsx";
import { Awaited, Choice, counted, Heading, Side, TextField, useQuery } from "../parts/basics.tsx";
import { Candidates } from "../parts/candidates.tsx";
import { Chart } from "../parts/chart.tsx";
import { Tabs } from "../parts/tabs.tsx";
import { VirtualList } from "../parts/virtual-list.tsx";

/** Set phrases by side and over time, and formulations that may become some. */
export function Phrases(): JSX.Element {
  const [query, set] = useQuery();
  const show = query["show"] ?? "";
  return (
    <section>
      <Heading title="Set phrases" />
      <Tabs
        label="What is shown"
        tabs={[
          ["", "In use"],
          ["candidates", "Candidates"],
        ]}
        chosen={show}
        onChoose={(tab) => set({ show: tab, phrase: null, q: null })}
      />
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <TextField label="Words" value={query["q"] ?? ""} onChange={(value) => set({ q: value })} />
        <Choice
          label="Used by"
          value={query["party"] ?? ""}
          onChange={(value) => set({ party: value })}
          options={[["", "any side"], ...sides.value.map((side) => [side.id, side.label] as const)]}
        />
      </form>
      {show === "candidates" ? <Candidates /> : <InUse />}
    </section>
  );
}

function InUse(): JSX.Element {
  const [query, set] = useQuery();
  const list = useData<PageOf<PhraseLine>>(
    `/phrases${queryOf({ q: query["q"], party: query["party"], limit: 500 })}`,
  );
  return (
    <Awaited of={list} empty={({ total }) => (total === 0 ? <p>No set phrase fits.</p> : null)}>
      {({ items }) => (
        <div class="columns even">
          <div class="scroll tall" tabIndex={0} role="region" aria-label="Set phrases">
            <table class="rows">
              <thead>
                <tr>
                  <th scope="col">Phrase</th>
                  <th scope="col">Uses</th>
                  <th scope="col">By side</th>
                  <th scope="col">First</th>
                  <th scope="col">Last</th>
                </tr>
              </thead>
              <tbody>
                {items.map((phrase) => (
                  <tr key={phrase.id} class={query["phrase"] === phrase.id ? "chosen" : ""}>
                    <th scope="row">
                      <button
                        type="button"
                        class="link"
                        aria-pressed={query["phrase"] === phrase.id}
                        onClick={() => set({ phrase: phrase.id })}
                      >
                        {phrase.label}
                      </button>
                    </th>
                    <td title={`in ${counted(phrase.documents, "page")}`}>{phrase.count}</td>
                    <td>
                      {phrase.parties.map((party) => (
                        <span key={party.id} class="account">
                          <Side side={party.id === "press" ? null : party} /> {party.count}{" "}
                        </span>
                      ))}
                    </td>
                    <td class="day">{phrase.first ?? "–"}</td>
                    <td class="day">{phrase.last ?? "–"}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <div>
            <Detail id={query["phrase"] ?? items[0]!.id} />
          </div>
        </div>
      )}
    </Awaited>
  );
}

function Detail({ id }: { readonly id: string }): JSX.Element {
  const data = useData<PhraseDetail>(`/phrases/${encodeURIComponent(id)}`);
  const { route } = useLocation();
  return (
    <Awaited of={data}>
      {(phrase) => (
        <>
          <h2>{phrase.label}</h2>
          <Chart
            name="phrase"
            data={phrase}
            label={`${counted(phrase.count, "use")} in ${counted(phrase.documents, "page")} by date of publication; ${phrase.marks === null ? "a disc is a month, its area the number of uses" : "a mark is a page"}`}
            onChoose={(href) => route(href)}
          />
          <VirtualList<PhraseUse>
            path={`/phrases/${encodeURIComponent(phrase.id)}/uses`}
            height={86}
            label={`Uses of ${phrase.label}`}
            empty={<p>It is used nowhere.</p>}
            line={(use) => (
              <article class="use">
                <p class="who">
                  <Side side={use.party} />
                  {use.speaker !== null && ` ${use.speaker.label}`}{" "}
                  <span class="quiet">
                    {use.published ?? "date unknown"} ·{" "}
                    <a href={`/page/${use.place.document}`} dir="auto">
                      {use.title}
                    </a>
                  </span>
                </p>
                <blockquote dir="auto">{use.place.quote}</blockquote>
                <p class="foot">
                  <Actions place={use.place} />
                </p>
              </article>
            )}
          />
        </>
      )}
    </Awaited>
  );
}
