import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { useData } from "../api.ts";
import type { EncounterDetail, Place } from "../../server/records.ts";
import { Awaited, counted, Side } from "./basics.tsx";

/** The accounts of an encounter beside each other, scrolled together by what they say in the same words. */
export function Accounts({ encounter }: { readonly encounter: EncounterDetail }): JSX.Element {
  const frame = useRef<HTMLDivElement>(null);
  const [original, setOriginal] = useState(false);
  const [together, setTogether] = useState(true);
  const alignment = encounter.comparison?.alignment ?? [];
  // In the order of the columns above.
  const parties = encounter.comparison?.parties.map((party) => party.id) ?? [];
  const rank = (id: string | undefined): number => {
    const at = id === undefined ? -1 : parties.indexOf(id);
    return at === -1 ? parties.length : at;
  };
  const ordered = encounter.texts.toSorted((a, b) => rank(a.party?.id) - rank(b.party?.id));
  const follow = useRef(false);
  const scrolled = (from: HTMLElement): void => {
    if (!together || follow.current) return;
    follow.current = true;
    for (const other of frame.current?.querySelectorAll<HTMLElement>(".account-text") ?? [])
      if (other !== from) follows(from, other);
    requestAnimationFrame(() => requestAnimationFrame(() => (follow.current = false)));
  };
  return (
    <>
      <h2 id="accounts">Accounts held</h2>
      <div class="filters">
        <label class="check">
          <input
            type="checkbox"
            checked={together}
            onChange={(event) => setTogether(event.currentTarget.checked)}
          />{" "}
          Scroll together
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={original}
            onChange={(event) => setOriginal(event.currentTarget.checked)}
          />{" "}
          As they came
        </label>
        <p class="quiet">
          {alignment.length === 0
            ? "No passage of these accounts says the same in the same words."
            : `${counted(alignment.length, "passage")} aligned (marked)`}
        </p>
      </div>
      <div class="texts" ref={frame}>
        {ordered.map((text) => (
          <article
            key={text.document}
            class="account-text"
            tabIndex={0}
            aria-label={`Account: ${text.title}`}
            lang={text.language ?? ""}
            onScroll={(event) => scrolled(event.currentTarget)}
          >
            <h3>
              <Side side={text.party} />{" "}
              <a href={`/page/${text.document}`} dir="auto">
                {text.title}
              </a>
            </h3>
            {original ? (
              <Original document={text.document} />
            ) : (
              text.blocks.map((block) => (
                <p key={block.start} class={block.role} dir="auto">
                  {aligned(
                    text.text,
                    block,
                    alignment.flatMap(({ a, b }, index) =>
                      [a, b]
                        .filter((place) => place.document === text.document)
                        .map((place) => ({ place, index })),
                    ),
                  )}
                </p>
              ))
            )}
          </article>
        ))}
      </div>
    </>
  );
}

function Original({ document: id }: { readonly document: string }): JSX.Element {
  const data = useData<{ readonly source: string }>(`/documents/${id}/page`);
  return (
    <Awaited of={data}>
      {({ source }) => (
        <pre class="source" dir="auto">
          {source}
        </pre>
      )}
    </Awaited>
  );
}

/** Text of a block with aligned passages marked. */
function aligned(
  text: string,
  block: { readonly start: number; readonly end: number },
  places: readonly { readonly place: Place; readonly index: number }[],
): (string | JSX.Element)[] {
  const parts: (string | JSX.Element)[] = [];
  let at = block.start;
  for (const { place, index } of places.toSorted((a, b) => a.place.start - b.place.start)) {
    if (place.start < at || place.end > block.end) continue;
    parts.push(
      text.slice(at, place.start),
      <mark key={place.start} class="aligned" data-pair={index}>
        {text.slice(place.start, place.end)}
      </mark>,
    );
    at = place.end;
  }
  parts.push(text.slice(at, block.end));
  return parts;
}

/** Scroll one account to where the aligned passages of another stand; by share of the length where none are. */
function follows(from: HTMLElement, to: HTMLElement): void {
  const top = from.getBoundingClientRect().top;
  const marks = [...from.querySelectorAll<HTMLElement>("mark.aligned")];
  const nearest = marks.toSorted(
    (a, b) =>
      Math.abs(a.getBoundingClientRect().top - top) - Math.abs(b.getBoundingClientRect().top - top),
  )[0];
  const pair =
    nearest === undefined
      ? null
      : to.querySelector<HTMLElement>(`mark.aligned[data-pair="${nearest.dataset["pair"]}"]`);
  if (nearest !== undefined && pair !== null) {
    to.scrollTop +=
      pair.getBoundingClientRect().top -
      to.getBoundingClientRect().top -
      (nearest.getBoundingClientRect().top - top);
    return;
  }
  to.scrollTop =
    (from.scrollTop / Math.max(1, from.scrollHeight - from.clientHeight)) *
    (to.scrollHeight - to.clientHeight);
}
