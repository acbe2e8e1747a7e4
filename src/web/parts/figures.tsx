import type { JSX } from "preact";
import type { FigureLine } from "../../server/records.ts";
import { hrefOf } from "./basics.tsx";

const changes: Readonly<Record<string, string>> = { rise: "up", fall: "down", level: "unchanged" };

/** Figures with what they measure, each a way to its place. */
export function Figures({ figures }: { readonly figures: readonly FigureLine[] }): JSX.Element {
  return (
    <table class="rows">
      <thead>
        <tr>
          <th scope="col">Figure</th>
          <th scope="col">Of what</th>
          <th scope="col">When</th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ place, value, measure, change, period, speakers }) => (
          <tr key={place.start}>
            <th scope="row">
              <a href={hrefOf(place)} title={`“${place.quote}” in its place`}>
                {value}
              </a>
              {change !== null && <span class="quiet"> {changes[change]}</span>}
            </th>
            <td dir="auto">
              {measure ?? <span class="quiet">not stated</span>}
              {speakers.length > 0 && (
                <span class="quiet"> by {speakers.map((one) => one.label).join(", ")}</span>
              )}
            </td>
            <td class="day">{period ?? "–"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
