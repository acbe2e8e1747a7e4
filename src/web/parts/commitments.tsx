import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { queryOf } from "../api.ts";
import type { CommitmentLine, CommitmentPage } from "../../server/finding-records.ts";
import type { Facet } from "../../server/records.ts";
import { Actions } from "./actions.tsx";
import { FacetChoice, Side, TextField, useQuery } from "./basics.tsx";
import { VirtualList } from "./virtual-list.tsx";

/** Who commits to what, toward whom, and how far along it is. */
export function Commitments({
  onTotal,
}: {
  readonly onTotal: (count: number) => void;
}): JSX.Element {
  const [query, set] = useQuery();
  const [facets, setFacets] = useState<CommitmentPage["facets"] | null>(null);
  const { q, actor, status, domain } = query;
  const choice = (
    name: string,
    label: string,
    known: readonly Facet[] | undefined,
  ): JSX.Element => (
    <FacetChoice
      label={label}
      value={query[name] ?? ""}
      facets={known}
      onChange={(value) => set({ [name]: value })}
    />
  );
  return (
    <>
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <TextField label="Words" value={q ?? ""} onChange={(value) => set({ q: value })} />
        {choice("actor", "Made by", facets?.actor)}
        {choice("status", "How far along", facets?.status)}
        {choice("domain", "Domain", facets?.domain)}
      </form>
      <VirtualList<CommitmentLine>
        path={`/commitments${queryOf({ q, actor, status, domain })}`}
        height={90}
        label="Commitments"
        onFirst={(page) => {
          onTotal(page.total);
          setFacets((page as CommitmentPage).facets);
        }}
        empty={<p>No commitment fits. They are found where somebody promises, signs or refuses.</p>}
        line={(one) => (
          <article class="judgement">
            <p class="who">
              {one.actors.length > 0 ? (
                <Side side={one.actors[0]!}>{names(one.actors)}</Side>
              ) : (
                <b>Nobody named</b>
              )}
              {one.toward.length > 0 && <span class="quiet"> toward {names(one.toward)}</span>}
              {one.account.length > 0 && (
                <span class="quiet"> by {one.account.join(", in ")}</span>
              )}{" "}
              <span class={`tag status ${one.status}`}>{one.status}</span>
              {one.domain !== null && <span class="tag">{one.domain}</span>}
            </p>
            <blockquote dir="auto">
              <mark class="layer-commitment">{one.term}</mark> {one.about}
            </blockquote>
            <p class="foot">
              <a class="quiet" href={`/page/${one.place.document}`}>
                {one.published ?? "date unknown"} · {one.outlet ?? one.title}
              </a>
              {one.encounter !== null && (
                <a class="quiet" href={`/encounter/${encodeURIComponent(one.encounter)}`}>
                  Encounter
                </a>
              )}
              <Actions place={one.place} />
            </p>
          </article>
        )}
      />
    </>
  );
}

function names(actors: CommitmentLine["actors"]): string {
  return actors.map(({ label }) => label).join(", ");
}
