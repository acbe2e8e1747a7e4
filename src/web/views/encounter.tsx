import type { JSX } from "preact";
import { useData } from "../api.ts";
import type { EncounterDetail, PageOf, StatementLine } from "../../server/records.ts";
import { Accounts } from "../parts/accounts.tsx";
import { Awaited, Heading, hrefOf } from "../parts/basics.tsx";
import { SideBySide } from "../parts/side-by-side.tsx";
import { ExportMenu } from "../parts/export-menu.tsx";
import { CorrectEncounter } from "../parts/correct-encounter.tsx";
import { StatementRow } from "../parts/statement-row.tsx";
import { SilenceRow } from "./silences.tsx";

/** One encounter: the accounts side by side. */
export function Encounter({ id }: { readonly id?: string }): JSX.Element {
  const data = useData<EncounterDetail>(`/encounters/${encodeURIComponent(id ?? "")}`);
  return (
    <section>
      <Awaited of={data}>{(encounter) => <Body encounter={encounter} />}</Awaited>
    </section>
  );
}

function Body({ encounter }: { readonly encounter: EncounterDetail }): JSX.Element {
  const said = useData<PageOf<StatementLine>>(
    `/statements?encounter=${encodeURIComponent(encounter.id)}&limit=300`,
  );
  const { comparison } = encounter;
  return (
    <>
      <Heading title={encounter.label}>
        <p>
          <b>{encounter.when}</b>
          {encounter.place !== null && `, ${encounter.place.label}`} · {encounter.status}
          {encounter.corrected && <span class="tag yours">corrected by you</span>}
        </p>
        <p class="quiet">
          Spoken of in{" "}
          {encounter.mentionPlaces.map((place, index) => (
            <span key={`${place.document}-${place.start}`}>
              {index > 0 && ", "}
              <a href={hrefOf(place)} dir="auto">
                {place.title}
              </a>
            </span>
          ))}
        </p>
        <CorrectEncounter key={encounter.id} encounter={encounter} />
        <ExportMenu part={`encounter=${encodeURIComponent(encounter.id)}`} />
        <Contents
          parts={[
            ["rows", "side by side", comparison?.rows.length ?? 0],
            [
              "accounts",
              encounter.texts.length === 1 ? "account" : "accounts",
              encounter.texts.length,
            ],
            ["said", "said there", said.data?.total ?? 0],
            ["unsaid", "left unsaid", comparison?.silences.length ?? 0],
          ]}
        />
      </Heading>
      {comparison !== null &&
        comparison.notes.map((note) => (
          <p key={note} class="notice">
            {note}
          </p>
        ))}
      {comparison !== null && comparison.rows.length > 0 && <SideBySide comparison={comparison} />}
      {encounter.texts.length > 0 && <Accounts encounter={encounter} />}
      <h2 id="said">Said there</h2>
      {said.data?.items.length === 0 && (
        <p class="quiet">No statement is tied to this encounter.</p>
      )}
      {said.data?.items.map((statement) => (
        <StatementRow key={statement.id} statement={statement} withEncounter={false} />
      ))}
      {comparison !== null && comparison.silences.length > 0 && (
        <>
          <h2 id="unsaid">Left unsaid</h2>
          {comparison.silences.map((silence) => (
            <SilenceRow key={silence.id} silence={silence} withEncounter={false} />
          ))}
        </>
      )}
      <details class="why">
        <summary>Why these pages speak of the same encounter</summary>
        <ul>
          {encounter.evidence.map((one) => (
            <li key={`${one.rule}${one.detail}`}>
              {one.detail} <code>{one.rule}</code>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** Ways to the parts of the view, with how much is in each. */
function Contents({
  parts,
}: {
  readonly parts: readonly (readonly [string, string, number])[];
}): JSX.Element {
  return (
    <nav class="contents" aria-label="Parts of this view">
      {parts
        .filter(([, , count]) => count > 0)
        .map(([id, label, count]) => (
          <button
            key={id}
            type="button"
            class="link"
            onClick={() => {
              const heading = document.querySelector<HTMLElement>(`#${id}`);
              heading?.scrollIntoView();
              heading?.setAttribute("tabindex", "-1");
              heading?.focus();
            }}
          >
            {count} {label}
          </button>
        ))}
    </nav>
  );
}
