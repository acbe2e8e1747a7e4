import type { JSX } from "preact";
import type { EncounterLine } from "../../server/records.ts";
import { counted, Side } from "./basics.tsx";

/** An encounter as a line: when, who, how, whose accounts are held. */
export function EncounterItem({ encounter }: { readonly encounter: EncounterLine }): JSX.Element {
  return (
    <article class="encounter">
      <p class="when">{encounter.when}</p>
      <div>
        <a href={`/encounter/${encodeURIComponent(encounter.id)}`}>{encounter.label}</a>
        {encounter.status !== "held" && <span class="tag strong">{encounter.status}</span>}
        {encounter.corrected && <span class="tag yours">corrected by you</span>}
        <p class="quiet">
          {encounter.place !== null && `${encounter.place.label} · `}
          {encounter.accounts.length === 0
            ? "no official account held"
            : encounter.accounts.map((account) => (
                <span key={account.document} class="account">
                  <Side side={account.party} /> {account.genre}{" "}
                </span>
              ))}
          {` · ${counted(encounter.statements, "statement")}`}
        </p>
      </div>
    </article>
  );
}
