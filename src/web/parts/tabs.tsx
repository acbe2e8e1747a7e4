import type { JSX } from "preact";

/** A choice of what a view shows. */
export function Tabs({
  label,
  tabs,
  chosen,
  onChoose,
}: {
  readonly label: string;
  readonly tabs: readonly (readonly [string, string])[];
  readonly chosen: string;
  readonly onChoose: (tab: string) => void;
}): JSX.Element {
  return (
    <div class="tabs" role="group" aria-label={label}>
      {tabs.map(([id, text]) => (
        <button key={id} type="button" aria-pressed={id === chosen} onClick={() => onChoose(id)}>
          {text}
        </button>
      ))}
    </div>
  );
}
