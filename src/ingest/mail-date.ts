const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Zones that RFC 822 names, as offsets. */
const zones: Readonly<Record<string, string>> = {
  ut: "Z",
  utc: "Z",
  gmt: "Z",
  z: "Z",
  est: "-05:00",
  edt: "-04:00",
  cst: "-06:00",
  cdt: "-05:00",
  mst: "-07:00",
  mdt: "-06:00",
  pst: "-08:00",
  pdt: "-07:00",
};

/**
 * A date as mails and RSS feeds write it (RFC 5322, RFC 822) in ISO 8601, with the hour and offset
 * as written, so that the local day stays.
 * @returns an ISO date or date and time; ISO dates come back as they are; `null` for anything else
 */
export function readMailDate(written: string): string | null {
  const text = written.trim();
  if (/^\d{4}-\d{2}(?:-\d{2})?(?:[T ]|$)/.test(text)) return text;
  const parts =
    /^(?:[a-z]{3,9},?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s-]+(\d{4}|\d{2})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([+-]\d{2}:?\d{2}|[a-z]{1,4}))?)?/i.exec(
      text,
    );
  if (parts === null) return null;
  const [, day, name, written4, hour, minute, second, zone] = parts;
  const month = months.indexOf(name!.toLowerCase()) + 1;
  if (month === 0) return null;
  const year =
    written4!.length === 4 ? written4! : `${Number(written4) < 70 ? "20" : "19"}${written4}`;
  const date = `${year}-${two(month)}-${two(Number(day))}`;
  if (hour === undefined) return date;
  const time = `${date}T${two(Number(hour))}:${minute}:${second ?? "00"}`;
  if (zone === undefined) return time;
  const offset = /^[+-]/.test(zone)
    ? zone.replace(/^(...):?(..)$/, "$1:$2")
    : zones[zone.toLowerCase()];
  return `${time}${offset ?? ""}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
