import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import type { DocumentDetail, Highlight } from "../../server/records.ts";
import { addNote, attempt, copyPlace } from "./actions.tsx";

/** A stretch of a block that the same highlights cover. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly over: readonly Highlight[];
}

/** The clean text with what is highlighted, spoken or looked for; words can be selected to note or cite them. */
export function PageText({
  page,
  shown,
  at,
  spoken,
}: {
  readonly page: DocumentDetail;
  readonly shown: ReadonlySet<string>;
  readonly at: { readonly start: number; readonly end: number } | null;
  readonly spoken: readonly [number, number] | null;
}): JSX.Element {
  const [selected, setSelected] = useState<{ readonly start: number; readonly end: number } | null>(
    null,
  );
  const active = useMemo(
    () => page.highlights.filter((one) => shown.has(one.layer)),
    [page, [...shown].join()],
  );
  const cuts = [...(at === null ? [] : [at.start, at.end]), ...(spoken ?? [])];
  const place =
    selected === null
      ? null
      : { document: page.id, ...selected, quote: page.text.slice(selected.start, selected.end) };
  return (
    <article
      class="text"
      lang={page.language ?? ""}
      onMouseUp={(event) => setSelected(selection(event.currentTarget))}
      onKeyUp={(event) => setSelected(selection(event.currentTarget))}
    >
      {place !== null && (
        <p class="selected" role="group" aria-label="Selected words">
          <span dir="auto">
            “{place.quote.slice(0, 60)}
            {place.quote.length > 60 && " …"}”
          </span>
          <button type="button" class="primary" onClick={() => void attempt(() => addNote(place))}>
            Add to notebook
          </button>
          <button type="button" onClick={() => void attempt(() => copyPlace(place, "chicago"))}>
            Copy with citation
          </button>
        </p>
      )}
      {page.blocks.map((block) => (
        <p key={block.start} class={block.role} dir="auto">
          {piecesOf(block, active, cuts).map(({ start, end, over }) => {
            const words = page.text.slice(start, end);
            const now = at !== null && start >= at.start && end <= at.end;
            const said = spoken !== null && start >= spoken[0] && end <= spoken[1];
            if (over.length === 0 && !now && !said)
              return (
                <span key={start} data-at={start}>
                  {words}
                </span>
              );
            const classes = [
              ...new Set(over.map((one) => `layer-${one.layer}`)),
              ...(now ? ["now"] : []),
              ...(said ? ["spoken"] : []),
            ];
            return (
              <mark
                key={start}
                data-at={start}
                class={classes.join(" ")}
                title={over.map((one) => `${one.layer}: ${one.label}`).join("\n")}
              >
                {words}
              </mark>
            );
          })}
        </p>
      ))}
    </article>
  );
}

/** Cut a block where highlights begin and end. Linear in the highlights that touch it. */
function piecesOf(
  block: { readonly start: number; readonly end: number },
  highlights: readonly Highlight[],
  cuts: readonly number[],
): Piece[] {
  const here = highlights.filter((one) => one.start < block.end && one.end > block.start);
  const points = [
    ...new Set([block.start, block.end, ...here.flatMap((one) => [one.start, one.end]), ...cuts]),
  ]
    .filter((point) => point >= block.start && point <= block.end)
    .toSorted((a, b) => a - b);
  return points.slice(1).map((end, index) => {
    const start = points[index]!;
    return { start, end, over: here.filter((one) => one.start <= start && one.end >= end) };
  });
}

/** The selected stretch in offsets of the clean text; `null` when nothing of it is selected. */
function selection(text: Element): { readonly start: number; readonly end: number } | null {
  const chosen = getSelection();
  if (chosen === null || chosen.isCollapsed || chosen.rangeCount === 0) return null;
  const range = chosen.getRangeAt(0);
  const pieces = [...text.querySelectorAll<HTMLElement>("[data-at]")].filter((piece) =>
    range.intersectsNode(piece),
  );
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first === undefined || last === undefined) return null;
  const start = offsetIn(first, range.startContainer, range.startOffset) ?? startOf(first);
  const end =
    offsetIn(last, range.endContainer, range.endOffset) ??
    startOf(last) + (last.textContent ?? "").length;
  return start < end ? { start, end } : null;
}

function startOf(piece: HTMLElement): number {
  return Number(piece.dataset["at"]);
}

/** Offset of a boundary that lies in a piece; `null` when it lies outside (a whole paragraph is selected so). */
function offsetIn(piece: HTMLElement, node: Node, inside: number): number | null {
  if (!piece.contains(node)) return null;
  const before = document.createRange();
  before.setStart(piece, 0);
  before.setEnd(node, inside);
  return startOf(piece) + before.toString().length;
}
