import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { queryOf, sides } from "../api.ts";
import type { FoundLine } from "../../server/records.ts";
import { Actions } from "../parts/actions.tsx";
import {
  Choice,
  counted,
  DayField,
  Heading,
  hrefOf,
  Side,
  TextField,
  useQuery,
} from "../parts/basics.tsx";
import { VirtualList } from "../parts/virtual-list.tsx";

/** Full-text search; results are passages and open at their place. */
export function Search(): JSX.Element {
  const [query, set] = useQuery();
  const [total, setTotal] = useState<number | null>(null);
  const words = query["q"] ?? "";
  return (
    <section class="fill">
      <Heading title="Search">
        <p class="quiet" role="status">
          {words === "" || total === null
            ? ""
            : `${counted(total, "passage")}${total >= 1000 ? " or more" : ""}`}
        </p>
      </Heading>
      <form class="filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <TextField
          label="Words, or “a phrase” in quotation marks"
          value={words}
          onChange={(value) => set({ q: value })}
        />
        <Choice
          label="Account of"
          value={query["party"] ?? ""}
          onChange={(value) => set({ party: value })}
          options={[["", "all"], ...sides.value.map((side) => [side.id, side.label] as const)]}
        />
        <Choice
          label="Language"
          value={query["language"] ?? ""}
          onChange={(value) => set({ language: value })}
          options={[
            ["", "all"],
            ["en", "English"],
            ["zh", "Chinese"],
            ["ru", "Russian"],
          ]}
        />
        <TextField
          label="Speaker (id)"
          value={query["speaker"] ?? ""}
          onChange={(value) => set({ speaker: value })}
        />
        <DayField
          label="From"
          value={query["from"] ?? ""}
          onChange={(value) => set({ from: value })}
        />
        <DayField label="To" value={query["to"] ?? ""} onChange={(value) => set({ to: value })} />
      </form>
      {words === "" ? (
        <p class="notice empty">
          Type words in English, Chinese or Russian; each is found in any inflection.
        </p>
      ) : (
        <VirtualList<FoundLine>
          path={`/search${queryOf({ q: words, party: query["party"], language: query["language"], speaker: query["speaker"], from: query["from"], to: query["to"] })}`}
          height={96}
          label="Passages"
          onFirst={(page) => setTotal(page.total)}
          line={(found) => <Found found={found} />}
          empty={<p>No passage holds all these words. Try fewer, or another form.</p>}
        />
      )}
    </section>
  );
}

function Found({ found }: { readonly found: FoundLine }): JSX.Element {
  const { place, hits } = found;
  const first = hits[0];
  const at =
    first === undefined
      ? place
      : { ...place, start: place.start + first[0], end: place.start + first[1] };
  const from = Math.max(0, (first?.[0] ?? 0) - 160);
  const parts: (string | JSX.Element)[] = [];
  let done = from;
  for (const [start, end] of hits) {
    if (start > from + 420) break;
    parts.push(
      place.quote.slice(done, start),
      <mark key={start}>{place.quote.slice(start, end)}</mark>,
    );
    done = end;
  }
  parts.push(place.quote.slice(done, from + 480));
  return (
    <article class="found">
      <p class="who">
        <a href={hrefOf(at)} dir="auto">
          {found.title}
        </a>{" "}
        <span class="quiet">
          <Side side={found.party} /> · {found.published ?? "date unknown"} ·{" "}
          {found.outlet ?? "outlet unknown"}
        </span>
      </p>
      <p class="passage" dir="auto" lang={found.language ?? ""}>
        {from > 0 && "… "}
        {parts}
        {place.quote.length > from + 480 && " …"}
      </p>
      <p class="foot">
        <Actions place={{ ...place }} />
      </p>
    </article>
  );
}
