import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { queryOf } from "../api.ts";
import type { JudgementLine } from "../../server/records.ts";
import { Actions } from "../parts/actions.tsx";
import { counted, Heading, TextField, useQuery } from "../parts/basics.tsx";
import { VirtualList } from "../parts/virtual-list.tsx";

/** Who holds what to be how likely: words as said, yardsticks side by side. */
export function Judgements(): JSX.Element {
  const [query, set] = useQuery();
  const [total, setTotal] = useState<number | null>(null);
  return (
    <section class="fill">
      <Heading title="Judgements">
        <p class="quiet" role="status">
          {total === null ? "" : counted(total, "judgement")}
        </p>
        <p class="quiet">
          Words of likelihood as said. Bands are those of the yardsticks, side by side; “may, might,
          could” get no number.
        </p>
      </Heading>
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <TextField label="Words" value={query["q"] ?? ""} onChange={(value) => set({ q: value })} />
      </form>
      <VirtualList<JudgementLine>
        path={`/assessments${queryOf({ q: query["q"] })}`}
        height={96}
        label="Judgements"
        onFirst={(page) => setTotal(page.total)}
        empty={<p>No judgement of likelihood was found in these pages.</p>}
        line={(one) => (
          <article class="judgement">
            <p class="who">
              <b>
                {one.assessor?.label ??
                  (one.assessorQuote === "" ? "The page itself" : one.assessorQuote)}
              </b>{" "}
              <span class="tag strong">{one.term}</span>
              {one.negated && <span class="tag strong">negated</span>}
              <span class="tag">{one.type}</span>
              {one.bands !== null && (
                <span class="quiet">
                  {" "}
                  {[
                    ["ICD 203", one.bands.icd203],
                    ["PHIA", one.bands.phia],
                    ["Kent", one.bands.kent],
                  ]
                    .filter(([, band]) => band !== null)
                    .map(([name, band]) => `${name}: ${band}`)
                    .join(" · ")}
                </span>
              )}
            </p>
            <blockquote dir="auto">{one.about}</blockquote>
            <p class="foot">
              <a class="quiet" href={`/page/${one.place.document}`}>
                {one.published ?? "date unknown"} · {one.title}
              </a>
              <Actions place={one.place} />
            </p>
          </article>
        )}
      />
    </section>
  );
}
