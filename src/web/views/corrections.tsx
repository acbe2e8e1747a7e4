import type { JSX } from "preact";
import { changed, send, useData } from "../api.ts";
import type { CorrectionLine } from "../../server/records.ts";
import { attempt } from "../parts/actions.tsx";
import { Awaited, Heading } from "../parts/basics.tsx";

const kinds: Readonly<Record<string, string>> = {
  "statement-reject": "Statement rejected",
  "statement-speaker": "Speaker set",
  "statement-encounter": "Encounter of a statement set",
  "actor-merge": "Actor merged",
  "actor-rename": "Actor renamed",
  "encounter-merge": "Encounter merged",
  "encounter-split": "Pages of another encounter",
  "encounter-date": "Date of an encounter set",
  "phrase-accept": "Phrase accepted",
  "document-metadata": "Metadata of a page set",
  "source-grade": "Source graded",
  hypothesis: "Hypothesis written",
  "hypothesis-evidence": "Evidence taken up",
  "hypothesis-weight": "Evidence weighed",
  "hypothesis-rating": "Evidence rated",
};

/** A person's corrections, each to be taken back or set again. */
export function Corrections(): JSX.Element {
  const data = useData<readonly CorrectionLine[]>("/corrections");
  const act = (id: string, action: "undo" | "redo"): void =>
    void attempt(async () => {
      await send("POST", `/corrections/${id}/${action}`);
      changed();
    });
  return (
    <section class="narrow">
      <Heading title="Corrections">
        <p class="quiet">
          Yours, kept beside what was read; the pages' own records stay as they were.
        </p>
      </Heading>
      <Awaited
        of={data}
        empty={(all) =>
          all.length === 0 ? (
            <p>None yet. “Correct” beside a statement, an encounter or an actor makes one.</p>
          ) : null
        }
      >
        {(all) => (
          <table class="rows">
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">Of</th>
                <th scope="col">Now</th>
                <th scope="col">When</th>
                <th scope="col">Take back</th>
              </tr>
            </thead>
            <tbody>
              {all.map((one) => (
                <tr key={one.id} class={one.undoneAt === null ? "" : "rejected"}>
                  <th scope="row">{kinds[one.kind] ?? one.kind}</th>
                  <td dir="auto">{one.targetLabel}</td>
                  <td>{one.valueLabel ?? "–"}</td>
                  <td>{one.addedAt.slice(0, 16).replace("T", " ")}</td>
                  <td>
                    {one.undoneAt === null ? (
                      <button type="button" onClick={() => act(one.id, "undo")}>
                        Undo
                      </button>
                    ) : (
                      <button type="button" onClick={() => act(one.id, "redo")}>
                        Redo
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Awaited>
    </section>
  );
}
