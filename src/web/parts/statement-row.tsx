import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useData } from "../api.ts";
import type { ActorLine, EncounterLine, PageOf, StatementLine } from "../../server/records.ts";
import { Actions, attempt, correct, Menu } from "./actions.tsx";
import { Side } from "./basics.tsx";

/** Who said what, by whose account, with the way to its place and the means to correct it. */
export function StatementRow({
  statement,
  withPage = true,
  withEncounter = withPage,
}: {
  readonly statement: StatementLine;
  readonly withPage?: boolean;
  readonly withEncounter?: boolean;
}): JSX.Element {
  const { correction, speakers, named } = statement;
  const label = speakers.map((speaker) => speaker.label).join(", ");
  return (
    <article class={correction?.rejected === true ? "statement rejected" : "statement"}>
      <p class="who">
        {speakers.length > 0 ? (
          <Side side={speakers[0]!}>{label}</Side>
        ) : (
          <b dir="auto">{named ?? "Nobody named"}</b>
        )}
        {named !== null && label !== "" && named !== label && (
          <span class="quiet">
            {" "}
            <q dir="auto">{named}</q>
          </span>
        )}
        {statement.cue !== null && (
          <>
            {" "}
            <i class="cue" dir="auto">
              {statement.cue}
            </i>
          </>
        )}
        {statement.account.length > 0 && (
          <span class="quiet"> by {statement.account.join(", in ")}</span>
        )}
        <span class="tags">
          <span class="tag">{statement.form}</span>
          {statement.negated && <span class="tag strong">negated</span>}
          {statement.hedged && <span class="tag">hedged</span>}
          {correction !== null && (
            <span class="tag yours">
              {correction.rejected ? "rejected by you" : "corrected by you"}
              {correction.was !== null && `, was: ${correction.was}`}
            </span>
          )}
        </span>
      </p>
      <blockquote dir="auto">{statement.content.map((text) => text.trim()).join(" … ")}</blockquote>
      <p class="foot">
        {withPage && (
          <a class="quiet" href={`/page/${statement.document}`}>
            {statement.published ?? "date unknown"} · {statement.outlet ?? statement.title}
          </a>
        )}
        {statement.encounter !== null && withEncounter && (
          <a class="quiet" href={`/encounter/${encodeURIComponent(statement.encounter)}`}>
            Encounter
          </a>
        )}
        <Actions place={statement.place} />
        <Correcting statement={statement} />
      </p>
    </article>
  );
}

function Correcting({ statement }: { readonly statement: StatementLine }): JSX.Element {
  const [asking, setAsking] = useState<"speaker" | "encounter" | null>(null);
  const { key: target, place: anchor } = statement;
  const change = (kind: string, value: string | null, done: string): void => {
    setAsking(null);
    void attempt(async () => {
      await correct({ kind, target, value, anchor }, done);
    });
  };
  return (
    <>
      <Menu label="Correct">
        <button
          type="button"
          onClick={() => change("statement-reject", null, "Statement rejected.")}
        >
          Reject: nobody says this
        </button>
        <button type="button" onClick={() => setAsking("speaker")}>
          Another speaker …
        </button>
        <button type="button" onClick={() => setAsking("encounter")}>
          Another encounter …
        </button>
      </Menu>
      {asking === "speaker" && (
        <Pick
          label="Speaker"
          path="/actors?limit=300"
          name={(actor: ActorLine) => actor.label}
          onPick={(id) => change("statement-speaker", id, "Speaker corrected.")}
          onCancel={() => setAsking(null)}
        />
      )}
      {asking === "encounter" && (
        <Pick
          label="Encounter"
          path="/encounters?limit=300"
          none="It belongs to none"
          name={(encounter: EncounterLine) => `${encounter.when} ${encounter.label}`}
          onPick={(id) =>
            change("statement-encounter", id === "" ? null : id, "Encounter corrected.")
          }
          onCancel={() => setAsking(null)}
        />
      )}
    </>
  );
}

/** Choose one of a list; used by corrections. */
export function Pick<Item extends { readonly id: string }>({
  label,
  path,
  name,
  none,
  onPick,
  onCancel,
}: {
  readonly label: string;
  readonly path: string;
  readonly name: (item: Item) => string;
  readonly none?: string;
  readonly onPick: (id: string) => void;
  readonly onCancel: () => void;
}): JSX.Element {
  const { data } = useData<PageOf<Item>>(path);
  const [chosen, setChosen] = useState("");
  return (
    <span class="pick">
      <label class="field">
        <span>{label}</span>
        <select value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
          <option value="">{none ?? "Choose …"}</option>
          {(data?.items ?? []).map((item) => (
            <option key={item.id} value={item.id}>
              {name(item)}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        class="primary"
        disabled={chosen === "" && none === undefined}
        onClick={() => onPick(chosen)}
      >
        Set
      </button>
      <button type="button" onClick={onCancel}>
        Cancel
      </button>
    </span>
  );
}
