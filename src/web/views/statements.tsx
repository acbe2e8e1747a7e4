import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { queryOf } from "../api.ts";
import type { Facet, StatementLine, StatementPage } from "../../server/records.ts";
import {
  Choice,
  counted,
  DayField,
  FacetChoice,
  Heading,
  TextField,
  useQuery,
} from "../parts/basics.tsx";
import { StatementRow } from "../parts/statement-row.tsx";
import { VirtualList } from "../parts/virtual-list.tsx";

const filters = [
  "speaker",
  "party",
  "form",
  "cueClass",
  "topic",
  "from",
  "to",
  "addressee",
  "encounter",
  "q",
  "rejected",
  "group",
] as const;

/** Who said what, by whose account: filtered and grouped. */
export function Statements(): JSX.Element {
  const [query, set] = useQuery();
  const [first, setFirst] = useState<StatementPage | null>(null);
  const path = `/statements${queryOf(Object.fromEntries(filters.map((name) => [name, query[name]])))}`;
  const choice = (
    name: (typeof filters)[number],
    label: string,
    facets: readonly Facet[] | undefined,
  ): JSX.Element => {
    return (
      <FacetChoice
        label={label}
        value={query[name] ?? ""}
        facets={facets}
        onChange={(value) => set({ [name]: value })}
      />
    );
  };
  const facets = first?.facets;
  const set_ = filters.filter((name) => query[name] !== undefined);
  return (
    <section class="fill">
      <Heading title="Statements">
        <p class="quiet" role="status">
          {first === null ? "" : counted(first.total, "statement")}
        </p>
      </Heading>
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <TextField label="Words" value={query["q"] ?? ""} onChange={(value) => set({ q: value })} />
        {choice("speaker", "Speaker", facets?.speaker)}
        {choice("party", "Account of", facets?.party)}
        {choice("addressee", "Addressee", facets?.speaker)}
        {choice("form", "Form", facets?.form)}
        {choice("cueClass", "Cue", facets?.cueClass)}
        {choice("topic", "Topic", facets?.topic)}
        <DayField
          label="From"
          value={query["from"] ?? ""}
          onChange={(value) => set({ from: value })}
        />
        <DayField label="To" value={query["to"] ?? ""} onChange={(value) => set({ to: value })} />
        <Choice
          label="Group by"
          value={query["group"] ?? ""}
          onChange={(value) => set({ group: value })}
          options={[
            ["", "date"],
            ["speaker", "speaker"],
            ["topic", "topic"],
          ]}
        />
        <Choice
          label="Rejected"
          value={query["rejected"] ?? ""}
          onChange={(value) => set({ rejected: value })}
          options={[
            ["", "shown"],
            ["without", "hidden"],
            ["only", "only these"],
          ]}
        />
        {set_.length > 0 && (
          <button
            type="button"
            onClick={() => set(Object.fromEntries(set_.map((name) => [name, null])))}
          >
            Clear
          </button>
        )}
      </form>
      <VirtualList<StatementLine>
        path={path}
        height={104}
        label="Statements"
        onFirst={(page) => setFirst(page as StatementPage)}
        line={(statement) => <StatementRow statement={statement} />}
        empty={
          <p>
            No statement fits. Clear a filter, or <a href="/pages">add pages</a>.
          </p>
        }
      />
    </section>
  );
}
