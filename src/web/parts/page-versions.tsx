import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useData } from "../api.ts";
import type { DifferenceView, DocumentDetail } from "../../server/records.ts";
import { Awaited, counted } from "./basics.tsx";

/** Versions of a page, and what changed from one to the next. */
export function Versions({ page }: { readonly page: DocumentDetail }): JSX.Element | null {
  const { versions } = page;
  const [other, setOther] = useState<string | null>(null);
  if (versions.length < 2) return null;
  return (
    <>
      <h3>{counted(versions.length, "version")}</h3>
      <ul class="plain">
        {versions.map(({ id, addedAt, current }) => (
          <li key={id}>
            {id === page.id ? (
              <b>added {addedAt.slice(0, 10)}, this one</b>
            ) : (
              <>
                <a href={`/page/${id}`}>added {addedAt.slice(0, 10)}</a>{" "}
                <button
                  type="button"
                  class="link small"
                  aria-expanded={other === id}
                  onClick={() => setOther(other === id ? null : id)}
                >
                  What changed
                </button>
              </>
            )}
            {current && <span class="tag">current</span>}
          </li>
        ))}
      </ul>
      {other !== null && <Difference page={page.id} other={other} />}
    </>
  );
}

function Difference({
  page,
  other,
}: {
  readonly page: string;
  readonly other: string;
}): JSX.Element {
  const data = useData<DifferenceView>(`/documents/${page}/difference?with=${other}`);
  return (
    <Awaited
      of={data}
      empty={({ changes }) => (changes.length === 0 ? <p>The words are the same.</p> : null)}
    >
      {({ before, after, changes }) => (
        <div class="difference">
          <p class="quiet">
            From the version added {before.addedAt.slice(0, 10)} to the one added{" "}
            {after.addedAt.slice(0, 10)}, {counted(changes.length, "paragraph")}:{" "}
            <del>only in the older</del>, <ins>only in the newer</ins>
          </p>
          {changes.map(({ parts }, index) => (
            <p key={index} dir="auto">
              {parts.map(({ kind, text }, at) =>
                kind === "removed" ? (
                  <del key={at}>{text}</del>
                ) : kind === "added" ? (
                  <ins key={at}>{text}</ins>
                ) : (
                  <span key={at}>{text}</span>
                ),
              )}
            </p>
          ))}
        </div>
      )}
    </Awaited>
  );
}
