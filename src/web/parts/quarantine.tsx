import type { JSX } from "preact";
import { changed, send } from "../api.ts";
import type { AddedLine, QuarantineLine } from "../../server/records.ts";
import { attempt, say } from "./actions.tsx";
import { counted } from "./basics.tsx";

/** What could not be read, why, and the ways out. */
export function Quarantine({
  lines,
}: {
  readonly lines: readonly QuarantineLine[];
}): JSX.Element | null {
  if (lines.length === 0) return null;
  const again = (places: readonly string[], action: "retry" | "forget"): void =>
    void attempt(async () => {
      const added = await send<readonly AddedLine[]>("POST", `/quarantine/${action}`, { places });
      const read = added.filter((line) => line.outcome !== "quarantined").length;
      if (read > 0) await send("POST", "/relink");
      changed();
      say(
        action === "forget"
          ? `${counted(places.length, "line")} taken off the list.`
          : `${read} of ${counted(added.length, "page")} could be read now.`,
      );
    });
  const repeatable = lines.filter((line) => line.source !== null);
  return (
    <details class="quarantine" open={lines.length <= 5}>
      <summary>{counted(lines.length, "page")} could not be read</summary>
      {lines.length > 1 && (
        <p class="foot">
          {repeatable.length > 0 && (
            <button
              type="button"
              onClick={() =>
                again(
                  repeatable.map((line) => line.place),
                  "retry",
                )
              }
            >
              Read all again
            </button>
          )}
          <button
            type="button"
            onClick={() =>
              again(
                lines.map((line) => line.place),
                "forget",
              )
            }
          >
            Forget all
          </button>
        </p>
      )}
      <ul class="plain scrollbox" tabIndex={0} aria-label="Pages that could not be read">
        {lines.map((line) => (
          <li key={line.place}>
            <b class="path">{line.name}</b> {line.message} <code>{line.code}</code>
            {line.attempts > 1 && <span class="quiet"> tried {line.attempts} times</span>}{" "}
            {line.source === null ? (
              <span class="quiet">To try again, drop it again.</span>
            ) : (
              <button type="button" class="link small" onClick={() => again([line.place], "retry")}>
                Read again
              </button>
            )}{" "}
            <button type="button" class="link small" onClick={() => again([line.place], "forget")}>
              Forget
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
