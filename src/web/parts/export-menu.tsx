import type { JSX } from "preact";
import { useData } from "../api.ts";
import type { ExportFormatLine } from "../../server/records.ts";
import { Menu } from "./actions.tsx";

/**
 * Links that save what is held, or a part of it, in the formats of `readout export`.
 * @param part - the part as a query (`encounter=…`); empty for all
 */
export function ExportMenu({ part = "" }: { readonly part?: string }): JSX.Element | null {
  const { data } = useData<readonly ExportFormatLine[]>("/export");
  if (data === null) return null;
  return (
    <Menu label="Export">
      {data.map(({ id, label, readers }) => (
        <a
          key={id}
          href={`/api/export/${id}${part === "" ? "" : `?${part}`}${id === "csv" ? `${part === "" ? "?" : "&"}bom=true` : ""}`}
          download
          target="_self"
        >
          {label} <span class="quiet">{readers}</span>
        </a>
      ))}
    </Menu>
  );
}
