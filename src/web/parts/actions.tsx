import { signal, type Signal } from "@preact/signals";
import type { JSX } from "preact";
import { changed, get, send, ApiError } from "../api.ts";
import type { Citation, Place } from "../../server/records.ts";
import { hrefOf } from "./basics.tsx";

/** What was just done, for the line at the foot of the window; `undo` takes it back. */
export const message: Signal<{ readonly text: string; readonly undo?: () => void } | null> =
  signal(null);

/** Say what was done. */
export function say(text: string, undo?: () => void): void {
  message.value = undo === undefined ? { text } : { text, undo };
}

/** Do something that may fail, and say so in words. */
export async function attempt(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    say(error instanceof ApiError ? error.message : `That failed: ${String(error)}`);
  }
}

async function copy(text: string, what: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  say(`${what} copied.`);
}

/** Copy a quotation with its citation in a style, or its address. */
export async function copyPlace(place: Place, style: keyof Citation | "link"): Promise<void> {
  if (style === "link") return await copy(`${location.origin}${hrefOf(place)}`, "Link");
  const citation = await get<Citation>(`/documents/${place.document}/citation`);
  const quoted = `“${place.quote.replace(/\s+/g, " ")}”`;
  const text =
    style === "apa"
      ? `${quoted} ${citation.apa}`
      : style === "chicago"
        ? `${quoted} ${citation.chicago}`
        : `${quoted} (${citation.plain})`;
  await copy(
    text,
    `Quotation (${style === "apa" ? "APA" : style === "chicago" ? "Chicago" : "plain"})`,
  );
}

/** Put a quotation into the notebook. */
export async function addNote(place: Place): Promise<void> {
  const anchor = {
    document: place.document,
    start: place.start,
    end: place.end,
    quote: place.quote,
  };
  const note = await send<{ readonly id: string }>("POST", "/notebook", { anchor });
  changed();
  say(
    "Added to the notebook.",
    () =>
      void attempt(async () => {
        await send("DELETE", `/notebook/${note.id}`);
        changed();
        say("Taken out of the notebook.");
      }),
  );
}

/** Source, citation and notebook of a line: the way to its place, and out again. */
export function Actions({ place }: { readonly place: Place }): JSX.Element {
  return (
    <span class="actions">
      <a href={hrefOf(place)} title="Show in its page">
        Source
      </a>
      <button type="button" onClick={() => void attempt(() => addNote(place))}>
        Note
      </button>
      <Menu label="Cite">
        {(
          [
            ["chicago", "Chicago"],
            ["apa", "APA"],
            ["plain", "Plain"],
            ["link", "Link"],
          ] as const
        ).map(([style, text]) => (
          <button
            key={style}
            type="button"
            onClick={() => void attempt(() => copyPlace(place, style))}
          >
            Copy: {text}
          </button>
        ))}
      </Menu>
    </span>
  );
}

/** A small menu that opens in place and closes after a choice or with Escape. */
export function Menu({
  label,
  children,
}: {
  readonly label: string;
  readonly children: JSX.Element | readonly JSX.Element[];
}): JSX.Element {
  return (
    <details
      class="menu"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.currentTarget.open = false;
        event.currentTarget.querySelector("summary")?.focus();
      }}
      onClick={(event) => {
        if (event.target instanceof HTMLButtonElement) event.currentTarget.open = false;
      }}
    >
      <summary>{label}</summary>
      <div class="menu-items">{children}</div>
    </details>
  );
}

/** Correct a record; can be undone at once and later. @returns the correction, and of an encounter its id now */
export async function correct(
  body: Readonly<Record<string, unknown>>,
  done: string,
  onUndone?: () => void,
): Promise<{ readonly id: string; readonly encounter?: string | null }> {
  const made = await send<{ readonly id: string; readonly encounter?: string | null }>(
    "POST",
    "/corrections",
    body,
  );
  changed();
  say(
    done,
    () =>
      void attempt(async () => {
        await send("POST", `/corrections/${made.id}/undo`);
        onUndone?.();
        changed();
        say("Correction taken back.");
      }),
  );
  return made;
}
