import { useLocation } from "preact-iso";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { EncounterDetail, EncounterLine } from "../../server/records.ts";
import { attempt, correct, Menu } from "./actions.tsx";
import { DayField } from "./basics.tsx";
import { Pick } from "./statement-row.tsx";

/** The means to date an encounter, to make two one, and to part those that are not one. */
export function CorrectEncounter({
  encounter,
}: {
  readonly encounter: EncounterDetail;
}): JSX.Element {
  const { route } = useLocation();
  const [asking, setAsking] = useState<"merge" | "split" | "date" | null>(null);
  const [day, setDay] = useState(encounter.earliest ?? "");
  const show = (id: string): void => route(`/encounter/${encodeURIComponent(id)}`, true);
  const change = (kind: string, value: string, done: string): void => {
    setAsking(null);
    void attempt(async () => {
      const now = await correct({ kind, target: encounter.id, value }, done, () =>
        show(encounter.id),
      );
      // Its id tells date and sides, so that it may bear another one now.
      if (now.encounter != null && now.encounter !== encounter.id) show(now.encounter);
    });
  };
  const pages = [
    ...new Map(encounter.mentionPlaces.map(({ document, title }) => [document, title])),
  ];
  const cancel = (
    <button type="button" onClick={() => setAsking(null)}>
      Cancel
    </button>
  );
  return (
    <div class="foot">
      <Menu label="Correct">
        <button type="button" onClick={() => setAsking("date")}>
          Another date …
        </button>
        <button type="button" onClick={() => setAsking("merge")}>
          Same as another encounter …
        </button>
        <button type="button" disabled={pages.length < 2} onClick={() => setAsking("split")}>
          Some pages mean another one …
        </button>
      </Menu>
      {asking === "date" && (
        <span class="pick">
          <DayField label="Date" value={day} onChange={setDay} />
          <button
            type="button"
            class="primary"
            disabled={day === ""}
            onClick={() => change("encounter-date", day, "Date corrected.")}
          >
            Set
          </button>
          {cancel}
        </span>
      )}
      {asking === "merge" && (
        <Pick
          label="The same as"
          path="/encounters?limit=300"
          name={(other: EncounterLine) => `${other.when} ${other.label}`}
          onPick={(other) => change("encounter-merge", other, "Encounters merged.")}
          onCancel={() => setAsking(null)}
        />
      )}
      {asking === "split" && (
        <form
          class="split"
          onSubmit={(event) => {
            event.preventDefault();
            const chosen = new FormData(event.currentTarget).getAll("page");
            const apart = chosen.filter((page) => typeof page === "string");
            change("encounter-split", apart.join("|"), "Pages parted from this encounter.");
          }}
        >
          <fieldset>
            <legend>Which pages mean another encounter?</legend>
            {pages.map(([document, title]) => (
              <label key={document} class="check">
                <input type="checkbox" name="page" value={document} /> <bdi>{title}</bdi>
              </label>
            ))}
          </fieldset>
          <button type="submit" class="primary">
            Part them
          </button>{" "}
          {cancel}
        </form>
      )}
    </div>
  );
}
