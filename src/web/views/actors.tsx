import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { queryOf, useData } from "../api.ts";
import type { ActorDetail, ActorLine } from "../../server/records.ts";
import { attempt, correct } from "../parts/actions.tsx";
import { Awaited, Choice, counted, Heading, Side, TextField, useQuery } from "../parts/basics.tsx";
import { Pick } from "../parts/statement-row.tsx";
import { VirtualList } from "../parts/virtual-list.tsx";

/** Persons, states, bodies and media: merge, split, rename, office terms. */
export function Actors(): JSX.Element {
  const [query, set] = useQuery();
  const [total, setTotal] = useState<number | null>(null);
  const chosen = query["actor"] ?? null;
  return (
    <section class="fill">
      <Heading title="Actors">
        <p class="quiet" role="status">
          {total === null ? "" : counted(total, "actor")}
        </p>
      </Heading>
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <TextField label="Name" value={query["q"] ?? ""} onChange={(value) => set({ q: value })} />
        <Choice
          label="Kind"
          value={query["type"] ?? ""}
          onChange={(value) => set({ type: value })}
          options={[
            ["", "all"],
            ...["person", "state", "body", "medium", "place"].map((type) => [type, type] as const),
          ]}
        />
      </form>
      <div class="columns even fill">
        <div class="fill">
          <VirtualList<ActorLine>
            path={`/actors${queryOf({ q: query["q"], type: query["type"] })}`}
            height={48}
            label="Actors"
            onFirst={(page) => setTotal(page.total)}
            empty={<p>No actor fits.</p>}
            line={(actor) => (
              <article class="pageline">
                <button
                  type="button"
                  class="link"
                  aria-pressed={chosen === actor.id}
                  onClick={() => set({ actor: actor.id })}
                >
                  <Side side={{ id: actor.id, label: actor.label }} />
                </button>
                {actor.mergedInto !== null && <span class="tag yours">merged by you</span>}
                {actor.renamed && <span class="tag yours">renamed by you</span>}
                <p class="quiet">
                  {actor.type}
                  {actor.side !== null && `, ${actor.side.label}`} ·{" "}
                  {counted(actor.statements, "statement")} ·{" "}
                  {counted(actor.encounters, "encounter")}
                </p>
              </article>
            )}
          />
        </div>
        <div>
          {chosen === null ? (
            <p class="notice empty">Choose an actor to see its forms and offices.</p>
          ) : (
            <Detail id={chosen} />
          )}
        </div>
      </div>
    </section>
  );
}

function Detail({ id }: { readonly id: string }): JSX.Element {
  const data = useData<ActorDetail>(`/actors/${encodeURIComponent(id)}`);
  return <Awaited of={data}>{(actor) => <Body key={actor.id} actor={actor} />}</Awaited>;
}

function Body({ actor }: { readonly actor: ActorDetail }): JSX.Element {
  const [name, setName] = useState(actor.label);
  const [merging, setMerging] = useState(false);
  return (
    <>
      <h2>
        {actor.label} <code>{actor.id}</code>
      </h2>
      <p>
        <a href={`/statements?speaker=${encodeURIComponent(actor.id)}`}>
          {counted(actor.statements, "statement")}
        </a>
        {actor.mergedInto !== null && (
          <span class="tag yours">merged by you into {actor.mergedInto}</span>
        )}
      </p>
      <form
        class="filters"
        onSubmit={(event) => {
          event.preventDefault();
          void attempt(() =>
            correct({ kind: "actor-rename", target: actor.id, value: name }, "Actor renamed."),
          );
        }}
      >
        <label class="field">
          <span>Name</span>
          <input value={name} onInput={(event) => setName(event.currentTarget.value)} />
        </label>
        <button type="submit" disabled={name === actor.label || name === ""}>
          Rename
        </button>
        <button type="button" onClick={() => setMerging(true)}>
          Same as another actor …
        </button>
      </form>
      {merging && (
        <Pick
          label="The same as"
          path="/actors?limit=300"
          name={(other: ActorLine) => `${other.label} (${other.id})`}
          onPick={(other) => {
            setMerging(false);
            void attempt(() =>
              correct({ kind: "actor-merge", target: actor.id, value: other }, "Actors merged."),
            );
          }}
          onCancel={() => setMerging(false)}
        />
      )}
      {actor.merged.length > 0 && (
        <p>
          Merged into it by you: {actor.merged.map((one) => one.label).join(", ")}. To split them
          again, take the merge back under <a href="/corrections">Corrections</a>.
        </p>
      )}
      <h3>Offices</h3>
      {actor.offices.length === 0 ? (
        <p class="quiet">None in the tables.</p>
      ) : (
        <ul>
          {actor.offices.map((office) => (
            <li key={`${office.title}${office.from}`}>
              {office.title}: {office.from ?? "before"} to {office.to ?? "now"}
            </li>
          ))}
        </ul>
      )}
      <h3>Forms it goes by</h3>
      {actor.forms.length === 0 ? (
        <p class="quiet">Met in these pages only; in no table.</p>
      ) : (
        <ul>
          {actor.forms.map((form) => (
            <li key={`${form.language}${form.form}`} lang={form.language}>
              {form.form} <span class="quiet">{form.language}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
