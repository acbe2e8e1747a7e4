import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { changed, send, useData } from "../api.ts";
import type { NoteLine } from "../../server/records.ts";
import { Actions, attempt, say } from "../parts/actions.tsx";
import { Awaited, Heading } from "../parts/basics.tsx";

const states: Readonly<Record<string, string>> = {
  moved: "The page has changed: these words now stand elsewhere in it.",
  ambiguous: "The page has changed: these words stand in it more than once.",
  orphaned: "The page has changed: these words no longer stand in it.",
};

/** Ordered notes and quotations, each with its source. */
export function Notebook(): JSX.Element {
  const data = useData<readonly NoteLine[]>("/notebook");
  const [text, setText] = useState("");
  const notes = data.data ?? [];
  return (
    <section class="narrow">
      <Heading title="Notebook">
        <p class="foot">
          <a href="/api/notebook.md" download="notebook.md" target="_self">
            Export as Markdown with footnotes
          </a>
        </p>
      </Heading>
      <Awaited
        of={data}
        empty={(all) =>
          all.length === 0 ? (
            <p>Nothing yet. “Note” beside any line puts it here with its source.</p>
          ) : null
        }
      >
        {(all) => (
          <ol class="notes">
            {all.map((note, index) => (
              <Entry key={note.id} note={note} before={all[index - 1]} after={all[index + 1]} />
            ))}
          </ol>
        )}
      </Awaited>
      <form
        class="filters"
        onSubmit={(event) => {
          event.preventDefault();
          void attempt(async () => {
            await send("POST", "/notebook", { text });
            setText("");
            changed();
          });
        }}
      >
        <label class="field grow">
          <span>Your own words</span>
          <textarea rows={3} value={text} onInput={(event) => setText(event.currentTarget.value)} />
        </label>
        <button type="submit" class="primary" disabled={text.trim() === ""}>
          Add{notes.length > 0 && " at the end"}
        </button>
      </form>
    </section>
  );
}

function Entry({
  note,
  before,
  after,
}: {
  readonly note: NoteLine;
  readonly before: NoteLine | undefined;
  readonly after: NoteLine | undefined;
}): JSX.Element {
  const [text, setText] = useState(note.text);
  const patch = (change: Readonly<Record<string, unknown>>): void =>
    void attempt(async () => {
      await send("PATCH", `/notebook/${note.id}`, change);
      changed();
    });
  const swap = (other: NoteLine): void =>
    void attempt(async () => {
      await send("PATCH", `/notebook/${note.id}`, { position: other.position });
      await send("PATCH", `/notebook/${other.id}`, { position: note.position });
      changed();
    });
  return (
    <li>
      {note.anchor !== null && <blockquote dir="auto">{note.anchor.quote}</blockquote>}
      {note.citation !== null && <p class="quiet">{note.citation.chicago}</p>}
      {note.state !== null && note.state !== "holds" && (
        <p class="notice error">{states[note.state]}</p>
      )}
      <label class="field grow">
        <span>{note.anchor === null ? "Note" : "Your words about it"}</span>
        <textarea
          rows={2}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onBlur={() => {
            if (text !== note.text) patch({ text });
          }}
        />
      </label>
      <p class="foot">
        {note.anchor !== null && <Actions place={note.anchor} />}
        <button
          type="button"
          disabled={before === undefined}
          onClick={() => before !== undefined && swap(before)}
        >
          Up
        </button>
        <button
          type="button"
          disabled={after === undefined}
          onClick={() => after !== undefined && swap(after)}
        >
          Down
        </button>
        <button
          type="button"
          onClick={() =>
            void attempt(async () => {
              await send("DELETE", `/notebook/${note.id}`);
              changed();
              say(
                "Note removed.",
                () =>
                  void attempt(async () => {
                    await send("POST", "/notebook", {
                      text: note.text,
                      anchor: note.anchor,
                      position: note.position,
                    });
                    changed();
                  }),
              );
            })
          }
        >
          Remove
        </button>
      </p>
    </li>
  );
}
