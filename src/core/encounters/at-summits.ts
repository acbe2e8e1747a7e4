import type { Document } from "../document.ts";
import type { DateInterval } from "../records.ts";
import { dayNamed } from "../time/summit-window.ts";
import { overlap } from "./agreement.ts";
import type { Group } from "./join-sightings.ts";
import type { Sighting } from "./sighting.ts";
import { sidesOf } from "./sides.ts";
import type { Edition } from "./summits.ts";

/**
 * Place the meetings of a page at the summit that the page says those who met attended: they took place on its days,
 * on the weekday that the text names.
 */
export function placeAtSummits(groups: readonly Group[], document: Document): Group[] {
  const summits = groups.filter(({ members }) => isSummit(members[0]!));
  if (summits.length === 0) return [...groups];
  return groups.map((group) => {
    const [first] = group.members;
    if (summits.includes(group) || first!.edition !== null || !isInPerson(first!)) return group;
    const edition = attendedBy(group, summits);
    if (edition === null) return group;
    return { ...group, members: group.members.map((member) => held(member, edition, document)) };
  });
}

function isSummit({ form, edition }: Sighting): boolean {
  return form === "summit" && edition !== null;
}

function isInPerson({ mode }: Sighting): boolean {
  return mode === "meeting" || mode === null;
}

/** The summit that both sides of a meeting attend on its days; `null` when none or several. */
function attendedBy(group: Group, summits: readonly Group[]): Edition | null {
  const sides = group.members[0]!.sides;
  const fitting = summits.filter(({ members }) => {
    const attending = sidesOf(members.flatMap(({ parties }) => [...parties]));
    const { edition } = members[0]!;
    return (
      [...sides].every((side) => attending.has(side)) &&
      group.members.every(({ date }) => date === null || overlap(date, edition!))
    );
  });
  return fitting.length === 1 ? fitting[0]!.members[0]!.edition : null;
}

function held(member: Sighting, edition: Edition, document: Document): Sighting {
  const days = within(member.date ?? edition, edition);
  const quote =
    member.dateRange === null
      ? ""
      : document.text.slice(member.dateRange.start, member.dateRange.end);
  const day = dayNamed(quote, days);
  return {
    ...member,
    edition,
    place: member.place ?? edition.place,
    date: day === null ? days : { earliest: day, latest: day },
    dateBasis: "inferred",
    datedBy: "text",
  };
}

function within(date: DateInterval, edition: DateInterval): DateInterval {
  return {
    earliest: date.earliest > edition.earliest ? date.earliest : edition.earliest,
    latest: date.latest < edition.latest ? date.latest : edition.latest,
  };
}
