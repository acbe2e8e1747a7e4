import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { queryOf, sides, status } from "../api.ts";
import type { SilenceLine } from "../../server/records.ts";
import { Actions } from "../parts/actions.tsx";
import { Choice, counted, Heading, Side, TextField, useQuery } from "../parts/basics.tsx";
import { VirtualList } from "../parts/virtual-list.tsx";

/** What each kind of silence means, in words. */
const kinds: Readonly<Record<string, string>> = {
  reported: "reported by a page",
  asymmetric: "in the other side's account only",
  "attributed-only": "put in its mouth by the other side only",
  dropped: "dropped since earlier accounts",
  diluted: "weaker than in earlier accounts",
  "no-account": "no account held",
};

/** The ledger of silences: a search result each, with its searches. */
export function Silences(): JSX.Element {
  const [query, set] = useQuery();
  const [total, setTotal] = useState<number | null>(null);
  return (
    <section class="fill">
      <Heading title="Silences">
        <p class="quiet" role="status">
          {total === null ? "" : counted(total, "silence")}
          {(status.value?.unsearched ?? 0) > 0 &&
            ` so far; ${counted(status.value!.unsearched, "encounter")} still to be searched`}
        </p>
        <p class="quiet">
          A silence found by comparison is a search result: not found in these texts, with the forms
          searched. No account held is not a silence.
        </p>
      </Heading>
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <TextField label="Words" value={query["q"] ?? ""} onChange={(value) => set({ q: value })} />
        <Choice
          label="Kind"
          value={query["kind"] ?? ""}
          onChange={(value) => set({ kind: value })}
          options={[["", "all"], ...Object.entries(kinds)]}
        />
        <Choice
          label="Silent"
          value={query["party"] ?? ""}
          onChange={(value) => set({ party: value })}
          options={[["", "any side"], ...sides.value.map((side) => [side.id, side.label] as const)]}
        />
      </form>
      <VirtualList<SilenceLine>
        path={`/silences${queryOf({ q: query["q"], kind: query["kind"], party: query["party"] })}`}
        height={92}
        label="Silences"
        onFirst={(page) => setTotal(page.total)}
        line={(silence) => <SilenceRow silence={silence} />}
        empty={
          <p>
            No silence fits. They appear where a page reports one, or where two sides account for
            the same encounter.
          </p>
        }
      />
    </section>
  );
}

/** A silence with the searches behind it. */
export function SilenceRow({
  silence,
  withEncounter = true,
}: {
  readonly silence: SilenceLine;
  readonly withEncounter?: boolean;
}): JSX.Element {
  const who = silence.silent[0];
  return (
    <article class="silence">
      <p class="who">
        {who === undefined ? (
          <b>Nobody named</b>
        ) : (
          <Side side={who}>{silence.silent.map((one) => one.label).join(", ")}</Side>
        )}
        <b dir="auto"> {silence.what === "" ? "(what: see the words)" : silence.what}</b>
        {silence.claimant !== null && <span class="quiet"> says {silence.claimant.label}</span>}
        <span class="tags">
          <span class="tag">{kinds[silence.kind] ?? silence.kind}</span>
          {silence.kind === "reported" && <span class="tag">{silence.status}</span>}
        </span>
      </p>
      {silence.place !== null && <blockquote dir="auto">{silence.place.quote}</blockquote>}
      {silence.searched.length > 0 && (
        <details class="searches">
          <summary>
            {silence.status === "contradicted" ? "Yet found in" : "Not found in"}{" "}
            {counted(silence.searched.length, "text")}: the searches
          </summary>
          <ul>
            {silence.searched.map((search) => (
              <li key={search.document}>
                <a href={`/page/${search.document}`}>{search.title}</a> (
                {search.language ?? "language unknown"}): <q>{search.forms.join("”, “")}</q>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p class="foot">
        {withEncounter && silence.encounter !== null && (
          <a class="quiet" href={`/encounter/${encodeURIComponent(silence.encounter.id)}`}>
            {silence.encounter.label}
          </a>
        )}
        {silence.place !== null && <Actions place={silence.place} />}
      </p>
    </article>
  );
}
