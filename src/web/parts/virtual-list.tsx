import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from "@tanstack/virtual-core";
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { ApiError, changes, get } from "../api.ts";
import type { PageOf } from "../../server/records.ts";
import { Awaited } from "./basics.tsx";

/** How many lines one request brings. */
const part = 24;

/**
 * A list of any length: only lines in sight are in the document, and only their parts are asked for.
 * @param path - resource with `offset` and `limit`
 * @param height - expected height of a line in pixels; lines measure themselves
 * @param onFirst - told the first part, for totals and counts
 */
export function VirtualList<Item>({
  path,
  height,
  label,
  line,
  empty,
  onFirst,
}: {
  readonly path: string;
  readonly height: number;
  readonly label: string;
  readonly line: (item: Item, index: number) => ComponentChildren;
  readonly empty: ComponentChildren;
  readonly onFirst?: (first: PageOf<Item>) => void;
}): JSX.Element {
  const frame = useRef<HTMLDivElement>(null);
  const [parts, setParts] = useState<{
    readonly path: string;
    readonly total: number;
    readonly items: ReadonlyMap<number, readonly Item[]>;
  } | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [, redraw] = useState(0);
  const asked = useRef(new Set<number>());
  const version = changes.value;
  const key = `${path} ${version} ${attempt}`;
  const current = useRef(key);
  const load = (number: number): void => {
    if (asked.current.has(number)) return;
    asked.current.add(number);
    const of = current.current;
    const joined = `${path}${path.includes("?") ? "&" : "?"}offset=${number * part}&limit=${part}`;
    get<PageOf<Item>>(joined).then(
      (page) => {
        if (of !== current.current) return;
        setError(null);
        if (number === 0) onFirst?.(page);
        setParts((before) => ({
          path: of,
          total: page.total,
          items: new Map([...(before?.path === of ? before.items : []), [number, page.items]]),
        }));
      },
      (reason: unknown) => {
        if (of === current.current)
          setError(reason instanceof ApiError ? reason : new ApiError("FAILED", String(reason)));
      },
    );
  };
  useEffect(() => {
    current.current = key;
    asked.current = new Set();
    load(0);
    if (frame.current !== null) frame.current.scrollTop = 0;
  }, [key]);
  const [virtual] = useState(
    () =>
      new Virtualizer<HTMLDivElement, HTMLDivElement>({
        count: 0,
        getScrollElement: () => frame.current,
        estimateSize: () => height,
        observeElementRect,
        observeElementOffset,
        scrollToFn: elementScroll,
        overscan: 6,
        onChange: () => redraw((n) => n + 1),
      }),
  );
  virtual.setOptions({ ...virtual.options, count: parts?.total ?? 0, estimateSize: () => height });
  useLayoutEffect(() => virtual._didMount(), []);
  useLayoutEffect(() => virtual._willUpdate());
  const lines = virtual.getVirtualItems();
  useEffect(() => {
    if (parts?.path !== current.current) return;
    for (const { index } of lines) load(Math.floor(index / part));
  });
  return (
    <Awaited of={{ data: parts, error, loading: false, retry: () => setAttempt(attempt + 1) }}>
      {(known) => (
        <>
          {known.total === 0 && <div class="notice empty">{empty}</div>}
          <div
            class="virtual"
            ref={frame}
            tabIndex={0}
            role="region"
            aria-label={label}
            hidden={known.total === 0}
          >
            <div
              role="list"
              style={{ height: `${virtual.getTotalSize()}px`, position: "relative" }}
            >
              {lines.map(({ index, start, key: lineKey }) => {
                const item = known.items.get(Math.floor(index / part))?.[index % part];
                return (
                  <div
                    key={lineKey as number}
                    role="listitem"
                    aria-setsize={known.total}
                    aria-posinset={index + 1}
                    data-index={index}
                    class="line"
                    ref={(element) => virtual.measureElement(element)}
                    style={{ transform: `translateY(${start}px)` }}
                  >
                    {item === undefined ? <p class="quiet">…</p> : line(item, index)}
                  </div>
                );
              })}
            </div>
          </div>
        </>
      )}
    </Awaited>
  );
}
