import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Charts } from "./plots.ts";

/** A chart; the plotting library is fetched only where one is shown. The figures are also there as a table. */
export function Chart<Name extends keyof Charts>({
  name,
  data,
  label,
  onChoose,
}: {
  readonly name: Name;
  readonly data: Charts[Name];
  readonly label: string;
  readonly onChoose?: (href: string) => void;
}): JSX.Element {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) =>
      setWidth(Math.round(entry?.contentRect.width ?? 0)),
    );
    observer.observe(frame.current!);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    let current = true;
    if (width > 0) {
      void import("./plots.ts").then(({ draw }) => {
        if (current) frame.current?.replaceChildren(draw(name, data, width, onChoose));
      });
    }
    return () => {
      current = false;
    };
  }, [name, data, width]);
  return (
    <figure class="chart">
      <div ref={frame} />
      <figcaption class="quiet">{label}</figcaption>
    </figure>
  );
}
