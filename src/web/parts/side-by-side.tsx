import type { JSX } from "preact";
import type { ComparisonView } from "../../server/records.ts";
import { Actions } from "./actions.tsx";
import { Choice, counted, hrefOf, Side, useQuery } from "./basics.tsx";

const verdicts: Readonly<Record<string, string>> = {
  shared: "shared",
  "one-sided": "one side only",
  "attributed-only": "put in the other's mouth",
  differs: "differs in strength",
  conflicts: "conflicts",
};

/** What the accounts of an encounter share and where they part, a row a topic, phrase, figure or statement. */
export function SideBySide({ comparison }: { readonly comparison: ComparisonView }): JSX.Element {
  const [query, set] = useQuery();
  const kind = query["kind"] ?? "";
  const only = query["only"] ?? "";
  const rows = comparison.rows.filter(
    (row) =>
      (kind === "" || row.kind === kind) &&
      (only === "" || (only === "differences" ? row.verdict !== "shared" : row.verdict === only)),
  );
  return (
    <>
      <h2 id="rows">Side by side</h2>
      <div class="filters">
        <Choice
          label="Compare"
          value={kind}
          onChange={(value) => set({ kind: value })}
          options={[
            ["", "everything"],
            ["topic", "topics"],
            ["phrase", "set phrases"],
            ["figure", "figures"],
            ["statement", "statements"],
          ]}
        />
        <Choice
          label="Show"
          value={only}
          onChange={(value) => set({ only: value })}
          options={[["", "all rows"], ["differences", "differences"], ...Object.entries(verdicts)]}
        />
        <p class="quiet" role="status">
          {rows.length} of {counted(comparison.rows.length, "row")}
        </p>
      </div>
      <div class="scroll" tabIndex={0} role="region" aria-label="Accounts side by side">
        <table class="compare">
          <thead>
            <tr>
              <th scope="col">What</th>
              {comparison.parties.map((party) => (
                <th scope="col" key={party.id}>
                  <Side side={party} />
                </th>
              ))}
              <th scope="col">Verdict</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.kind}-${row.id}`} class={row.verdict}>
                <th scope="row">
                  <span class="quiet">{row.kind}</span>
                  <br />
                  {row.label.toLowerCase() === row.kind ? "" : row.label}
                </th>
                {comparison.parties.map((party) => (
                  <Cell key={party.id} cell={row.cells[party.id]} />
                ))}
                <td>
                  <span class={`tag verdict ${row.verdict}`}>
                    {verdicts[row.verdict] ?? row.verdict}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length === 0 && <p class="notice empty">No row fits. Show all rows.</p>}
    </>
  );
}

function Cell({
  cell,
}: {
  readonly cell: ComparisonView["rows"][number]["cells"][string] | undefined;
}): JSX.Element {
  if (cell === undefined || cell.status === "no-account")
    return <td class="absent">no account held</td>;
  if (cell.status === "absent") return <td class="absent">not found</td>;
  return (
    <td>
      {cell.status === "attributed" && (
        <p class="quiet">
          as said by {cell.speakers.map((speaker) => speaker.label).join(", ") || "the other side"}:
        </p>
      )}
      {cell.spans.slice(0, 4).map((span) => (
        <p key={`${span.document}-${span.start}`} class="cellquote">
          <a href={hrefOf(span)} dir="auto">
            {span.quote}
          </a>{" "}
          <Actions place={span} />
        </p>
      ))}
      {cell.spans.length > 4 && (
        <p class="quiet">and {counted(cell.spans.length - 4, "more place")}</p>
      )}
    </td>
  );
}
