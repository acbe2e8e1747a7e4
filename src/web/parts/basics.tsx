import { useLocation } from "preact-iso";
import type { ComponentChildren, JSX } from "preact";
import { useRef } from "preact/hooks";
import { sides, type Loaded } from "../api.ts";
import type { Facet, Named, Place } from "../../server/records.ts";

/** Shapes that tell sides apart where colour can't. */
const shapes = ["●", "■", "▲", "◆", "▼", "★", "⬟", "✚"];

/** Number of a side among those of the workspace; -1 for the press. */
export function sideNumber(id: string | null): number {
  if (id === null) return -1;
  const state = id.split(":")[0];
  return sides.value.findIndex((side) => side.id === id || side.id === state);
}

/** A side's name with its colour and shape. */
export function Side({
  side,
  children,
}: {
  readonly side: Named | null;
  readonly children?: ComponentChildren;
}): JSX.Element {
  const number = sideNumber(side?.id ?? null);
  return (
    <span class="side" data-side={number < 0 ? "press" : number % shapes.length}>
      <span class="shape" aria-hidden="true">
        {number < 0 ? "○" : shapes[number % shapes.length]}
      </span>
      {children ?? side?.label ?? "Press"}
    </span>
  );
}

/** Address of a place in its page. */
export function hrefOf(place: Pick<Place, "document" | "start" | "end">): string {
  return `/page/${place.document}?at=${place.start}-${place.end}`;
}

/** What a view shows until its data is there, when it failed, or when there is none. */
export function Awaited<T>({
  of,
  empty,
  children,
}: {
  readonly of: Loaded<T>;
  readonly empty?: (data: T) => ComponentChildren | null;
  readonly children: (data: T) => ComponentChildren;
}): JSX.Element {
  if (of.error !== null) {
    return (
      <div class="notice error" role="alert">
        <p>{of.error.message}</p>
        <p>
          <button type="button" onClick={() => of.retry()}>
            Try again
          </button>{" "}
          <a href="/">Back to the overview</a>
        </p>
      </div>
    );
  }
  if (of.data === null)
    return (
      <p class="notice loading" role="status">
        Loading …
      </p>
    );
  const nothing = empty?.(of.data) ?? null;
  if (nothing !== null) return <div class="notice empty">{nothing}</div>;
  return <>{children(of.data)}</>;
}

/** Values of the address's query, and a way to change them that can be bookmarked. */
export function useQuery(): [
  Readonly<Record<string, string>>,
  (changes: Readonly<Record<string, string | null>>) => void,
] {
  const { query, path, route } = useLocation();
  const set = (changes: Readonly<Record<string, string | null>>): void => {
    const next = new URLSearchParams(query as Record<string, string>);
    for (const [key, value] of Object.entries(changes)) {
      if (value === null || value === "") next.delete(key);
      else next.set(key, value);
    }
    const text = next.toString();
    route(`${path}${text === "" ? "" : `?${text}`}`, true);
  };
  return [query as Record<string, string>, set];
}

/** A labelled choice. */
export function Choice({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}): JSX.Element {
  return (
    <label class="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A choice among what was found, with how often each is; what is chosen stays even where nothing is left of it. */
export function FacetChoice({
  label,
  value,
  facets = [],
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly facets?: readonly Facet[] | undefined;
  readonly onChange: (value: string) => void;
}): JSX.Element {
  const options =
    value === "" || facets.some((facet) => facet.id === value)
      ? facets
      : [{ id: value, label: value, count: 0 }, ...facets];
  return (
    <Choice
      label={label}
      value={value}
      onChange={onChange}
      options={[
        ["", "all"],
        ...options.map((facet) => [facet.id, `${facet.label} (${facet.count})`] as const),
      ]}
    />
  );
}

/** How often a field tells what is typed at most, in milliseconds. */
const typingPause = 150;

/** A labelled line of text; `onChange` is told at once, then when typing pauses. */
export function TextField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}): JSX.Element {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const told = useRef(0);
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="search"
        value={value}
        onInput={(event) => {
          const text = event.currentTarget.value;
          const tell = (): void => {
            told.current = performance.now();
            onChange(text);
          };
          clearTimeout(timer.current);
          if (performance.now() - told.current > typingPause) tell();
          else timer.current = setTimeout(tell, typingPause);
        }}
      />
    </label>
  );
}

/** A labelled day. */
export function DayField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}): JSX.Element {
  return (
    <label class="field">
      <span>{label}</span>
      <input type="date" value={value} onChange={(event) => onChange(event.currentTarget.value)} />
    </label>
  );
}

/** “1 page”, “3 pages”, with thin grouping of thousands. */
export function counted(number: number, one: string, many: string = `${one}s`): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

/** Title of a view, also the window's. */
export function Heading({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: ComponentChildren;
}): JSX.Element {
  document.title = `${title} · Readout`;
  return (
    <header class="heading">
      <h1 tabIndex={-1}>{title}</h1>
      {children}
    </header>
  );
}
