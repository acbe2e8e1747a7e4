import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { changed, queryOf, send, useData } from "../api.ts";
import type { CandidateLine, CandidatePage } from "../../server/finding-records.ts";
import { attempt, say } from "./actions.tsx";
import { Awaited, counted, hrefOf, Side, useQuery } from "./basics.tsx";

/** Formulations that several pages of a side share and no table knows: for a person to take up. */
export function Candidates(): JSX.Element {
  const [query] = useQuery();
  const data = useData<CandidatePage>(
    `/candidates${queryOf({ q: query["q"], party: query["party"], limit: 200 })}`,
  );
  return (
    <Awaited
      of={data}
      empty={({ total, searched, held }) =>
        total === 0 ? (
          <p>
            No formulation that{" "}
            {held === 0 ? "pages of a side" : `${counted(searched, "page")} of sides`} share is
            missing in the tables. It takes three pages of a language, or one in a hundred.
          </p>
        ) : null
      }
    >
      {({ items, total, searched, held }) => (
        <>
          <p class="quiet">
            {counted(total, "formulation")} in {counted(searched, "page")} of sides
            {searched < held && `, the latest of ${held.toLocaleString("en")}`}; those that mark one
            side come first.
          </p>
          {items.map((candidate) => (
            <Candidate key={`${candidate.language}${candidate.pattern}`} candidate={candidate} />
          ))}
        </>
      )}
    </Awaited>
  );
}

function Candidate({ candidate }: { readonly candidate: CandidateLine }): JSX.Element {
  const { words, pattern, mark, uses, first, last, places, language } = candidate;
  const [label, setLabel] = useState<string | null>(null);
  const accept = (): void =>
    void attempt(async () => {
      const body = { pattern, label, origin: mark?.id ?? null };
      const made = await send<{ readonly id: string }>("POST", "/candidates/accept", body);
      changed();
      say(
        `“${label}” is a set phrase now.`,
        () =>
          void attempt(async () => {
            await send("POST", `/corrections/${made.id}/undo`);
            changed();
            say("Taken back.");
          }),
      );
    });
  return (
    <article class="use">
      <blockquote dir="auto" lang={language}>
        {words}
      </blockquote>
      <p class="who">
        {uses.map((use) => (
          <span key={use.id} class="account">
            <Side side={use} />{" "}
            <span class="quiet">
              {use.count} of {counted(use.of, "page")}{" "}
            </span>
          </span>
        ))}
        {mark !== null && <span class="tag">marks {mark.label}</span>}
        <span class="quiet day">
          {" "}
          {first ?? "?"} to {last ?? "?"}
        </span>
      </p>
      <p class="foot">
        {places.map((place) => (
          <a key={`${place.document}${place.start}`} class="quiet" href={hrefOf(place)} dir="auto">
            {place.title}
          </a>
        ))}
        {label === null && (
          <button type="button" onClick={() => setLabel(language === "en" ? words : "")}>
            Accept as a set phrase …
          </button>
        )}
      </p>
      {label !== null && (
        <form
          class="pick"
          onSubmit={(event) => {
            event.preventDefault();
            accept();
          }}
        >
          <label class="field">
            <span>Name in English</span>
            <input
              value={label}
              required
              onInput={(event) => setLabel(event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="primary">
            Accept
          </button>
          <button type="button" onClick={() => setLabel(null)}>
            Cancel
          </button>
          <code>{pattern}</code>
        </form>
      )}
    </article>
  );
}
