import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { queryOf, sides, useData } from "../api.ts";
import type { ClaimLine, ClaimPosition } from "../../server/finding-records.ts";
import type { PageOf } from "../../server/records.ts";
import { Actions } from "./actions.tsx";
import { Awaited, Choice, counted, Side, TextField, useQuery } from "./basics.tsx";

const stances = [
  ["yes", "Yes"],
  ["no", "No"],
  ["open", "Open"],
] as const;

/** Questions that two holders or more answer: who says yes, who says no, who leaves it open. */
export function Claims({ onTotal }: { readonly onTotal: (count: number) => void }): JSX.Element {
  const [query, set] = useQuery();
  const { q, kind, party } = query;
  const data = useData<PageOf<ClaimLine>>(`/claims${queryOf({ q, kind, party, limit: 200 })}`);
  const total = data.data?.total;
  useEffect(() => {
    if (total !== undefined) onTotal(total);
  }, [total]);
  return (
    <>
      <p class="quiet">
        Questions of a table that pages answer in words it knows; answers are grouped by the states
        they are about. That nobody is listed means that no such words were found, not that nobody
        holds it.
      </p>
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <TextField label="Words" value={q ?? ""} onChange={(value) => set({ q: value })} />
        <Choice
          label="Answers"
          value={kind ?? ""}
          onChange={(value) => set({ kind: value })}
          options={[
            ["", "all"],
            ["disputed", "disputed"],
            ["hedged", "left open by some"],
            ["agreed", "all alike"],
          ]}
        />
        <Choice
          label="About"
          value={party ?? ""}
          onChange={(value) => set({ party: value })}
          options={[
            ["", "any state"],
            ...sides.value.map((side) => [side.id, side.label] as const),
          ]}
        />
      </form>
      <Awaited
        of={data}
        empty={(page) =>
          page.total === 0 ? <p>No question that two or more answer was found.</p> : null
        }
      >
        {({ items }) => (
          <>
            {items.map((claim) => (
              <Claim key={claim.id} claim={claim} />
            ))}
          </>
        )}
      </Awaited>
    </>
  );
}

function Claim({ claim }: { readonly claim: ClaimLine }): JSX.Element {
  const columns = stances.flatMap(([stance, label]) => {
    const own = claim.positions.filter((position) => position.stance === stance);
    return own.length === 0 ? [] : [{ stance, label, own }];
  });
  return (
    <section class="claim">
      <h2>
        {claim.sides.map((side) => side.label).join(", ")}: {claim.question}{" "}
        <span class={claim.verdict === "disputed" ? "tag strong" : "tag"}>{claim.verdict}</span>
      </h2>
      <div class="stances">
        {columns.map(({ stance, label, own }) => (
          <div key={stance}>
            <h3>
              {label} <span class="quiet">{counted(own.length, "place")}</span>
            </h3>
            {own.map((position) => (
              <Answer key={`${position.place.document}${position.place.start}`} answer={position} />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}

function Answer({ answer }: { readonly answer: ClaimPosition }): JSX.Element {
  const { holder, holderQuote, account, term, hedged, inferred, place } = answer;
  return (
    <article class="judgement">
      <p class="who">
        {holder === null ? (
          <b dir="auto">{holderQuote === "" ? "The page itself" : holderQuote}</b>
        ) : (
          <Side side={holder} />
        )}
        {account.length > 0 && <span class="quiet"> by {account.join(", in ")}</span>}
        {term !== null && <span class="tag">{term}</span>}
        {hedged && term === null && <span class="tag">hedged</span>}
        {inferred && (
          <span class="tag" title="The page as a whole tells whom these words are about">
            about: inferred
          </span>
        )}
      </p>
      <blockquote dir="auto">{place.quote}</blockquote>
      <p class="foot">
        <a class="quiet" href={`/page/${place.document}`}>
          {answer.published ?? "date unknown"} · {answer.outlet ?? answer.title}
        </a>
        <Actions place={place} />
      </p>
    </article>
  );
}
