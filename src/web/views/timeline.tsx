import { useLocation } from "preact-iso";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { queryOf, sides, useData } from "../api.ts";
import type { EncounterLine, PageOf } from "../../server/records.ts";
import { Choice, counted, DayField, Heading, useQuery } from "../parts/basics.tsx";
import { Chart } from "../parts/chart.tsx";
import { EncounterItem } from "../parts/encounter-item.tsx";
import { VirtualList } from "../parts/virtual-list.tsx";

const modes = [
  "meeting",
  "visit",
  "phone",
  "video",
  "multilateral",
  "letter",
  "ceremony",
  "joint-statement",
  "exercise",
  "other",
];

/** Encounters in time: a strip by mode and a list. */
export function Timeline(): JSX.Element {
  const [query, set] = useQuery();
  const { route } = useLocation();
  const [total, setTotal] = useState<number | null>(null);
  const path = `/encounters${queryOf({ participant: query["participant"], mode: query["mode"], from: query["from"], to: query["to"], accounts: query["accounts"], order: query["order"] })}`;
  const strip = useData<PageOf<EncounterLine>>(`${path}${path.includes("?") ? "&" : "?"}limit=300`);
  return (
    <section class="fill">
      <Heading title="Timeline">
        <p class="quiet" role="status">
          {total === null ? "" : counted(total, "encounter")}
        </p>
      </Heading>
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <Choice
          label="Side"
          value={query["participant"] ?? ""}
          onChange={(value) => set({ participant: value })}
          options={[["", "all"], ...sides.value.map((side) => [side.id, side.label] as const)]}
        />
        <Choice
          label="Kind"
          value={query["mode"] ?? ""}
          onChange={(value) => set({ mode: value })}
          options={[["", "all"], ...modes.map((mode) => [mode, mode] as const)]}
        />
        <Choice
          label="Accounts held"
          value={query["accounts"] ?? ""}
          onChange={(value) => set({ accounts: value })}
          options={[
            ["", "any"],
            ["1", "one or more"],
            ["2", "two or more"],
          ]}
        />
        <DayField
          label="From"
          value={query["from"] ?? ""}
          onChange={(value) => set({ from: value })}
        />
        <DayField label="To" value={query["to"] ?? ""} onChange={(value) => set({ to: value })} />
        <Choice
          label="Order"
          value={query["order"] ?? ""}
          onChange={(value) => set({ order: value })}
          options={[
            ["", "newest first"],
            ["oldest", "oldest first"],
          ]}
        />
      </form>
      {strip.data !== null && strip.data.items.length > 0 && (
        <Chart
          name="timeline"
          data={strip.data.items}
          label={`${counted(strip.data.items.length, "encounter")}${strip.data.total > strip.data.items.length ? ` of ${strip.data.total}` : ""}: filled marks have two or more accounts`}
          onChoose={(href) => route(href)}
        />
      )}
      <VirtualList<EncounterLine>
        path={path}
        height={58}
        label="Encounters"
        onFirst={(page) => setTotal(page.total)}
        line={(encounter) => <EncounterItem encounter={encounter} />}
        empty={<p>No encounter fits. Widen the dates, or choose all sides.</p>}
      />
    </section>
  );
}
