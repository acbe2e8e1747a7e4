import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { queryOf } from "../api.ts";
import type { JudgementLine, JudgementPage } from "../../server/finding-records.ts";
import type { Facet } from "../../server/records.ts";
import { Actions } from "../parts/actions.tsx";
import { counted, FacetChoice, Heading, Side, TextField, useQuery } from "../parts/basics.tsx";
import { Claims } from "../parts/claims.tsx";
import { Commitments } from "../parts/commitments.tsx";
import { Tabs } from "../parts/tabs.tsx";
import { VirtualList } from "../parts/virtual-list.tsx";

const tabs = [
  ["", "How likely"],
  ["questions", "Who disagrees"],
  ["commitments", "Commitments"],
] as const;

/** Who holds what to be how likely, and who commits to what. */
export function Judgements(): JSX.Element {
  const [query, set] = useQuery();
  const [total, setTotal] = useState<string>("");
  const tab = query["show"] ?? "";
  return (
    <section class="fill">
      <Heading title="Judgements">
        <p class="quiet" role="status">
          {total}
        </p>
      </Heading>
      <Tabs
        label="What is shown"
        tabs={tabs}
        chosen={tab}
        onChoose={(show) =>
          set({
            show,
            q: null,
            kind: null,
            assessor: null,
            topic: null,
            actor: null,
            status: null,
            domain: null,
            party: null,
          })
        }
      />
      {tab === "commitments" ? (
        <Commitments onTotal={(count) => setTotal(counted(count, "commitment"))} />
      ) : tab === "questions" ? (
        <Claims onTotal={(count) => setTotal(counted(count, "question"))} />
      ) : (
        <Assessments onTotal={(count) => setTotal(counted(count, "judgement"))} />
      )}
    </section>
  );
}

function Assessments({ onTotal }: { readonly onTotal: (count: number) => void }): JSX.Element {
  const [query, set] = useQuery();
  const [facets, setFacets] = useState<JudgementPage["facets"] | null>(null);
  const { q, assessor, kind, topic } = query;
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
      <p class="quiet">
        Words of likelihood as said. Bands are those of the yardsticks, side by side; “may, might,
        could” get no number.
      </p>
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <TextField label="Words" value={q ?? ""} onChange={(value) => set({ q: value })} />
        {choice("assessor", "Held by", facets?.assessor)}
        {choice("kind", "As", facets?.kind)}
        {choice("topic", "About", facets?.topic)}
      </form>
      <VirtualList<JudgementLine>
        path={`/assessments${queryOf({ q, assessor, kind, topic })}`}
        height={96}
        label="Judgements"
        onFirst={(page) => {
          onTotal(page.total);
          setFacets((page as JudgementPage).facets);
        }}
        empty={
          <p>No judgement fits. They are found where somebody says how likely something is.</p>
        }
        line={(one) => <Judgement one={one} />}
      />
    </>
  );
}

function Judgement({ one }: { readonly one: JudgementLine }): JSX.Element {
  const bands = (
    [
      ["icd203", "ICD 203"],
      ["phia", "PHIA"],
      ["kent", "Kent"],
    ] as const
  ).flatMap(([yardstick, name]) => {
    const band = one.bands?.[yardstick] ?? null;
    return band === null
      ? []
      : [
          `${name}: ${band}${one.bandsInferred.includes(yardstick) ? " (by a word of the same meaning)" : ""}`,
        ];
  });
  const holder = one.assessor?.label ?? one.assessorQuote;
  const account = one.account.filter((name) => name !== holder);
  return (
    <article class="judgement">
      <p class="who">
        {one.assessor !== null ? (
          <Side side={one.assessor} />
        ) : (
          <b dir="auto">{holder === "" ? "The page itself" : holder}</b>
        )}
        {account.length > 0 && <span class="quiet"> by {account.join(", in ")}</span>}{" "}
        <span class={`tag kind ${one.kind}`}>{one.kind}</span>
        {one.hedges.length > 0 && <span class="tag">held back: {one.hedges.join(", ")}</span>}
        {one.negated && <span class="tag strong">negated</span>}
        {one.topics.map((topic) => (
          <span key={topic.id} class="tag">
            {topic.label}
          </span>
        ))}
      </p>
      <blockquote dir="auto">{withTerm(one.about, one.term)}</blockquote>
      {bands.length > 0 && <p class="quiet">{bands.join(" · ")}</p>}
      <p class="foot">
        <a class="quiet" href={`/page/${one.place.document}`}>
          {one.published ?? "date unknown"} · {one.outlet ?? one.title}
        </a>
        <Actions place={one.place} />
      </p>
    </article>
  );
}

/** The words judged with the word of likelihood marked, where it stands among them. */
function withTerm(about: string, term: string): JSX.Element {
  const at = about.indexOf(term);
  if (at === -1)
    return (
      <>
        <mark class="layer-assessment">{term}</mark>: {about}
      </>
    );
  return (
    <>
      {about.slice(0, at)}
      <mark class="layer-assessment">{term}</mark>
      {about.slice(at + term.length)}
    </>
  );
}
