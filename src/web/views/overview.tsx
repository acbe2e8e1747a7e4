import type { JSX } from "preact";
import { status, useData } from "../api.ts";
import type { Overview as OverviewData } from "../../server/records.ts";
import { Awaited, counted, Heading, Side } from "../parts/basics.tsx";
import { Chart } from "../parts/chart.tsx";
import { ExportMenu } from "../parts/export-menu.tsx";
import { EncounterItem } from "../parts/encounter-item.tsx";

/** Who, when, what is new, what could not be read. */
export function Overview(): JSX.Element {
  const data = useData<OverviewData>("/overview");
  return (
    <section>
      <Heading title="Overview">
        {status.value?.temporary === true && (
          <p class="quiet">
            Kept until the server stops. Start it with <code>--workspace DIR</code> to keep notes
            and corrections.
          </p>
        )}
      </Heading>
      <Awaited
        of={data}
        empty={({ counts, quarantine }) =>
          counts.documents === 0 && quarantine.length === 0 && status.value?.state === "ready" ? (
            <p>
              No pages yet. <a href="/pages">Drop files or a folder</a> to begin.
            </p>
          ) : null
        }
      >
        {(overview) => <Body overview={overview} />}
      </Awaited>
    </section>
  );
}

function Body({ overview }: { readonly overview: OverviewData }): JSX.Element {
  const { counts } = overview;
  const figures: readonly (readonly [string, number, string])[] = [
    ["/pages", counts.documents, "pages"],
    ["/timeline", counts.encounters, "encounters"],
    ["/statements", counts.statements, "statements"],
    ["/silences", counts.silences, "silences reported"],
    ["/phrases", counts.phrases, "set phrases"],
    ["/judgements", counts.judgements, "judgements"],
  ];
  const most = Math.max(1, ...overview.parties.map((party) => party.statements));
  return (
    <>
      <ExportMenu />
      <ul class="figures">
        {figures.map(([href, number, label]) => (
          <li key={href}>
            <a href={href}>
              <b>{number.toLocaleString("en")}</b> {label}
            </a>
          </li>
        ))}
      </ul>
      <div class="columns">
        <div class="wide">
          <h2>Latest encounters</h2>
          {overview.encounters.length > 0 && (
            <p>
              <a href="/api/brief?format=html" target="_blank" rel="noreferrer">
                Brief
              </a>{" "}
              to print, or{" "}
              <a href="/api/brief?format=docx" download="brief.docx" target="_self">
                for a word processor
              </a>
            </p>
          )}
          {overview.encounters.length === 0 && (
            <p class="quiet">No encounter found in these pages.</p>
          )}
          {overview.encounters.map((encounter) => (
            <EncounterItem key={encounter.id} encounter={encounter} />
          ))}
          <h2>By month</h2>
          <Chart
            name="months"
            data={overview.months}
            label={`Pages and encounters in ${counted(overview.months.length, "month")}`}
          />
        </div>
        <div>
          <h2>Sides</h2>
          <table class="bars">
            <thead>
              <tr>
                <th scope="col">Account of</th>
                <th scope="col">Pages</th>
                <th scope="col">Statements</th>
              </tr>
            </thead>
            <tbody>
              {overview.parties.map((party) => (
                <tr key={party.id}>
                  <th scope="row">
                    <Side side={party.id === "press" ? null : party} />
                  </th>
                  <td>{party.count}</td>
                  <td>
                    <a href={`/statements?party=${party.id}`}>
                      {party.statements.toLocaleString("en")}
                    </a>
                    <meter
                      min={0}
                      max={most}
                      value={party.statements}
                      aria-label={`${party.statements} of at most ${most}`}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <h2>New pages</h2>
          <ul class="plain">
            {overview.recent.map((page) => (
              <li key={page.id}>
                <a href={`/page/${page.id}`} dir="auto">
                  {page.title}
                </a>
                <br />
                <span class="quiet">
                  {page.published ?? "date unknown"} · {page.outlet ?? page.kind}
                </span>
              </li>
            ))}
          </ul>
          <h2>Could not be read</h2>
          {overview.quarantine.length === 0 ? (
            <p class="quiet">Every page was read.</p>
          ) : (
            <ul class="plain">
              {overview.quarantine.map((line) => (
                <li key={line.name}>
                  <b class="path">{line.name}</b>
                  <br />
                  {line.message}
                </li>
              ))}
            </ul>
          )}
          {counts.diagnostics > 0 && (
            <p class="quiet">
              {counted(counts.diagnostics, "warning")} about pages that were read stand with each
              page.
            </p>
          )}
        </div>
      </div>
    </>
  );
}
