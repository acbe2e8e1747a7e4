import { signal, type Signal } from "@preact/signals";
import type { JSX } from "preact";
import { ApiError, changed, send } from "../api.ts";
import type { AddedLine } from "../../server/records.ts";
import { counted } from "./basics.tsx";

/** A file or address on its way in. */
interface Upload {
  readonly name: string;
  readonly state: "waiting" | "sending" | "failed" | AddedLine["outcome"];
  readonly message: string | null;
  readonly document: string | null;
  /** `null` for an address. */
  readonly file: File | null;
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
      try {
        const line = await sent(uploads.value[index]!);
        set(index, { state: line.outcome, message: line.message, document: line.document });
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

async function sent({ file, name }: Upload): Promise<AddedLine> {
  if (file === null) {
    const lines = await send<readonly AddedLine[]>("POST", "/addresses", { url: name });
    return lines.length === 1
      ? lines[0]!
      : { ...lines[0]!, message: `${lines.length} pages at this address.` };
  }
  const body = new FormData();
  body.append("file", file, name);
  return await send<AddedLine>("POST", "/documents", body);
}

/** Add an address. */
export function takeAddress(url: string): void {
  const line = { name: url, state: "waiting" as const, message: null, document: null, file: null };
  uploads.value = [...uploads.value, line];
  void sendWaiting();
}

/** Add files. */
export function takeFiles(files: readonly File[]): void {
  uploads.value = [
    ...uploads.value,
    ...files.map((file) => ({
      name: file.name,
      state: "waiting" as const,
      message: null,
      document: null,
      file,
    })),
  ];
  void sendWaiting();
}

/** Files of what was dropped, folders included. */
export async function dropped(items: DataTransferItemList): Promise<File[]> {
  // Asked for at once: the list is empty when the event is over.
  const parts = [...items].map((item) => ({
    entry: item.webkitGetAsEntry(),
    file: item.getAsFile(),
  }));
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
  for (const { entry, file } of parts) {
    if (entry !== null) await visit(entry);
    else if (file !== null) files.push(file);
  }
  return files;
}

/** Pages on their way in, and what became of them. */
export function Uploads(): JSX.Element | null {
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
            {one.document === null ? (
              <b class="path">{one.name}</b>
            ) : (
              <a class="path" href={`/page/${one.document}`}>
                {one.name}
              </a>
            )}{" "}
            <span class="tag">{words[one.state]}</span> {one.message}
          </li>
        ))}
      </ul>
    </div>
  );
}
