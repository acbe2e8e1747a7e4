import { signal, type Signal } from "@preact/signals";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ApiError, changed, queryOf, send, sides, useData } from "../api.ts";
import type { AddedLine, DocumentLine, Overview } from "../../server/records.ts";
import { Choice, counted, Heading, Side, TextField, useQuery } from "../parts/basics.tsx";
import { VirtualList } from "../parts/virtual-list.tsx";

/** A file on its way in. */
interface Upload {
  readonly name: string;
  readonly state: "waiting" | "sending" | "failed" | AddedLine["outcome"];
  readonly message: string | null;
  readonly file: File;
}

/** Kept while other views are shown: adding goes on. */
const uploads: Signal<readonly Upload[]> = signal([]);
let busy = false;

const words: Readonly<Record<Upload["state"], string>> = {
  waiting: "waiting",
  sending: "being read …",
  failed: "not sent",
  added: "added",
  known: "already here",
  moved: "already here, now current",
  quarantined: "could not be read",
};

function set(index: number, change: Partial<Upload>): void {
  uploads.value = uploads.value.map((one, at) => (at === index ? { ...one, ...change } : one));
}

/** Send what waits, one page after another; then link encounters once. */
async function sendWaiting(): Promise<void> {
  if (busy) return;
  busy = true;
  try {
    for (;;) {
      const index = uploads.value.findIndex((one) => one.state === "waiting");
      if (index === -1) break;
      set(index, { state: "sending" });
      const body = new FormData();
      const upload = uploads.value[index]!;
      body.append("file", upload.file, upload.name);
      try {
        const line = await send<AddedLine>("POST", "/documents", body);
        set(index, { state: line.outcome, message: line.message });
      } catch (error) {
        set(index, {
          state: "failed",
          message: error instanceof ApiError ? error.message : String(error),
        });
      }
    }
    await send("POST", "/relink").catch(() => {});
    changed();
  } finally {
    busy = false;
  }
}

function take(files: readonly File[]): void {
  uploads.value = [
    ...uploads.value,
    ...files.map((file) => ({ name: file.name, state: "waiting" as const, message: null, file })),
  ];
  void sendWaiting();
}

/** Files of what was dropped, folders included. */
async function dropped(items: DataTransferItemList): Promise<File[]> {
  const entries = [...items]
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry !== null);
  const files: File[] = [];
  const visit = async (entry: FileSystemEntry): Promise<void> => {
    if (entry.isFile)
      files.push(
        await new Promise<File>((resolve, reject) =>
          (entry as FileSystemFileEntry).file(resolve, reject),
        ),
      );
    else {
      const reader = (entry as FileSystemDirectoryEntry).createReader();
      for (;;) {
        const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
          reader.readEntries(resolve, reject),
        );
        if (some.length === 0) break;
        for (const inner of some) if (!inner.name.startsWith(".")) await visit(inner);
      }
    }
  };
  for (const entry of entries) await visit(entry);
  return files;
}

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
          if (event.dataTransfer !== null) void dropped(event.dataTransfer.items).then(take);
        }}
      >
        <label>
          Drop files or folders here, or <span class="link">choose files</span>
          <input
            type="file"
            multiple
            class="visually-hidden"
            onChange={(event) => {
              take([...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = "";
            }}
          />
        </label>
      </div>
      <Uploads />
      {(overview.data?.quarantine.length ?? 0) > 0 && (
        <details class="quarantine" open>
          <summary>{counted(overview.data!.quarantine.length, "page")} could not be read</summary>
          <ul class="plain">
            {overview.data!.quarantine.map((line) => (
              <li key={line.name}>
                <b class="path">{line.name}</b> {line.message} <code>{line.code}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
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

function Uploads(): JSX.Element | null {
  const list = uploads.value;
  if (list.length === 0) return null;
  const done = list.filter((one) => !["waiting", "sending"].includes(one.state)).length;
  const failed = list.filter((one) => one.state === "failed").length;
  return (
    <div class="uploads">
      <p role="status">
        {done} of {counted(list.length, "page")}{" "}
        <progress max={list.length} value={done} aria-label="Pages added" />
        {failed > 0 && (
          <button
            type="button"
            onClick={() => {
              uploads.value = list.map((one) =>
                one.state === "failed" ? { ...one, state: "waiting", message: null } : one,
              );
              void sendWaiting();
            }}
          >
            Send {failed} again
          </button>
        )}
        {done === list.length && (
          <button type="button" onClick={() => (uploads.value = [])}>
            Close
          </button>
        )}
      </p>
      <ul class="plain scrollbox" tabIndex={0} aria-label="Pages being added">
        {list.map((one, index) => (
          <li key={index}>
            <b class="path">{one.name}</b> <span class="tag">{words[one.state]}</span> {one.message}
          </li>
        ))}
      </ul>
    </div>
  );
}
