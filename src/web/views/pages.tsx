import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { queryOf, sides, useData } from "../api.ts";
import type { DocumentLine, Overview } from "../../server/records.ts";
import { Choice, counted, Heading, Side, TextField, useQuery } from "../parts/basics.tsx";
import { Quarantine } from "../parts/quarantine.tsx";
import { dropped, takeAddress, takeFiles, Uploads } from "../parts/uploads.tsx";
import { VirtualList } from "../parts/virtual-list.tsx";

/** The library: add pages, see what is there and what could not be read. */
export function Pages(): JSX.Element {
  const [query, setQuery] = useQuery();
  const [total, setTotal] = useState<number | null>(null);
  const [over, setOver] = useState(false);
  const overview = useData<Overview>("/overview");
  const path = `/documents${queryOf({ q: query["q"], party: query["party"], language: query["language"], kind: query["kind"], sort: query["sort"] })}`;
  return (
    <section class="fill">
      <Heading title="Pages">
        <p class="quiet" role="status">
          {total === null ? "" : counted(total, "page")}
        </p>
      </Heading>
      <div
        class={over ? "drop over" : "drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          if (event.dataTransfer !== null) void dropped(event.dataTransfer.items).then(takeFiles);
        }}
      >
        <label>
          Drop files or folders here, or <span class="link">choose files</span>
          <input
            type="file"
            multiple
            class="visually-hidden"
            onChange={(event) => {
              takeFiles([...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = "";
            }}
          />
        </label>
        <AddressForm />
      </div>
      <Uploads />
      <Quarantine lines={overview.data?.quarantine ?? []} />
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <TextField
          label="Title, outlet or path"
          value={query["q"] ?? ""}
          onChange={(value) => setQuery({ q: value })}
        />
        <Choice
          label="Account of"
          value={query["party"] ?? ""}
          onChange={(value) => setQuery({ party: value })}
          options={[
            ["", "all"],
            ["press", "Press"],
            ...sides.value.map((side) => [side.id, side.label] as const),
          ]}
        />
        <Choice
          label="Language"
          value={query["language"] ?? ""}
          onChange={(value) => setQuery({ language: value })}
          options={[
            ["", "all"],
            ...(overview.data?.languages ?? []).map(
              (one) => [one.id, `${one.label} (${one.count})`] as const,
            ),
          ]}
        />
        <Choice
          label="Order"
          value={query["sort"] ?? ""}
          onChange={(value) => setQuery({ sort: value })}
          options={[
            ["", "newest published"],
            ["added", "newest added"],
            ["title", "title"],
          ]}
        />
      </form>
      <VirtualList<DocumentLine>
        path={path}
        height={56}
        label="Pages of the workspace"
        onFirst={(page) => setTotal(page.total)}
        empty={<p>No page fits, or none is here yet. Drop files above.</p>}
        line={(page) => (
          <article class="pageline">
            <a href={`/page/${page.id}`} dir="auto">
              {page.title}
            </a>
            <p class="quiet">
              <Side side={page.party} /> · {page.kind} · {page.outlet ?? "outlet not stated"} ·{" "}
              {page.published ?? "date unknown"} · {page.language ?? "language unknown"} ·{" "}
              {counted(page.statements, "statement")}
            </p>
          </article>
        )}
      />
    </section>
  );
}

function AddressForm(): JSX.Element {
  const [url, setUrl] = useState("");
  return (
    <form
      class="address"
      onSubmit={(event) => {
        event.preventDefault();
        takeAddress(url.trim());
        setUrl("");
      }}
    >
      <label>
        <span class="visually-hidden">Web address of a page or feed</span>
        <input
          type="url"
          required
          placeholder="or paste the address of a page or feed"
          value={url}
          onInput={(event) => setUrl(event.currentTarget.value)}
        />
      </label>
      <button type="submit">Add</button>
    </form>
  );
}
